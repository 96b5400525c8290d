package parser

import (
	"bytes"

	"duidu/parser/format"
	"duidu/parser/format/docx"
	"duidu/parser/format/html"
	"duidu/parser/format/pdf"
)

// open tells the format of a file by its content and reads its lines.
// Errors are *Error without a path.
func (p *Parser) open(data []byte) (format.Source, error) { return p.openDeclared(data, "") }

// openDeclared is open for data whose encoding something outside them
// declares, such as the server they came from.
func (p *Parser) openDeclared(data []byte, declared string) (format.Source, error) {
	s, err := p.openFormat(data, declared)
	if err == nil {
		s = s.WithoutChrome()
		s.Lines, s.Jump = format.TakeJumps(s.Lines)
	}
	return s, err
}

func (p *Parser) openFormat(data []byte, declared string) (format.Source, error) {
	forced := ""
	if p.encoding != "" {
		var err error
		if forced, err = format.EncodingNamed(p.encoding); err != nil {
			return format.Source{}, err
		}
	}
	switch kind := format.Of(data); kind {
	case format.PlainText:
		return format.OpenText(data, declared, forced)
	case format.HTML:
		return html.Open(data, declared, forced)
	case format.MHTML:
		return html.OpenMHTML(data, forced)
	case format.DOCX:
		return docx.Open(data)
	case format.PDF:
		return pdf.Open(data)
	default:
		if kind == "ole" && bytes.Contains(data, []byte(lockedPackage)) {
			return format.Source{}, &format.Error{Kind: format.Locked, Detail: format.DOCX}
		}
		return format.Source{}, &format.Error{Kind: format.UnsupportedFormat, Detail: kind}
	}
}

// lockedPackage is the name, in UTF-16, of what a DOCX file with a password
// keeps in a file that looks like one of Word 97.
const lockedPackage = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
