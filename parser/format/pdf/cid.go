package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// cid.tsv has the characters of Adobe's sets of Chinese glyphs, by their
// numbers: a set, the number of the first one, and the characters from there
// on. Fonts that are not told what their glyphs mean are numbered so.
//
//go:embed data/cid.tsv
var cidData string

// loadCIDs reads the table: the characters of each set by glyph number, 0
// where a glyph is none.
var loadCIDs = sync.OnceValue(func() map[string][]rune {
	sets := map[string][]rune{}
	for row := range strings.Lines(cidData) {
		parts := strings.SplitN(strings.TrimSuffix(row, "\n"), "\t", 3)
		if strings.HasPrefix(row, "#") || len(parts) != 3 {
			continue
		}
		first, err := strconv.Atoi(parts[1])
		if err != nil {
			panic("cid.tsv: " + row) // embedded: a test reads it
		}
		set := sets[parts[0]]
		for len(set) < first {
			set = append(set, 0)
		}
		sets[parts[0]] = append(set, []rune(parts[2])...)
	}
	return sets
})

// narrowLetters are the numbers of the narrow exclamation mark in each set;
// the other narrow letters follow it in the order of ASCII.
var narrowLetters = map[string]int{"GB1": 814, "CNS1": 13649}

// cidCharacters gives the characters of a set and the number of its first
// narrow letter; nil for a set of another kind.
func cidCharacters(set string) ([]rune, int) {
	narrow, ok := narrowLetters[set]
	if !ok {
		return nil, 0
	}
	return loadCIDs()[set], narrow
}
