package ui

import (
	"context"
	"errors"
	"testing"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/probe"

	tea "github.com/charmbracelet/bubbletea"
)

func TestTheRendererDoesNotLearnTheSize(t *testing.T) {
	size := tea.WindowSizeMsg{Width: 80, Height: 24}
	if got := filter(nil, size); got != tea.Msg(resized(size)) {
		t.Errorf("the renderer sees %v", got)
	}
	r := open(t, 100, 30)
	_, cmd := r.app.Update(resized(size))
	if r.app.frame.Width != 80 || cmd == nil || cmd() != tea.ClearScreen() {
		t.Error("a new size is not laid out and drawn whole")
	}
}

func TestAnAnswerThatComesLateIsNoKey(t *testing.T) {
	for _, k := range []tea.KeyMsg{
		{Type: tea.KeyF15}, {Type: tea.KeyF3, Alt: true}, {Type: tea.KeyRunes, Runes: []rune("]"), Alt: true},
		{Type: tea.KeyRunes, Runes: []rune("11;rgb:1e1e/1e1e/2e2e")}, {Type: tea.KeyRunes, Runes: []rune(`\`), Alt: true},
	} {
		if filter(nil, k) != nil {
			t.Errorf("%s comes through", k)
		}
	}
	if key := (tea.KeyMsg{Type: tea.KeyF3}); filter(nil, key) == nil {
		t.Error("F3 does not come through")
	}
}

func TestTheUserKnowsBetterThanTheTerminal(t *testing.T) {
	wide := probe.Answer{Ambiguous: cell.Wide, Background: probe.Light}
	none := errors.New("no answer")
	for _, c := range []struct {
		o      Options
		answer probe.Answer
		err    error
		want   cell.Ambiguous
		dark   bool
		asks   int
	}{
		{Options{Ambiguous: "wide", Theme: "dark"}, probe.Answer{}, nil, cell.Wide, true, 0},
		{Options{Ambiguous: "narrow", Theme: "mono"}, wide, nil, cell.Narrow, true, 0},
		{Options{Ambiguous: "narrow"}, wide, nil, cell.Narrow, false, 1},
		{Options{Ambiguous: "auto", Theme: "dark"}, wide, nil, cell.Wide, false, 1},
		{Options{Theme: "contrast"}, wide, nil, cell.Wide, false, 1},
		{Options{}, wide, none, cell.Narrow, false, 1},
		{Options{}, probe.Answer{}, none, cell.Narrow, true, 1},
	} {
		asked := 0
		c.o.Ask = func() (probe.Answer, error) { asked++; return c.answer, c.err }
		seen := c.o.look(noEnv)
		if got := c.o.width().Ambiguous; got != c.want || asked != c.asks || seen.Dark != c.dark {
			t.Errorf("%+v: %v, dark %v after asking %d times", c.o, got, seen.Dark, asked)
		}
	}
	light := func(name string) string { return map[string]string{"COLORFGBG": "0;15"}[name] }
	if o := (Options{}); o.look(light).Dark {
		t.Error("the environment is not asked")
	}
}

func TestALoaderThatFailsBadlyLeavesTheScreen(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		yield("a.txt", nil, errors.New("no"))
		panic("a fault in the loader")
	}
	r := newRig(t, Options{Load: load, Paths: []string{"a.txt"}}, 100, 20)
	r.shows("a fault in the loader")
}
