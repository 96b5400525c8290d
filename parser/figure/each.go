package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/text"
)

// eachYear tells that the clause before a figure's speaks of each year: 每年就报告协商，提意见45条.
func eachYear(s string, t tags, from, to int) bool {
	g, ok := t.last(yearly|term|thisYear, from, to)
	return ok && s[g.start:g.end] == "每年"
}

// isEach tells a figure that each of several has: 各1家, 各配备2名, 每月1次,
// 分别选派1名.
func (r *Reader) isEach(c *figureContext, one, review bool) bool {
	before := c.before
	if text.Has(before, "“") {
		before = withoutQuotes(before)
	}
	if review { // each year's figure is the last year's as well
		before = strings.ReplaceAll(before, "每年", "")
	}
	if r.forEvery(before) || text.Has(text.LastRunes(before, nearEach), "分别") && one && !joins(text.FirstRunes(c.behind, 1)) {
		return true
	}
	near := text.LastRunes(before, nearEach)
	w := r.Words.Words.Each.First(near)
	if w == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(near[text.LastIndex(near, w)+len(w):])
	return next == utf8.RuneError || !strings.ContainsRune(r.Words.Words.EachOf, next)
}

// forEvery tells words that name each of many: 每名委员, 每两个月. What is done
// whenever something comes round (每逢) is not counted for each.
func (r *Reader) forEvery(before string) bool {
	for at := text.Index(before, "每"); at >= 0; {
		rest := before[at+len("每"):]
		if c, _ := utf8.DecodeRuneInString(rest); c != utf8.RuneError && !strings.ContainsRune(r.Words.Words.Whenever, c) {
			return true
		}
		next := text.Index(rest, "每")
		if next < 0 {
			break
		}
		at += len("每") + next
	}
	return r.Words.Words.Per.In(before)
}

// goesOnEach tells that a figure stands in a list with one that each has: 每名委员1件、信息2条,
// 由每组5人加到7人.
func goesOnEach(f *model.Figure, c *figureContext) bool {
	if !c.previous.Each {
		return false
	}
	words := c.since + c.before
	return !text.ClauseEnds.In(words) && (text.Has(words, "、") || f.Unit == c.previous.Unit)
}

// withoutQuotes leaves out the names in quotation marks.
func withoutQuotes(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := text.Cut(s, "“")
		end := text.Index(rest, "”")
		if !ok || end < 0 {
			break
		}
		if b.Len() == 0 {
			b.Grow(len(s))
		}
		b.WriteString(before)
		s = rest[end+len("”"):]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}
