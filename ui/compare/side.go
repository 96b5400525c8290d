package compare

import (
	"slices"
	"sort"

	"duidu/model"
	"duidu/ui/pane"
)

// side is one of the two reports on the screen: left and right are two
// values of it. The reader's place is a line of the text, and scrolling
// follows that line, so that every line of a text can be the one that the
// other side is brought beside.
type side struct {
	number  int // of the report in the library, -1 for none
	report  *model.Report
	text    *pane.Pane
	at      model.Anchor // in the line the reader is at
	figures []int        // those that stand in the text, in reading order

	visual bool          // the keys that move extend the selected text
	drag   *model.Anchor // where the mouse button went down
}

// fill gives the side its text once it has been laid out.
func (s *side) fill(c pane.Content) {
	s.text.SetContent(c)
	s.figures = s.figures[:0]
	for i, m := range c.Figures {
		if m.Block >= 0 {
			s.figures = append(s.figures, i)
		}
	}
}

// rest is the row in which the reader's line stands while the ends of the
// text allow it: most of the view is for what comes next.
func (s *side) rest() int {
	_, h := s.text.Size()
	return max(0, h/3)
}

// goTo makes an anchor's line the reader's.
func (s *side) goTo(a model.Anchor) { s.beside(a, s.rest()) }

// beside does so, with the line in a certain row.
func (s *side) beside(a model.Anchor, row int) {
	s.at = a
	s.text.Align(a, row)
}

// settle finds the line again after a change of size.
func (s *side) settle() { s.text.Align(s.at, s.rest()) }

// step moves n lines.
func (s *side) step(n int) { s.goTo(s.text.Step(s.at, n)) }

// row is the row of the view in which the reader's line stands.
func (s *side) row() int {
	if y, ok := s.text.RowOf(s.at); ok {
		return y
	}
	return s.rest()
}

// block returns the block the reader is in; false in an empty report.
func (s *side) block() (model.Block, bool) {
	blocks := s.report.Blocks()
	if s.at.Block < 0 || s.at.Block >= len(blocks) {
		return model.Block{}, false
	}
	return blocks[s.at.Block], true
}

// title is the heading over the reader's line, empty before the first.
func (s *side) title() string {
	b, ok := s.block()
	if !ok {
		return ""
	}
	for n := len(b.Section); n > 0; n-- {
		if section := s.report.Section(b.Section[:n]); section != nil && section.Title != "" {
			return section.Title
		}
	}
	return ""
}

// stepFigure goes to the next figure, or the one before if by is -1: from
// the current one while it is in view, else from the reader's line.
func (s *side) stepFigure(by int) bool {
	all := s.text.Content().Figures
	next := sort.Search(len(s.figures), func(k int) bool { return !all[s.figures[k]].Anchor().Before(s.at) })
	if now := s.text.Figure(); now >= 0 && s.text.Visible(all[now].Anchor()) {
		next = sort.SearchInts(s.figures, now) + by
	} else if by < 0 {
		next--
	}
	if next < 0 || next >= len(s.figures) {
		return false
	}
	s.goFigure(s.figures[next])
	return true
}

// goFigure makes a figure the current one; its line becomes the reader's.
func (s *side) goFigure(i int) {
	s.text.SetFigure(i)
	if i = s.text.Figure(); i >= 0 {
		s.goTo(s.text.Content().Figures[i].Anchor())
	}
}

// figureIndex finds a figure of the report by its place in the list.
func (s *side) figureIndex(f *model.Figure) int {
	for i := range s.report.Figures {
		if &s.report.Figures[i] == f {
			return i
		}
	}
	return -1
}

// sentence is where the sentence of the current figure stands, else the one
// at the beginning of the reader's line; a heading is one. It is false in an
// empty report.
func (s *side) sentence() (from, to model.Anchor, ok bool) {
	at := s.at
	if i := s.text.Figure(); i >= 0 {
		at = s.text.Content().Figures[i].Anchor()
	}
	blocks := s.report.Blocks()
	if at.Block < 0 || at.Block >= len(blocks) {
		return from, to, false
	}
	b := blocks[at.Block]
	start, end := pane.SentenceAt(b.Text, min(at.Offset, len(b.Text)))
	if b.Heading {
		start, end = 0, len(b.Text)
	}
	return model.Anchor{Block: at.Block, Offset: start}, model.Anchor{Block: at.Block, Offset: end}, true
}

// unselect drops the selected text.
func (s *side) unselect() {
	s.visual, s.drag = false, nil
	s.text.Unselect()
}

// extend takes in a sentence more, or one less.
func (s *side) extend(d pane.Direction) {
	s.text.ExtendSelection(d)
	if _, to, ok := s.text.Selected(); ok {
		s.goTo(model.Anchor{Block: to.Block, Offset: max(0, to.Offset-1)})
	}
}

// figuresNear lists the figures in the reader's line, then those in the
// sentence at its beginning.
func (s *side) figuresNear() []int {
	b, ok := s.block()
	if !ok {
		return nil
	}
	start, end := pane.SentenceAt(b.Text, min(s.at.Offset, len(b.Text)))
	sentence := s.figuresIn(s.at.Block, start, end)
	shown := s.text.Rows()
	if y := s.row(); y < len(shown) && shown[y].Block == s.at.Block {
		return append(slices.Clone(s.figuresIn(s.at.Block, shown[y].Start, shown[y].End)), sentence...)
	}
	return sentence
}

// figuresIn lists the figures that begin within some bytes of a block.
func (s *side) figuresIn(block, start, end int) []int {
	all := s.text.Content().Figures
	first := func(a model.Anchor) int {
		return sort.Search(len(s.figures), func(k int) bool { return !all[s.figures[k]].Anchor().Before(a) })
	}
	from, to := first(model.Anchor{Block: block, Offset: start}), first(model.Anchor{Block: block, Offset: end})
	return s.figures[from:max(from, to)]
}

// anchor is where a figure of the report stands.
func (s *side) anchor(f *model.Figure) (model.Anchor, bool) {
	return s.report.Locate(f.Section, f.Paragraph, f.Start)
}

// name is what a report is called where there is room.
func name(r *model.Report) string {
	if r.Place == "" && r.Title != "" {
		return r.Title
	}
	return r.Name()
}
