package compare

import (
	"slices"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// Standing says where one report stands among its neighbours in one
// indicator. Only figures that can be subtracted from its own count; where it
// has none, those that go with the first neighbour's do.
type Standing struct {
	Indicator model.Indicator
	Own       *model.Figure // nil when it states none
	Trust     Trust         // of its own figure

	Before  *model.Figure     // its own of the year before; nil without one
	Change  *model.Difference // since then; nil where the two can't be compared
	Percent *model.Ratio      // growth since then

	Neighbours int           // that count
	Median     *model.Range  // of theirs; nil without any
	Rank       int           // its own place among them, 1 for the highest; 0 without a figure
	Strongest  []int         // up to three columns of the matrix with the highest figures, its own among them
	Figures    []model.Range // of the neighbours that count, from the highest
}

// ReportBefore is the index of the report of the same place for the latest
// year before; -1 if there is none.
func ReportBefore(reports []*model.Report, own int) int {
	best := -1
	for i, r := range reports {
		if i == own || !SamePlace(r, reports[own]) || r.Year == 0 || r.Year >= reports[own].Year {
			continue
		}
		if best < 0 || r.Year > reports[best].Year {
			best = i
		}
	}
	return best
}

// Stand finds where the report in column own of the matrix stands. Other
// years of the same place are no neighbours; before is the column of its year
// before, or -1.
func Stand(m *Matrix, own, before int) []Standing {
	list := make([]Standing, 0, len(m.Indicators))
	for _, row := range m.Indicators {
		list = append(list, stand(m, row, own, before))
	}
	return list
}

type ranked struct {
	column int
	value  model.Range
}

// Beside lists the reports that one is set against, itself among them: of every
// other county the one of the year nearest to its own, which is one neighbour
// however many of its years there are, and all of its own county.
func Beside(reports []*model.Report, own int) []int {
	nearest := make(map[string]int)
	far := func(i int) int { return max(reports[i].Year-reports[own].Year, reports[own].Year-reports[i].Year) }
	key := func(i int) string {
		r := reports[i]
		if r.Place == "" {
			return r.Path
		}
		return r.Province + "\n" + r.City + "\n" + r.Place
	}
	for i := range reports {
		if best, ok := nearest[key(i)]; !ok || far(i) < far(best) {
			nearest[key(i)] = i
		}
	}
	var list []int
	for i, r := range reports {
		if nearest[key(i)] == i || SamePlace(r, reports[own]) {
			list = append(list, i)
		}
	}
	return list
}

// StandIn finds where the report in column own stands in one indicator, among
// those beside it; false if none of the reports has it.
func StandIn(m *Matrix, id string, own int) (Standing, bool) {
	for _, row := range m.Indicators {
		if row.Indicator.ID != id {
			continue
		}
		cells := make([]Cell, len(row.Cells))
		for _, i := range Beside(m.Reports, own) {
			cells[i] = row.Cells[i]
		}
		return stand(m, IndicatorRow{row.Indicator, cells}, own, -1), true
	}
	return Standing{}, false
}

func stand(m *Matrix, row IndicatorRow, own, before int) Standing {
	s := Standing{Indicator: row.Indicator, Own: row.Cells[own].Figure, Trust: row.Cells[own].Trust}
	if before >= 0 {
		s.Before = row.Cells[before].Figure
		s.change()
	}
	with := s.Own
	var all []ranked
	for i, cell := range row.Cells {
		if i != own && SamePlace(m.Reports[i], m.Reports[own]) || cell.Figure == nil {
			continue
		}
		if with == nil {
			with = cell.Figure
		}
		if WhyNot(row.Indicator, with, cell.Figure) == "" {
			all = append(all, ranked{i, cell.Figure.Range()})
		}
	}
	lower := with != nil && with.Qualifier == model.Top
	slices.SortStableFunc(all, func(a, b ranked) int {
		if lower {
			return a.value.Stated.Cmp(b.value.Stated)
		}
		return b.value.Stated.Cmp(a.value.Stated)
	})
	for i, x := range all {
		if len(s.Strongest) < 3 {
			s.Strongest = append(s.Strongest, x.column)
		}
		if x.column != own {
			s.Figures = append(s.Figures, x.value)
			continue
		}
		s.Rank = i + 1
		for s.Rank > 1 && all[s.Rank-2].value.Stated.Equal(x.value.Stated) {
			s.Rank-- // equal figures share a place
		}
	}
	s.Neighbours = len(s.Figures)
	s.Median = median(s.Figures)
	return s
}

// change sets what has changed since the year before.
func (s *Standing) change() {
	if WhyNot(s.Indicator, s.Own, s.Before) != "" {
		return
	}
	now, then := s.Own.Range(), s.Before.Range()
	d := now.Minus(then)
	s.Change = &d
	if q, ok := now.Over(then); ok && s.Own.Unit != "%" && s.Own.Qualifier != model.Top {
		s.Percent = &model.Ratio{Value: q.Value.Sub(decimal.New(1, 0)).Shift(2), Exact: q.Exact}
	}
}

// median is the middle of sorted ranges, between two the mean of both.
func median(sorted []model.Range) *model.Range {
	n := len(sorted)
	if n == 0 {
		return nil
	}
	m := sorted[n/2]
	if n%2 == 0 {
		o := sorted[n/2-1]
		two := decimal.New(2, 0)
		m = model.Range{
			Stated: m.Stated.Add(o.Stated).Div(two), Low: m.Low.Add(o.Low).Div(two), High: m.High.Add(o.High).Div(two),
			Step: decimal.Max(m.Step, o.Step),
		}
	}
	return &m
}
