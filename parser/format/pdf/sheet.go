package pdf

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// pdfSheet is what of a page is written in one direction, turned so that it
// runs to the right: a page, and what stands sideways on it, are two sheets.
type pdfSheet struct {
	page          int
	width, height float64
	runs          []pdfRun
	rows          []pdfRow
	rules         []pdfRule
	pictures      []pdfBox
}

// How far writing may be off the page's own direction, in degrees: more is
// slanted, and a mark across the page. A page scanned askew has a direction
// of its own, up to widestSkew.
const (
	slantSlip  = 1.5
	widestSkew = 8
	skewStep   = 0.25
)

// middleShare is how far the middle of a character is above its baseline,
// of its size. Vertical writing stands on its middle; it is moved, so that
// letters turned on their side stand on one line with it.
const middleShare = 0.38

// quarterOf is the direction of a stroke: quarter turns clockwise from
// writing to the right, and degrees that it is off that.
func (s *pdfStroke) quarterOf() (quarter int, off float64) {
	angle := math.Atan2(s.dy, s.dx) * 180 / math.Pi
	q := math.Round(angle / 90)
	return (int(q) + 4) % 4, angle - 90*q
}

// directionOf is the quarter in which most of a page is written, and by how
// many degrees the page stands askew.
func (p *pdfPage) directionOf() (quarter int, skew float64) {
	const straight = 0.2 // share of the text that shows a page to stand right
	var quarters [4]int
	steps := map[int]int{}
	all, level := 0, 0
	for i := range p.strokes {
		s := &p.strokes[i]
		q, off := s.quarterOf()
		if n := s.runes(); math.Abs(off) <= widestSkew {
			quarters[q] += n
			all += n
			if math.Abs(off) < skewStep {
				level += n
			}
			steps[int(math.Round(off/skewStep))] += n
		}
	}
	for q, n := range quarters {
		if n > quarters[quarter] {
			quarter = q
		}
	}
	if float64(level) >= straight*float64(all) {
		return quarter, 0
	}
	best := 0
	for step, n := range steps {
		if n > steps[best] || n == steps[best] && step < best {
			best = step
		}
	}
	return quarter, float64(best) * skewStep
}

// sheets turns a page to its sheets, the one with most text first.
func (p *pdfPage) sheets() []pdfSheet {
	upright, _ := p.directionOf()
	p.standUpright(upright)
	main, skew := p.directionOf()
	var quarters [4][]*pdfStroke
	for i := range p.strokes {
		q, _ := p.strokes[i].quarterOf()
		quarters[q] = append(quarters[q], &p.strokes[i])
	}
	var out []pdfSheet
	for k := range quarters {
		q := (main + k) % 4
		if len(quarters[q]) == 0 && (k > 0 || len(p.pictures) == 0) {
			continue
		}
		out = append(out, p.turned(quarters[q], float64(q)*90+skew))
	}
	return out
}

// turned is the sheet whose writing runs at an angle, in degrees clockwise.
func (p *pdfPage) turned(strokes []*pdfStroke, angle float64) pdfSheet {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	if math.Mod(angle, 90) == 0 {
		sin, cos = math.Round(sin), math.Round(cos)
	}
	turn := func(x, y float64) (float64, float64) { return x*cos + y*sin, y*cos - x*sin }
	box := func(b pdfBox) pdfBox {
		out := pdfBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, c := range [][2]float64{{b.x0, b.y0}, {b.x1, b.y0}, {b.x0, b.y1}, {b.x1, b.y1}} {
			x, y := turn(c[0], c[1])
			out = pdfBox{min(out.x0, x), min(out.y0, y), max(out.x1, x), max(out.y1, y)}
		}
		return out
	}
	whole := box(pdfBox{0, 0, p.width, p.height})
	s := pdfSheet{page: p.number, width: whole.x1 - whole.x0, height: whole.y1 - whole.y0}
	for _, b := range p.pictures {
		b = box(b)
		s.pictures = append(s.pictures, pdfBox{b.x0 - whole.x0, b.y0 - whole.y0, b.x1 - whole.x0, b.y1 - whole.y0})
	}
	for _, l := range p.rules {
		x0, y0 := turn(l.x0, l.y0)
		x1, y1 := turn(l.x1, l.y1)
		s.rules = append(s.rules, pdfRule{min(x0, x1) - whole.x0, min(y0, y1) - whole.y0, max(x0, x1) - whole.x0, max(y0, y1) - whole.y0})
	}
	for _, k := range strokes {
		x, y := turn(k.x, k.y)
		x -= whole.x0
		for i := range k.places {
			c := &k.places[i]
			c.x0, c.x1 = float32(x+float64(c.x0)), float32(x+float64(c.x1))
		}
		s.runs = append(s.runs, pdfRun{text: k.text, x0: x, x1: x + k.length, y: y - whole.y0, size: k.size, bold: k.bold, ends: k.bolds, blank: k.blank, places: k.places})
	}
	return s
}

// standUpright turns characters that stand upright under each other into
// writing from top to bottom: those of a page set so without a font for it,
// and figures of a few digits within a column of vertical writing.
func (p *pdfPage) standUpright(main int) {
	const widest = 4 // characters
	columns := main == 1 && slices.ContainsFunc(p.strokes, func(s pdfStroke) bool { return s.down })
	if !columns && !p.isStacked() {
		return
	}
	for i := range p.strokes {
		s := &p.strokes[i]
		if q, _ := s.quarterOf(); q != 0 || s.runes() > widest || s.length > 2.2*s.size {
			continue
		}
		s.x, s.y = s.x+s.length/2-middleShare*s.size, s.y-0.88*s.size
		s.dx, s.dy, s.length, s.down = 0, 1, s.size, true
		s.places = []pdfCut{{x1: float32(s.size)}}
	}
}

// isStacked tells a page whose characters follow each other downwards.
func (p *pdfPage) isStacked() bool {
	const fewest = 10
	down, right := 0, 0
	for i := range p.strokes {
		s := &p.strokes[i]
		if q, _ := s.quarterOf(); q != 0 {
			continue
		}
		right += s.runes() - 1
		if i == 0 || s.runes() > 1 {
			continue
		}
		b := &p.strokes[i-1]
		first, _ := utf8.DecodeRuneInString(s.text)
		step := (s.y - b.y) / s.size
		if b.runes() == 1 && math.Abs(s.x-b.x) < 0.3*s.size && step > 0.8 && step < 2.2 && unicode.Is(unicode.Han, first) {
			down++
		}
	}
	return down >= fewest && down > 3*right
}
