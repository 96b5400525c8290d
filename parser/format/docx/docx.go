// Package docx reads Word documents with their styles, numbers and tables.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/parser/format"
)

// Bounds on what a DOCX file unpacks to. The text of a report is some
// hundred kilobytes of XML; more is a mistake or a bomb.
const (
	MaxPart  = 64 << 20 // bytes of one part
	maxDepth = 256      // of tables and boxes in each other
)

// openDOCX reads a Word document: what a reader sees of it with all changes
// accepted, without headers, footers and the table of contents.
func Open(data []byte) (format.Source, error) {
	damaged := &format.Error{Kind: format.Damaged, Detail: format.DOCX}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return format.Source{}, damaged
	}
	main := mainPart(z)
	document, err := readPart(z, main)
	if err != nil {
		return format.Source{}, err
	}
	if document == nil {
		return format.Source{}, damaged
	}
	folder := path.Dir(main)
	r := docxReader{styles: map[string]docxStyle{}, numbers: newLists()}
	for name, read := range map[string]func([]byte){"styles.xml": r.readStyles, "numbering.xml": r.numbers.read} {
		part, err := readPart(z, folder+"/"+name)
		if err != nil {
			return format.Source{}, err
		}
		read(part)
	}
	r.decoder = newXML(document)
	lines, err := r.blocks()
	notes, noteErr := readPart(z, folder+"/footnotes.xml")
	if noteErr != nil {
		return format.Source{}, noteErr
	}
	lines = append(lines, r.footnotes(notes)...)
	src := format.Source{Format: format.DOCX, Encoding: format.EncUTF8}
	if err != nil {
		src.Notices = format.EncodingNotices([]string{"文档在中途损坏，此后的文字没有读到"})
	}
	if r.chunks > 0 {
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeGap, Detail: "文档里嵌入的另一份文件（" + strconv.Itoa(r.chunks) + "处）没有读到"})
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
func mainPart(z *zip.Reader) string {
	rels, err := readPart(z, "_rels/.rels")
	if err == nil {
		d := newXML(rels)
		for {
			t, err := d.Token()
			if err != nil {
				break
			}
			if e, ok := t.(xml.StartElement); ok && strings.HasSuffix(xmlAttr(e, "Type"), "/officeDocument") {
				return strings.TrimPrefix(path.Clean("/"+xmlAttr(e, "Target")), "/")
			}
		}
	}
	return "word/document.xml"
}

// readPart unpacks one part, nil if there is none. A part that unpacks to
// more than it may is an error, whatever size it states.
func readPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		if f.Flags&1 != 0 {
			return nil, &format.Error{Kind: format.Locked, Detail: format.DOCX}
		}
		in, err := f.Open()
		if err != nil {
			return nil, &format.Error{Kind: format.Damaged, Detail: format.DOCX, Err: err}
		}
		defer in.Close()
		part, err := io.ReadAll(io.LimitReader(in, MaxPart+1))
		if len(part) > MaxPart {
			return nil, &format.Error{Kind: format.TooLarge, Detail: strconv.Itoa(len(part))}
		}
		if err != nil && len(part) == 0 {
			return nil, &format.Error{Kind: format.Damaged, Detail: format.DOCX, Err: err}
		}
		return part, nil
	}
	return nil, nil
}

func xmlAttr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
