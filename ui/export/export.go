// Package export is the screen of the selection: what has been selected,
// in which order, how it will be written, and the writing.
package export

import (
	"fmt"
	"strings"
	"time"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"
	"duidu/ui/write"

	tea "github.com/charmbracelet/bubbletea"
)

// Export is the screen.
type Export struct {
	env   *screen.Env
	frame frame
	now   func() time.Time

	cursor list.List // in the selection
	at     string    // ID of the item there
	wanted string    // ID of the item the cursor goes to once it is there

	format  write.Format
	folder  string // what was last written to, as it was typed
	removed []removal

	asking  asking
	prompt  pane.Prompt
	hint    string // said below the body while the prompt is open
	choices choices
	guard   pane.Guard // of what a typed path may go on to
	writing pane.Guard
	sending pane.Guard
	pending job // that waits for consent
}

// asking is what the last row is for.
type asking int

const (
	nothing asking = iota
	forPath
	forNote
	forConsent
)

// removal is what u puts back.
type removal struct {
	items []take.Item
	at    int
}

// New makes the screen of the selection.
func New(env *screen.Env, _ ask.Open) screen.Screen {
	return &Export{env: env, now: time.Now, format: write.FormatText}
}

// Keep is the format and the folder that were used last.
func (e *Export) Keep() string { return string(e.format) + " " + e.folder }

// Recall takes them back.
func (e *Export) Recall(kept string) {
	format, folder, _ := strings.Cut(kept, " ")
	for _, f := range write.Formats() {
		if string(f) == format {
			e.format, e.folder = f, folder
		}
	}
}

// Title says how much there is and how it will be written.
func (e *Export) Title() (where, note string) {
	t := &e.env.Texts.Export
	return t.Title + "  " + fmt.Sprintf(t.CountF, e.env.Selection().Len()), fmt.Sprintf(t.FormatF, t.Format(e.format))
}

// SetSize gives the body's size in cells and rows.
func (e *Export) SetSize(width, height int) { e.frame = newFrame(width, height) }

// Update takes the keys of the prompts, the mouse and the results of work.
func (e *Export) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return e.typed(msg)
	case tea.MouseMsg:
		return e.mouse(msg)
	case written:
		return e.handleWritten(msg)
	case sent:
		return e.handleSent(msg)
	case matched:
		e.handleMatched(msg)
	}
	return nil
}

// typed gives a key to the question that is open.
func (e *Export) typed(k tea.KeyMsg) tea.Cmd {
	switch e.asking {
	case forConsent:
		return e.consent(k)
	case forPath:
		if by := completionKey(k); by != 0 {
			return e.complete(by)
		}
	case nothing:
		return nil
	}
	event := e.prompt.Update(k)
	if event == pane.Changed {
		e.choices = choices{}
		e.relabel()
		return nil
	}
	if event == pane.Nothing {
		return nil
	}
	asked := e.asking
	e.asking, e.choices = nothing, choices{}
	e.guard.Abort()
	text := strings.TrimSpace(e.prompt.Text())
	if event == pane.Cancelled || text == "" {
		return nil
	}
	if asked == forNote {
		return e.addNote(text)
	}
	return e.write(text, keepExisting)
}

// Prompt draws the question that is open.
func (e *Export) Prompt(width int) (string, bool) {
	switch e.asking {
	case nothing:
		return "", false
	case forConsent:
		return e.env.Styles.Warn.Paint(e.env.Cell.FitEllipsis(" "+e.env.Glyphs.Warn+" "+e.hint, width)), true
	}
	return e.prompt.View(e.env.Cell, e.env.Styles, width), true
}

// sync keeps the cursor on its item, whatever happened to the selection.
func (e *Export) sync() {
	s := e.env.Selection()
	if e.wanted != "" && s.Contains(e.wanted) {
		e.at, e.wanted = e.wanted, ""
	}
	e.cursor.SetHeight(max(0, e.frame.list-1))
	e.cursor.SetRows(s.Len())
	if at := e.cursor.Cursor(); e.at != "" && at >= 0 && s.Items[at].ID() != e.at {
		if i := s.Index(e.at); i >= 0 {
			e.cursor.Go(i)
		}
	}
	e.at = ""
	if at := e.cursor.Cursor(); at >= 0 {
		e.at = s.Items[at].ID()
	}
}

// current is the item under the cursor, nil if there is none.
func (e *Export) current() *take.Item {
	e.sync()
	if e.env.Selection().Len() == 0 {
		return nil
	}
	return &e.env.Selection().Items[e.cursor.Cursor()]
}

// moved does what moves the cursor; the item there is then the one to follow.
func (e *Export) moved(f func(*list.List)) {
	e.sync()
	f(&e.cursor)
	e.at, e.wanted = "", ""
	e.sync()
}

func (e *Export) mouse(m tea.MouseMsg) tea.Cmd {
	if m.Button == tea.MouseButtonLeft && m.X >= e.frame.listWidth {
		return nil
	}
	m.Y-- // below the head
	e.moved(func(l *list.List) { l.Mouse(m) })
	return nil
}
