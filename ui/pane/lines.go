package pane

import (
	"math"

	"duidu/model"
)

// Row is what a row of the view shows: the bytes from Start to End of a
// block. A blank row has the block -1.
type Row struct {
	Block, Start, End int
}

// Rows lists what the rows of the view show, so that a screen can draw
// beside the text.
func (p *Pane) Rows() []Row {
	rows := make([]Row, 0, max(0, p.height))
	at, left := p.top, len(p.content.Blocks) > 0
	for range p.height {
		row := Row{Block: -1}
		if left {
			if l, ok := p.line(at); ok {
				row = Row{at.block, l.Start, l.End}
			}
			next := p.move(at, 1)
			left, at = next != at, next
		}
		rows = append(rows, row)
	}
	return rows
}

// Step returns the beginning of the line n rows below an anchor's, above if
// n is negative; blank rows are passed over.
func (p *Pane) Step(a model.Anchor, n int) model.Anchor {
	if len(p.content.Blocks) == 0 {
		return model.Anchor{}
	}
	to := p.move(p.place(a), n)
	if _, ok := p.line(to); !ok && n < 0 {
		to = p.move(position{to.block, 0}, -1)
	}
	return p.anchorOf(to)
}

// Last returns the beginning of the last line.
func (p *Pane) Last() model.Anchor {
	return p.Step(model.Anchor{Block: len(p.content.Blocks), Offset: math.MaxInt}, 0)
}

// Align scrolls so that an anchor's line stands in a row of the view, or as
// near to it as the ends of the text allow.
func (p *Pane) Align(a model.Anchor, row int) {
	if len(p.content.Blocks) == 0 || p.width <= 0 {
		p.anchor = a
		return
	}
	to := p.move(p.place(a), -row)
	if low := p.bottom(); low.before(to) {
		to = low
	}
	p.top = to
	p.anchor = p.anchorOf(to)
}

// Set scrolls so that an anchor's line stands in a row of the view, with blank
// rows after the end of the text if need be.
func (p *Pane) Set(a model.Anchor, row int) {
	if len(p.content.Blocks) == 0 || p.width <= 0 {
		p.anchor = a
		return
	}
	p.top = p.move(p.place(a), -row)
	p.anchor = p.anchorOf(p.top)
}

// RowOf returns the row of the view that shows an anchor's line; false when
// it is out of view.
func (p *Pane) RowOf(a model.Anchor) (int, bool) {
	if len(p.content.Blocks) == 0 || !p.Visible(a) {
		return 0, false
	}
	place := p.place(a)
	for y := range p.height {
		if p.move(p.top, y) == place {
			return y, true
		}
	}
	return 0, false
}

// Hit returns the hit the reader is at, false when there is none.
func (p *Pane) Hit() (model.Anchor, bool) {
	if len(p.search.hits) == 0 {
		return model.Anchor{}, false
	}
	return p.search.hits[p.search.at].anchor(), true
}
