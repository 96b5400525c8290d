package wordxml

import (
	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/docx"
	"duidu/parser/format/parts"
)

// Open reads a document as lines, with notices of what was left out. chunk
// opens the files that stand in its text.
func Open(data []byte, chunk func([]byte) (format.Source, error)) (format.Source, error) {
	doc, err := Read(data)
	if err != nil {
		return format.Source{}, err
	}
	src, err := docx.OpenParts(func(name string) ([]byte, error) { return doc.Parts[parts.Clean(name)], nil }, chunk)
	if err != nil {
		return format.Source{}, err
	}
	src.Format = format.WordXML
	src.Notices = append(src.Notices, block.Notices(doc.Left, func(block.Omission) string { return "" })...)
	return src, nil
}
