// Package text holds what every room asks of a string: runes and affixes, clauses
// and sentences, and the matcher that finds the words of a list. It knows no
// report.
package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
)

// Spaces are the characters that unicode.IsSpace tells.
const Spaces = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

func AllHan(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return !model.IsHan(c) }) < 0
}

// OnRune returns i, or the start of the character that byte i lies in.
func OnRune(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// Runes is how many characters s has, which is UTF-8.
func Runes(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]&0xc0 != 0x80 { // a byte that begins one
			n++
		}
	}
	return n
}

func FirstRunes(s string, n int) string {
	for i := 0; i < len(s); n-- {
		if n == 0 {
			return s[:i]
		}
		_, size := Decode(s, i)
		i += size
	}
	return s
}

// CloseUp drops all blanks, so that 工 作 报 告 and 会议  上 are found.
func CloseUp(s string) string {
	if strings.IndexByte(s, ' ') < 0 && !strings.Contains(s, "　") && strings.IndexByte(s, '\t') < 0 && !strings.Contains(s, "\u00a0") {
		return s
	}
	if s = strings.Trim(s, " \t　\u00a0"); !strings.ContainsAny(s, " \t　\u00a0") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '　' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}

func HasHan(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return model.IsHan(c) }) >= 0
}

// LastRunes returns at most n characters from the end of s.
func LastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := before(s[:i])
		i -= size
	}
	return s[i:]
}

// CutLast cuts s around the last sep.
func CutLast(s, sep string) (before, after string, ok bool) {
	i := LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// JoinText joins two halves; a blank goes between Latin words only.
func JoinText(a, b string, wanted bool) string {
	if !wanted {
		return ""
	}
	p, _ := utf8.DecodeLastRuneInString(a)
	c, _ := utf8.DecodeRuneInString(b)
	if p < utf8.RuneSelf && c < utf8.RuneSelf && unicode.IsLetter(p) && unicode.IsLetter(c) {
		return a + " " + b
	}
	return a + b
}

// Clip bounds a line that a broken file made of a whole report.
func Clip(s string, size int) string {
	if len(s) <= size {
		return s
	}
	for size > 0 && s[size]&0xC0 == 0x80 {
		size--
	}
	return s[:size]
}

func Count(lines []string, word string) int {
	n := 0
	for _, l := range lines {
		n += strings.Count(l, word)
	}
	return n
}

func HasAnyPrefix(s string, list ...string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func HasAnySuffix(s string, list ...string) bool {
	for _, p := range list {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}

func LastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// HasDigit tells whether an ASCII digit stands in s.
func HasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}

// Longer tells that s has more than n characters, without counting them where
// its length in bytes tells.
func Longer(s string, n int) bool {
	if len(s) <= n {
		return false
	}
	return len(s) > n*utf8.UTFMax || Runes(s) > n
}
