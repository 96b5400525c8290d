package pdf

import "math"

// pdfPath is the outline that a page is drawing.
type pdfPath struct {
	lines  []pdfRule // straight pieces
	boxes  []pdfRule // whole rectangles, corner to corner
	curves int
	x, y   float64 // the pen
	startX float64
	startY float64
}

// Bounds on a page's lines: a table of a thousand cells has some thousands.
const (
	maxRules     = 20_000
	maxPathLines = 4096
	thinnest     = 3 // points: a filled box no thicker is a line
)

// draws carries out what builds and paints outlines and sets colours.
func (w *pdfWriter) draws(op string) {
	p := &w.path
	switch op {
	case "m":
		p.x, p.y = w.state.ctm.at(w.num(0), w.num(1))
		p.startX, p.startY = p.x, p.y
	case "l":
		w.lineTo(w.state.ctm.at(w.num(0), w.num(1)))
	case "h":
		w.lineTo(p.startX, p.startY)
	case "c", "v", "y":
		p.curves++
		n := len(w.args)
		p.x, p.y = w.state.ctm.at(w.num(n-2), w.num(n-1))
	case "re":
		w.rectangle()
	case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		if op == "s" || op == "b" || op == "b*" {
			w.lineTo(p.startX, p.startY)
		}
		w.paint(op)
	case "g", "rg", "k":
		w.state.ink, w.state.tint = w.darkness(false), false
	case "G", "RG", "K":
		w.state.lineInk, w.state.lineTint = w.darkness(false), false
	case "sc", "scn":
		w.state.ink = w.darkness(w.state.tint)
	case "SC", "SCN":
		w.state.lineInk = w.darkness(w.state.lineTint)
	case "cs":
		w.state.ink, w.state.tint = 1, w.isTint()
	case "CS":
		w.state.lineInk, w.state.lineTint = 1, w.isTint()
	}
}

// lineTo draws to a point of the page.
func (w *pdfWriter) lineTo(x, y float64) {
	p := &w.path
	if len(p.lines) < maxPathLines {
		p.lines = append(p.lines, pdfRule{p.x, p.y, x, y})
	}
	p.x, p.y = x, y
}

func (w *pdfWriter) rectangle() {
	p := &w.path
	x, y, width, height := w.num(0), w.num(1), w.num(2), w.num(3)
	x0, y0 := w.state.ctm.at(x, y)
	x1, y1 := w.state.ctm.at(x+width, y+height)
	if len(p.boxes) < maxPathLines {
		p.boxes = append(p.boxes, pdfRule{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
	}
	p.x, p.y, p.startX, p.startY = x0, y0, x0, y0
}

// darkness is the ink of the colour among the arguments: by its number of
// parts a grey, a colour of light or one of inks. A pattern counts as dark,
// and so does what has parts of its own.
func (w *pdfWriter) darkness(tint bool) float64 {
	var c []float64
	for _, a := range w.args {
		if a.kind == tokenNumber {
			c = append(c, min(max(a.number, 0), 1))
		}
	}
	switch {
	case len(c) == 1 && tint:
		return c[0]
	case len(c) == 1:
		return 1 - c[0]
	case len(c) == 3 && !tint:
		return 1 - (0.3*c[0] + 0.59*c[1] + 0.11*c[2])
	case len(c) == 4 && !tint:
		return min(1, 0.3*c[0]+0.59*c[1]+0.11*c[2]+c[3])
	}
	return 1
}

// isTint tells that the colour space among the arguments counts ink, as
// those of printers do, and not light.
func (w *pdfWriter) isTint() bool {
	if len(w.args) == 0 {
		return false
	}
	space := w.reader.array(w.reader.dict(w.resources["ColorSpace"])[w.args[0].text])
	if len(space) == 0 {
		return false
	}
	kind := w.reader.name(space[0])
	return kind == "Separation" || kind == "DeviceN" || kind == "Indexed"
}

// graphics takes the transparency out of a named state.
func (w *pdfWriter) graphics() {
	if len(w.args) == 0 {
		return
	}
	state := w.reader.dict(w.reader.dict(w.resources["ExtGState"])[w.args[0].text])
	if a, ok := w.reader.number(state["ca"]); ok {
		w.state.alpha = min(max(a, 0), 1)
	}
}

// paint ends the outline and keeps what of it is a rule: lines drawn, and
// boxes filled that are as thin as a line.
func (w *pdfWriter) paint(op string) {
	const palest = 0.03 // white lines rule nothing
	p, page := &w.path, w.page
	fills := op != "S" && op != "s" && op != "n"
	stroked := op != "n" && op != "f" && op != "F" && op != "f*" && w.state.lineInk*w.state.alpha > palest
	if op != "n" {
		page.curves += p.curves
	}
	for _, b := range p.boxes {
		w, h := b.x1-b.x0, b.y1-b.y0
		switch {
		case (fills || stroked) && min(w, h) <= thinnest:
			page.rule(middle(b))
		case stroked:
			page.rule(pdfRule{b.x0, b.y0, b.x1, b.y0})
			page.rule(pdfRule{b.x0, b.y1, b.x1, b.y1})
			page.rule(pdfRule{b.x0, b.y0, b.x0, b.y1})
			page.rule(pdfRule{b.x1, b.y0, b.x1, b.y1})
		}
	}
	switch {
	case stroked:
		for _, l := range p.lines {
			page.rule(l)
		}
	case fills && len(p.lines) >= 3 && len(p.lines) <= 5 && p.curves == 0: // a box of lines
		b := pdfRule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, l := range p.lines {
			b = pdfRule{min(b.x0, l.x0, l.x1), min(b.y0, l.y0, l.y1), max(b.x1, l.x0, l.x1), max(b.y1, l.y0, l.y1)}
		}
		if min(b.x1-b.x0, b.y1-b.y0) <= thinnest {
			page.rule(middle(b))
		}
	}
	p.lines, p.boxes, p.curves = p.lines[:0], p.boxes[:0], 0
}

// middle is the line along the middle of a thin box.
func middle(b pdfRule) pdfRule {
	if b.x1-b.x0 < b.y1-b.y0 {
		x := (b.x0 + b.x1) / 2
		return pdfRule{x, b.y0, x, b.y1}
	}
	y := (b.y0 + b.y1) / 2
	return pdfRule{b.x0, y, b.x1, y}
}

// rule notes a line of the page.
func (p *pdfPage) rule(l pdfRule) {
	if len(p.rules) < maxRules && isFinite(l.x0, l.y0, l.x1, l.y1) {
		p.rules = append(p.rules, l)
	}
}
