package model

import (
	"strings"
	"unicode/utf8"
)

// core is the stretch of a needle that folding leaves alone. It is looked
// for by its rarest byte: two Chinese characters in three begin with one of
// four bytes, so a search that goes by the first one stops all the time.
type core struct {
	text   string
	before int // characters of the needle before it
	rare   int // byte offset of the rarest byte
}

// common is how often the bytes 0x80 to 0xbf come in Chinese text, counted
// in ten thousand bytes.
var common = [64]uint16{
	295, 155, 118, 71, 148, 108, 88, 93, 129, 93, 131, 52, 278, 95, 93, 123, 97, 107, 61, 47, 124, 89, 95, 51, 68, 46, 184, 136, 157, 88, 62, 77,
	59, 84, 61, 35, 89, 96, 55, 103, 105, 41, 29, 37, 41, 83, 125, 87, 112, 70, 40, 59, 88, 46, 65, 55, 200, 131, 240, 183, 256, 131, 91, 137,
}

// commonness is about how often a byte comes in Chinese text.
func commonness(b byte) uint16 {
	switch {
	case b < 0x80:
		return 30
	case b < 0xc0:
		return common[b-0x80]
	}
	return 500
}

// coreOf returns the longest stretch of a needle that folding leaves alone;
// its text is empty if there is none.
func coreOf(needle []rune) core {
	var best core
	for i := 0; i < len(needle); i++ {
		j := i
		for j < len(needle) && !foldable(needle[j]) {
			j++
		}
		if text := string(needle[i:j]); len(text) > len(best.text) {
			best = core{text: text, before: i}
		}
		i = j
	}
	return best.byRarest()
}

// byRarest lets the core be looked for by its rarest byte.
func (c core) byRarest() core {
	for i := range len(c.text) {
		if commonness(c.text[i]) < commonness(c.text[c.rare]) {
			c.rare = i
		}
	}
	return c
}

// index finds the core in text from the byte offset at on, -1 if there is
// none.
func (c *core) index(text string, at int) int {
	for i := at + c.rare; i < len(text); i++ {
		k := strings.IndexByte(text[i:], c.text[c.rare])
		if k < 0 {
			return -1
		}
		i += k
		if strings.HasPrefix(text[i-c.rare:], c.text) {
			return i - c.rare
		}
	}
	return -1
}

// back goes n characters back from a byte offset; false if text, from at on,
// has fewer before it.
func back(text string, at, from, n int) (int, bool) {
	for ; n > 0; n-- {
		if from <= at {
			return 0, false
		}
		_, size := utf8.DecodeLastRuneInString(text[at:from])
		from -= size
	}
	return from, true
}

// formsOf lists the characters that fold to c.
func (q *term) formsOf(c rune) []core {
	forms := []core{core{text: string(c)}.byRarest()}
	for other := rune(1); other <= 0xffff; other++ {
		if other != c && utf8.ValidRune(other) && q.fold(other) == c {
			forms = append(forms, core{text: string(other)}.byRarest())
		}
	}
	return forms
}

// window is how far one form of a character is looked for, in bytes, before
// the others have their turn: one that never comes must not be looked for
// to the end of the text after each hit.
const window = 2 << 10

// indexForms goes by the forms of the needle's first character.
func (q *term) indexForms(text string, at int) (start, end int) {
	for at < len(text) {
		to, found := min(len(text), at+window), -1
		for _, form := range q.forms {
			if i := form.index(text[:min(len(text), to+len(form.text)-1)], at); i >= 0 {
				to, found = i, i
			}
		}
		if found < 0 {
			at = to
			continue
		}
		if n, ok := q.matches(text[found:]); ok {
			return found, found + n
		}
		at = found + 1
	}
	return -1, -1
}
