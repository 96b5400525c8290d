package write

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Bounds of Excel.
const (
	mostColumns = 16_384
	mostRows    = 1_048_576
)

// Book is an Excel file in the making: sheets, one after the other, that
// take rows one at a time and pass them on, so that a country's figures need
// no more memory than a county's. The file is whole only after Close.
type Book struct {
	parcel
	styles styles
	names  map[string]bool // of sheets, in lower case
	sheets []sheetEntry
	sheet  *Sheet // the one that takes rows
	cut    int
}

// sheetEntry is what the file's index says of a sheet.
type sheetEntry struct {
	name   string
	filled string // the cells of its table, such as $A$1:$E$4; empty for none
}

const (
	sheetSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packSpace   = "http://schemas.openxmlformats.org/package/2006/"
	sheetType   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// NewBook begins a file.
func NewBook(w io.Writer, p Properties) *Book {
	b := &Book{parcel: parcel{zip: zip.NewWriter(w)}, names: map[string]bool{}}
	// Programs that go by the first bytes look for these parts there.
	b.xml("_rels/.rels", func(x *xmlWriter) {
		relations(x, [2]string{officeSpace + "/officeDocument", "xl/workbook.xml"},
			[2]string{packSpace + "relationships/metadata/core-properties", "docProps/core.xml"})
	})
	b.xml("docProps/core.xml", p.core)
	return b
}

// Sheet begins a sheet; the one before it takes no more rows. A name that
// Excel would not take is mended, one that is there already gets a number.
// The error is ErrTooWide for more columns than Excel has.
func (b *Book) Sheet(name string, columns []Column) (*Sheet, error) {
	if err := check(columns, mostColumns); err != nil {
		return nil, err
	}
	b.finish()
	b.sheet = &Sheet{book: b, name: b.free(name), columns: columns}
	return b.sheet, b.err
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

// Close writes what is left: the last sheet's notes and the file's index.
// It returns the first error that there was.
func (b *Book) Close() error {
	if b.sheet == nil && len(b.sheets) == 0 { // Excel opens no file without one
		b.sheet = &Sheet{book: b, name: b.free("")}
	}
	b.finish()
	b.xml("xl/styles.xml", b.styles.write)
	b.xml("xl/workbook.xml", b.index)
	b.xml("xl/_rels/workbook.xml.rels", func(x *xmlWriter) {
		to := [][2]string{{officeSpace + "/styles", "styles.xml"}}
		for i := range b.sheets {
			to = append(to, [2]string{officeSpace + "/worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1)})
		}
		relations(x, to...)
	})
	b.xml("[Content_Types].xml", b.types)
	if b.err != nil {
		return b.err
	}
	return b.zip.Close()
}

// Cut is how many cells held more text than Excel takes; they end in ….
func (b *Book) Cut() int { return b.cut }

func (b *Book) finish() {
	if b.sheet != nil {
		b.sheet.finish()
		b.sheet = nil
	}
}

// relations writes what a part leads to, each with its kind; they are named
// rId1, rId2 and so on.
func relations(x *xmlWriter, to ...[2]string) {
	x.start("Relationships", "xmlns", packSpace+"relationships")
	for i, r := range to {
		x.empty("Relationship", "Id", "rId"+strconv.Itoa(i+1), "Type", r[0], "Target", r[1])
	}
	x.end()
}

// index writes the list of sheets, the head of each as the one that every
// printed page has, and the cells that are filtered.
func (b *Book) index(x *xmlWriter) {
	x.start("workbook", "xmlns", sheetSpace, "xmlns:r", officeSpace)
	x.start("bookViews")
	x.empty("workbookView")
	x.end()
	x.start("sheets")
	for i, s := range b.sheets {
		x.empty("sheet", "name", s.name, "sheetId", strconv.Itoa(i+1), "r:id", "rId"+strconv.Itoa(i+2))
	}
	x.end()
	x.start("definedNames")
	for i, s := range b.sheets {
		place := "'" + strings.ReplaceAll(s.name, "'", "''") + "'!"
		if s.filled != "" {
			x.element("definedName", place+s.filled, "name", "_xlnm._FilterDatabase", "localSheetId", strconv.Itoa(i), "hidden", "1")
		}
		x.element("definedName", place+"$1:$1", "name", "_xlnm.Print_Titles", "localSheetId", strconv.Itoa(i))
	}
	x.end()
	x.end()
}

func (b *Book) types(x *xmlWriter) {
	x.start("Types", "xmlns", packSpace+"content-types")
	x.empty("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	x.empty("Default", "Extension", "xml", "ContentType", sheetType+"worksheet+xml")
	for _, part := range [][2]string{
		{"/xl/workbook.xml", sheetType + "sheet.main+xml"}, {"/xl/styles.xml", sheetType + "styles+xml"},
		{"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
	} {
		x.empty("Override", "PartName", part[0], "ContentType", part[1])
	}
	x.end()
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
