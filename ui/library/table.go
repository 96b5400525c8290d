package library

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/columns"
	"duidu/ui/lang"
	"duidu/ui/screen"
)

// column is one column of the table.
type column struct {
	columns.Column
	head  string
	right bool
	text  func(*model.Summary) string
	order order // that it shows, byArrival for none
}

const (
	gap    = 2 // cells between columns
	gutter = 3 // cells for the cursor and the mark
)

// wants are the cells that texts of unlike length would like.
type wants struct{ name, belongs, kind, notices int }

// measured is how many reports are looked at for the widths of the columns:
// enough to show them well, and the same for sixty thousand.
const measured = 400

// measure finds how wide the texts of the table are.
func (l *Library) measure() wants {
	var w wants
	c := l.env.Cell
	for _, r := range l.rows[:min(len(l.rows), measured)] {
		report := l.env.Reports.Summary(r.number)
		if report == nil {
			continue
		}
		w.name = max(w.name, c.Width(l.called(r.number, name(report))))
		w.belongs = max(w.belongs, c.Width(l.belongs(report)))
		w.kind = max(w.kind, c.Width(report.Kind))
		w.notices = max(w.notices, c.Width(l.notices(report)))
	}
	return w
}

// columns are all columns of the table; of 0 cells those that don't fit.
func (l *Library) columns(w int) []column {
	t, c := &l.env.Texts.Words, l.env.Cell
	wide := func(least, want, most, keep int) columns.Column {
		want = max(least, min(want, most))
		return columns.Column{Want: want, Least: least, Keep: keep}
	}
	script := columns.Column{Want: max(4, c.Width(t.Script)), Keep: 1}
	number := func(head string, n, keep int) columns.Column {
		return columns.Column{Want: max(n, c.Width(head)), Keep: keep}
	}
	names := 10
	if l.env.OwnPlace() != "" {
		names = 12 // so that three characters and the mark behind them are never cut
	}
	all := []column{
		{wide(names, l.wants.name, 24, 9), t.Place, false, name, byPlace},
		{wide(8, l.wants.belongs, 24, 4), t.Belongs, false, l.belongs, byArrival},
		{number(t.Year, 4, 8), t.Year, false, func(r *model.Summary) string { return yearText(r.Year) }, byYear},
		{wide(8, l.wants.kind, 28, 2), t.Kind, false, func(r *model.Summary) string { return r.Kind }, byArrival},
		{script, t.Script, false, func(r *model.Summary) string { return t.ScriptMark(r.Script) }, byArrival},
		{number(t.Characters, 7, 6), t.Characters, true, func(r *model.Summary) string { return thousands(r.Characters) }, byCharacters},
		{number(t.Sections, 4, 3), t.Sections, true, func(r *model.Summary) string { return strconv.Itoa(r.Headings) }, byArrival},
		{number(t.Figures, 4, 7), t.Figures, true, func(r *model.Summary) string { return thousands(r.Figures) }, byFigures},
		{wide(14, l.wants.notices, 40, 5), t.Notices, false, l.notices, byNotices},
	}
	fits := make([]columns.Column, len(all))
	for i := range all {
		if l.sorts(&all[i]) {
			all[i].head += l.arrow()
			all[i].Want = max(all[i].Want, c.Width(all[i].head))
		}
		fits[i] = all[i].Column
	}
	fits[len(fits)-1].Most = w
	for i, n := range columns.Fit(w-gutter, gap, fits) {
		all[i].Want = n
	}
	return all
}

// sorts tells whether the table is sorted by a column.
func (l *Library) sorts(c *column) bool { return l.sort != byArrival && c.order == l.sort }

// arrow is the sign behind the name of the column that sorts.
func (l *Library) arrow() string {
	if l.sort.falls() != l.reversed {
		return l.env.Glyphs.Falling
	}
	return l.env.Glyphs.Rising
}

// table draws the head and the visible rows in w cells.
func (l *Library) table(w int) []string {
	all := l.columns(w)
	rows := []string{l.head(all, w)}
	if len(l.rows) == 0 && l.height > 2 {
		rows = append(append(rows, cell.Blank(w)), l.message(w)...)
	}
	from, to := l.list.Window()
	for i := from; i < to && i < len(l.rows); i++ {
		rows = append(rows, l.row(i, all, w))
	}
	return blanks(rows, w, l.height)
}

// head draws the names of the columns; the one sorted by has an arrow.
func (l *Library) head(all []column, w int) string {
	s := l.env.Styles
	line := columns.NewRow(l.env.Cell, w)
	line.Put("", "", gutter)
	for i := range all {
		col := &all[i]
		if col.Want == 0 {
			continue
		}
		ink := s.Faint
		if l.sorts(col) {
			ink = s.Strong
		}
		if col.right {
			line.Right(ink, col.head, col.Want)
		} else {
			line.Put(ink, col.head, col.Want)
		}
		line.Put("", "", gap)
	}
	return line.End("")
}

// row draws one file in w cells.
func (l *Library) row(i int, all []column, w int) string {
	s, g := l.env.Styles, l.env.Glyphs
	if l.rows[i].number < 0 {
		return l.groupRow(i, w)
	}
	n := l.rows[i].number
	e := &l.env.Reports.List[n]
	base, cursor := s.Text, " "
	if i == l.list.Cursor() {
		base, cursor = s.Cursor, g.Cursor
	}
	line := columns.NewRow(l.env.Cell, w)
	line.Put(base+s.Accent, cursor, 1)
	switch {
	case !e.Read():
		line.Put(base+s.Bad, g.Failed, 1)
	case l.env.Reports.IsMarked(n):
		line.Put(base+s.Accent, g.Mark, 1)
	default:
		line.Put(base, "", 1)
	}
	line.Put(base, "", 1)
	if !e.Read() {
		line.Put(base+s.Bad, l.failure(e), line.Left())
		return line.End(base)
	}
	for j := range all {
		col := &all[j]
		if col.Want == 0 {
			continue
		}
		text := col.text(e.Summary)
		if j == 0 {
			text = l.called(n, text)
		}
		ink := l.inkOf(j, col, base, text)
		if col.right {
			line.Right(ink, text, col.Want)
		} else {
			line.Put(ink, text, col.Want)
		}
		line.Put(base, "", gap)
	}
	return line.End(base)
}

// inkOf makes names stand out and keeps the rest quiet.
func (l *Library) inkOf(j int, col *column, base cell.Ink, text string) cell.Ink {
	s := l.env.Styles
	switch {
	case j == 0:
		return base + s.Strong
	case col.order == byNotices && strings.Contains(text, l.env.Glyphs.Warn):
		return base + s.Warn
	case col.order == byNotices:
		return base + s.Faint
	}
	return base
}

// name is the place, or what is known instead.
func name(r *model.Summary) string {
	switch {
	case r.Place != "":
		return r.Place
	case r.Title != "":
		return r.Title
	}
	return filepath.Base(r.Path)
}

// belongs is what a place is in.
func (l *Library) belongs(r *model.Summary) string {
	return lang.Belongs(r.Province, r.City, r.Place, l.env.Lang)
}

// failure says why a file became no report.
func (l *Library) failure(e *screen.Entry) string {
	name, why := filepath.Base(e.Path), l.env.Texts.Library.CantRead
	if e.Err == nil {
		return name + "  " + why
	}
	text := l.env.Texts.Faults.Why(e.Err)
	for _, said := range []string{e.Path, name} { // errors of no kind begin with the file
		if before, after, ok := strings.Cut(text, said); ok && len(before) < len(said)+24 {
			text = strings.TrimLeft(after, "：: ")
			break
		}
	}
	return name + "  " + why + ": " + text
}

func yearText(y int) string {
	if y == 0 {
		return "—"
	}
	return strconv.Itoa(y)
}

// thousands writes a count with commas, as reports of length do.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// notices counts the notices of a report by kind.
func (l *Library) notices(r *model.Summary) string { return strings.Join(l.noticeCounts(r), " ") }

// noticeCounts lists how many notices there are of each kind, those to know
// of first.
func (l *Library) noticeCounts(r *model.Summary) []string {
	var grave, light []string
	for _, n := range r.Notices {
		text := fmt.Sprintf("%s %d", l.env.Texts.Words.Notice(n.Kind), n.Count)
		if screen.Weighty(n.Kind) {
			grave = append(grave, text)
		} else {
			light = append(light, text)
		}
	}
	if len(grave) > 0 {
		grave[0] = l.env.Glyphs.Warn + " " + grave[0]
	}
	return append(grave, light...)
}

// blanks fills up to h rows.
func blanks(rows []string, w, h int) []string {
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:max(0, h)]
}
