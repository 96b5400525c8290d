package figure

import (
	"strings"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

// nextTerm is the next term from byte i on whose work is told by its number alone:
// 第九届视察47次. That of a body or a session is no stretch of time. Its end is 0 where there
// is none.
func (r *Reader) nextTerm(s string, i int) text.Span {
	for {
		n := text.Index(s[i:], "届")
		if n < 0 {
			return text.Span{}
		}
		at := i + n
		i = at + len("届")
		if term, start := number.OrdinalBefore(s[:at]); term > 0 && strings.HasSuffix(s[:start], "第") && r.Words.Words.TermDeeds.Starts(s[i:]) {
			return text.Span{Start: start - len("第"), End: i}
		}
	}
}

// nextPlan is the next stretch from byte i on that is called after a five-year plan, whose
// years are known: “十三五”期间, “十四五”以来. Its end is 0 where there is none.
func nextPlan(s string, i int, set *Setting) when {
	const firstYear, perPlan = 1951, 5 // of the tenth and those after it, by number
	for {
		n := text.Index(s[i:], "五”")
		if n < 0 {
			return when{}
		}
		at := i + n
		i = at + len("五”")
		tail := planTails.Prefix(s[i:])
		plan, start := number.OrdinalBefore(s[:at])
		if tail == "" || plan < 10 || !strings.HasSuffix(s[:start], "“") {
			continue
		}
		from := firstYear + perPlan*plan
		w := when{start: start - len("“"), end: i + len(tail)}
		w.period = &model.Period{Text: s[w.start:w.end], From: from, To: from + perPlan - 1, Years: perPlan}
		if tail == "以来" && set.Year > from && set.Year < w.period.To {
			w.period.To, w.period.Years = set.Year, set.Year-from+1
		}
		if set.Year > 0 && from > set.Year {
			w.ahead = true
		}
		return w
	}
}

// planTails are what makes a stretch of time of a plan.
var planTails = text.ListOf("期间", "时期", "以来", "五年")

// titlesTerm tells that s opens a paragraph with the name of a term and the bracket that its
// years stand in: 第一届委员会（1984年6月—.
func titlesTerm(s string) bool {
	name, years, ok := text.Cut(s, "（")
	if !ok {
		name, years, ok = strings.Cut(s, "(")
	}
	return ok && text.Runes(name) <= longestTermName && text.Has(name, "届") && !text.ClauseEnds.In(name) && text.Runes(years) <= longestTermYears
}

// How many characters the name of a term has at most, and its first year with what follows it.
const (
	longestTermName  = 14
	longestTermYears = 10
)
