package library

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/screen"
)

// column is one column of the table.
type column struct {
	head  string
	width int // cells, without the gap after it
	right bool
	text  func(*model.Summary) string
	order order // that it shows, byArrival for none
	keep  int   // columns with the lowest go first when room is short
}

// columns lists the columns that fit in w cells; the last one, the
// notices, takes what is left.
func (l *Library) columns(w int) []column {
	t := &l.env.Texts.Words
	all := []column{
		{head: t.Place, width: 10, text: func(r *model.Summary) string { return name(r) }, order: byPlace, keep: 9},
		{head: t.Belongs, width: 16, text: func(r *model.Summary) string { return strings.TrimSpace(r.Province + " " + r.City) }, keep: 4},
		{head: t.Year, width: 4, text: func(r *model.Summary) string { return yearText(r.Year) }, order: byYear, keep: 8},
		{head: t.Kind, width: 8, text: func(r *model.Summary) string { return r.Kind }, keep: 2},
		{head: t.Script, width: max(4, l.env.Cell.Width(t.Script)), text: func(r *model.Summary) string { return t.ScriptMark(r.Script) }, keep: 1},
		{head: t.Characters, width: 7, right: true, text: func(r *model.Summary) string { return thousands(r.Characters) }, order: byCharacters, keep: 6},
		{head: t.Sections, width: max(4, l.env.Cell.Width(t.Sections)), right: true, text: func(r *model.Summary) string { return strconv.Itoa(r.Headings) }, keep: 3},
		{head: t.Figures, width: max(4, l.env.Cell.Width(t.Figures)), right: true, text: func(r *model.Summary) string { return thousands(r.Figures) }, order: byFigures, keep: 7},
		{head: t.Notices, width: 14, text: l.notices, order: byNotices, keep: 5},
	}
	for used(all) > w && len(all) > 2 {
		drop := 0
		for i, c := range all {
			if c.keep < all[drop].keep {
				drop = i
			}
		}
		all = append(all[:drop:drop], all[drop+1:]...)
	}
	last := &all[len(all)-1]
	if !last.right {
		last.width += w - used(all)
	}
	return all
}

const (
	gap    = 2 // cells between columns
	gutter = 3 // cells for the cursor and the mark
)

func used(columns []column) int {
	n := gutter
	for _, c := range columns {
		n += c.width + gap
	}
	return n
}

// table draws the head and the visible rows in w cells.
func (l *Library) table(w int) []string {
	columns := l.columns(w)
	rows := []string{l.head(columns, w)}
	if len(l.rows) == 0 && l.height > 2 {
		rows = append(rows, cell.Blank(w), l.message(w))
	}
	for i := l.top; i < len(l.rows) && len(rows) < l.height; i++ {
		rows = append(rows, l.row(i, columns, w))
	}
	return blanks(rows, w, l.height)
}

// head draws the names of the columns; the one sorted by is underlined.
func (l *Library) head(columns []column, w int) string {
	s, c := l.env.Styles, l.env.Cell
	var b strings.Builder
	b.WriteString(cell.Blank(gutter))
	left := w - gutter
	for _, col := range columns {
		ink := s.Faint
		if l.sort != byArrival && col.order == l.sort {
			ink += s.Figure
		}
		n := min(c.Width(col.head), col.width)
		pad := cell.Blank(col.width - n)
		name := ink.Paint(c.Fit(col.head, n))
		if col.right {
			name = pad + name
		} else {
			name += pad
		}
		if col.width+gap > left {
			break
		}
		b.WriteString(name + cell.Blank(gap))
		left -= col.width + gap
	}
	return b.String() + cell.Blank(left)
}

// row draws one file in w cells.
func (l *Library) row(i int, columns []column, w int) string {
	s, c, g := l.env.Styles, l.env.Cell, l.env.Glyphs
	if l.rows[i].number < 0 {
		return l.groupRow(i, w)
	}
	n := l.rows[i].number
	e := &l.env.Reports.List[n]
	base := s.Text
	cursor := " "
	if i == l.cursor {
		base, cursor = s.Cursor, g.Cursor
	}
	mark := " "
	switch {
	case !e.Read():
		mark = g.Failed
	case l.env.Reports.IsMarked(n):
		mark = g.Mark
	}
	head := base.Paint(" ") + (base + s.Accent).Paint(cursor)
	if !e.Read() {
		return head + (base + s.Bad).Paint(c.FitEllipsis(mark+" "+failure(e, l.env.Texts.Library.CantRead), w-2))
	}
	head = (base + s.Accent).Paint(c.Fit(cursor, 1)) + (base + s.Accent).Paint(c.Fit(mark, 1)) + base.Paint(" ")
	var b strings.Builder
	b.WriteString(head)
	left := w - gutter
	for j, col := range columns {
		if col.width+gap > left {
			break
		}
		text := col.text(e.Summary)
		if j == 0 {
			text = l.called(n, text)
		}
		if col.right {
			text = c.FitRight(text, col.width)
		} else {
			text = c.FitEllipsis(text, col.width)
		}
		b.WriteString(l.inkOf(j, col, base, text).Paint(text + cell.Blank(gap)))
		left -= col.width + gap
	}
	return b.String() + base.Paint(cell.Blank(left))
}

// inkOf makes names stand out and keeps the rest quiet.
func (l *Library) inkOf(j int, col column, base cell.Ink, text string) cell.Ink {
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

func failure(e *screen.Entry, cantRead string) string {
	text := filepath.Base(e.Path) + "  " + cantRead
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
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
func (l *Library) notices(r *model.Summary) string {
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
	return strings.Join(append(grave, light...), " ")
}
