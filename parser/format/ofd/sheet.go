package ofd

import (
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/format/pdf"
)

// perMillimetre is how many points a millimetre has, the unit of OFD.
const perMillimetre = 72 / 25.4

// sheet is a page while it is read, in points.
type sheet struct {
	number    int
	box       pdf.Box // of the paper, in millimetres
	templates []string
	turned    [4][]pdf.Glyph // by the quarter turns of their writing
	pictures  []pdf.Box
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
	p := painter{reader: r, sheet: s, tags: scanner{data: string(data)}}
	if err := p.run(unit, 0); err != io.EOF && err != errBeyond {
		return &format.Error{Kind: format.Damaged, Detail: "ofd", Err: err}
	}
	return nil
}

// painter reads the objects of a page as they are drawn.
type painter struct {
	reader *reader
	sheet  *sheet
	tags   scanner
	steps  [2][]float64 // room that is used again
}

// run reads objects up to the end of the part. place maps the millimetres of
// what is read to those of the page; units counts the drawings around it. It
// always ends in an error: io.EOF at the end of the part.
func (p *painter) run(place matrix, units int) error {
	depth := 0
	for {
		e, end, err := p.tag()
		switch {
		case err == io.EOF && depth > 0:
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		case end:
			depth--
			continue
		case depth == maxNesting:
			p.reader.leave(block.Nested, 1)
			err = p.tags.skip(e)
		default:
			var inside bool
			if inside, err = p.element(e, place, units); inside && !e.empty {
				depth++
			}
		}
		if err != nil {
			return err
		}
	}
}

// tag reads on, within the bound of the file.
func (p *painter) tag() (e element, end bool, err error) {
	if p.reader.tokens++; p.reader.tokens > maxTokens {
		if p.reader.tokens == maxTokens+1 {
			p.reader.leave(block.Beyond, 1)
		}
		return e, false, errBeyond
	}
	return p.tags.next()
}

// errBeyond tells that a file has more tags than are read.
var errBeyond = errors.New("too many tags")

// element reads one object. inside tells that its end is still to come.
func (p *painter) element(e element, place matrix, units int) (inside bool, err error) {
	switch e.name {
	case "PhysicalBox":
		text, err := p.tags.text(e)
		p.sheet.box = boxOf(text, p.sheet.box)
		return false, err
	case "Template":
		p.sheet.templates = append(p.sheet.templates, p.tags.attribute("TemplateID"))
	case "TextObject":
		return false, p.textObject(e, place)
	case "ImageObject":
		p.picture(place)
		return false, p.tags.skip(e)
	case "CompositeObject":
		return false, p.composite(e, place, units)
	case "PathObject", "Actions", "Clips":
		return false, p.tags.skip(e)
	}
	return true, nil
}

// placed is where the object's own space lies on the page.
func (p *painter) placed(place matrix) matrix {
	box := boxOf(p.tags.attribute("Boundary"), pdf.Box{})
	var m matrix
	if numbers(p.tags.attribute("CTM"), m[:]) < len(m) {
		m = unit
	}
	return m.then(matrix{1, 0, 0, 1, box.X0, box.Y0}).then(place)
}

func (p *painter) picture(place matrix) {
	box := boxOf(p.tags.attribute("Boundary"), pdf.Box{})
	x0, y0 := place.at(box.X0, box.Y0)
	x1, y1 := place.at(box.X1, box.Y1)
	paper := p.sheet.box
	if p.tags.attribute("Visible") != "false" && len(p.sheet.pictures) < maxPictures {
		p.sheet.pictures = append(p.sheet.pictures, pdf.Box{
			X0: (min(x0, x1) - paper.X0) * perMillimetre, Y0: (min(y0, y1) - paper.Y0) * perMillimetre,
			X1: (max(x0, x1) - paper.X0) * perMillimetre, Y1: (max(y0, y1) - paper.Y0) * perMillimetre,
		})
	}
}

// maxPictures is how many pictures of a page are noted.
const maxPictures = 1 << 12

// composite reads a drawing that the document keeps for several places.
func (p *painter) composite(e element, place matrix, units int) error {
	content, own := p.reader.units[p.tags.attribute("ResourceID")], p.placed(place)
	if err := p.tags.skip(e); err != nil {
		return err
	}
	if content == nil {
		return nil
	}
	if p.reader.drawn++; units >= maxUnits || p.reader.drawn > maxDrawn {
		p.reader.leave(block.Nested, 1)
		return nil
	}
	inner := painter{reader: p.reader, sheet: p.sheet, tags: scanner{data: string(content)}}
	if err := inner.run(own, units+1); err != io.EOF && err != errBeyond {
		p.reader.leave(block.Damage, 1)
	}
	return nil
}

// boxOf reads "x y width height" in millimetres; what is no box is the other.
func boxOf(text string, otherwise pdf.Box) pdf.Box {
	var v [4]float64
	switch {
	case numbers(text, v[:]) < len(v):
		return otherwise
	case v[2] <= 0 || v[3] <= 0: // an object without a size still has a place
		return pdf.Box{X0: v[0], Y0: v[1], X1: v[0], Y1: v[1]}
	}
	return pdf.Box{X0: v[0], Y0: v[1], X1: v[0] + v[2], Y1: v[1] + v[3]}
}

// numbers reads finite numbers parted by blanks into out, as many as there
// are room and numbers for, and returns how many.
func numbers(text string, out []float64) int {
	n := 0
	for f := range strings.FieldsSeq(text) {
		v, ok := numberOf(f)
		if n == len(out) || !ok {
			break
		}
		out[n] = v
		n++
	}
	return n
}

func numberOf(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && math.Abs(v) <= 1e7
}
