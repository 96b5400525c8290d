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
	bySentence  cutting = iota // 。！？
	BySemicolon                // and ；
	ByClause                   // and ，：
)

// ClauseMarks are all marks that end a clause.
const ClauseMarks = "，。；：！？,;:!?"

// ClauseEnds is the set of them.
var ClauseEnds = SetOf(ClauseMarks)

// Split cuts text behind its marks, but not inside quotation marks, titles
// and brackets that close again. Every byte belongs to one span.
func Split(text string, by cutting) []Span {
	return SplitInto(make([]Span, 0, 2+len(text)/longestUsual[by]), text, by)
}

// SplitInto adds the spans to a list.
func SplitInto(spans []Span, text string, by cutting) []Span {
	start := 0
	eachEnd(text, func(first, last cutting, end int) {
		if first <= by && by <= last {
			spans = append(spans, Span{start, end})
			start = end
		}
	})
	if start < len(text) {
		spans = append(spans, Span{start, len(text)})
	}
	return spans
}

// eachEnd tells where stretches end behind a mark, and the first and last of
// the cuttings that cut there: a quotation that ends its sentence ends no clause
// for those who cut that finely, since its own marks stay inside.
func eachEnd(text string, tell func(first, last cutting, end int)) {
	for i := 0; i < len(text); {
		m := nextMark(text, i)
		switch {
		case m.size == 0:
			return
		case m.closer == "":
			i = m.end()
			tell(m.ends, ByClause, i)
		default:
			i = m.end()
			if end := m.closed(text); end > 0 {
				i = end
				if m.endsSentence(text, end) {
					tell(bySentence, BySemicolon, i)
				}
			}
		}
	}
}

// longestUsual is how many bytes a stretch has in most texts, by how finely
// they are cut.
var longestUsual = [...]int{bySentence: 120, BySemicolon: 100, ByClause: 32}

// Cuts are the stretches of a text, cut as Split does, but in one go.
type Cuts struct{ Sentences, Semicolons, Clauses []Span }

// usualCuts is room for more, as the next text may be longer.
const usualCuts = 32

// Cutter cuts many texts. What it cut stays as it is when it goes on.
type Cutter struct {
	room  []Span // where cuts are kept
	cuts  [ByClause + 1][]Span
	start [ByClause + 1]int
}

// Cut cuts a text.
func (c *Cutter) Cut(text string) Cuts {
	for by := range c.cuts {
		if c.cuts[by] == nil {
			c.cuts[by] = make([]Span, 0, len(text)/longestUsual[by]+usualCuts)
		}
		c.cuts[by], c.start[by] = c.cuts[by][:0], 0
	}
	eachEnd(text, func(first, last cutting, end int) {
		for by := first; by <= last; by++ {
			c.at(by, end)
		}
	})
	for by := bySentence; by <= ByClause; by++ {
		if c.start[by] < len(text) {
			c.at(by, len(text))
		}
	}
	return Cuts{c.keep(bySentence), c.keep(BySemicolon), c.keep(ByClause)}
}

// at ends a stretch at byte i.
func (c *Cutter) at(by cutting, i int) {
	c.cuts[by] = append(c.cuts[by], Span{c.start[by], i})
	c.start[by] = i
}

// keep moves what was cut to where it stays.
func (c *Cutter) keep(by cutting) []Span {
	const piece = 512 // spans that are made room for at a time
	n := len(c.cuts[by])
	if cap(c.room)-len(c.room) < n {
		c.room = make([]Span, 0, max(n, piece))
	}
	from := len(c.room)
	c.room = append(c.room, c.cuts[by]...)
	return c.room[from:len(c.room):len(c.room)]
}

// mark is a mark that may end a stretch, or open one that is not cut.
type mark struct {
	start, size int
	ends        cutting // the coarsest cutting that it ends
	closer      string  // of a quotation mark, a title or a bracket
}

func (m *mark) end() int { return m.start + m.size }

// nextMark returns the first mark from byte i on; its size is 0 if there is none.
func nextMark(s string, i int) mark {
	for i < len(s) {
		c := s[i]
		switch {
		case isHanLead(c): // of which most of the text is
			i += len("汉")
			continue
		case c < utf8.RuneSelf:
			switch c {
			case '!', '?':
				return mark{start: i, size: 1, ends: bySentence}
			case ';':
				return mark{start: i, size: 1, ends: BySemicolon}
			case ',', ':':
				if !decimalComma(s, i) {
					return mark{start: i, size: 1, ends: ByClause}
				}
			case '(':
				return mark{start: i, size: 1, closer: ")"}
			}
			i++
			continue
		case i+2 < len(s):
			const size = len("。")
			switch {
			case c == "，"[0] && s[i+1] == "，"[1]:
				switch s[i+2] {
				case "！"[2], "？"[2]:
					return mark{start: i, size: size, ends: bySentence}
				case "；"[2]:
					return mark{start: i, size: size, ends: BySemicolon}
				case "，"[2], "："[2]:
					return mark{start: i, size: size, ends: ByClause}
				case "（"[2]:
					return mark{start: i, size: size, closer: "）"}
				}
			case c == "。"[0] && s[i+1] == "。"[1]:
				switch s[i+2] {
				case "。"[2]:
					return mark{start: i, size: size, ends: bySentence}
				case "《"[2]:
					return mark{start: i, size: size, closer: "》"}
				case "「"[2]:
					return mark{start: i, size: size, closer: "」"}
				}
			case c == "“"[0] && s[i+1] == "“"[1] && s[i+2] == "“"[2]:
				return mark{start: i, size: size, closer: "”"}
			}
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return mark{}
}

// closed returns where what the mark opens is closed, 0 where it stands alone.
func (m *mark) closed(s string) int {
	if end := strings.Index(s[m.start:min(len(s), m.start+longestBracket)], m.closer); end > 0 {
		return m.start + end + len(m.closer)
	}
	return 0
}

// endsSentence tells that a sentence ends right before the mark that closes at byte end.
func (m *mark) endsSentence(s string, end int) bool {
	switch c, _ := utf8.DecodeLastRuneInString(s[:end-len(m.closer)]); c {
	case '。', '！', '？', '!', '?':
		return true
	}
	return false
}

// decimalComma tells the comma of 1,100 from one that ends a clause.
func decimalComma(text string, i int) bool {
	return text[i] == ',' && i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && ThreeDigits(text[i+1:])
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
