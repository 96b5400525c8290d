package wordxml

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"duidu/parser/format"
	"duidu/parser/format/block"
)

// rewriter turns the elements of Word 2003 into those of DOCX, which came
// from them: most have kept their names.
type rewriter struct {
	decoder *xml.Decoder
	out     *bytes.Buffer
	notes   bytes.Buffer
	count   int    // notes
	mark    string // of a list, before the paragraph that is open
	left    []block.Omission
	open    []func() // what is to be written at the ends of open elements
}

// The namespaces of a part; readers go by local names.
const partHead = `<?xml version="1.0" encoding="UTF-8"?><w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`

// word2003 reads the children of the root: the styles and the body become
// parts, and the notes of the body one of their own.
func word2003(d *xml.Decoder) (Document, error) {
	doc := Document{Parts: map[string][]byte{}}
	r := rewriter{decoder: d}
	for {
		t, err := d.Token()
		if err != nil {
			break
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		name, part := "", ""
		switch e.Name.Local {
		case "styles":
			name, part = "styles", "word/styles.xml"
		case "body":
			name, part = "document", "word/document.xml"
		default:
			if d.Skip() != nil {
				r.left = block.Leave(r.left, block.Damage, 1, -1)
			}
			continue
		}
		if doc.Parts[part] != nil {
			continue
		}
		r.out = &bytes.Buffer{}
		fmt.Fprintf(r.out, partHead, name)
		if err := r.children(); err != nil {
			r.left = block.Leave(r.left, block.Damage, 1, -1)
		}
		r.out.WriteString("</w:" + name + ">")
		doc.Parts[part] = r.out.Bytes()
	}
	if r.notes.Len() > 0 {
		doc.Parts["word/footnotes.xml"] = fmt.Appendf(nil, partHead+"%s</w:footnotes>", "footnotes", r.notes.String())
	}
	doc.Left = r.left
	if doc.Parts["word/document.xml"] == nil {
		return Document{}, &format.Error{Kind: format.Damaged, Detail: "wordxml"}
	}
	return doc, nil
}

// children rewrites up to the end of the element that is open. What was
// written before an error is closed.
func (r *rewriter) children() (err error) {
	defer func() {
		for len(r.open) > 0 {
			r.end()
		}
	}()
	for {
		t, err := r.decoder.Token()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
		switch e := t.(type) {
		case xml.CharData:
			if err := xml.EscapeText(r.out, e); err != nil {
				return err
			}
		case xml.EndElement:
			if len(r.open) == 0 {
				return nil
			}
			r.end()
		case xml.StartElement:
			if err := r.element(e); err != nil {
				return err
			}
		}
	}
}

func (r *rewriter) end() {
	n := len(r.open) - 1
	r.open[n]()
	r.open = r.open[:n]
}

func (r *rewriter) through() { r.open = append(r.open, func() {}) }

// element rewrites one element.
func (r *rewriter) element(e xml.StartElement) error {
	switch name := e.Name.Local; name {
	case "sect", "sub-section", "pBdrGroup", "content": // marks of the reading aid and of changes
		r.through()
	case "annotation":
		return r.annotation(e)
	case "footnote", "endnote":
		r.note()
	case "listPr":
		return r.list()
	case "sectPr":
		return r.section()
	case "binData", "fldData", "docSuppData", "font", "uiName", "shapetype":
		return r.decoder.Skip()
	case "vmerge":
		r.copy("vMerge", e)
	case "pPr":
		r.copy(name, e)
		end := r.open[len(r.open)-1]
		r.open[len(r.open)-1] = func() {
			end()
			if r.mark != "" {
				r.out.WriteString(`<w:r><w:t>` + r.mark + `</w:t></w:r>`)
				r.mark = ""
			}
		}
	default:
		r.copy(name, e)
	}
	return nil
}

// copy writes an element with the attributes that readers ask for.
func (r *rewriter) copy(name string, e xml.StartElement) {
	r.out.WriteString("<w:" + name)
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "val", "type", "styleId", "id", "default":
			value := a.Value
			if value == "text-wrapping" {
				value = "textWrapping"
			}
			r.out.WriteString(" w:" + a.Name.Local + `="` + escaped(value) + `"`)
		}
	}
	r.out.WriteByte('>')
	r.open = append(r.open, func() { r.out.WriteString("</w:" + name + ">") })
}

func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) //nolint:errcheck // a builder takes everything
	return b.String()
}

// annotation rewrites a tracked change: what is deleted stays marked so, what
// is inserted is text. Comments and others go.
func (r *rewriter) annotation(e xml.StartElement) error {
	switch attr(e, "type") {
	case "Word.Deletion":
		r.copy("del", xml.StartElement{})
	case "Word.Insertion":
		r.through()
	case "Word.Comment":
		r.left = block.Leave(r.left, block.Comment, 1, -1)
		return r.decoder.Skip()
	default:
		return r.decoder.Skip()
	}
	return nil
}

// note moves a note out of the text, where only a reference stays.
func (r *rewriter) note() {
	r.count++
	fmt.Fprintf(r.out, `<w:footnoteReference w:id="%d"/>`, r.count)
	around, id := r.out, r.count
	r.out = &bytes.Buffer{}
	r.open = append(r.open, func() {
		fmt.Fprintf(&r.notes, `<w:footnote w:id="%d">%s</w:footnote>`, id, r.out)
		r.out = around
	})
}

// list takes the number that Word showed before a paragraph when it saved.
func (r *rewriter) list() error {
	for level := 0; level >= 0; {
		t, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			level--
		case xml.StartElement:
			level++
			if e.Name.Local == "t" {
				r.mark = listMark(attr(e, "val"))
			}
		}
	}
	return nil
}

func listMark(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return ""
	case !strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }):
		return "• "
	case strings.HasSuffix(text, "."):
		text += " "
	}
	return escaped(text)
}

// section leaves out the settings of a section, and counts its running heads
// and feet that say more than the number of the page.
func (r *rewriter) section() error {
	words := false
	for level := 0; level >= 0; {
		t, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.CharData:
			words = words || strings.ContainsFunc(string(e), func(c rune) bool { return unicode.IsLetter(c) && !strings.ContainsRune("第页共", c) })
		case xml.EndElement:
			if level--; e.Name.Local == "hdr" || e.Name.Local == "ftr" {
				if words {
					r.left = block.Leave(r.left, block.Header, 1, -1)
				}
				words = false
			}
		case xml.StartElement:
			if level++; e.Name.Local == "instrText" || e.Name.Local == "binData" {
				if err := r.decoder.Skip(); err != nil {
					return err
				}
				level--
			}
		}
	}
	return nil
}
