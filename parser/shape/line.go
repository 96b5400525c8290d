package shape

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/number"
)

// LongestCaption is in characters.
const LongestCaption = 60

// What a line may have at most to be a title, a numbered one, or no more than
// a piece of one, in characters.
const (
	LongestHeading  = 40
	LongestNumbered = 60
	Fragment        = 5
)

// Continues tells a line that begins with a mark no line begins with: it is
// the rest of the one above, broken at a link.
func Continues(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("，。；：、！？”》」）’,;!?)", c)
}

// IsFragment tells a piece of a title set over several lines: 展望, 2024.
func IsFragment(s string) bool {
	return utf8.RuneCountInString(s) <= Fragment && !strings.ContainsAny(s, "。，；：、？！,;:")
}

// FirstSentence returns the sentence that opens a paragraph, without dashes
// and full stop, and what follows.
func FirstSentence(s string) (first, rest string) {
	s = strings.TrimLeft(s, "—─-－–﹣ 　•·●")
	first, rest, ok := strings.Cut(s, "。")
	if !ok {
		return s, ""
	}
	return first, rest
}

func EndsSentence(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？!?…", c)
}

// ShortestBroken is how many characters a line has at least before its end
// without a full stop means a break: shorter ones are headings and names.
const ShortestBroken = 15

// BreaksOff tells that a line stops inside a sentence.
func BreaksOff(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("。！？；：…!?;:", c) {
		return false
	}
	if OpenMark(s) != "" {
		return true
	}
	return !strings.ContainsRune("”》）)」’】.", c) && utf8.RuneCountInString(s) >= ShortestBroken
}

func EndsAtComma(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("，、,", c)
}

// OpenMark returns the mark that would close what the line leaves open.
func OpenMark(s string) string {
	for _, m := range [][2]string{{"“", "”"}, {"《", "》"}} {
		if open := strings.LastIndex(s, m[0]); open >= 0 && !strings.Contains(s[open:], m[1]) {
			return m[1]
		}
	}
	return ""
}

// StartsWithFigure tells 4次专项视察 from a numbered heading 4 专项视察.
func StartsWithFigure(s string) bool {
	n, ok := number.ReadNumeral(s, 0)
	if !ok || !n.Arabic {
		return false
	}
	_, ok = number.LoadUnits().At(s, n.End)
	return ok
}
