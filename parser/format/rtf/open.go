package rtf

import (
	"duidu/parser/format"
	"duidu/parser/format/block"
)

// Open reads a document as lines, with notices of what was left out.
func Open(data []byte) (format.Source, error) {
	text, err := Read(data)
	if err != nil {
		return format.Source{}, err
	}
	return block.Source(format.RTF, text), nil
}
