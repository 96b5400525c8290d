package matrix

import (
	"cmp"
	"slices"
	"strings"
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

	row, col  int // the cell under the cursor; col may be nameColumn
	top, left int // first row and column shown
}

// columns is how many there are beside the names.
func (v *view) columns() int {
	if v.down == topicsDown {
		return len(v.grid.names)
	}
	return len(v.grid.topics[v.measure.table])
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
		return at{topic: index, report: col}
	}
	return at{topic: col, report: index}
}

// current is the cell under the cursor; false where there is none.
func (v *view) current() (at, bool) {
	if v.row >= len(v.order) || v.row < 0 || v.col < 0 || v.col >= v.columns() {
		return at{}, false
	}
	return v.cell(v.order[v.row], v.col), true
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
		return v.grid.names[col]
	}
	return v.grid.topics[v.measure.table][col].name
}

// arrange makes the order of the rows anew; the cursor stays on its row.
func (v *view) arrange() {
	was := -1
	if v.row < len(v.order) {
		was = v.order[v.row]
	}
	words := strings.Fields(strings.ToLower(v.filter))
	v.order = v.order[:0:0]
	for i := range v.rows() {
		name := strings.ToLower(v.rowName(i))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(name, w) }) {
			v.order = append(v.order, i)
		}
	}
	v.sort()
	if i := slices.Index(v.order, was); i >= 0 {
		v.row = i
	}
	v.row = max(0, min(v.row, len(v.order)-1))
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
	keys := make([]key, v.rows())
	for _, i := range v.order {
		value, s := v.grid.value(v.measure, v.cell(i, v.column))
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
	v.arrange()
	v.row, v.col, v.top, v.left = 0, min(0, v.columns()-1), 0, 0
	if !ok {
		return
	}
	if v.row, v.col = p.topic, p.report; v.down == reportsDown {
		v.row, v.col = p.report, p.topic
	}
}

// keepInView moves the part that shows to where the cursor is.
func (v *view) keepInView(rows, columns int) {
	v.row = max(0, min(v.row, len(v.order)-1))
	v.col = max(nameColumn, min(v.col, v.columns()-1))
	v.top = min(v.top, v.row)
	if rows > 0 && v.row >= v.top+rows {
		v.top = v.row - rows + 1
	}
	v.top = max(0, min(v.top, len(v.order)-rows))
	v.left = min(v.left, max(0, v.col))
	if columns > 0 && v.col >= v.left+columns {
		v.left = v.col - columns + 1
	}
	v.left = max(0, min(v.left, v.columns()-columns))
}
