package parser

import (
	"bytes"

	"duidu/parser/format"
	"duidu/parser/format/doc"
	"duidu/parser/format/docx"
	"duidu/parser/format/epub"
	"duidu/parser/format/html"
	"duidu/parser/format/ofd"
	"duidu/parser/format/pdf"
	"duidu/parser/format/rtf"
	"duidu/parser/format/wordxml"
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
		return docx.Open(data, p.chunk)
	case format.PDF:
		return pdf.Open(data)
	case format.Compound:
		return doc.Open(data)
	case format.RTF:
		return rtf.Open(data)
	case format.WordXML:
		return wordxml.Open(data, p.chunk)
	case format.OFD:
		return ofd.Open(data)
	case format.EPUB:
		return epub.Open(data)
	default:
		fault := format.UnsupportedFormat
		if kind == "zip" && !bytes.Contains(data, []byte(zipDirectory)) {
			fault = format.Damaged // a document that was cut off, as likely as an archive
		}
		return format.Source{}, &format.Error{Kind: fault, Detail: kind}
	}
}

// zipDirectory opens the last record of every zip file.
const zipDirectory = "PK\x05\x06"

// chunk opens a file that stands in the text of a Word document. One that
// stands in such a file again is left out.
func (p *Parser) chunk(data []byte) (format.Source, error) {
	switch format.Of(data) {
	case format.DOCX:
		return docx.Open(data, nil)
	case format.WordXML:
		return wordxml.Open(data, nil)
	}
	return p.openFormat(data, "")
}
