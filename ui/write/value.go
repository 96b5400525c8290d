// Package write puts what is taken away into the files of the desk it lands
// on: Word (.docx), Excel (.xlsx) and Parquet. It takes values of its own,
// a Document, the rows of a Sheet, a Record, and writes to an io.Writer;
// whoever calls it sees to it that a file appears whole or not at all.
//
// The same values give the same bytes: no clock and no chance is asked.
package write

import (
	"errors"
	"strconv"
	"time"

	"github.com/shopspring/decimal"
)

// Properties are what a file says of itself.
type Properties struct {
	Title    string
	Creator  string
	Language string    // as in zh-CN
	Created  time.Time // the zero time is not written
}

// Document is a text for a word processor.
type Document struct {
	Properties
	Subtitle  string // a line below the title, may be empty
	Landscape bool   // for tables too wide for an upright page
	Blocks    []Block
}

// Block is a part of a document: Heading, Paragraph, Item, Quote or Table.
type Block interface{ block() }

// Heading is a heading that the word processor knows as one: its outline
// and its table of contents list it.
type Heading struct {
	Level int // 1 to 3; others are taken for the nearest
	Text  string
}

// Paragraph is running text. Line ends make several paragraphs of it.
type Paragraph struct {
	Text  string
	Small bool // a remark on the document rather than a part of it
}

// Item is one of a list. Neighbouring numbered items count from 1.
type Item struct {
	Text     string
	Numbered bool
}

// Quote is the words of a report. Line ends make several paragraphs of it.
// Where they are from stands in a line below them, or in a footnote, or in
// neither if both are empty.
type Quote struct {
	Text     string
	Source   string // the line
	Footnote string
}

// Table is rows under a head, which is repeated on every page.
type Table struct {
	Caption string // above it, may be empty
	Columns []Column
	Rows    [][]Cell // each with a cell for each column
	Notes   []string // below it
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Item) block()      {}
func (Quote) block()     {}
func (Table) block()     {}

// Kind says what a column holds.
type Kind int

const (
	KindText Kind = iota
	KindNumber
	KindPercent // numbers as a report states them: 92.7 is 92.7%
	KindSigned  // differences: +9, −4
	// KindGroup is text that neighbouring rows share. A sheet has it as a
	// column, a document as a line across the table where it changes.
	KindGroup
)

// Column is the head of a column.
type Column struct {
	Name  string
	Unit  string // of all its numbers, written behind the name; may be empty
	Kind  Kind
	Width int // cells (a Han character has two) of its content; 0 measures it
}

// title is the name with the unit.
func (c Column) title() string {
	switch {
	case c.Unit == "":
		return c.Name
	case hasHan(c.Name):
		return c.Name + "（" + c.Unit + "）"
	}
	return c.Name + " (" + c.Unit + ")"
}

// Cell is a value in a table: text, a number, or nothing, as the zero value.
type Cell struct {
	text   string
	number decimal.Decimal
	kind   cellKind
}

type cellKind int

const (
	emptyCell cellKind = iota
	textCell
	numberCell
)

// Text is a cell of text; empty text is an empty cell.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{text: s, kind: textCell}
}

// Number is a cell with an exact number.
func Number(d decimal.Decimal) Cell { return Cell{number: d, kind: numberCell} }

// Int is a cell with a whole number.
func Int(n int) Cell { return Number(decimal.NewFromInt(int64(n))) }

// shown is the cell as it is read in a column of that kind.
func (c Cell) shown(k Kind) string {
	switch {
	case c.kind == emptyCell:
		return ""
	case c.kind == textCell:
		return c.text
	case k == KindPercent:
		return c.number.String() + "%"
	case k == KindSigned && c.number.IsPositive():
		return "+" + grouped(c.number)
	}
	return grouped(c.number)
}

// grouped writes a number with commas between thousands, as offices do,
// from five digits on: 4450 and 12,860.
func grouped(d decimal.Decimal) string {
	s := d.String()
	sign, digits, tail := "", s, ""
	if s[0] == '-' {
		sign, digits = "−", s[1:]
	}
	for i := range digits {
		if digits[i] == '.' {
			digits, tail = digits[:i], digits[i:]
			break
		}
	}
	if len(digits) > 4 { // so that a year has none
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + "," + digits[i:]
		}
	}
	return sign + digits + tail
}

// ErrTooWide tells that a table has more columns than a format takes.
var ErrTooWide = errors.New("too many columns")

// check tells of a table that no reader could show.
func check(columns []Column, most int) error {
	if len(columns) > most {
		return tooWide{len(columns), most}
	}
	return nil
}

type tooWide struct{ columns, most int }

func (e tooWide) Error() string {
	return "a table of " + strconv.Itoa(e.columns) + " columns, where the format takes " + strconv.Itoa(e.most)
}

func (tooWide) Is(target error) bool { return target == ErrTooWide }

// Texts is a table of texts alone.
func Texts(head []string, rows [][]string) Table {
	var t Table
	for _, name := range head {
		t.Columns = append(t.Columns, Column{Name: name})
	}
	for _, row := range rows {
		cells := make([]Cell, len(row))
		for i, s := range row {
			cells[i] = Text(s)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
