package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// Setting is what stands over a paragraph and holds for all its figures
// unless the paragraph itself says otherwise: the report's year and sitting,
// the headings above, the kind of report.
type Setting struct {
	Year    int           // the year reported on, 0 when not known
	Session int           // of the plenary the report is given to, 0 when not known
	Review  int           // how many years the report looks back on, where it is more than one
	Period  *model.Period // what headings or the kind of report say
	Plan    bool          // a heading above looks ahead
	Last    int           // the last year that the report names
	Home    [3]string     // place, city and province of the body that reports, as far as they are known
	Other   string        // what a heading above calls the neighbour that it is about
	Topic   int           // which topic a heading above says that it is about, from 1; 0 for none
}

// Under returns the setting of what stands under a heading.
func (r *Reader) Under(title string, s Setting) Setting {
	whole := text.Span{End: len(title)}
	t := r.Words.scan(title)
	if g, ok := t.last(neighbour, 0, len(title)); ok {
		s.Other, s.Period, s.Review = title[g.start:g.end], nil, 0
	}
	for _, w := range r.whens(title, t, []text.Span{whole}, []text.Span{whole}, &s) {
		if w.ahead {
			s.Plan = true
		} else {
			s.Period = w.period
		}
	}
	s.Plan = s.Plan && !shape.PastTitle(title) || titleLooksAhead(title, t)
	if topic := r.topicIn(title); topic >= 0 {
		s.Topic = topic + 1
	}
	return s
}

// topicIn is the topic that s names last; -1 if it names none.
func (r *Reader) topicIn(s string) int {
	topic, at := -1, -1
	for k := range r.Words.Topic {
		for _, w := range r.Words.Topic[k].Words {
			if i := text.LastIndex(s, w); i > at {
				topic, at = k, i
			}
		}
	}
	return topic
}

// Over returns the setting of a whole report by the lines of its head, its
// headings and the opening of its body: how many years it looks back on.
func (r *Reader) Over(head []string, s Setting) Setting {
	titled := false // 2023年工作总结
	for k, l := range head {
		l = text.FirstRunes(undated(l), openingRunes)
		clauses := text.Split(l, text.ByClause)
		whole := []text.Span{{End: len(l)}}
		t := r.Words.scan(l)
		yearly := titled // 2023年是…的一年: what follows is of this year alone
		for _, w := range r.whens(l, nil, whole, clauses, &s) {
			yearly = yearly || w.year > 0 && w.year == s.Year && !namesDay(l[w.end:]) || t.has(thisYear, 0, w.start)
			if w.period == nil || w.year > 0 || w.short || w.period.Years < shortestReview {
				continue
			}
			if opening(l[:w.start]) || !yearly && w.start == text.Around(clauses, w.start).Start && !countsAny(l[:w.start]) {
				s.Review, s.Period = w.period.Years, w.period
				return s
			}
		}
		titled = titled || k == 0 && yearly
	}
	return s
}

// countsAny tells a text that counts something: what follows is of that, and of no whole report.
func countsAny(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' && countUnits.Starts(s[i+1:]) {
			return true
		}
	}
	return false
}

var countUnits = text.SetOf("名件次条人个篇户万元家场期项位份部%％")

// undated is a line without the mark of where its news comes from: 本报讯（记者某某）.
func undated(l string) string {
	near := text.FirstRunes(l, openingRunes)
	if _, rest, ok := text.Cut(near, "讯"); ok {
		l = l[len(near)-len(rest):]
		if strings.HasPrefix(l, "（") || strings.HasPrefix(l, "(") {
			if at := strings.IndexAny(l, "）)"); at >= 0 && at < len(near) {
				_, n := utf8.DecodeRuneInString(l[at:])
				l = l[at+n:]
			}
		}
	}
	return strings.TrimLeft(l, " 　:：")
}

// A report that opens with three years or more looks back on them all. What
// opens is said within so many characters.
const (
	shortestReview = 3
	openingRunes   = 40
)

// LastYear is the last year that a text names, 0 if it names none.
func LastYear(s string) int {
	last := 0
	for i := text.Index(s, "年"); i >= 0; {
		if start := i - len("2023"); start >= 0 {
			last = max(last, fourDigits(s[start:i]))
		}
		n := text.Index(s[i+len("年"):], "年")
		if n < 0 {
			break
		}
		i += len("年") + n
	}
	return last
}
