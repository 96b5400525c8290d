package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
)

// Update routes a message to its handler. Whatever came of it leaves by
// the one exit at the end.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	if a.wantsWhole(msg) {
		msg = ask.Say{Tone: ask.Warning, Text: a.env.Texts.Shell.StillReading}
	}
	switch msg := msg.(type) {
	// the terminal
	case tea.WindowSizeMsg:
		a.handleSize(msg)
	case resized:
		cmd = a.handleResized(msg)
	case tea.ResumeMsg:
		cmd = a.handleResume()
	case tea.KeyMsg:
		cmd = a.handleKeys(msg)
	case tea.MouseMsg:
		cmd = a.handleMouse(msg)

	// the shell's own work
	case loaded:
		cmd = a.handleLoaded(msg)
	case expired:
		a.status.expire(msg)
	case likened:
		a.handleLikened(msg)
	case changed:
		cmd = a.handleChanged(msg)
	case reread:
		cmd = a.handleReread(msg)
	case waited:
		cmd = a.handleWaited(msg)
	case keepNow:
		cmd = a.keep()
	case kept:
		cmd = a.handleKept(msg)

	// what screens ask
	case ask.Open:
		cmd = a.handleOpen(msg)
	case ask.Back:
		a.handleBack()
	case ask.Mark:
		a.env.Reports.Toggle(msg.Report)
	case ask.OwnPlace:
		cmd = a.handleOwnPlace(msg)
	case ask.Correct:
		cmd = a.handleCorrect(msg)
	case ask.Uncorrect:
		cmd = a.handleUncorrect(msg)
	case ask.MarkAll:
		cmd = a.handleMarkAll(msg)
	case ask.Copy:
		cmd = a.handleCopy(msg)
	case ask.Write:
		cmd = a.handleWrite(msg)
	case saved:
		cmd = a.handleSaved(msg)
	case ask.Select:
		cmd = a.handleSelect(msg)
	case ask.Bookmark:
		cmd = a.handleBookmark(msg)
	case ask.Load:
		cmd = a.handleLoad(msg)
	case ask.Step:
		cmd = a.handleStep(msg)
	case ask.SelectAll:
		cmd = a.handleSelectAll(msg)
	case ask.Insert:
		a.env.SetSelection(a.env.Selection().Insert(msg.Item, msg.At))
	case ask.Remove:
		a.env.SetSelection(a.env.Selection().Remove(msg.ID))
	case ask.Shift:
		a.env.SetSelection(a.env.Selection().Move(msg.ID, msg.By))
	case ask.Pair:
		a.env.SetPairings(a.env.Pairings().Toggle(msg.Pairing))
		cmd = a.handleRest(msg)
	case ask.Say:
		cmd = a.status.say(msg)

	// results of the screens' own commands: they know theirs
	default:
		cmd = a.handleRest(msg)
	}
	return a, tea.Batch(cmd, a.noteChanges())
}
