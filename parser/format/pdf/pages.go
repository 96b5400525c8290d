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
		own[i] = pdfPage{width: p.Width, height: p.Height}
		for _, g := range p.Glyphs {
			own[i].glyphs = append(own[i].glyphs, pdfGlyph{text: g.Text, x0: g.X0, x1: g.X1, y: g.Y, size: g.Size, bold: g.Bold})
		}
		for _, b := range p.Pictures {
			own[i].pictures = append(own[i].pictures, pdfBox{b.X0, b.Y0, b.X1, b.Y1})
		}
	}
	return pdfLines(own)
}
