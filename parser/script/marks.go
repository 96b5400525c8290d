package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/script.tsv
var scriptData string

// script says which of the two scripts a character belongs to.
type script uint8

const (
	either script = iota
	traditional
	simplified
)

// The block of hanzi that nearly all text is made of; runes outside it are
// looked up in a map.
const (
	firstHan = 0x3400
	lastHan  = 0x9fff
)

// scriptTable knows the characters that only one of the scripts has.
type scriptTable struct {
	han    [lastHan - firstHan + 1]script
	others map[rune]script
}

// scripts returns the table; the dictionaries are not needed for it.
var scripts = sync.OnceValue(func() *scriptTable {
	t := &scriptTable{others: map[rune]script{}}
	t.read(scriptData)
	return t
})

func (t *scriptTable) read(data string) {
	for line := range strings.Lines(data) {
		name, characters, _ := strings.Cut(strings.TrimSpace(line), "\t")
		c := either
		switch name {
		case "traditional":
			c = traditional
		case "simplified":
			c = simplified
		}
		for _, r := range characters {
			if r >= firstHan && r <= lastHan {
				t.han[r-firstHan] = c
			} else {
				t.others[r] = c
			}
		}
	}
}

func (t *scriptTable) of(r rune) script {
	if r >= firstHan && r <= lastHan {
		return t.han[r-firstHan]
	}
	if r < firstHan {
		return either
	}
	return t.others[r]
}

// scriptMarks is what one look over a paragraph finds.
type scriptMarks struct {
	traditional, simplified int
	notes                   bool // something may be a pinyin note
}

// scan counts the marks of a paragraph. It is the only thing that happens to
// simplified text, so it reads bytes and decodes hanzi in place.
func (t *scriptTable) scan(s string) scriptMarks {
	var counts [3]int
	var notes bool
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c < 0x80:
			if c == '(' || c == ')' {
				notes = notes || bracketsLatin(s, i, i+1)
			}
			i++
		case c >= 0xe3 && c <= 0xe9 && i+2 < len(s):
			r := rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			if r >= firstHan && r <= lastHan {
				counts[t.han[r-firstHan]]++
			}
			i += 3
		case c < 0xc0: // a stray byte
			i++
		case c < 0xe0:
			i += 2
		case c < 0xf0:
			if strings.HasPrefix(s[i:], "（") || strings.HasPrefix(s[i:], "）") {
				notes = notes || bracketsLatin(s, i, i+3)
			}
			i += 3
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			counts[t.others[r]]++
			i += size
		}
	}
	return scriptMarks{traditional: counts[traditional], simplified: counts[simplified], notes: notes}
}

// bracketsLatin tells whether the parenthesis s[start:end] has a Latin
// letter, with or without a tone mark, on either side.
func bracketsLatin(s string, start, end int) bool {
	letter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0xc3 && c <= 0xcf || c == ' ' || c == 0xe1 }
	if end < len(s) && letter(s[end]) {
		return true
	}
	return start > 0 && letter(s[start-1]) || start > 1 && letter(s[start-2]) || start > 2 && s[start-3] == 0xe1
}
