// Package search is the screen that looks a query up in every report of the
// library and lists the hits, report by report, while they are found.
package search

import (
	"errors"
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Search is the screen.
type Search struct {
	env           *screen.Env
	width, height int

	prompt pane.Prompt
	query  string // as typed, empty before the first
	parsed model.Query
	hunt   hunt

	list    list.List // over the rows of the results
	results results
}

// New makes the screen. With a query it searches at once, else it asks for
// one.
func New(env *screen.Env, o ask.Open) screen.Screen {
	s := &Search{env: env, query: o.Query}
	s.list.Lead = func(row int) bool { // a first hit shows whose it is
		i := s.results.at(row)
		return i >= 0 && s.results.found[i].row == row-1
	}
	if s.query == "" {
		s.prompt.Open(env.Texts.Search.Label)
		s.prompt.Recall(env.Searches)
	}
	return s
}

// Start begins the search that the screen was opened with.
func (s *Search) Start() tea.Cmd {
	if s.query == "" {
		return nil
	}
	return s.begin(s.query)
}

// begin looks for a query from the first report on.
func (s *Search) begin(query string) tea.Cmd {
	q, err := model.ParseQuery(query, s.env.Query)
	switch {
	case errors.Is(err, model.ErrShort):
		s.query = ""
		return tea.Batch(ask.Tell(ask.Warning, s.env.Texts.Search.TooShort), s.cancelled())
	case errors.Is(err, model.ErrPattern):
		return ask.Tell(ask.Warning, fmt.Sprintf(s.env.Texts.Search.BadPatternF, query))
	case err != nil:
		return s.cancelled()
	}
	s.query, s.parsed = query, q
	s.results = results{query: q}
	s.list.SetRows(0)
	s.list.First()
	return s.hunt.begin(s.env.Reports, q)
}

// cancelled goes back when nothing has been searched for yet.
func (s *Search) cancelled() tea.Cmd {
	if s.query == "" {
		return ask.Do(ask.Back{})
	}
	return nil
}

// Title says what was looked for, what was found and how far the search is.
func (s *Search) Title() (where, note string) {
	t := &s.env.Texts.Search
	where = t.Title
	if s.query == "" {
		return where, ""
	}
	where += " " + s.env.Glyphs.Crumb + " " + s.query
	notes := []string{fmt.Sprintf(t.CountsF, s.results.hits, len(s.results.found))}
	switch {
	case s.hunt.running():
		frames := s.env.Glyphs.Spinner
		notes = append(notes, frames[s.hunt.batches%len(frames)]+" "+fmt.Sprintf(t.ProgressF, s.hunt.done, len(s.hunt.reports)))
	case s.hunt.done < len(s.hunt.reports):
		notes = append(notes, fmt.Sprintf(t.StoppedF, s.hunt.done, len(s.hunt.reports)))
	}
	return where, strings.Join(notes, "  ")
}

// SetSize gives the body's size in cells and rows.
func (s *Search) SetSize(width, height int) {
	s.width, s.height = width, height
	s.list.SetHeight(height)
}

// Update takes what the search found, the prompt's keys, the mouse, and the
// step to another report from the reader above.
func (s *Search) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case batch:
		return s.take(msg)
	case ask.Step:
		return s.step(msg.By)
	case tea.KeyMsg:
		if !s.prompt.IsOpen() {
			return nil
		}
		switch s.prompt.Update(msg) {
		case pane.Done:
			return s.begin(s.prompt.Text())
		case pane.Cancelled:
			return s.cancelled()
		}
	case tea.MouseMsg:
		return s.mouse(msg)
	}
	return nil
}

// take adds what a batch found and asks for the next one. The cursor goes
// to the first hit as soon as there is one.
func (s *Search) take(b batch) tea.Cmd {
	if !s.hunt.take(b) {
		return nil
	}
	first := len(s.results.found) == 0
	s.results.add(b.found)
	s.list.SetRows(s.results.rows())
	if first && len(s.results.found) > 0 && s.list.Cursor() == 0 {
		s.list.Move(1)
	}
	return s.hunt.next(s.env.Reports)
}

// step opens the next report with hits in the place of the one that is
// read, at its first hit; going back, the one before at its last.
func (s *Search) step(by int) tea.Cmd {
	i := s.results.at(s.list.Cursor()) + by
	switch {
	case i < 0:
		return ask.Tell(ask.Info, s.env.Texts.Search.FirstReport)
	case i >= len(s.results.found):
		return ask.Tell(ask.Info, s.env.Texts.Search.LastReport)
	}
	s.results.unfold(i)
	s.list.SetRows(s.results.rows())
	row := s.results.found[i].row + 1
	if by < 0 {
		row = s.results.found[i].row + s.results.found[i].lines
	}
	s.list.Go(row)
	request, ok := s.request()
	if !ok {
		return nil
	}
	request.Instead = true
	return ask.Do(request)
}

// request is what opens the reader at the row under the cursor; false if
// there is none.
func (s *Search) request() (ask.Open, bool) {
	i := s.results.at(s.list.Cursor())
	if i < 0 {
		return ask.Open{}, false
	}
	f := s.results.found[i]
	k := max(0, s.list.Cursor()-f.row-1)
	looked := s.results.hitsOf(i)
	if len(looked.hits) == 0 {
		return ask.Open{}, false
	}
	return ask.Open{Screen: ask.Reader, Reports: []int{f.number}, At: looked.line(min(k, len(looked.lines)-1))[0].Anchor, Query: s.query}, true
}

// Prompt draws the query while it is typed.
func (s *Search) Prompt(width int) (string, bool) {
	if !s.prompt.IsOpen() {
		return "", false
	}
	return s.prompt.View(s.env.Cell, s.env.Styles, width), true
}

// move is a command that moves in the list.
func (s *Search) move(f func(*list.List)) func() tea.Cmd {
	return func() tea.Cmd { f(&s.list); return nil }
}

func (s *Search) mouse(m tea.MouseMsg) tea.Cmd {
	if s.list.Mouse(m) == list.Chosen {
		return s.open()
	}
	return nil
}
