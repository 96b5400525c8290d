package ui

import (
	"cmp"
	"fmt"
	"strings"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/export"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/paper"
	"duidu/ui/write"

	tea "github.com/charmbracelet/bubbletea"
)

// What screens carry away at once, without the selection: a text for the
// clipboard, a table for a file.

// handleCopy sends what a screen has under its cursor to the clipboard.
func (a *app) handleCopy(m ask.Copy) tea.Cmd {
	text := m.Text
	if len(m.Items) > 0 {
		data, err := paper.Export(take.Selection{Items: m.Items}, write.FormatText, a.env.Words)
		if err != nil {
			return a.status.say(ask.Say{Tone: ask.Failure, Text: err.Error()})
		}
		text = string(data)
	}
	terminal, getenv, texts := a.env.Terminal, a.env.Getenv, a.env.Texts
	return func() tea.Msg {
		said, err := export.Send(terminal, getenv, text, texts)
		if err != nil {
			return ask.Say{Tone: ask.Failure, Text: err.Error()}
		}
		return ask.Say{Tone: ask.Good, Text: said}
	}
}

// saving is the question where a table is to be written.
type saving struct {
	prompt pane.Prompt
	table  ask.Write
	sure   bool // the file that is there may be replaced
}

// saved is what came of writing.
type saved struct {
	table ask.Write
	typed string
	path  string
	size  int
	err   error
}

// handleWrite asks where a table is to be written.
func (a *app) handleWrite(m ask.Write) tea.Cmd {
	a.saving = saving{table: m}
	a.saving.prompt.OpenWith(a.env.Texts.Lists.SaveLabel, m.Name+".csv")
	return nil
}

// savingKey takes a key while the path is typed.
func (a *app) savingKey(k tea.KeyMsg) tea.Cmd {
	s := &a.saving
	switch s.prompt.Update(k) {
	case pane.Changed:
		s.sure = false
		s.prompt.Label = a.env.Texts.Lists.SaveLabel
	case pane.Done:
		typed, table, sure, words := strings.TrimSpace(s.prompt.Text()), s.table, s.sure, a.env.Words
		if typed == "" {
			return nil
		}
		return func() tea.Msg { return save(table, typed, sure, words) }
	}
	return nil
}

// tableFormats are what a table of a screen is written in.
var tableFormats = []write.Format{write.FormatCSV, write.FormatMarkdown, write.FormatDOCX, write.FormatXLSX, write.FormatText}

// save writes a table in the format that its file's name asks for.
func save(m ask.Write, typed string, sure bool, words lang.Names) saved {
	s := saved{table: m, typed: typed}
	if s.err = write.Check(typed, tableFormats); s.err != nil {
		return s
	}
	var data []byte
	if f := write.FormatOf(typed); f == write.FormatText && m.Text != "" {
		data = []byte(m.Text)
	} else if data, s.err = paper.Table(m.Table, f, m.Name, words); s.err != nil {
		return s
	}
	s.size = len(data)
	s.path, s.err = export.Save(typed, m.Name+".csv", data, sure)
	return s
}

// handleSaved says how it went; where a file is there, Enter again replaces
// it.
func (a *app) handleSaved(m saved) tea.Cmd {
	t := a.env.Texts
	switch {
	case export.Exists(m.err):
		a.saving = saving{table: m.table, sure: true}
		a.saving.prompt.OpenWith(t.Lists.ReplaceLabel, m.typed)
		return nil
	case m.err != nil:
		return a.status.say(ask.Say{Tone: ask.Failure, Text: fmt.Sprintf(t.Export.CantWriteF, t.Files.Cause(m.err), cmp.Or(m.path, m.typed))})
	}
	return a.status.say(ask.Say{Tone: ask.Good, Text: fmt.Sprintf(t.Lists.SavedF, m.path, export.Size(m.size))})
}
