package matrix

import (
	"fmt"
	"strings"
	"unicode"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/screen"
)

// table is which of the two tables is shown.
type table int

const (
	figures  table = iota // indicators and reports
	coverage              // themes and reports
	tables
)

// grid is what both tables show, ready to be drawn cell by cell. It is
// made once, away from the screen, and not changed afterwards.
type grid struct {
	matrix  *compare.Matrix
	numbers []int    // of each report in the library
	names   []string // of each report
	topics  [tables][]topic
	members bool   // some report states its members
	own     []bool // of each report: of the user's own county
}

// topic is an indicator or a theme.
type topic struct {
	id, name string
	ink      cell.Ink
	quiet    cell.Ink // of its bars
	unit     string   // the one most reports use; the others don't compare
	span     string   // the stretch of time that most figures cover, empty for the year
	most     float64  // the largest value of any report
	perMost  float64  // and of any rate per member
	values   int      // that compare with each other
}

// newGrid gathers the reports. It may take long and touches nothing shared.
func newGrid(env *screen.Env, numbers []int, reports []*model.Report) *grid {
	g := &grid{matrix: compare.NewMatrix(reports, env.Catalogue), numbers: numbers, names: model.Names(reports)}
	for _, r := range reports {
		s := r.Summary()
		g.own = append(g.own, env.IsOwn(&s))
	}
	for i := range g.names {
		g.names[i] = cell.Plain(g.names[i])
		g.members = g.members || g.matrix.Members[i] != nil
	}
	for _, row := range g.matrix.Indicators {
		in := row.Indicator
		t := topic{id: in.ID, name: in.Name, ink: env.Topic(in.Theme), quiet: env.Styles.Quiet(env.TopicIndex(in.Theme)), unit: usual(row, unitOf), span: usual(row, spanOf)}
		if env.Lang == lang.English && in.English != "" {
			t.name = in.English
		}
		for i, c := range row.Cells {
			if c.Figure == nil || t.odd(in, c.Figure) != usualKind {
				continue
			}
			t.most = max(t.most, c.Figure.Value.InexactFloat64())
			t.values++
			if rate, ok := g.matrix.PerMember(c, i); ok {
				t.perMost = max(t.perMost, rate.Stated.InexactFloat64())
			}
		}
		if t.unit == "%" {
			t.most = max(t.most, 100)
		}
		g.topics[figures] = append(g.topics[figures], t)
	}
	largest := 0.0
	for _, row := range g.matrix.Themes {
		for _, c := range row.Cells {
			largest = max(largest, c.Share)
		}
	}
	for _, row := range g.matrix.Themes {
		g.topics[coverage] = append(g.topics[coverage], topic{id: row.Theme.ID, name: env.ThemeName(row.Theme.ID), ink: env.Topic(row.Theme.ID), quiet: env.Styles.Quiet(env.TopicIndex(row.Theme.ID)), most: largest})
	}
	return g
}

// usual is what most reports state an indicator with.
func usual(row compare.IndicatorRow, of func(*model.Figure) string) string {
	counts := make(map[string]int)
	best, found := "", false
	for _, c := range row.Cells {
		if c.Figure == nil {
			continue
		}
		what := of(c.Figure)
		counts[what]++
		if counts[what] > counts[best] || !found {
			best, found = what, true
		}
	}
	return best
}

func unitOf(f *model.Figure) string { return f.Unit }
func spanOf(f *model.Figure) string {
	if f.Period == nil {
		return ""
	}
	return f.Period.Text
}

// oddity is why a figure doesn't compare with the others of its indicator.
type oddity int

const (
	usualKind oddity = iota
	oddUnit
	oddSpan // a term of five years against one
)

func (t *topic) odd(in model.Indicator, f *model.Figure) oddity {
	switch {
	case !in.Comparable(f.Unit, t.unit):
		return oddUnit
	case spanOf(f) != t.span:
		return oddSpan
	}
	return usualKind
}

// at names a cell: a topic of the table shown and a report.
type at struct{ topic, report int }

// standing says whether a cell has a value to compare.
type standing int

const (
	compares standing = iota
	differs           // it has one that doesn't compare with the others
	missing
)

// measure is how a table counts.
type measure struct {
	table     table
	perMember bool
}

// value is what a cell is sorted by and its bar shows.
func (g *grid) value(m measure, p at) (float64, standing) {
	if m.table == coverage {
		c := g.matrix.Themes[p.topic].Cells[p.report]
		if c.Characters == 0 && c.Figures == 0 {
			return 0, missing
		}
		return c.Share, compares
	}
	row := &g.matrix.Indicators[p.topic]
	c := row.Cells[p.report]
	if c.Figure == nil {
		return 0, missing
	}
	v := c.Figure.Value
	if m.perMember {
		rate, ok := g.matrix.PerMember(c, p.report)
		if !ok {
			return 0, differs
		}
		v = rate.Stated
	}
	if g.topics[figures][p.topic].odd(row.Indicator, c.Figure) != usualKind {
		return v.InexactFloat64(), differs
	}
	return v.InexactFloat64(), compares
}

// fraction is how much of the largest value of its topic a cell has, 0 to
// 1; 0 where there is nothing to compare.
func (g *grid) fraction(m measure, p at) float64 {
	v, s := g.value(m, p)
	t := g.topics[m.table][p.topic]
	most := t.most
	if m.perMember && m.table == figures {
		most = t.perMost
	}
	if s != compares || most <= 0 || m.table == figures && t.values < 2 && t.unit != "%" { // a lone value has nothing to be measured by
		return 0
	}
	return min(1, v/most)
}

// noRate stands for a figure that has no rate per member.
const (
	noFigure = "—"
	noRate   = "·"
)

// text is what a cell says.
func (g *grid) text(m measure, p at, numbers lang.Numbers) string {
	if m.table == coverage {
		c := g.matrix.Themes[p.topic].Cells[p.report]
		if c.Characters == 0 && c.Figures == 0 {
			return noFigure
		}
		return fmt.Sprintf("%.1f%% %d", c.Share*100, c.Figures)
	}
	c := g.matrix.Indicators[p.topic].Cells[p.report]
	switch {
	case c.Figure == nil:
		return noFigure
	case m.perMember:
		rate, ok := g.matrix.PerMember(c, p.report)
		if !ok {
			return noRate
		}
		return numbers.Rate(rate)
	}
	return plainText(c.Figure)
}

// plainText is a figure as it stands in the text, in Arabic numerals where
// that spells it in others.
func plainText(f *model.Figure) string {
	if strings.ContainsFunc(f.Text, unicode.IsDigit) && !strings.ContainsFunc(f.Text, func(c rune) bool { return c >= 'ａ' || c >= '！' && c <= '～' }) {
		return f.Text
	}
	return f.Value.String() + f.Unit
}

// anchor is where the report says it.
func (g *grid) anchor(t table, p at) (model.Anchor, bool) {
	r := g.matrix.Reports[p.report]
	if t == coverage {
		return r.ThemeAnchor(g.topics[t][p.topic].id)
	}
	if f := g.matrix.Indicators[p.topic].Cells[p.report].Figure; f != nil {
		return r.FigureAnchor(f)
	}
	return model.Anchor{}, false
}

// item is what is selected with a cell; false where it is empty. A share of
// the text is nothing the report says, so it becomes a note.
func (g *grid) item(env *screen.Env, t table, p at) (take.Item, bool) {
	r := g.matrix.Reports[p.report]
	if t == figures {
		f := g.matrix.Indicators[p.topic].Cells[p.report].Figure
		if f == nil {
			return take.Item{}, false
		}
		return take.Figure(r, f, env.Catalogue), true
	}
	c := g.matrix.Themes[p.topic].Cells[p.report]
	if c.Characters == 0 && c.Figures == 0 {
		return take.Item{}, false
	}
	x := &env.Texts.Matrix
	share := fmt.Sprintf(x.ShareF, fmt.Sprintf("%.1f%%", c.Share*100), c.Characters, c.Figures)
	return take.NoteOn(r, fmt.Sprintf(x.NoteF, g.names[p.report], g.topics[coverage][p.topic].name, share)), true
}
