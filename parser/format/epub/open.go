package epub

import (
	"errors"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/html"
)

// Open reads the pages of a book as lines, one page after the other, with
// notices of what was left out. A page without text, such as a cover, is
// none.
func Open(data []byte) (format.Source, error) {
	book, err := Read(data)
	if err != nil {
		return format.Source{}, err
	}
	src := format.Source{Format: format.EPUB, Encoding: format.EncUTF8}
	for i, p := range book.Pages {
		page, err := html.Open(p.Data, "", "")
		var e *format.Error
		if errors.As(err, &e) {
			if e.Kind != format.Empty {
				book.Left = block.Leave(book.Left, block.Damage, 1, i+1)
			}
			continue
		}
		if len(page.Lines) > 0 && len(src.Lines) > 0 {
			page.Lines[0].Above = max(page.Lines[0].Above, 1)
		}
		src.Lines = append(src.Lines, page.Lines...)
		src.Notices = append(src.Notices, page.Notices...)
	}
	if len(src.Lines) == 0 {
		return format.Source{}, &format.Error{Kind: format.Empty, Detail: format.EPUB}
	}
	src.Notices = append(src.Notices, block.Notices(book.Left, func(block.Omission) string { return "" })...)
	return src, nil
}
