package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/screen"
)

// View draws the frame, and tells the output where the cursor belongs.
func (a *app) View() string {
	frame, caret := takeCaret(a.draw(), a.env.Cell)
	if a.output != nil {
		a.output.point(caret)
	}
	return frame
}

// draw draws the frame: title, rule, body, footer.
func (a *app) draw() string {
	f := a.frame
	if f.Width <= 0 || f.Height <= 0 {
		return ""
	}
	if f.TooSmall {
		rows := make([]string, f.Height)
		for i := range rows {
			rows[i] = cell.Blank(f.Width)
		}
		text := fmt.Sprintf(a.env.Texts.Shell.TooSmallF, f.Width, f.Height, minWidth, minHeight)
		for i, line := range a.env.Cell.Wrap(text, f.Width, cell.Options{}) {
			if i < f.Height {
				rows[i] = a.env.Cell.Paint(text, line, f.Width, a.env.Styles.Text, nil)
			}
		}
		return strings.Join(rows, "\n")
	}
	rows := make([]string, 0, f.Height)
	rows = append(rows, a.titleRow(), a.env.Styles.Rule.Paint(a.env.Cell.Repeat(a.env.Glyphs.Rule, f.Width)))
	switch {
	case a.palette.prompt.IsOpen():
		rows = append(rows, a.paletteRows(f.Width, f.BodyHeight)...)
	case a.help.open:
		rows = append(rows, a.helpRows(f.Width, f.BodyHeight)...)
	default:
		rows = append(rows, a.top().screen.View()...)
	}
	return strings.Join(append(rows, a.footerRow()), "\n")
}

// titleRow says where the reader is and how much has been selected.
func (a *app) titleRow() string {
	s, c, w := a.env.Styles, a.env.Cell, a.frame.Width
	name := " " + a.env.Texts.Product + "  "
	right := fmt.Sprintf("  "+a.env.Texts.Shell.SelectedF+" ", a.env.Selection().Len())
	title, note := a.top().screen.Title()
	switch {
	case a.palette.prompt.IsOpen():
		title, note = a.env.Texts.Shell.Palette, ""
	case a.help.open:
		title, note = a.env.Texts.Shell.Help, ""
	}
	if a.mouseFree {
		right = "  [" + a.env.Texts.Shell.MouseSign + "]" + right
	}
	room := w - c.Width(name) - c.Width(right)
	n := min(c.Width(title), max(room-c.Width(note)-2, room/3))
	ink := s.Faint
	if a.env.Selection().Len() > 0 {
		ink = s.Strong
	}
	return s.Accent.Paint(name) + c.FitEllipsis(title, n) + s.Faint.Paint(c.FitEllipsis("  "+note, room-n)) + ink.Paint(right)
}

// footerRow is the prompt, a message, or the keys that matter now.
func (a *app) footerRow() string {
	if a.palette.prompt.IsOpen() {
		return a.palette.prompt.View(a.env.Cell, a.env.Styles, a.frame.Width)
	}
	if a.saving.prompt.IsOpen() {
		return a.saving.prompt.View(a.env.Cell, a.env.Styles, a.frame.Width)
	}
	if row, typing := a.top().screen.Prompt(a.frame.Width); typing {
		return row
	}
	if a.status.said.Text != "" {
		return a.status.view(a.env.Cell, a.env.Styles, a.env.Glyphs, a.frame.Width)
	}
	return a.keysRow()
}

// keysRow lists what can be done now, the most useful first; what does not
// fit is in the help, whose key always stands at the end.
func (a *app) keysRow() string {
	var shown []*screen.Action
	for _, table := range [][]screen.Action{a.top().now(), a.actions()} {
		for i := range table {
			if table[i].Footer > 0 && len(table[i].Keys) > 0 && (table[i].Steady || table[i].Reason() == "") {
				shown = append(shown, &table[i])
			}
		}
	}
	slices.SortStableFunc(shown, func(x, y *screen.Action) int { return cmp.Compare(x.Footer, y.Footer) })
	c, s := a.env.Cell, a.env.Styles
	last := shown[len(shown)-1]
	width := func(x *screen.Action) int {
		return c.Width(keyName(x.Keys[0], a.env.Lang)) + 1 + c.Width(x.Text.In(a.env.Lang)) + 2
	}
	left := a.frame.Width - 1 - width(last)
	var b strings.Builder
	b.WriteString(" ")
	write := func(x *screen.Action) {
		ink := s.Key
		if x.Reason() != "" {
			ink = s.Faint
		}
		b.WriteString(ink.Paint(keyName(x.Keys[0], a.env.Lang)))
		b.WriteString(s.Faint.Paint(" " + x.Text.In(a.env.Lang)))
		b.WriteString("  ")
	}
	for _, x := range shown[:len(shown)-1] {
		if width(x) > left {
			continue
		}
		left -= width(x)
		write(x)
	}
	write(last)
	b.WriteString(cell.Blank(left))
	return b.String()
}
