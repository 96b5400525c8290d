package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/screen"
)

// The beginning of a long file is shown while the whole is read. It stands in
// the library in the whole's place, so that a reader can be open on it; whatever
// would outlast it waits for the whole.

// arrive puts a file into the library: a whole report in the place of its beginning.
func (a *app) arrive(e screen.Entry) {
	r := a.env.Reports
	a.begun = a.begun || e.Beginning
	if n := len(r.List) - 1; r.IsBeginning(n) && r.List[n].Path == e.Path {
		r.Put(e)
		return
	}
	r.Add(e)
}

// openBeginning opens the reader on a beginning that has just arrived.
func (a *app) openBeginning(arrived []screen.Entry) tea.Cmd {
	if a.touched || len(arrived) == 0 || !a.env.Reports.IsBeginning(0) {
		return nil
	}
	return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{0}})
}

// endBeginning puts what was read to its end before who reads its beginning
// already; a reader in which nobody did anything opens anew, where reading stopped
// last time. Where there is no more than a beginning nothing is left to read.
func (a *app) endBeginning() tea.Cmd {
	if !a.begun {
		return nil
	}
	a.begun = false
	r := a.env.Reports
	if r.IsBeginning(0) {
		r.Remove(r.List[0].Path)
	}
	switch {
	case r.Read() == 0:
		a.stack = a.stack[:1]
		return nil
	case !a.touched:
		return nil
	}
	return a.handleRest(ask.Renewed{})
}

// wantsWhole tells what can't be asked of a report of which only the beginning
// is there: what compares it, takes of it or sets it right.
func (a *app) wantsWhole(msg tea.Msg) bool {
	if !a.env.Reports.IsBeginning(0) {
		return false
	}
	switch m := msg.(type) {
	case ask.Open:
		return m.Screen != ask.Reader && m.Screen != ask.Export
	case ask.Mark, ask.MarkAll, ask.OwnPlace, ask.Correct, ask.Uncorrect, ask.Bookmark, ask.Select, ask.SelectAll, ask.Insert:
		return true
	}
	return false
}
