// Package compare is the screen that lays two reports side by side. It has
// three views: the texts, brought together by theme; the figures, a row for
// each thing either counts; the wording, with what both share dimmed.
package compare

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/correct"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Compare is the screen.
type Compare struct {
	env   *screen.Env
	frame frame
	view  compare.View
	back  compare.View // the view that a jump came from, empty for none

	sides     [2]*side
	shared    [2][]pane.Mark       // wording both have
	shares    [2]map[string]string // of it in each section
	active    int                  // the side with the keys
	linked    bool
	alone     bool         // one text shows, by wish
	start     model.Anchor // in the text of startSide
	startSide int
	row       int    // of the table, to begin at
	beside    [2]int // the theme that the strips beside the texts show, plus one

	guard    pane.Guard
	turns    int                 // of the spinner
	data     *compare.Comparison // nil until the work is done
	rowOf    map[*model.Figure]int
	families map[int][]compare.FamilyLine // by the row, of those that have one
	rates    bool                         // both state their members
	newer    compare.Side                 // when the two are years of one place

	table table
	list  passages

	standing pane.Guard
	places   [2]map[string]string // where a side stands, by indicator

	prompt     pane.Prompt
	direction  pane.Direction
	correcting correct.Line
}

// New opens the comparison of the first two reports of a request.
func New(env *screen.Env, o ask.Open) screen.Screen {
	c := &Compare{env: env, view: compare.ViewSections, linked: true, start: o.At, startSide: min(max(o.Side, 0), 1)}
	if o.View != "" && slices.Contains(compare.Views(), compare.View(o.View)) {
		c.view = compare.View(o.View)
	}
	for i := range c.sides {
		s := &side{number: -1, report: model.Assemble(model.Report{})}
		if i < len(o.Reports) {
			if found := env.Reports.Report(o.Reports[i]); found != nil {
				s.number, s.report = o.Reports[i], found
			}
		}
		s.text = pane.New(pane.Options{Cell: env.Cell, Styles: env.Styles, Glyphs: env.Glyphs, Spacing: pane.Compact})
		c.sides[i] = s
	}
	return c
}

// missing tells whether there are not two reports to compare.
func (c *Compare) missing() bool { return c.sides[0].number < 0 || c.sides[1].number < 0 }

// Scope is the view that is shown: keys differ between them.
func (c *Compare) Scope() string { return string(c.view) }

// Title names the two reports, the views, and how they are linked.
func (c *Compare) Title() (where, note string) {
	t := &c.env.Texts.Compare
	where = name(c.sides[0].report) + " " + c.env.Glyphs.Pair + " " + name(c.sides[1].report)
	switch years := c.newer != compare.Both; {
	case c.frame.width >= roomy && years:
		where += "  " + t.YearOnYear
	case c.frame.width < roomy:
		where = c.short(0) + c.env.Glyphs.Pair + c.short(1)
		if years {
			where = c.sides[0].report.Place + " " + where
		}
	}
	notes := []string{c.tabs()}
	switch {
	case c.frame.width < roomy:
	case c.view == compare.ViewFigures:
		notes = append(notes, c.table.note(c))
	case c.back != "":
		notes = append(notes, fmt.Sprintf(t.BackF, c.viewName(c.back)))
	case c.data != nil && c.linked:
		notes = append(notes, c.env.Glyphs.Linked+" "+t.Linked)
	case c.data != nil:
		notes = append(notes, t.Unlinked)
	}
	if k, _ := c.sides[c.active].text.Hits(); c.searched() && c.view == compare.ViewSections {
		_, left := c.sides[0].text.Hits()
		_, right := c.sides[1].text.Hits()
		notes = append(notes, fmt.Sprintf(t.HitsF, c.sides[c.active].text.Query(), k, left, right))
	}
	if c.filtered() {
		notes = append(notes, "["+c.env.Texts.Reader.Filtered+"]")
	}
	return cell.Plain(where), strings.TrimRight(strings.Join(notes, "  "), " ")
}

// roomy is the width from which the title line has room for more than what
// is compared and how.
const roomy = 64

// tabs names the views, the one shown in brackets; alone where room is
// short.
func (c *Compare) tabs() string {
	if c.frame.width < roomy {
		return "[" + c.viewName(c.view) + "]"
	}
	var parts []string
	for i, v := range compare.Views() {
		text := fmt.Sprintf("%d %s", i+1, c.viewName(v))
		if v == c.view {
			text = "[" + text + "]"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "  ")
}

func (c *Compare) viewName(v compare.View) string {
	t := &c.env.Texts.Compare
	switch v {
	case compare.ViewFigures:
		return t.Figures
	case compare.ViewWording:
		return t.Wording
	}
	return t.Sections
}

// SetSize gives the body's size in cells and rows.
func (c *Compare) SetSize(width, height int) {
	c.frame.width, c.frame.height = width, height
	c.arrange()
}

// arrange gives the parts their sizes and finds the reader's places again.
func (c *Compare) arrange() {
	c.frame = newFrame(c.frame.width, c.frame.height, c.view, c.alone)
	for i, s := range c.sides {
		s.text.SetSize(max(0, c.frame.cells(i)-gutter), c.frame.text)
		s.settle()
		var marks []pane.Mark
		if c.view == compare.ViewWording {
			marks = c.shared[i]
		}
		s.text.SetLayer(pane.LayerExtra, marks)
	}
	if c.linked && c.data != nil {
		c.keepBeside()
	}
	if c.view == compare.ViewFigures {
		c.table.arrange(c)
	}
	c.list.SetHeight(c.frame.foot)
}

// keepBeside sets the other side's line as high as the active one's, without
// looking for another place.
func (c *Compare) keepBeside() {
	here, there := c.sides[c.active], c.sides[1-c.active]
	there.beside(there.at, here.row())
}

// show changes the view. Where a jump came from is forgotten.
func (c *Compare) show(v compare.View) tea.Cmd {
	c.view, c.back = v, ""
	if v == compare.ViewWording {
		c.list.mark(c)
	} else {
		c.list.unmark(c)
	}
	c.arrange()
	return nil
}

// Update takes the keys of a prompt, the mouse and the results of the work.
func (c *Compare) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return c.typed(msg)
	case tea.MouseMsg:
		return c.mouse(msg)
	case prepared:
		return c.handlePrepared(msg)
	case stood:
		c.handleStood(msg)
	case spinning:
		return c.handleSpin(msg)
	case ask.Renewed:
		return c.renew()
	case ask.Pair:
		return c.handlePair(msg)
	case ask.Bookmark:
		c.showBookmarks()
	}
	return nil
}

// Prompt draws the search or the filter while it is typed.
func (c *Compare) Prompt(width int) (string, bool) {
	if c.correcting.IsOpen() {
		return c.correcting.View(width), true
	}
	if !c.prompt.IsOpen() {
		return "", false
	}
	return c.prompt.View(c.env.Cell, c.env.Styles, width), true
}

func (c *Compare) typed(k tea.KeyMsg) tea.Cmd {
	if c.correcting.IsOpen() {
		return c.correcting.Type(k)
	}
	if !c.prompt.IsOpen() {
		return nil
	}
	event := c.prompt.Update(k)
	if c.view == compare.ViewFigures {
		return c.table.typed(c, event)
	}
	if event == pane.Done {
		return c.search(c.prompt.Text())
	}
	return nil
}

// View draws the view, or what there is instead of one.
func (c *Compare) View() []string {
	switch {
	case c.missing():
		return c.message(c.env.Texts.Compare.NeedTwo)
	case c.data == nil:
		frames := c.env.Glyphs.Spinner
		return c.message(frames[c.turns%len(frames)] + " " + c.env.Texts.Compare.Working)
	case c.view == compare.ViewFigures:
		return c.table.draw(c)
	}
	return c.texts()
}

// message is one line in an empty body.
func (c *Compare) message(text string) []string {
	rows := make([]string, c.frame.height)
	for i := range rows {
		rows[i] = cell.Blank(c.frame.width)
	}
	if len(rows) > 0 {
		rows[len(rows)/3] = c.env.Styles.Faint.Paint(c.env.Cell.FitEllipsis("  "+text, c.frame.width))
	}
	return rows
}
