package ui

import (
	_ "embed"
	"strings"
	"unicode"
)

// readings are the syllables of the common characters, by syllable: what
// lets an action be found by its initials. They are read when they are
// first asked for; a test keeps them equal to the library they come from.
//
//go:embed readings.tsv
var readingsTSV string

// readings are the syllables of each character, without tones.
type readings map[rune][]string

func readReadings() readings {
	r := make(readings, 4000)
	for line := range strings.Lines(readingsTSV) {
		syllable, characters, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, c := range characters {
			r[c] = append(r[c], syllable)
		}
	}
	return r
}

// spells tells whether latin letters spell a text, from its beginning on or
// from any character: each character by its first letters, one at least.
func (r readings) spells(letters, text string) (from int, ok bool) {
	runes := []rune(text)
	for i := range runes {
		if r.spellsFrom(letters, runes[i:]) {
			return i, true
		}
	}
	return 0, false
}

func (r readings) spellsFrom(letters string, text []rune) bool {
	if letters == "" {
		return true
	}
	for len(text) > 0 && !unicode.IsLetter(text[0]) {
		text = text[1:]
	}
	if len(text) == 0 {
		return false
	}
	syllables := r[text[0]]
	if text[0] < unicode.MaxASCII {
		syllables = []string{strings.ToLower(string(text[0]))}
	}
	for _, s := range syllables {
		for n := 1; n <= len(s) && n <= len(letters) && s[n-1] == letters[n-1]; n++ {
			if r.spellsFrom(letters[n:], text[1:]) {
				return true
			}
		}
	}
	return false
}
