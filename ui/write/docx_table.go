package write

import (
	"slices"
	"strconv"
)

// widestTable is how many columns Word gives a table.
const widestTable = 63

// Widths in twips of what stands in a table: one cell of text (half a Han
// character of 10.5 points) and the blank beside it.
const (
	cellWidth    = 105
	cellMargin   = 2*108 + 30
	leastColumn  = 6 // cells
	widestColumn = 44
)

func (d *docx) table(x *xmlWriter, t Table) {
	if t.Caption != "" {
		paragraph(x, "Caption", t.Caption)
	}
	group := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Kind == KindGroup })
	columns, rows := t.Columns, t.Rows
	if group >= 0 {
		columns = without(columns, group)
	}
	if len(columns) > 0 {
		d.grid(x, columns, rows, group)
	}
	for _, n := range t.Notes {
		paragraph(x, "TableNote", n)
	}
	if len(t.Notes) == 0 {
		paragraph(x, "TableNote", "") // or the next table would become a part of this one
	}
}

// grid writes the table itself. The column at group, unless it is -1, is
// not among columns: its cells are lines across the table.
func (d *docx) grid(x *xmlWriter, columns []Column, rows [][]Cell, group int) {
	// Word's widths are measured without the column that becomes lines.
	sample := rows[:min(sampled, len(rows))]
	if group >= 0 {
		cut := make([][]Cell, len(sample))
		for i, row := range sample {
			cut[i] = without(row, group)
		}
		sample = cut
	}
	widths := share(natural(columns, sample), d.paper.room())
	total := 0
	for _, w := range widths {
		total += w
	}
	x.start("w:tbl")
	x.start("w:tblPr")
	x.empty("w:tblStyle", "w:val", "TableGrid")
	x.empty("w:tblW", "w:w", strconv.Itoa(total), "w:type", "dxa")
	x.empty("w:jc", "w:val", "center")
	x.empty("w:tblLayout", "w:type", "fixed")
	x.empty("w:tblLook", "w:val", "0020", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	x.end()
	x.start("w:tblGrid")
	for _, w := range widths {
		x.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	x.end()
	head(x, columns, widths)
	under := ""
	for _, row := range rows {
		if group >= 0 {
			if name := at(row, group).shown(KindGroup); name != under && name != "" {
				across(x, name, len(columns), total)
				under = name
			}
			row = without(row, group)
		}
		body(x, columns, widths, row)
	}
	x.end()
}

// head writes the row that is repeated on every page.
func head(x *xmlWriter, columns []Column, widths []int) {
	x.start("w:tr")
	x.start("w:trPr")
	x.empty("w:cantSplit")
	x.empty("w:tblHeader")
	x.end()
	for i, c := range columns {
		x.start("w:tc")
		box(x, widths[i], 1, "F2F2F2")
		paragraph(x, "TableHead", c.title())
		x.end()
	}
	x.end()
}

// across writes a line that goes through all columns.
func across(x *xmlWriter, text string, columns, width int) {
	x.start("w:tr")
	x.start("w:trPr")
	x.empty("w:cantSplit")
	x.end()
	x.start("w:tc")
	box(x, width, columns, "")
	paragraph(x, "TableGroup", text)
	x.end()
	x.end()
}

// longestWhole is how many lines a row may have to be kept on one page.
const longestWhole = 12

// body writes a row.
func body(x *xmlWriter, columns []Column, widths []int, row []Cell) {
	x.start("w:tr")
	most := 0
	for i, c := range columns {
		most = max(most, lines(at(row, i).shown(c.Kind), max(2, (widths[i]-cellMargin)/cellWidth)))
	}
	if most <= longestWhole {
		x.start("w:trPr")
		x.empty("w:cantSplit")
		x.end()
	}
	for i, c := range columns {
		x.start("w:tc")
		box(x, widths[i], 1, "")
		name := "TableText"
		if c.Kind == KindNumber || c.Kind == KindPercent || c.Kind == KindSigned {
			name = "TableNumber"
		}
		some := false
		for p := range paragraphs(at(row, i).shown(c.Kind)) {
			paragraph(x, name, p)
			some = true
		}
		if !some {
			paragraph(x, name, "") // a cell without a paragraph is broken
		}
		x.end()
	}
	x.end()
}

// box writes how wide a cell is and what lies behind it.
func box(x *xmlWriter, width, span int, shade string) {
	x.start("w:tcPr")
	x.empty("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if span > 1 {
		x.empty("w:gridSpan", "w:val", strconv.Itoa(span))
	}
	if shade != "" {
		x.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", shade)
	}
	x.empty("w:vAlign", "w:val", "center")
	x.end()
}

// share divides the width of the page, in twips, among columns that would
// like to be so many cells wide. Short ones get what they want, the long
// ones what is left, by their length.
func share(wanted []int, room int) []int {
	want := make([]int, len(wanted))
	left, long := room, 0 // for the columns not yet settled: the room, and what they want
	for i, n := range wanted {
		want[i] = min(max(n, leastColumn), widestColumn)*cellWidth + cellMargin
		long += want[i]
	}
	widths := make([]int, len(want))
	for open, again := len(want), long > room; again; {
		again = false
		fair := left / open
		for i, w := range want {
			if widths[i] == 0 && w <= fair {
				widths[i], again = w, true
				left, long, open = left-w, long-w, open-1
			}
		}
	}
	for i, w := range want {
		if widths[i] == 0 {
			widths[i] = max(1, left*w/long)
		}
	}
	return widths
}

// at is a cell of a row, an empty one where the row is too short.
func at(row []Cell, i int) Cell {
	if i < len(row) {
		return row[i]
	}
	return Cell{}
}

// without returns a list with one element left out.
func without[T any](list []T, at int) []T {
	if at >= len(list) {
		return list
	}
	return slices.Delete(slices.Clone(list), at, at+1)
}
