package parser

import (
	"strings"
	"unicode/utf8"
)

// span is a stretch of a text in bytes.
type span struct{ start, end int }

const (
	sentenceMarks = "。！？!?"
	clauseMarks   = "，。；：！？,;:!?"
)

// split cuts text behind each of the marks, but not inside quotation marks,
// titles and brackets that close again. Every byte belongs to one span.
func split(text, marks string) []span {
	var spans []span
	start := 0
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if closer := closerOf(c); closer != "" {
			if end := strings.Index(text[i:], closer); end > 0 {
				i += end + len(closer)
				if strings.ContainsAny(lastRunes(text[:i-len(closer)], 1), "。！？") && marks == sentenceMarks {
					spans = append(spans, span{start, i})
					start = i
				}
				continue
			}
		}
		i += n
		if strings.ContainsRune(marks, c) && !decimalComma(text, i-n, c) {
			spans = append(spans, span{start, i})
			start = i
		}
	}
	if start < len(text) {
		spans = append(spans, span{start, len(text)})
	}
	return spans
}

func closerOf(c rune) string {
	switch c {
	case '“':
		return "”"
	case '《':
		return "》"
	case '（':
		return "）"
	case '(':
		return ")"
	case '「':
		return "」"
	}
	return ""
}

// decimalComma tells the comma of 1,100 from one that ends a clause.
func decimalComma(text string, i int, c rune) bool {
	return c == ',' && i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && threeDigits(text[i+1:])
}

// around returns the span of the list that byte i lies in.
func around(spans []span, i int) span {
	for _, s := range spans {
		if i < s.end {
			return s
		}
	}
	if len(spans) == 0 {
		return span{}
	}
	return spans[len(spans)-1]
}
