// Package library is the screen that lists the reports: a table with a
// cursor, marks, a filter and a preview where there is room.
package library

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/correct"
	"duidu/ui/list"
	"duidu/ui/screen"
)

// Library is the screen.
type Library struct {
	env           *screen.Env
	width, height int

	files    []int // that are listed, in their order; folded ones as well
	rows     []row
	list     list.List
	version  int // of env.Reports when rows was made
	sort     order
	reversed bool
	filter   list.Filter
	grouped  bool            // by province
	folded   map[string]bool // provinces
	copies   bool            // repeats of a report are listed, too
	wants    wants           // what the columns would like

	recent     recent
	correcting correct.Line
}

// New makes the screen; a library opens on nothing in particular.
func New(env *screen.Env, _ ask.Open) screen.Screen {
	return &Library{env: env, version: -1, folded: map[string]bool{}}
}

// Title says what the library holds, and what is hidden or under way.
func (l *Library) Title() (where, note string) {
	l.refresh()
	r, t := l.env.Reports, &l.env.Texts.Library
	where = t.Title + "  " + fmt.Sprintf(t.CountsF, r.Read(), r.Places, r.Figures)
	var notes []string
	add := func(is bool, text string) {
		if is {
			notes = append(notes, text)
		}
	}
	add(len(r.Marked()) > 0, l.env.Glyphs.Mark+fmt.Sprintf(l.env.Texts.Lists.MarkedF, len(r.Marked())))
	add(l.filter.Text() != "", fmt.Sprintf(t.FilterF, l.filter.Text(), shown(l.rows)))
	add(!l.list.Fits() && !l.recent.open, fmt.Sprintf(l.env.Texts.Lists.PositionF, l.list.Cursor()+1, l.list.Rows()))
	add(r.Samples, t.SamplesNote)
	add(r.Failed > 0, fmt.Sprintf(t.FailedF, r.Failed))
	add(r.Repeated() > 0 && !l.copies, fmt.Sprintf(t.RepeatsF, r.Repeated()))
	if r.Loading {
		frames := l.env.Glyphs.Spinner
		add(true, frames[r.Ticks()%len(frames)]+" "+l.env.Texts.Progress.Line(r.Progress))
	}
	return where, strings.Join(notes, "  ")
}

// SetSize gives the body's size in cells and rows.
func (l *Library) SetSize(width, height int) {
	l.width, l.height = width, height
	l.list.SetHeight(max(0, height-1)) // below the head
	l.recent.list.SetHeight(max(0, height-1))
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
	if at := l.list.Cursor(); at >= 0 && at < len(l.rows) {
		was = l.rows[at]
	}
	l.version = l.env.Reports.Version
	l.files = l.unlike(l.arranged())
	l.rows = l.group(l.files)
	l.wants = l.measure()
	l.list.SetRows(len(l.rows))
	for i, r := range l.rows {
		if r.number == was.number && (r.number >= 0 || r.group == was.group) {
			l.list.Go(i)
		}
	}
}

// current is the number of the report under the cursor, -1 if none.
func (l *Library) current() int {
	if at := l.list.Cursor(); at >= 0 && at < len(l.rows) {
		return l.rows[at].number
	}
	return -1
}

// moving is the list that the keys move in.
func (l *Library) moving() *list.List {
	if l.recent.open {
		return &l.recent.list
	}
	l.refresh()
	return &l.list
}

// Update takes the keys of the filter and the mouse.
func (l *Library) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if l.correcting.IsOpen() {
			return l.correcting.Type(msg)
		}
		if l.filter.IsOpen() && l.filter.Type(msg) {
			l.recent.open = false
			l.arrange()
		}
	case tea.MouseMsg:
		return l.mouse(msg)
	}
	return nil
}

func (l *Library) mouse(m tea.MouseMsg) tea.Cmd {
	m.Y-- // below the head
	if !l.recent.open && m.Button == tea.MouseButtonLeft && m.X >= l.tableWidth() {
		return nil
	}
	if l.moving().Mouse(m) == list.Chosen {
		return l.read()
	}
	return nil
}

func (l *Library) setFilter(f string) {
	l.filter.Set(f)
	l.arrange()
}

// Prompt draws the filter while it is typed.
func (l *Library) Prompt(width int) (string, bool) {
	if l.correcting.IsOpen() {
		return l.correcting.View(width), true
	}
	if !l.filter.IsOpen() {
		return "", false
	}
	return l.filter.View(l.env.Cell, l.env.Styles, width), true
}

// View draws the table and, where there is room, the preview. Between the
// two, or at the right end, a bar shows which part of the list is in view.
func (l *Library) View() []string {
	l.refresh()
	if l.recent.open {
		return l.recentRows()
	}
	tw := l.tableWidth()
	rows := l.table(tw)
	side := []string(nil)
	if tw+1 < l.width {
		side = l.preview(l.width-tw-2, l.height)
	}
	from, size := l.list.Thumb()
	for i := range rows {
		bar := l.env.Styles.Rule.Paint(l.env.Cell.Fit(l.env.Glyphs.Track, 1))
		switch {
		case size > 0 && i > from && i <= from+size:
			bar = l.env.Styles.Faint.Paint(l.env.Glyphs.Thumb)
		case side != nil:
			bar = l.env.Styles.Rule.Paint(l.env.Glyphs.Bar)
		}
		if rows[i] += bar; side != nil {
			rows[i] += " " + side[i]
		}
	}
	return rows
}

// previewFrom is the width from which there is room for a preview.
const previewFrom = 120

// tableWidth is the width of the table in cells, the bar beside it not
// counted.
func (l *Library) tableWidth() int {
	if l.width < previewFrom {
		return max(0, l.width-1)
	}
	return l.width - max(36, min(l.width/3, 72)) - 1
}

// message says why a library has nothing in it, in lines of w cells.
func (l *Library) message(w int) []string {
	t := &l.env.Texts.Library
	text := t.Empty
	switch {
	case l.filter.Text() != "":
		text = fmt.Sprintf(t.NoMatchF, l.filter.Text())
	case l.env.Reports.Loading:
		text = l.env.Texts.Progress.Line(l.env.Reports.Progress)
	}
	const indent = 3
	var rows []string
	for _, line := range l.env.Cell.Wrap(text, max(1, w-indent), cell.Options{}) {
		rows = append(rows, l.env.Styles.Faint.Paint(l.env.Cell.Fit(cell.Blank(indent)+text[line.Start:line.End], w)))
	}
	return rows
}
