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
	var lines []format.Line
	for from := 0; from < len(file.Pages); {
		var pages []pdf.Page
		to := from
		for ; to < len(file.Pages) && file.Pages[to].Document == file.Pages[from].Document; to++ {
			pages = append(pages, file.Pages[to].Page)
		}
		lines = append(lines, pdf.Lines(pages)...)
		from = to
	}
	src := format.Source{Format: format.OFD, Encoding: format.EncUTF8, Notices: block.Notices(file.Left, block.OnPage)}
	return src.Filled(lines), nil
}
