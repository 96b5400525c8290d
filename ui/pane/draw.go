package pane

import (
	"sort"

	"duidu/ui/cell"
)

// View draws the visible rows: exactly height rows of exactly width cells.
func (p *Pane) View() []string {
	rows := make([]string, 0, max(0, p.height))
	if p.width <= 0 {
		return append(rows, make([]string, max(0, p.height))...)
	}
	from, size := p.thumb()
	dense, ink := p.dense()
	at, left := p.top, len(p.content.Blocks) > 0
	for y := range p.height {
		text := cell.Blank(p.width - 1)
		if left {
			if l, ok := p.line(at); ok {
				text = p.row(at.block, l)
			} else if l, ok := p.otherLine(at); ok {
				text = p.otherRow(at.block, l)
			}
			next := p.move(at, 1)
			left, at = next != at, next
		}
		rows = append(rows, text+p.bar(y, from, size, ink, y < len(dense) && dense[y]))
	}
	return rows
}

// row draws one line with its margins, without the scrollbar.
func (p *Pane) row(block int, l cell.Line) string {
	b := p.content.Blocks[block]
	margin := p.margin()
	if p.column() > p.width-1 {
		return cell.Blank(p.width - 1) // no room beside the scrollbar
	}
	var spans []cell.Span
	if b.Lead > l.Start {
		spans = append(spans, cell.Span{Start: 0, End: b.Lead, Ink: p.options.Styles.Strong})
	}
	spans = append(spans, p.changes(block).text...)
	for i := range p.marks {
		spans = appendSpans(spans, p.marks[i], block, l)
	}
	text := p.options.Cell.Paint(p.drawn(b.Text), l, p.column(), p.base(b.Kind), spans)
	return p.sign(block, l, margin) + text + cell.Blank(p.width-1-margin-p.column())
}

// base is the ink of a block's text.
func (p *Pane) base(k Kind) cell.Ink {
	s := p.options.Styles
	switch k {
	case Part:
		return s.Accent
	case Heading, Headline:
		return s.Strong
	case Aside:
		return s.Faint
	}
	return s.Text
}

// appendSpans adds the marks that touch a line, found by halving.
func appendSpans(spans []cell.Span, marks []Mark, block int, l cell.Line) []cell.Span {
	i := sort.Search(len(marks), func(i int) bool {
		m := marks[i]
		return m.Block > block || m.Block == block && m.End > l.Start
	})
	for ; i < len(marks) && marks[i].Block == block && marks[i].Start < l.End; i++ {
		spans = append(spans, cell.Span{Start: marks[i].Start, End: marks[i].End, Ink: marks[i].Ink})
	}
	return spans
}

// thumb is the part of the scrollbar that shows what is in view, by bytes:
// counting rows would mean laying out the whole text.
func (p *Pane) thumb() (from, size int) {
	total := p.total()
	if total == 0 || p.height <= 0 {
		return 0, 0
	}
	top := p.before[p.top.block]
	if l, ok := p.line(p.top); ok {
		top += l.Start
	}
	end := p.bytesThrough(p.move(p.top, p.height-1))
	if top == 0 && end >= total {
		return 0, 0 // all in view: no bar
	}
	size = max(1, p.height*(end-top)/total)
	room := p.height - size
	if total > end-top {
		from = min(room, (top*room+(total-end+top)/2)/(total-end+top))
	}
	if end >= total {
		from = room
	}
	return from, size
}

func (p *Pane) bar(y, from, size int, ink cell.Ink, dense bool) string {
	switch inView := y >= from && y < from+size; {
	case size == 0:
		return " "
	case dense && inView:
		return ink.Paint(p.options.Glyphs.Thumb)
	case dense:
		return ink.Paint(p.options.Glyphs.Dense)
	case inView:
		return p.options.Styles.Faint.Paint(p.options.Glyphs.Thumb)
	}
	return p.options.Styles.Rule.Paint(p.options.Glyphs.Track)
}
