package export

import (
	"context"

	"duidu/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// choices are the paths that Tab goes through.
type choices struct {
	list []string
	now  int
}

// matched brings what a typed path may go on to.
type matched struct {
	era   pane.Era
	typed string
	list  []string
}

// completionKey is +1 for Tab, -1 for the key back, 0 for any other.
func completionKey(k tea.KeyMsg) int {
	switch k.String() {
	case "tab":
		return 1
	case "shift+tab":
		return -1
	}
	return 0
}

// complete goes on in the choices, or has them looked up.
func (e *Export) complete(by int) tea.Cmd {
	if n := len(e.choices.list); n > 0 {
		e.choices.now = (e.choices.now + by + n) % n
		e.retype(e.choices.list[e.choices.now])
		return nil
	}
	_, era := e.guard.Begin(context.Background())
	typed := e.prompt.Text()
	return func() tea.Msg { return matched{era, typed, matches(typed)} }
}

// handleMatched types what all choices share; if that is nothing new, the
// next Tab goes through them.
func (e *Export) handleMatched(m matched) {
	if !e.guard.Finish(m.era) || e.asking != forPath || e.prompt.Text() != m.typed {
		return
	}
	e.hint = e.env.Texts.Export.FileHint
	if len(m.list) == 0 {
		e.hint = e.env.Texts.Export.NoMatches
		return
	}
	if head := common(m.list); len(head) > len(m.typed) {
		e.retype(head)
		return
	}
	if len(m.list) > 1 {
		e.choices = choices{list: m.list, now: -1}
	}
}

func (e *Export) retype(path string) {
	e.prompt.OpenWith(e.prompt.Label, path)
	e.relabel()
}
