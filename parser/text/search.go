package text

import "strings"

// Index is strings.Index for texts in Chinese. It goes by the third byte of the
// word: two characters in three begin with one of four bytes, so that a search for
// the first one stops all the time.
func Index(s, word string) int {
	if len(word) < 3 {
		return strings.Index(s, word)
	}
	a, b, c := word[0], word[1], word[2]
	for i, last := 0, len(s)-len(word); i <= last; i++ {
		k := strings.IndexByte(s[i+2:last+3], c)
		if k < 0 {
			return -1
		}
		if i += k; s[i] == a && s[i+1] == b && s[i:i+len(word)] == word {
			return i
		}
	}
	return -1
}

// Has tells that a word stands in s.
func Has(s, word string) bool { return Index(s, word) >= 0 }

// Cut cuts s around the first sep, as strings.Cut does.
func Cut(s, sep string) (before, after string, ok bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// LastIndex is strings.LastIndex for texts in Chinese.
func LastIndex(s, word string) int {
	if len(word) < 3 {
		return strings.LastIndex(s, word)
	}
	c := word[2]
	for i := len(s) - len(word); i >= 0; i-- {
		if s[i+2] == c && s[i:i+len(word)] == word {
			return i
		}
	}
	return -1
}
