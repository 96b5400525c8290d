package write

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheet takes the rows of one table. Beyond Excel's last row they go on in
// another sheet under the same head.
type Sheet struct {
	book    *Book
	name    string
	columns []Column
	notes   []string

	waiting [][]Cell // rows that are kept until the widths are known
	stream  *excelize.StreamWriter
	row     int // the last one written, the head is 1
	widths  []int
}

// Add appends a row with a cell for each column.
func (s *Sheet) Add(row []Cell) error {
	if s.book.sheet != s {
		return fmt.Errorf("sheet %s takes no more rows", s.name)
	}
	if s.stream == nil {
		if s.waiting = append(s.waiting, append([]Cell(nil), row...)); len(s.waiting) < sampled {
			return nil
		}
		return s.begin()
	}
	return s.put(row)
}

// begin writes the head and the rows that waited for it.
func (s *Sheet) begin() error {
	if s.widths == nil {
		s.widths = natural(s.columns, s.waiting)
	}
	if err := s.open(); err != nil {
		return err
	}
	waiting := s.waiting
	s.waiting = nil
	for _, row := range waiting {
		if err := s.put(row); err != nil {
			return err
		}
	}
	return nil
}

// open begins the sheet as Excel knows it: head, widths, frozen head, paper.
func (s *Sheet) open() error {
	f := s.book.file
	fit, paper, landscape, one, endless := true, 9, "landscape", 1, 0
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &paper, Orientation: &landscape, FitToWidth: &one, FitToHeight: &endless,
	}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&C— &P —"}); err != nil {
		return err
	}
	if err := f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: quoted(s.name) + "!$1:$1", Scope: s.name,
	}); err != nil {
		return err
	}
	var err error
	if s.stream, err = f.NewStreamWriter(s.name); err != nil {
		return err
	}
	if err := s.stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	}); err != nil {
		return err
	}
	for i, n := range s.widths {
		if err := s.stream.SetColWidth(i+1, i+1, columnWidth(n)); err != nil {
			return err
		}
	}
	head := make([]any, len(s.columns))
	style, err := s.book.style(look{head: true})
	if err != nil {
		return err
	}
	for i, c := range s.columns {
		head[i] = excelize.Cell{StyleID: style, Value: line(c.title())}
	}
	s.row = 1
	return s.stream.SetRow("A1", head)
}

// widestInSheet is how wide a column of long text is, in cells.
const widestInSheet = 60

// columnWidth is the width that Excel, which counts in digits of its own
// font, gives to so many cells; three more are for the button of the filter.
func columnWidth(cells int) float64 { return 1.06*float64(inSheet(cells)) + 3 }

// inSheet is how many cells a column has that would like to have so many.
func inSheet(wanted int) int { return min(max(wanted, 6), widestInSheet) }

func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// put writes a row.
func (s *Sheet) put(row []Cell) error {
	if s.row == excelize.TotalRows {
		if err := s.goOn(); err != nil {
			return err
		}
	}
	values := make([]any, len(s.columns))
	for i, c := range s.columns {
		var err error
		if values[i], err = s.book.value(at(row, i), c.Kind); err != nil {
			return err
		}
	}
	s.row++
	return s.stream.SetRow("A"+strconv.Itoa(s.row), values, excelize.RowOpts{Height: s.height(row)})
}

// Heights in points.
const (
	lineHeight = 15
	tallestRow = excelize.MaxRowHeight
)

// height is what a row with text of several lines needs, since programs do
// not work it out when they open a file; 0 for a row of one line.
func (s *Sheet) height(row []Cell) float64 {
	most := 1
	for i := range s.columns {
		if c := at(row, i); c.kind == textCell {
			most = max(most, lines(c.text, inSheet(s.widths[i])))
		}
	}
	if most == 1 {
		return 0
	}
	return min(float64(most*lineHeight), tallestRow)
}

// goOn begins another sheet for the rows to come.
func (s *Sheet) goOn() error {
	if err := s.close(); err != nil {
		return err
	}
	s.name = s.book.free(s.name)
	if _, err := s.book.file.NewSheet(s.name); err != nil {
		return err
	}
	return s.open()
}

// finish writes what is left and the notes.
func (s *Sheet) finish() error {
	if s.stream == nil {
		if err := s.begin(); err != nil {
			return err
		}
	}
	filled := s.row
	if s.row+1+len(s.notes) > excelize.TotalRows {
		if err := s.goOn(); err != nil {
			return err
		}
		filled = s.row
	}
	style, err := s.book.style(look{note: true})
	if err != nil {
		return err
	}
	for i, n := range s.notes {
		cell := "A" + strconv.Itoa(filled+2+i)
		if err := s.stream.SetRow(cell, []any{excelize.Cell{StyleID: style, Value: line(n)}}); err != nil {
			return err
		}
	}
	return s.close()
}

// close ends the sheet as Excel knows it.
func (s *Sheet) close() error {
	f := s.book.file
	if len(s.columns) > 0 && s.row > 1 {
		last, err := excelize.CoordinatesToCellName(len(s.columns), s.row)
		if err != nil {
			return err
		}
		if err := f.AutoFilter(s.name, "A1:"+last, nil); err != nil {
			return err
		}
	}
	return s.stream.Flush()
}
