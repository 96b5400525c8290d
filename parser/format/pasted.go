package format

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/parser/shape"
	"duidu/parser/text"
)

// pastedTables makes rows of the tables of a text that was copied from a page
// or a document: rows of cells between tabs, or a cell a line.
func pastedTables(lines []Line) []Line {
	kinds := stackKinds(lines)
	var out []Line // nil while nothing has changed
	kept := 0      // lines that are in out already
	for i := 0; i < len(lines); i++ {
		cells, n := tabbedTable(lines[i:])
		if n == 0 {
			cells, n = spacedTable(lines[i:])
		}
		if n == 0 && kinds != "" {
			cells, n = stackedTable(lines[i:], kinds[i:])
		}
		if n == 0 {
			continue
		}
		before := ""
		if i > 0 {
			before = lines[i-1].Text
		}
		rows := TableLines(cells, before)
		if len(rows) > 0 {
			rows[0].Above, rows[len(rows)-1].Below = lines[i].Above, lines[i+n-1].Below
		}
		out = append(append(out, lines[kept:i]...), rows...)
		kept = i + n
		i = kept - 1
	}
	if out == nil {
		return lines
	}
	return append(out, lines[kept:]...)
}

// widestPasted is how many columns a pasted table has at most.
const widestPasted = 24

// tabbedTable reads the table that lines begin with, its cells parted by
// tabs. n is how many lines it takes, 0 if there is none.
func tabbedTable(lines []Line) (cells [][]Cell, n int) {
	if !strings.Contains(lines[0].Text, "\t") {
		return nil, 0
	}
	width := 0
	for n < len(lines) && strings.Contains(lines[n].Text, "\t") && (n == 0 || lines[n].Above == 0) {
		var row []Cell
		for c := range strings.SplitSeq(lines[n].Text, "\t") {
			if text.Runes(c) > LongestCell {
				return nil, 0
			}
			row = append(row, Cell{Text: strings.TrimSpace(c)})
		}
		cells, width = append(cells, row), max(width, len(row))
		n++
	}
	// The blanks at the ends of a line are gone, and with them its empty cells:
	// that of the head's corner, and the last ones of a row.
	if n > 1 && len(cells[0]) == width-1 && len(cells[1]) == width {
		cells[0] = append([]Cell{{}}, cells[0]...)
	}
	counted := false
	for i, row := range cells {
		for len(row) < width {
			row = append(row, Cell{})
		}
		cells[i] = row
		counted = counted || HasNumberCell([][]Cell{row[1:]})
	}
	// The number of an item and its text stand on either side of a tab too.
	if n < 2 || width > widestPasted || width < 3 && !counted {
		return nil, 0
	}
	return cells, n
}

// spacedTable reads the table that lines begin with, its columns kept apart by
// blanks: a row of words, then at least two that begin with words and have a
// number in every other column. n is how many lines it takes, 0 if there is none.
func spacedTable(lines []Line) (cells [][]Cell, n int) {
	if len(lines) < 3 || len(spacedCells(lines[1].Text)) < 3 {
		return nil, 0 // most lines
	}
	head := spacedCells(lines[0].Text)
	if len(head) < 3 || len(head) > widestPasted || slices.ContainsFunc(head, isFigureCell) {
		return nil, 0
	}
	cells = [][]Cell{cellsOf(head)}
	for n = 1; n < len(lines) && lines[n].Above == 0; n++ {
		row := spacedCells(lines[n].Text)
		if len(row) != len(head) || isFigureCell(row[0]) || slices.ContainsFunc(row[1:], func(c string) bool { return !isFigureCell(c) }) {
			break
		}
		cells = append(cells, cellsOf(row))
	}
	if n < 3 {
		return nil, 0
	}
	return cells, n
}

func isFigureCell(s string) bool { return IsNumberCell(s) || isCountCell(s) }

func cellsOf(texts []string) []Cell {
	row := make([]Cell, len(texts))
	for i, t := range texts {
		row[i] = Cell{Text: t}
	}
	return row
}

// spacedCells cuts a line where two blanks or more stand, or one that is as wide as a
// character. Words that were spread over their column (合　　计, 收　到) are closed up.
func spacedCells(s string) []string {
	if len(s) > widestSpaced || !strings.Contains(s, "  ") && !text.Has(s, "　") {
		return nil
	}
	var cells []string
	spread := false // the last cell is one character, which another may follow
	for _, c := range strings.FieldsFunc(strings.ReplaceAll(s, "  ", "　"), func(c rune) bool { return c == '　' }) {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		single := text.Runes(c) == 1 && text.AllHan(c)
		if single && spread {
			cells[len(cells)-1] += c
			spread = false
			continue
		}
		cells, spread = append(cells, c), single
	}
	return cells
}

// widestSpaced is how many bytes a row of a table has at most whose columns blanks
// keep apart.
const widestSpaced = 400

// longestStacked is how many characters a cell on a line of its own has at most.
const longestStacked = 20

// What a line is to a table with a cell a line.
const (
	wordsLine  = 'w'
	numberLine = 'n'
	otherLine  = '.' // the cell of no such table
)

// stackKinds tells of every line what it is to a table with a cell a line;
// empty if no line is a number.
func stackKinds(lines []Line) string {
	isNumber := func(l Line) bool { return len(l.Text) <= longestStacked*utf8.UTFMax && IsNumberCell(l.Text) }
	if !slices.ContainsFunc(lines, isNumber) {
		return ""
	}
	kinds := make([]byte, len(lines))
	for i, l := range lines {
		switch {
		case isNumber(l):
			kinds[i] = numberLine
		case text.Runes(l.Text) > longestStacked, cellEnds.In(l.Text), shape.NumberingOf(l.Text).Style != shape.NoNumber:
			kinds[i] = otherLine
		default:
			kinds[i] = wordsLine
		}
	}
	return string(kinds)
}

// cellEnds are marks that stand in no cell of words.
var cellEnds = text.SetOf("。；！？\t")

// stackedTable reads the table that lines begin with, each cell of it a line:
// a row of words, then at least two rows that have their numbers in the same
// columns, the first column words. n is how many lines it takes.
func stackedTable(lines []Line, kinds string) (cells [][]Cell, n int) {
	head := 0
	for head < len(kinds) && head <= widestPasted+1 && kinds[head] == wordsLine {
		head++
	}
	for width := 2; width < head && 3*width <= len(kinds); width++ {
		pattern := kinds[width : 2*width]
		if pattern[0] != wordsLine || !strings.Contains(pattern, string(numberLine)) || strings.Contains(pattern, string(otherLine)) {
			continue
		}
		n := 2 * width
		for n+width <= len(kinds) && kinds[n:n+width] == pattern {
			n += width
		}
		if n == 2*width || slices.ContainsFunc(lines[1:n], func(l Line) bool { return l.Above > 0 }) {
			continue
		}
		for i, l := range lines[:n] {
			if i%width == 0 {
				cells = append(cells, nil)
			}
			cells[i/width] = append(cells[i/width], Cell{Text: l.Text})
		}
		return cells, n
	}
	return nil, 0
}
