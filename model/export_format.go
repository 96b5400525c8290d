package model

import (
	"bytes"
	"fmt"
)

// Format is a form in which a selection is written.
type Format string

const (
	FormatText     Format = "text"
	FormatMarkdown Format = "md"
	FormatCSV      Format = "csv"
	FormatJSON     Format = "json"
)

// Formats lists the formats, the usual one first.
func Formats() []Format { return []Format{FormatText, FormatMarkdown, FormatCSV, FormatJSON} }

// Export is the selection in a format, ending in a line end.
func (s Selection) Export(f Format, w Words) ([]byte, error) {
	switch f {
	case FormatText, FormatMarkdown, FormatCSV:
		return s.numbered(f, w, 1), nil
	case FormatJSON:
		out, err := s.JSON()
		return append(out, '\n'), err
	}
	return nil, fmt.Errorf("no format %q", f)
}

// Excerpt is how Export writes these items when they are a stretch of a
// longer selection and the first of them has that number: what a preview
// shows without writing the whole. In JSON and CSV it is the items alone,
// without what encloses them.
func (s Selection) Excerpt(f Format, w Words, first int) string {
	switch f {
	case FormatJSON:
		var b bytes.Buffer
		for _, it := range s.Items {
			line, err := encode(it)
			if err != nil {
				return err.Error()
			}
			b.Write(append(line, '\n'))
		}
		return b.String()
	case FormatCSV:
		_, rows, _ := bytes.Cut(s.numbered(f, w, first), []byte("\r\n"))
		return string(rows)
	}
	return string(s.numbered(f, w, first))
}

// numbered writes the items with numbers from first.
func (s Selection) numbered(f Format, w Words, first int) []byte {
	switch f {
	case FormatMarkdown:
		return []byte(s.write(markdownStyle{}, w, first))
	case FormatCSV:
		return s.table(w, first).CSV()
	}
	return []byte(s.write(plainStyle{}, w, first))
}
