package pane

import (
	"sort"

	"duidu/model"
	"duidu/ui/cell"
)

// position is a row of the laid-out text: the blank rows before a block
// are its first rows, its lines follow.
type position struct {
	block, row int
}

// layout returns the lines of a block, laying them out if need be.
func (p *Pane) layout(i int) []cell.Line {
	if p.lines[i] == nil {
		p.lines[i] = p.wrap(p.content.Blocks[i])
	}
	return p.lines[i]
}

func (p *Pane) wrap(b Block) []cell.Line {
	column := p.column()
	b.Text = p.drawn(b.Text)
	switch b.Kind {
	case Body:
		if p.sentences {
			return p.bySentence(b.Text, column)
		}
		return p.options.Cell.Wrap(b.Text, column, p.indents(b.Text, column))
	case Headline, Aside:
		return p.centred(b.Text, column)
	}
	return p.options.Cell.Wrap(b.Text, column, cell.Options{})
}

// bySentence lays out a paragraph with each sentence from a line of its own.
func (p *Pane) bySentence(text string, column int) []cell.Line {
	var lines []cell.Line
	for at := 0; at < len(text); {
		_, end := SentenceAt(text, at)
		if end <= at {
			end = len(text)
		}
		options := cell.Options{First: min(4, column/4), Rest: min(4, column/4)}
		if at == 0 {
			options = p.indents(text, column)
		}
		for _, l := range p.options.Cell.Wrap(text[at:end], column, options) {
			l.Start, l.End = l.Start+at, l.End+at
			lines = append(lines, l)
		}
		at = end
	}
	if lines == nil {
		return p.options.Cell.Wrap(text, column, cell.Options{})
	}
	return lines
}

// SetSentences begins a line with every sentence, or fills the lines again,
// and keeps the place.
func (p *Pane) SetSentences(on bool) {
	if p.sentences != on {
		p.sentences = on
		p.forget()
		p.restore()
	}
}

// Sentences tells whether every sentence begins a line.
func (p *Pane) Sentences() bool { return p.sentences }

// SetWide draws half-width marks between ideographs at full width, or as they
// are, and keeps the place. The text stays what it is.
func (p *Pane) SetWide(on bool) {
	if p.wide != on {
		p.wide = on
		p.forget()
		p.restore()
	}
}

// Wide tells whether such marks are drawn wide.
func (p *Pane) Wide() bool { return p.wide }

// drawn is a text as it is laid out, with the same offsets.
func (p *Pane) drawn(text string) string {
	if p.wide {
		return cell.Widened(text)
	}
	return text
}

// hangFrom is the width of a column, in cells, from which items of a list may
// hang: in a narrower one they need the room.
const hangFrom = 60

// indents are those of running text: two characters before the first line,
// and what opens an item of a list hangs before its other lines.
func (p *Pane) indents(text string, column int) cell.Options {
	if column < 24 {
		return cell.Options{}
	}
	o := cell.Paragraph
	if n := cell.Bullet(text); n > 0 && column >= hangFrom {
		o.Rest = o.First + p.options.Cell.Width(text[:n])
	}
	return o
}

// centred breaks a title into lines of about the same length: as many as
// it needs, in the narrowest column that needs no more.
func (p *Pane) centred(text string, column int) []cell.Line {
	lines := p.options.Cell.Wrap(text, column, cell.Options{})
	if len(lines) > 1 && len(lines) < 8 {
		width := column/2 + sort.Search(column-column/2, func(i int) bool {
			return len(p.options.Cell.Wrap(text, column/2+i, cell.Options{})) <= len(lines)
		})
		lines = p.options.Cell.Wrap(text, width, cell.Options{})
	}
	for i := range lines {
		lines[i].Indent = max(0, (column-lines[i].Width)/2)
	}
	return lines
}

// gap is the number of blank rows before a block.
func (p *Pane) gap(i int) int {
	if i == 0 {
		return 0
	}
	prev, b := p.content.Blocks[i-1].Kind, p.content.Blocks[i].Kind
	compact := p.options.Spacing == Compact || p.height < 16
	switch {
	case b == Part:
		if compact {
			return 1
		}
		return 2
	case b == Heading:
		if prev == Part && compact {
			return 0
		}
		return 1
	case prev == Part || prev == Heading:
		if prev == Part && !compact {
			return 1
		}
		return 0
	case prev != b:
		return 1 // between the head of a report and its text
	case b == Body && !compact:
		return 1
	}
	return 0
}

// rowsOf counts the rows of a block: blank ones, its lines, and those of its
// other form.
func (p *Pane) rowsOf(i int) int {
	if !p.shown(i) {
		return 0
	}
	return p.gap(i) + len(p.layout(i)) + len(p.layoutOther(i))
}

// move goes n rows down, or up if n is negative, and stops at the ends.
func (p *Pane) move(at position, n int) position {
	if len(p.content.Blocks) == 0 {
		return position{}
	}
	first, last := p.ends()
	at.row += n
	for at.row < 0 && at.block > first {
		at.block--
		at.row += p.rowsOf(at.block)
	}
	if at.row < 0 {
		return position{block: first}
	}
	for at.row >= p.rowsOf(at.block) {
		if at.block >= last {
			return position{last, p.rowsOf(last) - 1}
		}
		at.row -= p.rowsOf(at.block)
		at.block++
	}
	return at
}

// bottom is the lowest top there may be: the last line in the last row.
func (p *Pane) bottom() position {
	if len(p.content.Blocks) == 0 {
		return position{}
	}
	_, last := p.ends()
	return p.move(position{last, p.rowsOf(last) - 1}, 1-max(1, p.height))
}

func (a position) before(b position) bool {
	return a.block < b.block || a.block == b.block && a.row < b.row
}

// place is the row where an anchor's character is drawn.
func (p *Pane) place(a model.Anchor) position {
	if len(p.content.Blocks) == 0 {
		return position{}
	}
	a = p.nearest(a)
	lines := p.layout(a.Block)
	i := sort.Search(len(lines), func(i int) bool { return lines[i].End > a.Offset })
	return position{a.Block, p.gap(a.Block) + min(i, len(lines)-1)}
}

// line returns the line at a position; false on a blank row.
func (p *Pane) line(at position) (cell.Line, bool) {
	i := at.row - p.gap(at.block)
	if i < 0 || i >= len(p.layout(at.block)) {
		return cell.Line{}, false
	}
	return p.layout(at.block)[i], true
}

// anchorOf is the first character at or below a position; in a block's
// other form it is the block's last line.
func (p *Pane) anchorOf(at position) model.Anchor {
	l, ok := p.line(at)
	if !ok && at.row > p.gap(at.block) {
		lines := p.layout(at.block)
		l = lines[len(lines)-1]
	}
	return model.Anchor{Block: at.block, Offset: l.Start}
}
