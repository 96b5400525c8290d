package paper

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// Table is rows under a head, for whatever a table is written as.
type Table struct {
	Head []string
	Rows [][]string
}

// CSV is the table for spreadsheets: UTF-8 with a byte order mark, without
// which they take it for another encoding, and CRLF line ends.
func (t Table) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = harmless(c)
		}
		w.Write(cells) // a Buffer takes every write
	}
	w.Flush()
	return b.Bytes()
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
// a hyphen for the minus of tables, 万 and 亿 multiplied out.
func signedNumber(cell string) (string, bool) {
	rest := strings.TrimLeft(cell, "+-−")
	sign := cell[:len(cell)-len(rest)]
	if sign == "−" {
		sign = "-"
	}
	digits := strings.TrimRight(rest, "万亿")
	if len(sign) != 1 || strings.Trim(digits, "0123456789.") != "" {
		return "", false
	}
	v, err := decimal.NewFromString(digits)
	for _, c := range rest[len(digits):] {
		v = v.Shift(map[rune]int32{'万': 4, '亿': 8}[c])
	}
	return sign + v.String(), err == nil
}

// Markdown is the table as a pipe table.
func (t Table) Markdown() string {
	var b strings.Builder
	line := func(cells []string) {
		b.WriteString("|")
		for _, c := range cells {
			b.WriteString(" " + strings.ReplaceAll(EscapeMarkdown(c), "\n", "<br>") + " |")
		}
		b.WriteString("\n")
	}
	line(t.Head)
	b.WriteString(strings.Repeat("|---", len(t.Head)) + "|\n")
	for _, row := range t.Rows {
		line(row)
	}
	return b.String()
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`, "#", `\#`, "~", `\~`,
)

// EscapeMarkdown makes text stand for itself.
func EscapeMarkdown(s string) string { return markdownEscapes.Replace(s) }
