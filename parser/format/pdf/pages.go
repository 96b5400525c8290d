package pdf

import (
	"math"
	"strings"

	"duidu/parser/format"
)

// Page is a page of another fixed layout, with its characters where they
// stand: points from the upper left corner, y downwards.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Pictures      []Box
}

// Glyph is a character on a page; Y is its baseline.
type Glyph struct {
	Text      string
	X0, X1, Y float64
	Size      float64
	Bold      bool
}

// Box is where a picture stands.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Lines makes paragraphs, headings and rows of what stands on the pages of
// documents, as of those of a PDF: without running heads, columns in the
// order of reading.
func Lines(documents ...[]Page) []format.Line {
	all := make([][]pdfPage, len(documents))
	for d, pages := range documents {
		own := make([]pdfPage, len(pages))
		for i, p := range pages {
			own[i] = pdfPage{number: i + 1, width: p.Width, height: p.Height}
			var pen pdfPen
			for _, g := range withBlanksInPlace(p.Glyphs) {
				pen.put(pdfGlyph{text: g.Text, x: g.X0, y: g.Y, dx: 1, length: g.X1 - g.X0, size: g.Size, ink: 1, bold: g.Bold}, &own[i])
			}
			pen.lift(&own[i])
			for _, b := range p.Pictures {
				own[i].pictures = append(own[i].pictures, pdfBox{b.X0, b.Y0, b.X1, b.Y1})
			}
		}
		all[d] = own
	}
	return pdfLines(all...)
}

// withBlanksInPlace moves each blank to before the character that stands
// right of it, where the file draws another one next.
func withBlanksInPlace(glyphs []Glyph) []Glyph {
	follows := func(blank, g Glyph) bool {
		const slip = 0.3
		return math.Abs(g.X0-blank.X1) < slip*g.Size && math.Abs(g.Y-blank.Y) < slip*g.Size
	}
	isBlank := func(g Glyph) bool { return strings.TrimSpace(g.Text) == "" }
	var astray []int
	for i, g := range glyphs {
		if isBlank(g) && i+1 < len(glyphs) && !follows(g, glyphs[i+1]) {
			astray = append(astray, i)
		}
	}
	if len(astray) == 0 {
		return glyphs
	}
	type place struct{ x, y int }
	at := map[place]int{} // characters by where they begin, in points
	for i, g := range glyphs {
		if !isBlank(g) {
			at[place{int(g.X0), int(g.Y)}] = i
		}
	}
	moved := map[int]Glyph{} // blanks by the character that they go before
	gone := map[int]bool{}
	for _, i := range astray {
		gone[i] = true
		b := glyphs[i]
		for dx := -2; dx <= 2; dx++ {
			for dy := -1; dy <= 1; dy++ {
				if k, ok := at[place{int(b.X1) + dx, int(b.Y) + dy}]; ok && follows(b, glyphs[k]) {
					moved[k] = b
				}
			}
		}
	}
	out := make([]Glyph, 0, len(glyphs))
	for i, g := range glyphs {
		if b, ok := moved[i]; ok {
			out = append(out, b)
		}
		if !gone[i] {
			out = append(out, g)
		}
	}
	return out
}
