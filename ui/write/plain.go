package write

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes text fit for a file: XML knows no control characters, and
// marks that turn the direction of writing would show one thing and mean
// another. Line ends become \n and tabs stay; an invalid byte becomes U+FFFD.
func plain(s string) string {
	if strings.IndexFunc(s, unfit) < 0 && utf8.ValidString(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r == 0x85, r == 0x2028, r == 0x2029:
			return '\n'
		case unfit(r):
			return -1
		}
		return r
	}, s)
}

// unfit tells the runes that plain changes or takes out.
func unfit(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	case r < 0x61c:
		return false
	}
	return r == 0x61c || r == 0x200e || r == 0x200f || r == 0x2028 || r == 0x2029 ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfffe || r == 0xffff
}

// line is text that must stay in one line.
func line(s string) string {
	return strings.TrimSpace(breaks.Replace(plain(s)))
}

var breaks = strings.NewReplacer("\n", " ", "\t", " ")

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
