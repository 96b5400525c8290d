// Package ui is the shell around the screens: it routes messages, keeps
// the stack of open screens, loads reports in the background and draws the
// title line and the footer. Screens live in folders of their own; see
// package screen for their contract.
package ui

import (
	"context"
	"io"
	"os"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/probe"
	"duidu/ui/screen"
	"duidu/ui/theme"
)

// Options say what to show and how.
type Options struct {
	Load Loader
	List Lister // in place of Load
	// Progress is how far List has come; nil where nobody counts.
	Progress func() model.Progress
	// Beginning reads the first stretch of a long file before all of it is read,
	// nil where that is not worth while.
	Beginning func(path string) *model.Report
	Paths     []string
	Catalogue *model.Catalogue
	Lang      string // zh, en; empty for Chinese
	Theme     string // one of theme.Names; empty for auto
	Color     string // auto, always, never; empty for auto
	Ambiguous string // narrow, wide, auto; empty for auto
	// Keys gives actions other keys: "library.sort=o reader.add=x,X".
	Keys string
	// OwnPlace is the user's own county, as the settings name it; it goes
	// before the one that a key chose.
	OwnPlace string
	// Warning is shown in the last row of the first frame.
	Warning string
	// Ask asks the terminal what it is like; nil where it can't be asked.
	Ask     func() (probe.Answer, error)
	Samples bool // Paths are the built-in samples
	// Wanted tells whether a file that appears in a folder is to be read;
	// without it changes of the folders are not followed.
	Wanted func(path string) bool
	// Query is what searches may use beyond the model: script conversion
	// and the reading of numerals. Both may be left out.
	Query model.QueryReader
	// Locate gives the full names of the places that a name means.
	Locate func(name string) []string
	// StatePath is where selection, marks and reading places are kept;
	// empty keeps nothing.
	StatePath string
	// Terminal takes text for the terminal's clipboard; nil means standard
	// output, which is where the screen is drawn.
	Terminal io.Writer
	// Program are further options of the terminal program, such as its
	// input and output in tests.
	Program []tea.ProgramOption
}

// Run shows the screens until the user quits. The first frame comes at
// once; reports appear while they load.
func Run(ctx context.Context, o Options) error {
	if len(o.Program) == 0 {
		if err := needKeyboard(lang.For(lang.Choose(o.Lang))); err != nil {
			return err
		}
	}
	if o.Terminal == nil {
		o.Terminal = os.Stdout
	}
	// What was kept is read while the terminal is asked what it is like.
	kept := make(chan memory, 1)
	go func(o Options) { kept <- openMemory(o) }(o)
	terminal := o.look(os.Getenv)
	a := newApp(ctx, o, terminal)
	a.remember(<-kept)
	defer a.guard.Abort()
	defer a.watching.Abort()
	a.output = &output{File: os.Stdout}
	options := append(programOptions(ctx), tea.WithOutput(a.output))
	_, err := tea.NewProgram(a, append(options, o.Program...)...).Run()
	return ending(ctx, a.lastWords(err))
}

// app is the root model. Its state is a handful of facts that don't
// contradict each other: what screen is shown is the top of the stack and
// nothing else.
type app struct {
	ctx     context.Context
	options Options
	env     *screen.Env
	makers  map[ask.Screen]screen.Maker

	frame    Frame
	stack    []opened
	status   status
	help     help
	palette  palette
	sequence sequence
	saving   saving
	keys     rebinding

	memory    memory
	guard     pane.Guard
	feed      *feed
	watching  pane.Guard // of the folders for changes
	watcher   *watcher
	begun     bool // a file's beginning stands for it
	touched   bool // the user pressed a key: no screen opens by itself now
	mouseFree bool // the terminal has the mouse
	likenings int  // how often repeats were looked for

	output *output // places the cursor; nil in tests
}

// opened is a screen on the stack and the table of its keys.
type opened struct {
	name    ask.Screen
	screen  screen.Screen
	actions []screen.Action
}

// now lists the actions of the view that the screen shows.
func (o *opened) now() []screen.Action { return screen.In(o.screen, o.actions) }

// newApp makes the root model with the library open.
func newApp(ctx context.Context, o Options, t theme.Terminal) *app {
	policy := o.width()
	language := lang.Choose(o.Lang)
	catalogue := o.Catalogue
	if catalogue == nil {
		catalogue = &model.Catalogue{}
	}
	words := lang.NamesFor(lang.Chinese)
	if language == lang.English {
		words = lang.NamesFor(lang.English)
	}
	query := o.Query
	query.Catalogue = catalogue
	a := &app{
		ctx: ctx, options: o, makers: makers(), status: status{after: tea.Tick},
		env: &screen.Env{
			Cell: policy, Styles: theme.Choose(theme.Name(o.Theme), t), Glyphs: theme.GlyphsOn(t, policy),
			Lang: language, Texts: lang.For(language), Catalogue: catalogue,
			Words: words, Query: query, Locate: o.Locate,
			Reports:  &screen.Reports{Samples: o.Samples},
			Searches: &pane.History{},
			Terminal: o.Terminal, Getenv: os.Getenv,
		},
	}
	a.push(ask.Open{Screen: ask.Library})
	if o.Keys != "" {
		a.rebind(o.Keys)
	}
	return a
}

// rebind takes up a wish for other keys, on the screen that is open as well.
func (a *app) rebind(wish string) {
	ids := make(map[string]bool)
	for _, t := range Tables(Options{Catalogue: a.options.Catalogue}) {
		for _, action := range t.Actions {
			ids[action.ID] = true
		}
	}
	keys, err := parseKeys(wish, func(id string) bool { return ids[id] }, a.env.Texts)
	a.keys = keys
	a.keys.apply(a.stack[0].actions)
	if err != nil && a.options.Warning == "" {
		a.options.Warning = err.Error()
	}
}

// Init starts loading.
func (a *app) Init() tea.Cmd {
	said := a.memory.notice(a)
	if said == nil && a.options.Warning != "" {
		said = a.status.say(ask.Say{Tone: ask.Warning, Text: a.options.Warning})
	}
	if a.options.lister() == nil {
		return said
	}
	return tea.Batch(said, a.load())
}

// load begins to read what the options name.
func (a *app) load() tea.Cmd {
	ctx, era := a.guard.Begin(a.ctx)
	a.env.Reports.Loading = true
	a.feed = startLoad(ctx, era, &a.options)
	return a.feed.next
}

// top is the screen in view.
func (a *app) top() *opened { return &a.stack[len(a.stack)-1] }

// push opens a screen over the others; false if there is no such screen.
func (a *app) push(o ask.Open) bool {
	makeScreen := a.makers[o.Screen]
	if makeScreen == nil {
		return false
	}
	s := makeScreen(a.env, o)
	if k, ok := s.(screen.Keeper); ok {
		k.Recall(a.memory.state.Wishes[string(o.Screen)])
	}
	s.SetSize(a.frame.Width, a.frame.BodyHeight)
	actions := s.Actions()
	a.keys.apply(actions)
	a.stack = append(a.stack, opened{name: o.Screen, screen: s, actions: actions})
	return true
}
