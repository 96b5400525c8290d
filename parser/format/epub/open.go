package epub

import (
	"bytes"
	"errors"
	"slices"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/html"
	"duidu/parser/text"
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
		page, err := html.Open(opened(p.Data), "", "")
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

// closedAtOnce is an element that XHTML writes as one tag.
var closedAtOnce = text.Lazily(`<([A-Za-z][\w:-]*)([^<>]*)/>`)

// void are the elements that HTML knows as one tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// opened gives elements that are closed at once an end of their own: HTML
// would go on reading inside them, and take a page for the text of its title.
func opened(page []byte) []byte {
	return closedAtOnce().ReplaceAllFunc(page, func(tag []byte) []byte {
		m := closedAtOnce().FindSubmatch(tag)
		if slices.Contains(void, string(bytes.ToLower(m[1]))) {
			return tag
		}
		return slices.Concat([]byte("<"), m[1], m[2], []byte("></"), m[1], []byte(">"))
	})
}
