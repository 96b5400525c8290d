package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
)

// handleBookmark keeps a place, or forgets it if it is kept.
func (a *app) handleBookmark(m ask.Bookmark) tea.Cmd {
	texts, b := &a.env.Texts.Shell, m.Bookmark
	format := texts.UnbookmarkedF
	list, put := a.env.Bookmarks().Toggle(b)
	if put {
		format = texts.BookmarkedF
	}
	a.env.SetBookmarks(list)
	head, _ := a.env.Cell.Cut(b.Text, 32)
	return tea.Batch(a.handleRest(m), a.status.say(ask.Say{Tone: ask.Good, Text: fmt.Sprintf(format, head)}))
}

// handleOwnPlace takes a place as the user's own county, or none; the lists
// put it first.
func (a *app) handleOwnPlace(m ask.OwnPlace) tea.Cmd {
	t, said := &a.env.Texts.Library, ""
	if said = t.OwnNone; m.Name != "" {
		said = fmt.Sprintf(t.OwnSetF, m.Name)
	}
	a.env.SetOwnPlace(m.Name)
	a.env.Reports.Version++
	return a.status.say(ask.Say{Tone: ask.Good, Text: said})
}

// handleStep hands a step to the search that lies under the reader.
func (a *app) handleStep(m ask.Step) tea.Cmd {
	for i := len(a.stack) - 2; i >= 0; i-- {
		if a.stack[i].name == ask.Search {
			return a.stack[i].screen.Update(m)
		}
	}
	return nil
}
