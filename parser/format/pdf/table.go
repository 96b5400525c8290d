package pdf

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/text"
)

// Tables without rules: rows whose texts stand under each other with white
// between them all the way down, and numbers among them.
const (
	riverShare   = 0.35 // width of the white between columns at least, of the type's size
	pitchShare   = 4.5  // steps between rows of one table at most
	wrapPitch    = 0.75 // a step this much less than the usual one leads on within a cell
	mostHeadRows = 3
	proseChars   = 12 // characters in the rows of a column of prose
	longestEntry = 40 // characters in a cell of such a table, on average
	manyCells    = 8
)

// figureCell is a cell that holds a number, with a unit or without.
var figureCell = text.Lazily(`^[+＋\-−–—▲△↑↓]?\s*[\d０-９][\d０-９,，]*([.．][\d０-９]+)?\s*([%％‰]|个百分点|[\p{Han}/]{1,3})?$`)

// tableColumn is a stretch of the sheet that cells of a table fill.
type tableColumn struct {
	x0, x1 float64
	figure bool // numbers stand in it
	chars  int
	cells  int
}

// looseTable is a table in the making.
type looseTable struct {
	rows    []pdfRow
	columns []tableColumn
	figures int // rows with numbers
	pitch   float64
}

// withTables puts one row in place of the rows that make a table.
func withTables(rows []pdfRow, page int) []pdfRow {
	var out []pdfRow
	for i := 0; i < len(rows); {
		t := looseTable{}
		n := t.grow(rows[i:])
		if !t.isTable() {
			out = append(out, rows[i:i+n]...)
			i += n
			continue
		}
		heads := t.heads(out)
		out = out[:len(out)-len(heads)]
		out = append(out, t.made(heads, page).row())
		i += n
	}
	return out
}

// row is the row that stands for a table on its sheet.
func (t *pdfTable) row() pdfRow {
	return pdfRow{{x0: t.box.x0, x1: t.box.x1, y: t.box.y0, size: 1, table: t}}
}

// grow takes rows from the first on while they make columns, and returns how
// many it took, at least one. It begins with a row that has a number.
func (t *looseTable) grow(rows []pdfRow) int {
	if !hasFigure(rows[0]) || !t.add(rows[0]) {
		return 1
	}
	n, kept := 1, 1 // kept: without single texts at the end
	for n < len(rows) {
		size, step := rows[n-1][0].size, rows[n].top()-rows[n-1].top()
		if step > pitchShare*size || rows[n][0].table != nil || len(rows[n]) == 1 && !t.continues(rows[n], step) || !t.add(rows[n]) {
			break
		}
		if len(rows[n]) > 1 {
			if t.pitch == 0 {
				t.pitch = step
			}
			t.pitch = max(t.pitch, step)
		}
		n++
		if len(rows[n-1]) > 1 || t.pitch > 0 && step < wrapPitch*t.pitch {
			kept = n
		}
	}
	t.rows = t.rows[:min(kept, len(t.rows))]
	return kept
}

// continues tells that a row of one text can go on in a cell, or stand
// between rows: it crosses no column.
func (t *looseTable) continues(r pdfRow, step float64) bool {
	return len(t.touched(r[0])) == 1 && (t.pitch == 0 || step < 1.6*t.pitch)
}

// touched are the columns that a run reaches into.
func (t *looseTable) touched(r pdfRun) []int {
	river := riverShare * r.size
	var out []int
	for i, c := range t.columns {
		if r.x0 < c.x1+river && r.x1 > c.x0-river {
			out = append(out, i)
		}
	}
	return out
}

// add takes a row in if its numbers keep columns of their own, and at least
// two columns are left.
func (t *looseTable) add(r pdfRow) bool {
	if r[0].table != nil || len(r) > 64 {
		return false
	}
	before := slices.Clone(t.columns)
	for i, run := range r {
		if !t.widen(run, i > 0 && isFigureRun(r[i-1])) {
			t.columns = before
			return false
		}
	}
	if len(t.rows) > 0 && len(t.columns) < 2 {
		t.columns = before
		return false
	}
	if hasFigure(r) {
		t.figures++
	}
	t.rows = append(t.rows, r)
	return true
}

// widen makes the column of a run as wide as it, or a new one. It refuses to
// join columns of numbers. afterFigure tells that a number stands left of
// the run in its row.
func (t *looseTable) widen(r pdfRun, afterFigure bool) bool {
	c := tableColumn{x0: r.x0, x1: r.x1, figure: isFigureRun(r), chars: utf8.RuneCountInString(r.text), cells: 1}
	at := t.touched(r)
	if len(at) == 0 {
		i, _ := slices.BinarySearchFunc(t.columns, r.x0, func(c tableColumn, x float64) int { return cmp.Compare(c.x0, x) })
		t.columns = slices.Insert(t.columns, i, c)
		return true
	}
	figures := 0
	for _, i := range at {
		if t.columns[i].figure {
			figures++
		}
	}
	if figures > 1 || len(at) > 2 || len(at) > 1 && c.figure {
		return false
	}
	first, last := &t.columns[at[0]], t.columns[at[len(at)-1]]
	if len(at) > 1 {
		first.x1, first.figure = last.x1, first.figure || last.figure
		first.chars, first.cells = first.chars+last.chars, first.cells+last.cells
	}
	first.x0, first.x1, first.figure = min(first.x0, c.x0), max(first.x1, c.x1), first.figure || c.figure
	first.chars, first.cells = first.chars+c.chars, first.cells+1
	t.columns = slices.Delete(t.columns, at[0]+1, at[len(at)-1]+1)
	return true
}

// yearCell is a year, which heads a column rather than fills it.
var yearCell = text.Lazily(`^(19|20)\d\d\s*年度?$`)

func isFigureRun(r pdfRun) bool {
	return figureCell().MatchString(r.text) && !yearCell().MatchString(r.text)
}

// hasFigure tells a row of several texts, a number among them.
func hasFigure(r pdfRow) bool { return len(r) > 1 && slices.ContainsFunc(r, isFigureRun) }

// isTable decides: rows enough, numbers in half of them, no column of prose.
func (t *looseTable) isTable() bool {
	rows := 0
	for _, r := range t.rows {
		if len(r) > 1 {
			rows++
		}
	}
	if len(t.columns) < 2 || t.figures < 2 || t.figures*2 < rows || rows < 3 && len(t.columns) < 3 {
		return false
	}
	for i := range t.columns {
		if t.isProse(i) {
			return false
		}
	}
	return t.isFilled()
}

// isFilled tells that most of the fields hold something, and that numbers
// stand under each other: not just before headings, and not where words of
// a text are set wide.
func (t *looseTable) isFilled() bool {
	const share, wordGap = 0.5, 0.8
	cells, rows := 0, 0
	var gaps []float64 // between texts, of their size
	figures := make([]int, len(t.columns))
	for _, r := range t.rows {
		if len(r) == 1 {
			continue
		}
		rows++
		last := -1
		for k, run := range r {
			if k > 0 {
				gaps = append(gaps, (run.x0-r[k-1].x1)/run.size)
			}
			i := sort.Search(len(t.columns), func(i int) bool { return t.columns[i].x1 > run.x0 })
			if i != last {
				cells++
			}
			if last = i; i < len(figures) && isFigureRun(run) {
				figures[i]++
			}
		}
	}
	slices.Sort(gaps)
	least := rows / 3
	if gaps[len(gaps)/2] < wordGap {
		least = rows * 2 / 3
	}
	below := slices.ContainsFunc(figures[1:], func(n int) bool { return n > 1 && n >= least })
	return float64(cells) >= share*float64(rows*len(t.columns)) && (below || figures[0]*2 >= rows && len(t.columns) > 2)
}

// isProse tells a column whose rows are full of text, with sentences in it.
func (t *looseTable) isProse(column int) bool {
	c := t.columns[column]
	mean := c.chars / max(1, c.cells)
	if mean < proseChars {
		return false
	}
	full, marks := 0, 0
	for _, r := range t.rows {
		for _, run := range r {
			if run.x0 >= c.x1 || run.x1 <= c.x0 {
				continue
			}
			if run.x1-run.x0 > 0.85*(c.x1-c.x0) {
				full++
			}
			if strings.ContainsAny(run.text, "，。；") {
				marks++
			}
		}
	}
	return mean > longestEntry || full*2 >= c.cells && marks*3 >= c.cells || !c.figure && c.cells >= manyCells && full*5 >= c.cells*4
}

// wrapped gathers the rows that are lines of one: a row of single texts that
// stands nearer than rows do goes to the row next to it.
func (t *looseTable) wrapped() [][]pdfRow {
	var out [][]pdfRow
	open := false // the last line waits for the row that it is the head of
	for i, r := range t.rows {
		near := i > 0 && r.top()-t.rows[i-1].top() < wrapPitch*t.pitch
		single := len(r) == 1 && !isFigureRun(r[0])
		switch {
		case near && (single || open):
			out[len(out)-1] = append(out[len(out)-1], r)
			open = false
		default:
			out = append(out, []pdfRow{r})
			open = single
		}
	}
	return out
}

// onlyText is the place of the only text of a row.
func onlyText(row []format.Cell) (int, bool) {
	at, n := -1, 0
	for i, c := range row {
		if c.Text != "" {
			at = i
			n++
		}
	}
	return at, n == 1
}
