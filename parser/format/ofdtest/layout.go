package ofdtest

import "strings"

// The page is A4 with the margins of a Chinese official document (GB/T 9704):
// 28 characters of 16 pt to the line and 22 lines to the page.
// Lengths are in mm from the top left corner, as in the standard.
const (
	pt                    = 25.4 / 72 // one point, in mm
	pageWidth, pageHeight = 210.0, 297.0
	measure               = 28 * 16 * pt // the length of a full line
	left                  = (pageWidth - measure) / 2
	top, bottom           = 37.0, 262.0
	headLine, footLine    = 25.0, 275.0 // baselines of running head and page number
	leading               = 1.8         // from one line to the next, in font sizes
)

// style is how the paragraphs of one level look.
type style struct {
	size   float64 // in pt
	font   int     // index in fontNames
	indent float64 // of the first line, in font sizes
}

var (
	fontNames = []string{"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}
	styles    = []style{{16, 0, 2}, {22, 1, 0}, {18, 2, 2}, {16, 3, 2}}
	cellStyle = style{12, 4, 0}
	footStyle = style{14, 4, 0} // running head as well
)

// piece is text on one line, placed on the page.
type piece struct {
	runes []rune
	xs    []float64 // left edge of each rune and the right edge of the last, in mm
	y     float64   // baseline, in mm
	size  float64   // in mm
	font  int
	block int // the paragraph or cell it belongs to
}

// box is a rectangle in mm; a rule of a table has no width or no height.
type box struct{ x, y, w, h float64 }

type page struct {
	lines []piece
	rules []box
}

// layout sets paragraphs on as many pages as they need, at least one.
func layout(paragraphs []Paragraph) []page {
	pages, y, block := []page{{}}, top, 0
	room := func(height float64) *page { // begins a new page where height does not fit
		if y+height > bottom {
			pages, y = append(pages, page{}), top
		}
		return &pages[len(pages)-1]
	}
	for _, p := range paragraphs {
		for _, row := range p.Rows {
			height, to := rowHeight(row), room(rowHeight(row))
			to.row(row, y, height, block)
			block, y = block+len(row), y+height
		}
		if p.Rows != nil {
			y += 2 * padding
			continue
		}
		st := styles[p.Level]
		size := st.size * pt
		if p.Flush || p.Right {
			st.indent = 0
		}
		lines := wrap([]rune(p.Text), measure/size, st.indent)
		for i, runes := range lines {
			to := room(size * leading)
			line := place(runes, left, y+size, st, block)
			rest := measure - (line.xs[len(runes)] - left)
			switch {
			case p.Level == 1:
				line = place(runes, left+rest/2, line.y, st, block)
			case p.Right:
				line = place(runes, left+rest, line.y, st, block)
			case i == 0:
				line = place(runes, left+st.indent*size, line.y, st, block)
			}
			to.lines = append(to.lines, line)
			y += size * leading
		}
		if len(lines) == 0 {
			y += size * leading // an empty paragraph is a blank line
		}
		block++
	}
	return pages
}

const padding = 2.0 // around the text of a cell, in mm

// cell breaks the text of one of n cells into lines.
func cell(text string, n int) [][]rune {
	return wrap([]rune(text), (measure/float64(n)-2*padding)/(cellStyle.size*pt), 0)
}

func rowHeight(row []string) float64 {
	most := 1
	for _, text := range row {
		most = max(most, len(cell(text, len(row))))
	}
	return float64(most)*cellStyle.size*pt*leading + 2*padding
}

// row sets a table row at y mm, its columns all of one width. The file knows
// nothing of rows and cells: there are only rules, each its own object, and text.
func (p *page) row(row []string, y, height float64, block int) {
	width := measure / float64(len(row))
	p.rules = append(p.rules, box{left, y, measure, 0}, box{left, y + height, measure, 0}, box{left + measure, y, 0, height})
	for i, text := range row {
		x := left + float64(i)*width
		p.rules = append(p.rules, box{x, y, 0, height})
		for j, runes := range cell(text, len(row)) {
			base := y + padding + cellStyle.size*pt*(1+leading*float64(j))
			p.lines = append(p.lines, place(runes, x+padding, base, cellStyle, block+i))
		}
	}
}

// place puts runes side by side from x mm on, on the baseline y mm.
func place(runes []rune, x, y float64, st style, block int) piece {
	p := piece{runes, []float64{x}, y, st.size * pt, st.font, block}
	for i, r := range runes {
		p.xs = append(p.xs, p.xs[i]+width(r)*p.size)
	}
	return p
}

// cut is the part of p from rune i up to rune j.
func (p piece) cut(i, j int) piece {
	p.runes, p.xs = p.runes[i:j], p.xs[i:j+1]
	return p
}

// width is the advance of r in font sizes: half for ASCII, full for the rest.
func width(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

// wrap breaks text into lines of so many font sizes, the first one indented.
// No character is lost, not even a space at the end of a line.
func wrap(text []rune, full, indent float64) (lines [][]rune) {
	glued := func(a, b rune) bool { // an opening mark may not end a line, and a number stays whole
		return strings.ContainsRune("（《〈「『【“‘", a) || ' ' < a && a < 0x80 && ' ' < b && b < 0x80
	}
	for len(text) > 0 {
		n := 0
		for used := indent; n < len(text) && used+width(text[n]) <= full+1e-6; n++ {
			used += width(text[n])
		}
		fit := n
		for n < len(text) && strings.ContainsRune("，。、；：？！）》〉」』】”’", text[n]) {
			n++ // a closing mark may not begin a line, so it hangs in the margin
		}
		if n == fit && n < len(text) {
			for fit > 0 && glued(text[fit-1], text[fit]) {
				fit--
			}
			if fit > 0 {
				n = fit
			}
		}
		n = max(n, 1)
		lines, text, indent = append(lines, text[:n]), text[n:], 0
	}
	return lines
}
