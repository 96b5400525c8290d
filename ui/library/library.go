// Package library is the screen that lists the reports: a table with a
// cursor, marks, a filter and a preview where there is room.
package library

import (
	"fmt"
	"strings"

	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/pane"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// Library is the screen.
type Library struct {
	env           *screen.Env
	width, height int

	rows    []row
	version int // of env.Reports when rows was made
	sort    order
	filter  string
	grouped bool            // by province
	folded  map[string]bool // provinces
	copies  bool            // repeats of a report are listed, too

	recent recent

	cursor int // index in rows
	top    int // first row shown

	prompt pane.Prompt
}

// New makes the screen; a library opens on nothing in particular.
func New(env *screen.Env, _ ask.Open) screen.Screen {
	return &Library{env: env, version: -1, folded: map[string]bool{}}
}

// Title says what the library holds, and what is hidden or under way.
func (l *Library) Title() (where, note string) {
	r, t := l.env.Reports, &l.env.Texts.Library
	where = t.Title + "  " + fmt.Sprintf(t.CountsF, r.Read(), r.Places, r.Figures)
	var notes []string
	if r.Samples {
		notes = append(notes, t.SamplesNote)
	}
	if r.Failed > 0 {
		notes = append(notes, fmt.Sprintf(t.FailedF, r.Failed))
	}
	if n := r.Repeated(); n > 0 && !l.copies {
		notes = append(notes, fmt.Sprintf(t.RepeatsF, n))
	}
	if l.filter != "" {
		notes = append(notes, fmt.Sprintf(t.FilterF, l.filter, shown(l.rows)))
	}
	if r.Loading {
		frames := l.env.Glyphs.Spinner
		notes = append(notes, frames[r.Version%len(frames)]+" "+fmt.Sprintf(t.LoadingF, len(r.List)))
	}
	return where, strings.Join(notes, "  ")
}

// SetSize gives the body's size in cells and rows.
func (l *Library) SetSize(width, height int) {
	l.width, l.height = width, height
	l.keepInView()
}

// refresh follows the list of reports, keeping the cursor on its report.
func (l *Library) refresh() {
	if l.version == l.env.Reports.Version {
		return
	}
	l.arrange()
}

// arrange makes the rows anew and keeps the cursor on its report.
func (l *Library) arrange() {
	was := row{number: -2}
	if l.cursor < len(l.rows) {
		was = l.rows[l.cursor]
	}
	l.version = l.env.Reports.Version
	l.rows = l.group(l.unlike(arrange(l.env.Reports, l.filter, l.sort)))
	for i, r := range l.rows {
		if r.number == was.number && (r.number >= 0 || r.group == was.group) {
			l.cursor = i
		}
	}
	l.cursor = max(0, min(l.cursor, len(l.rows)-1))
	l.keepInView()
}

// current is the number of the report under the cursor, -1 if none.
func (l *Library) current() int {
	if l.cursor < 0 || l.cursor >= len(l.rows) {
		return -1
	}
	return l.rows[l.cursor].number
}

// listHeight is the number of rows of the table, without its head.
func (l *Library) listHeight() int { return max(0, l.height-1) }

func (l *Library) move(by int) tea.Cmd {
	if l.recent.open {
		return l.moveRecent(by)
	}
	l.refresh()
	l.cursor = max(0, min(l.cursor+by, len(l.rows)-1))
	l.keepInView()
	return nil
}

func (l *Library) keepInView() {
	h := l.listHeight()
	if l.cursor < l.top {
		l.top = l.cursor
	}
	if h > 0 && l.cursor >= l.top+h {
		l.top = l.cursor - h + 1
	}
	l.top = max(0, min(l.top, len(l.rows)-h))
}

// Update takes the keys of the filter and the mouse.
func (l *Library) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if !l.prompt.IsOpen() {
			return nil
		}
		switch l.prompt.Update(msg) {
		case pane.Changed:
			l.recent.open = false
			l.setFilter(l.prompt.Text())
		case pane.Cancelled:
			l.setFilter("")
		}
	case tea.MouseMsg:
		return l.mouse(msg)
	}
	return nil
}

func (l *Library) mouse(m tea.MouseMsg) tea.Cmd {
	l.refresh()
	if l.recent.open {
		return l.recentMouse(m)
	}
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		return l.move(1)
	case m.Button == tea.MouseButtonWheelUp:
		return l.move(-1)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		row := l.top + m.Y - 1
		if m.Y < 1 || row >= len(l.rows) || m.X >= l.tableWidth() {
			return nil
		}
		if row == l.cursor {
			return l.read()
		}
		return l.move(row - l.cursor)
	}
	return nil
}

func (l *Library) setFilter(f string) {
	l.filter = f
	l.arrange()
}

// Prompt draws the filter while it is typed.
func (l *Library) Prompt(width int) (string, bool) {
	if !l.prompt.IsOpen() {
		return "", false
	}
	return l.prompt.View(l.env.Cell, l.env.Styles, width), true
}

// View draws the table and, where there is room, the preview.
func (l *Library) View() []string {
	l.refresh()
	if l.recent.open {
		return l.recentRows()
	}
	tw := l.tableWidth()
	rows := l.table(tw)
	if tw < l.width {
		bar := l.env.Styles.Rule.Paint(l.env.Glyphs.Bar) + " "
		side := l.preview(l.width-tw-2, l.height)
		for i := range rows {
			rows[i] += bar + side[i]
		}
	}
	return rows
}

// previewFrom is the width from which there is room for a preview.
const previewFrom = 120

// tableWidth is the width of the table in cells.
func (l *Library) tableWidth() int {
	if l.width < previewFrom {
		return l.width
	}
	return l.width - max(36, l.width/3)
}

// message fills the body with one line, for a library with nothing in it.
func (l *Library) message(w int) string {
	t := &l.env.Texts.Library
	text := t.Empty
	switch {
	case l.filter != "":
		text = fmt.Sprintf(t.NoMatchF, l.filter)
	case l.env.Reports.Loading:
		text = fmt.Sprintf(t.LoadingF, len(l.env.Reports.List))
	}
	return l.env.Styles.Faint.Paint(l.env.Cell.FitEllipsis("   "+text, w))
}

// blanks fills up to h rows.
func blanks(rows []string, w, h int) []string {
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}
