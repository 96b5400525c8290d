package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/text"
)

// listMark is the length of the number or bracket that opens an item: 一、, (二),
// 【概况】.
func listMark(s string) int {
	c, n := utf8.DecodeRuneInString(s)
	if shut := shutting(c); shut != "" {
		if i := text.Index(s, shut); i > 0 {
			return i + len(shut)
		}
		return n
	}
	if rest := ordinals.TrimLeft(s); len(rest) < len(s) && strings.HasPrefix(rest, "、") {
		return len(s) - len(rest) + len("、")
	}
	return 0
}

// shutting is what closes a bracket that opens an item; empty where c opens none.
func shutting(c rune) string {
	switch c {
	case '（':
		return "）"
	case '(':
		return ")"
	case '【':
		return "】"
	case '[':
		return "]"
	case '〔':
		return "〕"
	}
	return ""
}

var ordinals = text.SetOf("一二三四五六七八九十")

// dateAt is the length of the date or span of years that starts s: 2024年3月,
// 2013-2015年.
func dateAt(s string) int {
	end, i := 0, 0
	for {
		digits := i
		for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == ' ' && i > digits || digits > 0 && s[i] == '-' || i > digits && s[i] == '-') {
			i++
		}
		if i == digits || i == len(s) {
			return end
		}
		c, n := utf8.DecodeRuneInString(s[i:])
		switch c {
		case '年', '月', '日', '时':
			i += n
			end = i + len(partsOfMonth.Prefix(s[i:]))
			i = end
		case '至', '到', '～', '—', '.':
			i += n
		default:
			return end
		}
	}
}

// partsOfMonth may stand behind a month or a year: 到11月底办复.
var partsOfMonth = text.ListOf("底", "初", "末", "上旬", "中旬", "下旬")

// dateBefore returns where the date that ends s begins; len(s) if none does.
func dateBefore(s string) int {
	for i := len(s); i > 0; {
		c, n := utf8.DecodeLastRuneInString(s[:i])
		if c != '年' && c != '月' && c != '日' && c != '时' && (c < '0' || c > '9') && c != '-' && c != '至' && c != '到' {
			if d := dateAt(s[i:]); d > 0 && d == len(s)-i {
				return i
			}
			return len(s)
		}
		i -= n
	}
	if d := dateAt(s); d > 0 && d == len(s) {
		return 0
	}
	return len(s)
}

// placeEnds end the names of places and stand for them: 省、市政协委员 is one
// noun, not the first item of a list.
var placeEnds = text.SetOf("省市县区旗乡镇村")

// firstItem cuts s behind the first item of a list. What stands in brackets
// is no list of its own: 县(市、区).
func firstItem(s string) string {
	depth := 0
	for i, c := range s {
		switch {
		case c == '（', c == '(':
			depth++
		case c == '）', c == ')':
			depth--
		case c == '、' && depth <= 0:
			last, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+len("、"):])
			if !placeEnds.Has(last) || !placeEnds.Has(next) {
				return s[:i]
			}
		case c == ' ' || c == '　':
			return s[:i]
		}
	}
	return s
}

// trimMarks takes marks and brackets that close or open elsewhere off the ends.
func trimMarks(s string) string {
	s = outer.Trim(s)
	if open := openBrackets.TrimLeft(s); !shutBrackets.In(open) {
		s = open
	}
	if shut := shutBrackets.TrimRight(s); !openBrackets.In(shut) {
		s = shut
	}
	return s
}

var (
	outer                      = text.SetOf(text.ClauseMarks + "、" + text.Spaces)
	openBrackets, shutBrackets = text.SetOf("（("), text.SetOf("）)")
)
