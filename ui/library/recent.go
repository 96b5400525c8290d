package library

import (
	"fmt"
	"strings"

	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/columns"
	"duidu/ui/list"

	tea "github.com/charmbracelet/bubbletea"
)

// recent is the list of what was opened before; it stands in the place of
// the table.
type recent struct {
	open bool
	list list.List
}

func (l *Library) toggleRecent() tea.Cmd {
	l.recent.open = !l.recent.open
	l.recent.list.SetRows(len(l.env.Recent()))
	l.recent.list.First()
	return nil
}

func (l *Library) noRecent() string {
	if len(l.env.Recent()) == 0 {
		return l.env.Texts.Library.NoRecent
	}
	return ""
}

// load asks to read what is under the cursor of the list.
func (l *Library) load() tea.Cmd {
	at := l.recent.list.Cursor()
	if at < 0 || at >= len(l.env.Recent()) {
		return nil
	}
	l.recent.open = false
	l.filter.Set("")
	l.list.First()
	return ask.Do(ask.Load{Paths: l.env.Recent()[at].Paths})
}

// recentRows draws the list in the whole body.
func (l *Library) recentRows() []string {
	s, c, w := l.env.Styles, l.env.Cell, l.width
	rows := []string{s.Faint.Paint(c.FitEllipsis("   "+l.env.Texts.Library.Recent, w))}
	l.recent.list.SetRows(len(l.env.Recent()))
	from, to := l.recent.list.Window()
	for i := from; i < to; i++ {
		r, base, sign := l.env.Recent()[i], s.Text, " "
		if i == l.recent.list.Cursor() {
			base, sign = s.Cursor, l.env.Glyphs.Cursor
		}
		count := "  " + fmt.Sprintf(l.env.Texts.Library.GroupF, r.Reports) + " "
		line := columns.NewRow(c, w)
		line.Put(base+s.Accent, " "+sign, gutter)
		line.Put(base, strings.Join(r.Paths, "  "), line.Left()-c.Width(count))
		line.Put(base+s.Faint, count, line.Left())
		rows = append(rows, line.End(base))
	}
	if len(l.env.Recent()) == 0 && l.height > 2 {
		rows = append(rows, cell.Blank(w), s.Faint.Paint(c.FitEllipsis("   "+l.env.Texts.Library.NoRecent, w)))
	}
	return blanks(rows, w, l.height)
}
