package compare

import (
	"cmp"
	"duidu/model"
	"slices"
	"unicode"
	"unicode/utf8"
)

// MinPassage is the least number of Han characters that count as shared
// wording; shorter agreements are only the language.
const MinPassage = 8

// Wording is what two reports say in the same words. Punctuation, spaces
// and paragraph numbering don't break a passage; the end of a paragraph does.
type Wording struct {
	A, B     WordingSide
	Passages []Passage // the longest first, then the most repeated
}

// WordingSide is one report's share in the wording of both.
type WordingSide struct {
	Characters int    // Han characters of headings and running text
	Shared     int    // of them, those inside shared passages
	Spans      []Span // the shared stretches, in reading order, to be dimmed
	Sections   []SharedSection
}

// SharedSection says how much of a section stands in the other report too.
type SharedSection struct {
	Section    model.Path
	Characters int
	Shared     int
}

// Share is the shared part of a side, from 0 to 1.
func (s WordingSide) Share() float64 { return Share(s.Shared, s.Characters) }

// Share is the shared part of the section, from 0 to 1.
func (s SharedSection) Share() float64 { return Share(s.Shared, s.Characters) }

// Share is a part of all, 0 of nothing.
func Share(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(part) / float64(all)
}

// Passage is wording that stands in both reports and can't be made longer
// where it stands.
type Passage struct {
	Text           string // as in A, with its punctuation
	A, B           Span   // where it stands first in either
	CountA, CountB int    // how often it stands there
	Characters     int    // Han characters
}

// CompareWording finds the passages of MinPassage or more Han characters
// that stand in both reports. The time is linear in the length of the texts.
func CompareWording(a, b *model.Report) Wording {
	ids := make(map[rune]int32, 4096)
	ta, tb := readTokens(a, ids), readTokens(b, ids)
	// Only text inside windows that stand in both can be in a passage; in
	// most pairs of reports that is a small part of it.
	auto := newAutomaton(len(ids))
	auto.build(ta, tb.windows())
	match := auto.match(tb)
	own := auto.own(ta)
	return Wording{
		A:        ta.side(a, own),
		B:        tb.side(b, match),
		Passages: auto.passages(ta, tb, own, match),
	}
}

// tokens is the text of a report as a row of token ids: Han characters,
// letters and digits, with all else left out.
type tokens struct {
	ids   []int32
	at    []int32 // byte offset in the block
	width []uint8 // bytes
	block []int32
	han   []int32 // how many of the tokens before are Han characters; one more entry than ids
	text  []model.Block
}

// readTokens reads headings and running text. The lines around the head of
// a report (slogans, bylines) are not its wording.
func readTokens(r *model.Report, ids map[rune]int32) *tokens {
	t := &tokens{text: r.Blocks(), han: []int32{0}}
	for i := range r.Blocks() {
		b := &r.Blocks()[i]
		if !b.Heading && r.Section(b.Section).Paragraphs[b.Paragraph].Role != model.Body {
			continue
		}
		for at, c := range b.Text {
			if !isToken(c) {
				continue
			}
			id, ok := ids[c]
			if !ok {
				id = int32(len(ids))
				ids[c] = id
			}
			n := t.han[len(t.han)-1]
			if model.IsHan(c) {
				n++
			}
			t.ids = append(t.ids, id)
			t.at = append(t.at, int32(at))
			t.width = append(t.width, uint8(utf8.RuneLen(c)))
			t.block = append(t.block, int32(i))
			t.han = append(t.han, n)
		}
	}
	return t
}

func isToken(c rune) bool {
	if c < 0x80 {
		return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return model.IsHan(c) || unicode.IsLetter(c) || unicode.IsDigit(c)
}

// span is the stretch of text from token i up to token j, both in one block.
func (t *tokens) span(i, j int) Span {
	return Span{
		Block: int(t.block[i]),
		Start: int(t.at[i]),
		End:   int(t.at[j-1]) + int(t.width[j-1]),
	}
}

// side sums up one report: length[i] is how many tokens up to token i stand
// together in the other report as well.
func (t *tokens) side(r *model.Report, length []int32) WordingSide {
	var s WordingSide
	shared := t.shared(length)
	for i := 0; i < len(t.ids); i++ {
		if n := len(s.Spans); shared[i] && i > 0 && shared[i-1] && t.block[i] == t.block[i-1] {
			s.Spans[n-1].End = t.span(i, i+1).End
		} else if shared[i] {
			s.Spans = append(s.Spans, t.span(i, i+1))
		}
		if n := len(s.Sections); n == 0 || i > 0 && s.Sections[n-1].Section.Compare(t.text[t.block[i]].Section) != 0 {
			s.Sections = append(s.Sections, SharedSection{Section: t.text[t.block[i]].Section})
		}
		if t.han[i+1] == t.han[i] {
			continue
		}
		section := &s.Sections[len(s.Sections)-1]
		section.Characters++
		s.Characters++
		if shared[i] {
			section.Shared++
			s.Shared++
		}
	}
	return s
}

// shared marks the tokens inside passages that are long enough.
func (t *tokens) shared(length []int32) []bool {
	marks := make([]bool, len(t.ids))
	from := len(t.ids) // tokens from here on up to i are marked already
	for i := len(t.ids) - 1; i >= 0; i-- {
		if t.long(i, length[i]) {
			for k := min(i, from-1); k > i-int(length[i]); k-- {
				marks[k] = true
				from = k
			}
		}
	}
	return marks
}

// long tells whether the n tokens that end with token i are a passage.
func (t *tokens) long(i int, n int32) bool {
	return t.han[i+1]-t.han[i+1-int(n)] >= MinPassage
}

// passages lists the strings that neither side can make longer, each once.
func (m *automaton) passages(ta, tb *tokens, own, match []int32) []Passage {
	keys := map[passageKey]struct{}{}
	ta.eachMaximal(own, func(end int) {
		keys[passageKey{m.holder[m.ends[end]], own[end]}] = struct{}{}
	})
	tb.eachMaximal(match, func(end int) {
		keys[passageKey{m.visits[end], match[end]}] = struct{}{}
	})
	m.sum()
	m.sortVisits(keys, match)
	list := make([]Passage, 0, len(keys))
	for k := range keys {
		n, endA, inB := int(k.length), int(m.first[k.state])+1, m.inB(k)
		endB := int(inB.first) + 1
		p := Passage{
			A: ta.span(endA-n, endA), CountA: int(m.countA[k.state]),
			B: tb.span(endB-n, endB), CountB: int(inB.count),
			Characters: int(ta.han[endA] - ta.han[endA-n]),
		}
		p.Text = ta.text[p.A.Block].Text[p.A.Start:p.A.End]
		list = append(list, p)
	}
	slices.SortFunc(list, func(p, q Passage) int {
		if c := cmp.Or(q.Characters-p.Characters, q.CountA+q.CountB-p.CountA-p.CountB,
			p.A.Block+p.B.Block-q.A.Block-q.B.Block, p.A.Start+p.B.Start-q.A.Start-q.B.Start); c != 0 {
			return c
		}
		return cmp.Compare(hanOnly(p.Text), hanOnly(q.Text))
	})
	return list
}

// eachMaximal calls f with the last token of every passage that the next
// token doesn't carry on.
func (t *tokens) eachMaximal(length []int32, f func(end int)) {
	for i, n := range length {
		if !t.long(i, n) || i+1 < len(length) && length[i+1] == n+1 {
			continue
		}
		f(i)
	}
}
