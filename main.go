// Duidu (对读) reads and compares the yearly work reports of China's county
// CPPCC committees in a terminal.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/term"

	"duidu/docs/samples"
	"duidu/model"
	"duidu/model/take"
	"duidu/parser"
	"duidu/parser/catalogue"
	"duidu/parser/format"
	"duidu/parser/place"
	"duidu/parser/store"
	"duidu/ui"
	"duidu/ui/cli"
	"duidu/ui/config"
	"duidu/ui/console"
	"duidu/ui/probe"
	"duidu/ui/screen"
	"duidu/ui/state"
)

// version and date (of the commit) are set by release builds, see .ci/release.
var version, date = "dev", ""

func main() {
	collectSeldom()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program whatever it does
	restore, legacy := console.Prepare(os.Stdout, os.Stderr)
	env := cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		InTTY: term.IsTerminal(os.Stdin.Fd()), OutTTY: term.IsTerminal(os.Stdout.Fd()), ErrTTY: legacy == nil && term.IsTerminal(os.Stderr.Fd()),
		Legacy:      legacy != nil,
		Open:        open,
		Store:       func() cli.Store { return kept() },
		Corrections: func() (take.Corrections, error) { return state.Corrections(state.DefaultPath(os.Getenv)) },
		Screens:     screens,
		Catalogues:  catalogue.Text, CheckCatalogue: checkCatalogue,
		Version:    strings.TrimSpace(version + " " + date),
		ConfigPath: config.DefaultPath(),
	}
	if width, _, err := term.GetSize(os.Stdout.Fd()); err == nil {
		env.Columns = width
	}
	status := cli.Run(ctx, env, os.Args[1:])
	restore()
	os.Exit(status)
}

// collectSeldom trades memory that every desk has for time: a report lives for
// a moment and leaves its pages of tags and lines behind, so the collector of
// Go's default would go round some hundred times over a small library. Near
// 1 GiB it turns careful again. Who sets GOGC or GOMEMLIMIT decides.
func collectSeldom() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(1 << 30)
	}
}

// open makes the reading engine that the options ask for.
func open(o cli.Options) (cli.Engine, error) {
	read := parser.Options{Encoding: o.Encoding}
	if o.Encoding != "" {
		if _, err := format.EncodingNamed(o.Encoding); err != nil {
			return nil, err
		}
	}
	if o.Catalogue != "" {
		c, err := catalogue.Load(o.Catalogue)
		if err != nil {
			return nil, err
		}
		read.Catalogue = c
	}
	if !o.NoStore {
		read.Store = kept()
	}
	return parser.New(read), nil
}

// kept is where what was read is kept: in the user's folder for what can be
// made anew.
var kept = sync.OnceValue(func() *store.Store {
	return store.New(filepath.Join(xdg.CacheHome, "duidu", "reports.db"), identity())
})

// identity tells this build of the program from any other, so that none
// takes for its own what another has read.
func identity() string {
	id := version
	if build, ok := debug.ReadBuildInfo(); ok {
		id += " " + build.Main.Version + " " + build.GoVersion
		for _, s := range build.Settings {
			if s.Key == "vcs.revision" {
				id += " " + s.Value
			}
		}
	}
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			id += fmt.Sprintf(" %d %d", info.Size(), info.ModTime().UnixNano())
		}
	}
	return id
}

// screens shows the reports under paths, or the built-in ones where there are
// no paths.
func screens(ctx context.Context, e cli.Engine, paths []string, o cli.Options) error {
	p := e.(*parser.Parser)
	list := func(ctx context.Context, paths []string, yield func(screen.Entry)) error {
		if len(paths) == 0 {
			return p.LoadFS(ctx, samples.Files, func(path string, r *model.Report, err error) error {
				yield(screen.Entry{Path: path, Report: r, Err: err})
				return nil
			})
		}
		return p.List(ctx, paths, func(path string, l *parser.Listed, err error) error {
			e := screen.Entry{Path: path, Err: err}
			if l != nil {
				e.Summary, e.Report = &l.Summary, l.Report()
				if e.Report == nil {
					e.Source = l
				}
			}
			yield(e)
			return nil
		})
	}
	return ui.Run(ctx, ui.Options{
		List: list, Beginning: p.Beginning, Progress: p.Progress, Paths: paths, Samples: len(paths) == 0, Catalogue: p.Catalogue(), Wanted: parser.CouldBeReport,
		Keys: o.Keys, OwnPlace: o.OwnPlace,
		Lang: o.Lang, Theme: o.Theme, Color: o.Color, Warning: o.Warning, Ambiguous: o.Ambiguous, StatePath: state.DefaultPath(os.Getenv),
		Ask:   func() (probe.Answer, error) { return probe.Terminal(os.Stdin, os.Stdout) },
		Query: cli.Query(p), Locate: func(name string) []string { return place.Places().Locate(name) },
	})
}

// checkCatalogue reads a catalogue and counts what is in it.
func checkCatalogue(path string) (themes, indicators int, err error) {
	c, err := catalogue.Load(path)
	if err != nil {
		return 0, 0, err
	}
	return len(c.Themes), len(c.Indicators), nil
}
