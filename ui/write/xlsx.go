package write

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// Book is an Excel file in the making: sheets, one after the other, that
// take rows one at a time. Rows beyond some megabytes wait in a temporary
// file, so that a country's figures need no more memory than a county's.
// Close must be called at the end, whatever happened.
type Book struct {
	file   *excelize.File
	styles map[look]int
	names  map[string]bool // of sheets, in lower case
	sheet  *Sheet          // the one that takes rows
	cut    int
}

// NewBook begins a file.
func NewBook(p Properties) (*Book, error) {
	b := &Book{file: excelize.NewFile(), styles: map[look]int{}, names: map[string]bool{}}
	props := excelize.DocProperties{Title: line(p.Title), Creator: line(p.Creator), LastModifiedBy: line(p.Creator), Language: line(p.Language)}
	if !p.Created.IsZero() {
		props.Created = p.Created.UTC().Format(time.RFC3339)
		props.Modified = props.Created
	}
	return b, b.file.SetDocProps(&props)
}

// Sheet begins a sheet; the one before it takes no more rows. A name that
// Excel would not take is mended, one that is there already gets a number.
// The error is ErrTooWide for more columns than Excel has.
func (b *Book) Sheet(name string, columns []Column) (*Sheet, error) {
	if err := check(columns, excelize.MaxColumns); err != nil {
		return nil, err
	}
	if err := b.finish(); err != nil {
		return nil, err
	}
	name = b.free(name)
	if len(b.names) == 1 {
		if err := b.file.SetSheetName(b.file.GetSheetName(0), name); err != nil {
			return nil, err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return nil, err
	}
	b.sheet = &Sheet{book: b, name: name, columns: columns}
	return b.sheet, nil
}

// Table writes a whole table as a sheet, its notes below it.
func (b *Book) Table(name string, t Table) error {
	s, err := b.Sheet(name, t.Columns)
	if err != nil {
		return err
	}
	for _, row := range t.Rows {
		if err := s.Add(row); err != nil {
			return err
		}
	}
	s.notes = t.Notes
	return nil
}

// Write writes the file; it takes no more sheets.
func (b *Book) Write(w io.Writer) error {
	if err := b.finish(); err != nil {
		return err
	}
	file, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	return inOrder(w, file.Bytes())
}

// inOrder copies a zip file with its parts sorted by name: excelize writes
// sheets in an order that changes.
func inOrder(w io.Writer, file []byte) error {
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, f := range from.File {
		if err := to.Copy(f); err != nil {
			return err
		}
	}
	return to.Close()
}

// Close takes the temporary files away.
func (b *Book) Close() error { return b.file.Close() }

// Cut is how many cells held more text than Excel takes; they end in ….
func (b *Book) Cut() int { return b.cut }

func (b *Book) finish() error {
	if b.sheet == nil {
		return nil
	}
	s := b.sheet
	b.sheet = nil
	return s.finish()
}

// longestName is how many UTF-16 units the name of a sheet may have.
const longestName = 31

// free makes a name that Excel takes and no other sheet has.
func (b *Book) free(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, line(name))
	name = strings.Trim(name, "' ")
	if name == "" {
		name = "1"
	}
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = " " + strconv.Itoa(n)
		}
		short, _ := cutUnits(name, longestName-len(tail), "")
		short = strings.TrimRight(short, "' ") + tail
		if lower := strings.ToLower(short); !b.names[lower] && lower != "history" {
			b.names[lower] = true
			return short
		}
	}
}

// cutUnits shortens s to so many UTF-16 units, which is how Excel counts; a
// text that is cut ends in the mark. The second result tells whether it was.
func cutUnits(s string, most int, mark string) (string, bool) {
	if len(s) <= most {
		return s, false
	}
	n, end := 0, -1
	room := most - len(utf16.Encode([]rune(mark)))
	for i, r := range s {
		if n > room && end < 0 {
			end = i
		}
		n += utf16.RuneLen(r)
		if n > room && end < 0 {
			end = i
		}
	}
	if n <= most {
		return s, false
	}
	return s[:end] + mark, true
}

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
