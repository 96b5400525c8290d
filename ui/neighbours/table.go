package neighbours

import (
	"fmt"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/screen"
)

// table is a table ready to be drawn and written. It is made away from the
// screen and not changed afterwards.
type table struct {
	name string // over the names of the rows
	head []string
	rows []row
	wide bool // the columns are of unlike width and all show
	bars bool
}

// row is a row of it.
type row struct {
	id        string // of its indicator
	name      string
	ink       cell.Ink
	cells     []string
	refs      []ref // what each cell stands for
	bar       string
	tail      string // the value that the last cell ends in: a name before it is cut, it is not
	strongest []ref  // the figures of those that have most
	rank      int    // of the county; 0 where it has none
	trust     compare.Trust
}

// ref is a figure and the report that states it.
type ref struct {
	number int
	report *model.Report
	figure *model.Figure
}

const (
	noFigure = "—"
	noReport = "·"
)

// sources are the reports that a table is made of.
type sources struct {
	reports []*model.Report
	numbers []int // in the library
	own     int   // index of the county's report
}

func (s sources) ref(i int, f *model.Figure) ref {
	if f == nil {
		return ref{}
	}
	return ref{s.numbers[i], s.reports[i], f}
}

// of is the ref of a figure of a report that is known by itself.
func (s sources) of(r *model.Report, f *model.Figure) ref {
	for i := range s.reports {
		if s.reports[i] == r {
			return s.ref(i, f)
		}
	}
	return ref{}
}

// table makes one of the tables; id is the indicator of the third.
func (s sources) table(env *screen.Env, v view, id string) *table {
	switch v {
	case years:
		return s.years(env, compare.YearsOfPlace(s.reports, s.own, env.Catalogue), func(r *compare.YearRow) string {
			return env.Words.Pick(r.Indicator.Name, r.Indicator.English)
		}, env.Words.Indicator)
	case indicator:
		return s.years(env, compare.YearsOfIndicator(s.reports, id, env.Catalogue), func(r *compare.YearRow) string {
			return r.Place.Place
		}, env.Texts.Words.Place)
	}
	return s.standing(env)
}

// beside leaves the reports that the county is set against.
func (s sources) beside() sources {
	var out sources
	for _, i := range compare.Beside(s.reports, s.own) {
		if i == s.own {
			out.own = len(out.reports)
		}
		out.reports, out.numbers = append(out.reports, s.reports[i]), append(out.numbers, s.numbers[i])
	}
	return out
}

// standing sets the county's figures against its last year and the others.
func (s sources) standing(env *screen.Env) *table {
	s = s.beside()
	t := &env.Texts.Neighbours
	m, before := compare.NewMatrix(s.reports, env.Catalogue), compare.ReportBefore(s.reports, s.own)
	last := t.LastYear
	if before >= 0 {
		last = strconv.Itoa(s.reports[before].Year)
	}
	now := t.Now
	if y := s.reports[s.own].Year; y > 0 {
		now = strconv.Itoa(y)
	}
	out := &table{name: env.Words.Indicator, head: []string{last, now, env.Words.Change, t.Median, t.Rank, t.Strongest}, wide: true}
	for _, st := range compare.Stand(m, s.own, before) {
		r := row{id: st.Indicator.ID, name: env.Words.Pick(st.Indicator.Name, st.Indicator.English), ink: env.Topic(st.Indicator.Theme)}
		change, median, rank, strongest := "", noFigure, noFigure, noFigure
		if st.Change != nil {
			change = env.Words.Numbers.Difference(*st.Change)
		}
		cells := indicatorCells(m, st.Indicator.ID)
		for _, i := range st.Strongest {
			r.strongest = append(r.strongest, s.ref(i, cells[i].Figure))
		}
		top := ref{}
		if len(r.strongest) > 0 && st.Neighbours > 0 { // alone nobody is the strongest
			top = r.strongest[0]
			name := top.report.Place
			if top.report.Year != s.reports[s.own].Year { // another year than the county's is said
				name = top.report.Name()
			}
			r.tail = " " + cell.Plain(top.figure.Text)
			strongest = cell.Plain(name) + r.tail
			if st.Median != nil {
				median = env.Words.Numbers.Amount(*st.Median) + top.figure.Unit
			}
		}
		r.rank, r.trust = st.Rank, st.Trust
		if st.Rank > 0 && st.Neighbours > 0 {
			rank = fmt.Sprintf("%d/%d", st.Rank, st.Neighbours+1)
		}
		r.cells = []string{stated(st.Before), trusted(env, st.Own, st.Trust), change, median, rank, strongest}
		r.refs = []ref{s.ref(max(0, before), st.Before), s.ref(s.own, st.Own), {}, {}, {}, top}
		out.rows = append(out.rows, r)
	}
	return out
}

func indicatorCells(m *compare.Matrix, id string) []compare.Cell {
	for _, row := range m.Indicators {
		if row.Indicator.ID == id {
			return row.Cells
		}
	}
	return nil
}

func stated(f *model.Figure) string {
	if f == nil {
		return noFigure
	}
	return cell.Plain(f.Text)
}

// trusted is a figure with the sign of how far it may be believed; what is
// stated as a whole needs none.
func trusted(env *screen.Env, f *model.Figure, t compare.Trust) string {
	sign := map[compare.Trust]string{compare.TrustPart: env.Glyphs.Part, compare.TrustDoubt: env.Glyphs.Doubt}[t]
	if f == nil || sign == "" {
		return stated(f)
	}
	return stated(f) + " " + sign
}

// years lays out a table of years.
func (s sources) years(env *screen.Env, y compare.Years, name func(*compare.YearRow) string, head string) *table {
	out := &table{name: head, bars: true}
	for _, year := range y.Years {
		out.head = append(out.head, strconv.Itoa(year))
	}
	for i := range y.Rows {
		yr := &y.Rows[i]
		r := row{id: yr.Indicator.ID, name: cell.Plain(name(yr)), ink: env.Styles.Quiet(env.TopicIndex(yr.Indicator.Theme)), bar: bars(env, yr)}
		for _, c := range yr.Cells {
			text := noReport
			if c.Report != nil {
				text = trusted(env, c.Figure, c.Trust)
			}
			r.cells = append(r.cells, text)
			r.refs = append(r.refs, s.of(c.Report, c.Figure))
		}
		out.rows = append(out.rows, r)
	}
	return out
}

// heights are the blocks of a bar that stands, from an eighth up.
var heights = []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}

// bars draws a bar a year, as high as its share of the largest; a year without
// a figure stays empty, and so does one in another unit than the last.
func bars(env *screen.Env, yr *compare.YearRow) string {
	if env.Cell.Width(heights[7]) != 1 {
		return ""
	}
	var last *model.Figure
	for _, c := range yr.Cells {
		if c.Figure != nil {
			last = c.Figure
		}
	}
	most, some, value := 0.0, 0, make([]float64, len(yr.Cells))
	for i, c := range yr.Cells {
		if c.Figure != nil && compare.WhyNot(yr.Indicator, last, c.Figure) == "" {
			value[i] = c.Figure.Value.InexactFloat64()
			most = max(most, value[i])
			some++
		}
	}
	if some < 2 { // a lone value has nothing to be measured by
		return ""
	}
	var b strings.Builder
	for _, v := range value {
		if v <= 0 || most <= 0 {
			b.WriteString(" ")
			continue
		}
		b.WriteString(heights[min(7, int(v/most*7.99))])
	}
	return b.String()
}
