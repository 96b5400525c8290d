package meta

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"duidu/parser/number"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// readYear returns the year reported on. Sources come in the order of what
// they are worth: a year that the head or a heading says is looked back on,
// the day the report was read, a year the opening speaks of, a year it looks
// ahead to, the day of publication, the year the text speaks of most.
func readYear(path, kind string, head, body, page []string) int {
	lead := within(body, metaLead)
	latest := latestYear(head, page)
	if ofSession(kind, head) {
		if y := cmp.Or(titleYear("", head), newsYear(append(slices.Clone(head), page...)), titleYear("", lead)); y > 0 && y <= latest {
			return y
		}
	}
	for _, try := range []func() int{
		func() int { return almanacYear(head, page) },
		func() int { return recapYear(head) },
		func() int { return recapYear(headings(within(body, 2*metaLead))) },
		func() int { return heardYear(head) },
		func() int { return titleYear(kind, head) },
		func() int { return earlyYear(append(slices.Clone(head), page...), lead) },
		func() int { return openingYear(lead) },
		func() int { return outlookYear(head, lead) },
		func() int { return publishedYear(append(slices.Clone(head), page...), lead) },
		func() int { return usualYear(within(body, 2*metaLead)) }, // the review comes before the plans
		func() int { return usualYear(within(body, metaFar)) },
		func() int { return lastNamed(within(body, metaFar), latest) },
		func() int { return titleYear(kind, []string{path}) },
	} {
		if y := try(); y > 0 && y <= latest {
			return y
		}
	}
	return 0
}

// ofSession tells a text about the session at which it is read: the proposals
// that it has brought so far, not those of the year before it.
func ofSession(kind string, head []string) bool {
	for _, k := range shape.HeadWords().Kinds {
		if k.Name == kind && k.SameYear {
			return true
		}
	}
	for k, l := range head {
		if i := text.Index(l, "次会议"); i >= 0 && shape.LineKindOf(l) == shape.PlainLine && !isSince(l[i:]) {
			said := l[i:]
			if k+1 < len(head) && shape.LineKindOf(head[k+1]) == shape.PlainLine {
				said += head[k+1]
			}
			return sessionWords.In(said)
		}
	}
	return false
}

// What a year's plans say, and what tells of its work.
var (
	toDo        = text.ListOf("将", "要", "做好", "建议")
	tellsOfWork = text.ListOf("工作报告", "过去一年", "过去的一年", "年度工作")
)

// sessionWords are what a session brings and its headlines tell.
var sessionWords = text.ListOf("提案", "意见建议")

// newsYear is the year that a page says a text was put up in.
func newsYear(lines []string) int {
	for _, l := range lines {
		if year, _ := dayOf(l); year > 0 {
			return year
		}
	}
	return 0
}

// headings returns the lines that are short enough to be headings.
func headings(lines []string) []string {
	var short []string
	for _, l := range lines {
		if text.Runes(text.Clip(l, 200)) <= 40 && !strings.ContainsAny(l, "。；") {
			short = append(short, l)
		}
	}
	return short
}

// recapYear finds 2023年度…工作综述: a year and soon after it a word for
// looking back, with no word for looking ahead between them. 工作报告 does
// not count: its year is often the one it was read in.
func recapYear(lines []string) int {
	w := shape.HeadWords()
	for _, l := range lines {
		for _, y := range number.Years(text.CloseUp(l)) {
			rest := text.Clip(y.After, 60)
			if i := strings.IndexAny(rest, "，,。；;！!0123456789"); i >= 0 {
				rest = rest[:i]
			}
			back, ahead := w.Recap.Index(rest), w.Outlook.Index(rest)
			if back < 0 || ahead >= 0 && ahead < back+len(w.Recap.Prefix(rest[max(back, 0):])) || strings.HasPrefix(rest[back:], "工作报告") {
				continue
			}
			return y.Year
		}
	}
	return 0
}

// heardYear takes the day of the meeting from the head: reports are read from
// the autumn of the year they are about (when terms change) to the next spring.
func heardYear(head []string) int {
	for _, l := range head {
		if !text.Has(l, "会") && !strings.HasPrefix(l, "（") && !strings.HasPrefix(l, "(") {
			continue
		}
		if y := dayYear(text.CloseUp(l)); y > 0 {
			return y
		}
	}
	return 0
}

// dayYear returns the year that a report of the first date in s is about.
func dayYear(s string) int {
	for _, y := range number.Years(s) {
		if month, rest := number.OrdinalAfter(y.After); month >= 1 && month <= 12 && strings.HasPrefix(rest, "月") {
			return reportedBy(y.Year, month)
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

// titleYear is the year a title carries, the last of several that it looks back on. That
// of a government's report is the year it was read in.
func titleYear(kind string, lines []string) int {
	for _, l := range lines {
		if y, after := number.SpanEnd(text.CloseUp(l)); y > 0 && kind != "" && !shape.HeadWords().Outlook.In(after) {
			return y
		}
		for _, y := range number.Years(text.CloseUp(l)) {
			if month, rest := number.OrdinalAfter(y.After); month > 0 && strings.HasPrefix(rest, "月") && kind != "" {
				continue
			}
			if kind == "政府工作报告" || text.Has(y.After, "政府工作报告") {
				return y.Year - 1
			}
			return y.Year
		}
	}
	return 0
}

// outlookYear finds a year that the lead looks ahead to (2024年将如何…):
// the report is about the year before.
func outlookYear(head, lead []string) int {
	w := shape.HeadWords()
	for _, lines := range [][]string{head, lead} {
		for _, l := range lines {
			for _, y := range number.Years(text.Clip(l, metaLead)) {
				rest := strings.TrimPrefix(y.After, "度")
				if w.Outlook.Starts(rest) || y.Start == 0 && len(headings([]string{l})) > 0 && w.Outlook.In(rest) || ownCommittee.Starts(strings.TrimLeft(rest, "，, ")) && willDo(rest) {
					return y.Year - 1
				}
			}
		}
	}
	return 0
}

// willDo tells a clause in which a committee is about to do something: 2015年市政协要围绕….
func willDo(clause string) bool {
	_, rest, _ := text.Cut(text.Clip(clause, 30), "政协")
	return text.HasAnyPrefix(rest, "要", "将")
}

var ownCommittee = text.ListOf("政协", "市政协", "县政协", "区政协", "州政协", "旗政协", "省政协", "盟政协")

// publishedYear reads the page's line with the date, 2024-01-05 or 2024年1月5日.
// What is put up in the first half of a year is of the year before where the
// text looks back, else it tells news.
func publishedYear(lines, lead []string) int {
	for _, l := range lines {
		year, month := dayOf(l)
		if year == 0 {
			continue
		}
		if near := within(lead, metaLead/3); month <= lastOfHearing && looksBack(near) || month < 7 && (reviews(near) || namesYear(near, year-1)) {
			return year - 1
		}
		return year
	}
	return 0
}

// dayOf finds 2024年1月5日, 2024-01-05, 20.1.2024 in a line; zeros if there is none.
func dayOf(l string) (year, month int) {
	if strings.Contains(l, "://") {
		l = address().ReplaceAllString(l, "")
	}
	flat := text.CloseUp(l)
	for _, y := range number.Years(flat) {
		if m, rest := number.OrdinalAfter(y.After); m >= 1 && m <= 12 && strings.HasPrefix(rest, "月") {
			return y.Year, m
		}
	}
	if !strings.ContainsAny(flat, "-/.") {
		return 0, 0
	}
	if m := pageDay().FindStringSubmatch(flat); m != nil {
		year, _ = strconv.Atoi(m[1])
		month, _ = strconv.Atoi(m[2])
	} else if m := pageDayBack().FindStringSubmatch(flat); m != nil {
		year, _ = strconv.Atoi(m[2])
		month, _ = strconv.Atoi(m[1])
	}
	if month < 1 || month > 12 {
		return 0, 0
	}
	return year, month
}

var (
	address     = text.Lazily(`https?://\S+`)
	pageDay     = text.Lazily(`((?:20|19)\d\d)[-/.](\d{1,2})[-/.]\d{1,2}`)
	pageDayBack = text.Lazily(`\d{1,2}[-/.](\d{1,2})[-/.]((?:20|19)\d\d)`)
	almanac     = text.Lazily(`年鉴[（(]?((?:20|19)\d\d)|((?:20|19)\d\d)年?\p{Han}{2,6}年鉴`)
)

// lastOfHearing is the month until which a year's sessions look back on the
// year before; later on they speak of what has been done since.
const lastOfHearing = 3

// reviews tells a text that says it is the report on a year.
func reviews(lead []string) bool {
	for _, l := range lead {
		if tellsOfWork.In(l) {
			return true
		}
	}
	return false
}

// looksBack tells that a text reports on the time before the year it was
// put up in.
func looksBack(lead []string) bool {
	for _, l := range lead {
		if shape.HeadWords().LooksBack.In(l) || tellsLastYear(l) {
			return true
		}
	}
	return false
}

// earlyYear is the year before that of a page put up in its first months, where the text
// names that one first: what it names later is still to come.
func earlyYear(lines, lead []string) int {
	for _, l := range lines {
		if year, month := dayOf(l); year > 0 {
			if month <= lastOfHearing && firstYear(lead) == year-1 {
				return year - 1
			}
			return 0
		}
	}
	return 0
}

// firstYear is the year that a text names first, 0 if it names none.
func firstYear(lead []string) int {
	for _, l := range lead {
		if years := number.Years(text.Clip(l, metaLead)); len(years) > 0 {
			return years[0].Year
		}
	}
	return 0
}

// namesYear tells that a text names a year.
func namesYear(lead []string, year int) bool {
	for _, l := range lead {
		for _, y := range number.Years(text.Clip(l, metaLead)) {
			if y.Year == year {
				return true
			}
		}
	}
	return false
}

// tellsLastYear finds 去年 where it is what a text is about: not what something is
// compared with, nor when in that year it began.
func tellsLastYear(l string) bool {
	const word = "去年"
	for at := 0; ; {
		i := strings.Index(l[at:], word)
		if i < 0 {
			return false
		}
		i += at
		at = i + len(word)
		if month, _ := number.OrdinalAfter(l[at:]); month == 0 && !text.HasAnySuffix(l[:i], "比", "较", "同", "从", "自", "与", "和") {
			return true
		}
	}
}

// almanacYear is the year before the one an almanac is called by: it tells of
// that.
func almanacYear(lists ...[]string) int {
	for _, lines := range lists {
		for _, l := range lines {
			if m := almanac().FindStringSubmatch(text.CloseUp(l)); m != nil {
				year, _ := strconv.Atoi(m[1] + m[2])
				return year - 1
			}
		}
	}
	return 0
}

// latestYear is the last one that a text can be about: the one it was put up
// in, as the lines around it say.
func latestYear(lists ...[]string) int {
	latest := 0
	for _, lines := range lists {
		for _, l := range lines {
			if year, _ := dayOf(l); year > latest && !text.HasAnyPrefix(l, "起始时间", "发生时间") {
				latest = year
			}
		}
	}
	if latest == 0 {
		return lastYear
	}
	return latest
}

// lastYear is later than any report's.
const lastYear = 2100
