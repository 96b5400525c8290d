package compare

import (
	"fmt"
	"strings"

	"duidu/model/compare"
	"duidu/ui/cell"
)

// columns are the widths of the table's columns in cells; 0 leaves one out.
type columns struct {
	name, a, b, difference, ratio int
	bar                           int // of either side of the axis
}

const (
	signs  = 4 // cursor, mark, fold, and a blank
	others = 3 // how many others a value has: +12
	gap    = 2 // between columns
)

// tableRows divides a body: the lines of the table, and the rows for the
// sentence of each side.
func tableRows(f frame) (height, detail int) {
	switch {
	case f.two:
		detail = min(max(2, f.height/5), 5)
	case f.height < 12:
		detail = 1
	case f.height < 24:
		detail = 2
	default:
		detail = 3
	}
	return max(0, f.height-2-f.sentences(detail)), detail
}

// sentences is the rows that the sentences of both sides take.
func (f frame) sentences(detail int) int {
	if f.two {
		return detail
	}
	return 2 * detail
}

// measure finds widths that hold what the rows say, and gives up the bars,
// the ratio and the difference, in this order, where room is short: the
// line below the table says them too.
func (t *table) measure(c *Compare) columns {
	cells := c.env.Cell
	texts := &c.env.Texts.Compare
	w := columns{
		name: cells.Width(texts.Indicator), a: cells.Width(c.short(0)), b: cells.Width(c.short(1)),
		difference: cells.Width(c.differenceName()), ratio: cells.Width(c.ratioName()),
	}
	for _, l := range t.lines {
		if l.kind == otherLine {
			w.name = max(w.name, cells.Width(cell.Plain(l.other.Label))+2)
		}
		if l.kind != rowLine {
			continue
		}
		row := &c.data.Figures[l.row]
		v := c.values(row)
		w.name = max(w.name, cells.Width(c.rowName(row)))
		w.a, w.b = max(w.a, cells.Width(v.a)), max(w.b, cells.Width(v.b))
		w.difference, w.ratio = max(w.difference, cells.Width(v.difference)), max(w.ratio, cells.Width(v.ratio))
		if row.A != nil && row.B != nil && row.Reason != "" {
			reason := cells.Width(c.env.Words.Reasons[row.Reason])
			w.ratio = max(w.ratio, min(reason-w.difference-2, 12))
		}
	}
	if t.member {
		w.difference = 0
	}
	room := c.frame.width - signs
	w.name = min(w.name, max(12, room/3))
	w.a, w.b = min(w.a, max(8, room/5)), min(w.b, max(8, room/5))
	w.difference, w.ratio = min(w.difference, 16), min(w.ratio, 12)
	w.bar = min((room-w.used()-3)/2, 14)
	if w.bar < 4 {
		w.bar = 0
	}
	if w.used() > room {
		w.ratio = 0
	}
	if w.used() > room {
		w.difference = 0
	}
	if over := w.used() - room; over > 0 {
		w.name = max(4, w.name-over)
	}
	return w
}

// used is the width of the columns without the bars.
func (w columns) used() int {
	n := w.name + gap + w.a + others + gap + w.b + others
	if w.difference > 0 {
		n += gap + w.difference
	}
	if w.ratio > 0 {
		n += gap + w.ratio
	}
	return n
}

func (c *Compare) ratioName() string {
	if c.newer != compare.Both && !c.table.member {
		return c.env.Texts.Compare.Growth
	}
	return c.env.Texts.Compare.Ratio
}

func (c *Compare) rowName(row *compare.FigureRow) string {
	return cell.Plain(c.env.Words.Pick(row.Name, row.English))
}

// draw is the whole view.
func (t *table) draw(c *Compare) []string {
	f := c.frame
	rows := []string{t.head(c)}
	if len(t.lines) == 0 && t.height > 0 {
		text := c.env.Texts.Compare.NoRows
		if t.filter != "" {
			text = fmt.Sprintf(c.env.Texts.Compare.NoMatchF, t.filter)
		}
		rows = append(rows, c.env.Styles.Faint.Paint(c.env.Cell.FitEllipsis("    "+text, f.width)))
	}
	for i := t.top; i < len(t.lines) && len(rows) <= t.height; i++ {
		rows = append(rows, t.line(c, i))
	}
	rows = fill(rows, f.width, 1+t.height)
	return fill(append(append(rows, t.rule(c)), c.sentences()...), f.width, f.height)
}

func (t *table) head(c *Compare) string {
	s, cells, w := c.env.Styles, c.env.Cell, t.cols
	var b strings.Builder
	b.WriteString(cells.Fit("", signs) + cells.Fit(c.env.Texts.Compare.Indicator, w.name))
	b.WriteString(cell.Blank(gap) + cells.FitRight(c.short(0), w.a) + cell.Blank(others+gap) + cells.FitRight(c.short(1), w.b) + cell.Blank(others))
	if w.difference > 0 {
		b.WriteString("  " + cells.FitRight(c.differenceName(), w.difference))
	}
	if w.ratio > 0 {
		b.WriteString("  " + cells.FitRight(c.ratioName(), w.ratio))
	}
	return s.Faint.Paint(cells.Fit(b.String(), c.frame.width))
}

// line draws line i of the table.
func (t *table) line(c *Compare, i int) string {
	l, s, cells := t.lines[i], c.env.Styles, c.env.Cell
	if l.kind == themeLine {
		text := "  " + c.themeName(l.theme)
		return (s.Strong + c.env.Topic(l.theme)).Paint(cells.FitEllipsis(text, c.frame.width))
	}
	base, cursor := s.Text, " "
	if i == t.cursor {
		base, cursor = s.Cursor, c.env.Glyphs.Run
	}
	mark := " "
	if c.env.Selection.Contains(c.item(l).ID()) {
		mark = c.env.Glyphs.Mark
	}
	d := drawer{c: c, base: base, left: c.frame.width}
	d.put(base+s.Accent, cursor, 1)
	d.put(base+s.Accent, mark, 1)
	if l.kind == otherLine {
		t.otherLine(&d, l)
	} else {
		t.rowLine(&d, l)
	}
	d.put(base, "", d.left)
	return d.String()
}

// rowLine draws a row of the comparison.
func (t *table) rowLine(d *drawer, l line) {
	c, w, s := d.c, t.cols, d.c.env.Styles
	row := &c.data.Figures[l.row]
	v := c.values(row)
	fold := ""
	if len(row.OthersA)+len(row.OthersB) > 0 {
		fold = c.env.Glyphs.Shut
		if t.open[l.row] {
			fold = c.env.Glyphs.Opened
		}
	}
	d.put(d.base+s.Faint, fold, 2)
	name := d.base
	if row.A == nil || row.B == nil {
		name += s.Faint
	}
	d.put(name, c.rowName(row), w.name)
	d.put(d.base, "", gap)
	d.value(v.a, len(row.OthersA), w.a)
	d.put(d.base, "", gap)
	d.value(v.b, len(row.OthersB), w.b)
	if row.A == nil || row.B == nil {
		return
	}
	if why := t.why(c, row); why != "" {
		d.put(d.base+s.Faint, "  "+why, d.left)
		return
	}
	if w.difference > 0 {
		ink := d.base + s.Strong
		if v.unsure {
			ink = d.base + s.Faint
		}
		d.right(ink, v.difference, gap, w.difference)
	}
	if w.ratio > 0 {
		d.right(d.base, v.ratio, gap, w.ratio)
	}
	if w.bar > 0 {
		d.put(d.base, "", 2)
		t.bars(d, v, c.env.Topic(row.Theme))
	}
}

// why says why a row of two figures has no difference, empty if it has one.
func (t *table) why(c *Compare, row *compare.FigureRow) string {
	switch {
	case row.A == nil || row.B == nil:
		return ""
	case row.Reason != "":
		return c.env.Words.Reasons[row.Reason]
	case t.member && row.PerMember == nil:
		return c.env.Texts.Compare.NoRate
	}
	return ""
}

// otherLine draws a figure folded under its row, in the column of its side.
func (t *table) otherLine(d *drawer, l line) {
	c, w, s := d.c, t.cols, d.c.env.Styles
	d.put(d.base, "", 4)
	d.put(d.base+s.Faint, cell.Plain(l.other.Label), w.name-2)
	d.put(d.base, "", gap)
	column := w.a
	if l.side == 1 {
		d.put(d.base, "", w.a+others+gap)
		column = w.b
	}
	d.right(d.base, l.other.Text, 0, column)
	if l.side == 0 {
		d.put(d.base, "", others+gap+w.b)
	}
	d.put(d.base, "", others)
	d.put(d.base+s.Faint, "  "+c.limits(l.other), d.left)
}

// bars draws the two values on either side of an axis, the longer one in
// full.
func (t *table) bars(d *drawer, v values, ink cell.Ink) {
	g, c := d.c.env.Glyphs, d.c.env.Cell
	most := max(v.left, v.right)
	n := t.cols.bar
	if most <= 0 {
		return
	}
	length := func(x float64) int { return int(x/most*float64(n) + 0.5) }
	left, right := c.Repeat(g.Block, length(v.left)), c.Repeat(g.Block, length(v.right))
	if left == "" && v.left > 0 {
		left = g.BarLeft
	}
	if right == "" && v.right > 0 {
		right = g.BarRight
	}
	d.put(d.base, "", n-c.Width(left))
	d.put(d.base+ink, left, c.Width(left))
	d.put(d.base+d.c.env.Styles.Rule, g.Bar, 1)
	d.put(d.base+ink, right, c.Width(right))
}

// drawer writes the cells of one line from left to right.
type drawer struct {
	strings.Builder
	c    *Compare
	base cell.Ink
	left int // cells that are left
}

// put writes a text in w cells.
func (d *drawer) put(ink cell.Ink, text string, w int) {
	w = min(w, d.left)
	if w <= 0 {
		return
	}
	d.left -= w
	d.WriteString(ink.Paint(d.c.env.Cell.FitEllipsis(text, w)))
}

// right writes a text at the right end of w cells, after a gap.
func (d *drawer) right(ink cell.Ink, text string, before, w int) {
	d.put(d.base, "", before)
	pad := max(0, min(w, d.left)-d.c.env.Cell.Width(text))
	d.put(d.base, "", pad)
	d.put(ink, text, w-pad)
}

// value writes a figure at the right end of its column, and how many others
// there are.
func (d *drawer) value(text string, more, w int) {
	s := d.c.env.Styles
	if text == "" {
		d.right(d.base+s.Faint, d.c.env.Texts.Compare.None, 0, w)
	} else {
		d.right(d.base, text, 0, w)
	}
	count := ""
	if more > 0 {
		count = fmt.Sprintf(" +%d", more)
	}
	d.put(d.base+s.Faint, count, others)
}
