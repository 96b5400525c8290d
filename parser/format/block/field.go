package block

import "strings"

// FieldText returns the words that a field without a result shows: those of
// an EQ field, by which Word sets a reading above a character or a ring
// around it, are the last of its arguments. Other fields show nothing.
func FieldText(code string) string {
	code = strings.TrimSpace(code)
	if len(code) < 2 || !strings.EqualFold(code[:2], "eq") {
		return ""
	}
	open, end := strings.IndexByte(code, '('), strings.LastIndexByte(code, ')')
	if open < 0 || end < open {
		return ""
	}
	depth, start := 0, open+1
	for i := open + 1; i < end; i++ {
		switch code[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',', ';':
			if depth == 0 {
				start = i + 1
			}
		}
	}
	word := strings.TrimSpace(code[start:end])
	if strings.ContainsAny(word, `\()`) {
		return ""
	}
	return word
}
