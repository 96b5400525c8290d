package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/pane"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// palette is the overlay in which an action is found by its name: in
// Chinese, in English, or by the letters that an input method would take.
type palette struct {
	prompt pane.Prompt
	found  []*screen.Action
	list   list.List
}

// pinyinOnce reads the readings when the palette is first typed into.
var pinyinOnce = sync.OnceValue(readReadings)

func (a *app) openPalette() tea.Cmd {
	a.palette = palette{}
	a.palette.prompt.Open(a.env.Texts.Shell.PaletteLabel)
	a.palette.list.SetHeight(a.frame.BodyHeight)
	a.find("")
	return nil
}

// find lists what matches what was typed.
func (a *app) find(typed string) {
	p := &a.palette
	p.found = a.search(typed)
	p.list.SetRows(len(p.found))
	p.list.First()
}

// search lists the actions that match what was typed, the best first.
func (a *app) search(typed string) []*screen.Action {
	type match struct {
		action *screen.Action
		rank   int
	}
	var list []match
	typed = strings.ToLower(strings.Join(strings.Fields(typed), " "))
	for _, table := range a.tables() {
		for i := range table {
			if rank, ok := rankOf(&table[i], typed, a.env.Lang); ok && table[i].ID != "shell.palette" {
				list = append(list, match{&table[i], rank})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y match) int { return cmp.Compare(x.rank, y.rank) })
	found := make([]*screen.Action, len(list))
	for i, m := range list {
		found[i] = m.action
	}
	return found
}

// rankOf tells how well an action matches, 0 best; false if it doesn't.
func rankOf(what *screen.Action, typed string, l lang.Lang) (int, bool) {
	if typed == "" {
		return 0, true
	}
	zh, en := what.Text.ZH, strings.ToLower(what.Text.EN)
	names := []string{zh, en}
	if l == lang.English {
		names = []string{en, zh}
	}
	for i, name := range names {
		switch at := strings.Index(name, typed); {
		case at == 0:
			return i, true
		case at > 0:
			return 4 + i, true
		}
	}
	letters := strings.ReplaceAll(typed, " ", "")
	if from, ok := pinyinOnce().spells(letters, zh); ok {
		return 2 + 4*min(1, from), true
	}
	return 0, false
}

// paletteKey takes a key while the palette is open.
func (a *app) paletteKey(k tea.KeyMsg) tea.Cmd {
	p := &a.palette
	switch k.String() {
	case "up", "ctrl+p":
		p.list.Move(-1)
		return nil
	case "down", "ctrl+n", "tab":
		p.list.Move(1)
		return nil
	case "pgup":
		p.list.Page(-1)
		return nil
	case "pgdown":
		p.list.Page(1)
		return nil
	}
	switch p.prompt.Update(k) {
	case pane.Changed:
		a.find(p.prompt.Text())
	case pane.Done:
		if at := p.list.Cursor(); at >= 0 {
			return a.act(p.found[at])
		}
	}
	return nil
}

// paletteMouse scrolls, or does what is clicked.
func (a *app) paletteMouse(m tea.MouseMsg) tea.Cmd {
	p := &a.palette
	click := m.Button == tea.MouseButtonLeft
	m.Y -= a.frame.Body
	if p.list.Mouse(m) != list.Nothing && click { // one click is enough
		p.prompt = pane.Prompt{}
		return a.act(p.found[p.list.Cursor()])
	}
	return nil
}

// paletteRows draws the actions in the body: h rows of exactly w cells.
func (a *app) paletteRows(w, h int) []string {
	p, s := &a.palette, a.env.Styles
	p.list.SetHeight(h)
	from, to := p.list.Window()
	var rows []string
	for i := from; i < to; i++ {
		row := a.helpLine(p.found[i], w)
		if i == p.list.Cursor() {
			row = a.chosenLine(p.found[i], w)
		}
		rows = append(rows, row)
	}
	if len(p.found) == 0 {
		text := fmt.Sprintf(a.env.Texts.Shell.NoActionF, p.prompt.Text())
		rows = append(rows, s.Faint.Paint(a.env.Cell.FitEllipsis("    "+text, w)))
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}

// chosenLine is the line of the action that Enter does.
func (a *app) chosenLine(what *screen.Action, w int) string {
	s, c := a.env.Styles, a.env.Cell
	left := min(22, w/2)
	keys := c.FitEllipsis("  "+c.Fit(a.env.Glyphs.Cursor, 2)+a.keyNames(what), left)
	text := "  " + what.Text.In(a.env.Lang)
	if why := what.Reason(); why != "" {
		text += "  " + why
	}
	return (s.Cursor + s.Key).Paint(keys) + s.Cursor.Paint(c.FitEllipsis(text, w-left))
}
