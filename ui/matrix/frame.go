package matrix

import "duidu/ui/columns"

// frame says which cells of the body belong to what.
type frame struct {
	width, height int // of the body
	names         int // cells of the first column
	columns       int // that fit beside it
	cell          int // cells of a column, the gap before it not counted
	bar           int // cells of its bar; 0 for none
	rows          int // of the table, its head not counted
	card          int // rows below the table, 0 for none
}

const (
	gutter    = 2  // cells for the cursor
	cellLeast = 14 // cells of a column with a bar
	cellMost  = 20
	barCells  = 4
	narrow    = 60 // cells below which there are no bars
	cellBare  = 10 // cells of a column without
)

// newFrame lays out a body whose names take at most so many cells.
func newFrame(width, height, names int) frame {
	f := frame{width: width, height: height, bar: barCells}
	least := cellLeast
	if width < narrow {
		f.bar, least = 0, cellBare
	}
	f.names = max(min(names, max(10, width/4)), 4)
	left := max(0, width-gutter-f.names)
	f.columns, f.cell = columns.Even(left, 1, least, cellMost)
	switch {
	case height >= 18:
		f.card = 4
	case height >= 9:
		f.card = 2
	}
	f.rows = max(0, height-1-f.card)
	return f
}

// first is where the columns beside the names begin.
func (f frame) first() int { return gutter + f.names }

// cellAt is the row and the column, counted from the first that show, at a
// cell of the body; false outside the rows of the table. Left of all
// columns it is column 0.
func (f frame) cellAt(px, py int) (row, col int, ok bool) {
	if py < 1 || py > f.rows {
		return 0, 0, false
	}
	if px >= f.first() {
		col = (px - f.first()) / (f.cell + 1)
	}
	return py - 1, col, px < f.first() || col < f.columns
}
