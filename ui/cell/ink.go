package cell

import (
	"slices"
	"strings"
)

// Ink is the escape sequence that starts a style, empty for none. Inks add
// up: an underline and a background laid over each other show both.
type Ink string

const resetInk = "\x1b[0m"

// Paint draws s in the ink.
func (k Ink) Paint(s string) string {
	if k == "" || s == "" {
		return s
	}
	return string(k) + s + resetInk
}

// Span is a stretch of bytes of a text in an ink of its own.
type Span struct {
	Start, End int
	Ink        Ink
}

// Paint draws a line of text in exactly w cells: its indent, its text in
// base ink with the spans laid over it in their order, and blanks. Spans
// may overlap and may reach beyond the line.
func (p Policy) Paint(text string, l Line, w int, base Ink, spans []Span) string {
	var b strings.Builder
	indent := min(l.Indent, w)
	b.WriteString(base.Paint(Blank(indent)))
	left := w - indent
	edges := lineEdges(l, spans)
	for i := 0; i+1 < len(edges) && left > 0; i++ {
		from, to := edges[i], edges[i+1]
		head, n := p.Cut(spelt(text[from:to]), left)
		inkAt(base, spans, from).write(&b, head)
		left -= n
	}
	b.WriteString(base.Paint(Blank(left)))
	return b.String()
}

func (k Ink) write(b *strings.Builder, s string) {
	if k == "" || s == "" {
		b.WriteString(s)
		return
	}
	b.WriteString(string(k))
	b.WriteString(s)
	b.WriteString(resetInk)
}

// lineEdges returns the offsets where the ink may change, sorted.
func lineEdges(l Line, spans []Span) []int {
	edges := make([]int, 0, 2+2*len(spans))
	edges = append(edges, l.Start, l.End)
	for _, s := range spans {
		if s.Start > l.Start && s.Start < l.End {
			edges = append(edges, s.Start)
		}
		if s.End > l.Start && s.End < l.End {
			edges = append(edges, s.End)
		}
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}

func inkAt(base Ink, spans []Span, offset int) Ink {
	k := base
	for _, s := range spans {
		if s.Start <= offset && offset < s.End {
			k += s.Ink
		}
	}
	return k
}
