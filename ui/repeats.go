package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/screen"
)

// likened tells which reports repeat which.
type likened struct {
	id      int
	repeats map[int]int
}

// liken looks for reports that are the same text in another file. Only those
// of one place and year are compared: counties borrow from each other, and
// what they borrow is not to be hidden.
func (a *app) liken() tea.Cmd {
	type origin struct {
		province, city, place string
		year                  int
	}
	type group struct {
		numbers []int
		entries []screen.Entry
	}
	groups := make(map[origin]*group)
	some := false
	for n := range a.env.Reports.List {
		r := a.env.Reports.Summary(n)
		if r == nil || r.Place == "" {
			continue
		}
		from := origin{r.Province, r.City, r.Place, r.Year}
		if groups[from] == nil {
			groups[from] = &group{}
		}
		groups[from].numbers = append(groups[from].numbers, n)
		groups[from].entries = append(groups[from].entries, a.env.Reports.List[n])
		some = some || len(groups[from].entries) > 1
	}
	a.likenings++
	if !some {
		a.env.Reports.SetRepeats(nil)
		return nil
	}
	id, ctx := a.likenings, a.ctx
	return func() tea.Msg {
		repeats := make(map[int]int)
		for _, g := range groups {
			if len(g.entries) < 2 {
				continue
			}
			var numbers []int
			var reports []*model.Report
			for i := range g.entries {
				if r := g.entries[i].Open(ctx); r != nil {
					numbers, reports = append(numbers, g.numbers[i]), append(reports, r)
				}
			}
			for _, same := range compare.NearDuplicates(reports) {
				for _, i := range same[1:] {
					repeats[numbers[i]] = numbers[same[0]]
				}
			}
		}
		return likened{id, repeats}
	}
}

func (a *app) handleLikened(m likened) {
	if m.id == a.likenings {
		a.env.Reports.SetRepeats(m.repeats)
	}
}
