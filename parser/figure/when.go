package figure

import (
	"sort"
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

// when is a word of time: what it says and how far it speaks.
type when struct {
	start, end int // the word
	until      int // where its say ends
	period     *model.Period
	year       int  // the one year that it names
	ahead      bool // a year after the one reported on
	short      bool // a bare number of years says little beyond its sentence
	stock      bool // the day of what there is
	there      bool // of the year that it dates, 当年: it goes on with the sentence
}

// whens finds the words of time in a paragraph, in order. A stretch of years
// that opens a sentence holds to the end of the paragraph, one year to the end
// of its sentence; inside a sentence the one holds to the sentence's end, the
// other in its clause.
func (r *Reader) whens(s string, t tags, whole, clauses []text.Span, set *Setting) []when {
	return r.whensInto(nil, s, t, text.Cuts{Sentences: whole, Semicolons: whole, Clauses: clauses}, set)
}

// whensInto adds them to a list that is empty so far.
func (r *Reader) whensInto(list []when, s string, t tags, cuts text.Cuts, set *Setting) []when {
	add := func(w when, long bool) {
		sentence, seg, clause := text.Around(cuts.Sentences, w.start), text.Around(cuts.Semicolons, w.start), text.Around(cuts.Clauses, w.start)
		opens := opening(s[seg.Start:w.start]) || long && titlesTerm(s[:w.start])
		if n := len(list); n > 0 && w.start-list[n-1].end <= len("（") && !text.Has(s[list[n-1].end:max(list[n-1].end, w.start)], "。") { // 三届以来（2003年~2006年）
			last := &list[n-1]
			if w.until = last.until; w.period != nil && w.period.From == 0 && last.period != nil && last.period.Years == w.period.Years {
				w.period = last.period // 从2017年到2023年，七年间
			}
			list = append(list, w)
			return
		}
		switch {
		case w.short:
			w.until = clause.End // 连续三年 says how long this one thing went on
		case long && t.has(lookedInto, clause.Start, w.start):
			w.until = clause.End // 调研近十年来利用外资的情况 says what was looked into
		case w.there && !opens:
			w.until = seg.End
		case opens && long:
			w.until = len(s)
		case long, opens && seg.Start == sentence.Start:
			w.until = sentence.End
		case opens:
			w.until = seg.End
		default:
			w.until = clause.End
		}
		list = append(list, w)
	}
	term := r.nextTerm(s, 0)
	planned := nextPlan(s, 0, set)
	terms := func(before int) { // up to a byte
		for ; term.End > 0 && term.Start < before; term = r.nextTerm(s, term.End) {
			add(when{start: term.Start, end: term.End, period: lasting(s[term.Start:term.End], termYears)}, false)
		}
		for ; planned.end > 0 && planned.start < before; planned = nextPlan(s, planned.end, set) {
			add(planned, false)
		}
	}
	words := t.within(0, len(s))
	for i := 0; i < len(s); {
		n := text.Index(s[i:], "年")
		next := len(s)
		if n >= 0 {
			next = i + n
		}
		for len(words) > 0 && words[0].start < next {
			terms(words[0].start)
			if w, ok := termOf(s, words[0], set); ok {
				if n := len(list); n > 0 && list[n-1].ahead && w.start < list[n-1].until && strings.HasPrefix(s[w.start:], "全年") {
					w.ahead = true // 2024年要求：…；全年编报600条
				}
				if w.there {
					w.period = thatYear(list, text.Around(cuts.Semicolons, w.start).Start, w.start, set)
				}
				add(w, w.period != nil && !w.there && words[0].class&lately == 0) // 近几年 speaks of its sentence
			}
			words = words[1:]
		}
		terms(next)
		if n < 0 {
			break
		}
		if w, ok := yearsAt(s, next, set); ok {
			add(w, w.year == 0 && !w.short || w.stock)
			for len(words) > 0 && words[0].start < w.end && words[0].start >= next {
				words = words[1:] // the 年度 of 2022年度
			}
			i = max(w.end, next+len("年"))
			continue
		}
		i = next + len("年")
	}
	return list
}

// thatYear is what 当年 means in a sentence that starts at byte from: the year
// that it dated before byte i; nil for the one reported on, which 2006年当年 says twice.
func thatYear(list []when, from, i int, set *Setting) *model.Period {
	for k := len(list) - 1; k >= 0 && list[k].start >= from && list[k].end < i; k-- {
		year := list[k].year
		if year == 0 && list[k].period != nil {
			year = list[k].period.From
		}
		if year > 0 && set.Year > 0 && year != set.Year {
			return &model.Period{Text: "当年", From: year, To: year, Years: 1}
		}
	}
	return nil
}

// dated reads 到2023年底，全县有…: what there is at a day, to the end of the paragraph.
func dated(s string, start, end int) bool {
	if !upTo.Ends(s[:start]) {
		return false
	}
	rest := strings.TrimLeft(s[end:], " 0123456789月日年底末初")
	rest, ok := strings.CutPrefix(rest, "，")
	if !ok {
		return false
	}
	before, _, ok := text.Cut(text.FirstRunes(rest, 8), "有")
	return ok && !strings.HasSuffix(before, "共") && !text.ClauseEnds.In(before)
}

// opening tells that next to nothing stands before a word of time.
func opening(s string) bool {
	s = strings.TrimLeft(s, " 　■·◆●—-“0123456789.、，")
	if at := strings.LastIndexAny(s, "，,：:"); at >= 0 && text.Runes(s) > 14 {
		return false
	}
	return text.Runes(s) <= 8 || text.Runes(s) <= 14 && (strings.HasSuffix(s, "，") || strings.HasSuffix(s, ","))
}

// termOf reads words such as 届内, 换届以来 and 今年. A term's years are counted
// by the session that the report is given to.
func termOf(s string, g tag, set *Setting) (when, bool) {
	w := when{start: g.start, end: g.end}
	name := s[g.start:g.end]
	switch {
	case g.class&yearBefore != 0:
		if comparing.Ends(s[:g.start]) || set.Year == 0 {
			return w, false
		}
		w.year = set.Year - 1
		w.period = &model.Period{Text: name, From: w.year, To: w.year, Years: 1}
		return w, true
	case g.class&thisYear != 0:
		w.there = name == "当年"
		return w, true
	case g.class&lately != 0:
		w.period = lasting(name, 0)
		return w, true
	case g.class&term != 0:
		years := 0
		switch {
		case name == "两届":
			years = 2 * termYears
		case set.Review > 1:
			years = set.Review
		case set.Session > 1:
			years = set.Session - 1
		case !strings.HasSuffix(name, "以来"):
			years = termYears
		}
		w.period = lasting(name, years)
		return w, true
	case g.class&since != 0:
		n, _ := number.OrdinalBefore(s[:g.start])
		years := 1
		switch {
		case n == 1 && set.Review > 1:
			years = set.Review
		case n > 0 && set.Session > n:
			years = set.Session - n
		}
		w.period = lasting(name, years)
		return w, true
	}
	return w, false
}

// termYears is how many years a term lasts.
const termYears = 5

// lasting is a period of so many years; nil for one year, which is the
// reported one.
func lasting(name string, years int) *model.Period {
	if years == 1 {
		return nil
	}
	return &model.Period{Text: name, Years: years}
}

// yearsAt reads the years or number of years that end in the 年 at byte i.
func yearsAt(s string, i int, set *Setting) (when, bool) {
	rest := s[i+len("年"):]
	start := i
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(s[:start])
		if c == ' ' && start == i { // 7 年间
			start -= n
			continue
		}
		if number.YearDigit(c) < 0 && c != '十' && c != '两' {
			break
		}
		start -= n
	}
	digits := strings.TrimRight(s[start:i], " ")
	if digits == "" {
		return fiveYearPlan(s, i, rest)
	}
	if year := fourDigits(digits); year > 0 {
		return oneYear(s, start, i+len("年"), year, set)
	}
	if cut := strings.TrimRight(digits, "一二三四五六七八九十两"); cut != "" && cut != digits && number.DigitValue(rune(cut[len(cut)-1])) >= 0 {
		start, digits = start+len(cut), digits[len(cut):] // 2014、2015两年
	}
	n, _ := number.OrdinalAfter(strings.ReplaceAll(digits, "两", "二"))
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	if n == 0 || n > 60 || strings.ContainsRune("第每隔满用-－—~～到至.", before) && before != utf8.RuneError {
		return when{}, false
	}
	for _, w := range looksBack {
		if cut, ok := strings.CutSuffix(s[:start], w); ok {
			start = len(cut)
			break
		}
	}
	if yetToCome.Ends(s[:start]) || notLasting.Starts(rest) {
		return when{}, false
	}
	w := when{start: start, end: i + len("年")}
	tail := lastingTails.Prefix(rest)
	w.end += len(tail)
	if n == 1 {
		return w, tail != "" || before == '这'
	}
	w.period = lasting(s[w.start:w.end], n)
	w.short = tail == "" && inARow.Ends(s[:start])
	return w, true
}

var (
	// Before a year up to which is counted, or only reached: 到.
	upTo = text.ListOf("截至", "截止到", "截止", "到", "至")
	asOf = text.ListOf("截至", "截止到", "截止")
	// Before the first of several years, and behind it: how far they go on.
	beginning = text.ListOf("从", "自", "自从", "打")
	goingOn   = text.ListOf("以来", "起", "开始", "至今", "以后", "算起", "到现在", "到今天")
	untilNow  = text.ListOf("以来", "算起", "起", "到现在", "到目前", "到如今", "到今天", "至今", "开始", "到今年")
	// Before a number of years: still to come, one after another, gone by.
	yetToCome = text.ListOf("未来", "今后")
	inARow    = text.ListOf("连续", "接连", "连着")
	looksBack = []string{"过去的", "过去", "刚刚过去的", "最近", "近"}
	// Behind it: a plan, a class, a length of time yet to come.
	notLasting = text.ListOf("规划", "计划", "行动", "级", "期", "制", "前", "攻坚", "提升", "任务", "目标", "倍增", "以上", "一度", "一次", "一遇", "内", "后", "愿景", "纲要", "级", "生", "代", "龄", "资", "见", "没")
	// … and how long something went on.
	lastingTails = text.ListOf("以来", "多来", "时间里", "时间", "下来", "来", "间", "里", "中", "共", "累计")
)

// fiveYearPlan reads “十四五”这几年.
func fiveYearPlan(s string, i int, rest string) (when, bool) {
	before := s[max(0, i-len("十四五”这几")):i]
	if strings.HasSuffix(before, "五”这几") || strings.HasSuffix(before, "五这几") {
		return when{start: i - len("这几"), end: i + len("年"), period: lasting("这几年", termYears)}, true
	}
	return when{}, false
}

// fourDigits is the year that four digits name, 0 if they name none.
func fourDigits(digits string) int {
	year, n := 0, 0
	for _, c := range digits {
		d := number.YearDigit(c)
		if d < 0 {
			return 0
		}
		year = 10*year + d
		n++
	}
	if n != 4 || year < 1900 || year > 2100 {
		return 0
	}
	return year
}

// oneYear reads 2023年, 2019—2023年, 2019年至2023年 and 自2019年以来. What is only
// compared with, and the day up to which is counted, are no period.
func oneYear(s string, start, end, year int, set *Setting) (when, bool) {
	w := when{start: start, end: end, year: year}
	if from := rangeFrom(s[:start]); from > 0 && from < year {
		w.year, w.period = 0, &model.Period{Text: s[start:end], From: from, To: year, Years: year - from + 1}
		return w, true
	}
	if first := LastYear(s[:start]); strings.HasSuffix(s[:start], "到") && strings.ContainsAny(text.FirstRunes(s[end:], 1), "，,") && first > 0 && first < year && opensClause(s[:start-len("到")]) {
		w.year, w.period = 0, &model.Period{Text: s[start:end], From: first, To: year, Years: year - first + 1}
		return w, true // 1981年设会。到1984年，…
	}
	if dated(s, start, end) {
		w.year, w.stock = 0, true
		return w, true
	}
	reached := strings.HasPrefix(s[end:], "的") && !asOf.Ends(s[:start]) // 提高到2021年的98.5%
	if !reached && (upTo.Ends(s[:start]) || comparing.Ends(s[:start])) {
		if set.Year > 0 && year > set.Year && !namesDay(s[end:]) && text.HasAnySuffix(s[:start], "到", "至") && !asOf.Ends(s[:start]) {
			w.ahead = true // 到2025年，建成50个
			return w, true
		}
		return w, false
	}
	if eversince(s, start, end) {
		if set.Year == 0 {
			w.year, w.period = 0, &model.Period{Text: s[start:end] + "以来", From: year}
			return w, true
		}
		if set.Year <= year {
			return w, true
		}
		w.year, w.period = 0, &model.Period{Text: s[start:end] + "以来", From: year, To: set.Year, Years: set.Year - year + 1}
		return w, true
	}
	switch {
	case year == set.Year:
	case set.Year > 0 && year == set.Year+1 && set.Last <= year && !namesDay(s[end:]):
		w.ahead = true
	default:
		w.period = &model.Period{Text: s[start:end], From: year, To: year, Years: 1}
	}
	return w, true
}

// comparing are the words before a year that others are compared with.
var comparing = text.ListOf("比", "较", "与", "同", "和")

// eversince tells that a year is the first of several that go on: 2019年以来,
// 从2020年搭起平台到现在, 自1986年首辑算起.
func eversince(s string, start, end int) bool {
	if goingOn.Starts(s[end:]) {
		return true
	}
	if month, ok := strings.CutPrefix(strings.TrimLeft(s[end:], "0123456789"), "月"); ok && text.HasAnyPrefix(month, "以来", "至今") {
		return true // 2021年10月至今
	}
	if !beginning.Ends(s[:start]) {
		return false
	}
	near := text.FirstRunes(s[end:], longestBeginning)
	at := text.ClauseEnds.Index(near)
	return at >= 0 && untilNow.Ends(near[:at])
}

// longestBeginning is how many characters tell what began in a year.
const longestBeginning = 16

// namesDay tells that a day of the year follows (3月26日): what is dated to the
// day took place.
func namesDay(s string) bool {
	month := strings.TrimLeft(s, " 0123456789")
	day, ok := strings.CutPrefix(month, "月")
	if !ok || month == s {
		return false
	}
	rest := strings.TrimLeft(day, " 0123456789")
	return rest != day && strings.HasPrefix(rest, "日")
}

// rangeFrom returns the year that s ends in with a dash behind it: 2019—, 2019年~.
func rangeFrom(s string) int {
	cut := strings.TrimRight(s, "-—－–至到~～")
	if cut == s {
		return 0
	}
	if month, ok := strings.CutSuffix(cut, "月"); ok { // 1984年6月—1987年
		cut = strings.TrimRight(month, "0123456789")
	}
	cut = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(cut, "初底末"), "年"), "")
	cut = strings.TrimSuffix(cut, "年")
	from := len(cut)
	for n := 0; n < 4; n++ {
		_, size := utf8.DecodeLastRuneInString(cut[:from])
		from -= size
	}
	if from < 0 {
		return 0
	}
	return fourDigits(cut[from:])
}

// mostWhens bounds how many words of time before a figure are asked.
const mostWhens = 40

// periodOf returns what the words of time say of a figure that starts at byte
// i: the last one that still speaks.
func periodOf(list []when, i int, set *Setting) (p *model.Period, by when, said bool) {
	last := sort.Search(len(list), func(k int) bool { return list[k].start > i })
	for k := last - 1; k >= max(0, last-mostWhens); k-- {
		if w := list[k]; i < w.until {
			return w.period, w, true
		}
	}
	return set.Period, when{}, false
}
