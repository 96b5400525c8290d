package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// table is the view of the figures: the rows that show, and a cursor.
type table struct {
	lines  []line
	cursor int // index in lines
	top    int // first line shown
	height int // lines that have room
	detail int // rows of the sentences below, of each side when stacked
	order  order
	filter string
	open   map[int]bool // unfolded rows
	member bool         // counts per member
	cols   columns
}

// line is a line of the table: a theme's name, a row of the comparison, or
// another figure folded under a row.
type line struct {
	kind  lineKind
	theme string
	row   int           // index in data.Figures
	side  int           // of the other figure
	other *model.Figure // for otherLine
}

type lineKind int

const (
	themeLine lineKind = iota
	rowLine
	otherLine
)

// order is how the rows are sorted.
type order int

const (
	byCatalogue order = iota
	byDifference
	byRatio
	onlyBoth
	orders
)

func (o order) name(c *Compare) string {
	t := &c.env.Texts.Compare
	return [orders]string{t.ByCatalogue, t.ByDifference, t.ByRatio, t.OnlyBoth}[o]
}

// fill begins a table once the comparison is there.
func (t *table) fill(c *Compare) {
	t.open = make(map[int]bool)
	t.arrange(c)
	t.move(0)
}

// arrange makes the lines anew and keeps the cursor on its line.
func (t *table) arrange(c *Compare) {
	t.height, t.detail = tableRows(c.frame)
	if c.data == nil {
		return
	}
	was := t.current()
	rows := t.sorted(c)
	t.lines = t.lines[:0]
	theme := "\x00"
	for _, i := range rows {
		row := &c.data.Figures[i]
		if row.Theme != theme && (t.order == byCatalogue || t.order == onlyBoth) {
			theme = row.Theme
			t.lines = append(t.lines, line{kind: themeLine, theme: theme, row: -1})
		}
		t.lines = append(t.lines, line{kind: rowLine, theme: row.Theme, row: i})
		if t.open[i] {
			t.unfold(row, i)
		}
	}
	t.cols = t.measure(c)
	for i, l := range t.lines {
		if l == was {
			t.cursor = i
		}
	}
	t.move(0)
}

// unfold lists the other figures of a row under it.
func (t *table) unfold(row *compare.FigureRow, i int) {
	for side, others := range [][]*model.Figure{row.OthersA, row.OthersB} {
		for _, f := range others {
			t.lines = append(t.lines, line{kind: otherLine, theme: row.Theme, row: i, side: side, other: f})
		}
	}
}

// sorted lists the rows that show, in order.
func (t *table) sorted(c *Compare) []int {
	var rows []int
	for i := range c.data.Figures {
		row := &c.data.Figures[i]
		if t.order == onlyBoth && (row.A == nil || row.B == nil) || !t.matches(c, row) {
			continue
		}
		rows = append(rows, i)
	}
	key := func(i int) float64 {
		row := &c.data.Figures[i]
		switch {
		case t.order == byDifference && row.Difference != nil:
			return row.Difference.Stated.Abs().InexactFloat64()
		case t.order == byRatio && row.Ratio != nil:
			return math.Abs(math.Log(row.Ratio.Value.Abs().InexactFloat64()))
		}
		return math.Inf(-1) // what can't be compared comes last
	}
	if t.order == byDifference || t.order == byRatio {
		slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(key(j), key(i)) })
	}
	return rows
}

// matches tells whether the filter stands in a row's names or figures.
func (t *table) matches(c *Compare, row *compare.FigureRow) bool {
	if t.filter == "" {
		return true
	}
	texts := []string{row.Name, row.English, c.env.ThemeName(row.Theme)}
	for _, f := range []*model.Figure{row.A, row.B} {
		if f != nil {
			texts = append(texts, f.Text, f.Label)
		}
	}
	return strings.Contains(strings.ToLower(strings.Join(texts, "\n")), strings.ToLower(t.filter))
}

// current is the line under the cursor; its row is -1 when there is none.
func (t *table) current() line {
	if t.cursor < 0 || t.cursor >= len(t.lines) {
		return line{row: -1}
	}
	return t.lines[t.cursor]
}

// move goes by so many lines; names of themes are passed over.
func (t *table) move(by int) {
	last := len(t.lines) - 1
	at := min(max(0, t.cursor+by), max(0, last))
	step := 1
	if by < 0 {
		step = -1
	}
	for at >= 0 && at <= last && t.lines[at].kind == themeLine {
		at += step
	}
	if at < 0 { // above the first row stands only its theme
		at = min(1, max(0, last))
	}
	t.cursor = min(at, max(0, last))
	t.keepInView()
}

// keepInView scrolls to the cursor; the theme's name stays in view with the
// first row under it.
func (t *table) keepInView() {
	from := t.cursor
	if from > 0 && from < len(t.lines) && t.lines[from-1].kind == themeLine && t.height > 1 {
		from--
	}
	t.top = min(t.top, from)
	if t.height > 0 && t.cursor >= t.top+t.height {
		t.top = t.cursor - t.height + 1
	}
	t.top = max(0, min(t.top, len(t.lines)-t.height))
}

// note says what the table holds and how it is shown.
func (t *table) note(c *Compare) string {
	if c.data == nil {
		return ""
	}
	texts := &c.env.Texts.Compare
	rows, both := 0, 0
	for _, l := range t.lines {
		if l.kind == rowLine {
			rows++
			if row := &c.data.Figures[l.row]; row.A != nil && row.B != nil {
				both++
			}
		}
	}
	var parts []string
	if c.frame.two {
		parts = append(parts, fmt.Sprintf(texts.RowsF, rows, both))
	}
	if t.filter != "" {
		parts = append(parts, fmt.Sprintf(texts.FilterF, t.filter))
	}
	if t.order != byCatalogue {
		parts = append(parts, t.order.name(c))
	}
	if t.member {
		parts = append(parts, texts.PerMember)
	}
	return strings.Join(parts, "  ")
}

// typed takes a key of the filter's prompt: the table follows every one.
func (t *table) typed(c *Compare, e pane.Event) tea.Cmd {
	switch e {
	case pane.Changed:
		t.filter = c.prompt.Text()
	case pane.Cancelled:
		t.filter = ""
	default:
		return nil
	}
	t.arrange(c)
	return nil
}

// values is what a row of the table says.
type values struct {
	a, b, difference, ratio string
	left, right             float64 // for the bars
	unsure                  bool    // it is not sure which is more
}

// values words a row as the table is set: plainly, per member, or as the
// change from year to year.
func (c *Compare) values(row *compare.FigureRow) values {
	v := values{a: figureText(row.A), b: figureText(row.B)}
	numbers := c.env.Words.Numbers
	switch {
	case !row.Comparable() || row.Difference == nil:
		return v
	case c.table.member && row.PerMember == nil:
		return v
	case c.table.member:
		p := row.PerMember
		v.a, v.b = numbers.Rate(p.A)+row.A.Unit, numbers.Rate(p.B)+row.B.Unit
		v.unsure = p.Difference.Sign() == 0
		if p.Ratio != nil {
			v.ratio = numbers.Ratio(*p.Ratio)
		}
		v.left, v.right = p.A.Stated.InexactFloat64(), p.B.Stated.InexactFloat64()
		return v
	}
	v.left, v.right = row.A.Value.InexactFloat64(), row.B.Value.InexactFloat64()
	v.unsure = row.Difference.Sign() == 0
	text := c.env.Words.Row(row, c.data.Sign)
	v.difference, v.ratio = text.Difference, text.Ratio
	return v
}

func figureText(f *model.Figure) string {
	if f == nil {
		return ""
	}
	return f.Text
}

// differenceName is the head of the column of differences.
func (c *Compare) differenceName() string {
	if c.newer != compare.Both {
		return c.env.Texts.Compare.Change
	}
	return c.env.Texts.Compare.Difference
}
