// Package cell is the only place that measures text. A terminal draws in
// cells; a Chinese character takes two, a combining mark none, and for a
// third group (“ ” — … ① │) terminals disagree. Everything drawn goes
// through a Policy, so that one setting moves the whole program.
//
// The functions take plain text: ink is added by Paint and Ink, after
// measuring, and control characters never come through.
package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
	"golang.org/x/text/width"
)

// Ambiguous says how many cells the terminal gives to characters whose
// East Asian width is ambiguous.
type Ambiguous int

const (
	Narrow Ambiguous = iota // one cell: most terminals, most settings
	Wide                    // two cells: terminals set up for CJK fonts
)

// Policy is the width rule of the running terminal. The zero value is the
// usual one.
type Policy struct {
	Ambiguous Ambiguous
}

// Width returns the number of cells that s takes.
func (p Policy) Width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		r, size, ok := simple(s[i:])
		if !ok {
			return n + p.slowWidth(s[i:])
		}
		n += p.runeWidth(r)
		i += size
	}
	return n
}

// slowWidth measures by grapheme cluster.
func (p Policy) slowWidth(s string) int {
	n, state := 0, -1
	var cluster string
	for s != "" {
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		n += p.clusterWidth(cluster)
	}
	return n
}

// clusterWidth measures one grapheme cluster. Terminals add up what stands
// in a cluster but never give it more than two cells.
func (p Policy) clusterWidth(cluster string) int {
	r, size := utf8.DecodeRuneInString(cluster)
	n := p.runeWidth(r)
	if size == len(cluster) {
		return n
	}
	for _, c := range cluster[size:] {
		if c == emojiPresentation && n > 0 {
			return 2
		}
		n += p.runeWidth(c)
	}
	if r < utf8.RuneSelf {
		return n // a blank or letter does not melt with a stray wide mark
	}
	return min(n, 2)
}

// emojiPresentation asks for the coloured, two-cell form of a character.
const emojiPresentation = '\ufe0f'

// runeWidth measures a rune that stands alone: 0, 1 or 2.
func (p Policy) runeWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f:
		if _, ok := standIn(r); ok {
			return 2
		}
		return 0
	case r < 0x7f:
		return 1
	case r >= 0x4e00 && r <= 0x9fff:
		return 2
	case undrawn(r):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	case width.EastAsianAmbiguous:
		if p.Ambiguous == Wide {
			return 2
		}
	}
	return 1
}

// undrawn tells the runes that take no cell of their own.
func undrawn(r rune) bool {
	switch {
	case r < 0xa0:
		return true // C1 controls
	case r == 0xad: // a soft hyphen is drawn
		return false
	case r >= 0x1160 && r <= 0x11ff: // vowels and finals of a Hangul syllable
		return true
	case r < 0x300:
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || r == 0x2028 || r == 0x2029
}

// simple decodes the first rune of s and tells whether it always is a
// cluster of its own, so that reports are measured without segmentation.
func simple(s string) (rune, int, bool) {
	if c := s[0]; c < utf8.RuneSelf {
		// A letter or sign can take marks after it: look one rune ahead.
		return rune(c), 1, c >= 0x20 && c != 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf || plainStart(s[1:]))
	}
	r, size := utf8.DecodeRuneInString(s)
	return r, size, plain(r) && (len(s) == size || s[size] < utf8.RuneSelf || plainStart(s[size:]))
}

func plainStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return plain(r)
}

// plain tells the runes that neither take part in a longer cluster nor
// extend the one before them: ideographs, CJK and general punctuation.
func plain(r rune) bool {
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3400 && r <= 0x4dbf:
		return true
	case r >= 0x3000 && r <= 0x3029, r >= 0x2010 && r <= 0x2027, r >= 0x2500 && r <= 0x259f:
		return true
	case r >= 0xff01 && r <= 0xff60, r >= 0xa1 && r <= 0xff && r != 0xa9 && r != 0xad && r != 0xae:
		return true
	}
	return false
}

// Control tells the runes that must never reach a terminal raw: escapes,
// line ends, and the marks that turn the direction of writing.
func Control(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x61c
}

// Plain drops escape sequences and what Control names, and mends invalid bytes. Texts of unknown
// origin (file names, error texts) pass here before they are drawn.
func Plain(s string) string {
	if strings.IndexFunc(s, Control) < 0 && utf8.ValidString(s) {
		return s
	}
	if strings.ContainsAny(s, "\x1b\u009b") {
		s = ansi.Strip(s) // the whole sequence goes, not only its first byte
	}
	return strings.Map(func(r rune) rune {
		if Control(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
