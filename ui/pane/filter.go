package pane

import (
	"sort"

	"duidu/model"
	"duidu/ui/cell"
)

// filter says which blocks are shown. The zero value shows all.
type filter struct {
	shown       []bool
	first, last int
}

// Filter shows only blocks with hits of the search, and the headings over
// them; false if there is none.
func (p *Pane) Filter() bool {
	if len(p.search.hits) == 0 {
		return false
	}
	f := filter{shown: make([]bool, len(p.content.Blocks)), first: -1}
	for _, h := range p.search.hits {
		f.shown[h.Block] = true
	}
	part, heading := -1, -1 // that were not shown yet
	for i, b := range p.content.Blocks {
		switch b.Kind {
		case Part:
			part, heading = i, -1
		case Heading:
			heading = i
		}
		if !f.shown[i] {
			continue
		}
		for _, over := range []int{part, heading} {
			if over >= 0 {
				f.shown[over] = true
			}
		}
		part, heading = -1, -1
	}
	for i, shown := range f.shown {
		if shown {
			if f.first < 0 {
				f.first = i
			}
			f.last = i
		}
	}
	p.setFilter(f)
	return true
}

// ShowAll ends the filter and keeps the place.
func (p *Pane) ShowAll() {
	if p.Filtered() {
		p.setFilter(filter{})
	}
}

// Filtered tells whether only a part of the text is shown.
func (p *Pane) Filtered() bool { return p.filter.shown != nil }

// Shows tells whether a block is shown, in view or not.
func (p *Pane) Shows(block int) bool { return p.shown(block) }

func (p *Pane) setFilter(f filter) {
	p.filter = f
	p.count()
	if len(p.search.hits) > 0 {
		h := p.search.hits[p.search.at]
		p.anchor = model.Anchor{Block: h.Block}
		p.restore()
		p.Reveal(h.anchor())
		return
	}
	p.restore()
}

func (p *Pane) shown(i int) bool {
	return p.filter.shown == nil || i >= 0 && i < len(p.filter.shown) && p.filter.shown[i]
}

// ends are the first and the last block shown.
func (p *Pane) ends() (first, last int) {
	if p.filter.shown == nil {
		return 0, len(p.content.Blocks) - 1
	}
	return p.filter.first, p.filter.last
}

// nearest is an anchor in the text that is shown: the next one.
func (p *Pane) nearest(a model.Anchor) model.Anchor {
	first, last := p.ends()
	if a.Block < first {
		return model.Anchor{Block: first}
	}
	for a.Block <= last && !p.shown(a.Block) {
		a = model.Anchor{Block: a.Block + 1}
	}
	if a.Block > last {
		return model.Anchor{Block: last, Offset: len(p.content.Blocks[last].Text)}
	}
	return a
}

// SetSigns puts a sign beside the lines of some anchors, which must be
// sorted: bookmarks.
func (p *Pane) SetSigns(at []model.Anchor) { p.signs = at }

// sign draws the margin of a line: a sign if one stands in it.
func (p *Pane) sign(block int, l cell.Line, margin int) string {
	i := sort.Search(len(p.signs), func(i int) bool {
		return !p.signs[i].Before(model.Anchor{Block: block, Offset: l.Start})
	})
	if margin == 0 || i == len(p.signs) || p.signs[i].Block != block || p.signs[i].Offset >= l.End && l.End > l.Start {
		return cell.Blank(margin)
	}
	return cell.Blank(margin-1) + p.options.Styles.Accent.Paint(p.options.Glyphs.Mark)
}
