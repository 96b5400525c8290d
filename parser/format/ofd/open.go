package ofd

import (
	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/pdf"
)

// Open reads a file as lines, its documents one after the other, with
// notices of what was left out.
func Open(data []byte) (format.Source, error) {
	file, err := Read(data)
	if err != nil {
		return format.Source{}, err
	}
	var documents [][]pdf.Page
	for i, p := range file.Pages {
		if i == 0 || p.Document != file.Pages[i-1].Document {
			documents = append(documents, nil)
		}
		last := len(documents) - 1
		documents[last] = append(documents[last], p.Page)
	}
	src := format.Source{Format: format.OFD, Encoding: format.EncUTF8, Notices: block.Notices(file.Left, block.OnPage)}
	return src.Filled(pdf.Lines(documents...)), nil
}
