package pane

import "duidu/model"

// Figure returns the index of the current figure in Content.Figures, -1
// for none.
func (p *Pane) Figure() int { return p.figure }

// FigureInView returns the current figure if its first character shows, -1
// otherwise: what the reader can't see is not what a key is meant for.
func (p *Pane) FigureInView() int {
	if p.figure >= 0 && p.Visible(p.content.Figures[p.figure].anchor()) {
		return p.figure
	}
	return -1
}

// SetFigure makes figure i the current one and brings it into view; -1
// unsets it.
func (p *Pane) SetFigure(i int) {
	p.figure = -1
	p.marks[LayerNow], p.marks[LayerSentence] = nil, nil
	if i < 0 || i >= len(p.content.Figures) || p.content.Figures[i].Block < 0 {
		return
	}
	p.figure = i
	m := p.content.Figures[i]
	start, end := SentenceAt(p.content.Blocks[m.Block].Text, m.Start)
	p.marks[LayerSentence] = []Mark{{Block: m.Block, Start: start, End: end, Ink: p.options.Styles.Sentence}}
	p.marks[LayerNow] = []Mark{{Block: m.Block, Start: m.Start, End: m.End, Ink: p.options.Styles.Now}}
	p.Reveal(model.Anchor{Block: m.Block, Offset: m.End - 1})
	p.Reveal(model.Anchor{Block: m.Block, Offset: m.Start})
}

// NextFigure goes to the next figure; from where the reader looks, if the
// current one is out of view. It is false when there is none.
func (p *Pane) NextFigure() bool { return p.step(1) }

// PrevFigure goes to the figure before.
func (p *Pane) PrevFigure() bool { return p.step(-1) }

func (p *Pane) step(by int) bool {
	all := p.content.Figures
	i := p.figure + by
	if p.FigureInView() < 0 {
		top := p.Top()
		i = 0
		for i < len(all) && (all[i].Block < 0 || all[i].anchor().Before(top)) {
			i++
		}
		if by < 0 {
			i--
		}
	}
	for ; i >= 0 && i < len(all); i += by {
		if all[i].Block >= 0 && p.shown(all[i].Block) {
			p.SetFigure(i)
			return true
		}
	}
	return false
}
