// Package neighbours is the screen of one county: where it stands among the
// others in every indicator, what it counted year by year, and what all of
// them counted of one indicator over the years.
package neighbours

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Neighbours is the screen.
type Neighbours struct {
	env       *screen.Env
	numbers   []int // of the reports in the library
	own       int   // the number of the county's report; -1 for none
	frame     frame
	shown     view
	indicator string // of the third view
	sentences bool   // those of the strongest are shown

	guard pane.Guard
	data  *table // nil until it is gathered

	list   list.List
	across list.List // of the columns
	order  order
	filter list.Filter
	rows   []int // of the table that show, in their order
}

// order is how the rows are sorted.
type order int

const (
	byCatalogue order = iota
	byRank            // the first places first
	byTrust           // what may be believed least first
	orders
)

// view is which of the three tables is shown.
type view int

const (
	standing  view = iota // a row an indicator
	years                 // a row an indicator, a column a year
	indicator             // a row a place, a column a year
	views
)

// New opens the screen on the user's own county among the reports of the
// request, or where there is none, on that of its first report.
func New(env *screen.Env, o ask.Open) screen.Screen {
	x := &Neighbours{env: env, own: -1}
	var own *model.Summary
	if len(o.Reports) > 0 {
		own = env.Reports.Summary(o.Reports[0])
	}
	for n := range env.Reports.List {
		if s := env.Reports.Summary(n); env.IsOwn(s) && (!env.IsOwn(own) || s.Year > own.Year) {
			own = s
		}
	}
	if own == nil {
		return x
	}
	in := make(map[int]bool)
	for _, n := range o.Reports {
		in[n] = true
	}
	for n := range env.Reports.List { // all years of the county, whatever is marked
		s := env.Reports.Summary(n)
		if s == nil || env.Reports.Repeats(n) && !in[n] {
			continue
		}
		mine := s.Place != "" && screen.FullName(s) == screen.FullName(own)
		if mine && (x.own < 0 || s.Year > env.Reports.Summary(x.own).Year) {
			x.own = n
		}
		if mine || in[n] {
			x.numbers = append(x.numbers, n)
		}
	}
	return x
}

// gathered brings a table.
type gathered struct {
	era  pane.Era
	data *table
}

// Start gathers the table that is shown, in the background.
func (x *Neighbours) Start() tea.Cmd {
	x.data = nil
	if x.own < 0 {
		return nil
	}
	var subject sources
	for _, n := range x.numbers {
		if r := x.env.Reports.Report(n); r != nil {
			if n == x.own {
				subject.own = len(subject.reports)
			}
			subject.reports, subject.numbers = append(subject.reports, r), append(subject.numbers, n)
		}
	}
	_, era := x.guard.Begin(context.Background())
	env, shown, id := *x.env, x.shown, x.indicator // a copy: the command may not see what the shell changes
	return func() tea.Msg { return gathered{era, subject.table(&env, shown, id)} }
}

// Scope names the table that is shown.
func (x *Neighbours) Scope() string {
	return [views]string{"standing", "years", "indicator"}[x.shown]
}

// Title says which county and which table.
func (x *Neighbours) Title() (where, note string) {
	where = x.where()
	if x.filter.Text() != "" {
		note = fmt.Sprintf(x.env.Texts.Matrix.FilterF, x.filter.Text(), len(x.rows))
	}
	return where, note
}

func (x *Neighbours) where() string {
	t := &x.env.Texts.Neighbours
	name := ""
	if s := x.env.Reports.Summary(x.own); s != nil {
		name = s.Place
	}
	switch x.shown {
	case years:
		return fmt.Sprintf(t.YearsF, name)
	case indicator:
		if in, ok := x.env.Catalogue.Indicator(x.indicator); ok {
			name = x.env.Words.Pick(in.Name, in.English)
		}
		return fmt.Sprintf(t.IndicatorF, name)
	}
	if s := x.env.Reports.Summary(x.own); s != nil && s.Year > 0 {
		name += fmt.Sprintf(" %d", s.Year)
	}
	return fmt.Sprintf(t.StandingF, name)
}

// SetSize gives the body's size in cells and rows.
func (x *Neighbours) SetSize(width, height int) {
	x.frame.width, x.frame.height = width, height
	x.arrange()
}

// arrange gives the parts their sizes.
func (x *Neighbours) arrange() {
	x.frame = newFrame(x.env.Cell, x.frame.width, x.frame.height, x.data, x.sentences)
	x.list.SetHeight(x.frame.rows)
	x.across.SetHeight(x.frame.columns)
}

// Update takes the table and the mouse.
func (x *Neighbours) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ask.Renewed:
		return x.Start()
	case gathered:
		if !x.guard.Finish(msg.era) {
			return nil
		}
		x.data = msg.data
		x.sort()
		x.across.SetRows(len(x.data.head))
		x.list.First()
		x.arrange()
		if x.across.Go(1); x.shown != standing { // the county's own figure, the last year
			x.across.Last()
		}
	case tea.KeyMsg:
		if x.filter.IsOpen() && x.filter.Type(msg) {
			x.sort()
		}
	case tea.MouseMsg:
		msg.Y-- // below the head
		x.list.Mouse(msg)
	}
	return nil
}

// Prompt draws the filter while it is typed.
func (x *Neighbours) Prompt(width int) (string, bool) {
	if !x.filter.IsOpen() {
		return "", false
	}
	return x.filter.View(x.env.Cell, x.env.Styles, width), true
}

// sort lists the rows that the filter leaves, in their order.
func (x *Neighbours) sort() {
	x.rows = x.rows[:0]
	if x.data == nil {
		return
	}
	for i := range x.data.rows {
		if x.filter.Matches(x.data.rows[i].name) {
			x.rows = append(x.rows, i)
		}
	}
	trust := map[compare.Trust]int{compare.TrustDoubt: 1, compare.TrustPart: 2, compare.TrustWhole: 3}
	key := func(i int) int {
		switch r := &x.data.rows[i]; {
		case x.shown != standing || x.order == byCatalogue:
			return 0
		case x.order == byRank:
			return cmp.Or(r.rank, 1<<30)
		default:
			return cmp.Or(trust[r.trust], 4)
		}
	}
	slices.SortStableFunc(x.rows, func(i, k int) int { return cmp.Compare(key(i), key(k)) })
	x.list.SetRows(len(x.rows))
}

// row is the row under the cursor, nil if there is none.
func (x *Neighbours) row() *row {
	if at := x.list.Cursor(); x.data != nil && at >= 0 && at < len(x.rows) {
		return &x.data.rows[x.rows[at]]
	}
	return nil
}

// current is what stands in the cell under the cursor; nothing where it is
// empty.
func (x *Neighbours) current() ref {
	r := x.row()
	if r == nil || x.across.Cursor() < 0 || x.across.Cursor() >= len(r.refs) {
		return ref{}
	}
	return r.refs[x.across.Cursor()]
}

// message is what there is to say in place of a table.
func (x *Neighbours) message() string {
	t := &x.env.Texts.Neighbours
	switch {
	case x.own < 0:
		return t.NoPlace
	case x.data == nil:
		return t.Working
	case x.filter.Text() != "" && len(x.data.rows) > 0:
		return fmt.Sprintf(x.env.Texts.Matrix.NoMatchF, x.filter.Text())
	case x.shown == years:
		return t.OneYear
	}
	return t.Nothing
}

// empty tells whether there is no table to move in.
func (x *Neighbours) empty() bool { return x.row() == nil }

// blank is a row with nothing but a text.
func (x *Neighbours) blank(text string) string {
	return x.env.Styles.Faint.Paint(x.env.Cell.FitEllipsis("   "+cell.Plain(text), x.frame.width))
}
