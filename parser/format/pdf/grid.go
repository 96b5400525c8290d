package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
)

// pdfTable is a table found on a sheet: its cells, or, where it only places
// text, the rows of each box in turn.
type pdfTable struct {
	cells [][]format.Cell
	xs    []float64 // where its columns begin
	boxes [][]pdfRow
	box   pdfBox
	page  int
}

// Bounds on tables of rules, in points and in number.
const (
	ruleSlip     = 2.5  // by which rules that belong together may miss each other
	shortestRule = 4    // less is part of a letter
	mostRules    = 2000 // of one direction, once joined
	mostBoxes    = 20_000
)

// takeGrids finds the tables that rules draw and takes their text out of the
// runs of the sheet.
func (s *pdfSheet) takeGrids() []pdfTable {
	level, upright := joinedRules(s.rules, false), joinedRules(s.rules, true)
	if len(level) < 2 || len(upright) < 2 || len(level) > mostRules || len(upright) > mostRules {
		return nil
	}
	var tables []pdfTable
	for _, g := range gridsOf(level, upright) {
		if t, rest, ok := g.table(s.runs); ok {
			t.page, s.runs = s.page, rest
			tables = append(tables, t)
		}
	}
	return tables
}

// pdfGrid is a set of rules that touch.
type pdfGrid struct {
	level, upright []pdfRule // upright ones with x and y exchanged
	xs, ys         []float64
	owner          []int // the box that each field between the rules belongs to
}

// gridsOf sorts the rules into sets that touch each other.
func gridsOf(level, upright []pdfRule) []*pdfGrid {
	parent := make([]int, len(level)+len(upright))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for k, u := range upright {
		from, _ := slices.BinarySearchFunc(level, u.x0-ruleSlip, func(r pdfRule, y float64) int { return compareFloats(r.y0, y, 0, 0) })
		for i := from; i < len(level) && level[i].y0 <= u.x1+ruleSlip; i++ {
			if u.y0 >= level[i].x0-ruleSlip && u.y0 <= level[i].x1+ruleSlip {
				parent[root(i)] = root(len(level) + k)
			}
		}
	}
	sets := map[int]*pdfGrid{}
	var out []*pdfGrid
	at := func(i int) *pdfGrid {
		g := sets[root(i)]
		if g == nil {
			g = &pdfGrid{}
			sets[root(i)] = g
			out = append(out, g)
		}
		return g
	}
	for i, r := range level {
		g := at(i)
		g.level = append(g.level, r)
	}
	for i, r := range upright {
		g := at(len(level) + i)
		g.upright = append(g.upright, r)
	}
	return slices.DeleteFunc(out, func(g *pdfGrid) bool { return !g.measure() })
}

// measure finds the lines of the grid. A table may be open at its sides.
func (g *pdfGrid) measure() bool {
	if len(g.level) < 2 || len(g.upright) == 0 {
		return false
	}
	g.xs, g.ys = edgesOf(g.upright, g.level), edgesOf(g.level, g.upright)
	columns, rows := len(g.xs)-1, len(g.ys)-1
	if columns < 2 || rows < 1 || columns*rows > mostBoxes {
		return false
	}
	g.owner = make([]int, columns*rows)
	for i := range g.owner {
		g.owner[i] = i
	}
	// Fields that no rule parts are one box.
	for y := range rows {
		for x := range columns {
			if x > 0 && !covered(g.upright, g.xs[x], (g.ys[y]+g.ys[y+1])/2) {
				g.join(y*columns+x-1, y*columns+x)
			}
			if y > 0 && !covered(g.level, g.ys[y], (g.xs[x]+g.xs[x+1])/2) {
				g.join((y-1)*columns+x, y*columns+x)
			}
		}
	}
	for i := range g.owner {
		g.owner[i] = g.root(i)
	}
	return true
}

func (g *pdfGrid) root(i int) int {
	for g.owner[i] != i {
		g.owner[i] = g.owner[g.owner[i]]
		i = g.owner[i]
	}
	return i
}

// join makes one box of two; the upper left field stands for it.
func (g *pdfGrid) join(a, b int) {
	a, b = g.root(a), g.root(b)
	g.owner[max(a, b)] = min(a, b)
}

// edgesOf are the places of rules across their direction, and the ends of
// those that they cross where no rule closes them.
func edgesOf(rules, across []pdfRule) []float64 {
	var at []float64
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range rules {
		if k := len(at) - 1; k < 0 || r.y0-at[k] > ruleSlip {
			at = append(at, r.y0)
		}
	}
	for _, r := range across {
		low, high = min(low, r.x0), max(high, r.x1)
	}
	const open = 6 // points
	if low < at[0]-open {
		at = append([]float64{low}, at...)
	}
	if high > at[len(at)-1]+open {
		at = append(at, high)
	}
	return at
}

// covered tells that a rule at y runs over x. Rules are sorted.
func covered(rules []pdfRule, y, x float64) bool {
	i, _ := slices.BinarySearchFunc(rules, y-ruleSlip, func(r pdfRule, y float64) int { return compareFloats(r.y0, y, 0, 0) })
	for ; i < len(rules) && rules[i].y0 <= y+ruleSlip; i++ {
		if rules[i].x0 <= x && rules[i].x1 >= x {
			return true
		}
	}
	return false
}

// table puts the runs of text into the boxes of the grid; rest is those
// outside. A grid without at least two rows of two texts is no table.
func (g *pdfGrid) table(runs []pdfRun) (t pdfTable, rest []pdfRun, ok bool) {
	columns := len(g.xs) - 1
	t.box = pdfBox{g.xs[0], g.ys[0], g.xs[columns], g.ys[len(g.ys)-1]}
	inside := map[int][]pdfRun{}
	for _, r := range runs {
		y := r.y - 0.35*r.size // the middle of its letters
		if r.x1 < t.box.x0-ruleSlip || r.x0 > t.box.x1+ruleSlip || y < t.box.y0 || y > t.box.y1 {
			rest = append(rest, r)
			continue
		}
		row := fieldOf(g.ys, y)
		for _, part := range g.cutAt(r, row) {
			column := fieldOf(g.xs, (part.x0+part.x1)/2)
			inside[g.owner[row*columns+column]] = append(inside[g.owner[row*columns+column]], part)
		}
	}
	boxes := map[int][]pdfRow{}
	longest := 0
	for i, in := range inside {
		boxes[i] = rowsOf(in)
		n := 0
		for _, r := range boxes[i] {
			n += utf8.RuneCountInString(r.text())
		}
		longest = max(longest, n)
	}
	full := 0
	for y := range len(g.ys) - 1 {
		texts := 0
		for x := range columns {
			if i := y*columns + x; g.owner[i] == i && len(boxes[i]) > 0 {
				texts++
			}
		}
		if texts > 1 {
			full++
		}
	}
	if longest > format.LongestCell {
		for i := range g.owner {
			if len(boxes[i]) > 0 {
				t.boxes = append(t.boxes, boxes[i])
			}
		}
		return t, rest, len(t.boxes) > 1
	}
	const single = 3 // texts in a table's only row, as where a page begins with the last one
	if full < 2 && (full == 0 || len(g.ys) > 2 || len(boxes) < single) {
		return t, runs, false
	}
	t.cells, t.xs = g.cells(boxes)
	return t, rest, len(t.cells) > 0
}

// fieldOf is the field between edges that x lies in.
func fieldOf(edges []float64, x float64) int {
	i, _ := slices.BinarySearch(edges, x)
	return min(max(i-1, 0), len(edges)-2)
}

// cutAt parts a run where rules that stand beside its characters part them.
func (g *pdfGrid) cutAt(r pdfRun, row int) []pdfRun {
	columns := len(g.xs) - 1
	var parts []pdfRun
	first, last := fieldOf(g.xs, r.x0), fieldOf(g.xs, r.x1)
	for x := first + 1; x <= last; x++ {
		if g.owner[row*columns+x-1] == g.owner[row*columns+x] {
			continue
		}
		if left, right, ok := r.cut(g.xs[x]); ok {
			parts = append(parts, left)
			r = right
		}
	}
	return append(parts, r)
}

// cells lists the boxes row by row. Rows and columns of fields in which no
// box begins are none: a rule was drawn twice.
func (g *pdfGrid) cells(boxes map[int][]pdfRow) ([][]format.Cell, []float64) {
	columns, rows := len(g.xs)-1, len(g.ys)-1
	rowUsed, columnUsed := make([]int, rows+1), make([]int, columns+1) // how many before
	begins := make([]bool, columns)
	for y := range rows {
		used := 0
		for x := range columns {
			if i := y*columns + x; g.owner[i] == i {
				used, begins[x] = 1, true
			}
		}
		rowUsed[y+1] = rowUsed[y] + used
	}
	var xs []float64
	for x := range columns {
		columnUsed[x+1] = columnUsed[x]
		if begins[x] {
			columnUsed[x+1]++
			xs = append(xs, g.xs[x])
		}
	}
	right, bottom := map[int]int{}, map[int]int{}
	for i, o := range g.owner {
		right[o], bottom[o] = max(right[o], i%columns+1), max(bottom[o], i/columns+1)
	}
	var out [][]format.Cell
	for y := range rows {
		if rowUsed[y+1] == rowUsed[y] {
			continue
		}
		var row []format.Cell
		for x := range columns {
			i := y*columns + x
			if g.owner[i] != i {
				continue
			}
			row = append(row, format.Cell{Text: textIn(boxes[i]), Cols: columnUsed[right[i]] - columnUsed[x], Rows: rowUsed[bottom[i]] - rowUsed[y]})
		}
		out = append(out, row)
	}
	return out, xs
}

// textIn is the text of a box, its lines joined.
func textIn(rows []pdfRow) string {
	var b []byte
	for _, r := range rows {
		b = appendPrint(b, r.text())
	}
	return strings.TrimSpace(string(b))
}
