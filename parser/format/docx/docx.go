// Package docx reads Word documents with their styles, numbers and tables.
package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/format/parts"
)

// maxDepth is how many tables and boxes may lie in each other.
const maxDepth = 256

// Open reads a Word document: what a reader sees of it with all changes
// accepted, without headers, footers and the table of contents. chunk opens
// the files of any format that stand in it as parts of its text; nil leaves
// them out.
func Open(data []byte, chunk func([]byte) (format.Source, error)) (format.Source, error) {
	archive, err := parts.Open(data, format.DOCX)
	if err != nil {
		return format.Source{}, err
	}
	return OpenParts(archive.Part, chunk)
}

// OpenParts reads a document whose parts stand elsewhere than in a zip file;
// part gives one by its name, nil if there is none.
func OpenParts(part func(name string) ([]byte, error), chunk func([]byte) (format.Source, error)) (format.Source, error) {
	damaged := &format.Error{Kind: format.Damaged, Detail: format.DOCX}
	main := mainPart(part)
	document, err := part(main)
	if err != nil {
		return format.Source{}, err
	}
	if document == nil {
		return format.Source{}, damaged
	}
	folder := path.Dir(main)
	r := docxReader{styles: map[string]docxStyle{}, numbers: newLists(), files: chunks{part: part, open: chunk, document: main}}
	for name, read := range map[string]func([]byte){"styles.xml": r.readStyles, "numbering.xml": r.numbers.read} {
		data, err := part(folder + "/" + name)
		if err != nil {
			return format.Source{}, err
		}
		read(data)
	}
	r.decoder = newXML(document)
	lines, err := r.blocks()
	notes, noteErr := part(folder + "/footnotes.xml")
	if noteErr != nil {
		return format.Source{}, noteErr
	}
	lines = append(lines, r.footnotes(notes)...)
	src := format.Source{Format: format.DOCX, Encoding: format.EncUTF8, Notices: r.told()}
	if err != nil {
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeEncoding, Reason: "cut-off"})
	}
	if src = src.Filled(lines); err != nil && len(src.Lines) == 0 {
		return format.Source{}, damaged
	}
	if len(src.Lines) == 0 && r.pictures > 0 {
		return format.Source{}, &format.Error{Kind: format.Empty, Detail: format.DOCX}
	}
	return src, nil
}

func newXML(part []byte) *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(part))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

// mainPart is where the package says its document is.
func mainPart(part func(name string) ([]byte, error)) string {
	rels, err := part("_rels/.rels")
	if err == nil {
		d := newXML(rels)
		for {
			t, err := d.Token()
			if err != nil {
				break
			}
			if e, ok := t.(xml.StartElement); ok && strings.HasSuffix(xmlAttr(e, "Type"), "/officeDocument") {
				return parts.Clean(xmlAttr(e, "Target"))
			}
		}
	}
	return "word/document.xml"
}

func xmlAttr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
