package cell

import (
	"strings"
	"unicode/utf8"
)

// Texts typed with half-width marks between ideographs are cramped to read.
// Widened draws such marks at full width and leaves the text what it is: a
// stand-in of the same one byte takes the place of each, so that offsets into
// the text hold. Stand-ins are control characters, which no cleaned text has.

// standIns are the bytes, from the first on, and the marks they are drawn as.
const firstStandIn = 0x10

var standIns = [...]struct{ narrow, wide rune }{
	{',', '，'}, {';', '；'}, {':', '：'}, {'?', '？'}, {'!', '！'}, {'.', '。'}, {'(', '（'}, {')', '）'},
}

// standIn is the mark that a byte stands for; false if it stands for itself.
func standIn(r rune) (wide rune, ok bool) {
	if r < firstStandIn || r >= firstStandIn+rune(len(standIns)) {
		return 0, false
	}
	return standIns[r-firstStandIn].wide, true
}

// Widened is the text with stand-ins for half-width marks beside ideographs:
// to be wrapped and painted, and for nothing else.
func Widened(text string) string {
	var out []byte
	before, open := rune(0), false // open: a bracket that was drawn wide
	for i, r := range text {
		for k, s := range standIns {
			wide := r == s.narrow && (r == ')' && open || r != ')' && standsWide(r, before, text[i+1:]))
			if r == s.narrow && (r == '(' || r == ')') {
				open = wide && r == '('
			}
			if wide {
				if out == nil {
					out = []byte(text)
				}
				out[i] = byte(firstStandIn + k)
				r = s.wide
			}
		}
		before = r
	}
	if out == nil {
		return text
	}
	return string(out)
}

// standsWide tells whether a mark is one of Chinese text: behind an ideograph
// or what closes one's phrase, and before none of another script.
func standsWide(mark, before rune, rest string) bool {
	after, size := utf8.DecodeRuneInString(rest)
	if size == 0 {
		after = '。' // the end of a text is like the end of a sentence
	}
	next := classOf(after) != other
	for _, s := range standIns {
		next = next || after == s.narrow
	}
	if mark == '(' {
		return classOf(before) != other && (next || digit(after))
	}
	return (classOf(before) == han || classOf(before) == closer || before == '%') && (next || digit(after))
}

// spelt is what is drawn of a text: its stand-ins as the marks they stand
// for, nothing of control characters.
func spelt(s string) string {
	return Plain(strings.Map(func(r rune) rune {
		if wide, ok := standIn(r); ok {
			return wide
		}
		return r
	}, s))
}
