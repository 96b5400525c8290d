package number

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/text"
)

// yearMention is a year as a text states it.
type yearMention struct {
	Year       int
	Start, end int    // byte offsets of 2023年
	After      string // what follows it in the line
}

// SpanEnd is the last year of the first span of years in a line, 2021 of 2017—2021年
// and of 2017年至2021年, with what follows it; 0 if there is none.
func SpanEnd(line string) (year int, after string) {
	for at := 0; ; {
		i := text.Index(line[at:], "年")
		if i < 0 {
			return 0, ""
		}
		i += at
		at = i + len("年")
		year, start := yearBefore(line[:i])
		rest := strings.TrimSuffix(strings.TrimRight(line[:start], "-—－–至到~～"), "年")
		if first, _ := yearBefore(rest); year > 0 && rest != line[:start] && first >= 1949 && first < year {
			return year, line[at:]
		}
	}
}

// yearBefore reads the four digits of a year off the end of s and returns where they start.
func yearBefore(s string) (year, start int) {
	start = len(s)
	for place := 1; place <= 1000; place *= 10 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		d := YearDigit(r)
		if d < 0 {
			return 0, start
		}
		year += d * place
		start -= size
	}
	return year, start
}

// Years finds 2023年, ２０２３年 and 二〇二三年. The end of a span
// (2023-2025年) and a year of an anniversary are no years reported on.
func Years(line string) []yearMention {
	var list []yearMention
	for at := 0; ; {
		i := text.Index(line[at:], "年")
		if i < 0 {
			return list
		}
		i += at
		at = i + len("年")
		year, start := yearBefore(line[:i])
		if year < 1949 || year > 2100 {
			continue
		}
		if text.HasAnySuffix(line[:start], "-", "—", "－", "–", "至", "到", "~", "～") && spanBefore(line[:start]) {
			continue
		}
		list = append(list, yearMention{year, start, at, line[at:]})
	}
}

// spanBefore tells whether s ends in a year and a dash, as in 2021—.
func spanBefore(s string) bool {
	s = strings.TrimRight(s, "-—－–至到~～")
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, "年"))
	return YearDigit(r) >= 0
}

// YearDigit is the value of a digit of a year, -1 for anything else: circles
// and wide letters stand for 0 as well.
func YearDigit(r rune) int {
	if r == '○' || r == 'Ｏ' {
		return 0
	}
	return int(DigitValue(r))
}

// OrdinalAfter reads a small number off the start of s: 3, １２, 十六, 二十一.
// It returns 0 if there is none.
func OrdinalAfter(s string) (n int, rest string) {
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isOrdinalRune(r) {
			break
		}
		end += size
	}
	return smallNumber(s[:end]), s[end:]
}

// OrdinalBefore reads a small number off the end of s and returns where it starts.
func OrdinalBefore(s string) (n, start int) {
	start = len(s)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !isOrdinalRune(r) {
			break
		}
		start -= size
	}
	return smallNumber(s[start:]), start
}

func isOrdinalRune(r rune) bool { return r == '十' || YearDigit(r) >= 0 }

// smallNumber returns the value of 1 to 99 in digits or Chinese, else 0.
func smallNumber(s string) int {
	if strings.ContainsAny(s, "○Ｏ") {
		s = zeros.Replace(s)
	}
	n, ok := ReadNumeral(s, 0)
	if !ok || n.End != len(s) || n.Pair || n.Value.GreaterThanOrEqual(Hundred) {
		return 0
	}
	return int(n.Value.IntPart())
}

// zeros are what stands for 0 in years and ordinals besides its own characters.
var zeros = strings.NewReplacer("○", "〇", "Ｏ", "〇")
