package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/ui/fixture"
	"duidu/ui/theme"
)

// rig drives the root model without a terminal: keys in, screen out.
type rig struct {
	t   testing.TB
	app *app
}

func noEnv(string) string { return "" }

// loadLibrary loads the fixtures and one file that can't be read.
func loadLibrary(ctx context.Context, paths []string, yield func(string, *model.Report, error)) error {
	for _, r := range fixture.Library() {
		yield(r.Path, r, nil)
	}
	yield("reports/scan.pdf", nil, errors.New("扫描件没有文字层\x1b[2J"))
	return ctx.Err()
}

func newRig(t testing.TB, o Options, w, h int) *rig {
	t.Chdir(t.TempDir()) // keys may write files
	return newRigHere(t, o, w, h)
}

// newRigHere is a rig in the folder the test is in.
func newRigHere(t testing.TB, o Options, w, h int) *rig {
	if o.Catalogue == nil {
		o.Catalogue = fixture.Catalogue()
	}
	if o.Query.Numeral == nil {
		o.Query.Numeral = arabic
	}
	a := newApp(t.Context(), o, theme.Terminal{Env: noEnv, Dark: true, Profile: termenv.TrueColor})
	a.status.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil } // time stands still
	a.remember(openMemory(o))
	a.env.Getenv = noEnv
	a.memory.after = a.status.after
	r := &rig{t, a}
	r.size(w, h)
	r.run(a.Init())
	return r
}

// arabic is a stand-in for the parser's own reading of numbers.
func arabic(s string) (decimal.Decimal, bool) {
	v, err := decimal.NewFromString(s)
	return v, err == nil
}

func open(t testing.TB, w, h int) *rig {
	return newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}}, w, h)
}

func (r *rig) send(m tea.Msg) {
	_, cmd := r.app.Update(m)
	r.run(cmd)
}

// run does a command and what follows from it.
func (r *rig) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range m {
			r.run(c)
		}
	default:
		r.send(m)
	}
}

func (r *rig) size(w, h int) { r.send(tea.WindowSizeMsg{Width: w, Height: h}) }

var named = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
	"left": tea.KeyLeft, "right": tea.KeyRight, "f1": tea.KeyF1, "backspace": tea.KeyBackspace, "pgdown": tea.KeyPgDown,
	"ctrl+u": tea.KeyCtrlU, "shift+tab": tea.KeyShiftTab, "home": tea.KeyHome, "end": tea.KeyEnd,
}

// press types keys; a text longer than one character comes as an input
// method commits it.
func (r *rig) press(keys ...string) {
	for _, k := range keys {
		switch kind, ok := named[k]; {
		case k == "g/": // pressed one after the other
			r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("g")})
			r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/")})
		case ok:
			r.send(tea.KeyMsg{Type: kind})
		case k == " ":
			r.send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")})
		default:
			r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
		}
		r.send(waited{r.app.sequence.id}) // nobody types so fast
	}
}

func (r *rig) screen() []string {
	return strings.Split(ansi.Strip(r.app.View()), "\n")
}

func (r *rig) text() string { return strings.Join(r.screen(), "\n") }

func (r *rig) shows(wants ...string) {
	r.t.Helper()
	for _, w := range wants {
		if !strings.Contains(r.text(), w) {
			r.t.Fatalf("%q is not on the screen:\n%s", w, r.text())
		}
	}
}

func (r *rig) showsNot(wants ...string) {
	r.t.Helper()
	for _, w := range wants {
		if strings.Contains(r.text(), w) {
			r.t.Fatalf("%q is on the screen:\n%s", w, r.text())
		}
	}
}

// footer is the last row.
func (r *rig) footer() string {
	rows := r.screen()
	return rows[len(rows)-1]
}

// inLine tells whether the words stand in one row, in this order.
func inLine(rows []string, words ...string) bool {
	for _, row := range rows {
		rest, found := row, true
		for _, w := range words {
			i := strings.Index(rest, w)
			if i < 0 {
				found = false
				break
			}
			rest = rest[i+len(w):]
		}
		if found {
			return true
		}
	}
	return false
}

func (r *rig) showsLine(words ...string) {
	r.t.Helper()
	if !inLine(r.screen(), words...) {
		r.t.Fatalf("no row has %q:\n%s", words, r.text())
	}
}

// checkGeometry states the contract of a frame.
func (r *rig) checkGeometry(what string) {
	r.t.Helper()
	f := r.app.frame
	raw := r.app.View()
	rows := strings.Split(raw, "\n")
	if len(rows) != f.Height {
		r.t.Fatalf("%s at %dx%d: %d rows", what, f.Width, f.Height, len(rows))
	}
	for i, row := range rows {
		plain := ansi.Strip(row)
		if n := r.app.env.Cell.Width(plain); n != f.Width {
			r.t.Fatalf("%s at %dx%d, row %d: %d cells\n%q", what, f.Width, f.Height, i, n, plain)
		}
		if strings.ContainsRune(plain, '\x1b') {
			r.t.Fatalf("%s: an escape of a report reached row %d", what, i)
		}
	}
}

// loadThese yields reports.
func loadThese(reports ...*model.Report) Loader {
	return func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, r := range reports {
			yield(r.Path, r, nil)
		}
		return nil
	}
}
