package write

import (
	"strconv"
	"strings"
)

// PlainText is the document as text that pastes into a word processor: a
// blank line before each heading, quotes indented like Chinese paragraphs
// below the line that says where they are from. Tables are left to whoever
// knows the width of the page.
func PlainText(d Document, table func(Table) string) string {
	var b strings.Builder
	gap := func() {
		if b.Len() > 0 {
			b.WriteString("\n")
		}
	}
	for _, s := range []string{d.Title, d.Subtitle} {
		if s != "" {
			b.WriteString(line(s) + "\n")
		}
	}
	number := 0
	for i, block := range d.Blocks {
		it, isItem := block.(Item)
		if number++; !isItem || !it.Numbered {
			number = 0
		}
		switch x := block.(type) {
		case Heading:
			gap()
			b.WriteString(line(x.Text) + "\n")
		case Paragraph:
			if i > 0 && x.Small {
				if p, ok := d.Blocks[i-1].(Paragraph); !ok || !p.Small {
					gap()
				}
			}
			b.WriteString(plain(x.Text) + "\n")
		case Item:
			mark := "· "
			if x.Numbered {
				mark = strconv.Itoa(number) + ". "
			}
			b.WriteString(mark + line(x.Text) + "\n")
		case Quote:
			for _, from := range []string{x.Source, x.Footnote} {
				if from != "" {
					b.WriteString(line(from) + "\n")
				}
			}
			if x.Text != "" {
				b.WriteString(indented(x.Text))
			}
		case Table:
			gap()
			b.WriteString(table(x))
			for _, n := range x.Notes {
				b.WriteString(line(n) + "\n")
			}
		}
	}
	return b.String()
}

// indented begins every paragraph with the two full-width spaces of Chinese
// setting.
func indented(s string) string {
	return "　　" + strings.ReplaceAll(plain(s), "\n", "\n　　") + "\n"
}

// Shown are the cells of a row as they are read in the columns.
func Shown(cells []Cell, columns []Column) []string {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = at(cells, i).shown(c.Kind)
	}
	return row
}

// Heads are the heads of the columns with their units.
func Heads(columns []Column) []string {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.title()
	}
	return row
}
