package model

import "strings"

// whole is what a rate is a rate of, as far as its label says: nothing for
// 满意率 and 办复率、满意率, 重点 for 重点提案办理平均满意率. Words of the indicator's
// own name don't narrow it.
func whole(in Indicator, f *Figure) string {
	rest := hanOnly(f.Label)
	rest = without(rest, "rate")
	name := []rune(without(hanOnly(in.Name), "rate"))
	for i := 0; i+1 < len(name); i++ {
		rest = strings.ReplaceAll(rest, string(name[i:i+2]), "")
	}
	return without(without(rest, "satisfied"), "filler")
}

// asksPeople tells whether the row is about how many were satisfied.
func asksPeople(in Indicator, a, b *Figure) bool {
	return says(in.Name, "satisfied") || says(a.Label, "satisfied") || says(b.Label, "satisfied")
}

// includesPartly tells whether a rate counts those partly satisfied
// (满意和基本满意率达100%). A clause that gives them a rate of their own
// (满意率92%，基本满意率8%) does not include them.
func includesPartly(f *Figure) bool {
	if says(f.Label, "partly") {
		return true
	}
	clause := clauseOf(f)
	return says(clause, "partly") && strings.Count(clause, "%")+strings.Count(clause, "％")+strings.Count(clause, "百分之") <= 1
}

// clauseOf returns the part of the sentence between the punctuation marks
// around the figure, or nothing when the sentence doesn't hold it.
func clauseOf(f *Figure) string {
	before, after, ok := strings.Cut(f.Sentence, f.Text)
	if !ok || f.Text == "" {
		return ""
	}
	const ends = "，,；;。！？!?"
	if i := strings.LastIndexAny(before, ends); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexAny(after, ends); i >= 0 {
		after = after[:i]
	}
	return before + f.Text + after
}

// hanOnly keeps the Han characters, letters and digits of a label, which is
// what labels of two reports are compared by.
func hanOnly(s string) string {
	return strings.Map(func(c rune) rune {
		if isToken(c) {
			return c
		}
		return -1
	}, s)
}
