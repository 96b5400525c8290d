package paper

import (
	"bytes"
	"fmt"
	"io"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/lang"
	"duidu/ui/write"
)

// creator is the program's name in the files it writes.
const creator = "duidu"

// Export is the selection in a format; text ends in a line end.
func Export(s take.Selection, f write.Format, n lang.Names) ([]byte, error) {
	switch f {
	case write.FormatText:
		return []byte(write.PlainText(Selection(s.Items, n), nil)), nil
	case write.FormatMarkdown:
		return []byte(write.Markdown(Selection(s.Items, n))), nil
	case write.FormatCSV:
		return write.CSV(SelectionTable(s.Items, n, 1)), nil
	case write.FormatJSON:
		out, err := s.JSON()
		return append(out, '\n'), err
	}
	var b bytes.Buffer
	switch f {
	case write.FormatDOCX:
		d := Selection(s.Items, n)
		d.Properties = Properties(n.SelectionTitle, n)
		err := write.DOCX(&b, d)
		return b.Bytes(), err
	case write.FormatXLSX:
		err := XLSX(&b, n.SelectionTitle, n, SelectionTable(s.Items, n, 1))
		return b.Bytes(), err
	}
	return nil, fmt.Errorf("no format %q", f)
}

// Properties are what a file of the program says of itself.
func Properties(title string, n lang.Names) write.Properties {
	return write.Properties{Title: title, Creator: creator, Language: n.Tag}
}

// XLSX writes tables as the sheets of one file, each named by its caption,
// or by the title.
func XLSX(w io.Writer, title string, n lang.Names, tables ...write.Table) error {
	book := write.NewBook(w, Properties(title, n))
	for _, t := range tables {
		name := t.Caption
		if name == "" {
			name = title
		}
		if err := book.Table(name, t); err != nil {
			return err
		}
	}
	return book.Close()
}

// Table is a table in a format; CSV where the format takes no table.
func Table(t write.Table, f write.Format, title string, n lang.Names) ([]byte, error) {
	var b bytes.Buffer
	switch f {
	case write.FormatMarkdown:
		return []byte(write.MarkdownTable(t)), nil
	case write.FormatDOCX:
		err := write.DOCX(&b, write.Document{Properties: Properties(title, n), Landscape: len(t.Columns) > upright, Blocks: []write.Block{t}})
		return b.Bytes(), err
	case write.FormatXLSX:
		err := XLSX(&b, title, n, t)
		return b.Bytes(), err
	}
	return write.CSV(t), nil
}

// upright is how many columns a table on an upright page has at most.
const upright = 5

// Excerpt is how Export writes these items when they are a stretch of a
// longer selection and the first of them has that number: what a preview
// shows without writing the whole. In JSON and CSV it is the items alone,
// without what encloses them; of files that are no text it is the text.
func Excerpt(items []take.Item, f write.Format, n lang.Names, first int) string {
	switch f {
	case write.FormatJSON:
		var b bytes.Buffer
		for _, it := range items {
			line, err := model.Encode(it)
			if err != nil {
				return err.Error()
			}
			b.Write(append(line, '\n'))
		}
		return b.String()
	case write.FormatCSV, write.FormatXLSX:
		t := SelectionTable(items, n, first)
		return string(write.CSVRows(t.Rows, t.Columns))
	case write.FormatMarkdown:
		return write.Markdown(write.Document{Blocks: blocks(items, n, first)})
	}
	return write.PlainText(write.Document{Blocks: blocks(items, n, first)}, nil)
}
