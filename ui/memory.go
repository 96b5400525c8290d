package ui

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/screen"
	"duidu/ui/state"
)

// memory is what the program remembers beyond its own end. The zero value
// remembers nothing.
type memory struct {
	store   *state.Store
	opened  error // what went wrong when it was opened
	state   state.State
	folder  string // that relative paths start from
	samples bool
	number  int             // of states written
	waiting bool            // for the moment to write
	failed  bool            // the last writing did, and the user knows
	noted   noted           // what was seen last
	held    []string        // marks of an earlier start on reports not loaded here
	foreign map[string]bool // paths of selected items not loaded here
	after   func(time.Duration, func(time.Time) tea.Msg) tea.Cmd
}

// noted is what tells cheaply that something has changed.
type noted struct {
	kept, marks int // versions
	place       state.Place
	path        string
}

// searchesKept is where the searches stand among the wishes.
const searchesKept = "searches"

// ownKept is where the own county that a key chose stands among them.
const ownKept = "own_place"

// pause is how long changes gather before they are written: holding a key
// would write a file a frame.
const pause = 700 * time.Millisecond

type keepNow struct{}

// kept tells how a writing went.
type kept struct{ err error }

// openMemory reads what was kept.
func openMemory(o Options) memory {
	m := memory{samples: o.Samples, after: tea.Tick}
	m.folder, _ = os.Getwd() // without it relative paths stay as they are
	if o.StatePath == "" {
		return m
	}
	m.store, m.state, m.opened = state.Open(o.StatePath)
	m.held = m.state.Marks
	m.foreign = make(map[string]bool)
	for _, it := range m.state.Selection.Items {
		it.WithPaths(func(path string) string { m.foreign[path] = true; return path })
	}
	m.state.Pairings.WithPaths(func(path string) string { m.foreign[path] = true; return path })
	m.state.Bookmarks.WithPaths(func(path string) string { m.foreign[path] = true; return path })
	return m
}

// remember puts back what was kept: the selection now, the marks once the
// reports are loaded, and how the first screen was set.
func (a *app) remember(m memory) {
	a.memory = m
	a.env.SetSelection(m.state.Selection)
	a.env.SetPairings(m.state.Pairings)
	a.env.SetBookmarks(m.state.Bookmarks)
	a.env.SetRecent(m.state.Recent)
	a.env.SetCorrections(m.state.Corrections)
	a.env.Reports.Correct(m.state.Corrections.Corrector(a.env.IndicatorName))
	a.env.SetOwnPlace(cmp.Or(a.options.OwnPlace, m.state.Wishes[ownKept]))
	a.memory.noted.kept = a.env.KeptVersion()
	for _, q := range strings.Split(m.state.Wishes[searchesKept], "\n") {
		a.env.Searches.Add(q)
	}
	if k, ok := a.top().screen.(screen.Keeper); ok {
		k.Recall(m.state.Wishes[string(a.top().name)])
	}
}

// notice says what went wrong when the state was opened.
func (m *memory) notice(a *app) tea.Cmd {
	if m.opened == nil {
		return nil
	}
	return a.status.say(ask.Say{Tone: ask.Warning, Text: m.words(a, m.opened)})
}

func (m *memory) words(a *app, err error) string {
	t := a.env.Texts
	var damaged *state.Damaged
	switch {
	case errors.As(err, &damaged):
		return fmt.Sprintf(t.Shell.StateDamagedF, damaged.Kept)
	case errors.Is(err, state.ErrBusy):
		return fmt.Sprintf(t.Shell.StateFailedF, a.options.StatePath, t.Shell.StateBusy)
	}
	return fmt.Sprintf(t.Shell.StateFailedF, a.options.StatePath, t.Files.Cause(err))
}

// samplePrefix tells a built-in report from a file.
const samplePrefix = "sample:"

// absolute names a report so that any later start finds it.
func (m *memory) absolute(path string) string {
	switch {
	case path == "" || path == "-" || filepath.IsAbs(path) || strings.HasPrefix(path, samplePrefix):
		return path
	case m.samples:
		return samplePrefix + path
	case m.folder == "":
		return path
	}
	return filepath.Join(m.folder, path)
}

// respell names the items of an earlier start as their reports are named
// now, so that a figure selected then counts as selected.
func (m *memory) respell(env *screen.Env, entries []screen.Entry) {
	if len(m.foreign) == 0 {
		return
	}
	now := make(map[string]string)
	for _, e := range entries {
		if path := m.absolute(e.Path); e.Read() && path != e.Path && m.foreign[path] {
			now[path] = e.Path
		}
	}
	if len(now) == 0 {
		return
	}
	spell := func(path string) string { return cmp.Or(now[path], path) }
	env.SetSelection(env.Selection().WithPaths(spell))
	env.SetPairings(env.Pairings().WithPaths(spell))
	env.SetBookmarks(env.Bookmarks().WithPaths(spell))
	for path := range now {
		delete(m.foreign, path)
	}
}

// mark puts the marks of an earlier start back, in their order.
func (m *memory) mark(r *screen.Reports) {
	if len(m.held) == 0 {
		return
	}
	numbers := make(map[string]int, len(r.List))
	for n, e := range r.List {
		numbers[m.absolute(e.Path)] = n
	}
	var held []string
	for _, path := range m.held {
		switch n, ok := numbers[path]; {
		case !ok:
			held = append(held, path)
		case !r.IsMarked(n):
			r.Toggle(n)
		}
	}
	m.held = held
}

// resume leads a reader that opens nowhere in particular to where reading
// stopped.
func (a *app) resume(o ask.Open) ask.Open {
	if o.Screen == ask.Compare && o.At == (model.Anchor{}) && o.View == "" {
		key, characters := a.pairKey(o.Reports)
		if p, ok := a.memory.state.Places[key]; ok && key != "" && p.Characters == characters {
			o.At, o.View, o.Side = model.Anchor{Block: p.Block, Offset: p.Offset}, p.View, p.Side
		}
		return o
	}
	if o.Screen != ask.Reader || o.At != (model.Anchor{}) || o.Figure != nil || o.Query != "" || len(o.Reports) == 0 {
		return o
	}
	r := a.env.Reports.Report(o.Reports[0])
	if r == nil {
		return o
	}
	if p, ok := a.memory.state.Places[a.memory.absolute(r.Path)]; ok && p.Characters == r.Characters {
		o.At = model.Anchor{Block: p.Block, Offset: p.Offset}
	}
	return o
}

// noteChanges looks whether something worth keeping has changed, and sets
// the clock for writing it. It runs after every message, so it compares
// and copies nothing that grows.
func (a *app) noteChanges() tea.Cmd {
	m := &a.memory
	now := m.noted
	now.kept, now.marks = a.env.KeptVersion(), a.env.Reports.MarksVersion()
	a.notePlace(&now)
	wish := a.noteWish()
	if now == m.noted && !wish {
		return nil
	}
	m.noted = now
	if m.store == nil || m.waiting {
		return nil
	}
	m.waiting = true
	return m.after(pause, func(time.Time) tea.Msg { return keepNow{} })
}

// notePlace keeps where the screen in view is being read.
func (a *app) notePlace(now *noted) {
	path, place, ok := a.reading()
	if !ok || now.path == path && now.place == place {
		return
	}
	now.path, now.place = path, place
	m := &a.memory
	if m.state.Places == nil {
		m.state.Places = make(map[string]state.Place)
	}
	place.Read = time.Now().UTC()
	m.state.Places[path] = place
}

// reading is the place that the screen in view is at, and the key to keep it
// under. Standard input will not come again.
func (a *app) reading() (path string, place state.Place, ok bool) {
	switch s := a.top().screen.(type) {
	case screen.Placer:
		number, at, ok := s.Place()
		r := a.env.Reports.Report(number)
		if !ok || r == nil || r.Path == "-" || a.env.Reports.IsBeginning(number) {
			return "", place, false
		}
		return a.memory.absolute(r.Path), state.Place{Block: at.Block, Offset: at.Offset, Characters: r.Characters}, true
	case screen.Pair:
		p, ok := s.Pair()
		key, characters := a.pairKey(p.Reports[:])
		if !ok || key == "" {
			return "", place, false
		}
		return key, state.Place{Block: p.At.Block, Offset: p.At.Offset, Characters: characters, View: p.View, Side: p.Side}, true
	}
	return "", place, false
}

// pairKey is the key of the place of two reports, and how long both are;
// empty where there is none.
func (a *app) pairKey(numbers []int) (key string, characters int) {
	if len(numbers) < 2 {
		return "", 0
	}
	x, y := a.env.Reports.Report(numbers[0]), a.env.Reports.Report(numbers[1])
	if x == nil || y == nil || x.Path == "-" || y.Path == "-" {
		return "", 0
	}
	return a.memory.absolute(x.Path) + "\n" + a.memory.absolute(y.Path), x.Characters + y.Characters
}

// noteWish keeps what the screen in view is set to; true if that is new.
func (a *app) noteWish() bool {
	k, ok := a.top().screen.(screen.Keeper)
	if !ok {
		return false
	}
	m, name, wish := &a.memory, string(a.top().name), k.Keep()
	if m.state.Wishes[name] == wish {
		return false
	}
	if m.state.Wishes == nil {
		m.state.Wishes = make(map[string]string)
	}
	m.state.Wishes[name] = wish
	return true
}

// snapshot is the state to write, a copy that nobody changes. Marks of
// reports that are not loaded here stay.
func (a *app) snapshot() state.State {
	m := &a.memory
	st := state.State{
		Version: state.Version, Selection: a.env.Selection().WithPaths(m.absolute),
		Bookmarks: a.env.Bookmarks().WithPaths(m.absolute), Recent: slices.Clone(a.env.Recent()), Corrections: a.env.Corrections(),
		Pairings: a.env.Pairings().WithPaths(m.absolute), Places: maps.Clone(m.state.Places), Wishes: maps.Clone(m.state.Wishes),
	}
	if list := a.env.Searches.List(); len(list) > 0 {
		if st.Wishes == nil {
			st.Wishes = make(map[string]string)
		}
		st.Wishes[searchesKept] = strings.Join(list, "\n")
	}
	if own := a.env.OwnPlace(); own != st.Wishes[ownKept] && own != a.options.OwnPlace {
		if st.Wishes == nil {
			st.Wishes = make(map[string]string)
		}
		st.Wishes[ownKept] = own
	}
	r := a.env.Reports
	st.Marks = slices.Clone(m.held)
	for _, n := range r.Marked() {
		if path := m.absolute(r.List[n].Path); !slices.Contains(st.Marks, path) {
			st.Marks = append(st.Marks, path)
		}
	}
	return st
}

// keep writes what there is to keep, in the background.
func (a *app) keep() tea.Cmd {
	m := &a.memory
	m.waiting = false
	if m.store == nil {
		return nil
	}
	m.number++
	number, st, store := m.number, a.snapshot(), m.store
	return func() tea.Msg { return kept{store.Save(number, st)} }
}

// handleKept says once that writing fails, and once that the file had been
// damaged. What could not be written goes with the next change.
func (a *app) handleKept(m kept) tea.Cmd {
	if m.err == nil {
		a.memory.failed = false
		return nil
	}
	if a.memory.failed {
		return nil
	}
	a.memory.failed = true
	return a.status.say(ask.Say{Tone: ask.Warning, Text: a.memory.words(a, m.err)})
}

// lastWords writes the state when the program ends, however it does, and
// makes of a panic an error that says where the state was kept.
func (a *app) lastWords(err error) error {
	saved := a.saveNow()
	t := &a.env.Texts.Shell
	switch {
	case errors.Is(err, tea.ErrProgramPanic) && a.memory.store != nil && saved == nil:
		return fmt.Errorf(t.PanicKeptF, a.memory.store.Path())
	case errors.Is(err, tea.ErrProgramPanic):
		return errors.New(t.Panic)
	case err == nil && saved != nil:
		return errors.New(a.memory.words(a, saved))
	}
	return err
}

// saveNow writes the state and waits for it. After a panic the state may
// be broken as well: then there is an error instead of another panic.
func (a *app) saveNow() (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%v", fault)
		}
	}()
	m := &a.memory
	if m.store == nil {
		return nil
	}
	m.number++
	return m.store.Save(m.number, a.snapshot())
}
