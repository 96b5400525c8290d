// Package cli does the jobs of duidu without a screen, for pipes and
// spreadsheets: show, figures, compare, find, convert. It knows reports
// only through an Engine that main hands in.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/cell"
	"duidu/ui/config"
	"duidu/ui/lang"
)

// The exit statuses of the program.
const (
	statusDone        = 0
	statusIncomplete  = 1 // nothing found, or some inputs failed
	statusUsage       = 2 // wrong usage, or nothing could be read
	statusInterrupted = 130
)

// Env is the world a command runs in.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Whether the three are terminals.
	InTTY, OutTTY, ErrTTY bool
	// Legacy tells that the terminal shows control sequences as text.
	Legacy bool
	// Columns is the width of the terminal in cells; 0 when unknown.
	Columns int
	// Getenv reads the environment; nil means the process's own.
	Getenv func(string) string
	// Open makes a reading engine with these options.
	Open func(Options) (Engine, error)
	// Screens runs the screens on paths; nil where there are none.
	Screens func(ctx context.Context, e Engine, paths []string, o Options) error
	// Catalogues gives the text of a built-in catalogue, the first for an
	// empty name; nil where there are none.
	Catalogues func(name string) (text string, ok bool)
	// CheckCatalogue reads a catalogue from a file and counts what is in it.
	CheckCatalogue func(path string) (themes, indicators int, err error)
	// Corrections reads what the user has set right by hand; nil for nothing.
	Corrections func() (take.Corrections, error)
	// Store returns where what was read is kept; nil where nothing is.
	Store   func() Store
	Version string
	// ConfigPath is the settings file unless DUIDU_CONFIG names another;
	// empty for none.
	ConfigPath string
}

// Options are the flags all commands share.
type Options struct {
	Encoding, Catalogue, Lang, Theme, Color, Ambiguous string

	Width    int    // cells; 0 for the terminal's
	Output   string // file to write to; empty for standard output
	Force    bool   // overwrite Output
	OwnPlace string // the user's own county; empty for none
	Keys     string // other keys for actions, as ui.Options has them
	// NoStore neither uses nor keeps what was read.
	NoStore bool
	// Warning is what screens say first: messages on standard error are
	// hidden behind them.
	Warning string
}

// Engine reads reports. Its errors are one clear line each.
type Engine interface {
	Catalogue() *model.Catalogue
	// Load reads files, folders and - (standard input) and yields what each
	// holds, in order: a report, or the error that kept it from being read.
	// It stops when yield returns an error, and returns it.
	Load(ctx context.Context, paths []string, yield func(path string, r *model.Report, err error) error) error
	// Search yields what Load does, each report with the hits of a query;
	// one without hits may be nil.
	Search(ctx context.Context, paths []string, q model.Query, yield func(path string, r *model.Report, hits []model.Hit, err error) error) error
	// Progress is how far Load or Search have come.
	Progress() model.Progress
	// Line reads the figures of one line of text.
	Line(text string) []model.Figure
	// Number reads a text that is a number and nothing else.
	Number(text string) (decimal.Decimal, bool)
	// Simplify converts traditional text (t, tw, hk) to simplified.
	Simplify(w io.Writer, r io.Reader, variant string) error
}

// Run runs the command that args ask for (without the program's name) and
// returns the exit status.
func Run(ctx context.Context, env Env, args []string) int {
	if env.Getenv == nil {
		env.Getenv = os.Getenv
	}
	a := &app{env: env}
	a.loadSettings()
	a.texts = lang.CommandsFor(lang.Choose(a.language(args)))
	root := a.rootCommand()
	if completing(args) {
		plainUsages(root)
		a.settings.Faults = nil // no place to tell them
	}
	root.SetArgs(args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err, ended := execute(ctx, root)
	if !ended {
		return statusInterrupted
	}
	if a.out != nil {
		err = a.out.finish(err)
	}
	if ctx.Err() == nil && a.read {
		a.keep()
	}
	return a.status(ctx, err)
}

// grace is how long a command may take to end after an interrupt: it may
// wait for input that never comes, and can't be told.
const grace = 2 * time.Second

// execute runs the commands; false if an interrupt did not end them.
func execute(ctx context.Context, root *cobra.Command) (err error, ended bool) {
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()
	select {
	case err := <-done:
		return err, true
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err, true
	case <-time.After(grace):
		return nil, false
	}
}

// app is one run of the program.
type app struct {
	env   Env
	texts *lang.Commands
	opts  Options
	out   *output
	// settings is the user's settings file; origins says of each setting
	// where its value is from, nothing for the built-in one.
	settings config.Settings
	origins  map[string]string
	// failed counts inputs that could not be read; each has been named.
	failed int
	// read tells that an engine was at work.
	read     bool
	progress progress
}

// errNothing tells that a search or a table has nothing to show.
var errNothing = errors.New("nothing found")

// usageError is a mistake in how the program was called.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// status turns what a command returned into the exit status, and says what
// went wrong unless it has been said.
func (a *app) status(ctx context.Context, err error) int {
	var usage usageError
	switch {
	case isClosedPipe(err):
		return statusDone // the reader of the pipe has enough
	case ctx.Err() != nil || errors.Is(err, context.Canceled):
		return statusInterrupted
	case err == nil && a.failed == 0:
		return statusDone
	case err == nil:
		return statusIncomplete
	case errors.Is(err, errNothing):
		a.say(a.texts.NothingFound)
		return statusIncomplete
	case errors.Is(err, errUnread):
		return statusUsage
	case errors.As(err, &usage):
		a.say(usage.text)
		fmt.Fprintln(a.env.Stderr, a.texts.TryHelp)
		return statusUsage
	}
	var path *fs.PathError
	if errors.As(err, &path) && path.Op == "write" {
		name := a.texts.StdoutName
		if a.out != nil && a.out.file != nil {
			name = a.out.path // of the file asked for, not of the one beside it that takes its place
		}
		err = fmt.Errorf(a.texts.CantWrite, name, a.texts.Files.Cause(err))
	}
	a.say(a.texts.ErrorText(err))
	return statusUsage
}

// say writes one line for the user.
func (a *app) say(line string) {
	a.progress.clear()
	fmt.Fprintf(a.env.Stderr, "duidu: %s\n", strings.TrimSpace(clean(line)))
}

// clean makes one line of text fit to be printed. Names of files may hold
// anything, so nothing of them reaches the terminal raw.
func clean(line string) string { return cell.Plain(oneLine.Replace(line)) }

var oneLine = strings.NewReplacer("\n", " ", "\t", " ")

// plainEngine opens the reading engine with the options of this run.
func (a *app) plainEngine() (Engine, error) {
	a.read = true
	return a.env.Open(a.opts)
}

// engine opens it so that reports come as they were set right by hand.
func (a *app) engine() (Engine, error) {
	e, err := a.plainEngine()
	if err != nil || a.env.Corrections == nil {
		return e, err
	}
	list, err := a.env.Corrections()
	if err != nil {
		a.say(fmt.Sprintf(a.texts.NoCorrectionsF, a.texts.Files.Cause(err)))
	}
	if len(list) == 0 {
		return e, nil
	}
	return corrected{e, list.Corrector(func(id string) string {
		if in, ok := e.Catalogue().Indicator(id); ok && id != "" {
			return a.texts.Words.Pick(in.Name, in.English)
		}
		return id
	})}, nil
}
