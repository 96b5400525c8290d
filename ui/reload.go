package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/screen"
	"duidu/ui/state"
)

// reread brings the files that changed, read again.
type reread struct {
	era     pane.Era
	entries []screen.Entry
	gone    []string
}

// watch begins to follow the folders once all is read. Where that is
// impossible a line says so and everything else works.
func (a *app) watch() tea.Cmd {
	if a.options.Wanted == nil || a.options.Samples || slices.Contains(a.options.Paths, "-") {
		return nil
	}
	ctx, era := a.watching.Begin(a.ctx)
	w, err := startWatch(ctx, era, a.options.Paths, a.options.Wanted)
	if err != nil {
		a.watching.Abort()
		return a.status.say(ask.Say{Tone: ask.Warning, Text: fmt.Sprintf(a.env.Texts.Shell.WatchFailedF, err)})
	}
	a.watcher = w
	return w.next
}

// next waits for changes; nil when the watch is over.
func (w *watcher) next() tea.Msg {
	if c, ok := <-w.changes; ok {
		return c
	}
	return nil
}

// handleChanged reads again what changed, and only that.
func (a *app) handleChanged(m changed) tea.Cmd {
	if !a.watching.Live(m.era) {
		return nil
	}
	list, ctx := a.options.lister(), a.ctx
	return func() tea.Msg { return readAgain(ctx, list, m) }
}

func readAgain(ctx context.Context, list Lister, m changed) tea.Msg {
	r := reread{era: m.era, gone: m.gone}
	if len(m.written) == 0 {
		return r
	}
	entries := make(chan screen.Entry, 64)
	go func() {
		defer close(entries)
		// A file that can't be read is an entry of its own; if reading as a
		// whole stops, the library keeps what it has.
		_ = list(ctx, m.written, func(e screen.Entry) { entries <- e })
	}()
	for e := range entries {
		r.entries = append(r.entries, e)
	}
	return r
}

// handleReread puts what was read again in its place and says how much.
func (a *app) handleReread(m reread) tea.Cmd {
	if !a.watching.Live(m.era) {
		return nil
	}
	reports, texts := a.env.Reports, &a.env.Texts.Shell
	for _, e := range m.entries {
		reports.Put(e)
	}
	gone := 0
	for _, path := range m.gone {
		gone += removeAll(reports, path)
	}
	var said []string
	if len(m.entries) > 0 {
		said = append(said, fmt.Sprintf(texts.ChangedF, len(m.entries)))
	}
	if gone > 0 {
		said = append(said, fmt.Sprintf(texts.GoneF, gone))
	}
	if said == nil {
		return a.watcher.next
	}
	return tea.Batch(a.liken(), a.watcher.next, a.status.say(ask.Say{Tone: ask.Good, Text: strings.Join(said, "  ")}))
}

// removeAll takes a file out of the library, or those of a folder, and
// returns how many.
func removeAll(reports *screen.Reports, path string) int {
	before := reports.Gone
	if reports.Find(path) >= 0 {
		reports.Remove(path)
		return reports.Gone - before
	}
	inside := path + string(filepath.Separator)
	for n := range reports.List {
		if strings.HasPrefix(reports.List[n].Path, inside) {
			reports.Remove(reports.List[n].Path)
		}
	}
	return reports.Gone - before
}

// handleLoad reads other files and folders instead of those in the library.
// Open screens stand on reports that go, so they close.
func (a *app) handleLoad(m ask.Load) tea.Cmd {
	if a.options.lister() == nil {
		return nil
	}
	a.watching.Abort()
	a.stack = a.stack[:1]
	a.env.Reports.Renew()
	a.options.Paths, a.options.Samples, a.memory.samples = m.Paths, false, false
	return a.load()
}

// noteRecent notes what was opened, the latest first.
func (a *app) noteRecent() {
	if a.options.Samples || len(a.options.Paths) == 0 || slices.Contains(a.options.Paths, "-") {
		return
	}
	now := state.Recent{Reports: a.env.Reports.Read()}
	for _, p := range a.options.Paths {
		if full, err := filepath.Abs(p); err == nil {
			p = full
		}
		now.Paths = append(now.Paths, p)
	}
	a.env.SetRecent(state.AddRecent(a.env.Recent(), now))
}
