package shape

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
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

var numberPatterns = []struct {
	style   NumberStyle
	pattern *regexp.Regexp
}{
	{partNumber, regexp.MustCompile(`^第[一二三四五六七八九十]{1,3}(部分|章|篇)[、：:\s　]*`)},
	{sectionNumber, regexp.MustCompile(`^第[一二三四五六七八九十]{1,3}节[、：:\s　]*`)},
	{WordNumber, regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、．.][\s　]*`)},
	{WordBracket, regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[)）][、\s　]*`)},
	{digitBracket, regexp.MustCompile(`^[（(]\d{1,2}[)）][、\s　]*`)},
	{digitDot, regexp.MustCompile(`^\d{1,2}([、．]|\.[^\d])[\s　]*`)},
	{digitBare, regexp.MustCompile(`^\d{1,2}[\s　]+\D`)},
}

// NumberingOf reads the number a line starts with.
func NumberingOf(s string) Numbering {
	if c, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune("第（(一二三四五六七八九十0123456789", c) || s == "" {
		return Numbering{Rest: s}
	}
	for _, p := range numberPatterns {
		if m := p.pattern.FindString(s); m != "" {
			if p.style == digitBare || p.style == digitDot && !strings.HasSuffix(m, " ") {
				m = strings.TrimRightFunc(m, func(c rune) bool { return unicode.Is(unicode.Han, c) || c == '“' || c == '《' })
			}
			return Numbering{p.style, s[len(m):]}
		}
	}
	return Numbering{Rest: s}
}
