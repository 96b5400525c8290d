package meta

import (
	"strings"

	"duidu/parser/number"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// The years that a text names wherever it does, for one that says of none that it reports on it.

// lastNamed is the latest year that the text names at all, other than a goal.
func lastNamed(lines []string, latest int) int {
	best := 0
	for _, l := range lines {
		l = text.CloseUp(text.Clip(l, metaFar))
		for _, y := range number.Years(l) {
			if y.Year <= latest && !isGoal(l[:y.Start], y.After) && !isStart(l[:y.Start], y.After) {
				best = max(best, y.Year)
			}
		}
		if year, after := number.SpanEnd(l); year <= latest && text.HasAnyPrefix(after, "，", ",", "间", "期间") {
			best = max(best, year)
		}
	}
	return best
}

// isGoal tells a year that a text looks ahead to, or only dates something by.
func isGoal(before, after string) bool {
	return shape.HeadWords().Outlook.In(text.Clip(after, 12)) || text.HasAnyPrefix(after, "以前", "前", "以后", "底以前") ||
		text.HasAnySuffix(before, "到", "至", "在") && text.HasAnyPrefix(after, "，", ",", "、", "将", "时")
}

// isStart tells a year that a longer time began with, unless it is the work
// reported on that began then: 把一九五三年以来的工作情况报告如下.
func isStart(before, after string) bool {
	return text.HasAnyPrefix(after, "起", "开始") && text.HasAnySuffix(before, "自", "从") ||
		text.HasAnyPrefix(after, "以来", "至今") && !strings.HasPrefix(after, "以来的工作")
}

// isTerm tells a year that a span of months begins or ends in: 1984年6月—1987年5月.
func isTerm(before, after string) bool {
	if rest := strings.TrimRight(before, "-—－–~～"); rest != before && strings.HasSuffix(rest, "月") {
		return true
	}
	month, rest := number.OrdinalAfter(after)
	rest, ok := strings.CutPrefix(rest, "月")
	return month > 0 && ok && text.HasAnyPrefix(rest, "-", "—", "－", "–", "~", "～")
}

// usualYear is the latest of the years that the text names at least half as
// often as the one it names most.
func usualYear(lines []string) int {
	count := map[int]int{}
	most := 0
	for _, l := range lines {
		for _, y := range number.Years(text.Clip(l, metaFar)) {
			if isGoal(l[:y.Start], y.After) || isStart(l[:y.Start], y.After) || isTerm(l[:y.Start], y.After) {
				continue
			}
			count[y.Year]++
			most = max(most, count[y.Year])
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
