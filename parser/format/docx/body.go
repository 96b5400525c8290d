package docx

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/shape"
)

// docxReader turns the elements of a document into lines.
type docxReader struct {
	decoder     *xml.Decoder
	styles      map[string]docxStyle
	numbers     *docxLists
	depth       int
	pictures    int
	picture     bool // the last paragraph was a picture alone
	notes       []string
	files       chunks
	left        []block.Omission
	described   int // pictures, and the words for the first
	description string
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
	boxes   []format.Line
}

// blocks reads paragraphs and tables up to the end of the element that is
// open, or of the part. What was read before an error is returned with it.
func (r *docxReader) blocks() ([]format.Line, error) {
	if r.depth++; r.depth > maxDepth {
		return nil, &format.Error{Kind: format.Damaged, Detail: format.DOCX}
	}
	defer func() { r.depth-- }()
	var out []format.Line
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
				var rows []format.Line
				rows, err = r.table(out)
				out = append(out, rows...)
			case "altChunk":
				out = append(out, r.files.lines(xmlAttr(e, "id"))...)
				err = r.decoder.Skip()
			case "del", "moveFrom":
				err = r.skipText(block.Deleted)
			case "Fallback", "sectPr", "sdtPr", "tcPr", "trPr", "tblPr":
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
		if p.hidden {
			r.leave(block.Hidden, utf8.RuneCountInString(text))
		} else {
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
	case "docPr":
		r.describe(xmlAttr(e, "descr"))
	case "commentReference":
		r.leave(block.Comment, 1)
	case "del", "moveFrom":
		return false, r.skipText(block.Deleted)
	case "delText", "instrText", "rt", "Fallback", "sdtPr":
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
func (r *docxReader) lineOf(p *docxParagraph) []format.Line {
	style := r.style(p.style)
	text := strings.TrimSpace(p.text.String())
	under := r.picture
	r.picture = p.picture && text == ""
	if style.contents {
		if text != "" {
			r.leave(block.Contents, 1)
		}
		return p.boxes
	}
	if text == "" {
		if p.picture {
			return p.boxes
		}
		r.picture = under // an empty paragraph between a picture and its words
		return append([]format.Line{{}}, p.boxes...)
	}
	l := format.Line{Text: text}
	level := p.outline
	if level == 0 {
		level = style.outline
	}
	list := p.list
	if !list.given {
		list = style.list
	}
	mark, bullet := r.numbers.next(list)
	l.Text = mark + l.Text
	switch {
	case style.title:
		l.Hint = format.HeadlineHint
	case style.caption && !strings.HasPrefix(text, "表"):
		l.Hint = format.CaptionHint
	case level > 0 && utf8.RuneCountInString(text) <= shape.LongestNumbered:
		l.Hint, l.Level = format.HeadingHint, level
	case bullet:
		l.Hint = format.ItemHint
	case under || p.picture:
		l.UnderPicture(p.centred || style.centred)
	}
	return append([]format.Line{l}, p.boxes...)
}

// footnotes are the notes that the text refers to, below it.
func (r *docxReader) footnotes(part []byte) []format.Line {
	if part == nil || len(r.notes) == 0 {
		return nil
	}
	byID := map[string][]format.Line{}
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
	var out []format.Line
	for i, id := range order {
		for _, l := range byID[id] {
			if strings.TrimSpace(l.Text) != "" {
				out = append(out, format.Line{Text: "注" + strconv.Itoa(i+1) + "　" + l.Text, Hint: format.ItemHint})
			}
		}
	}
	return out
}
