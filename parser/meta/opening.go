package meta

import (
	"slices"
	"strings"

	"duidu/parser/number"
	"duidu/parser/text"
)

// The years that sentences open with.

// openingYear finds 2023年，… or 2023年是… at the start of a sentence.
func openingYear(lead []string) int {
	var opened []int
	for _, l := range lead {
		for _, y := range number.Years(text.Clip(l, metaLead)) {
			if !text.HasAnyPrefix(strings.TrimPrefix(y.After, "度"), "，", ",", "是", "来，", "里，") {
				continue
			}
			before := l[:y.Start]
			if before == "" || text.HasAnySuffix(before, "。", "！", "：", " ", "　", "]", "】", "过去的", "回顾", "走过", "回首", "翻开", "的一年。") {
				if !toDo.In(text.Clip(y.After, 60)) {
					opened = append(opened, y.Year)
				}
			}
		}
	}
	if n := len(opened); n >= severalYears && opened[n-1]-opened[0] == n-1 && slices.IsSorted(opened) {
		return opened[n-1] // an account year by year
	}
	if len(opened) > 0 {
		return max(opened[0], reachedYear(lead))
	}
	return 0
}

// reachedYear is the last year up to whose end a sentence tells what has come of it:
// 到2023年底，全区都有了议事厅; 0 if there is none. What is only meant to come by then is none.
func reachedYear(lead []string) int {
	last := 0
	for _, l := range lead {
		l = text.Clip(l, metaLead)
		for _, y := range number.Years(l) {
			before, opens := l[:y.Start], false
			if cut := reaching.Suffix(before); cut != "" {
				before = before[:len(before)-len(cut)]
				opens = before == "" || text.HasAnySuffix(before, "。", "；", "　", " ")
			}
			told := text.FirstRunes(y.After, longestTold)
			if opens && reached.In(told) && !toDo.In(told) {
				last = max(last, y.Year)
			}
		}
	}
	return last
}

// longestTold is how many characters tell whether what a sentence says is there by now.
const longestTold = 24

var (
	reaching = text.ListOf("截至", "截止到", "截止", "到", "至")
	reached  = text.ListOf("已", "都", "了", "累计", "共有", "现有", "增加到", "增至")
)

// severalYears is how many years one after another make an account of years.
const severalYears = 3
