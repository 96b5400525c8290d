package compare

import (
	"cmp"
	"fmt"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/columns"
)

// widths are the cells of the table's columns; 0 leaves one out.
type widths struct {
	name, a, b, difference, ratio int
	tail                          int // behind a value: its trust, and how many others there are
	bars                          int // of both sides of the axis and the axis
}

const (
	signs = 4 // cursor, mark, fold, and a blank
	gap   = 2 // between columns
	trust = 1 // behind a value: how far it may be believed
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

// measure finds widths that hold what the rows say. Where room is short the
// bars go first, then the ratio and the difference: the line below the table
// says them too. Names and values give way last, for a number that is cut
// says nothing.
func (t *table) measure(c *Compare) widths {
	cells, texts := c.env.Cell, &c.env.Texts.Compare
	w := widths{
		name: cells.Width(texts.Indicator), a: cells.Width(c.short(0)), b: cells.Width(c.short(1)),
		difference: cells.Width(c.differenceName()), ratio: cells.Width(c.ratioName()), tail: trust,
	}
	for _, l := range t.lines {
		switch l.kind {
		case otherLine:
			w.name = max(w.name, cells.Width(cell.Plain(l.other.Label))+2)
		case familyLine:
			w.name = max(w.name, cells.Width(c.memberName(l.member))+4)
			w.a, w.b = max(w.a, cells.Width(c.memberText(l.member.A))), max(w.b, cells.Width(c.memberText(l.member.B)))
		case derivedLine:
			w.name = max(w.name, cells.Width(c.derivedName(l.derived))+2)
			w.a, w.b = max(w.a, cells.Width(c.derivedText(l.derived, 0))), max(w.b, cells.Width(c.derivedText(l.derived, 1)))
		case rowLine:
			row := &c.data.Figures[l.row]
			v := c.values(row)
			w.name = max(w.name, cells.Width(c.rowName(row)))
			w.a, w.b = max(w.a, cells.Width(v.a)), max(w.b, cells.Width(v.b))
			w.difference, w.ratio = max(w.difference, cells.Width(v.difference)), max(w.ratio, cells.Width(v.ratio))
			w.tail = max(w.tail, trust+len(further(len(row.OthersA))), trust+len(further(len(row.OthersB))))
		}
	}
	room := c.frame.width - signs - gap
	most := max(8, room/5) + w.tail
	all := []columns.Column{
		{Want: min(w.name, max(12, room/3)), Least: min(w.name, max(10, room/5)), Keep: 6},
		{Want: min(w.a+w.tail, most), Keep: 5},
		{Want: min(w.b+w.tail, most), Keep: 4},
		{Want: min(w.difference, 18), Keep: 3},
		{Want: min(w.ratio, 14), Keep: 2},
		{Want: barMost, Least: barLeast, Most: 2*barMost + 1, Keep: 1},
	}
	if t.member {
		all[3].Want = 0
	}
	fit := columns.Fit(room, gap, all)
	return widths{fit[0], max(0, fit[1]-w.tail), max(0, fit[2]-w.tail), fit[3], fit[4], w.tail, fit[5]}
}

// further says how many other figures there are behind a value.
func further(others int) string {
	if others == 0 {
		return ""
	}
	return fmt.Sprintf(" +%d", others)
}

// barMost and barLeast are the cells of both bars and their axis.
const (
	barMost  = 29
	barLeast = 9
)

func (c *Compare) ratioName() string {
	if c.newer != compare.Both && !c.table.member {
		return c.env.Texts.Compare.Growth
	}
	return c.env.Texts.Compare.RatioHead
}

func (c *Compare) rowName(row *compare.FigureRow) string {
	return cell.Plain(c.env.Words.Pick(row.Name, row.English))
}

// draw is the whole view.
func (t *table) draw(c *Compare) []string {
	f := c.frame
	rows := []string{t.head(c)}
	if len(t.lines) == 0 && t.Height() > 0 {
		text := c.env.Texts.Compare.NoRows
		if t.filter != "" {
			text = fmt.Sprintf(c.env.Texts.Compare.NoMatchF, t.filter)
		}
		rows = append(rows, c.env.Styles.Faint.Paint(c.env.Cell.FitEllipsis("    "+text, f.width)))
	}
	from, to := t.Window()
	for i := from; i < to; i++ {
		rows = append(rows, t.line(c, i))
	}
	rows = fill(rows, f.width, 1+t.Height())
	return fill(append(append(rows, t.rule(c)), c.sentences()...), f.width, f.height)
}

func (t *table) head(c *Compare) string {
	s, w := c.env.Styles, t.cols
	line := columns.NewRow(c.env.Cell, c.frame.width)
	line.Put("", "", signs)
	line.Put(s.Faint, c.env.Texts.Compare.Indicator, w.name)
	for i, n := range []int{w.a, w.b} {
		line.Put("", "", gap)
		line.Right(s.Faint, c.short(i), n)
		line.Put("", "", w.tail)
	}
	if w.difference > 0 {
		line.Put("", "", gap)
		line.Right(t.headInk(c, byDifference), c.differenceName(), w.difference)
	}
	if w.ratio > 0 {
		line.Put("", "", gap)
		line.Right(t.headInk(c, byRatio), c.ratioName(), w.ratio)
	}
	return line.End("")
}

// headInk shows which column the rows are sorted by.
func (t *table) headInk(c *Compare, o order) cell.Ink {
	if t.order == o {
		return c.env.Styles.Strong
	}
	return c.env.Styles.Faint
}

// line draws line i of the table.
func (t *table) line(c *Compare, i int) string {
	l, s, cells := t.lines[i], c.env.Styles, c.env.Cell
	if l.kind == themeLine {
		text, ink := "  "+c.themeName(l.theme), s.Strong+c.env.Topic(l.theme)
		if l.theme == oneSide {
			text, ink = "  "+c.env.Texts.Compare.OneSided, s.Faint
		}
		return ink.Paint(cells.FitEllipsis(text, c.frame.width))
	}
	base, cursor := s.Text, " "
	if i == t.Cursor() {
		base, cursor = s.Cursor, c.env.Glyphs.Run
	}
	mark := " "
	if l.kind != derivedLine && l.kind != familyLine && c.env.Selection().Contains(c.item(l).ID()) {
		mark = c.env.Glyphs.Mark
	}
	d := &drawer{Row: columns.NewRow(cells, c.frame.width), c: c, base: base}
	d.Put(base+s.Accent, cursor, 1)
	d.Put(base+s.Accent, mark, 1)
	switch l.kind {
	case otherLine:
		t.otherLine(d, l)
	case derivedLine:
		t.derivedLine(d, l)
	case familyLine:
		t.familyLine(d, l)
	default:
		t.rowLine(d, l)
	}
	return d.End(base)
}

// drawer writes the cells of one line from left to right.
type drawer struct {
	*columns.Row
	c    *Compare
	base cell.Ink
}

// value writes a figure at the right end of its column, how far it may be
// believed, and how many others there are.
func (d *drawer) value(text string, believed compare.Trust, others, w int) {
	s := d.c.env.Styles
	d.Put(d.base, "", gap)
	if text == "" {
		d.Right(d.base+s.Faint, d.c.env.Texts.Compare.None, w)
	} else {
		d.Right(d.base, text, w)
	}
	sign, ink := d.c.trustSign(believed)
	if text == "" {
		sign = ""
	}
	d.Put(d.base+ink, sign, trust)
	d.Put(d.base+s.Faint, further(others), d.c.table.cols.tail-trust)
}

// trustSign says how far a cell may be believed: by its form, and by its
// colour as well.
func (c *Compare) trustSign(t compare.Trust) (sign string, ink cell.Ink) {
	g, s := c.env.Glyphs, c.env.Styles
	switch t {
	case compare.TrustWhole:
		return g.Whole, s.Faint
	case compare.TrustPart:
		return g.Part, s.Faint
	case compare.TrustDoubt:
		return g.Doubt, s.Warn
	}
	return "", ""
}

// rowLine draws a row of the comparison.
func (t *table) rowLine(d *drawer, l line) {
	c, w, s := d.c, t.cols, d.c.env.Styles
	row := &c.data.Figures[l.row]
	v := c.values(row)
	fold := ""
	if c.folds(l.row) {
		fold = c.env.Glyphs.Shut
		if t.open[l.row] {
			fold = c.env.Glyphs.Opened
		}
	}
	d.Put(d.base+s.Faint, fold, 2)
	name := d.base
	if row.A == nil || row.B == nil {
		name += s.Faint
	}
	d.Put(name, c.rowName(row), w.name)
	d.value(v.a, row.TrustA, len(row.OthersA), w.a)
	d.value(v.b, row.TrustB, len(row.OthersB), w.b)
	if row.A == nil || row.B == nil {
		return
	}
	if why := t.why(c, row); why != "" {
		d.Put(d.base+s.Faint, "  "+why, d.Left())
		return
	}
	if w.difference > 0 {
		ink := d.base + s.Strong
		if v.unsure {
			ink = d.base + s.Faint
		}
		d.Put(d.base, "", gap)
		d.Right(ink, v.difference, w.difference)
	}
	if w.ratio > 0 {
		d.Put(d.base, "", gap)
		d.Right(d.base, v.ratio, w.ratio)
	}
	if w.bars > 0 {
		d.Put(d.base, "", gap)
		t.bars(d, v, s.Quiet(c.env.TopicIndex(row.Theme)))
	}
}

// derivedLine draws a row that neither text states, under the row it comes
// from.
func (t *table) derivedLine(d *drawer, l line) {
	c, s, w := d.c, d.c.env.Styles, t.cols
	d.Put(d.base, "", 4)
	d.Put(d.base+s.Faint, c.derivedName(l.derived), w.name-2)
	for side, n := range []int{w.a, w.b} {
		d.Put(d.base, "", gap)
		d.Right(d.base+s.Faint, c.derivedText(l.derived, side), n)
		d.Put(d.base, "", w.tail)
	}
	d.Put(d.base+s.Faint, "  "+c.env.Texts.Compare.Computed, d.Left())
}

// familyLine draws a stage of what was done with what a row counts, or a part
// of it, with its share.
func (t *table) familyLine(d *drawer, l line) {
	c, s, w := d.c, d.c.env.Styles, t.cols
	indent := 4 // of the cells before the name and of the name's own
	if !l.member.Stage {
		indent = 6
	}
	d.Put(d.base, "", indent)
	d.Put(d.base, c.memberName(l.member), max(0, w.name+2-indent))
	computed := false
	for i, n := range []int{w.a, w.b} {
		m := []*compare.Member{l.member.A, l.member.B}[i]
		d.Put(d.base, "", gap)
		if m == nil {
			d.Right(d.base+s.Faint, c.env.Texts.Compare.None, n)
		} else {
			d.Right(d.base, c.memberText(m), n)
			computed = computed || m.Computed()
		}
		d.Put(d.base, "", w.tail)
	}
	if computed {
		d.Put(d.base+s.Faint, "  "+c.env.Texts.Compare.ShareComputed, d.Left())
	}
}

func (c *Compare) memberName(m *compare.FamilyLine) string {
	return cell.Plain(c.env.Words.Pick(m.Name, m.English))
}

// memberText is a figure of a family and its share of the whole.
func (c *Compare) memberText(m *compare.Member) string {
	switch {
	case m == nil:
		return ""
	case m.Share == nil || m.Figure.Unit == "%":
		return m.Figure.Text
	}
	return m.Figure.Text + " " + c.env.Words.Numbers.Rate(*m.Share) + "%"
}

// derivedName says what a computed row is.
func (c *Compare) derivedName(x *compare.Derived) string {
	name := cell.Plain(c.env.Words.Pick(x.Name, x.English))
	switch t := &c.env.Texts.Compare; x.Kind {
	case compare.DerivedPerYear:
		return fmt.Sprintf(t.PerYearF, name)
	case compare.DerivedGrowth:
		return fmt.Sprintf(t.GrowthOfF, name)
	}
	return name
}

// derivedText is the value of a computed row on a side, empty where there is
// none.
func (c *Compare) derivedText(x *compare.Derived, side int) string {
	v := []*model.Range{x.A, x.B}[side]
	if v == nil {
		return ""
	}
	unit := cmp.Or(x.Units[side], x.Unit)
	if x.Kind == compare.DerivedPerYear { // as large as what was stated
		return c.env.Words.Numbers.Amount(*v) + unit
	}
	return c.env.Words.Numbers.Rate(*v) + unit
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
	d.Put(d.base, "", 4)
	d.Put(d.base+s.Faint, cell.Plain(l.other.Label), w.name-2)
	for side, n := range []int{w.a, w.b} {
		d.Put(d.base, "", gap)
		if side == l.side {
			d.Right(d.base, l.other.Text, n)
		} else {
			d.Put(d.base, "", n)
		}
		d.Put(d.base, "", w.tail)
	}
	d.Put(d.base+s.Faint, "  "+c.limits(l.other), d.Left())
}

// bars draws the two values on either side of an axis, the longer one in
// full.
func (t *table) bars(d *drawer, v values, ink cell.Ink) {
	g, c := d.c.env.Glyphs, d.c.env.Cell
	most := max(v.left, v.right)
	n := (t.cols.bars - 1) / 2
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
	d.Put(d.base, "", n-c.Width(left))
	d.Put(d.base+ink, left, c.Width(left))
	d.Put(d.base+d.c.env.Styles.Rule, g.Bar, 1)
	d.Put(d.base+ink, right, c.Width(right))
}
