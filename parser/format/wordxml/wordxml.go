// Package wordxml takes apart Word documents that are one XML file: a package
// written flat, and the format of Word 2003. Both become the parts of a DOCX
// file, so that one reader reads all three.
package wordxml

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/text/encoding/unicode"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/codepage"
	"duidu/parser/format/parts"
)

// Document is a document as a DOCX file would hold it.
type Document struct {
	Parts map[string][]byte // XML by name, such as word/document.xml
	Left  []block.Omission  // what has no place in those parts
}

// maxParts is how many parts of a package are taken.
const maxParts = 1 << 12

// Read returns the parts of a document. Errors are *format.Error: a file that
// is neither format, or a package of another program, named by Detail.
func Read(data []byte) (Document, error) {
	data = decoded(data)
	d := newDecoder(data)
	for {
		t, err := d.Token()
		if err != nil {
			return Document{}, &format.Error{Kind: format.Damaged, Detail: "wordxml", Err: err}
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "package":
			return flat(d, data)
		case "wordDocument":
			return word2003(d)
		}
		return Document{}, &format.Error{Kind: format.Damaged, Detail: "wordxml"}
	}
}

func newDecoder(data []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

var declared = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)`)
})

// decoded turns a file into UTF-8 by its mark or by what it declares.
func decoded(data []byte) []byte {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		if text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err == nil {
			return text
		}
		return data
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	m := declared().FindSubmatch(data[:min(len(data), 200)])
	if m == nil {
		return data
	}
	page := 0
	switch name := strings.ToLower(string(m[1])); {
	case strings.HasPrefix(name, "gb"):
		page = codepage.Simplified
	case name == "big5":
		page = codepage.Traditional
	default:
		return data
	}
	if text, err := codepage.Of(page).NewDecoder().Bytes(data); err == nil {
		return text
	}
	return data
}

// flat cuts the XML of each part out of a package. Parts of other kinds are
// pictures, which are left where they are.
func flat(d *xml.Decoder, data []byte) (Document, error) {
	doc := Document{Parts: map[string][]byte{}}
	name := ""
	for {
		t, err := d.Token()
		if err != nil {
			if err != io.EOF {
				doc.Left = block.Leave(doc.Left, block.Damage, 1, -1)
			}
			break
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "part":
			name = parts.Clean(attr(e, "name"))
		case "xmlData":
			from := int(d.InputOffset())
			err := d.Skip()
			to := int(d.InputOffset())
			if end := bytes.LastIndex(data[from:to], []byte("</")); err == nil && end >= 0 {
				to = from + end
			}
			if name != "" && doc.Parts[name] == nil && len(doc.Parts) < maxParts {
				doc.Parts[name] = data[from:to]
			}
			if err != nil {
				doc.Left = block.Leave(doc.Left, block.Damage, 1, -1)
				return doc, doc.check()
			}
		case "binaryData":
			if d.Skip() != nil {
				doc.Left = block.Leave(doc.Left, block.Damage, 1, -1)
				return doc, doc.check()
			}
		}
	}
	return doc, doc.check()
}

// check refuses a package that holds no text document.
func (doc Document) check() error {
	other := ""
	for name := range doc.Parts {
		switch {
		case strings.HasPrefix(name, "word/"):
			return nil
		case strings.HasPrefix(name, "xl/"):
			other = "xlsx"
		case strings.HasPrefix(name, "ppt/"):
			other = "pptx"
		}
	}
	if other != "" {
		return &format.Error{Kind: format.UnsupportedFormat, Detail: other}
	}
	return &format.Error{Kind: format.Damaged, Detail: "wordxml"}
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
