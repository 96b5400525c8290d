package write

import (
	"archive/zip"
	"bytes"
	"cmp"
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
