// Package reader is the screen for reading one report: its outline, its
// text with the figures marked, and a card for the current figure.
package reader

import (
	"fmt"
	"sort"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/correct"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Reader is the screen.
type Reader struct {
	env    *screen.Env
	number int // of the report in the library
	report *model.Report
	frame  frame

	given int  // the figure that the reader was opened for, -1 for none
	shown bool // it has been shown

	text     *pane.Pane
	outline  entries
	notices  entries
	side     side // what stands left of the text
	hidden   bool // the side, by wish
	focus    focus
	form     form
	spelt    bool // the source spells something differently
	visual   bool // the keys that move extend the selected text
	dragFrom *model.Anchor

	correcting correct.Line

	prompt    pane.Prompt
	purpose   purpose
	before    model.Anchor // where the reader was when the prompt opened
	was       string       // and what was searched for
	direction pane.Direction
	walking   bool          // n and N go on in the next report
	landing   *model.Anchor // a hit to show once there is a size

	bookmarks entries
}

// side is what the left column holds.
type side int

const (
	sideOutline side = iota
	sideNotices
	sideBookmarks
)

// focus is where the keys that move go.
type focus int

const (
	onText focus = iota
	onSide
)

// New opens the reader on the first report of the request.
func New(env *screen.Env, o ask.Open) screen.Screen {
	r := &Reader{env: env, number: -1, report: model.Assemble(model.Report{})}
	if len(o.Reports) > 0 {
		if found := env.Reports.Report(o.Reports[0]); found != nil {
			r.number, r.report = o.Reports[0], found
		}
	}
	r.text = pane.New(pane.Options{Cell: env.Cell, Styles: env.Styles, Glyphs: env.Glyphs})
	r.text.SetContent(r.content())
	r.spelt = pane.HasOriginal(r.report)
	r.outline = outlineOf(env, r.report)
	r.notices = noticesOf(env, r.report)
	r.refreshBookmarks()
	if o.Query != "" {
		r.walking = true
		r.direction = pane.Forward
		_, _ = r.find(o.Query) // the search that led here could read it
		r.landing = &o.At
	} else if o.At != (model.Anchor{}) && o.Figure == nil {
		r.text.ScrollTo(o.At)
	}
	r.given = figureIndex(r.report, o.Figure)
	if o.View == "notices" {
		r.side, r.focus = sideNotices, onSide
	}
	return r
}

// Title is the place, the year and the section in view, and how far the
// reader has come.
func (r *Reader) Title() (where, note string) {
	parts := []string{Name(r.report)}
	if s := r.sectionTitle(); s != "" {
		parts = append(parts, s)
	}
	notes := []string{fmt.Sprintf("%d%%", r.text.Progress())}
	if k, n := r.text.Hits(); n > 0 {
		notes = append(notes, fmt.Sprintf(r.env.Texts.Reader.HitsF, r.text.Query(), k, n))
	}
	if r.form != asRead {
		notes = append(notes, "["+r.formName()+"]")
	}
	if r.env.Reports.IsBeginning(r.number) {
		notes = append(notes, "["+r.env.Texts.Reader.Beginning+"]")
	}
	if r.text.Filtered() {
		notes = append(notes, "["+r.env.Texts.Reader.Filtered+"]")
	}
	return strings.Join(parts, " "+r.env.Glyphs.Crumb+" "), strings.Join(notes, "  ")
}

// Name is what a report is called in a title line.
func Name(r *model.Report) string {
	name := r.Place
	if name == "" {
		name = r.Title
	}
	if r.Year > 0 {
		name += fmt.Sprintf(" %d", r.Year)
	}
	return cell.Plain(name)
}

// sectionTitle is the heading over the first visible text.
func (r *Reader) sectionTitle() string {
	if i := r.inView(); i >= 0 {
		return r.outline.items[i].text
	}
	return ""
}

// inView is the entry of the outline that the reader is at, -1 before the
// first: where the current figure stands if it shows, else the first
// visible text.
func (r *Reader) inView() int {
	at := r.text.Top()
	if i := r.text.FigureInView(); i >= 0 {
		at = r.text.Content().Figures[i].Anchor()
	}
	items := r.outline.items
	return sort.Search(len(items), func(i int) bool { return at.Before(items[i].at) }) - 1
}

// SetSize gives the body's size in cells and rows.
func (r *Reader) SetSize(width, height int) {
	r.frame.width, r.frame.height = width, height
	r.arrange()
	if r.landing != nil && r.frame.textHeight > 0 {
		r.text.Home() // so that the hit comes into view with what stands before it
		r.text.GoToHit(*r.landing)
		r.landing = nil
	}
	r.showGiven()
}

// arrange gives the parts their sizes, after a change of the terminal, the
// focus, the side or the card.
func (r *Reader) arrange() {
	r.frame = newFrame(r.frame.width, r.frame.height, r.shape())
	r.text.SetSize(r.frame.text, r.frame.textHeight)
	for _, l := range []*entries{&r.outline, &r.notices, &r.bookmarks} {
		l.SetHeight(r.frame.height - 1)
	}
}

func (r *Reader) shape() shape {
	return shape{
		side: !r.hidden || r.side != sideOutline, onSide: r.focus == onSide,
		card: r.text.Figure() >= 0 || r.onNotices(),
	}
}

// current is the list in the left column.
func (r *Reader) current() *entries {
	switch r.side {
	case sideNotices:
		return &r.notices
	case sideBookmarks:
		return &r.bookmarks
	}
	return &r.outline
}

// Update takes the keys of a search and the mouse.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if r.correcting.IsOpen() {
			return r.correcting.Type(msg)
		}
		if !r.prompt.IsOpen() {
			return nil
		}
		switch r.prompt.Update(msg) {
		case pane.Done:
			r.text.ScrollTo(r.before)
			return r.prompted(r.prompt.Text())
		case pane.Changed:
			r.typing(r.prompt.Text())
		case pane.Cancelled:
			r.stopTyping()
		}
	case tea.MouseMsg:
		return r.mouse(msg)
	case ask.Bookmark:
		r.refreshBookmarks()
	case ask.Renewed:
		r.renew()
	}
	return nil
}

// Prompt draws the search while it is typed.
func (r *Reader) Prompt(width int) (string, bool) {
	if r.correcting.IsOpen() {
		return r.correcting.View(width), true
	}
	if !r.prompt.IsOpen() {
		return "", false
	}
	return r.prompt.View(r.env.Cell, r.env.Styles, width), true
}

// View draws the side, the text and the card.
func (r *Reader) View() []string {
	f := r.frame
	var text []string
	if f.text > 0 {
		text = append(r.text.View(), r.card(f.text, f.card)...)
	}
	if f.side == 0 {
		return text
	}
	side := r.sideRows(f.side, f.height)
	if f.text == 0 {
		return side
	}
	bar := r.env.Styles.Rule.Paint(r.env.Glyphs.Bar)
	for i := range text {
		text[i] = side[i] + bar + text[i]
	}
	return text
}

// sideRows draws the left column: its name and its list.
func (r *Reader) sideRows(w, h int) []string {
	t := &r.env.Texts.Reader
	l := r.current()
	name := t.Outline
	switch r.side {
	case sideNotices:
		name = fmt.Sprintf(t.NoticesF, len(r.report.Notices))
	case sideBookmarks:
		name = fmt.Sprintf(t.BookmarksF, len(r.env.Bookmarks()))
	case sideOutline:
		if _, n := r.text.Hits(); n > 0 {
			name += "  " + fmt.Sprintf(t.HitCountF, n)
		}
		if r.focus == onText {
			l.show(r.inView())
		}
	}
	ink := r.env.Styles.Faint
	if r.focus == onSide {
		ink = r.env.Styles.Accent
	}
	rows := []string{ink.Paint(r.env.Cell.FitEllipsis(" "+name, w))}
	return append(rows, l.view(r.env, w, h-1, r.focus == onSide)...)
}

func (r *Reader) mouse(m tea.MouseMsg) tea.Cmd {
	onLeft := m.X < r.frame.side
	if !onLeft && r.frame.side > 0 {
		m.X -= r.frame.side + 1
	}
	step := 0
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		step = 1
	case m.Button == tea.MouseButtonWheelUp:
		step = -1
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		return r.click(m, onLeft)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionMotion:
		r.drag(m)
	case m.Action == tea.MouseActionRelease:
		r.dragFrom = nil
	}
	switch {
	case step != 0 && onLeft:
		r.focus = onSide
		r.current().Mouse(m)
	case step != 0:
		r.text.Scroll(3 * step)
	}
	return nil
}

// click jumps from the list, or makes the figure under the mouse current.
func (r *Reader) click(m tea.MouseMsg, onLeft bool) tea.Cmd {
	if onLeft {
		r.focus = onSide
		m.Y-- // below the name
		if r.current().Mouse(m) != list.Nothing {
			return r.jump()
		}
		return nil
	}
	r.focus, r.visual = onText, false
	r.text.Unselect()
	if at, ok := r.text.At(m.X, m.Y); ok {
		r.dragFrom = &at
		for i, f := range r.text.Content().Figures {
			if f.Block == at.Block && f.Start <= at.Offset && at.Offset < f.End {
				r.text.SetFigure(i)
			}
		}
	}
	r.arrange()
	return nil
}

// drag selects from where the button went down to the mouse.
func (r *Reader) drag(m tea.MouseMsg) {
	at, ok := r.text.At(m.X, m.Y)
	if r.dragFrom == nil || !ok {
		return
	}
	from := *r.dragFrom
	if at.Before(from) {
		r.text.Select(at, r.text.After(from))
	} else {
		r.text.Select(from, r.text.After(at))
	}
}
