package compare

import (
	"cmp"
	"slices"

	"duidu/model"
)

// mostYears bounds how far apart the years of a table may be: a year that
// was read wrongly must not make a thousand columns.
const mostYears = 60

// Years is a table with a column a year, without a break from the first
// year that a report has to the last, and a row an indicator of one place or
// a place of one indicator.
type Years struct {
	Years []int
	Rows  []YearRow
}

// YearRow is one indicator of one place over the years.
type YearRow struct {
	Indicator model.Indicator
	Place     *model.Report // a report of the place, for its names
	Cells     []YearCell    // one a year
}

// YearCell is what a place has in a year. A year without a report is not a
// year without a figure.
type YearCell struct {
	Report *model.Report // nil in a gap
	Cell
	// Change is the difference to the last year before that has a figure
	// which can be compared.
	Change *model.Difference
	Since  int // that year; 0 without one
}

// YearsOfPlace sets what one place counts over its years: the place of
// reports[own]. It is empty unless the place has two years.
func YearsOfPlace(reports []*model.Report, own int, c *model.Catalogue) Years {
	var mine []*model.Report
	for _, r := range reports {
		if SamePlace(r, reports[own]) {
			mine = append(mine, r)
		}
	}
	years := yearsOf(mine)
	if len(years) < 2 {
		return Years{}
	}
	t := Years{Years: years}
	m := NewMatrix(mine, c)
	for _, row := range m.Indicators {
		t.Rows = append(t.Rows, yearRow(mine, row, years))
	}
	return t
}

// YearsOfIndicator sets what every place counts of one indicator over the
// years; places without any figure of it are left out.
func YearsOfIndicator(reports []*model.Report, id string, c *model.Catalogue) Years {
	m := NewMatrix(reports, c)
	i := slices.IndexFunc(m.Indicators, func(r IndicatorRow) bool { return r.Indicator.ID == id })
	if i < 0 {
		return Years{}
	}
	row := m.Indicators[i]
	t := Years{Years: yearsOf(reports)}
	type place struct{ place, city, province string }
	columns := map[place][]int{}
	var order []place
	for j, r := range reports {
		k := place{r.Place, r.City, r.Province}
		if r.Place == "" || r.Year == 0 {
			continue
		}
		if columns[k] == nil {
			order = append(order, k)
		}
		columns[k] = append(columns[k], j)
	}
	for _, k := range order {
		var mine []*model.Report
		one := IndicatorRow{Indicator: row.Indicator}
		any := false
		for _, j := range columns[k] {
			mine, one.Cells = append(mine, reports[j]), append(one.Cells, row.Cells[j])
			any = any || row.Cells[j].Figure != nil
		}
		if any {
			t.Rows = append(t.Rows, yearRow(mine, one, t.Years))
		}
	}
	return t
}

// yearsOf lists the years from the first report's to the last's.
func yearsOf(reports []*model.Report) []int {
	first, last := 0, 0
	for _, r := range reports {
		if r.Year == 0 {
			continue
		}
		if first == 0 || r.Year < first {
			first = r.Year
		}
		last = max(last, r.Year)
	}
	if first == 0 {
		return nil
	}
	first = max(first, last-mostYears+1)
	years := make([]int, 0, last-first+1)
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	return years
}

// yearRow puts the cells of a place's reports under their years. Of two
// reports of a year the one that states a figure counts, else the first.
func yearRow(reports []*model.Report, row IndicatorRow, years []int) YearRow {
	r := YearRow{Indicator: row.Indicator, Place: reports[0], Cells: make([]YearCell, len(years))}
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(reports[i].Year, reports[j].Year) })
	var last *model.Figure
	since := 0
	for _, i := range order {
		at := slices.Index(years, reports[i].Year)
		if at < 0 || r.Cells[at].Figure != nil || r.Cells[at].Report != nil && row.Cells[i].Figure == nil {
			continue
		}
		cell := YearCell{Report: reports[i], Cell: row.Cells[i]}
		if f := cell.Figure; f != nil {
			if last != nil && WhyNot(row.Indicator, f, last) == "" {
				d := f.Range().Minus(last.Range())
				cell.Change, cell.Since = &d, since
			}
			last, since = f, reports[i].Year
		}
		r.Cells[at] = cell
	}
	return r
}
