package text

import (
	"fmt"
	"slices"
	"strings"
)

// List is a list of words that many texts are asked about. It is made once and
// then only read, so that any number of goroutines may share it; the zero List
// is empty.
//
// Most texts hold none of the words, which is seen without comparing any: a
// table of bits tells what characters words begin with, another what they end
// with.
type List struct {
	words  []string
	starts []uint16 // by word: the sign of its first character
	*signTables
}

// signTables are what characters the words of a list begin and end with.
type signTables struct{ begin, last signs }

// ListOf returns the list of words.
func ListOf(words ...string) List {
	l := List{signTables: new(signTables)}
	for _, w := range words {
		if w == "" {
			continue
		}
		sign := signAt(w, 0)
		l.words = append(l.words, w)
		l.starts = append(l.starts, sign)
		l.begin.add(sign)
		l.last.add(signBefore(w))
	}
	return l
}

// UnmarshalTOML reads the list from an array of strings.
func (l *List) UnmarshalTOML(data any) error {
	items, ok := data.([]any)
	if !ok {
		return fmt.Errorf("a list of words is wanted, not %T", data)
	}
	words := make([]string, 0, len(items))
	for _, item := range items {
		word, ok := item.(string)
		if !ok {
			return fmt.Errorf("a word is wanted, not %T", item)
		}
		words = append(words, word)
	}
	*l = ListOf(words...)
	return nil
}

// Words are the words in the order of the list.
func (l *List) Words() []string { return l.words }

// Has tells that s is a word of the list.
func (l *List) Has(s string) bool { return slices.Contains(l.words, s) }

// Prefix returns the first word of the list that starts s, empty if none does.
func (l *List) Prefix(s string) string {
	if s == "" || len(l.words) == 0 {
		return ""
	}
	sign := signAt(s, 0)
	if !l.begin.has(sign) {
		return ""
	}
	return l.at(s, sign)
}

// at returns the first word of the list that starts s, whose first character has
// the sign.
func (l *List) at(s string, sign uint16) string {
	for i, start := range l.starts {
		if start == sign && strings.HasPrefix(s, l.words[i]) {
			return l.words[i]
		}
	}
	return ""
}

// Suffix returns the first word of the list that ends s, empty if none does.
func (l *List) Suffix(s string) string {
	if s == "" || len(l.words) == 0 || !l.last.has(signBefore(s)) {
		return ""
	}
	for _, w := range l.words {
		if strings.HasSuffix(s, w) {
			return w
		}
	}
	return ""
}

// Starts tells that a word of the list starts s.
func (l *List) Starts(s string) bool { return l.Prefix(s) != "" }

// Ends tells that a word of the list ends s.
func (l *List) Ends(s string) bool { return l.Suffix(s) != "" }

// In tells that a word of the list stands in s.
func (l *List) In(s string) bool { return l.Index(s) >= 0 }

// Index returns the offset in bytes of the first place in s where a word of the
// list stands, -1 if there is none.
func (l *List) Index(s string) int {
	if len(l.words) == 0 {
		return -1
	}
	for i := 0; i < len(s); {
		var sign uint16
		size := 1
		switch c := s[i]; {
		case c < 0x80:
			sign = uint16(c)
		case c >= 0xe0 && i+2 < len(s) && isTrail(s[i+1]) && isTrail(s[i+2]):
			sign, size = signOf(s[i+1], s[i+2]), 3
		default:
			sign = signAt(s, i)
		}
		if l.begin.has(sign) && l.at(s[i:], sign) != "" {
			return i
		}
		i += size
	}
	return -1
}

// First returns the first word of the list that stands in s, empty if none does.
func (l *List) First(s string) string {
	i := l.Index(s)
	if i < 0 {
		return ""
	}
	for _, w := range l.words {
		if Has(s[i:], w) {
			return w
		}
	}
	return ""
}

// signs is a set of signs, a bit each.
type signs [64]uint64

func (t *signs) add(sign uint16)      { t[sign>>6&63] |= 1 << (sign & 63) }
func (t *signs) has(sign uint16) bool { return t[sign>>6&63]>>(sign&63)&1 != 0 }

// signOf is the sign of a character by its last two bytes: what tells most
// characters apart.
func signOf(a, b byte) uint16 { return uint16(a&63)<<6 | uint16(b&63) }

func isTrail(c byte) bool { return c&0xc0 == 0x80 }

// signAt is the sign of the character at byte i.
func signAt(s string, i int) uint16 {
	switch c := s[i]; {
	case c < 0x80:
		return uint16(c)
	case c >= 0xe0 && i+2 < len(s):
		return signOf(s[i+1], s[i+2])
	case i+1 < len(s):
		return signOf(c, s[i+1])
	default:
		return uint16(c)
	}
}

// signBefore is the sign of the character that ends s.
func signBefore(s string) uint16 {
	c := s[len(s)-1]
	if c < 0x80 || len(s) < 2 {
		return uint16(c)
	}
	return signOf(s[len(s)-2], c)
}
