package matrix

import (
	"fmt"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/pane"
)

// View draws the head, the rows that show, and the card of the cell under
// the cursor: nothing of what is out of sight.
func (x *Matrix) View() []string {
	f := x.frame
	rows := make([]string, 0, f.height)
	if !x.ready() || len(x.view().order) == 0 {
		rows = append(rows, cell.Blank(f.width), x.message(f.width))
	} else {
		v := x.view()
		rows = append(rows, x.head())
		from, to := v.list.Window()
		for i := from; i < to; i++ {
			rows = append(rows, x.row(i))
		}
	}
	for len(rows) < f.height-f.card {
		rows = append(rows, cell.Blank(f.width))
	}
	rows = append(rows[:min(len(rows), f.height-f.card)], x.card()...)
	return rows
}

// head draws the names of the columns; the one sorted by is underlined and
// has an arrow.
func (x *Matrix) head() string {
	s, c, f, v := x.env.Styles, x.env.Cell, x.frame, x.view()
	name := x.nameHead()
	var b strings.Builder
	b.WriteString(cell.Blank(gutter))
	b.WriteString(x.headInk(nameColumn).Paint(c.FitEllipsis(name+x.arrow(nameColumn), f.names)))
	used := f.first()
	left, right := v.across.Window()
	for col := left; col < right; col++ {
		arrow := x.arrow(col)
		room := f.cell - c.Width(arrow)
		text := v.columnName(col)
		n := min(c.Width(text), room)
		b.WriteString(cell.Blank(1+room-n) + x.headInk(col).Paint(c.FitEllipsis(text, n)+arrow))
		used += 1 + f.cell
	}
	more := ""
	if right < v.columns() {
		more = x.env.Glyphs.Crumb
	}
	return b.String() + s.Faint.Paint(c.Fit(more, f.width-used))
}

func (x *Matrix) headInk(col int) cell.Ink {
	s, v := x.env.Styles, x.view()
	ink := s.Faint
	if col == v.col() {
		ink = s.Strong
	}
	if v.sorted != unsorted && v.column == col {
		ink += s.Figure
	}
	return ink
}

func (x *Matrix) arrow(col int) string {
	v := x.view()
	switch {
	case v.column != col || v.sorted == unsorted:
		return ""
	case v.sorted == falling:
		return "↓"
	}
	return "↑"
}

// row draws a row of the table in the full width.
func (x *Matrix) row(i int) string {
	s, c, f, v := x.env.Styles, x.env.Cell, x.frame, x.view()
	index := v.order[i]
	sign, ink := " ", s.Text
	if i == v.row() {
		sign, ink = x.env.Glyphs.Cursor, s.Strong
		if v.col() == nameColumn {
			ink += s.Cursor
		}
	}
	var b strings.Builder
	b.WriteString(s.Accent.Paint(c.Fit(sign, gutter)))
	b.WriteString(ink.Paint(c.FitEllipsis(v.rowName(index), f.names)))
	used := f.first()
	left, right := v.across.Window()
	for col := left; col < right; col++ {
		base := s.Text
		if i == v.row() && col == v.col() {
			base = s.Cursor
		}
		b.WriteString(" " + x.cell(v.cell(index, col), base))
		used += 1 + f.cell
	}
	return b.String() + cell.Blank(f.width-used)
}

// cell draws a cell of the table: a mark if it is selected, what it says,
// its bar.
func (x *Matrix) cell(p at, base cell.Ink) string {
	s, c, f, v := x.env.Styles, x.env.Cell, x.frame, x.view()
	mark := " "
	if x.env.Selection().Len() > 0 {
		if it, ok := v.grid.item(x.env, x.shown, p); ok && x.isSelected(it.ID()) {
			mark = x.env.Glyphs.Mark
		}
	}
	text := v.grid.text(v.measure, p, x.env.Words.Numbers)
	ink := base
	if text == noFigure || text == noRate {
		ink += s.Faint
	}
	bar, room := "", f.cell-c.Width(mark)
	if f.bar > 0 {
		room -= f.bar + 1
		bar = (base + v.grid.topics[x.shown][p.topic].quiet).Paint(" " + x.bar(v.grid.fraction(v.measure, p), f.bar))
	}
	said := c.FitRight(text, room)
	if c.Width(text) > room {
		said = c.FitEllipsis(text, room)
	}
	return (base + s.Accent).Paint(mark) + ink.Paint(said) + bar
}

// eighths are the blocks that fill a cell from the left, by eighths.
var eighths = []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"}

// bar draws a share of w cells. Its length is what tells; the colour only
// says the theme. Where blocks take two cells, signs stand in.
func (x *Matrix) bar(share float64, w int) string {
	c := x.env.Cell
	n := int(share*float64(8*w) + 0.5)
	if share > 0 && n == 0 {
		n = 1
	}
	if c.Width(eighths[8]) != 1 {
		return c.Fit(strings.Repeat("#", (n+7)/8), w)
	}
	return c.Fit(strings.Repeat(eighths[8], n/8)+eighths[n%8], w)
}

// card says what the cell under the cursor is and where it comes from.
func (x *Matrix) card() []string {
	s, c, f := x.env.Styles, x.env.Cell, x.frame
	if f.card == 0 {
		return nil
	}
	rows := []string{s.Rule.Paint(c.Repeat(x.env.Glyphs.Rule, f.width))}
	if x.ready() {
		if p, ok := x.view().current(); ok {
			rows = append(rows, x.about(p, f.card-1)...)
		}
	}
	for len(rows) < f.card {
		rows = append(rows, cell.Blank(f.width))
	}
	return rows[:f.card]
}

// about describes a cell in at most h rows.
func (x *Matrix) about(p at, h int) []string {
	s, c, w, v := x.env.Styles, x.env.Cell, x.frame.width, x.view()
	t, crumb := &x.env.Texts.Matrix, " "+x.env.Glyphs.Crumb+" "
	topic := v.grid.topics[x.shown][p.topic]
	head := " " + v.grid.names[p.report] + crumb + topic.name + "  "
	n := min(c.Width(head), w)
	rows := []string{(s.Strong + topic.ink).Paint(c.FitEllipsis(head, n)) + c.FitEllipsis(x.facts(p, t.EmptyCell), w-n)}
	text := x.sentence(p)
	var spans []cell.Span
	if x.shown == figures {
		if f := v.grid.matrix.Indicators[p.topic].Cells[p.report].Figure; f != nil && f.At >= 0 && f.At+len(f.Text) <= len(text) && text[f.At:f.At+len(f.Text)] == f.Text {
			spans = []cell.Span{{Start: f.At, End: f.At + len(f.Text), Ink: s.Now + s.Figure}}
		}
	}
	lines := c.Wrap(text, w-2, cell.Options{})
	for i, line := range lines {
		last := len(rows) == h-1 && i+1 < len(lines)
		if last { // more than there is room for: cut with a sign
			room := max(0, w-2-c.Width(x.env.Glyphs.More))
			rows = append(rows, " "+c.Paint(text, line, room, s.Faint, spans)+s.Faint.Paint(c.Fit(x.env.Glyphs.More, w-2-room))+" ")
		} else if len(rows) < h {
			rows = append(rows, " "+c.Paint(text, line, w-2, s.Faint, spans)+" ")
		}
		if len(rows) >= h {
			break
		}
	}
	return rows
}

// facts are what there is to say of a cell in one line.
func (x *Matrix) facts(p at, otherwise string) string {
	t, v := &x.env.Texts.Matrix, x.view()
	if x.shown == coverage {
		c := v.grid.matrix.Themes[p.topic].Cells[p.report]
		return fmt.Sprintf(t.ShareF, fmt.Sprintf("%.1f%%", c.Share*100), c.Characters, c.Figures)
	}
	c := v.grid.matrix.Indicators[p.topic].Cells[p.report]
	if c.Figure == nil {
		return otherwise
	}
	parts := []string{c.Figure.Text}
	if c.Figure.Qualifier != model.Exact && c.Figure.Qualifier != "" {
		parts = append(parts, x.env.Texts.Words.Qualifier(c.Figure.Qualifier))
	}
	if rate, ok := v.grid.matrix.PerMember(c, p.report); ok {
		parts = append(parts, fmt.Sprintf(t.PerMemberF, x.env.Words.Numbers.Rate(rate)))
	}
	if x.env.OwnPlace() != "" {
		if st, ok := compare.StandIn(v.grid.matrix, c.Figure.Indicator, p.report); ok {
			if said := x.env.Stands(st); said != "" {
				parts = append(parts, said)
			}
		}
	}
	if c.Figure.Period != nil {
		parts = append(parts, c.Figure.Period.Text)
	}
	switch v.grid.topics[figures][p.topic].odd(v.grid.matrix.Indicators[p.topic].Indicator, c.Figure) {
	case oddUnit:
		parts = append(parts, t.OddUnit)
	case oddSpan:
		parts = append(parts, t.OddSpan)
	}
	if c.Others > 0 {
		parts = append(parts, fmt.Sprintf(t.OthersF, c.Others))
	}
	return cell.Plain(strings.Join(parts, "  "))
}

// sentence is the sentence a cell comes from: a figure's, or the first of a
// theme.
func (x *Matrix) sentence(p at) string {
	g := x.view().grid
	if x.shown == figures {
		f := g.matrix.Indicators[p.topic].Cells[p.report].Figure
		if f != nil && f.Sentence != "" {
			return cell.Plain(f.Sentence)
		}
	}
	a, ok := g.anchor(x.shown, p)
	if !ok {
		return ""
	}
	text := g.matrix.Reports[p.report].Blocks()[a.Block].Text
	start, end := pane.SentenceAt(text, a.Offset)
	return cell.Plain(text[start:end])
}
