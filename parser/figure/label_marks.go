package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// listMark is the length of the number or bracket that opens an item: 一、, (二),
// 【概况】.
func listMark(s string) int {
	c, n := utf8.DecodeRuneInString(s)
	for _, pair := range []string{"（）", "()", "【】", "[]", "〔〕"} {
		open, size := utf8.DecodeRuneInString(pair)
		if c != open {
			continue
		}
		if i := text.Index(s, pair[size:]); i > 0 {
			return i + len(pair[size:])
		}
		return n
	}
	if strings.ContainsRune("一二三四五六七八九十", c) {
		if rest := strings.TrimLeft(s, "一二三四五六七八九十"); strings.HasPrefix(rest, "、") {
			return len(s) - len(rest) + len("、")
		}
	}
	return 0
}

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
			end = i + len(text.HasPrefix(s[i:], partsOfMonth))
			i = end
		case '至', '到', '～', '—', '.':
			i += n
		default:
			return end
		}
	}
}

// partsOfMonth may stand behind a month or a year: 到11月底办复.
var partsOfMonth = []string{"底", "初", "末", "上旬", "中旬", "下旬"}

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
const placeEnds = "省市县区旗乡镇村"

// firstItem cuts s behind the first item of a list. What stands in brackets
// is no list of its own: 县(市、区).
func firstItem(s string) string {
	depth := 0
	for i, c := range s {
		switch {
		case strings.ContainsRune("（(", c):
			depth++
		case strings.ContainsRune("）)", c):
			depth--
		case c == '、' && depth <= 0:
			last, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+len("、"):])
			if !strings.ContainsRune(placeEnds, last) || !strings.ContainsRune(placeEnds, next) {
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
	s = strings.TrimFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("，。；：、！？,;:!?", c)
	})
	if open := strings.TrimLeft(s, "（("); !strings.ContainsAny(open, "）)") {
		s = open
	}
	if shut := strings.TrimRight(s, "）)"); !strings.ContainsAny(shut, "（(") {
		s = shut
	}
	return s
}
