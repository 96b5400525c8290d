package pane

import (
	"duidu/model"
	"duidu/ui/cell"
)

// other is what is known of a block's other form once it was in view.
type other struct {
	lines    []cell.Line
	compared bool
	text     []cell.Span // in the block's text: what differs
	other    []cell.Span // in the other form
}

// changes compares a block with its other form, once.
func (p *Pane) changes(i int) *other {
	o, b := &p.others[i], p.content.Blocks[i]
	if o.compared || b.Other == "" {
		return o
	}
	o.compared = true
	ink := p.options.Styles.Changed
	for _, c := range model.Changes(b.Text, b.Other) {
		if c.Start < c.End {
			o.text = append(o.text, cell.Span{Start: c.Start, End: c.End, Ink: ink})
		}
		if c.FromStart < c.FromEnd {
			o.other = append(o.other, cell.Span{Start: c.FromStart, End: c.FromEnd, Ink: ink})
		}
	}
	return o
}

// quote is the width of the bar that stands before another form.
func (p *Pane) quote() int {
	if p.column() < 24 {
		return 0
	}
	return 4
}

// layoutOther returns the lines of a block's other form, none if it is not
// shown below the block.
func (p *Pane) layoutOther(i int) []cell.Line {
	b := p.content.Blocks[i]
	if !p.content.Both || b.Other == "" {
		return nil
	}
	if p.others[i].lines == nil {
		p.others[i].lines = p.options.Cell.Wrap(b.Other, p.column()-p.quote(), cell.Options{})
	}
	return p.others[i].lines
}

// otherLine returns the line of another form at a position; false elsewhere.
func (p *Pane) otherLine(at position) (cell.Line, bool) {
	i := at.row - p.gap(at.block) - len(p.layout(at.block))
	if i < 0 || i >= len(p.layoutOther(at.block)) {
		return cell.Line{}, false
	}
	return p.layoutOther(at.block)[i], true
}

// otherRow draws a line of another form behind a bar, so that it is told
// from the text without colour, too.
func (p *Pane) otherRow(block int, l cell.Line) string {
	margin, quote := p.margin(), p.quote()
	if p.column() > p.width-1 {
		return cell.Blank(p.width - 1)
	}
	s, c := p.options.Styles, p.options.Cell
	bar := ""
	if quote > 0 {
		bar = s.Rule.Paint("  " + c.Fit(p.options.Glyphs.Bar, quote-2))
	}
	text := c.Paint(p.content.Blocks[block].Other, l, p.column()-quote, s.Faint, p.changes(block).other)
	return cell.Blank(margin) + bar + text + cell.Blank(p.width-1-margin-p.column())
}
