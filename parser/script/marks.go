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

	// rare is added to characters that are so in either script.
	rare script = 4
	only        = traditional | simplified
)

// The block of hanzi that nearly all text is made of; runes outside it are
// looked up in a map.
const (
	firstHan = 0x3400
	lastHan  = 0x9fff
)

// scriptTable knows the characters that only one of the scripts has, and
// those that hardly any text has.
type scriptTable struct {
	han    [lastHan - firstHan + 1]script
	others map[rune]script
	old    [1 << 16 / 64]uint64 // a bit for each hanzi of the block that is traditional
}

// scripts returns the table; the dictionaries are not needed for it.
var scripts = sync.OnceValue(func() *scriptTable {
	t := &scriptTable{others: map[rune]script{}}
	t.read(scriptData)
	for i, weight := range commonness() {
		if weight < rareWeight {
			t.han[i] |= rare
		}
		if t.han[i]&traditional != 0 {
			t.old[(firstHan+i)/64] |= 1 << ((firstHan + i) % 64)
		}
	}
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
		return t.han[r-firstHan] & only
	}
	if r < firstHan {
		return either
	}
	return t.others[r]
}

// marks is what one look over a paragraph finds. It is the only thing that
// happens to sound text in simplified script.
type marks struct {
	traditional, simplified int
	notes                   bool // something may be a pinyin note
	slipFrom, slipTo        int  // between the first and the last rare characters close to each other or to a mark bytes may be shifted; zeros where none are
	doubled                 bool // a mark stands twice
}

// slipReach is how close to each other, in bytes, rare characters and marks
// of lost ones stand in a run that a lost byte has shifted.
const slipReach = 8 * hanBytes

// look reads the marks of a paragraph. It reads bytes and decodes hanzi in
// place.
func look(s string) marks {
	t := scripts()
	var m marks
	odd := -slipReach - 1 // the last rare character or mark
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0xe3 && c <= 0xe9 && i+2 < len(s) {
			r := rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			if k := uint32(r - firstHan); k < uint32(len(t.han)) {
				of := t.han[k]
				m.traditional += int(of & traditional)
				m.simplified += int(of & simplified)
				if of&rare != 0 {
					if i-odd <= slipReach {
						if m.slipTo == 0 {
							m.slipFrom = odd
						}
						m.slipTo = i + 3
					}
					odd = i
				}
			} else if r == '、' {
				m.doubled = m.doubled || doubles(s[i+3:], r)
			} else if r == '【' || r == '〔' {
				m.notes = m.notes || bracketsLatin(s, i, i+3)
			}
			i += 3
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			switch r, size = utf8.DecodeRuneInString(s[i:]); {
			case r == '（' || r == '）':
				m.notes = m.notes || bracketsLatin(s, i, i+size)
			case r == '，' || r == '％':
				m.doubled = m.doubled || doubles(s[i+size:], r)
			case r == '？' || r == utf8.RuneError:
				odd = i
			case r > lastHan:
				of := t.others[r]
				m.traditional += int(of & traditional)
				m.simplified += int(of & simplified)
			}
		} else {
			switch c {
			case '(', ')', '[':
				m.notes = m.notes || bracketsLatin(s, i, i+1)
			case ',', '%':
				m.doubled = m.doubled || doubles(s[i+1:], rune(c))
			case '?':
				odd = i
			}
		}
		i += size
	}
	m.simplified /= int(simplified)
	return m
}

// doubles tells that the mark c is followed by its like, as rest begins.
func doubles(rest string, c rune) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch c {
	case '、':
		return next == '、'
	case '%', '％':
		return next == '%' || next == '％'
	}
	return next == ',' || next == '，'
}

// bracketsLatin tells whether the parenthesis s[start:end] has a Latin
// letter, with or without a tone mark, on either side.
func bracketsLatin[T string | []byte](s T, start, end int) bool {
	letter := func(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0xc3 && c <= 0xcf || c == ' ' || c == 0xe1 }
	if end < len(s) && (letter(s[end]) || s[end] >= 'A' && s[end] <= 'Z' || s[end] == 0xe3 && end+1 < len(s) && s[end+1] == 0x84) { // ㄒ and its like
		return true
	}
	return start > 0 && letter(s[start-1]) || start > 1 && letter(s[start-2]) || start > 2 && s[start-3] == 0xe1
}
