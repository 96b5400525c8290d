package cell

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Cut returns the longest beginning of s that takes at most w cells, and
// its width. A wide character at the edge is left out whole.
func (p Policy) Cut(s string, w int) (head string, width int) {
	end := 0
	p.walk(s, func(offset, size, cells int) bool {
		if width+cells > w {
			return false
		}
		width += cells
		end = offset + size
		return true
	})
	return s[:end], width
}

// walk calls f for every grapheme cluster of s until f returns false.
func (p Policy) walk(s string, f func(offset, size, cells int) bool) {
	i := 0
	for i < len(s) {
		r, size, ok := simple(s[i:])
		if !ok {
			break
		}
		if !f(i, size, p.runeWidth(r)) {
			return
		}
		i += size
	}
	state := -1
	for rest := s[i:]; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if !f(i, len(cluster), p.clusterWidth(cluster)) {
			return
		}
		i += len(cluster)
	}
}

// Fit cuts and pads s to exactly w cells. Only Fit and its two relatives
// may make text for a column: cutting alone loses a cell when a wide
// character stands at the edge.
func (p Policy) Fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	head, n := p.Cut(Plain(s), w)
	return head + Blank(w-n)
}

// FitEllipsis is Fit with … where something was cut off.
func (p Policy) FitEllipsis(s string, w int) string {
	s = Plain(s)
	if p.Width(s) <= w || w <= 0 {
		return p.Fit(s, w)
	}
	tail := "…"
	if p.Width(tail) >= w {
		return p.Fit(s, w)
	}
	head, n := p.Cut(s, w-p.Width(tail))
	return head + tail + Blank(w-n-p.Width(tail))
}

// FitRight is Fit with the text at the right edge, for numbers.
func (p Policy) FitRight(s string, w int) string {
	if w <= 0 {
		return ""
	}
	head, n := p.Cut(Plain(s), w)
	return Blank(w-n) + head
}

// Repeat fills w cells with a glyph, and with blanks what is left over.
func (p Policy) Repeat(glyph string, w int) string {
	g := p.Width(glyph)
	if g == 0 || w <= 0 {
		return Blank(w)
	}
	return strings.Repeat(glyph, w/g) + Blank(w%g)
}

// Tail returns the longest end of s that takes at most w cells: what a
// prompt shows of a text longer than its line.
func (p Policy) Tail(s string, w int) string {
	rest := p.Width(s)
	start := 0
	p.walk(s, func(offset, size, cells int) bool {
		if rest <= w {
			return false
		}
		rest -= cells
		start = offset + size
		return true
	})
	return s[start:]
}

// Blank returns n blanks, none if n is negative.
func Blank(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

const blanks = "                                                                                                                                "

// Clusters cuts s into grapheme clusters: what a user takes for one
// character, and what one key erases.
func Clusters(s string) []string {
	var list []string
	state := -1
	for s != "" {
		var c string
		c, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		list = append(list, c)
	}
	return list
}
