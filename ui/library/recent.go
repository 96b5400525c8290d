package library

import (
	"fmt"
	"strings"

	"duidu/ui/ask"
	"duidu/ui/cell"

	tea "github.com/charmbracelet/bubbletea"
)

// recent is the list of what was opened before; it stands in the place of
// the table.
type recent struct {
	open   bool
	cursor int
}

func (l *Library) toggleRecent() tea.Cmd {
	l.recent = recent{open: !l.recent.open}
	return nil
}

func (l *Library) noRecent() string {
	if len(l.env.Recent()) == 0 {
		return l.env.Texts.Library.NoRecent
	}
	return ""
}

// moveRecent moves the cursor in the list.
func (l *Library) moveRecent(by int) tea.Cmd {
	l.recent.cursor = max(0, min(l.recent.cursor+by, len(l.env.Recent())-1))
	return nil
}

// load asks to read what is under the cursor of the list.
func (l *Library) load() tea.Cmd {
	if l.recent.cursor >= len(l.env.Recent()) {
		return nil
	}
	l.recent.open = false
	l.filter, l.cursor, l.top = "", 0, 0
	return ask.Do(ask.Load{Paths: l.env.Recent()[l.recent.cursor].Paths})
}

func (l *Library) recentMouse(m tea.MouseMsg) tea.Cmd {
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		return l.moveRecent(1)
	case m.Button == tea.MouseButtonWheelUp:
		return l.moveRecent(-1)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		row := m.Y - 1 + l.recentTop()
		if m.Y < 1 || row >= len(l.env.Recent()) {
			return nil
		}
		if row == l.recent.cursor {
			return l.load()
		}
		l.recent.cursor = row
	}
	return nil
}

// recentTop is the first entry shown.
func (l *Library) recentTop() int { return max(0, l.recent.cursor-max(0, l.height-2)) }

// recentRows draws the list in the whole body.
func (l *Library) recentRows() []string {
	s, c, w := l.env.Styles, l.env.Cell, l.width
	rows := []string{s.Faint.Paint(c.FitEllipsis("   "+l.env.Texts.Library.Recent, w))}
	for i := l.recentTop(); i < len(l.env.Recent()) && len(rows) < l.height; i++ {
		r, base, sign := l.env.Recent()[i], s.Text, " "
		if i == l.recent.cursor {
			base, sign = s.Cursor, l.env.Glyphs.Cursor
		}
		count := "  " + fmt.Sprintf(l.env.Texts.Library.GroupF, r.Reports) + " "
		room := max(0, w-gutter-c.Width(count))
		rows = append(rows, (base+s.Accent).Paint(c.Fit(" "+sign, gutter))+
			base.Paint(c.FitEllipsis(strings.Join(r.Paths, "  "), room))+(base+s.Faint).Paint(c.Fit(count, w-gutter-room)))
	}
	if len(l.env.Recent()) == 0 && l.height > 2 {
		rows = append(rows, cell.Blank(w), s.Faint.Paint(c.FitEllipsis("   "+l.env.Texts.Library.NoRecent, w)))
	}
	return blanks(rows, w, l.height)
}
