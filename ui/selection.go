package ui

import (
	"fmt"

	"duidu/model/take"
	"duidu/ui/ask"

	tea "github.com/charmbracelet/bubbletea"
)

// handleSelect puts an item into the selection; what is in it already is
// taken out again.
func (a *app) handleSelect(m ask.Select) tea.Cmd {
	texts := &a.env.Texts.Shell
	had := a.env.Selection().Contains(m.Item.ID())
	a.env.SetSelection(a.env.Selection().Toggle(m.Item))
	name := a.env.Words.Kinds[m.Item.Kind] + " " + a.itemName(m.Item)
	if had {
		return a.status.say(ask.Say{Text: fmt.Sprintf(texts.AlreadyF, name)})
	}
	return a.status.say(ask.Say{Tone: ask.Good, Text: fmt.Sprintf(texts.AddedF, name)})
}

// itemName is what the footer calls an item: its heading, or how it begins.
func (a *app) itemName(it take.Item) string {
	text := it.Text
	if it.Kind == take.ItemSection && len(it.Trail) > 0 {
		text = it.Trail[len(it.Trail)-1]
	}
	head, _ := a.env.Cell.Cut(text, 32)
	if head != text {
		head += a.env.Glyphs.More
	}
	return head
}

// handleSelectAll puts items into the selection; if all are in it already,
// they are taken out again.
func (a *app) handleSelectAll(m ask.SelectAll) tea.Cmd {
	added := a.env.Selection()
	for _, it := range m.Items {
		added = added.Add(it)
	}
	texts := &a.env.Texts.Shell
	if n := added.Len() - a.env.Selection().Len(); n > 0 {
		a.env.SetSelection(added)
		return a.status.say(ask.Say{Tone: ask.Good, Text: fmt.Sprintf(texts.AddedManyF, m.Name, n)})
	}
	for _, it := range m.Items {
		a.env.SetSelection(a.env.Selection().Remove(it.ID()))
	}
	return a.status.say(ask.Say{Text: fmt.Sprintf(texts.RemovedManyF, m.Name, len(m.Items))})
}
