// Package matrix is the screen that sets many reports side by side: their
// figures by indicator, and how much of their text each theme takes.
package matrix

import (
	"context"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Matrix is the screen.
type Matrix struct {
	env     *screen.Env
	numbers []int // of the reports in the library
	frame   frame

	guard  pane.Guard
	views  [tables]view // without grid until it is built
	shown  table
	recall setting // to take up once the grid is there

	prompt   pane.Prompt
	selected selected
}

// New makes the screen over the reports of the request, or over all.
func New(env *screen.Env, o ask.Open) screen.Screen {
	x := &Matrix{env: env, numbers: o.Reports}
	for n, e := range env.Reports.List {
		if len(o.Reports) == 0 && e.Read() {
			x.numbers = append(x.numbers, n)
		}
	}
	return x
}

// built brings the grid.
type built struct {
	era  pane.Era
	grid *grid
}

// Start gathers the reports in the background.
func (x *Matrix) Start() tea.Cmd {
	reports := make([]*model.Report, 0, len(x.numbers))
	var numbers []int
	for _, n := range x.numbers {
		if r := x.env.Reports.Report(n); r != nil {
			reports, numbers = append(reports, r), append(numbers, n)
		}
	}
	_, era := x.guard.Begin(context.Background())
	env := *x.env // a copy: the command may not see what the shell changes
	return func() tea.Msg { return built{era, newGrid(&env, numbers, reports)} }
}

// manyReports is the number from which reports are rows to begin with: a
// table that is scrolled down is easier to follow than one scrolled aside.
const manyReports = 7

func (x *Matrix) handleBuilt(m built) {
	if !x.guard.Finish(m.era) {
		return
	}
	for t := range tables {
		v := &x.views[t]
		*v = view{grid: m.grid, measure: measure{table: t}}
		if len(m.grid.names) >= manyReports {
			v.down = reportsDown
		}
		v.arrange()
	}
	x.takeUp(x.recall)
	x.arrange()
}

// view is the table that is shown.
func (x *Matrix) view() *view { return &x.views[x.shown] }

// ready tells whether the reports have been gathered.
func (x *Matrix) ready() bool { return x.view().grid != nil }

// Title says what is compared and how it is arranged.
func (x *Matrix) Title() (where, note string) {
	t, v := &x.env.Texts.Matrix, x.view()
	where = t.FiguresTitle
	if x.shown == coverage {
		where = t.CoverageTitle
	}
	if !x.ready() {
		return where, ""
	}
	var notes []string
	if v.measure.perMember {
		notes = append(notes, "["+t.PerMember+"]")
	}
	if v.sorted != unsorted {
		notes = append(notes, x.sortedBy())
	}
	if v.dense {
		notes = append(notes, fmt.Sprintf(t.HiddenF, v.hidden()))
	}
	if v.years {
		notes = append(notes, t.ByYears)
	}
	if v.filter != "" {
		notes = append(notes, fmt.Sprintf(t.FilterF, v.filter, len(v.order)))
	}
	if n := v.columns(); n > x.frame.columns && v.col() >= 0 {
		notes = append(notes, fmt.Sprintf(t.PositionF, v.col()+1, n))
	}
	where += "  " + fmt.Sprintf(t.SizeF, len(v.grid.topics[x.shown]), len(v.grid.names))
	return where, strings.Join(notes, "  ")
}

// sortedBy says what the rows are sorted by.
func (x *Matrix) sortedBy() string {
	t, v := &x.env.Texts.Matrix, x.view()
	name := t.ByName
	if v.column >= 0 {
		name = v.columnName(v.column)
	}
	if v.sorted == rising {
		return fmt.Sprintf(t.SortedUpF, name)
	}
	return fmt.Sprintf(t.SortedDownF, name)
}

// SetSize gives the body's size in cells and rows.
func (x *Matrix) SetSize(width, height int) {
	x.frame.width, x.frame.height = width, height
	x.arrange()
}

// arrange gives the parts their sizes and keeps the cursor in view.
func (x *Matrix) arrange() {
	names := 0
	if x.ready() {
		v := x.view()
		for i := range min(v.rows(), 200) {
			names = max(names, x.env.Cell.Width(v.rowName(i)))
		}
	}
	x.frame = newFrame(x.frame.width, x.frame.height, names)
	if x.ready() {
		x.view().resize(x.frame.rows, x.frame.columns)
	}
}

// Update takes the keys of the filter, the mouse and the grid.
func (x *Matrix) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if !x.prompt.IsOpen() {
			return nil
		}
		switch x.prompt.Update(msg) {
		case pane.Changed:
			x.setFilter(x.prompt.Text())
		case pane.Cancelled:
			x.setFilter("")
		}
	case tea.MouseMsg:
		return x.mouse(msg)
	case ask.Renewed:
		x.Recall(x.Keep())
		return x.Start()
	case built:
		x.handleBuilt(msg)
	}
	return nil
}

// Prompt draws the filter while it is typed.
func (x *Matrix) Prompt(width int) (string, bool) {
	if !x.prompt.IsOpen() {
		return "", false
	}
	return x.prompt.View(x.env.Cell, x.env.Styles, width), true
}

func (x *Matrix) setFilter(f string) {
	if !x.ready() {
		return
	}
	x.view().filter = f
	x.view().arrange()
	x.arrange()
}

func (x *Matrix) mouse(m tea.MouseMsg) tea.Cmd {
	if !x.ready() {
		return nil
	}
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		return x.move(1, 0)
	case m.Button == tea.MouseButtonWheelUp:
		return x.move(-1, 0)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		v := x.view()
		row, col, ok := x.frame.cellAt(m.X, m.Y)
		row, col = row+v.list.Top(), col+v.across.Top()
		if !ok || row >= len(v.order) || col >= v.columns() {
			return nil
		}
		if m.X < x.frame.first() {
			col = nameColumn
		}
		if row == v.row() && col == v.col() && x.noSource() == "" {
			return x.open()
		}
		v.list.Go(row)
		v.across.Go(col)
	}
	return nil
}

// selected remembers which items are selected, so that drawing a cell asks
// a map and not the list.
type selected struct {
	version int
	ids     map[string]bool
}

// isSelected tells whether an item is in the selection.
func (x *Matrix) isSelected(id string) bool {
	items := x.env.Selection().Items
	s := &x.selected
	if len(items) == 0 {
		return false
	}
	if version := x.env.KeptVersion(); s.ids == nil || s.version != version {
		*s = selected{version: version, ids: make(map[string]bool, len(items))}
		for _, it := range items {
			s.ids[it.ID()] = true
		}
	}
	return s.ids[id]
}

// message fills the table with one line where there is nothing to show.
func (x *Matrix) message(w int) string {
	t := &x.env.Texts.Matrix
	text := t.Nothing
	switch {
	case !x.ready():
		text = fmt.Sprintf(t.BuildingF, len(x.numbers))
	case x.view().filter != "":
		text = fmt.Sprintf(t.NoMatchF, x.view().filter)
	}
	return x.env.Styles.Faint.Paint(x.env.Cell.FitEllipsis("   "+cell.Plain(text), w))
}
