package shape

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// NumberStyle is how a heading is numbered; each style is a level of its own
// in the order in which a report uses them.
type NumberStyle int

const (
	NoNumber      NumberStyle = iota
	partNumber                // 第一部分
	sectionNumber             // 第一节
	WordNumber                // 一、
	WordBracket               // （一）
	digitBare                 // 1 坚定政治方向
	digitDot                  // 1. 1、
	digitBracket
)

// Numbering is the printed number of a heading and what follows it.
type Numbering struct {
	Style NumberStyle
	Rest  string
}

// NumberingOf reads the number a line starts with.
func NumberingOf(s string) Numbering {
	c, n := utf8.DecodeRuneInString(s)
	switch {
	case c == '第':
		return wordNumber(s, n, partNumber)
	case c == '（' || c == '(':
		return bracketNumber(s, n)
	case c >= '0' && c <= '9':
		return digitNumber(s)
	case isNumeral(c):
		return wordNumber(s, 0, WordNumber)
	}
	return Numbering{Rest: s}
}

func isNumeral(c rune) bool { return strings.ContainsRune("一二三四五六七八九十", c) }

// numeralsAt returns where the Chinese digits from byte i on end, i if there
// are none or more than three.
func numeralsAt(s string, i int) int {
	at := i
	for range 4 {
		c, n := utf8.DecodeRuneInString(s[at:])
		if !isNumeral(c) {
			return at
		}
		at += n
	}
	return i
}

// digitsAt is the same for digits, of which two make a number.
func digitsAt(s string, i int) int {
	at := i
	for at < len(s) && s[at] >= '0' && s[at] <= '9' {
		at++
	}
	if at > i+2 {
		return i
	}
	return at
}

// skip returns where the blanks and the given marks from byte i on end.
func skip(s string, i int, marks string) int {
	for i < len(s) {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !isBlank(c) && !strings.ContainsRune(marks, c) {
			break
		}
		i += n
	}
	return i
}

func isBlank(c rune) bool {
	return c == ' ' || c == '　' || c == '\t' || c == '\n' || c == '\f' || c == '\r'
}

// wordNumber reads 第一部分, 第一节 and 一、 with the numeral at byte i.
func wordNumber(s string, i int, style NumberStyle) Numbering {
	end := numeralsAt(s, i)
	c, n := utf8.DecodeRuneInString(s[end:])
	switch {
	case end == i:
	case style == WordNumber && (c == '、' || c == '．' || c == '.'):
		return Numbering{WordNumber, s[skip(s, end+n, ""):]}
	case style == WordNumber:
	case c == '章' || c == '篇':
		return Numbering{partNumber, s[skip(s, end+n, "、：:"):]}
	case strings.HasPrefix(s[end:], "部分"):
		return Numbering{partNumber, s[skip(s, end+len("部分"), "、：:"):]}
	case c == '节':
		return Numbering{sectionNumber, s[skip(s, end+n, "、：:"):]}
	}
	return Numbering{Rest: s}
}

// bracketNumber reads （一） and (1), behind the bracket that ends at byte i.
func bracketNumber(s string, i int) Numbering {
	style, end := WordBracket, numeralsAt(s, i)
	if end == i {
		style, end = digitBracket, digitsAt(s, i)
	}
	c, n := utf8.DecodeRuneInString(s[end:])
	if end == i || c != '）' && c != ')' {
		return Numbering{Rest: s}
	}
	return Numbering{style, s[skip(s, end+n, "、"):]}
}

// digitNumber reads 1、 1. and a number with nothing but a blank behind it.
func digitNumber(s string) Numbering {
	end := digitsAt(s, 0)
	if end == 0 {
		return Numbering{Rest: s}
	}
	c, n := utf8.DecodeRuneInString(s[end:])
	next, size := utf8.DecodeRuneInString(s[end+n:])
	switch {
	case c == '、' || c == '．':
		return Numbering{digitDot, s[skip(s, end+n, ""):]}
	case c == '.' && size > 0 && (next < '0' || next > '9'): // 1.5 is an amount
		at := skip(s, end+n+size, "")
		if opensWords(next) && at == end+n+size {
			at = end + n
		}
		return Numbering{digitDot, s[at:]}
	case isBlank(c):
		at := skip(s, end, "")
		next, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case size > 0 && (next < '0' || next > '9') && opensWords(next):
			return Numbering{digitBare, s[at:]}
		case size > 0 && (next < '0' || next > '9'):
			return Numbering{digitBare, s[at+size:]}
		case at > end+n: // two blanks
			return Numbering{digitBare, s[at:]}
		}
	}
	return Numbering{Rest: s}
}

// opensWords tells what a title can begin with from a mark of its number.
func opensWords(c rune) bool { return model.IsHan(c) || c == '“' || c == '《' }
