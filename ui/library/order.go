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
		return cmp.Or(cmp.Compare(a.Province, b.Province), cmp.Compare(a.City, b.City), cmp.Compare(a.Place, b.Place), b.Year-a.Year)
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

// arrange lists the reports that match a filter in an order; files that
// could not be read come last.
func arrange(r *screen.Reports, filter string, o order) []int {
	rows := make([]int, 0, len(r.List))
	words := strings.Fields(strings.ToLower(filter))
	for i := range r.List {
		if !r.List[i].Gone && matches(&r.List[i], words) {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int {
		a, b := r.List[i].Summary, r.List[j].Summary
		switch {
		case a == nil || b == nil:
			return rank(a) - rank(b)
		case o == byArrival:
			return 0
		}
		return o.compare(a, b)
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
