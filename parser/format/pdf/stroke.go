package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfGlyph is a character on a page as it is drawn: where it begins, which
// way the writing goes and how far, in points from the page's upper left.
type pdfGlyph struct {
	text         string
	x, y         float64
	dx, dy       float64 // direction, of length 1
	length, size float64
	ink          float64 // 0 is white, 1 black
	bold         bool
	down         bool // written from top to bottom
}

// pdfStroke is a stretch of characters that a page draws one after another
// on one baseline without a wide gap.
type pdfStroke struct {
	pdfGlyph          // text, length and size of all
	bolds    [2]bool  // whether its first and its last character are bold
	blank    bool     // a blank was drawn before it
	places   []pdfCut // of its characters
}

// pdfCut is where a character stands in a stroke.
type pdfCut struct {
	at     int32   // its first byte
	x0, x1 float32 // points from the stroke's begin; on a sheet, from its left edge
	seam   bool    // a little white stands before it
}

// pdfPen joins the characters that a page draws to strokes.
type pdfPen struct {
	stroke pdfStroke
	text   []byte
	blank  bool     // blanks since the last character
	places []pdfCut // room for those of many strokes
}

// put draws a character. One drawn twice to look bold counts once.
func (p *pdfPen) put(g pdfGlyph, page *pdfPage) {
	if strings.IndexFunc(g.text, isInk) < 0 {
		p.blank = true
		return
	}
	g.text = foldRadicals(g.text)
	s := &p.stroke
	if len(p.text) > 0 {
		along, across := (g.x-s.x)*s.dx+(g.y-s.y)*s.dy, (g.y-s.y)*s.dx-(g.x-s.x)*s.dy
		last := s.places[len(s.places)-1]
		near := math.Abs(across) < 0.1*g.size && s.dx*g.dx+s.dy*g.dy > 0.99999 && s.down == g.down && sameSize(s.size, g.size)
		if near && math.Abs(along-float64(last.x0)) < 0.2*g.size && string(p.text[last.at:]) == g.text {
			s.bolds[1] = true
			return
		}
		gap := along - s.length
		if near && s.ink == g.ink && along > float64(last.x0) && gap <= widestGap(string(p.text[last.at:]), g.text)*g.size {
			if p.blank || gap > spaceBetween(string(p.text[last.at:]), g.text)*g.size {
				p.text = append(p.text, ' ')
			}
			p.place(pdfCut{int32(len(p.text)), float32(along), float32(along + g.length), gap > seamShare*g.size})
			p.text = append(p.text, g.text...)
			s.length = max(s.length, along+g.length)
			s.bold, s.bolds[1], p.blank = s.bold && g.bold, g.bold, false
			return
		}
	}
	p.lift(page)
	p.stroke = pdfStroke{pdfGlyph: g, bolds: [2]bool{g.bold, g.bold}, blank: p.blank}
	p.place(pdfCut{x1: float32(g.length)})
	p.text, p.blank = append(p.text, g.text...), false
}

func isInk(r rune) bool { return !unicode.IsSpace(r) }

// place notes where the next character of the stroke stands.
func (p *pdfPen) place(c pdfCut) {
	const room = 512
	s := &p.stroke
	if len(p.places) == cap(p.places) {
		p.places = append(make([]pdfCut, 0, max(room, 2*len(s.places))), s.places...)
		s.places = p.places
	}
	from := len(p.places) - len(s.places)
	p.places = append(p.places, c)
	s.places = p.places[from:len(p.places):len(p.places)]
}

// lift ends the stroke.
func (p *pdfPen) lift(page *pdfPage) {
	if len(p.text) > 0 {
		p.stroke.text = string(p.text)
		page.strokes = append(page.strokes, p.stroke)
	}
	p.text = p.text[:0]
}

// box is the part of the page that the characters of a stroke cover, without
// the white above and below them.
func (s *pdfStroke) box() pdfBox {
	up, low := 0.75*s.size, 0.05*s.size
	b := pdfBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, along := range []float64{0, s.length} {
		for _, across := range []float64{-up, low} {
			x, y := s.x+along*s.dx-across*s.dy, s.y+along*s.dy+across*s.dx
			b = pdfBox{min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)}
		}
	}
	return b
}

func (s *pdfStroke) runes() int { return utf8.RuneCountInString(s.text) }
