package ofd

import (
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/format/block"
	"duidu/parser/format/pdf"
)

// textObject is what all characters of a text object share.
type textObject struct {
	m      matrix // from its own space to the page's
	size   float64
	scale  float64 // of widths
	bold   bool
	down   bool // characters stand below each other
	hidden bool
	x, y   float64 // of the text code before, for one that gives none
}

// textObject reads the characters of a text object.
func (p *painter) textObject(e element, place matrix) error {
	o := textObject{m: p.placed(place), size: number(p.tags.attribute("Size"), 0), scale: number(p.tags.attribute("HScale"), 1)}
	weight := number(p.tags.attribute("Weight"), 400)
	o.bold = p.reader.fonts[p.tags.attribute("Font")] || weight >= 600
	read := p.tags.attribute("ReadDirection")
	o.down = read == "90" || read == "270"
	o.hidden = p.tags.attribute("Visible") == "false"
	if e.empty {
		return nil
	}
	for {
		e, end, err := p.tag()
		switch {
		case err == io.EOF:
			return io.ErrUnexpectedEOF
		case err != nil || end:
			return err
		case e.name != "TextCode":
			err = p.tags.skip(e)
		default:
			err = p.textCode(&o, e)
		}
		if err != nil {
			return err
		}
	}
}

// textCode places the characters of one text code.
func (p *painter) textCode(o *textObject, e element) error {
	o.x, o.y = number(p.tags.attribute("X"), o.x), number(p.tags.attribute("Y"), o.y)
	deltaX, deltaY := p.tags.attribute("DeltaX"), p.tags.attribute("DeltaY")
	text, err := p.tags.text(e)
	if err != nil {
		return err
	}
	if strings.ContainsAny(text, "\r\n") { // laid out for people to read
		text = strings.TrimSpace(text)
	}
	n := utf8.RuneCountInString(text)
	stepsX, stepsY := steps(p.steps[0][:0], deltaX, n-1), steps(p.steps[1][:0], deltaY, n-1)
	p.steps = [2][]float64{stepsX, stepsY}
	down := o.down || moves(stepsY) && !moves(stepsX)
	x, y := o.x, o.y
	i := 0
	for at, c := range text {
		width := advance(c) * o.size * o.scale
		next := width
		switch {
		case i < len(stepsX):
			next = stepsX[i]
		case down || len(stepsY) > 0:
			next = 0
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		p.glyph(o, text[at:at+size], c, x, y, width, next, down)
		x += next
		switch {
		case i < len(stepsY):
			y += stepsY[i]
		case down:
			y += o.size
		}
		i++
	}
	return nil
}

// glyph puts one character on the sheet.
func (p *painter) glyph(o *textObject, text string, c rune, x, y, width, next float64, down bool) {
	r, s := p.reader, p.sheet
	switch {
	case o.hidden:
		r.leave(block.Hidden, 1)
		return
	case c == utf8.RuneError || c == '¤' || unicode.Is(unicode.Co, c):
		r.unnamed++
		r.leave(block.Unnamed, 1)
		return
	case r.glyphs >= maxGlyphs:
		r.leave(block.Beyond, 1)
		return
	}
	turn, ok := quarter(o.m[0], o.m[1])
	if !ok {
		if !unicode.IsSpace(c) {
			r.leave(block.Watermark, 1)
		}
		return
	}
	if down {
		turn = (turn + 1) % 4
	}
	switch narrow := c < 0x2010; {
	case next > 0 && narrow && next <= o.size*o.scale:
		width = next // letters are as wide as their font says
	case next > 0:
		width = min(width, next)
	}
	// The ends of the character along its line, and its size across it.
	x0, y0 := o.m.at(x, y)
	x1, y1 := o.m.at(x+width, y)
	if down {
		x0, y0 = o.m.at(x, y-o.size)
		x1, y1 = o.m.at(x, y)
	}
	size := o.size * math.Hypot(o.m[2], o.m[3])
	w, h := s.box.X1-s.box.X0, s.box.Y1-s.box.Y0
	x0, y0, x1, y1 = x0-s.box.X0, y0-s.box.Y0, x1-s.box.X0, y1-s.box.Y0
	g := pdf.Glyph{Text: text, Bold: o.bold, Size: size * perMillimetre}
	switch turn {
	case 0:
		g.X0, g.X1, g.Y = x0, x1, y0
	case 1:
		g.X0, g.X1, g.Y = y0, y1, w-x0
	case 2:
		g.X0, g.X1, g.Y = w-x0, w-x1, h-y0
	case 3:
		g.X0, g.X1, g.Y = h-y0, h-y1, x0
	}
	g.X0, g.X1, g.Y = g.X0*perMillimetre, g.X1*perMillimetre, g.Y*perMillimetre
	if g.Size <= 0 || math.IsNaN(g.X0+g.X1+g.Y) || math.IsInf(g.X0+g.X1+g.Y+g.Size, 0) {
		r.leave(block.Damage, 1)
		return
	}
	if unicode.IsSpace(c) {
		g.Text = " "
	}
	r.glyphs++
	s.turned[turn] = append(s.turned[turn], g)
}

// quarter tells by how many quarter turns writing in the direction (a, b) is
// turned; ok is false for slanted writing.
func quarter(a, b float64) (turn int, ok bool) {
	const slip = 3 // degrees
	angle := math.Atan2(b, a) * 180 / math.Pi
	turn = int(math.Round(angle / 90))
	return (turn + 4) % 4, math.Abs(angle-float64(turn)*90) <= slip
}

// advance is how wide a character is, in its size, where nothing says.
// Chinese fonts set all but ASCII and half-width forms in full width, letters
// with marks too; one that is narrower in its font only seems to touch the next.
func advance(c rune) float64 {
	if c < 0x80 || c > 0xFF60 && c < 0xFFE0 {
		return 0.5
	}
	return 1
}

// steps appends the distances from character to character: numbers, and
// "g n v" for n times v. No more than n are needed.
func steps(out []float64, text string, n int) []float64 {
	times, group := 1, 0 // group counts the parts of "g n v" that were read
	for f := range strings.FieldsSeq(text) {
		switch {
		case len(out) >= n:
			return out
		case group == 1:
			count, err := strconv.Atoi(f)
			if err != nil {
				return out
			}
			times, group = count, 2
			continue
		case f == "g" && group == 0:
			group = 1
			continue
		}
		v := number(f, 0)
		for range min(times, n-len(out)) {
			out = append(out, v)
		}
		times, group = 1, 0
	}
	return out
}

func moves(steps []float64) bool {
	return slices.ContainsFunc(steps, func(v float64) bool { return math.Abs(v) > 0.01 })
}

func number(text string, otherwise float64) float64 {
	if v, ok := numberOf(strings.TrimSpace(text)); ok {
		return v
	}
	return otherwise
}
