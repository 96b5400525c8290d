package ui

import (
	"slices"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

// help is the overlay that lists what every key does, made from the same
// tables that dispatch them.
type help struct {
	open bool
	top  int // first row shown; drawing keeps it within the list
}

// helpPage is how many rows a page key moves.
const helpPage = 8

// leave takes a key: it scrolls, or closes the help. It is true when the
// key is to be done as well, so that nobody has to leave the help first.
func (h *help) leave(k tea.KeyMsg) bool {
	switch k.String() {
	case "down", "j":
		h.top++
		return false
	case "up", "k":
		h.top = max(0, h.top-1)
		return false
	case "pgdown", " ":
		h.top += helpPage
		return false
	case "pgup", "b":
		h.top = max(0, h.top-helpPage)
		return false
	}
	h.open = false
	return !slices.Contains([]string{"f1", "H", "esc", "q", "enter"}, k.String())
}

// helpRows draws the help in the body: h rows of exactly w cells.
func (a *app) helpRows(w, h int) []string {
	s, c := a.env.Styles, a.env.Cell
	var lines []string
	section := func(title string, table []screen.Action) {
		if len(lines) > 0 {
			lines = append(lines, cell.Blank(w))
		}
		lines = append(lines, s.Accent.Paint(c.Fit("  "+title, w)))
		for i := range table {
			lines = append(lines, a.helpLine(&table[i], w))
		}
	}
	section(a.env.Texts.Shell.HelpScreen, a.top().now())
	section(a.env.Texts.Shell.HelpAnywhere, a.actions())
	lines = append(lines, cell.Blank(w), s.Accent.Paint(c.Fit("  "+a.env.Texts.Shell.SearchForms, w)))
	for _, f := range a.env.Texts.Search.Forms() {
		left := min(22, w/2)
		lines = append(lines, s.Key.Paint(c.FitEllipsis("    "+f[0], left))+c.FitEllipsis("  "+f[1], w-left))
	}
	lines = append(lines, cell.Blank(w), s.Faint.Paint(c.Fit("  "+a.env.Texts.Shell.HelpEnd, w)))
	a.help.top = min(a.help.top, max(0, len(lines)-h))
	lines = lines[a.help.top:]
	for len(lines) < h {
		lines = append(lines, cell.Blank(w))
	}
	return lines[:h]
}

// helpLine is one action: its keys, what it does, and why not now.
func (a *app) helpLine(what *screen.Action, w int) string {
	s, c := a.env.Styles, a.env.Cell
	left := min(22, w/2)
	keys := s.Key.Paint(c.FitEllipsis("    "+a.keyNames(what), left))
	text := "  " + what.Text.In(a.env.Lang)
	why := what.Reason()
	if why == "" {
		return keys + c.FitEllipsis(text, w-left)
	}
	n := min(c.Width(text), w-left)
	return keys + c.Fit(text, n) + s.Faint.Paint(c.FitEllipsis("  "+why, w-left-n))
}

// keyNames lists the keys of an action.
func (a *app) keyNames(what *screen.Action) string {
	names := make([]string, len(what.Keys))
	for i, k := range what.Keys {
		names[i] = keyName(k, a.env.Lang)
	}
	return strings.Join(names, " ")
}
