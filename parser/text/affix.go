package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Affixes are the words of a list that texts are asked to begin or end with.
// They are made once and then only read.
type Affixes struct {
	starts *Trie
	lasts  *Set
	ending map[rune][]string // by their last character, longer ones first
}

// AffixesOf returns the words of a list as affixes.
func AffixesOf(words []string) Affixes {
	a := Affixes{starts: NewTrie(), ending: map[rune][]string{}}
	all := ""
	for _, w := range words {
		a.starts.Add(w, 1)
		last := LastRune(w)
		all += last
		r, _ := utf8.DecodeRuneInString(last)
		a.ending[r] = append(a.ending[r], w)
	}
	for _, list := range a.ending {
		slices.SortStableFunc(list, func(v, w string) int { return len(w) - len(v) })
	}
	a.lasts = SetOf(all)
	return a
}

// Start returns the length in bytes of the longest word that starts s, 0 if none
// does.
func (a *Affixes) Start(s string) int {
	n, _ := a.starts.At(s)
	return n
}

// End returns the length in bytes of the longest word that ends s, 0 if none
// does.
func (a *Affixes) End(s string) int {
	r, _ := utf8.DecodeLastRuneInString(s)
	if !a.lasts.Has(r) {
		return 0
	}
	for _, w := range a.ending[r] {
		if strings.HasSuffix(s, w) {
			return len(w)
		}
	}
	return 0
}
