package pdf

import "duidu/parser/format"

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

// Lines makes paragraphs, headings and rows of what stands on pages, as of
// those of a PDF: without running heads, columns in the order of reading.
func Lines(pages []Page) []format.Line {
	own := make([]pdfPage, len(pages))
	for i, p := range pages {
		own[i] = pdfPage{number: i + 1, width: p.Width, height: p.Height}
		var pen pdfPen
		for _, g := range p.Glyphs {
			pen.put(pdfGlyph{text: g.Text, x: g.X0, y: g.Y, dx: 1, length: g.X1 - g.X0, size: g.Size, ink: 1, bold: g.Bold}, &own[i])
		}
		pen.lift(&own[i])
		for _, b := range p.Pictures {
			own[i].pictures = append(own[i].pictures, pdfBox{b.X0, b.Y0, b.X1, b.Y1})
		}
	}
	return pdfLines(own)
}
