package write

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// CSV is the table for spreadsheets: UTF-8 with a byte order mark, without
// which they take it for another encoding, and CRLF line ends. Notes follow
// the rows, one a line.
func CSV(t Table) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	b.Write(CSVRows(append([][]Cell{headRow(t.Columns)}, t.Rows...), t.Columns))
	for _, n := range t.Notes {
		b.Write(CSVRows([][]Cell{{Text(n)}}, nil))
	}
	return b.Bytes()
}

// headRow is the titles of the columns as a row.
func headRow(columns []Column) []Cell {
	cells := make([]Cell, len(columns))
	for i, c := range columns {
		cells[i] = Text(c.title())
	}
	return cells
}

// CSVRows are rows without a head.
func CSVRows(rows [][]Cell, columns []Column) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, c := range row {
			kind := KindText
			if i < len(columns) {
				kind = columns[i].Kind
			}
			cells[i] = harmless(c.raw(kind))
		}
		w.Write(cells) // a Buffer takes every write
	}
	w.Flush()
	return b.Bytes()
}

// raw is the cell for programs: numbers in full, without commas.
func (c Cell) raw(k Kind) string {
	switch {
	case c.kind != numberCell:
		return c.text
	case k == KindSigned && c.number.IsPositive():
		return "+" + c.number.String()
	}
	return c.number.String()
}

// harmless keeps a spreadsheet from running text of a stranger's file as a
// formula, and a terminal from obeying the name of one; a number with its
// sign stays a number.
func harmless(cell string) string {
	cell = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, cell)
	if number, ok := signedNumber(cell); ok {
		return number
	}
	if cell == "" || !strings.ContainsRune("=+-@\t", rune(cell[0])) {
		return cell
	}
	return "'" + cell
}

// signedNumber writes a number with its sign the way spreadsheets read one:
// a hyphen for the minus of tables.
func signedNumber(cell string) (string, bool) {
	digits := strings.TrimLeft(cell, "+-−")
	sign := strings.Replace(cell[:len(cell)-len(digits)], "−", "-", 1)
	if len(sign) != 1 || strings.Trim(digits, "0123456789.") != "" {
		return "", false
	}
	v, err := decimal.NewFromString(digits)
	return sign + v.String(), err == nil
}
