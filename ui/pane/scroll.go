package pane

import "duidu/model"

// Top returns the anchor of the first visible text.
func (p *Pane) Top() model.Anchor {
	if len(p.content.Blocks) == 0 {
		return model.Anchor{}
	}
	return p.anchorOf(p.top)
}

// ScrollTo puts the line of an anchor into the first row, or as near as
// the end of the text allows.
func (p *Pane) ScrollTo(a model.Anchor) {
	p.anchor = a
	p.restore()
}

// restore finds the rows of the anchor again, after a change of layout.
// The anchor itself stays, so that any number of resizes leads back.
func (p *Pane) restore() {
	if len(p.content.Blocks) == 0 || p.width <= 0 {
		p.top = position{}
		return
	}
	at := p.place(p.anchor)
	if first, _ := p.ends(); at.row == p.gap(first) && p.anchor.Offset == 0 && at.block == first {
		at.row = 0
	}
	if low := p.bottom(); low.before(at) {
		at = low
	}
	p.top = at
}

// Scroll moves n rows down, up if negative.
func (p *Pane) Scroll(n int) {
	if len(p.content.Blocks) == 0 {
		return
	}
	to := p.move(p.top, n)
	if low := p.bottom(); n > 0 && low.before(to) {
		to = low
		if to.before(p.top) {
			to = p.top
		}
	}
	p.top = to
	p.anchor = p.anchorOf(to)
}

// Page moves n pages; two rows stay in view.
func (p *Pane) Page(n int) { p.Scroll(n * max(1, p.height-2)) }

// Half moves n half pages.
func (p *Pane) Half(n int) { p.Scroll(n * max(1, p.height/2)) }

// Home and End go to the ends of the text.
func (p *Pane) Home() {
	first, _ := p.ends()
	p.top, p.anchor = position{block: first}, model.Anchor{Block: first}
}

func (p *Pane) End() {
	p.top = p.bottom()
	p.anchor = p.anchorOf(p.top)
}

// Reveal scrolls only if the anchor is out of view, and then so that some
// rows of what comes before it can be read as well.
func (p *Pane) Reveal(a model.Anchor) {
	if len(p.content.Blocks) == 0 {
		return
	}
	if p.Visible(a) {
		return
	}
	to := p.move(p.place(a), -p.height/3)
	if low := p.bottom(); low.before(to) {
		to = low
	}
	p.top = to
	p.anchor = p.anchorOf(to)
}

// Visible tells whether the anchor's line is in view.
func (p *Pane) Visible(a model.Anchor) bool {
	if len(p.content.Blocks) == 0 {
		return false
	}
	at := p.place(a)
	return !at.before(p.top) && at.before(p.move(p.top, p.height-1)) || at == p.move(p.top, p.height-1)
}

// Progress says how much of the text has been shown up to the last visible
// row, in percent.
func (p *Pane) Progress() int {
	total := p.total()
	if total == 0 {
		return 100
	}
	return 100 * p.bytesThrough(p.move(p.top, p.height-1)) / total
}

func (p *Pane) total() int {
	if len(p.before) == 0 {
		return 0
	}
	return p.before[len(p.before)-1]
}

// bytesThrough counts the bytes up to the end of a row.
func (p *Pane) bytesThrough(at position) int {
	if l, ok := p.line(at); ok {
		return p.before[at.block] + l.End
	}
	if at.row > p.gap(at.block) {
		return p.before[at.block+1] // in its other form
	}
	return p.before[at.block]
}

// At returns the anchor of the character drawn at cell x of row y, both
// from the pane's corner; false where no text is.
func (p *Pane) At(x, y int) (model.Anchor, bool) {
	if len(p.content.Blocks) == 0 || y < 0 || y >= p.height {
		return model.Anchor{}, false
	}
	at := p.move(p.top, y)
	l, ok := p.line(at)
	if !ok || at == p.move(p.top, y-1) && y > 0 {
		return model.Anchor{}, false
	}
	offset := p.options.Cell.OffsetAt(p.drawn(p.content.Blocks[at.block].Text), l, x-p.margin())
	return model.Anchor{Block: at.block, Offset: offset}, true
}
