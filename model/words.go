package model

import (
	_ "embed"
	"strings"
)

//go:embed words.tsv
var wordsTSV string

// wordKinds are the lists of words.tsv by kind, read once and never changed.
var wordKinds = readWords(wordsTSV)

func readWords(tsv string) map[string][]string {
	kinds := make(map[string][]string)
	for line := range strings.Lines(tsv) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(kind, "#") {
			continue
		}
		kinds[kind] = append(kinds[kind], strings.Fields(words)...)
	}
	return kinds
}

// says tells whether s holds a word of that kind.
func says(s, kind string) bool {
	for _, w := range wordKinds[kind] {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// without returns s with the words of that kind taken out.
func without(s, kind string) string {
	for _, w := range wordKinds[kind] {
		s = strings.ReplaceAll(s, w, "")
	}
	return s
}
