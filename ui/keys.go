package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/screen"
	"duidu/ui/theme"
)

// actions are the keys that mean the same on every screen. A screen's own
// table goes before them.
func (a *app) actions() []screen.Action {
	table := a.shellActions()
	a.keys.apply(table)
	return table
}

func (a *app) shellActions() []screen.Action {
	return []screen.Action{
		{
			ID: "shell.help", Keys: []string{"f1", "H"}, Footer: 99,
			Text: lang.Phrase{ZH: "帮助", EN: "help"},
			Do:   func() tea.Cmd { a.help = help{open: true}; return nil },
		},
		{
			ID: "shell.export", Keys: []string{"e", "E"}, Footer: 98,
			Text: lang.Phrase{ZH: "导出摘选", EN: "export the selection"},
			Do:   func() tea.Cmd { return ask.Do(ask.Open{Screen: ask.Export}) },
			Why: func() string {
				switch {
				case a.top().name == ask.Export:
					return a.env.Texts.Shell.Here
				case a.env.Selection().Len() == 0:
					return a.env.Texts.Shell.NothingToExport
				}
				return ""
			},
		},
		{
			ID: "shell.search", Keys: []string{"g/"}, Footer: 60,
			Text: lang.Phrase{ZH: "全库检索", EN: "search the library"},
			// At once, not by a message: keys that came together go on into
			// its prompt.
			Do: func() tea.Cmd { return a.handleOpen(ask.Open{Screen: ask.Search}) },
		},
		{
			ID: "shell.palette", Keys: []string{":", "："}, Footer: 70,
			Text: lang.Phrase{ZH: "命令", EN: "commands"},
			Do:   a.openPalette,
		},
		{
			ID: "shell.back", Keys: []string{"esc"},
			Text: lang.Phrase{ZH: "返回上一级", EN: "go one level back"},
			Do:   func() tea.Cmd { return ask.Do(ask.Back{}) },
		},
		{
			ID: "shell.mouse", Keys: []string{"M"},
			Text: lang.Phrase{ZH: "把鼠标交还终端，或收回", EN: "give the mouse to the terminal, or take it back"},
			Do:   a.toggleMouse,
		},
		{
			ID: "shell.redraw", Keys: []string{"ctrl+l"},
			Text: lang.Phrase{ZH: "重画屏幕", EN: "draw the screen again"},
			Do:   func() tea.Cmd { return tea.ClearScreen },
		},
		{
			ID: "shell.suspend", Keys: []string{"ctrl+z"},
			Text: lang.Phrase{ZH: "挂起", EN: "suspend"},
			Do:   func() tea.Cmd { return tea.Suspend },
			Why: func() string {
				if !canSuspend() {
					return a.env.Texts.Shell.NoShell
				}
				return ""
			},
		},
		{
			ID: "shell.quit", Keys: []string{"q"},
			Text: lang.Phrase{ZH: "退出", EN: "quit"},
			Do:   func() tea.Cmd { return tea.Quit },
		},
		{
			ID: "shell.interrupt", Keys: []string{"ctrl+c"},
			Text: lang.Phrase{ZH: "中断退出（退出码 130）", EN: "quit with exit status 130"},
			Do:   func() tea.Cmd { return tea.Interrupt },
		},
	}
}

func (a *app) toggleMouse() tea.Cmd {
	a.mouseFree = !a.mouseFree
	if a.mouseFree {
		return tea.Batch(tea.DisableMouse, a.status.say(ask.Say{Tone: ask.Warning, Text: a.env.Texts.Shell.MouseFree}))
	}
	return tea.Batch(tea.EnableMouseCellMotion, a.status.say(ask.Say{Text: a.env.Texts.Shell.MouseOurs}))
}

// lookup finds the action of a key.
func lookup(table []screen.Action, key string) *screen.Action {
	for i := range table {
		for _, k := range table[i].Keys {
			if k == key {
				return &table[i]
			}
		}
	}
	return nil
}

// keyName is how a key is written in the footer and the help.
func keyName(key string, l lang.Lang) string {
	names := map[string]lang.Phrase{
		" ": {ZH: "空格", EN: "Space"}, "enter": {ZH: "Enter", EN: "Enter"}, "tab": {ZH: "Tab", EN: "Tab"},
		"shift+tab": {ZH: "S-Tab", EN: "S-Tab"}, "esc": {ZH: "Esc", EN: "Esc"},
		"up": {ZH: "↑", EN: "↑"}, "down": {ZH: "↓", EN: "↓"}, "left": {ZH: "←", EN: "←"}, "right": {ZH: "→", EN: "→"},
		"pgup": {ZH: "PgUp", EN: "PgUp"}, "pgdown": {ZH: "PgDn", EN: "PgDn"}, "home": {ZH: "Home", EN: "Home"},
		"end": {ZH: "End", EN: "End"}, "delete": {ZH: "Del", EN: "Del"}, "f1": {ZH: "F1", EN: "F1"},
	}
	if n, ok := names[key]; ok {
		return n.In(l)
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "C-" + keyName(rest, l)
	}
	if rest, ok := strings.CutPrefix(key, "shift+"); ok {
		return "S-" + keyName(rest, l)
	}
	return key
}

// Table is the table of one screen's keys, for the documentation.
type Table struct {
	Screen  ask.Screen // empty for the keys that work everywhere
	Actions []screen.Action
}

// Tables lists every action of the program: the shell's, then each
// screen's in the order of names. Documentation and tests read it.
func Tables(o Options) []Table {
	a := newApp(context.Background(), o, plainTerminal())
	tables := []Table{{Actions: a.actions()}}
	for _, name := range []ask.Screen{ask.Library, ask.Reader, ask.Search, ask.Compare, ask.Digest, ask.Matrix, ask.Neighbours, ask.Export} {
		if m := a.makers[name]; m != nil {
			tables = append(tables, Table{name, m(a.env, ask.Open{Screen: name}).Actions()})
		}
	}
	return tables
}

// plainTerminal is a terminal nothing is known of: for tables made outside
// a running program.
func plainTerminal() theme.Terminal {
	return theme.Terminal{Env: func(string) string { return "" }}
}
