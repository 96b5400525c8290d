package ui

import (
	"context"
	"errors"
	"os"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/console"
	"duidu/ui/lang"
	"duidu/ui/probe"
	"duidu/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
)

// This file is all the program does about the terminal as a device: whether
// there is one, how wide it draws, how its size comes in, and how it is
// left.

// needKeyboard makes sure that keys can be read: from standard input, or
// from the terminal behind the process when a report is piped in.
func needKeyboard(t *lang.Texts) error {
	if term.IsTerminal(os.Stdin.Fd()) {
		return nil
	}
	tty, err := os.OpenFile(console.Keyboard, os.O_RDWR, 0)
	if err != nil {
		return errors.New(t.Shell.NoKeyboard)
	}
	return tty.Close()
}

// look finds out what the terminal is like: as the user says, else as the
// terminal says, else as its environment says. It settles the width wish of
// the options.
func (o *Options) look(env func(string) string) theme.Terminal {
	t := theme.Detect(env)
	auto := o.Ambiguous == "" || o.Ambiguous == "auto"
	if o.Ask == nil || !auto && !theme.Name(o.Theme).NeedsBackground() {
		return t.Wish(o.Color)
	}
	answer, err := o.Ask()
	if auto && err == nil && answer.Ambiguous == cell.Wide {
		o.Ambiguous = "wide"
	}
	if answer.Background != probe.Unknown {
		t.Dark = answer.Background == probe.Dark
	}
	return t.Wish(o.Color)
}

// width is how wide ambiguous characters are; narrow unless it is known
// better.
func (o *Options) width() cell.Policy {
	if o.Ambiguous == "wide" {
		return cell.Policy{Ambiguous: cell.Wide}
	}
	return cell.Policy{}
}

// programOptions are how the terminal program runs. Signals come through
// ctx: main listens for them, and two listeners would race for the exit
// status.
func programOptions(ctx context.Context) []tea.ProgramOption {
	return []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithAltScreen(), tea.WithMouseCellMotion(), tea.WithFPS(120),
		tea.WithoutSignalHandler(), tea.WithFilter(filter),
	}
}

// resized is a new size of the terminal. The renderer must not learn of it:
// it would measure every row by its own width table, which no option can
// change, and cut or erase the end of rows that are exact by ours.
type resized tea.WindowSizeMsg

// filter sees every message before the renderer does.
func filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		return resized(m)
	case tea.KeyMsg:
		if lateAnswer(m) {
			return nil
		}
	}
	return msg
}

// lateAnswer tells the keys that answers of the terminal would be taken for
// when they come after the question was given up: a cursor position in the
// first row, and the three parts of a colour.
func lateAnswer(k tea.KeyMsg) bool {
	switch k.Type {
	case tea.KeyF15:
		return true
	case tea.KeyF3:
		return k.Alt
	case tea.KeyRunes:
		text := string(k.Runes)
		return k.Alt && (text == "]" || text == `\`) || strings.HasPrefix(text, "11;rgb:")
	}
	return false
}

// handleResized lays out anew and paints everything: the renderer keeps
// rows that look the same, but a terminal may have moved them.
func (a *app) handleResized(m resized) tea.Cmd {
	a.handleSize(tea.WindowSizeMsg(m))
	return tea.ClearScreen
}

// handleResume takes the mouse back after a suspension; the rest bubbletea
// restores by itself.
func (a *app) handleResume() tea.Cmd {
	if a.mouseFree {
		return nil
	}
	return tea.EnableMouseCellMotion
}

// ending tells an interrupt, whichever way it came, from other ends.
func ending(ctx context.Context, err error) error {
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		return context.Canceled
	case ctx.Err() != nil && errors.Is(err, tea.ErrProgramKilled):
		return ctx.Err()
	}
	return err
}
