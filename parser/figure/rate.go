package figure

import (
	"strings"
	"unicode"

	"duidu/model"
	"duidu/parser/text"
)

// rateOf is the narrower whole that a rate is a rate of, as far as its label
// says: nothing for 满意率 and 办复率、满意率, 重点 for 重点提案办理平均满意率. Words of
// the indicator's own name don't narrow it.
func (l *lexicon) rateOf(name, label string) string {
	rest := without(without(worded(label), &l.Rate.Partly), &l.Rate.Names)
	for i := text.Index(rest, "年"); i >= 0; i = text.Index(rest, "年") { // 2026年满意率: a time is no whole
		rest = strings.TrimRight(rest[:i], "0123456789") + rest[i+len("年"):]
	}
	own := []rune(without(worded(name), &l.Rate.Names))
	for i := 0; i+1 < len(own); i++ {
		rest = strings.ReplaceAll(rest, string(own[i:i+2]), "")
	}
	rest = without(without(rest, &l.Rate.Satisfied), &l.Rate.Filler)
	if text.Runes(rest) < 2 { // what is left of a verb names nothing
		return ""
	}
	return rest
}

// includesPartly tells whether a rate counts those partly satisfied
// (满意和基本满意率达100%). A clause that gives them a rate of their own
// (满意率92%，基本满意率8%) does not include them.
func (l *lexicon) includesPartly(label, clause string) bool {
	if l.Rate.Partly.In(label) {
		return true
	}
	return l.Rate.Partly.In(clause) && strings.Count(clause, "%")+strings.Count(clause, "％")+strings.Count(clause, "百分之") <= 1
}

// readRate fills in what a rate is a rate of.
func (r *Reader) readRate(f *model.Figure, c *figureContext) {
	if f.Unit != "%" || f.Indicator == "" {
		return
	}
	in, ok := r.catalogue.Indicator(f.Indicator)
	if !ok {
		return
	}
	if !r.Words.Words.Together.In(c.before) && r.Words.Rate.Partly.In(f.Label) && !r.Words.Rate.Satisfied.In(without(f.Label, &r.Words.Rate.Partly)) {
		f.Indicator = "" // of the partly satisfied alone
		return
	}
	f.RateOf = r.Words.rateOf(in.Name, f.Label)
	if r.Words.Rate.Satisfied.In(in.Name) || r.Words.Rate.Satisfied.In(f.Label) {
		f.Partly = r.Words.includesPartly(f.Label, c.clause) || r.Words.Words.Together.In(c.before) && r.Words.Rate.Partly.In(c.lead)
	}
}

func without(s string, words *text.List) string {
	if !words.In(s) {
		return s
	}
	for _, w := range words.Words() {
		s = strings.ReplaceAll(s, w, "")
	}
	return s
}

// worded keeps the letters and digits of a label.
func worded(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, s)
}
