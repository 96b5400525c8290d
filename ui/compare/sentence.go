package compare

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/pane"
)

// rule is the line between the table and the sentences: what the row under
// the cursor says of the two figures, for tables without room for it.
func (t *table) rule(c *Compare) string {
	s, cells := c.env.Styles, c.env.Cell
	l := t.current()
	if l.row < 0 {
		return s.Rule.Paint(cells.Repeat(c.env.Glyphs.Rule, c.frame.width))
	}
	row := &c.data.Figures[l.row]
	text := c.differences(row)
	switch {
	case row.Reason != "":
		text = c.env.Words.Reasons[row.Reason]
		if row.Reason == compare.ReasonOnlyA || row.Reason == compare.ReasonOnlyB {
			text = c.env.Texts.Compare.OneOnly
		}
	case t.member && row.PerMember == nil:
		text = c.env.Texts.Compare.NoRate
	}
	text = " " + c.rowName(row) + "  " + text + " "
	n := min(cells.Width(text), c.frame.width)
	lead := min(2, c.frame.width-n)
	return s.Rule.Paint(cells.Repeat(c.env.Glyphs.Rule, lead)) + s.Faint.Paint(cells.FitEllipsis(text, n)) +
		s.Rule.Paint(cells.Repeat(c.env.Glyphs.Rule, c.frame.width-n-lead))
}

// sentences draws where the figures of the row under the cursor stand.
func (c *Compare) sentences() []string {
	l := c.table.current()
	if l.row < 0 {
		return nil
	}
	figures := c.stated(l)
	f, h := c.frame, c.table.detail
	if f.two {
		return c.join(c.sentence(0, figures[0], area{f.left, h}), c.sentence(1, figures[1], area{f.right, h}))
	}
	return append(c.sentence(0, figures[0], area{f.width, h}), c.sentence(1, figures[1], area{f.width, h})...)
}

// area is a size in cells and rows.
type area struct{ width, height int }

// sentence draws the sentence of a figure under the side's name and its
// section; in few rows they share a line.
func (c *Compare) sentence(i int, f *model.Figure, room area) []string {
	s, cells := c.env.Styles, c.env.Cell
	label := " " + cell.Plain(c.short(i))
	ink := s.Faint + s.Strong
	if i == c.active {
		ink = s.Accent
	}
	if f == nil {
		n := min(cells.Width(label), room.width)
		row := ink.Paint(cells.Fit(label, n)) + s.Faint.Paint(cells.FitEllipsis("  "+c.env.Texts.Compare.None, room.width-n))
		return fill([]string{row}, room.width, room.height)
	}
	if room.height < 2 {
		n := min(cells.Width(label)+1, room.width)
		line := c.excerpt(i, f, area{room.width - n - 1, 1})
		return []string{ink.Paint(cells.Fit(label, n)) + line[0] + cell.Blank(room.width-n-max(0, room.width-n-1))}
	}
	n := min(cells.Width(label), room.width)
	title := ""
	if said := c.place(i); said != "" {
		title = "  " + said
	}
	if section := c.sides[i].report.Section(f.Section); section != nil && section.Title != "" {
		title += " " + c.env.Glyphs.Crumb + " " + section.Title
	}
	rows := []string{ink.Paint(cells.Fit(label, n)) + s.Faint.Paint(cells.FitEllipsis(title, room.width-n))}
	margin := min(2, room.width)
	for _, line := range c.excerpt(i, f, area{max(0, room.width-2*margin), room.height - 1}) {
		rows = append(rows, cell.Blank(margin)+line+cell.Blank(room.width-margin-max(0, room.width-2*margin)))
	}
	return fill(rows, room.width, room.height)
}

// excerpt draws as much of a figure's sentence as there is room for, the
// figure emphasised: from the sentence's beginning if the figure is in view
// then, else from the first clause from which it is.
func (c *Compare) excerpt(i int, f *model.Figure, room area) []string {
	cells := c.env.Cell
	text, start, end := around(c.sentenceOf(i, f), room)
	lines := cells.Wrap(text, room.width, cell.Options{})
	for from := 0; lineOf(lines, end-1) >= room.height; {
		next := clauseAfter(text, from, start)
		if next < 0 { // a clause longer than the room
			lines = lines[lineOf(lines, end-1)-max(0, room.height-1):]
			break
		}
		head := cell.Span{Start: start - next, End: end - next}
		text, start, end, from = "…"+text[next:], head.Start+len("…"), head.End+len("…"), len("…")
		lines = cells.Wrap(text, room.width, cell.Options{})
	}
	var rows []string
	for _, l := range lines[:min(len(lines), max(0, room.height))] {
		spans := []cell.Span{{Start: start, End: end, Ink: c.env.Styles.Now + c.env.Styles.Figure}}
		rows = append(rows, cells.Paint(text, l, room.width, c.env.Styles.Text, spans))
	}
	return fill(rows, room.width, room.height)
}

// quote is a text and the bytes of a figure in it.
type quote struct {
	text       string
	start, end int
}

// around cuts what can't be in view off a sentence of any length.
func around(q quote, room area) (text string, start, end int) {
	most := 4 * max(1, room.width) * max(1, room.height) // no character takes more bytes for a cell
	from, to := 0, len(q.text)
	if q.start > most {
		from = q.start - most
		for from < q.start && !utf8.RuneStart(q.text[from]) {
			from++
		}
	}
	if to-q.end > most {
		to = q.end + most
		for to < len(q.text) && !utf8.RuneStart(q.text[to]) {
			to++
		}
	}
	return q.text[from:to], q.start - from, q.end - from
}

// clauseAfter is where the next clause begins, -1 when none begins before a
// limit.
func clauseAfter(text string, from, limit int) int {
	const stops = "，、；：,;:"
	i := strings.IndexAny(text[from:limit], stops)
	if i < 0 {
		return -1
	}
	_, size := utf8.DecodeRuneInString(text[from+i:])
	if at := from + i + size; at <= limit {
		return at
	}
	return -1
}

// sentenceOf is the sentence a figure stands in, and where in it.
func (c *Compare) sentenceOf(i int, f *model.Figure) quote {
	section := c.sides[i].report.Section(f.Section)
	if section == nil {
		return quote{f.Text, 0, len(f.Text)}
	}
	whole := section.Title
	if f.Paragraph >= 0 && f.Paragraph < len(section.Paragraphs) {
		whole = section.Paragraphs[f.Paragraph].Text
	}
	if f.Start < 0 || f.End > len(whole) || f.Start > f.End {
		return quote{f.Text, 0, len(f.Text)}
	}
	from, to := pane.SentenceAt(whole, f.Start)
	to = max(to, f.End)
	return quote{whole[from:to], f.Start - from, f.End - from}
}

func lineOf(lines []cell.Line, offset int) int {
	for i, l := range lines {
		if offset < l.End {
			return i
		}
	}
	return max(0, len(lines)-1)
}

// limits is what limits a figure, without what it counts.
func (c *Compare) limits(f *model.Figure) string {
	g := *f
	g.Label = ""
	return c.describe(&g)
}

// themeName is the name of a theme; figures outside all themes have none.
func (c *Compare) themeName(id string) string {
	if id == "" {
		return c.env.Texts.Compare.OtherThemes
	}
	return c.env.ThemeName(id)
}
