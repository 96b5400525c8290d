package ui

import (
	"fmt"

	"duidu/ui/ask"

	tea "github.com/charmbracelet/bubbletea"
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

// handleStep hands a step to the search that lies under the reader.
func (a *app) handleStep(m ask.Step) tea.Cmd {
	for i := len(a.stack) - 2; i >= 0; i-- {
		if a.stack[i].name == ask.Search {
			return a.stack[i].screen.Update(m)
		}
	}
	return nil
}
