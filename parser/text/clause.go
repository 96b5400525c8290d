package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Span is a stretch of a text in bytes.
type Span struct{ Start, End int }

// cutting is how finely split cuts: each level cuts where the one before it
// does and at marks of its own.
type cutting int

const (
	BySentence  cutting = iota // 。！？
	BySemicolon                // and ；
	ByClause                   // and ，：
)

// divides returns the coarsest cutting that a mark ends; false for what is
// no such mark.
func divides(c rune) (cutting, bool) {
	switch c {
	case '。', '！', '？', '!', '?':
		return BySentence, true
	case '；', ';':
		return BySemicolon, true
	case '，', '：', ',', ':':
		return ByClause, true
	}
	return 0, false
}

// ClauseMarks are all marks that end a clause.
const ClauseMarks = "，。；：！？,;:!?"

// Split cuts text behind its marks, but not inside quotation marks, titles
// and brackets that close again. Every byte belongs to one span.
func Split(text string, by cutting) []Span {
	spans := make([]Span, 0, 2+len(text)/longestUsual[by])
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
				if d, ok := divides(last); ok && d == BySentence && by < ByClause {
					spans = append(spans, Span{start, i})
					start = i
				}
				continue
			}
		}
		i += n
		if d, ok := divides(c); ok && d <= by && !decimalComma(text, i-n, c) {
			spans = append(spans, Span{start, i})
			start = i
		}
	}
	if start < len(text) {
		spans = append(spans, Span{start, len(text)})
	}
	return spans
}

// longestUsual is how many bytes a stretch has in most texts, by how finely
// they are cut.
var longestUsual = [...]int{BySentence: 120, BySemicolon: 100, ByClause: 32}

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
	return c == ',' && i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && ThreeDigits(text[i+1:])
}

// longestBracket bounds, in bytes, how far off the closing mark of a quotation
// or bracket is looked for. Beyond, the mark stands alone by mistake.
const longestBracket = 1200

// Around returns the span of the list that byte i lies in.
func Around(spans []Span, i int) Span {
	k := sort.Search(len(spans), func(k int) bool { return i < spans[k].End })
	if k == len(spans) {
		if k == 0 {
			return Span{}
		}
		k--
	}
	return spans[k]
}

// LongestView bounds, in bytes, how much text before and behind a figure has a
// say in what it counts. No sentence that a person wrote is longer.
const LongestView = 1500

// View narrows a span to what lies near the stretch from start to end, at
// borders of clauses where it cuts.
func View(s Span, clauses []Span, start, end int) Span {
	near := Bounded(s, start, end)
	if near.Start > s.Start {
		s.Start = max(near.Start, min(Around(clauses, near.Start).End, start))
	}
	if near.End < s.End {
		s.End = min(near.End, max(Around(clauses, near.End).Start, end))
	}
	return s
}

// Bounded narrows a span to longestView bytes on either side of the stretch
// from start to end.
func Bounded(s Span, start, end int) Span {
	return Span{max(s.Start, start-LongestView), min(s.End, end+LongestView)}
}
