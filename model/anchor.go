package model

import (
	"sort"
	"unicode/utf8"
)

// Block is what a view lays out as one piece: a standing heading or a
// paragraph. The blocks of a report, in order, are its whole text.
type Block struct {
	Heading   bool
	Section   Path
	Paragraph int // index within the section; -1 for a heading
	Text      string
}

// Anchor is a position in a report: a block and a byte offset in its text.
// It is the only kind of position that hits, marks, scrolling and alignment
// use, since screen lines change with every resize.
type Anchor struct {
	Block  int
	Offset int
}

// Before tells whether a stands earlier in the report than b.
func (a Anchor) Before(b Anchor) bool {
	return a.Block < b.Block || a.Block == b.Block && a.Offset < b.Offset
}

// Blocks returns the report's blocks in reading order. Callers must not
// change them.
func (r *Report) Blocks() []Block { return r.blocks }

// Locate returns the anchor of a byte offset in a paragraph; paragraph -1
// is the section's heading (or, for a run-in heading, its first words).
// The second result is false if there is no such place.
func (r *Report) Locate(p Path, paragraph, offset int) (Anchor, bool) {
	if s := r.Section(p); s != nil && s.RunIn && paragraph < 0 {
		paragraph = 0
	}
	i := sort.Search(len(r.blocks), func(i int) bool {
		b := r.blocks[i]
		c := b.Section.Compare(p)
		return c > 0 || c == 0 && b.Paragraph >= paragraph
	})
	if i == len(r.blocks) || r.blocks[i].Section.Compare(p) != 0 || r.blocks[i].Paragraph != paragraph {
		return Anchor{}, false
	}
	return Anchor{Block: i, Offset: offset}, true
}

// Compare orders paths by reading order: a section before its parts.
func (a Path) Compare(b Path) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return len(a) - len(b)
}

// Within tells whether the path leads to the section at p or to one below it.
func (a Path) Within(p Path) bool { return len(a) >= len(p) && a[:len(p)].Compare(p) == 0 }

// Snap moves an anchor of the report back to the start of the character it
// falls into.
func (r *Report) Snap(a Anchor) Anchor {
	text := r.blocks[a.Block].Text
	for a.Offset > 0 && a.Offset < len(text) && !utf8.RuneStart(text[a.Offset]) {
		a.Offset--
	}
	return a
}

// FigureAnchor is where a figure stands; false if it stands nowhere.
func (r *Report) FigureAnchor(f *Figure) (Anchor, bool) {
	return r.Locate(f.Section, f.Paragraph, f.Start)
}
