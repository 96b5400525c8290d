package ui

import (
	"duidu/model"
	"duidu/model/compare"

	tea "github.com/charmbracelet/bubbletea"
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
		reports []*model.Report
	}
	groups := make(map[origin]*group)
	some := false
	for n := range a.env.Reports.List {
		r := a.env.Reports.Report(n)
		if r == nil || r.Place == "" {
			continue
		}
		from := origin{r.Province, r.City, r.Place, r.Year}
		if groups[from] == nil {
			groups[from] = &group{}
		}
		groups[from].numbers = append(groups[from].numbers, n)
		groups[from].reports = append(groups[from].reports, r)
		some = some || len(groups[from].reports) > 1
	}
	a.likenings++
	if !some {
		a.env.Reports.SetRepeats(nil)
		return nil
	}
	id := a.likenings
	return func() tea.Msg {
		repeats := make(map[int]int)
		for _, g := range groups {
			if len(g.reports) < 2 {
				continue
			}
			for _, same := range compare.NearDuplicates(g.reports) {
				for _, i := range same[1:] {
					repeats[g.numbers[i]] = g.numbers[same[0]]
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
