package library

import (
	"cmp"
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/cell"
	"duidu/ui/lang"
)

// row is a row of the table: a file, or the name of a province over its
// files.
type row struct {
	number int    // of the file; -1 for a province
	group  string // the province
	size   int    // files of the province
}

// group makes the rows of the table of files in their order.
func (l *Library) group(files []int) []row {
	rows := make([]row, 0, len(files)+40)
	if !l.grouped {
		for _, n := range files {
			rows = append(rows, row{number: n})
		}
		return rows
	}
	members := make(map[string][]int)
	var names []string
	for _, n := range files {
		province := ""
		if r := l.env.Reports.Summary(n); r != nil {
			province = r.Province
		}
		if members[province] == nil {
			names = append(names, province)
		}
		members[province] = append(members[province], n)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(lang.ProvinceRank(a), lang.ProvinceRank(b)), cmp.Compare(a, b))
	})
	if i := slices.Index(names, ""); i >= 0 { // of no known province: last
		names = append(slices.Delete(names, i, i+1), "")
	}
	for _, name := range names {
		rows = append(rows, row{number: -1, group: name, size: len(members[name])})
		if l.folded[name] {
			continue
		}
		for _, n := range members[name] {
			rows = append(rows, row{number: n, group: name})
		}
	}
	return rows
}

// shown counts the files of rows, folded ones included.
func shown(rows []row) int {
	n := 0
	for _, r := range rows {
		switch {
		case r.number < 0:
			n += r.size
		case r.group == "":
			n++
		}
	}
	return n
}

// onGroup is the province under the cursor; false on a file.
func (l *Library) onGroup() (row, bool) {
	at := l.list.Cursor()
	if at < 0 || at >= len(l.rows) || l.rows[at].number >= 0 {
		return row{}, false
	}
	return l.rows[at], true
}

// toggleGroups lists the files by province, or in one list again.
func (l *Library) toggleGroups() tea.Cmd {
	l.refresh()
	l.grouped = !l.grouped
	l.arrange()
	return nil
}

func (l *Library) notGrouped() string {
	if !l.grouped {
		return l.env.Texts.Library.NotGrouped
	}
	return ""
}

// fold hides the files of the province under the cursor, or shows them.
func (l *Library) fold() tea.Cmd {
	l.refresh()
	at := l.list.Cursor()
	if at < 0 {
		return nil
	}
	name := l.rows[at].group
	l.folded[name] = !l.folded[name]
	for i, r := range l.rows {
		if r.number < 0 && r.group == name {
			l.list.Go(i)
		}
	}
	l.arrange()
	return nil
}

// foldAll folds every province, or unfolds them if one is folded.
func (l *Library) foldAll() tea.Cmd {
	l.refresh()
	some := false
	for _, folded := range l.folded {
		some = some || folded
	}
	clear(l.folded)
	if !some {
		for _, r := range l.rows {
			l.folded[r.group] = true
		}
		if at := l.list.Cursor(); at >= 0 {
			l.list.Go(slices.IndexFunc(l.rows, func(r row) bool { return r.group == l.rows[at].group }))
		}
	}
	l.arrange()
	return nil
}

// groupName is a province in the user's words.
func (l *Library) groupName(r row) string {
	if r.group == "" {
		return l.env.Texts.Library.NoProvince
	}
	return lang.Province(r.group, l.env.Lang)
}

// groupRow draws the name of a province in w cells.
func (l *Library) groupRow(i, w int) string {
	s, c, g, r := l.env.Styles, l.env.Cell, l.env.Glyphs, l.rows[i]
	base, sign := s.Text, g.Unfolded
	if l.folded[r.group] {
		sign = g.Folded
	}
	if i == l.list.Cursor() {
		base, sign = s.Cursor, g.Cursor+sign
	}
	sign = c.Fit(sign, min(gutter, w))
	name := c.FitEllipsis(l.groupName(r), min(c.Width(l.groupName(r)), max(0, w-gutter)))
	count := "  " + fmt.Sprintf(l.env.Texts.Library.GroupF, r.size)
	return (base + s.Accent).Paint(sign+name) + (base + s.Faint).Paint(c.FitEllipsis(count, w-c.Width(sign)-c.Width(name)))
}

// groupPreview says what the province under the cursor has.
func (l *Library) groupPreview(w, h int) []string {
	r, ok := l.onGroup()
	if !ok || w < 8 {
		return blanks(nil, max(0, w), h)
	}
	figures, places := 0, map[string]bool{}
	for i := range l.env.Reports.List {
		if report := l.env.Reports.Summary(i); report != nil && report.Province == r.group {
			figures += report.Figures
			places[report.City+report.Place] = true
		}
	}
	c := l.env.Cell
	return blanks([]string{
		l.env.Styles.Strong.Paint(c.FitEllipsis(l.groupName(r), w)), cell.Blank(w),
		c.FitEllipsis(fmt.Sprintf(l.env.Texts.Library.CountsF, r.size, len(places), figures), w),
	}, w, h)
}
