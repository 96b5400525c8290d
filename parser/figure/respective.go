package figure

import (
	"strings"

	"duidu/model"
	"duidu/parser/text"
)

// yearsInTurn gives each item of a list its own year where there are as many as the
// years before it: 2017年至2019年分别为305条、342条、391条.
func yearsInTurn(s string, figures []model.Figure, year int) {
	for i := 0; i < len(figures); i++ {
		span := figures[i].Period
		if span == nil || span.Years < 2 {
			continue
		}
		if !respective(s[:figures[i].Start]) {
			continue
		}
		from := span.From
		if from == 0 && year > 0 {
			from = year - span.Years + 1 // 五年来分别为…
		}
		end := i + 1
		for end < len(figures) && figures[end].Unit == figures[i].Unit && joins(s[figures[end-1].End:figures[end].Start]) {
			end++
		}
		if from == 0 || end-i != span.Years {
			continue
		}
		for k := i; k < end; k++ {
			figures[k].Period = nil
			if y := from + k - i; y != year {
				figures[k].Period = &model.Period{Text: span.Text, From: y, To: y, Years: 1}
			}
		}
	}
}

// respective tells that the clause which s ends in says 分别.
func respective(s string) bool {
	near := text.LastRunes(s, longestRespective)
	at := text.LastIndex(near, "分别")
	return at >= 0 && !text.ClauseEnds.In(near[at:])
}

// longestRespective is how many characters stand between 分别 and the first of its figures
// at most, and 分别 itself.
const longestRespective = 24

// respectively reads 办复率、满意率分别为100%和97.5%: so many names before 分别 as
// figures behind it, joined by 、 and 和. It returns what stands before each of
// the figures from k on with its own name in place of all, nil where the
// sentence is built otherwise.
func (r *Reader) respectively(p *reading, k int, before string) []string {
	at := text.LastIndex(before, "分别")
	if at < 0 {
		return nil
	}
	names := splitNames(before[:at])
	n := 1
	for k+n < len(p.quantities) && joins(p.text[p.quantities[k+n-1].end:p.quantities[k+n].start]) {
		n++
	}
	if len(names) < 2 || len(names) != n {
		return nil
	}
	out := make([]string, n)
	for i, name := range names {
		out[i] = name + before[at+len("分别"):]
	}
	return out
}

// joins tells what stands between the items of a list.
func joins(s string) bool {
	switch strings.TrimSpace(s) {
	case "、", "和", "及", "，", ",", "与":
		return true
	}
	return false
}

// splitNames cuts a list of names: 全国政协、省政协和市政协.
func splitNames(s string) []string {
	if i := strings.LastIndexAny(s, "，,；;：:。"); i >= 0 {
		s = s[i:]
		s = strings.TrimLeft(s, "，,；;：:。")
	}
	var names []string
	for {
		i, size := -1, 0
		for _, w := range []string{"、", "和", "及", "与"} {
			if at := text.Index(s, w); at > 0 && (i < 0 || at < i) {
				i, size = at, len(w)
			}
		}
		if i < 0 {
			break
		}
		names = append(names, s[:i])
		s = s[i+size:]
	}
	if s != "" {
		names = append(names, strings.TrimSuffix(s, "等"))
	}
	return names
}

var allOf = text.ListOf("均", "都", "皆")

// sharedBy returns the names that one rate is said of: 办复率、满意率均为100%.
func (r *Reader) sharedBy(before string) []string {
	w := allOf.First(before)
	head := before
	if w != "" {
		head = before[:text.LastIndex(before, w)]
	}
	if names := splitNames(head); len(names) > 1 {
		return names
	}
	return nil
}
