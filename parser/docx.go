package parser

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
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

// docxReader turns the elements of a document into lines.
type docxReader struct {
	decoder  *xml.Decoder
	styles   map[string]docxStyle
	numbers  *docxLists
	depth    int
	pictures int
	picture  bool // the last paragraph was a picture alone
	notes    []string
}

// docxParagraph is a paragraph while it is read.
type docxParagraph struct {
	text    strings.Builder
	style   string
	outline int // level from 1; 0 if the paragraph itself gives none
	list    listPlace
	centred bool
	joined  bool // its end was deleted: the next paragraph goes on with it
	hidden  bool // the run that is open is
	picture bool
	boxes   []line
}

// blocks reads paragraphs and tables up to the end of the element that is
// open, or of the part. What was read before an error is returned with it.
func (r *docxReader) blocks() ([]line, error) {
	if r.depth++; r.depth > maxDepth {
		return nil, &Error{Kind: Damaged, Detail: formatDOCX}
	}
	defer func() { r.depth-- }()
	var out []line
	var open *docxParagraph
	for level := 0; ; {
		t, err := r.decoder.Token()
		if err == io.EOF && level == 0 {
			err = nil
			return out, err
		}
		if err != nil {
			return out, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				return out, nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "p":
				var p *docxParagraph
				if p, err = r.paragraph(open); err == nil {
					if open = nil; p.joined {
						open = p
					} else {
						out = append(out, r.lineOf(p)...)
					}
				} else {
					out = append(out, r.lineOf(p)...)
				}
			case "tbl":
				var rows []line
				rows, err = r.table(out)
				out = append(out, rows...)
			case "del", "moveFrom", "Fallback", "sectPr", "sdtPr", "tcPr", "trPr", "tblPr":
				err = r.decoder.Skip()
			default:
				level++
			}
			if err != nil {
				return out, err
			}
		}
	}
}

// paragraph reads up to the end of a paragraph; before is one whose end was
// deleted, so that this one goes on with it.
func (r *docxReader) paragraph(before *docxParagraph) (*docxParagraph, error) {
	p := before
	if p == nil {
		p = &docxParagraph{}
	}
	p.joined = false
	for level := 0; ; {
		t, err := r.decoder.Token()
		if err != nil {
			return p, err
		}
		switch e := t.(type) {
		case xml.CharData:
		case xml.EndElement:
			if e.Name.Local == "r" {
				p.hidden = false
			}
			if level--; level < 0 {
				return p, nil
			}
		case xml.StartElement:
			level++
			entered, err := r.inParagraph(p, e)
			if err != nil {
				return p, err
			}
			if !entered {
				level--
			}
		}
	}
}

// inParagraph reads one element of a paragraph. entered tells that its end
// is still to come.
func (r *docxReader) inParagraph(p *docxParagraph, e xml.StartElement) (entered bool, err error) {
	switch e.Name.Local {
	case "pPr":
		return false, r.properties(p)
	case "rPr":
		return false, r.runProperties(p)
	case "t":
		var text string
		if err := r.decoder.DecodeElement(&text, &e); err != nil {
			return false, err
		}
		if !p.hidden {
			p.text.WriteString(text)
		}
		return false, nil
	case "tab", "ptab":
		p.text.WriteByte(' ')
	case "noBreakHyphen":
		p.text.WriteByte('-')
	case "br", "cr":
		if kind := xmlAttr(e, "type"); kind == "" || kind == "textWrapping" {
			p.text.WriteByte('\n')
		}
	case "footnoteReference":
		r.notes = append(r.notes, xmlAttr(e, "id"))
	case "blip", "imagedata":
		p.picture = true
		r.pictures++
	case "txbxContent":
		lines, err := r.blocks()
		p.boxes = append(p.boxes, lines...)
		return false, err
	case "del", "moveFrom", "delText", "instrText", "rt", "Fallback", "sdtPr":
		return false, r.decoder.Skip()
	}
	return true, nil
}

// properties reads what a paragraph's own settings say.
func (r *docxReader) properties(p *docxParagraph) error {
	inMark := 0
	for level := 0; level >= 0; {
		t, err := r.decoder.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			level--
			if e.Name.Local == "rPr" {
				inMark--
			}
		case xml.StartElement:
			level++
			value := xmlAttr(e, "val")
			switch e.Name.Local {
			case "rPr":
				inMark++
			case "del", "moveFrom":
				p.joined = p.joined || inMark > 0
			case "pStyle":
				p.style = value
			case "jc":
				p.centred = value == "center"
			case "outlineLvl":
				if n, err := strconv.Atoi(value); err == nil && n < 9 {
					p.outline = n + 1
				}
			case "numId":
				p.list.id, p.list.given = value, true
			case "ilvl":
				p.list.level, _ = strconv.Atoi(value)
			}
		}
	}
	return nil
}

func (r *docxReader) runProperties(p *docxParagraph) error {
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
			if v := xmlAttr(e, "val"); e.Name.Local == "vanish" && v != "0" && v != "false" {
				p.hidden = true
			}
		}
	}
	return nil
}

// lineOf makes the line of a paragraph, and those of the boxes in it.
func (r *docxReader) lineOf(p *docxParagraph) []line {
	style := r.style(p.style)
	text := strings.TrimSpace(p.text.String())
	under := r.picture
	r.picture = p.picture && text == ""
	if style.contents {
		return p.boxes
	}
	if text == "" {
		if p.picture {
			return p.boxes
		}
		r.picture = under // an empty paragraph between a picture and its words
		return append([]line{{}}, p.boxes...)
	}
	l := line{text: text}
	level := p.outline
	if level == 0 {
		level = style.outline
	}
	list := p.list
	if !list.given {
		list = style.list
	}
	mark, bullet := r.numbers.next(list)
	l.text = mark + l.text
	switch {
	case style.title:
		l.hint = headlineHint
	case style.caption && !strings.HasPrefix(text, "表"):
		l.hint = captionHint
	case level > 0 && utf8.RuneCountInString(text) <= longestNumbered:
		l.hint, l.level = headingHint, level
	case bullet:
		l.hint = itemHint
	case under || p.picture:
		l.underPicture(p.centred || style.centred)
	}
	return append([]line{l}, p.boxes...)
}

// table reads a table up to its end: a row a line if it holds data, the
// paragraphs of its cells if it only places them.
func (r *docxReader) table(before []line) ([]line, error) {
	if r.depth++; r.depth > maxDepth {
		return nil, &Error{Kind: Damaged, Detail: formatDOCX}
	}
	defer func() { r.depth-- }()
	var rows [][]cell
	var inside []line
	layout, columns := false, 0
	above := map[int]string{}
	var failed error
	for level := 0; level >= 0 && failed == nil; {
		t, err := r.decoder.Token()
		if err != nil {
			failed = err
			break
		}
		switch e := t.(type) {
		case xml.EndElement:
			level--
		case xml.StartElement:
			level++
			k := len(rows) - 1
			switch e.Name.Local {
			case "tr":
				rows = append(rows, nil)
				columns = 0
			case "tblHeader":
				for i := range above {
					delete(above, i)
				}
			case "tc":
				level--
				if k < 0 {
					failed = r.decoder.Skip()
					break
				}
				c, lines, err := r.cell(above, columns)
				columns += max(c.cols, 1)
				layout = layout || utf8.RuneCountInString(c.text) > longestCell
				rows[k] = append(rows[k], c)
				inside = append(inside, lines...)
				failed = err
			}
		}
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	if layout || widest < 2 || len(rows) < 2 {
		return inside, failed
	}
	last := ""
	for i := len(before) - 1; i >= 0 && last == ""; i-- {
		last = before[i].text
	}
	return tableLines(rows, last), failed
}

// cell reads a cell up to its end. above has the words of cells that go on
// downwards, by column.
func (r *docxReader) cell(above map[int]string, column int) (cell, []line, error) {
	c := cell{}
	props := r.decoder
	var lines []line
	for {
		t, err := props.Token()
		if err != nil {
			return c, lines, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			return c, lines, nil
		case xml.StartElement:
			if e.Name.Local == "tcPr" {
				var p struct {
					GridSpan struct {
						Val int `xml:"val,attr"`
					} `xml:"gridSpan"`
					VMerge *struct {
						Val string `xml:"val,attr"`
					} `xml:"vMerge"`
				}
				if err := props.DecodeElement(&p, &e); err != nil {
					return c, lines, err
				}
				c.cols = p.GridSpan.Val
				if p.VMerge != nil && p.VMerge.Val != "restart" {
					c.text = above[column]
				} else {
					delete(above, column)
				}
				continue
			}
			var more []line
			switch e.Name.Local {
			case "p":
				var p *docxParagraph
				if p, err = r.paragraph(nil); p != nil {
					more = r.lineOf(p)
				}
			case "tbl":
				more, err = r.table(nil)
			default:
				if e.Name.Local == "del" || e.Name.Local == "sdtPr" {
					err = props.Skip()
				} else {
					more, err = r.blocks()
				}
			}
			lines = append(lines, more...)
			for _, l := range more {
				c.text = strings.TrimSpace(c.text + " " + l.text)
			}
			if hasHan(c.text) && !strings.ContainsAny(c.text, "0123456789") {
				above[column] = c.text
			}
			if err != nil {
				return c, lines, err
			}
		}
	}
}

// footnotes are the notes that the text refers to, below it.
func (r *docxReader) footnotes(part []byte) []line {
	if part == nil || len(r.notes) == 0 {
		return nil
	}
	byID := map[string][]line{}
	order := r.notes
	r.decoder = newXML(part)
	for {
		t, err := r.decoder.Token()
		if err != nil {
			break
		}
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != "footnote" {
			continue
		}
		lines, err := r.blocks()
		byID[xmlAttr(e, "id")] = lines
		if err != nil {
			break
		}
	}
	var out []line
	for i, id := range order {
		for _, l := range byID[id] {
			if strings.TrimSpace(l.text) != "" {
				out = append(out, line{text: "注" + strconv.Itoa(i+1) + "　" + l.text, hint: itemHint})
			}
		}
	}
	return out
}
