package ui

import (
	"context"
	"fmt"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Loader reads files and folders and hands over every report, or why there
// is none, as soon as it is known. It may call yield from several
// goroutines and must return when ctx ends.
type Loader func(ctx context.Context, paths []string, yield func(path string, r *model.Report, err error)) error

// Lister hands over what a list shows of every file, and how to open its
// report, in the way of a Loader. A country's reports have no room in memory.
type Lister func(ctx context.Context, paths []string, yield func(screen.Entry)) error

// lister lists files by what the options name, nil if nothing can be read.
func (o *Options) lister() Lister {
	if o.List != nil || o.Load == nil {
		return o.List
	}
	return func(ctx context.Context, paths []string, yield func(screen.Entry)) error {
		return o.Load(ctx, paths, func(path string, r *model.Report, err error) {
			yield(screen.Entry{Path: path, Report: r, Err: err})
		})
	}
}

// batchTime is how long reports are gathered before the screen is told:
// sixty thousand messages would be sixty thousand frames.
const batchTime = 30 * time.Millisecond

// loaded brings what arrived since the last one.
type loaded struct {
	era      pane.Era
	entries  []screen.Entry
	progress model.Progress
	done     bool
	err      error // why loading as a whole stopped
}

// feed is the running load: the loader writes, the next command reads.
type feed struct {
	era      pane.Era
	entries  chan screen.Entry
	progress func() model.Progress // nil where nobody counts
	err      error                 // valid once entries is closed
}

// startLoad begins to load in the background what the options name: of one long
// file its beginning first.
func startLoad(ctx context.Context, era pane.Era, o *Options) *feed {
	f := &feed{era: era, entries: make(chan screen.Entry, 256), progress: o.Progress}
	list, paths, beginning := o.lister(), o.Paths, o.Beginning
	go func() {
		defer close(f.entries)
		defer func() {
			// A fault in a goroutine would take the terminal down with it.
			if fault := recover(); fault != nil {
				f.err = fmt.Errorf("%v", fault)
			}
		}()
		arrive := func(e screen.Entry) {
			select {
			case f.entries <- e:
			case <-ctx.Done():
			}
		}
		if beginning != nil && len(paths) == 1 {
			if r := beginning(paths[0]); r != nil {
				arrive(screen.Entry{Path: paths[0], Report: r, Beginning: true})
			}
		}
		f.err = list(ctx, paths, arrive)
	}()
	return f
}

// idleTime is how long nothing may arrive before the progress is told.
const idleTime = 250 * time.Millisecond

// next waits for something to arrive and then gathers for a moment.
func (f *feed) next() tea.Msg {
	m := loaded{era: f.era}
	f.gather(&m)
	if f.progress != nil {
		m.progress = f.progress()
	}
	return m
}

func (f *feed) gather(m *loaded) {
	timer := time.NewTimer(idleTime)
	defer timer.Stop()
	select {
	case e, ok := <-f.entries:
		if !ok {
			m.done, m.err = true, f.err
			return
		}
		m.entries = append(m.entries, e)
	case <-timer.C:
		return
	}
	timer.Reset(batchTime)
	for {
		select {
		case e, ok := <-f.entries:
			if !ok {
				m.done, m.err = true, f.err
				return
			}
			m.entries = append(m.entries, e)
		case <-timer.C:
			return
		}
	}
}
