package library

import (
	"cmp"
	"slices"
	"strings"

	"duidu/model"
	"duidu/ui/lang"
	"duidu/ui/screen"
)

// order is what the table is sorted by.
type order int

const (
	byArrival order = iota
	byPlace
	byYear
	byCharacters
	byFigures
	byNotices
	orders
)

// name is the order in the user's words: the head of its column.
func (o order) name(t *lang.Texts) string {
	switch o {
	case byPlace:
		return t.Words.Place
	case byYear:
		return t.Words.Year
	case byCharacters:
		return t.Words.Characters
	case byFigures:
		return t.Words.Figures
	case byNotices:
		return t.Words.Notices
	}
	return t.Library.Arrival
}

// compare orders two reports: names upward, numbers from the largest.
func (o order) compare(a, b *model.Summary) int {
	switch o {
	case byPlace:
		return cmp.Or(comparePlaces(a, b), b.Year-a.Year)
	case byYear:
		return b.Year - a.Year
	case byCharacters:
		return b.Characters - a.Characters
	case byFigures:
		return b.Figures - a.Figures
	case byNotices:
		return b.NoticeTotal() - a.NoticeTotal()
	}
	return 0
}

// falls tells whether an order begins with the largest.
func (o order) falls() bool { return o != byPlace }

// comparePlaces orders two places as the administrative codes do as far as
// they are known here: by province, a province before its cities, a city
// before what belongs to it.
func comparePlaces(a, b *model.Summary) int {
	level := func(r *model.Summary) int {
		switch {
		case r.Place == r.Province:
			return 0
		case r.City == "" || r.City == r.Place:
			return 1
		}
		return 2
	}
	city := func(r *model.Summary) string { return cmp.Or(r.City, r.Place) }
	own := func(r *model.Summary) int { return min(level(r), 1) }
	return cmp.Or(
		cmp.Compare(lang.ProvinceRank(a.Province), lang.ProvinceRank(b.Province)), cmp.Compare(a.Province, b.Province),
		cmp.Compare(own(a), own(b)), cmp.Compare(city(a), city(b)), cmp.Compare(level(a), level(b)), cmp.Compare(a.Place, b.Place))
}

// arranged lists the reports that match the filter in the order that is
// wished; files that could not be read come last.
func (l *Library) arranged() []int {
	r, o := l.env.Reports, l.sort
	rows := make([]int, 0, len(r.List))
	words := l.filter.Words()
	turn := 1
	if l.reversed {
		turn = -1
	}
	for i := range r.List {
		if !r.List[i].Gone && matches(&r.List[i], words) {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int {
		a, b := r.List[i].Summary, r.List[j].Summary
		if own := l.env.IsOwn(a); own != l.env.IsOwn(b) {
			if own {
				return -1
			}
			return 1
		}
		switch {
		case a == nil || b == nil:
			return rank(a) - rank(b)
		case o == byArrival:
			return turn * (i - j)
		}
		return turn * o.compare(a, b)
	})
	return rows
}

func rank(r *model.Summary) int {
	if r == nil {
		return 1
	}
	return 0
}

// matches tells whether every word of a filter stands in what the table
// shows of a file, or in its path.
func matches(e *screen.Entry, words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := strings.ToLower(e.Path)
	if r := e.Summary; r != nil {
		text += " " + strings.ToLower(strings.Join([]string{r.Place, r.City, r.Province, yearText(r.Year), r.Kind, r.Title}, " "))
	}
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
