package cell

import (
	"strings"
	"unicode/utf8"
)

// Line is one drawn line of a text: the bytes from Start to End, behind
// Indent blank cells. The lines of a text follow each other without gap or
// overlap: no byte is lost. Spaces and the line end that close a line
// belong to it but are not drawn and not counted in Width.
type Line struct {
	Start, End int // bytes
	Indent     int // cells
	Width      int // cells, without the indent
}

// Style of wrapping: how far the first line and the others stand in.
type Options struct {
	First int // cells before the first line: 4 for a Chinese paragraph
	Rest  int // cells before the others: the width of a bullet
}

// Paragraph is the indent of Chinese running text: two characters.
var Paragraph = Options{First: 4}

// Wrap breaks text into lines of at most width cells, the indent included.
// Lines break where UAX #14 and the Chinese rules of breaks.go allow, and
// between grapheme clusters where nothing else helps. With width below 2 a
// wide character stands alone in its line and Paint leaves it blank.
// A text that already starts with a full-width space gets no first indent.
func (p Policy) Wrap(text string, width int, o Options) []Line {
	if strings.HasPrefix(text, "　") {
		o.First = o.Rest
	}
	w := wrapper{text: text, room: max(width, 1), options: o, lines: make([]Line, 0, 1+len(text)/max(width, 1))}
	w.brk = -1
	s := scanner{policy: p, text: text, state: -1}
	for s.pos < len(text) {
		start := s.pos
		if !w.add(start, s.next()) {
			s = scanner{policy: p, text: text, pos: w.start, state: -1}
			w.width, w.ink = 0, 0
		}
	}
	if w.start < len(text) || len(w.lines) == 0 {
		w.emit(len(text), w.ink)
	}
	return w.lines
}

// wrapper fills lines greedily, remembering the last place a line may end.
type wrapper struct {
	text    string
	room    int
	options Options
	lines   []Line

	start int // byte where the open line starts
	width int // its width so far, closing spaces included
	ink   int // its width without closing spaces
	brk   int // byte after the last place to break, -1 for none
	atBrk int // width up to brk
	inkAt int // width up to brk without closing spaces
}

// add takes the atom that starts at byte i. It is false when what a break
// left over is too long for a line that stands in deeper than the one
// before: then the text is to be read again from the open line's start.
func (w *wrapper) add(i int, a atom) bool {
	for !a.blank && w.width+a.width > w.avail() && i > w.start {
		if w.brk > w.start {
			end, ink, rest := w.brk, w.inkAt, w.width-w.atBrk
			restInk := max(w.ink-w.atBrk, 0)
			w.emit(end, ink)
			w.width, w.ink = rest, restInk
			if restInk > w.avail() {
				return false
			}
		} else {
			w.emit(i, w.ink)
			w.width, w.ink = 0, 0
		}
	}
	w.width += a.width
	if !a.blank {
		w.ink = w.width
	}
	end := i + a.size
	switch a.after {
	case mustBreak:
		if end < len(w.text) || a.newline {
			w.emit(end, w.ink)
			w.width, w.ink = 0, 0
		}
	case mayBreak:
		w.brk, w.atBrk, w.inkAt = end, w.width, w.ink
	}
	return true
}

// emit closes the open line at byte end.
func (w *wrapper) emit(end, ink int) {
	w.lines = append(w.lines, Line{Start: w.start, End: end, Indent: w.indent(), Width: ink})
	w.start, w.brk = end, -1
}

// indent is the indent of the open line; one that leaves no room for a
// few characters is dropped.
func (w *wrapper) indent() int {
	n := w.options.Rest
	if len(w.lines) == 0 {
		n = w.options.First
	}
	if w.room < n+8 {
		return 0
	}
	return n
}

func (w *wrapper) avail() int { return w.room - w.indent() }

// OffsetAt returns the byte offset of the character drawn at cell x of the
// line, the indent included: left of the text it is the line's start, right
// of it the line's end.
func (p Policy) OffsetAt(text string, l Line, x int) int {
	x -= l.Indent
	if x < 0 {
		return l.Start
	}
	at, found := 0, l.End
	p.walk(text[l.Start:l.End], func(offset, _, cells int) bool {
		if x < at+cells {
			found = l.Start + offset
			return false
		}
		at += cells
		return true
	})
	return found
}

// CellOf returns the cell of the line, the indent included, where the
// character at a byte offset is drawn.
func (p Policy) CellOf(text string, l Line, offset int) int {
	offset = min(max(offset, l.Start), l.End)
	for offset > l.Start && offset < len(text) && !utf8.RuneStart(text[offset]) {
		offset--
	}
	return l.Indent + p.Width(text[l.Start:offset])
}
