package compare

import (
	"fmt"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
	"duidu/ui/cell"
)

// The strip of themes above the texts, and the figures below them.

// strip shows which report has which theme; the one in view is marked. What
// does not fit around it is left out, with a sign at the end.
func (c *Compare) strip(w int) string {
	cells, faint := c.env.Cell, c.env.Styles.Faint
	from, to := c.stripped(w)
	if from == to {
		return cell.Blank(w)
	}
	var b strings.Builder
	b.WriteString(faint.Paint(cells.Fit(more(from > 0, c.env.Glyphs.Earlier), stripEnd)))
	room := w - 2*stripEnd
	for i := from; i < to && room > 0; i++ {
		n := min(room, c.stripWidth(i))
		b.WriteString(c.themeCell(i, i == c.theme(), n))
		room -= n
	}
	return b.String() + cell.Blank(room) + faint.Paint(cells.FitRight(more(to < len(c.data.Themes), c.env.Glyphs.Later), stripEnd))
}

// stripEnd is the cells at each end for a sign that there is more.
const stripEnd = 2

func (c *Compare) stripWidth(i int) int { return c.env.Cell.Width(c.coverage(i)) + 2 }

// stripped lists the themes that have room in w cells: the one in view and
// as many as possible around it.
func (c *Compare) stripped(w int) (from, to int) {
	left, all := w-2*stripEnd, len(c.data.Themes)
	if all == 0 || left <= 0 {
		return 0, 0
	}
	from = max(0, c.theme())
	to = from + 1
	left -= c.stripWidth(from)
	for grown := true; grown; {
		grown = false
		if to < all && c.stripWidth(to) <= left {
			left -= c.stripWidth(to)
			to++
			grown = true
		}
		if from > 0 && c.stripWidth(from-1) <= left {
			from--
			left -= c.stripWidth(from)
			grown = true
		}
	}
	return from, to
}

// stripAt is the theme drawn at a column of the strip, -1 for none.
func (c *Compare) stripAt(x int) int {
	from, to := c.stripped(c.frame.width)
	at := stripEnd
	for i := from; i < to; i++ {
		if at <= x && x < at+c.stripWidth(i) {
			return i
		}
		at += c.stripWidth(i)
	}
	return -1
}

func more(is bool, sign string) string {
	if is {
		return sign
	}
	return ""
}

// coverage is a theme's name and who has it.
func (c *Compare) coverage(i int) string {
	g, row := c.env.Glyphs, &c.data.Themes[i]
	signs := map[compare.Side]string{compare.Both: g.Has + g.Has, compare.SideA: g.Has + g.Lacks, compare.SideB: g.Lacks + g.Has}
	return c.env.ThemeName(row.Theme.ID) + " " + signs[row.Only()]
}

// themeCell draws one theme in w cells.
func (c *Compare) themeCell(i int, now bool, w int) string {
	s, cells := c.env.Styles, c.env.Cell
	text := c.coverage(i)
	n := min(cells.Width(text), w)
	ink := s.Text
	if c.data.Themes[i].Only() != compare.Both {
		ink = s.Faint
	}
	if now {
		ink = s.Now + c.env.Topic(c.data.Themes[i].Theme.ID)
	}
	return ink.Paint(cells.FitEllipsis(text, n)) + cell.Blank(w-n)
}

// foot draws the figures of the theme in view on both sides, or the card of
// the current figure and its partner.
func (c *Compare) foot() []string {
	f := c.frame
	if f.foot == 0 {
		return nil
	}
	if f.two {
		return c.join(c.footSide(0, f.left, f.foot), c.footSide(1, f.right, f.foot))
	}
	if f.foot == 1 {
		return c.footSide(c.active, f.width, 1)
	}
	rows := append(c.footSide(0, f.width, 1), c.footSide(1, f.width, 1)...)
	return fill(rows, f.width, f.foot)
}

// footSide draws what the foot says of one side in h rows of w cells.
func (c *Compare) footSide(i, w, h int) []string {
	var rows []string
	if now := c.sides[c.active].text.Figure(); now >= 0 {
		rows = c.card(i, w, h, &c.sides[c.active].report.Figures[now])
	} else {
		rows = c.summary(i, w, h)
	}
	return fill(rows, w, h)
}

// summary lists the figures a side has on the theme in view, as far as they
// go into h rows.
func (c *Compare) summary(i, w, h int) []string {
	t, s, cells := &c.env.Texts.Compare, c.env.Styles, c.env.Cell
	label := " " + c.env.Texts.Words.Figures + " "
	if !c.frame.two {
		label = " " + cell.Plain(c.short(i)) + " "
	}
	at := c.theme()
	if at < 0 {
		return []string{s.Faint.Paint(cells.Fit(label, w))}
	}
	side := themeSide(&c.data.Themes[at], i)
	n := min(cells.Width(label), w)
	if len(side.Figures) == 0 {
		return []string{s.Faint.Paint(cells.Fit(label, n) + cells.FitEllipsis(t.NoFigures, w-n))}
	}
	var rows []string
	next := 0
	for len(rows) < h && next < len(side.Figures) {
		var line string
		line, next = c.figureLine(i, side.Figures, next, lineRoom{w - n, len(rows) == h-1})
		rows = append(rows, s.Faint.Paint(cells.Fit(label, n))+line)
		label = ""
	}
	return rows
}

// lineRoom is the cells of a line of figures and whether it is the last.
type lineRoom struct {
	width int
	last  bool
}

// figureLine writes figures from the next-th on into a line and returns the
// first that did not fit; the last line says how many are left.
func (c *Compare) figureLine(i int, figures []int, next int, room lineRoom) (string, int) {
	s, cells := c.env.Styles, c.env.Cell
	var b strings.Builder
	left := room.width
	for first := true; next < len(figures); first = false {
		f := &c.sides[i].report.Figures[figures[next]]
		head, value := c.figureName(f)+" ", cell.Plain(f.Text)
		gap := ""
		if !first {
			gap = "  "
		}
		need := cells.Width(gap + head + value)
		keep := 0
		if room.last && next+1 < len(figures) {
			keep = cells.Width(fmt.Sprintf("  +%d", len(figures)-next-1))
		}
		if need+keep > left {
			if !first {
				break
			}
			head = cells.FitEllipsis(head, max(0, left-keep-cells.Width(value)))
			value, _ = cells.Cut(value, left-keep)
			need = cells.Width(head + value)
		}
		b.WriteString(gap + s.Faint.Paint(head) + (s.Strong).Paint(value))
		left -= need
		next++
	}
	if room.last && next < len(figures) {
		rest := fmt.Sprintf("  +%d", len(figures)-next)
		if n := cells.Width(rest); n <= left {
			b.WriteString(s.Faint.Paint(rest))
			left -= n
		}
	}
	return b.String() + cell.Blank(left), next
}

// figureName is what a figure counts: its indicator, else its label.
func (c *Compare) figureName(f *model.Figure) string {
	if in, ok := c.env.Catalogue.Indicator(f.Indicator); ok {
		return cell.Plain(c.env.Words.Pick(in.Name, in.English))
	}
	return cell.Plain(f.Label)
}

// card says what the current figure is; on the other side stands its
// partner, if it has one.
func (c *Compare) card(i, w, h int, now *model.Figure) []string {
	t, s, cells := &c.env.Texts.Compare, c.env.Styles, c.env.Cell
	f, reason := now, ""
	if i != c.active {
		f, reason = c.partner(now)
	}
	label := " "
	if !c.frame.two {
		label = " " + cell.Plain(c.short(i)) + " "
	}
	n := min(cells.Width(label), w)
	head := s.Faint.Paint(cells.Fit(label, n))
	if f == nil {
		return []string{head + s.Faint.Paint(cells.FitEllipsis(t.NoPartner, w-n))}
	}
	mark := ""
	if c.env.Selection().Contains(take.FigureID(c.sides[i].report, f)) {
		mark = c.env.Glyphs.Mark + " "
	}
	theme := f.Theme
	title := mark + c.figureName(f) + "  " + f.Text
	detail := c.describe(f)
	if reason != "" {
		detail = reason + "  " + detail
	}
	room := w - n
	if h == 1 {
		k := min(cells.Width(title), room)
		return []string{head + (s.Strong + c.env.Topic(theme)).Paint(cells.FitEllipsis(title, k)) + s.Faint.Paint(cells.FitEllipsis("  "+detail, room-k))}
	}
	return []string{
		head + (s.Strong + c.env.Topic(theme)).Paint(cells.FitEllipsis(title, room)),
		cell.Blank(n) + s.Faint.Paint(cells.FitEllipsis(detail, room)),
	}
}

// partner is the figure of the other report in the same row of the table,
// and what is to be said of comparing the two.
func (c *Compare) partner(f *model.Figure) (other *model.Figure, note string) {
	other = c.mate(f)
	if other == nil {
		return nil, ""
	}
	row := &c.data.Figures[c.rowOf[f]]
	if row.Reason != "" {
		return other, c.env.Words.Reasons[row.Reason]
	}
	return other, c.differences(row)
}

// differences is how the two figures of a row differ, in words.
func (c *Compare) differences(row *compare.FigureRow) string {
	v := c.values(row)
	t := &c.env.Texts.Compare
	var parts []string
	if v.difference != "" {
		name := t.Difference
		if c.newer != compare.Both {
			name = t.Change
		}
		parts = append(parts, name+" "+v.difference)
	}
	if v.ratio != "" {
		name := t.Ratio
		if c.newer != compare.Both {
			name = t.Growth
		}
		parts = append(parts, name+" "+v.ratio)
	}
	return strings.Join(parts, "  ")
}

// describe is what limits a figure and what it counts, in the text's words.
func (c *Compare) describe(f *model.Figure) string {
	w := &c.env.Texts.Words
	var parts []string
	add := func(is bool, text string) {
		if is && text != "" {
			parts = append(parts, text)
		}
	}
	add(f.Qualifier != model.Exact && f.Qualifier != "", w.Qualifier(f.Qualifier))
	add(f.Each, w.Each)
	add(f.Plan, w.Plan)
	add(f.Part, w.Part)
	if f.Period != nil {
		add(true, f.Period.Text)
	}
	add(true, cell.Plain(f.Label))
	return strings.Join(parts, "  ")
}
