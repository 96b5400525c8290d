package parser

import (
	"strings"
	"unicode/utf8"
)

// yearMention is a year as a text states it.
type yearMention struct {
	year       int
	start, end int    // byte offsets of 2023年
	after      string // what follows it in the line
}

// readYear returns the year reported on. Sources come in the order of what
// they are worth: a year that the head or a heading says is looked back on,
// the day the report was read, a year the opening speaks of, a year it looks
// ahead to, the day of publication, the year the text speaks of most.
func readYear(path, kind string, head, body []string) int {
	lead := within(body, metaLead)
	for _, k := range headWords().Kinds {
		if k.Name == kind && k.SameYear {
			return titleYear("", head)
		}
	}
	for _, try := range []func() int{
		func() int { return recapYear(head) },
		func() int { return recapYear(headings(within(body, 2*metaLead))) },
		func() int { return heardYear(head) },
		func() int { return titleYear(kind, head) },
		func() int { return openingYear(lead) },
		func() int { return outlookYear(head, lead) },
		func() int { return publishedYear(head) },
		func() int { return usualYear(within(body, 2*metaLead)) }, // the review comes before the plans
		func() int { return usualYear(within(body, metaFar)) },
		func() int { return titleYear(kind, []string{path}) },
	} {
		if y := try(); y > 0 {
			return y
		}
	}
	return 0
}

// headings returns the lines that are short enough to be headings.
func headings(lines []string) []string {
	var short []string
	for _, l := range lines {
		if utf8.RuneCountInString(clip(l, 200)) <= 40 && !strings.ContainsAny(l, "。；") {
			short = append(short, l)
		}
	}
	return short
}

// recapYear finds 2023年度…工作综述: a year and soon after it a word for
// looking back, with no word for looking ahead between them. 工作报告 does
// not count: its year is often the one it was read in.
func recapYear(lines []string) int {
	w := headWords()
	for _, l := range lines {
		for _, y := range years(closeUp(l)) {
			rest := clip(y.after, 60)
			if i := strings.IndexAny(rest, "，,。；;！!0123456789"); i >= 0 {
				rest = rest[:i]
			}
			back, ahead := firstOf(rest, w.Recap), firstOf(rest, w.Outlook)
			if back < 0 || ahead >= 0 && ahead < back || strings.HasPrefix(rest[back:], "工作报告") {
				continue
			}
			return y.year
		}
	}
	return 0
}

// firstOf returns the offset of the first of words in s, -1 if none is there.
func firstOf(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// heardYear takes the day of the meeting from the head: reports are read from
// the autumn of the year they are about (when terms change) to the next spring.
func heardYear(head []string) int {
	for _, l := range head {
		if !strings.Contains(l, "会") && !strings.HasPrefix(l, "（") && !strings.HasPrefix(l, "(") {
			continue
		}
		if y := dayYear(closeUp(l)); y > 0 {
			return y
		}
	}
	return 0
}

// dayYear returns the year that a report of the first date in s is about.
func dayYear(s string) int {
	for _, y := range years(s) {
		if month, rest := ordinalAfter(y.after); month >= 1 && month <= 12 && strings.HasPrefix(rest, "月") {
			return reportedBy(y.year, month)
		}
	}
	return 0
}

func reportedBy(year, month int) int {
	if month >= 7 {
		return year
	}
	return year - 1
}

// titleYear is the year a title carries. That of a government's report is
// the year it was read in.
func titleYear(kind string, lines []string) int {
	for _, l := range lines {
		for _, y := range years(closeUp(l)) {
			if month, rest := ordinalAfter(y.after); month > 0 && strings.HasPrefix(rest, "月") && kind != "" {
				continue
			}
			if kind == "政府工作报告" || strings.Contains(y.after, "政府工作报告") {
				return y.year - 1
			}
			return y.year
		}
	}
	return 0
}

// openingYear finds 2023年，… or 2023年是… at the start of a sentence.
func openingYear(lead []string) int {
	for _, l := range lead {
		for _, y := range years(clip(l, metaLead)) {
			if !hasAnyPrefix(strings.TrimPrefix(y.after, "度"), "，", ",", "是", "来，", "里，") {
				continue
			}
			before := l[:y.start]
			if before == "" || hasAnySuffix(before, "。", "！", "：", " ", "　", "过去的", "回顾", "走过", "回首", "翻开", "的一年。") {
				if firstOf(clip(y.after, 60), []string{"将", "要", "做好", "建议"}) < 0 {
					return y.year
				}
			}
		}
	}
	return 0
}

// outlookYear finds a year that the lead looks ahead to (2024年将如何…):
// the report is about the year before.
func outlookYear(head, lead []string) int {
	w := headWords()
	for _, lines := range [][]string{head, lead} {
		for _, l := range lines {
			for _, y := range years(clip(l, metaLead)) {
				rest := strings.TrimPrefix(y.after, "度")
				if hasAnyPrefix(rest, w.Outlook...) {
					return y.year - 1
				}
			}
		}
	}
	return 0
}

// publishedYear reads the page's line with the date, 2024-01-05 or 2024年1月5日.
func publishedYear(head []string) int {
	for _, l := range head {
		l = closeUp(l)
		if y := dayYear(l); y > 0 {
			return y
		}
		for i := 0; i+7 <= len(l); i++ {
			year, rest := digits(l[i:])
			if year < 1949 || year > 2100 || rest == "" || !strings.ContainsAny(rest[:1], "-/.") {
				continue
			}
			if month, _ := digits(rest[1:]); month >= 1 && month <= 12 {
				return reportedBy(year, month)
			}
		}
	}
	return 0
}

// usualYear is the latest of the years that the text names at least half as
// often as the one it names most.
func usualYear(lines []string) int {
	count := map[int]int{}
	most := 0
	for _, l := range lines {
		for _, y := range years(clip(l, metaFar)) {
			if firstOf(clip(y.after, 12), headWords().Outlook) >= 0 || hasAnyPrefix(y.after, "以前", "前", "以后", "底以前") ||
				hasAnySuffix(l[:y.start], "到", "至", "在") && hasAnyPrefix(y.after, "，", ",", "、", "将", "时") {
				continue // a goal
			}
			count[y.year]++
			most = max(most, count[y.year])
		}
	}
	best := 0
	for y, n := range count {
		if 2*n >= most && n >= 2 {
			best = max(best, y)
		}
	}
	return best
}

// years finds 2023年, ２０２３年 and 二〇二三年. The end of a span
// (2023-2025年) and a year of an anniversary are no years reported on.
func years(line string) []yearMention {
	var list []yearMention
	for at := 0; ; {
		i := strings.Index(line[at:], "年")
		if i < 0 {
			return list
		}
		i += at
		at = i + len("年")
		year, start := 0, i
		for n := 0; n < 4; n++ {
			r, size := utf8.DecodeLastRuneInString(line[:start])
			d := yearDigit(r)
			if d < 0 {
				year = 0
				break
			}
			for p := n; p > 0; p-- {
				d *= 10
			}
			year += d
			start -= size
		}
		if year < 1949 || year > 2100 {
			continue
		}
		if hasAnySuffix(line[:start], "-", "—", "－", "–", "至", "到", "~", "～") && spanBefore(line[:start]) {
			continue
		}
		list = append(list, yearMention{year, start, at, line[at:]})
	}
}

// spanBefore tells whether s ends in a year and a dash, as in 2021—.
func spanBefore(s string) bool {
	s = strings.TrimRight(s, "-—－–至到~～")
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, "年"))
	return yearDigit(r) >= 0
}

func yearDigit(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	case r == '〇' || r == '零' || r == '○' || r == 'Ｏ':
		return 0
	}
	return hanDigit(r)
}

// hanDigit returns the value of 一 to 九, -1 for anything else.
func hanDigit(r rune) int {
	for d, c := range []rune("一二三四五六七八九") {
		if c == r {
			return d + 1
		}
	}
	return -1
}

// digits reads ASCII digits, at most four, off the start of s.
func digits(s string) (n int, rest string) {
	i := 0
	for i < len(s) && i < 4 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:]
}

// ordinalAfter reads a small number off the start of s: 3, １２, 十六, 二十一.
// It returns 0 if there is none.
func ordinalAfter(s string) (n int, rest string) {
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

// ordinalBefore reads a small number off the end of s and returns where it starts.
func ordinalBefore(s string) (n, start int) {
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

func isOrdinalRune(r rune) bool { return r == '十' || yearDigit(r) >= 0 }

// smallNumber returns the value of 1 to 99 in digits or Chinese, else 0.
func smallNumber(s string) int {
	if s == "" || len(s) > 9 {
		return 0
	}
	n, tens := 0, -1
	for _, r := range s {
		if r == '十' {
			if tens >= 0 || n > 9 {
				return 0
			}
			tens, n = max(n, 1), 0
			continue
		}
		n = n*10 + yearDigit(r)
	}
	if tens >= 0 {
		if n > 9 {
			return 0
		}
		n += 10 * tens
	}
	if n > 99 {
		return 0
	}
	return n
}
