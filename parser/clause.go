package parser

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// span is a stretch of a text in bytes.
type span struct{ start, end int }

// cutting is how finely split cuts: each level cuts where the one before it
// does and at marks of its own.
type cutting int

const (
	bySentence  cutting = iota // 。！？
	bySemicolon                // and ；
	byClause                   // and ，：
)

// divides returns the coarsest cutting that a mark ends; false for what is
// no such mark.
func divides(c rune) (cutting, bool) {
	switch c {
	case '。', '！', '？', '!', '?':
		return bySentence, true
	case '；', ';':
		return bySemicolon, true
	case '，', '：', ',', ':':
		return byClause, true
	}
	return 0, false
}

// clauseMarks are all marks that end a clause.
const clauseMarks = "，。；：！？,;:!?"

// split cuts text behind its marks, but not inside quotation marks, titles
// and brackets that close again. Every byte belongs to one span.
func split(text string, by cutting) []span {
	spans := make([]span, 0, 8)
	start := 0
	for i := 0; i < len(text); {
		if text[i] >= 0xe4 && text[i] <= 0xe9 { // Han, of which most of the text is
			i += len("汉")
			continue
		}
		c, n := utf8.DecodeRuneInString(text[i:])
		if closer := closerOf(c); closer != "" {
			if end := strings.Index(text[i:min(len(text), i+longestBracket)], closer); end > 0 {
				i += end + len(closer)
				last, _ := utf8.DecodeLastRuneInString(text[:i-len(closer)])
				if d, ok := divides(last); ok && d == bySentence && by < byClause {
					spans = append(spans, span{start, i})
					start = i
				}
				continue
			}
		}
		i += n
		if d, ok := divides(c); ok && d <= by && !decimalComma(text, i-n, c) {
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

// longestBracket bounds, in bytes, how far off the closing mark of a quotation
// or bracket is looked for. Beyond, the mark stands alone by mistake.
const longestBracket = 1200

// around returns the span of the list that byte i lies in.
func around(spans []span, i int) span {
	k := sort.Search(len(spans), func(k int) bool { return i < spans[k].end })
	if k == len(spans) {
		if k == 0 {
			return span{}
		}
		k--
	}
	return spans[k]
}

// longestView bounds, in bytes, how much text before and behind a figure has a
// say in what it counts. No sentence that a person wrote is longer.
const longestView = 1500

// view narrows a span to what lies near the stretch from start to end, at
// borders of clauses where it cuts.
func view(s span, clauses []span, start, end int) span {
	near := bounded(s, start, end)
	if near.start > s.start {
		s.start = max(near.start, min(around(clauses, near.start).end, start))
	}
	if near.end < s.end {
		s.end = min(near.end, max(around(clauses, near.end).start, end))
	}
	return s
}

// bounded narrows a span to longestView bytes on either side of the stretch
// from start to end.
func bounded(s span, start, end int) span {
	return span{max(s.start, start-longestView), min(s.end, end+longestView)}
}
