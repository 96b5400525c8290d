package ofd

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"

	"duidu/parser/format"
	"duidu/parser/format/block"
)

// perMillimetre is how many points a millimetre has, the unit of OFD.
const perMillimetre = 72 / 25.4

// sheet is a page while it is read, in points.
type sheet struct {
	number    int
	box       Box // of the paper, in millimetres
	templates []string
	turned    [4][]Glyph // by the quarter turns of their writing
	pictures  []Box
}

// matrix maps a point (x, y) to (ax+cy+e, bx+dy+f).
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// then applies m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// sheet reads one page, or template.
func (r *reader) sheet(s *sheet, at string) error {
	data, err := r.archive.Part(at)
	if err != nil {
		return err
	}
	if data == nil {
		return &format.Error{Kind: format.Damaged, Detail: "ofd"}
	}
	p := painter{reader: r, sheet: s, decoder: newDecoder(data)}
	if err := p.run(unit, 0); err != io.EOF {
		return &format.Error{Kind: format.Damaged, Detail: "ofd", Err: err}
	}
	return nil
}

// painter reads the objects of a page as they are drawn.
type painter struct {
	reader  *reader
	sheet   *sheet
	decoder *xml.Decoder
}

// run reads objects up to the end of the part. place maps the millimetres of
// what is read to those of the page; units counts the drawings around it. It
// always ends in an error: io.EOF at the end of the part.
func (p *painter) run(place matrix, units int) error {
	depth := 0
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			if depth > maxNesting {
				p.reader.leave(block.Nested, 1)
				if err := p.decoder.Skip(); err != nil {
					return err
				}
				depth--
				continue
			}
			inside, err := p.element(e, place, units)
			if err != nil {
				return err
			}
			if !inside {
				depth--
			}
		}
	}
}

// token reads on, within the bound of the file.
func (p *painter) token() (xml.Token, error) {
	if p.reader.tokens++; p.reader.tokens > maxTokens {
		p.reader.leave(block.Beyond, 1)
		return nil, io.EOF
	}
	return p.decoder.Token()
}

// element reads one object. inside tells that its end is still to come.
func (p *painter) element(e xml.StartElement, place matrix, units int) (inside bool, err error) {
	switch e.Name.Local {
	case "PhysicalBox":
		var text string
		if err := p.decoder.DecodeElement(&text, &e); err != nil {
			return false, err
		}
		p.sheet.box = boxOf(text, p.sheet.box)
		return false, nil
	case "Template":
		p.sheet.templates = append(p.sheet.templates, attr(e, "TemplateID"))
	case "TextObject":
		return false, p.textObject(e, place)
	case "ImageObject":
		p.picture(e, place)
		return false, p.decoder.Skip()
	case "CompositeObject":
		return false, p.composite(e, place, units)
	case "PathObject", "Actions", "Clips":
		return false, p.decoder.Skip()
	}
	return true, nil
}

// placed is where the object's own space lies on the page.
func (p *painter) placed(e xml.StartElement, place matrix) matrix {
	box := boxOf(attr(e, "Boundary"), Box{})
	m := unit
	if v := numbers(attr(e, "CTM"), 6); len(v) == 6 {
		m = matrix(v)
	}
	return m.then(matrix{1, 0, 0, 1, box.X0, box.Y0}).then(place)
}

func (p *painter) picture(e xml.StartElement, place matrix) {
	box := boxOf(attr(e, "Boundary"), Box{})
	x0, y0 := place.at(box.X0, box.Y0)
	x1, y1 := place.at(box.X1, box.Y1)
	paper := p.sheet.box
	if attr(e, "Visible") != "false" && len(p.sheet.pictures) < maxPictures {
		p.sheet.pictures = append(p.sheet.pictures, Box{
			X0: (min(x0, x1) - paper.X0) * perMillimetre, Y0: (min(y0, y1) - paper.Y0) * perMillimetre,
			X1: (max(x0, x1) - paper.X0) * perMillimetre, Y1: (max(y0, y1) - paper.Y0) * perMillimetre,
		})
	}
}

// maxPictures is how many pictures of a page are noted.
const maxPictures = 1 << 12

// composite reads a drawing that the document keeps for several places.
func (p *painter) composite(e xml.StartElement, place matrix, units int) error {
	if err := p.decoder.Skip(); err != nil {
		return err
	}
	content := p.reader.units[attr(e, "ResourceID")]
	if content == nil {
		return nil
	}
	if p.reader.drawn++; units >= maxUnits || p.reader.drawn > maxDrawn {
		p.reader.leave(block.Nested, 1)
		return nil
	}
	inner := painter{reader: p.reader, sheet: p.sheet, decoder: newDecoder(content)}
	if err := inner.run(p.placed(e, place), units+1); err != io.EOF {
		p.reader.leave(block.Damage, 1)
	}
	return nil
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// boxOf reads "x y width height" in millimetres; what is no box is the other.
func boxOf(text string, otherwise Box) Box {
	v := numbers(text, 4)
	if len(v) < 4 || v[2] <= 0 || v[3] <= 0 {
		if len(v) == 4 { // an object without a size still has a place
			return Box{X0: v[0], Y0: v[1], X1: v[0], Y1: v[1]}
		}
		return otherwise
	}
	return Box{X0: v[0], Y0: v[1], X1: v[0] + v[2], Y1: v[1] + v[3]}
}

// numbers reads up to n finite numbers parted by blanks.
func numbers(text string, n int) []float64 {
	var out []float64
	for f := range strings.FieldsSeq(text) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > 1e7 || len(out) == n {
			break
		}
		out = append(out, v)
	}
	return out
}
