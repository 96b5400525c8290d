package pane

import "duidu/ui/cell"

// strip is what stands in the scroll bar besides the part in view: where in
// the whole text something is.
type strip struct {
	marks []Mark
	ink   cell.Ink
	rows  []bool // of the view; nil until they are worked out
}

// SetStrip shows beside the text, over its whole length, where the marks are;
// while there is a search its hits show instead.
func (p *Pane) SetStrip(marks []Mark, ink cell.Ink) { p.strip = strip{marks: marks, ink: ink} }

// dense tells in which rows of the scroll bar something is, and in what ink.
func (p *Pane) dense() ([]bool, cell.Ink) {
	marks, ink := p.strip.marks, p.strip.ink
	if len(p.search.hits) > 0 {
		marks, ink = p.search.hits, p.options.Styles.Accent
	}
	total := p.total()
	if p.strip.rows == nil && len(marks) > 0 && total > 0 && p.height > 0 {
		p.strip.rows = make([]bool, p.height)
		for _, m := range marks {
			if !p.shown(m.Block) || m.Block+1 >= len(p.before) {
				continue
			}
			from := (p.before[m.Block] + m.Start) * p.height / total
			to := (p.before[m.Block] + max(m.Start, m.End-1)) * p.height / total
			for y := from; y <= to && y < p.height; y++ {
				p.strip.rows[y] = true
			}
		}
	}
	return p.strip.rows, ink
}
