package ui

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/screen"
)

// handleSize lays out anew; every open screen keeps its place by itself.
func (a *app) handleSize(m tea.WindowSizeMsg) {
	a.frame = NewFrame(m.Width, m.Height)
	for i := range a.stack {
		a.stack[i].screen.SetSize(a.frame.Width, a.frame.BodyHeight)
	}
}

// handleKeys does the keys of a message in their order.
func (a *app) handleKeys(k tea.KeyMsg) tea.Cmd {
	var cmds []tea.Cmd
	for keys := a.apart(k); len(keys) > 0; keys = keys[1:] {
		if a.typing() { // since the keys before these, or all along
			for _, next := range keys[1:] {
				keys[0].Runes = append(keys[0].Runes, next.Runes...)
			}
			return tea.Batch(append(cmds, a.handleKey(keys[0]))...)
		}
		cmds = append(cmds, a.handleKey(keys[0]))
	}
	return tea.Batch(cmds...)
}

// typing tells whether keys are text.
func (a *app) typing() bool {
	_, typing := a.top().screen.Prompt(a.frame.Width)
	return (typing || a.palette.prompt.IsOpen() || a.saving.prompt.IsOpen()) && !a.frame.TooSmall
}

// handleKey gives a key to the prompt, the help, the screen's table or the
// shell's, in this order.
func (a *app) handleKey(k tea.KeyMsg) tea.Cmd {
	a.touched = true
	a.status.clear()
	switch {
	case a.typing() && a.palette.prompt.IsOpen():
		return a.paletteKey(k)
	case a.typing() && a.saving.prompt.IsOpen():
		return a.savingKey(k)
	case a.typing():
		return a.top().screen.Update(k)
	}
	if a.help.open && !a.help.leave(k) {
		return nil
	}
	if k.Paste {
		return nil // pasted text is no command
	}
	return a.handleCommand(k.String())
}

// act does an action, or says why it can't be done.
func (a *app) act(what *screen.Action) tea.Cmd {
	if why := what.Reason(); why != "" {
		text := fmt.Sprintf(a.env.Texts.Shell.NotNowF, what.Text.In(a.env.Lang), why)
		return a.status.say(ask.Say{Tone: ask.Warning, Text: text})
	}
	times := 1
	if n := a.sequence.count; n > 1 && what.Counts {
		times = n
	}
	a.sequence.count = 0
	var cmds []tea.Cmd
	for range times {
		if cmd := what.Do(); cmd != nil {
			cmds = append(cmds, cmd)
		}
		if len(cmds) > 0 && times > 1 && what.Reason() != "" {
			break
		}
	}
	if len(cmds) > 1 { // what each says but the last is past
		return cmds[len(cmds)-1]
	}
	return tea.Batch(cmds...)
}

// handleMouse hands the mouse to the screen, in its own coordinates.
func (a *app) handleMouse(m tea.MouseMsg) tea.Cmd {
	if a.frame.TooSmall || a.help.open || m.Y < a.frame.Body || m.Y >= a.frame.Footer {
		return nil
	}
	if a.palette.prompt.IsOpen() {
		return a.paletteMouse(m)
	}
	m.Y -= a.frame.Body
	return a.top().screen.Update(m)
}

// handleLoaded takes in reports and waits for more. Two paths that are two
// reports open the comparison, one opens its reader.
func (a *app) handleLoaded(m loaded) tea.Cmd {
	if !a.guard.Live(m.era) {
		return nil
	}
	for _, e := range m.entries {
		a.arrive(e)
	}
	a.memory.respell(a.env, m.entries)
	a.env.Reports.SetProgress(m.progress)
	if !m.done {
		return tea.Batch(a.feed.next, a.openBeginning(m.entries))
	}
	a.guard.Finish(m.era)
	a.env.Reports.Loading = false
	a.env.Reports.Version++
	a.memory.mark(a.env.Reports)
	renewed := a.endBeginning()
	if m.err != nil {
		text := fmt.Sprintf(a.env.Texts.Shell.LoadFailedF, a.env.Texts.Faults.Error(m.err))
		return a.status.say(ask.Say{Tone: ask.Failure, Text: text})
	}
	a.noteRecent()
	return tea.Batch(renewed, a.liken(), a.watch(), a.openAlone())
}

// openAlone opens what the command line named, if it is one report or two.
func (a *app) openAlone() tea.Cmd {
	r := a.env.Reports
	if a.touched || a.options.Samples || len(r.List) != len(a.options.Paths) || r.Failed > 0 {
		return nil
	}
	switch len(r.List) {
	case 1:
		return ask.Do(ask.Open{Screen: ask.Reader, Reports: []int{0}, Instead: true}) // of its beginning
	case 2:
		if a.makers[ask.Compare] != nil {
			return ask.Do(ask.Open{Screen: ask.Compare, Reports: []int{0, 1}})
		}
	}
	return nil
}

// handleMarkAll marks reports that are not marked yet, or takes all marks off,
// those of files that are not loaded as well.
func (a *app) handleMarkAll(m ask.MarkAll) tea.Cmd {
	r, t := a.env.Reports, &a.env.Texts.Lists
	if !m.On {
		r.UnmarkAll()
		a.memory.held = nil
		return a.status.say(ask.Say{Text: t.NoneMarked})
	}
	r.Mark(m.Reports...)
	return a.status.say(ask.Say{Tone: ask.Good, Text: fmt.Sprintf(t.AllMarkedF, len(r.Marked()))})
}

func (a *app) handleOpen(m ask.Open) tea.Cmd {
	under := len(a.stack)
	if !a.push(a.resume(m)) {
		return a.status.say(ask.Say{Tone: ask.Warning, Text: a.env.Texts.Shell.NoScreen})
	}
	if m.Instead && under > 1 {
		a.stack = slices.Delete(a.stack, under-1, under)
	}
	if s, ok := a.top().screen.(screen.Starter); ok {
		return s.Start()
	}
	return nil
}

// handleBack closes the screen in view; the last one stays.
func (a *app) handleBack() {
	if len(a.stack) > 1 {
		a.stack = a.stack[:len(a.stack)-1]
	}
}

// handleRest offers a message to every open screen: its identity tells
// whose it is.
func (a *app) handleRest(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i := range a.stack {
		cmds = append(cmds, a.stack[i].screen.Update(msg))
	}
	return tea.Batch(cmds...)
}
