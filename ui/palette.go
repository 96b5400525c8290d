package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/pane"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// palette is the overlay in which an action is found by its name: in
// Chinese, in English, or by the letters that an input method would take.
type palette struct {
	prompt pane.Prompt
	found  []*screen.Action
	cursor int
	top    int
}

// pinyinOnce reads the readings when the palette is first typed into.
var pinyinOnce = sync.OnceValue(readReadings)

func (a *app) openPalette() tea.Cmd {
	a.palette = palette{}
	a.palette.prompt.Open(a.env.Texts.Shell.PaletteLabel)
	a.palette.found = a.search("")
	return nil
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
		p.cursor = max(0, p.cursor-1)
		return nil
	case "down", "ctrl+n", "tab":
		p.cursor = min(p.cursor+1, max(0, len(p.found)-1))
		return nil
	case "pgup":
		p.cursor = max(0, p.cursor-helpPage)
		return nil
	case "pgdown":
		p.cursor = min(p.cursor+helpPage, max(0, len(p.found)-1))
		return nil
	}
	switch p.prompt.Update(k) {
	case pane.Changed:
		p.found, p.cursor, p.top = a.search(p.prompt.Text()), 0, 0
	case pane.Done:
		if p.cursor < len(p.found) {
			return a.act(p.found[p.cursor])
		}
	}
	return nil
}

// paletteMouse scrolls, or does what is clicked.
func (a *app) paletteMouse(m tea.MouseMsg) tea.Cmd {
	p := &a.palette
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		p.cursor = min(p.cursor+1, max(0, len(p.found)-1))
	case m.Button == tea.MouseButtonWheelUp:
		p.cursor = max(0, p.cursor-1)
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionPress:
		if i := p.top + m.Y - a.frame.Body; i >= 0 && i < len(p.found) {
			p.prompt = pane.Prompt{}
			return a.act(p.found[i])
		}
	}
	return nil
}

// paletteRows draws the actions in the body: h rows of exactly w cells.
func (a *app) paletteRows(w, h int) []string {
	p, s := &a.palette, a.env.Styles
	p.top = max(min(p.top, p.cursor), p.cursor-h+1, 0)
	var rows []string
	for i := p.top; i < len(p.found) && len(rows) < h; i++ {
		row := a.helpLine(p.found[i], w)
		if i == p.cursor {
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
