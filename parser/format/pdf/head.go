package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/text"
)

// heads are the rows right above that name the columns: several texts, no
// number, none long.
func (t *looseTable) heads(above []pdfRow) []pdfRow {
	const longest = 16
	n := 0
	below := t.rows[0]
	for n < mostHeadRows && n < len(above) {
		r := above[len(above)-1-n]
		if r[0].table != nil || len(r) < 2 || below.top()-r.top() > pitchShare*r[0].size ||
			slices.ContainsFunc(r, func(run pdfRun) bool { return utf8.RuneCountInString(run.text) > longest }) ||
			r[0].x0 > t.columns[len(t.columns)-1].x1 || r[len(r)-1].x1 < t.columns[0].x0 {
			break
		}
		below = r
		n++
	}
	return above[len(above)-n:]
}

// made puts the texts of the rows into the columns.
func (t *looseTable) made(heads []pdfRow, page int) *pdfTable {
	out := &pdfTable{page: page}
	for i := range heads {
		heads[i] = t.cutHeads(heads[i])
		t.headColumns(heads[i])
	}
	for _, c := range t.columns {
		out.xs = append(out.xs, c.x0)
	}
	out.box = pdfBox{t.columns[0].x0, t.rows[0].top(), t.columns[len(t.columns)-1].x1, t.rows[len(t.rows)-1].top()}
	if len(heads) > 0 {
		out.box.y0 = heads[0].top()
	}
	for _, r := range heads {
		out.cells = append(out.cells, t.cellsOf(r))
	}
	for _, lines := range t.wrapped() {
		row := make([]format.Cell, len(t.columns))
		for _, r := range lines {
			for i, c := range t.cellsOf(r) {
				if c.Text != "" {
					row[i].Text = string(appendPrint([]byte(row[i].Text), c.Text))
				}
			}
		}
		if i, alone := onlyText(row); alone && len(lines) == 1 && i == 0 {
			row = []format.Cell{{Text: row[0].Text, Cols: len(row)}} // a title within the table
		}
		out.cells = append(out.cells, row)
	}
	return out
}

// cutHeads parts heads that nearly touch, where the white between columns
// goes on between them, and what it parts are words.
func (t *looseTable) cutHeads(r pdfRow) pdfRow {
	var out pdfRow
	for _, run := range r {
		at := t.touched(run)
		parts := pdfRow{run}
		for k := 1; k < len(at); k++ {
			before, after := t.columns[at[k-1]], t.columns[at[k]]
			rest := parts[len(parts)-1]
			for _, p := range rest.places {
				x := float64(p.x0)
				if !p.seam || x < (before.x0+before.x1)/2 || x > (after.x0+after.x1)/2 {
					continue
				}
				if left, right, ok := rest.cut(x); ok && text.HasHan(left.text) && text.HasHan(right.text) {
					parts = append(parts[:len(parts)-1], left, right)
					break
				}
			}
		}
		if len(parts) < len(at) {
			parts = pdfRow{run}
		}
		out = append(out, parts...)
	}
	return out
}

// headColumns adds columns that have a head and nothing else.
func (t *looseTable) headColumns(r pdfRow) {
	for _, run := range r {
		if len(t.touched(run)) > 0 || len(r) == len(t.columns) || run.x0 > t.columns[0].x1 && run.x1 < t.columns[len(t.columns)-1].x0 {
			continue // above a column, or set off between two
		}
		t.widen(run, false)
	}
}

// cellsOf puts a row's texts under their columns. A head over several
// columns spans them.
func (t *looseTable) cellsOf(r pdfRow) []format.Cell {
	row := make([]format.Cell, len(t.columns))
	spans := make([]int, len(t.columns))
	for i, run := range r {
		at := t.touched(run)
		if len(at) == 0 && len(r) == len(t.columns) {
			at = []int{i}
		} else if len(at) == 0 {
			at = t.nearest(run)
		}
		c := &row[at[0]]
		if c.Text = strings.TrimSpace(c.Text + " " + run.text); len(at) > 1 {
			spans[at[0]] = len(at)
		}
	}
	var out []format.Cell
	for i := 0; i < len(row); i++ {
		if n := spans[i]; n > 1 && !slices.ContainsFunc(row[i+1:i+n], func(c format.Cell) bool { return c.Text != "" }) {
			row[i].Cols = n
			out = append(out, row[i])
			i += n - 1
			continue
		}
		out = append(out, row[i])
	}
	return out
}

// nearest is the column that a head off all columns belongs to: the nearest
// one, or both that it stands in the middle of.
func (t *looseTable) nearest(r pdfRun) []int {
	right := slices.IndexFunc(t.columns, func(c tableColumn) bool { return c.x0 > r.x0 })
	switch {
	case right < 0:
		return []int{len(t.columns) - 1}
	case right == 0:
		return []int{0}
	}
	before, after := r.x0-t.columns[right-1].x1, t.columns[right].x0-r.x1
	switch {
	case math.Abs(before-after) < 2*r.size:
		return []int{right - 1, right}
	case before < after:
		return []int{right - 1}
	}
	return []int{right}
}
