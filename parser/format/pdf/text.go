package pdf

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// matrix maps a point (x, y) to (ax+cy+e, bx+dy+f).
type matrix [6]float64

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

// pdfState is what a drawing program sets and q and Q keep.
type pdfState struct {
	ctm            matrix
	font           *pdfFont
	size           float64
	charGap        float64
	wordGap        float64
	scale, leading float64
	rise           float64
	mode           int     // how letters are painted: 1 as outlines, 3 not at all
	ink, lineInk   float64 // darkness of what is filled and of lines: 0 white, 1 black
	tint, lineTint bool    // their colours count ink, not light
	alpha          float64 // 0 is seen through
}

// pdfWriter runs the drawing program of a page and notes what it writes.
type pdfWriter struct {
	reader    *pdfReader
	page      *pdfPage
	resources types.Dict
	state     pdfState
	stack     []pdfState
	text      matrix // of the next character
	line      matrix // of the line's begin
	marks     []pdfMark
	args      []token
	path      pdfPath
	pen       pdfPen
}

const (
	maxStates = 256 // saved states
	maxForms  = 12  // drawings inside drawings
	maxArgs   = 4096
	maxMarked = 64 // characters kept of a watermark's text
)

// run executes a program; depth counts the drawings around it.
func (w *pdfWriter) run(content []byte, depth int) {
	lex := pdfLexer{data: content}
	w.args = w.args[:0]
	for steps := 1; ; steps++ {
		t := lex.next()
		if steps%1024 == 0 && w.reader.late() {
			w.reader.full = true
		}
		switch {
		case t.kind == tokenEnd, w.reader.full:
			return
		case t.kind != tokenWord:
			if len(w.args) < maxArgs {
				w.args = append(w.args, t)
			}
			continue
		case t.text == "ID":
			lex.skipImage()
		default:
			w.operator(t.text, depth)
		}
		w.args = w.args[:0]
	}
}

func (w *pdfWriter) num(i int) float64 {
	if i < len(w.args) {
		return w.args[i].number
	}
	return 0
}

func (w *pdfWriter) matrixArg() matrix {
	return matrix{w.num(0), w.num(1), w.num(2), w.num(3), w.num(4), w.num(5)}
}

func (w *pdfWriter) operator(op string, depth int) {
	s := &w.state
	switch op {
	case "q":
		if len(w.stack) < maxStates {
			w.stack = append(w.stack, *s)
		}
	case "Tr":
		s.mode = int(w.num(0))
	case "gs":
		w.graphics()
	case "Q":
		if n := len(w.stack); n > 0 {
			*s, w.stack = w.stack[n-1], w.stack[:n-1]
		}
	case "cm":
		s.ctm = w.matrixArg().then(s.ctm)
	case "BT":
		w.text, w.line = matrix{1, 0, 0, 1, 0, 0}, matrix{1, 0, 0, 1, 0, 0}
	case "Tm":
		w.text = w.matrixArg()
		w.line = w.text
	case "Td", "TD":
		if op == "TD" {
			s.leading = -w.num(1)
		}
		w.newLine(w.num(0), w.num(1))
	case "T*":
		w.newLine(0, -s.leading)
	case "Tf":
		if len(w.args) > 1 {
			s.size = w.num(1)
			s.font = w.reader.font(w.reader.dict(w.resources["Font"])[w.args[0].text])
		}
	case "Tc":
		s.charGap = w.num(0)
	case "Tw":
		s.wordGap = w.num(0)
	case "Tz":
		s.scale = w.num(0) / 100
	case "TL":
		s.leading = w.num(0)
	case "Ts":
		s.rise = w.num(0)
	case "Tj", "TJ":
		w.show()
	case "'":
		w.newLine(0, -s.leading)
		w.show()
	case "\"":
		s.wordGap, s.charGap = w.num(0), w.num(1)
		w.newLine(0, -s.leading)
		w.show()
	case "Do":
		if len(w.args) > 0 && w.args[0].kind == tokenName {
			w.draw(w.args[0].text, depth)
		}
	case "BI":
		w.picture()
	case "BMC", "BDC":
		w.mark()
	case "EMC":
		if n := len(w.marks); n > 0 {
			w.marks = w.marks[:n-1]
		}
	default:
		w.draws(op)
	}
}

func (w *pdfWriter) newLine(x, y float64) {
	w.line = matrix{1, 0, 0, 1, x, y}.then(w.line)
	w.text = w.line
}

// show writes the strings among the arguments; numbers between them move
// the next one back.
func (w *pdfWriter) show() {
	s := &w.state
	if s.font == nil {
		return
	}
	for _, a := range w.args {
		switch a.kind {
		case tokenNumber:
			w.advance(-a.number/1000*s.size, s.scale)
		case tokenString:
			for _, c := range s.font.decode(a.text) {
				if w.reader.full {
					return
				}
				w.glyph(c)
			}
		}
	}
}

// advance moves on by x, a length in the text's own space: to the right, or
// down in a font for that.
func (w *pdfWriter) advance(x, scale float64) {
	if w.state.font.vertical {
		w.text = matrix{1, 0, 0, 1, 0, -x}.then(w.text)
		return
	}
	w.text = matrix{1, 0, 0, 1, x * scale, 0}.then(w.text)
}

func (w *pdfWriter) glyph(c shown) {
	s := &w.state
	all := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.then(w.text).then(s.ctm)
	g := pdfGlyph{size: math.Hypot(all[2], all[3]), bold: s.font.bold, down: s.font.vertical}
	g.x, g.y = all.at(0, 0)
	forward, gap := c.width/1000, s.charGap
	if c.blank {
		gap += s.wordGap
	}
	dx, dy := all[0], all[1]
	if s.font.vertical { // the place is the middle of the upper edge, the way is down
		forward, gap = 1, -gap
		dx, dy = -all[2], -all[3]
	}
	across := math.Hypot(dx, dy)
	g.length = forward * across
	w.advance(forward*s.size+gap, s.scale)
	var hidden bool
	g.text, hidden = w.replaced(c.text)
	w.reader.glyphs++
	w.reader.full = w.reader.full || w.reader.glyphs > MaxGlyphs
	if hidden || g.text == "" || across == 0 || g.size == 0 || !isFinite(g.x, g.y, g.length, g.size, across) {
		return
	}
	g.dx, g.dy = dx/across, dy/across
	if g.down {
		g.x, g.y = g.x-middleShare*g.size*g.dy, g.y+middleShare*g.size*g.dx
	}
	if g.length < 0 {
		g.length = 0
	}
	g.ink = s.ink * s.alpha
	if s.mode&3 == 1 {
		g.ink = s.lineInk * s.alpha
	}
	w.pen.put(g, w.page)
}

// lift ends the stroke that is being drawn.
func (w *pdfWriter) lift() { w.pen.lift(w.page) }

func isFinite(numbers ...float64) bool {
	const far = 1e7 // points; no page is 3 km wide
	for _, n := range numbers {
		if math.IsNaN(n) || math.Abs(n) > far {
			return false
		}
	}
	return true
}

// draw runs a drawing that the page calls by name, or notes its picture.
func (w *pdfWriter) draw(name string, depth int) {
	o := w.reader.dict(w.resources["XObject"])[name]
	d := w.reader.dict(o)
	switch w.reader.name(d["Subtype"]) {
	case "Image":
		w.picture()
	case "Form":
		if depth >= maxForms {
			return
		}
		_, content := w.reader.stream(o)
		kept, resources, stack, marks := w.state, w.resources, w.stack, w.marks
		w.stack = nil
		if m := w.reader.array(d["Matrix"]); len(m) == 6 {
			var own matrix
			for i := range own {
				own[i], _ = w.reader.number(m[i])
			}
			w.state.ctm = own.then(w.state.ctm)
		}
		if r := w.reader.dict(d["Resources"]); r != nil {
			w.resources = r
		}
		w.run(content, depth+1)
		w.state, w.resources, w.stack, w.marks = kept, resources, stack, marks
	}
}

// picture notes where the picture stands that fills the unit square.
func (w *pdfWriter) picture() {
	x0, y0 := w.state.ctm.at(0, 0)
	x1, y1 := w.state.ctm.at(1, 1)
	b := pdfBox{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
	const smallest = 40 // points: rules and seals are no pictures
	if b.x1-b.x0 > smallest && b.y1-b.y0 > smallest && len(w.page.pictures) < maxStates {
		w.page.pictures = append(w.page.pictures, b)
	}
}
