package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duidu/model"
)

//go:embed data/readings.tsv
var readingsData string

// readings maps a syllable without tone to the characters read so. It is
// derived from go-pinyin's table, which would cost every start of the
// program several milliseconds if it were linked in.
var readings = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 512)
	for line := range strings.Lines(readingsData) {
		if syllable, characters, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			m[syllable] = characters
		}
	}
	return m
})

// reads tells whether syllable, written with or without its tone, is one of
// the readings of hanzi.
func reads(hanzi rune, syllable string) bool {
	var plain [2 * longestSyllable]byte
	return strings.ContainsRune(readings()[string(appendToneless(plain[:0], syllable))], hanzi)
}

// stripNotes takes the pinyin notes out of a paragraph: 建設(shè) becomes
// 建設. A note is one syllable in parentheses after a character that can be
// read so; where an editor has swallowed one of the two parentheses, the tone
// mark or a ? in its place must vouch for it.
func stripNotes(s string) (string, []string) {
	var w strings.Builder
	var notes []string
	done, end := 0, 0 // end is behind the character the next note would belong to
	for i := 0; i < len(s); {
		if c := s[i]; c >= 0xe4 && c <= 0xe9 && i+2 < len(s) { // a hanzi begins no note
			i += 3
			end = i
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		n := 0
		if mayOpenNote(s[i]) {
			last, _ := utf8.DecodeLastRuneInString(s[:end])
			n = noteLength(s[i:], last)
		}
		if n == 0 {
			n = wordNoteLength(s[i:], s[done:i])
		}
		if n > 0 {
			if done == 0 {
				w.Grow(len(s))
			}
			w.WriteString(s[done:i])
			notes = append(notes, s[i:i+n])
			i += n
			done = i
			continue
		}
		i += size
		end = i
	}
	if done == 0 {
		return s, nil
	}
	w.WriteString(s[done:])
	return w.String(), notes
}

// noteLength returns the length of the pinyin note for hanzi that s begins
// with, or 0 if there is none.
func noteLength(s string, hanzi rune) int {
	if !model.IsHan(hanzi) {
		return 0
	}
	open := openParenthesis(s)
	inner := s[open:]
	space := len(inner) - len(strings.TrimLeft(inner, " "))
	n := syllableLength(inner[space:])
	if n == 0 || open == 0 && space > 0 {
		return 0
	}
	syllable := inner[space : space+n]
	tail := inner[space+n:]
	tail2 := strings.TrimLeft(tail, " ")
	closing := closeParenthesis(tail2)
	toned := !isASCII(syllable)
	switch {
	case open > 0 && closing > 0:
	case open > 0 && s[0] != '?' && toned: // 設(shè立: the end is gone
		tail2 = tail
	case open == 0 && closing > 0 && toned: // 設shè): the beginning is gone
	default:
		return 0
	}
	if !reads(hanzi, syllable) {
		return 0
	}
	return len(s) - len(tail2) + closing
}

// noteBrackets are what notes stand in, beside the parentheses.
var noteBrackets = [][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}}

// longestNote is how long the note of a word is at most, in bytes.
const longestNote = 64

// wordNoteLength returns the length of a note that s begins with and that
// reads the last characters of before: a word's (政協(zhèngxié)), one with the tone
// as a digit (縣(xian4)), one in bopomofo or in square brackets; 0 if there is none.
func wordNoteLength(s, before string) int {
	if c := s[0]; c != '(' && c != '[' && c != "（"[0] && c != "【"[0] {
		return 0
	}
	for k, b := range noteBrackets {
		inner, ok := strings.CutPrefix(s, b[0])
		if !ok {
			continue
		}
		if hanzi, _ := utf8.DecodeLastRuneInString(before); !model.IsHan(hanzi) {
			return 0
		}
		end := strings.Index(inner[:min(len(inner), longestNote)], b[1])
		if end <= 0 {
			return 0
		}
		note := inner[:end]
		square := k >= 2
		if isBopomofo(note) || readsWord(before, strings.ToLower(note), square) {
			return len(b[0]) + end + len(b[1])
		}
		return 0
	}
	return 0
}

// isBopomofo tells that s begins with Chinese phonetic signs.
func isBopomofo(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "˙ "))
	return r >= 0x3105 && r <= 0x312f
}

// readsWord tells that the syllables of note read the last characters of
// before, one after another. A single one must have its tone as a digit, or in
// square brackets any tone: others are looked at where they stand.
func readsWord(before, note string, square bool) bool {
	var syllables []string
	for rest := strings.TrimSpace(note); rest != ""; {
		c, n := utf8.DecodeLastRuneInString(before)
		if n == 0 || !model.IsHan(c) {
			return false
		}
		before = before[:len(before)-n]
		k := endOfReading(rest, c)
		if k < 0 {
			return false
		}
		syllables = append(syllables, rest[k:])
		rest = strings.TrimRight(rest[:k], " '’·-")
	}
	switch len(syllables) {
	case 0:
		return false
	case 1:
		last := syllables[0][len(syllables[0])-1]
		return last >= '1' && last <= '5' || square && !isASCII(syllables[0])
	}
	return true
}

// endOfReading returns where the syllable begins that ends s and reads hanzi,
// -1 if none does. Longer ones are tried first.
func endOfReading(s string, hanzi rune) int {
	bare := s
	if n := len(s); n > 1 && s[n-1] >= '1' && s[n-1] <= '5' && isASCII(s) {
		bare = s[:n-1]
	}
	best, letters := -1, 0
	for i := len(bare); i > 0 && letters < longestSyllable; {
		r, n := utf8.DecodeLastRuneInString(bare[:i])
		if pinyinLetter(r) == 0 && !unicode.Is(unicode.Mn, r) {
			break
		}
		i -= n
		letters++
		if reads(hanzi, bare[i:]) {
			best = i
		}
	}
	return best
}

// mayOpenNote tells the first byte of a parenthesis, of what stands for one
// or of a letter.
func mayOpenNote(c byte) bool {
	return c == '(' || c == '?' || c == "（"[0] || c >= 'a' && c <= 'z' || c >= 0xc3 && c <= 0xcf || c == "ḿ"[0]
}

// openParenthesis returns the length of the parenthesis that s begins with, or of
// what a bad conversion leaves in its place.
func openParenthesis(s string) int {
	for _, p := range []string{"(", "（", "?", "？", "\ufffd"} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

func closeParenthesis(s string) int {
	for _, p := range []string{")", "）"} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}

// longestSyllable is the length in letters of zhuang and its like.
const longestSyllable = 6

// syllableLength returns the length in bytes of the run of pinyin letters
// that s begins with, or 0 if it is too long for a syllable.
func syllableLength(s string) int {
	letters := 0
	for i, r := range s {
		if pinyinLetter(r) == 0 {
			if !unicode.Is(unicode.Mn, r) || letters == 0 {
				if unicode.In(r, unicode.Latin) || r >= '0' && r <= '9' {
					return 0
				}
				return i
			}
			continue // the tone of the letter before, as a character of its own
		}
		if letters++; letters > longestSyllable {
			return 0
		}
	}
	return len(s)
}

// toneless returns a syllable without its tone mark, with v for ü, in the
// spelling of readings.
func toneless(syllable string) string {
	if isASCII(syllable) {
		return syllable
	}
	return string(appendToneless(nil, syllable))
}

func appendToneless(b []byte, syllable string) []byte {
	for _, r := range syllable {
		if r == '\u0308' && len(b) > 0 { // the dots of ü as a character of their own
			b[len(b)-1] = 'v'
		} else if c := pinyinLetter(r); c != 0 {
			b = append(b, c)
		}
	}
	return b
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// tonedLetters are the letters of pinyin that are not plain ones, with what
// pages use for want of the right ones: the script a and g, the breves.
var tonedLetters = func() (t [0x300]byte) {
	for plain, forms := range map[byte]string{
		'a': "āáǎàăɑ", 'e': "ēéěèĕê", 'i': "īíǐìĭ", 'o': "ōóǒòŏ", 'u': "ūúǔùŭ", 'v': "üǖǘǚǜ", 'n': "ńňǹ", 'g': "ɡ",
	} {
		for _, r := range forms {
			t[r] = plain
		}
	}
	return t
}()

// pinyinLetter returns the plain letter of r, or 0 if pinyin has no such
// letter.
func pinyinLetter(r rune) byte {
	switch {
	case r >= 'a' && r <= 'z':
		return byte(r)
	case r >= 0 && int(r) < len(tonedLetters):
		return tonedLetters[r]
	case r == 'ế' || r == 'ề':
		return 'e'
	case r == 'ḿ':
		return 'm'
	}
	return 0
}
