package matrix

import (
	"cmp"
	"slices"
	"strings"

	"duidu/ui/list"
)

// down says what the rows are.
type down int

const (
	topicsDown  down = iota // a row an indicator or theme, a column a report
	reportsDown             // a row a report
)

// nameColumn is the first column, which never scrolls away.
const nameColumn = -1

// direction of sorting.
type direction int

const (
	unsorted direction = iota
	falling            // the largest first
	rising
)

// view is one table as the user has arranged it: an order of rows, a place
// in it, and the part of it that shows.
type view struct {
	grid    *grid
	measure measure
	down    down

	filter string
	column int // that the rows are sorted by
	sorted direction
	order  []int // rows, as indexes of topics or reports
	cols   []int // columns, likewise
	dense  bool  // rows and columns with few values are hidden
	years  bool  // reports stand by year

	list   list.List // of the rows
	across list.List // of the columns beside the names, where -1 is the names
}

// columns is how many there are beside the names.
func (v *view) columns() int {
	return len(v.cols)
}

func (v *view) rows() int {
	if v.down == topicsDown {
		return len(v.grid.topics[v.measure.table])
	}
	return len(v.grid.names)
}

// cell is the topic and the report of a row, by its index among topics or
// reports, and a column.
func (v *view) cell(index, col int) at {
	if v.down == topicsDown {
		return at{topic: index, report: v.cols[col]}
	}
	return at{topic: v.cols[col], report: index}
}

// current is the cell under the cursor; false where there is none.
func (v *view) current() (at, bool) {
	if v.row() < 0 || v.col() < 0 {
		return at{}, false
	}
	return v.cell(v.order[v.row()], v.col()), true
}

// rowName and columnName are what stands at the edges.
func (v *view) rowName(index int) string {
	if v.down == topicsDown {
		return v.grid.topics[v.measure.table][index].name
	}
	return v.grid.names[index]
}

func (v *view) columnName(col int) string {
	if v.down == topicsDown {
		return v.grid.names[v.cols[col]]
	}
	return v.grid.topics[v.measure.table][v.cols[col]].name
}

// arrange makes the order of the rows anew; the cursor stays on its row.
func (v *view) arrange() {
	was := -1
	if v.row() >= 0 {
		was = v.order[v.row()]
	}
	words := strings.Fields(strings.ToLower(v.filter))
	reports, topics := v.shown()
	all := topics
	v.cols = reports
	if v.down == reportsDown {
		all, v.cols = reports, topics
	}
	v.order = v.order[:0:0]
	for _, i := range all {
		name := strings.ToLower(v.rowName(i))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }) {
			v.order = append(v.order, i)
		}
	}
	v.sort()
	v.list.SetRows(len(v.order))
	v.across.Free = true
	v.across.SetRows(v.columns())
	if i := slices.Index(v.order, was); i >= 0 {
		v.list.Go(i)
	}
}

// few is how many values make a row worth showing where sparse ones are
// hidden.
const few = 3

// shown lists the reports and the topics that are not hidden, the reports by
// year if that is wished.
func (v *view) shown() (reports, topics []int) {
	g, table := v.grid, v.measure.table
	counts := make([]int, len(g.topics[table]))
	for t := range g.topics[table] {
		for r := range g.names {
			if _, s := g.value(v.measure, at{topic: t, report: r}); s != missing {
				counts[t]++
			}
		}
		if !v.dense || counts[t] >= min(few, len(g.names)) {
			topics = append(topics, t)
		}
	}
	for r := range g.names {
		n := 0
		for _, t := range topics {
			if _, s := g.value(v.measure, at{topic: t, report: r}); s != missing {
				n++
			}
		}
		if !v.dense || n >= min(few, len(topics)) {
			reports = append(reports, r)
		}
	}
	if v.years {
		slices.SortStableFunc(reports, func(a, b int) int {
			x, y := g.matrix.Reports[a], g.matrix.Reports[b]
			return cmp.Or(cmp.Compare(x.Province+x.City+x.Place, y.Province+y.City+y.Place), cmp.Compare(x.Year, y.Year))
		})
	}
	slices.SortStableFunc(reports, func(a, b int) int { // the user's own county first
		switch {
		case g.own[a] == g.own[b]:
			return 0
		case g.own[a]:
			return -1
		}
		return 1
	})
	return reports, topics
}

// hidden is how many rows and columns are not shown since they say little.
func (v *view) hidden() int {
	return len(v.grid.names) + len(v.grid.topics[v.measure.table]) - len(v.cols) - v.unfiltered()
}

// unfiltered is how many rows there are before the filter.
func (v *view) unfiltered() int {
	reports, topics := v.shown()
	if v.down == reportsDown {
		return len(reports)
	}
	return len(topics)
}

// sort orders the rows by a column. What is missing comes last in either
// direction, and before it what doesn't compare.
func (v *view) sort() {
	sign := 1
	switch {
	case v.sorted == unsorted || v.column >= v.columns():
		return
	case v.sorted == falling:
		sign = -1
	}
	if v.column == nameColumn {
		slices.SortStableFunc(v.order, func(a, b int) int { return sign * cmp.Compare(v.rowName(a), v.rowName(b)) })
		return
	}
	type key struct {
		value    float64
		standing standing
	}
	keys := make(map[int]key, len(v.order))
	for _, i := range v.order {
		value, s := v.grid.value(v.measure, v.cell(i, v.column))
		if v.down == topicsDown { // numbers of unlike things: by how they stand among the reports
			value = v.grid.fraction(v.measure, v.cell(i, v.column))
		}
		keys[i] = key{value, s}
	}
	slices.SortStableFunc(v.order, func(a, b int) int {
		x, y := keys[a], keys[b]
		if x.standing != y.standing {
			return cmp.Compare(x.standing, y.standing)
		}
		return sign * cmp.Compare(x.value, y.value)
	})
}

// turn swaps rows and columns; the cursor stays on its cell.
func (v *view) turn() {
	p, ok := v.current()
	v.filter, v.sorted, v.order = "", unsorted, nil
	v.down = 1 - v.down
	v.list.SetRows(0)
	v.across.SetRows(0)
	v.arrange()
	if !ok {
		v.list.First()
		v.across.Go(0)
		return
	}
	row, col := p.topic, p.report
	if v.down == reportsDown {
		row, col = p.report, p.topic
	}
	v.list.Go(slices.Index(v.order, row))
	v.across.Go(slices.Index(v.cols, col))
}

// row and col are the cell under the cursor; col may be nameColumn.
func (v *view) row() int { return v.list.Cursor() }
func (v *view) col() int { return v.across.Cursor() }

// resize says how many rows and columns have room.
func (v *view) resize(rows, columns int) {
	v.list.SetHeight(rows)
	v.across.SetHeight(columns)
}
