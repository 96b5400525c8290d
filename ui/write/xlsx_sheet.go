package write

import (
	"fmt"
	"strconv"
)

// Sheet takes the rows of one table. Beyond Excel's last row they go on in
// another sheet under the same head.
type Sheet struct {
	book    *Book
	name    string
	columns []Column
	notes   []string

	waiting [][]Cell // rows that are kept until the widths are known
	x       *xmlWriter
	row     int // the last one written, the head is 1
	widths  []int
}

// Add appends a row with a cell for each column.
func (s *Sheet) Add(row []Cell) error {
	if s.book.sheet != s {
		return fmt.Errorf("sheet %s takes no more rows", s.name)
	}
	if s.x == nil {
		if s.waiting = append(s.waiting, append([]Cell(nil), row...)); len(s.waiting) >= sampled {
			s.begin()
		}
		return s.book.err
	}
	s.put(row)
	return s.book.err
}

// Note puts notes below the rows.
func (s *Sheet) Note(notes ...string) { s.notes = append(s.notes, notes...) }

// begin writes the head and the rows that waited for it.
func (s *Sheet) begin() {
	s.widths = natural(s.columns, s.waiting)
	s.open()
	for _, row := range s.waiting {
		s.put(row)
	}
	s.waiting = nil
}

// open begins the sheet as Excel knows it: frozen head, widths, head.
func (s *Sheet) open() {
	s.book.sheets = append(s.book.sheets, sheetEntry{name: s.name})
	x := newXML(s.book.create(fmt.Sprintf("xl/worksheets/sheet%d.xml", len(s.book.sheets))))
	s.x = x
	x.start("worksheet", "xmlns", sheetSpace)
	x.start("sheetPr")
	x.empty("pageSetUpPr", "fitToPage", "1")
	x.end()
	x.start("sheetViews")
	x.start("sheetView", "workbookViewId", "0")
	x.empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen")
	x.empty("selection", "pane", "bottomLeft", "activeCell", "A2", "sqref", "A2")
	x.end()
	x.end()
	x.empty("sheetFormatPr", "defaultRowHeight", strconv.Itoa(lineHeight))
	if len(s.widths) > 0 {
		x.start("cols")
		for i, n := range s.widths {
			at := strconv.Itoa(i + 1)
			x.empty("col", "min", at, "max", at, "width", strconv.FormatFloat(columnWidth(n), 'f', 2, 64), "customWidth", "1")
		}
		x.end()
	}
	x.start("sheetData")
	s.row = 0
	s.start(0)
	for i, c := range s.columns {
		s.text(i, look{head: true}, line(c.title()))
	}
	x.end()
}

// widestInSheet is how wide a column of long text is, in cells.
const widestInSheet = 60

// columnWidth is the width that Excel, which counts in digits of its own
// font, gives to so many cells; three more are for the button of the filter.
func columnWidth(cells int) float64 { return 1.06*float64(inSheet(cells)) + 3 }

// inSheet is how many cells a column has that would like to have so many.
func inSheet(wanted int) int { return min(max(wanted, 6), widestInSheet) }

// put writes a row.
func (s *Sheet) put(row []Cell) {
	if s.row == mostRows {
		s.goOn()
	}
	s.start(s.height(row))
	for i, c := range s.columns {
		s.cell(i, at(row, i), c.Kind)
	}
	s.x.end()
}

// start begins the next row; its height is in points, 0 for the usual one.
func (s *Sheet) start(height int) {
	s.row++
	if height == 0 {
		s.x.start("row", "r", strconv.Itoa(s.row))
		return
	}
	s.x.start("row", "r", strconv.Itoa(s.row), "ht", strconv.Itoa(height), "customHeight", "1")
}

// Heights in points.
const (
	lineHeight = 15
	tallestRow = 409
)

// height is what a row with text of several lines needs, since programs do
// not work it out when they open a file; 0 for a row of one line.
func (s *Sheet) height(row []Cell) int {
	most := 1
	for i := range s.columns {
		if c := at(row, i); c.kind == textCell {
			most = max(most, lines(c.text, inSheet(s.widths[i])))
		}
	}
	if most == 1 {
		return 0
	}
	return min(most*lineHeight, tallestRow)
}

// goOn begins another sheet for the rows to come.
func (s *Sheet) goOn() {
	s.close(s.row)
	s.name = s.book.free(s.name)
	s.open()
}

// finish writes what is left and the notes.
func (s *Sheet) finish() {
	if s.x == nil {
		s.begin()
	}
	if s.row+1+len(s.notes) > mostRows {
		s.goOn()
	}
	filled := s.row
	s.row++
	for _, n := range s.notes {
		s.start(0)
		s.text(0, look{note: true}, line(n))
		s.x.end()
	}
	s.close(filled)
}

// close ends the sheet as Excel knows it: its filter over so many rows, A4
// across, as wide as the paper, numbered pages.
func (s *Sheet) close(filled int) {
	x := s.x
	x.end()
	if len(s.columns) > 0 && filled > 1 {
		last := columnName(len(s.columns) - 1)
		x.empty("autoFilter", "ref", fmt.Sprintf("A1:%s%d", last, filled))
		s.book.sheets[len(s.book.sheets)-1].filled = fmt.Sprintf("$A$1:$%s$%d", last, filled)
	}
	x.empty("pageSetup", "paperSize", "9", "orientation", "landscape", "fitToWidth", "1", "fitToHeight", "0")
	x.start("headerFooter")
	x.element("oddFooter", "&C— &P —")
	x.end()
	x.end()
	if err := x.flush(); err != nil && s.book.err == nil {
		s.book.err = err
	}
}
