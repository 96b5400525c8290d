package parser

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
)

// Bounds on what a DOCX file unpacks to. The text of a report is some
// hundred kilobytes of XML; more is a mistake or a bomb.
const (
	maxPart  = 64 << 20 // bytes of one part
	maxDepth = 256      // of tables and boxes in each other
)

// openDOCX reads a Word document: what a reader sees of it with all changes
// accepted, without headers, footers and the table of contents.
func openDOCX(data []byte) (source, error) {
	damaged := &Error{Kind: Damaged, Detail: formatDOCX}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return source{}, damaged
	}
	main := mainPart(z)
	document, err := readPart(z, main)
	if err != nil {
		return source{}, err
	}
	if document == nil {
		return source{}, damaged
	}
	folder := path.Dir(main)
	r := docxReader{styles: map[string]docxStyle{}, numbers: newLists()}
	for name, read := range map[string]func([]byte){"styles.xml": r.readStyles, "numbering.xml": r.numbers.read} {
		part, err := readPart(z, folder+"/"+name)
		if err != nil {
			return source{}, err
		}
		read(part)
	}
	r.decoder = newXML(document)
	lines, err := r.blocks()
	notes, noteErr := readPart(z, folder+"/footnotes.xml")
	if noteErr != nil {
		return source{}, noteErr
	}
	lines = append(lines, r.footnotes(notes)...)
	src := source{format: formatDOCX, encoding: encUTF8}
	if err != nil {
		src.notices = encodingNotices([]string{"文档在中途损坏，此后的文字没有读到"})
	}
	if src = src.filled(lines); err != nil && len(src.lines) == 0 {
		return source{}, damaged
	}
	if len(src.lines) == 0 && r.pictures > 0 {
		return source{}, &Error{Kind: Empty, Detail: formatDOCX}
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
			return nil, &Error{Kind: Locked, Detail: formatDOCX}
		}
		in, err := f.Open()
		if err != nil {
			return nil, &Error{Kind: Damaged, Detail: formatDOCX, Err: err}
		}
		defer in.Close()
		part, err := io.ReadAll(io.LimitReader(in, maxPart+1))
		if len(part) > maxPart {
			return nil, &Error{Kind: TooLarge, Detail: strconv.Itoa(len(part))}
		}
		if err != nil && len(part) == 0 {
			return nil, &Error{Kind: Damaged, Detail: formatDOCX, Err: err}
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
