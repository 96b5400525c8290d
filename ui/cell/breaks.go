package cell

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Where lines may break. UAX #14 (by uniseg) decides, with three changes:
//
//   - “ ” ‘ ’: the standard never breaks beside a quotation mark, since it
//     can't know its direction. Chinese text uses the curly forms, whose
//     direction is known: they behave as brackets.
//   - a number keeps the unit that follows it (180余 次), as a clerk would.
//   - between ideographs and CJK punctuation the answer is known without
//     the state machine, so that a report wraps at reading speed.

type opportunity int8

const (
	noBreak opportunity = iota
	mayBreak
	mustBreak
)

// atom is what a line is filled with: one grapheme cluster.
type atom struct {
	size    int // bytes
	width   int // cells
	after   opportunity
	blank   bool // a space or a line end: may hang over the edge
	newline bool
}

// class sorts the characters whose breaks need no state machine.
type class int8

const (
	other  class = iota
	han          // an ideograph
	opener       // must not end a line
	closer       // must not start a line
)

func classOf(r rune) class {
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3400 && r <= 0x4dbf:
		return han
	case r < 0x2018:
		if wide, ok := standIn(r); ok {
			return classOf(wide)
		}
		return other
	}
	switch r {
	case '“', '‘', '（', '《', '〈', '【', '「', '『', '〔', '［', '｛':
		return opener
	case '”', '’', '）', '》', '〉', '】', '」', '』', '〕', '］', '｝', '，', '。', '、', '；', '：', '？', '！', '．':
		return closer
	}
	return other
}

// scanner cuts a text into atoms.
type scanner struct {
	policy Policy
	text   string
	pos    int
	state  int // of uniseg; -1 when it must start anew
	digits bool
}

// next returns the atom at pos and moves behind it.
func (s *scanner) next() atom {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	if c := classOf(r); c != other {
		if after, ok := s.known(r, c, s.pos+size); ok {
			s.pos += size
			s.state = -1
			return atom{size: size, width: s.policy.runeWidth(r), after: after}
		}
	}
	return s.segmented(r)
}

// known answers for a character of known class followed by another.
func (s *scanner) known(r rune, c class, end int) (opportunity, bool) {
	if end >= len(s.text) {
		return mustBreak, true
	}
	next, _ := utf8.DecodeRuneInString(s.text[end:])
	n := classOf(next)
	if n == other {
		return 0, false
	}
	bound := s.digits && numberTail(r)
	s.digits = false
	if c == opener || n == closer || bound {
		return noBreak, true
	}
	return mayBreak, true
}

// segmented asks the state machine of UAX #14 and mends its answer.
func (s *scanner) segmented(first rune) atom {
	cluster, _, boundaries, state := uniseg.StepString(s.text[s.pos:], s.state)
	s.state = state
	a := atom{size: len(cluster), width: s.policy.clusterWidth(cluster)}
	switch cluster {
	case "\n", "\r\n", "\r":
		a.newline, a.blank = true, true
	case " ", "\t":
		a.blank = true
	}
	switch boundaries & uniseg.MaskLine {
	case uniseg.LineCanBreak:
		a.after = mayBreak
	case uniseg.LineMustBreak:
		a.after = mustBreak
	}
	s.pos += a.size
	if a.after != mustBreak {
		next, _ := utf8.DecodeRuneInString(s.text[s.pos:])
		a.after = mend(first, next, cluster, a.after)
	}
	s.digits = digit(first) || s.digits && numberTail(first)
	if s.digits && !digit(first) && a.after == mayBreak {
		if next, _ := utf8.DecodeRuneInString(s.text[s.pos:]); classOf(next) == han {
			a.after = noBreak
		}
	}
	return a
}

// mend applies the Chinese rules between a cluster and the rune after it.
func mend(first, next rune, cluster string, after opportunity) opportunity {
	c, n := classOf(first), classOf(next)
	switch {
	case digit(first) && n == han:
		return noBreak
	case first == '—' && next == '—', first == '…' && next == '…':
		return noBreak
	case n == opener && (next == '“' || next == '‘') && first >= utf8.RuneSelf && cluster != "\u00a0":
		return mayBreak
	case c == closer && (first == '”' || first == '’') && next >= utf8.RuneSelf && !strings.ContainsRune("—…％‰℃·", next):
		return mayBreak
	}
	return after
}

func digit(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

// numberTail tells the characters that stand between a number and its unit.
func numberTail(r rune) bool {
	return strings.ContainsRune("余多万亿千百几来", r)
}
