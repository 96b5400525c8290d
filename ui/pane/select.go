package pane

import (
	"duidu/model"
	"duidu/ui/cell"
)

// Selecting text: by dragging, from character to character, and by keys,
// from sentence to sentence.

// Select marks the text between two anchors, in either order.
func (p *Pane) Select(from, to model.Anchor) {
	if to.Before(from) {
		from, to = to, from
	}
	p.from, p.to = from, to
	var marks []Mark
	for b := from.Block; b <= to.Block && b < len(p.content.Blocks); b++ {
		m := Mark{Block: b, End: len(p.content.Blocks[b].Text), Ink: p.options.Styles.Select}
		if b == from.Block {
			m.Start = from.Offset
		}
		if b == to.Block {
			m.End = min(m.End, to.Offset)
		}
		if m.Start < m.End {
			marks = append(marks, m)
		}
	}
	p.marks[LayerSelect] = marks
}

// Selected returns the ends of the selected text; false if none is.
func (p *Pane) Selected() (from, to model.Anchor, ok bool) {
	return p.from, p.to, len(p.marks[LayerSelect]) > 0
}

// Unselect drops the selection.
func (p *Pane) Unselect() { p.marks[LayerSelect] = nil }

// After is the anchor behind the character at an anchor.
func (p *Pane) After(a model.Anchor) model.Anchor {
	text := p.content.Blocks[a.Block].Text
	if a.Offset < len(text) {
		a.Offset += len(cell.Clusters(text[a.Offset:min(len(text), a.Offset+64)])[0])
	}
	return a
}

// SelectSentence selects the sentence of the current figure, else the first
// one in view; false if there is no text.
func (p *Pane) SelectSentence() bool {
	at := p.Top()
	if p.figure >= 0 && p.Visible(p.content.Figures[p.figure].anchor()) {
		at = p.content.Figures[p.figure].anchor()
	}
	if at.Block >= len(p.content.Blocks) {
		return false
	}
	start, end := SentenceAt(p.content.Blocks[at.Block].Text, at.Offset)
	p.Select(model.Anchor{Block: at.Block, Offset: start}, model.Anchor{Block: at.Block, Offset: end})
	p.Reveal(model.Anchor{Block: at.Block, Offset: start})
	return true
}

// ExtendSelection takes in the next sentence, or gives back the last one if
// there is more than one.
func (p *Pane) ExtendSelection(d Direction) {
	from, to, ok := p.Selected()
	if !ok {
		return
	}
	if d == Forward {
		to = p.sentenceEnd(to)
	} else if start := p.sentenceStart(to); from.Before(start) {
		to = start
	}
	p.Select(from, to)
	p.Reveal(model.Anchor{Block: p.to.Block, Offset: max(0, p.to.Offset-1)})
}

// sentenceEnd is the end of the sentence that begins at or after an anchor.
func (p *Pane) sentenceEnd(a model.Anchor) model.Anchor {
	for a.Offset >= len(p.content.Blocks[a.Block].Text) {
		if a.Block == len(p.content.Blocks)-1 {
			return a
		}
		a = model.Anchor{Block: a.Block + 1}
	}
	_, a.Offset = SentenceAt(p.content.Blocks[a.Block].Text, a.Offset)
	return a
}

// sentenceStart is the start of the last sentence before an anchor; where
// that begins a block, the end of the block before.
func (p *Pane) sentenceStart(a model.Anchor) model.Anchor {
	text := p.content.Blocks[a.Block].Text
	start := 0
	for at := 0; at < min(a.Offset, len(text)); {
		start = at
		if _, at = SentenceAt(text, start); at <= start {
			break
		}
	}
	if start == 0 && a.Block > 0 {
		return model.Anchor{Block: a.Block - 1, Offset: len(p.content.Blocks[a.Block-1].Text)}
	}
	return model.Anchor{Block: a.Block, Offset: start}
}
