package ui

import (
	"fmt"
	"slices"

	"duidu/ui/ask"

	tea "github.com/charmbracelet/bubbletea"
)

// handleBookmark keeps a place, or forgets it if it is kept.
func (a *app) handleBookmark(m ask.Bookmark) tea.Cmd {
	texts, b := &a.env.Texts.Shell, m.Bookmark
	same := func(o ask.Place) bool { return o.Path == b.Path && o.At == b.At }
	list, format := slices.Clone(a.env.Bookmarks), texts.BookmarkedF
	if i := slices.IndexFunc(list, same); i >= 0 {
		list, format = slices.Delete(list, i, i+1), texts.UnbookmarkedF
	} else {
		list = append(list, b)
	}
	a.env.Bookmarks = list
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
