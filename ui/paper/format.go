package paper

import (
	"bytes"
	"duidu/model"
	"duidu/model/take"
	"duidu/ui/lang"
	"duidu/ui/write"
	"fmt"
)

// Export is the selection in a format, ending in a line end.
func Export(s take.Selection, f write.Format, n lang.Names) ([]byte, error) {
	switch f {
	case write.FormatText, write.FormatMarkdown, write.FormatCSV:
		return numbered(s.Items, f, n, 1), nil
	case write.FormatJSON:
		out, err := s.JSON()
		return append(out, '\n'), err
	}
	return nil, fmt.Errorf("no format %q", f)
}

// Excerpt is how Export writes these items when they are a stretch of a
// longer selection and the first of them has that number: what a preview
// shows without writing the whole. In JSON and CSV it is the items alone,
// without what encloses them.
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
	case write.FormatCSV:
		_, rows, _ := bytes.Cut(numbered(items, f, n, first), []byte("\r\n"))
		return string(rows)
	}
	return string(numbered(items, f, n, first))
}

// numbered writes the items with numbers from first.
func numbered(items []take.Item, f write.Format, n lang.Names, first int) []byte {
	switch f {
	case write.FormatMarkdown:
		return []byte(setItems(items, markdownStyle{}, n, first))
	case write.FormatCSV:
		return itemTable(items, n, first).CSV()
	}
	return []byte(setItems(items, plainStyle{}, n, first))
}
