package compare

import (
	"fmt"
	"sort"

	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/pane"
)

// gutter is the cells left of a text: they show the reader's line and which
// lines are of the theme in view.
const gutter = 1

// texts draws the views with the two texts.
func (c *Compare) texts() []string {
	f := c.frame
	rows := make([]string, 0, f.height)
	if c.view == compare.ViewWording {
		rows = append(rows, c.list.totals(c, f.width))
	} else {
		rows = append(rows, c.strip(f.width))
	}
	rows = append(rows, c.panes()...)
	if f.rule > 0 {
		rows = append(rows, c.env.Styles.Rule.Paint(c.env.Cell.Repeat(c.env.Glyphs.Rule, f.width)))
	}
	if c.view == compare.ViewWording {
		rows = append(rows, c.list.draw(c, f.width, f.foot)...)
	} else {
		rows = append(rows, c.foot()...)
	}
	return fill(rows, f.width, f.height)
}

// fill makes exactly h rows of w cells.
func fill(rows []string, w, h int) []string {
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:max(0, h)]
}

// panes draws the texts that show, each under its name.
func (c *Compare) panes() []string {
	switch {
	case c.frame.over:
		return append(c.pane(0), c.pane(1)...)
	case !c.frame.two:
		return c.pane(c.active)
	}
	return c.join(c.pane(0), c.pane(1))
}

// join sets left and right side by side with a line between.
func (c *Compare) join(left, right []string) []string {
	bar := c.env.Styles.Rule.Paint(c.env.Glyphs.Bar)
	rows := make([]string, len(left))
	for i := range left {
		rows[i] = left[i] + bar + right[i]
	}
	return rows
}

// pane draws one side: its head and its text with the gutter.
func (c *Compare) pane(i int) []string {
	s := c.sides[i]
	rows := make([]string, 0, 1+c.frame.text)
	rows = append(rows, c.head(i, c.frame.cells(i)))
	cursor, seen := s.text.RowOf(s.at)
	var spans []compare.Span
	var topic cell.Ink
	if at := c.theme(); at >= 0 && c.view == compare.ViewSections {
		row := &c.data.Themes[at]
		spans, topic = themeSide(row, i).Spans, c.env.Topic(row.Theme.ID)
	}
	c.showStrip(i, spans, topic)
	shown := s.text.Rows()
	for y, text := range s.text.View() {
		sign, ink := " ", cell.Ink("")
		switch {
		case seen && y == cursor && i == c.active:
			sign, ink = c.env.Glyphs.Cursor, c.env.Styles.Accent
		case seen && y == cursor:
			sign, ink = c.env.Glyphs.Cursor, c.env.Styles.Faint
		case touches(spans, shown[y]):
			sign, ink = c.env.Glyphs.Run, topic
		}
		rows = append(rows, ink.Paint(c.env.Cell.Fit(sign, gutter))+text)
	}
	return rows
}

// showStrip puts beside a text where it deals with the theme in view.
func (c *Compare) showStrip(i int, spans []compare.Span, topic cell.Ink) {
	now := c.theme() + 1
	if c.view != compare.ViewSections {
		now = -1
	}
	if c.beside[i] == now {
		return
	}
	c.beside[i] = now
	var marks []pane.Mark
	for _, s := range spans {
		marks = append(marks, pane.Mark{Block: s.Block, Start: s.Start, End: s.End})
	}
	if now < 0 {
		marks, topic = c.shared[i], c.env.Styles.Accent
	}
	c.sides[i].text.SetStrip(marks, topic)
}

// touches tells whether a row shows some of the spans, which are in reading
// order.
func touches(spans []compare.Span, row pane.Row) bool {
	i := sort.Search(len(spans), func(i int) bool {
		s := spans[i]
		return s.Block > row.Block || s.Block == row.Block && s.End > row.Start
	})
	return i < len(spans) && spans[i].Block == row.Block && spans[i].Start < row.End
}

// head names a side and the section in view, and says what there is on the
// theme.
func (c *Compare) head(i, w int) string {
	s, cells, styles := c.sides[i], c.env.Cell, c.env.Styles
	note, warn := c.headNote(i)
	label := " " + cell.Plain(c.short(i))
	title := ""
	if text := s.title(); text != "" {
		title = " " + c.env.Glyphs.Crumb + " " + text
	}
	n := min(cells.Width(label), w)
	right := min(cells.Width(note), max(0, (w-n)*2/3))
	ink := styles.Faint + styles.Strong
	if i == c.active {
		ink = styles.Accent
	}
	noteInk := styles.Faint
	if warn {
		noteInk = styles.Warn
	}
	return ink.Paint(cells.Fit(label, n)) + c.titleInk(i).Paint(cells.FitEllipsis(title, w-n-right)) +
		noteInk.Paint(cells.FitEllipsis(note, right))
}

func (c *Compare) titleInk(i int) cell.Ink {
	if i == c.active {
		return c.env.Styles.Text
	}
	return c.env.Styles.Faint
}

// headNote is what stands at the right end of a head, and whether it is
// something to be aware of.
func (c *Compare) headNote(i int) (note string, warn bool) {
	t := &c.env.Texts.Compare
	if c.view == compare.ViewWording {
		return c.list.sectionShare(c, i) + " ", false
	}
	at := c.theme()
	if at < 0 {
		return "", false
	}
	row := &c.data.Themes[at]
	side := themeSide(row, i)
	if len(side.Spans) == 0 {
		return "  " + c.env.Glyphs.Lacks + " " + t.NotHere + " ", true
	}
	if c.linked && c.paired() {
		return "  = " + t.Paired + " ", false
	}
	if f, _ := c.landmark(); f != nil && c.linked {
		return fmt.Sprintf("  "+t.SameF+" ", c.figureName(f)), false
	}
	all := max(1, c.sides[i].report.Characters)
	return fmt.Sprintf("  "+t.ShareF+" ", c.env.ThemeName(row.Theme.ID), percent(side.Characters, all)), false
}

// percent writes a share the way a table shows it.
func percent(part, all int) string {
	if all == 0 {
		return "0%"
	}
	p := 100 * float64(part) / float64(all)
	if p < 10 {
		return fmt.Sprintf("%.1f%%", p)
	}
	return fmt.Sprintf("%.0f%%", p)
}

// short is what a side is called where room is short: what tells the two
// apart.
func (c *Compare) short(i int) string {
	a, b := c.sides[i].report, c.sides[1-i].report
	switch {
	case a.Place == "":
		return name(a)
	case a.Place != b.Place:
		return a.Place
	case a.Year != b.Year && a.Year > 0:
		return fmt.Sprint(a.Year)
	case a.City != b.City && a.City != a.Place && b.City != b.Place:
		return a.City + a.Place
	}
	return name(a)
}
