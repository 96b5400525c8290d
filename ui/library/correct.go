package library

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/correct"
)

// correct asks what is to be set right of the report under the cursor.
func (l *Library) correct() tea.Cmd {
	l.correcting.Ask(l.env, l.env.Reports.Report(l.current()), nil)
	return nil
}

func (l *Library) uncorrect() tea.Cmd { return correct.Undo(l.env.Reports.Report(l.current()), nil) }

func (l *Library) notCorrectable() string {
	if why := l.noReport(); why != "" {
		return why
	}
	return correct.WhyNot(l.env, l.env.Reports.Report(l.current()))
}

func (l *Library) nothingCorrected() string {
	if why := l.noReport(); why != "" {
		return why
	}
	return correct.NoneOf(l.env, l.env.Reports.Summary(l.current()).Content)
}
