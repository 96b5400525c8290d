// Package correct is the line in which a reader sets right by hand what was
// read of a report: its place, year and members, or what a figure counts.
// The screens that show reports share it.
package correct

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Line asks what is to be set right. The zero value asks nothing.
type Line struct {
	env    *screen.Env
	prompt pane.Prompt
	form   form
}

// Ask begins the line for a figure of a report, or with no figure for the
// report itself, with what was read in it.
func (l *Line) Ask(env *screen.Env, r *model.Report, f *model.Figure) {
	l.env = env
	l.form = formOf(env, r, f)
	l.prompt.OpenWith(l.form.label(), l.form.text())
}

// IsOpen tells whether keys belong to the line.
func (l *Line) IsOpen() bool { return l.prompt.IsOpen() }

// View draws the line in exactly w cells.
func (l *Line) View(w int) string { return l.prompt.View(l.env.Cell, l.env.Styles, w) }

// Type takes a key. What can't be understood is said in the label, and the
// line stays to be mended.
func (l *Line) Type(k tea.KeyMsg) tea.Cmd {
	if l.prompt.Update(k) != pane.Done {
		return nil
	}
	typed := l.prompt.Text()
	list, wrong := l.form.read(typed)
	switch {
	case wrong != "":
		l.prompt.OpenWith(wrong+" ", typed)
		return nil
	case len(list) == 0:
		return ask.Tell(ask.Info, l.env.Texts.Correct.Nothing)
	}
	return ask.Do(ask.Correct{Corrections: list})
}

// Undo asks to take back the latest correction of a figure, or with none of
// its report.
func Undo(r *model.Report, f *model.Figure) tea.Cmd {
	u := ask.Uncorrect{Content: r.Content}
	if f != nil {
		u.Figure = take.StatedAt(f)
	}
	return ask.Do(u)
}

// WhyNot says why nothing of a report can be set right; empty if it can.
func WhyNot(env *screen.Env, r *model.Report) string {
	if r == nil || r.Content == "" {
		return env.Texts.Correct.NoContent
	}
	return ""
}

// NoneOf says why there is nothing to take back; empty if there is.
func NoneOf(env *screen.Env, content string) string {
	if _, _, ok := env.Corrections().WithoutLast(content, nil); !ok {
		return env.Texts.Correct.NoneMade
	}
	return ""
}
