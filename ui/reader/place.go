package reader

import (
	"strings"

	"duidu/model"
)

// Place is the report and the first text in view.
func (r *Reader) Place() (report int, at model.Anchor, ok bool) {
	return r.number, r.text.Top(), r.number >= 0
}

// figureIndex is the number of a figure of the report, -1 if it has none.
func figureIndex(r *model.Report, f *model.Figure) int {
	for i := range r.Figures {
		if g := &r.Figures[i]; f != nil && g.Start == f.Start && g.Text == f.Text && g.Paragraph == f.Paragraph && g.Section.Compare(f.Section) == 0 {
			return i
		}
	}
	return -1
}

// samePlace is a place of one reading of a report in another one: where its block
// stands now, which what was read since may have moved.
func samePlace(was, now *model.Report, at model.Anchor) model.Anchor {
	from, to := was.Blocks(), now.Blocks()
	if at.Block >= len(from) {
		return at
	}
	for off := range max(len(from), len(to)) {
		for _, n := range []int{at.Block + off, at.Block - off} {
			if n >= 0 && n < len(to) && strings.HasPrefix(to[n].Text, from[at.Block].Text) {
				return model.Anchor{Block: n, Offset: at.Offset}
			}
		}
	}
	return at
}

// showGiven makes the figure current that the reader was opened for. It
// waits for the size: what is around the figure is to be seen as well.
func (r *Reader) showGiven() {
	if r.given < 0 || r.shown || r.frame.textHeight <= 0 {
		return
	}
	r.shown = true
	r.text.SetFigure(r.given)
	r.arrange() // the card takes rows from the text: look again
	r.text.SetFigure(r.given)
}
