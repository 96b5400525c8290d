package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/list"
	"duidu/ui/pane"
)

// table is the view of the figures: the rows that show, and a cursor.
type table struct {
	list.List
	lines  []line
	detail int // rows of the sentences below, of each side when stacked
	order  order
	filter string
	found  map[*model.Figure]bool // by a filter of numbers; nil for one of words
	open   map[int]bool           // unfolded rows
	member bool                   // counts per member
	cols   widths
}

// line is a line of the table: a theme's name, a row of the comparison, or
// another figure folded under a row.
type line struct {
	kind    lineKind
	theme   string
	row     int                 // index in data.Figures
	side    int                 // of the other figure
	other   *model.Figure       // for otherLine
	derived *compare.Derived    // for derivedLine
	member  *compare.FamilyLine // for familyLine
}

type lineKind int

const (
	themeLine lineKind = iota
	rowLine
	otherLine
	derivedLine
	familyLine
)

// order is how the rows are sorted.
type order int

const (
	byCatalogue order = iota
	byDifference
	byRatio
	byTrust
	onlyBoth
	orders
)

func (o order) name(c *Compare) string {
	t := &c.env.Texts.Compare
	return [orders]string{t.ByCatalogue, t.ByDifference, t.ByRatio, t.ByTrust, t.OnlyBoth}[o]
}

// fill begins a table once the comparison is there.
func (t *table) fill(c *Compare) {
	t.open = make(map[int]bool)
	theme := func(i int) bool { return i >= 0 && i < len(t.lines) && t.lines[i].kind == themeLine }
	t.Skip = theme
	t.Lead = func(i int) bool { return theme(i - 1) } // with its theme's name
	t.arrange(c)
	t.First()
}

// arrange makes the lines anew and keeps the cursor on its line.
func (t *table) arrange(c *Compare) {
	height, detail := tableRows(c.frame)
	t.SetHeight(height)
	t.detail = detail
	if c.data == nil {
		return
	}
	was := t.current()
	rows := t.sorted(c)
	t.lines = t.lines[:0]
	theme, alone := "\x00", false
	for _, i := range rows {
		row := &c.data.Figures[i]
		if one := row.A == nil || row.B == nil; one && !alone && t.order == byCatalogue {
			alone, theme = true, "\x00"
			t.lines = append(t.lines, line{kind: themeLine, theme: oneSide, row: -1})
		}
		if row.Theme != theme && (t.order == byCatalogue || t.order == onlyBoth) {
			theme = row.Theme
			t.lines = append(t.lines, line{kind: themeLine, theme: theme, row: -1})
		}
		t.lines = append(t.lines, line{kind: rowLine, theme: row.Theme, row: i})
		for k := range c.data.Derived {
			if x := &c.data.Derived[k]; x.Indicator == row.Indicator && row.Indicator != "" && x.Kind != compare.DerivedPerMember && x.Kind != compare.DerivedGrowth {
				t.lines = append(t.lines, line{kind: derivedLine, theme: row.Theme, row: i, derived: x})
			}
		}
		if t.open[i] {
			t.unfold(c, row, i)
		}
	}
	t.cols = t.measure(c)
	t.SetRows(len(t.lines))
	for i, l := range t.lines {
		if l == was {
			t.Go(i)
		}
	}
}

// stated is the figure of a member of a family, nil for none.
func stated(m *compare.Member) *model.Figure {
	if m == nil {
		return nil
	}
	return m.Figure
}

// unfold lists under a row its family, the stages and the parts of what it
// counts, and its other figures.
func (t *table) unfold(c *Compare, row *compare.FigureRow, i int) {
	family := c.families[i]
	kin := make(map[*model.Figure]bool)
	for k := range family {
		if stated(family[k].A) == row.A && stated(family[k].B) == row.B {
			kin[row.A], kin[row.B] = true, true
			continue // the row itself says it
		}
		t.lines = append(t.lines, line{kind: familyLine, theme: row.Theme, row: i, member: &family[k]})
		for _, m := range []*compare.Member{family[k].A, family[k].B} {
			if m != nil {
				kin[m.Figure] = true
			}
		}
	}
	for side, others := range [][]*model.Figure{row.OthersA, row.OthersB} {
		for _, f := range others {
			if kin[f] {
				continue
			}
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
	switch t.order {
	case byCatalogue: // what both have first: it is what one came for
		slices.SortStableFunc(rows, func(i, j int) int { return c.oneSidedRow(i) - c.oneSidedRow(j) })
	case byDifference: // numbers of one unit, since no others have an order
		units := make(map[string]int)
		for _, i := range rows {
			units[c.data.Figures[i].Unit()]++
		}
		unit := func(i int) string {
			if math.IsInf(key(i), 0) {
				return ""
			}
			return c.data.Figures[i].Unit()
		}
		slices.SortStableFunc(rows, func(i, j int) int {
			u, v := unit(i), unit(j)
			switch {
			case u != v && (u == "" || v == ""):
				return cmp.Compare(v, u)
			case u != v:
				return cmp.Or(units[v]-units[u], cmp.Compare(u, v))
			}
			return cmp.Compare(key(j), key(i))
		})
	case byRatio:
		slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(key(j), key(i)) })
	case byTrust:
		slices.SortStableFunc(rows, func(i, j int) int { return c.belief(i) - c.belief(j) })
	}
	return rows
}

// oneSidedRow is 1 for a row that only one report has.
func (c *Compare) oneSidedRow(i int) int {
	if row := &c.data.Figures[i]; row.A == nil || row.B == nil {
		return 1
	}
	return 0
}

// belief is how far a row may be believed, the best first: both figures
// stated as wholes, then by the worse of the two; rows of one side last.
func (c *Compare) belief(i int) int {
	grades := map[compare.Trust]int{compare.TrustWhole: 0, compare.TrustPart: 1, compare.TrustDoubt: 2, "": 3}
	row := &c.data.Figures[i]
	rank := 2*max(grades[row.TrustA], grades[row.TrustB]) + c.oneSidedRow(i)
	if row.Reason != "" {
		rank++
	}
	return rank
}

// oneSide stands for a theme where the rows of one report alone begin.
const oneSide = "\x01"

// matches tells whether the filter stands in a row's names or figures.
func (t *table) matches(c *Compare, row *compare.FigureRow) bool {
	if t.filter == "" {
		return true
	}
	if t.found != nil {
		all := append(append([]*model.Figure{row.A, row.B}, row.OthersA...), row.OthersB...)
		return slices.ContainsFunc(all, func(f *model.Figure) bool { return f != nil && t.found[f] })
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
	if at := t.Cursor(); at >= 0 && at < len(t.lines) {
		return t.lines[at]
	}
	return line{row: -1}
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
	t.found = c.counted(t.filter)
	t.arrange(c)
	return nil
}

// counted are the figures that a filter such as 件>100 asks for; nil for a
// filter of words.
func (c *Compare) counted(filter string) map[*model.Figure]bool {
	if !strings.ContainsAny(filter, "<>=≥≤") {
		return nil
	}
	q, err := model.ParseQuery(filter, c.env.Query)
	if err != nil {
		return nil
	}
	found := make(map[*model.Figure]bool)
	for _, s := range c.sides {
		hits := make(map[model.Anchor]bool)
		for _, h := range model.Find(s.report, q) {
			hits[h.Anchor] = true
		}
		for i := range s.report.Figures {
			f := &s.report.Figures[i]
			if at, ok := s.anchor(f); ok && hits[at] {
				found[f] = true
			}
		}
	}
	return found
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
	return c.env.Texts.Compare.DifferenceHead
}
