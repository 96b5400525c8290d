package neighbours

import (
	"fmt"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/columns"
)

// frame says which cells of the body belong to what.
type frame struct {
	width, height int
	names         int
	widths        []int // of the columns, 0 for one that has no room
	columns       int   // how many show at once
	bar           int   // cells of the bars, 0 for none
	rows          int   // of the table
	card          int   // rows below it
}

const (
	gutter   = 2  // cells for the cursor
	gap      = 2  // before a column
	cardRows = 4  // of one sentence
	talkRows = 10 // of three
)

func newFrame(p cell.Policy, width, height int, t *table, talk bool) frame {
	f := frame{width: width, height: height}
	switch {
	case height >= 16 && talk:
		f.card = min(talkRows, height/2)
	case height >= 12:
		f.card = cardRows
	}
	f.rows = max(0, height-1-f.card)
	if t == nil {
		return f
	}
	want := make([]int, len(t.head))
	for i, h := range t.head {
		want[i] = p.Width(h)
	}
	for _, r := range t.rows {
		f.names = max(f.names, p.Width(r.name))
		for i, c := range r.cells {
			want[i] = max(want[i], min(p.Width(c), 28))
		}
	}
	f.names = min(max(f.names, p.Width(t.name)), max(8, width/4))
	room := width - gutter - f.names
	if t.wide {
		all := make([]columns.Column, len(want))
		for i, w := range want {
			all[i] = columns.Column{Want: w, Least: min(w, 7), Keep: len(want) - i}
		}
		all[len(all)-1].Keep = 1 // the strongest goes first
		f.widths, f.columns = columns.Fit(room, gap, all), len(want)
		return f
	}
	if t.bars && room > 50+len(want) {
		f.bar = len(want)
		room -= f.bar + gap
	}
	one := max(4, min(columns.Widest(want...), 16))
	f.columns = min(len(want), max(1, room/(one+gap)))
	for range want {
		f.widths = append(f.widths, one)
	}
	return f
}

// View draws the head, the rows and what the row under the cursor says.
func (x *Neighbours) View() []string {
	f := x.frame
	rows := make([]string, 0, f.height)
	if x.empty() {
		rows = append(rows, cell.Blank(f.width), x.blank(x.message()))
	} else {
		rows = append(rows, x.head())
		from, to := x.list.Window()
		for i := from; i < to; i++ {
			rows = append(rows, x.line(i))
		}
	}
	for len(rows) < f.height-f.card {
		rows = append(rows, cell.Blank(f.width))
	}
	rows = rows[:max(0, min(len(rows), f.height-f.card))]
	if f.card > 0 {
		rows = append(rows, x.card()...)
	}
	return rows[:f.height]
}

func (x *Neighbours) head() string {
	s, f := x.env.Styles, x.frame
	line := columns.NewRow(x.env.Cell, f.width)
	line.Put("", "", gutter)
	line.Put(s.Faint, x.data.name, f.names)
	from, to := x.across.Window()
	for i := from; i < to; i++ {
		if f.widths[i] == 0 {
			continue
		}
		ink := s.Faint
		if i == x.across.Cursor() {
			ink = s.Strong
		}
		line.Put("", "", gap)
		line.Right(ink, x.data.head[i], f.widths[i])
	}
	if from > 0 || to < len(x.data.head) {
		line.Put(s.Faint, " "+x.env.Glyphs.More, line.Left())
	}
	return line.End("")
}

func (x *Neighbours) line(i int) string {
	s, f, r := x.env.Styles, x.frame, &x.data.rows[x.rows[i]]
	line := columns.NewRow(x.env.Cell, f.width)
	sign, ink := "", s.Text
	if i == x.list.Cursor() {
		sign, ink = x.env.Glyphs.Cursor, s.Strong
	}
	line.Put(s.Accent, sign, gutter)
	line.Put(ink, r.name, f.names)
	from, to := x.across.Window()
	for j := from; j < to; j++ {
		if f.widths[j] == 0 {
			continue
		}
		ink := s.Text
		if r.cells[j] == noFigure || r.cells[j] == noReport {
			ink = s.Faint
		}
		if i == x.list.Cursor() && j == x.across.Cursor() {
			ink += s.Cursor
		}
		line.Put("", "", gap)
		line.Right(ink, r.fit(x.env.Cell, j, f.widths[j]), f.widths[j])
	}
	if f.bar > 0 {
		line.Put("", "", gap)
		line.Put(r.ink, r.bar, f.bar)
	}
	return line.End("")
}

// fit is cell j in w cells: of the last one the name is cut and the value stays.
func (r *row) fit(c cell.Policy, j, w int) string {
	name, ok := strings.CutSuffix(r.cells[j], r.tail)
	if !ok || r.tail == "" || j+1 < len(r.cells) || c.Width(r.cells[j]) <= w || c.Width(r.tail) >= w {
		return r.cells[j]
	}
	return c.FitEllipsis(name, w-c.Width(r.tail)) + r.tail
}

// card is the sentence of the cell under the cursor, or those of the
// strongest.
func (x *Neighbours) card() []string {
	s, f, r := x.env.Styles, x.frame, x.row()
	rows := []string{s.Rule.Paint(x.env.Cell.Repeat(x.env.Glyphs.Rule, f.width))}
	switch {
	case r == nil:
	case x.shown == standing && x.sentences:
		for i, ref := range r.strongest {
			left := (f.card - len(rows)) / (len(r.strongest) - i)
			rows = append(rows, x.said(ref, left)...)
		}
	case x.current().figure != nil:
		rows = append(rows, x.said(x.current(), f.card-1)...)
	}
	for len(rows) < f.card {
		rows = append(rows, cell.Blank(f.width))
	}
	return rows[:f.card]
}

// said is a figure with its report and its sentence, in at most h rows.
func (x *Neighbours) said(r ref, h int) []string {
	s, c, w := x.env.Styles, x.env.Cell, x.frame.width
	if h <= 0 {
		return nil
	}
	rows := []string{s.Strong.Paint(c.FitEllipsis(" "+cell.Plain(fmt.Sprintf("%s  %s", r.report.Name(), r.figure.Text)), w))}
	text := cell.Plain(r.figure.Sentence)
	var spans []cell.Span
	if f := r.figure; f.At >= 0 && f.At+len(f.Text) <= len(text) && text[f.At:f.At+len(f.Text)] == f.Text {
		spans = []cell.Span{{Start: f.At, End: f.At + len(f.Text), Ink: s.Now + s.Figure}}
	}
	lines := c.Wrap(text, w-2, cell.Options{})
	for i, line := range lines {
		if len(rows) == h {
			break
		}
		room := w - 2
		if len(rows) == h-1 && i+1 < len(lines) { // more than there is room for: cut with a sign
			room = max(0, room-c.Width(x.env.Glyphs.More))
			rows = append(rows, " "+c.Paint(text, line, room, s.Faint, spans)+s.Faint.Paint(c.Fit(x.env.Glyphs.More, w-2-room))+" ")
			continue
		}
		rows = append(rows, " "+c.Paint(text, line, room, s.Faint, spans)+" ")
	}
	return rows
}
