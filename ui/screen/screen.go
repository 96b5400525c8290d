// Package screen is the contract between the shell and its screens.
//
// To add a screen: make a folder beside library and reader whose type
// implements Screen, add its texts to lang and one line to the table in
// ui/screens.go. The rules:
//
//   - a screen imports pane, cell, theme, lang, ask and this package, never
//     another screen and never the shell;
//   - it draws exactly the cells SetSize gave it, and believes that they
//     are the whole terminal: narrow and wide are decided by that size;
//   - every key that means something stands in Actions, with its handler
//     and its texts; footer, help and the documentation follow from it.
//     Only while Prompt says it is typing do raw keys come to Update;
//   - Update does no I/O and nothing slow: work goes into a command, its
//     result carries an identity (pane.Guard), and shared state (Env) is
//     read, never written;
//   - it asks the shell for everything else by the messages of ask.
package screen

import (
	"fmt"
	"io"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/theme"
)

// Screen is one full-screen view of the program.
type Screen interface {
	// Title is what the title line says after the program's name: where the
	// reader is, which is shortened when room is short, and a note on the
	// state of things, which is not.
	Title() (where, note string)
	// SetSize gives the size of the body in cells and rows.
	SetSize(width, height int)
	// View draws the body: exactly height rows of exactly width cells.
	View() []string
	// Actions lists what keys do here. The list is made once; whether an
	// action can be done now is asked of it.
	Actions() []Action
	// Update takes every message that is not a key of an action.
	Update(tea.Msg) tea.Cmd
	// Prompt draws the prompt line while the user types, and tells whether
	// that is so.
	Prompt(width int) (row string, typing bool)
}

// Maker makes a screen for a request.
type Maker func(*Env, ask.Open) Screen

// Action is something a key does. The tables of all screens and of the
// shell together are the one place where keys are named.
type Action struct {
	ID string // library.sort: stable, for documentation and tests
	// Scope is the view of a Scoped screen that the action belongs to,
	// empty for all of its views.
	Scope string
	Keys  []string // as bubbletea spells them; the first one is shown
	Text  lang.Phrase
	// Footer is the place in the footer, 1 first; 0 keeps it in the help.
	Footer int
	// Steady keeps the action in the footer, faint, while it can't be done:
	// a job that the user should know of.
	Steady bool
	Do     func() tea.Cmd
	// Counts lets a number typed before the key do it so many times.
	Counts bool
	// Why says why the action can't be done now, empty if it can; nil
	// means always.
	Why func() string
}

// Scoped is a screen with several views, in which a key may mean different
// things.
type Scoped interface {
	// Scope names the view that is shown.
	Scope() string
}

// In lists the actions of a table that a screen has now.
func In(s Screen, table []Action) []Action {
	scoped, ok := s.(Scoped)
	if !ok {
		return table
	}
	scope := scoped.Scope()
	var list []Action
	for _, a := range table {
		if a.Scope == "" || a.Scope == scope {
			list = append(list, a)
		}
	}
	return list
}

// Starter is a screen with work to do once it is open.
type Starter interface {
	Start() tea.Cmd
}

// Reason is why the action can't be done now, empty if it can.
func (a *Action) Reason() string {
	if a.Why == nil {
		return ""
	}
	return a.Why()
}

// Env is what every screen may know. Screens read it; the shell writes it.
type Env struct {
	Cell      cell.Policy
	Styles    *theme.Styles
	Glyphs    theme.Glyphs
	Lang      lang.Lang
	Texts     *lang.Texts
	Catalogue *model.Catalogue
	Words     lang.Names // of what is taken away
	Query     model.QueryReader
	// Locate gives the full names (province, city and place, a blank between)
	// of the places that a name means; nil knows none.
	Locate  func(name string) []string
	Reports *Reports
	Kept    // selection, pairings, bookmarks, folders opened before
	// Searches is what was searched for; nil remembers nothing.
	Searches *pane.History
	// Terminal takes what goes to the terminal past the screen, such as
	// text for its clipboard. One Write is one piece: it never mixes with
	// a frame. Only commands write to it.
	Terminal io.Writer
	// Getenv reads the environment.
	Getenv func(string) string
}

// Stands words where a report stands among its neighbours; empty where it has
// no rank.
func (e *Env) Stands(s compare.Standing) string {
	if s.Rank == 0 || s.Median == nil {
		return ""
	}
	return fmt.Sprintf(e.Texts.Neighbours.PlaceF, s.Rank, s.Neighbours+1, e.Words.Numbers.Amount(*s.Median)+s.Own.Unit)
}

// IndicatorName is the name of an indicator in the user's language, its id if
// the catalogue does not have it.
func (e *Env) IndicatorName(id string) string {
	if in, ok := e.Catalogue.Indicator(id); ok && id != "" {
		return e.Words.Pick(in.Name, in.English)
	}
	return id
}

// ThemeName is the name of a theme in the user's language.
func (e *Env) ThemeName(id string) string {
	t := e.Catalogue.Theme(id)
	if e.Lang == lang.English && t.English != "" {
		return t.English
	}
	return t.Name
}

// TopicIndex is the place of a theme in the catalogue, -1 for none.
func (e *Env) TopicIndex(id string) int {
	return slices.IndexFunc(e.Catalogue.Themes, func(t model.Theme) bool { return t.ID == id })
}

// Topic is the ink of a theme.
func (e *Env) Topic(id string) cell.Ink {
	for i, t := range e.Catalogue.Themes {
		if t.ID == id {
			return e.Styles.Topic(i)
		}
	}
	return ""
}
