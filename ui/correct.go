package ui

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/correct"
)

// handleCorrect keeps what was set right and lays it over the reports.
func (a *app) handleCorrect(m ask.Correct) tea.Cmd {
	list := a.env.Corrections()
	for _, c := range m.Corrections {
		list = list.With(c)
	}
	t := a.env.Texts
	said := fmt.Sprintf(t.Correct.DoneManyF, len(m.Corrections))
	if len(m.Corrections) == 1 {
		said = fmt.Sprintf(t.Correct.DoneF, correct.Told(a.env, m.Corrections[0]))
	}
	return a.corrected(list, said)
}

// handleUncorrect takes the latest correction back.
func (a *app) handleUncorrect(m ask.Uncorrect) tea.Cmd {
	list, c, ok := a.env.Corrections().WithoutLast(m.Content, m.Figure)
	if !ok && m.Figure != nil {
		list, c, ok = a.env.Corrections().WithoutLast(m.Content, nil)
	}
	t := a.env.Texts
	if !ok {
		return a.status.say(ask.Say{Tone: ask.Warning, Text: t.Correct.NoneMade})
	}
	return a.corrected(list, fmt.Sprintf(t.Correct.UndoneF, correct.Told(a.env, c)))
}

func (a *app) corrected(list take.Corrections, said string) tea.Cmd {
	a.env.SetCorrections(list)
	a.env.Reports.Correct(list.Corrector(a.env.IndicatorName))
	return tea.Batch(a.handleRest(ask.Renewed{}), a.liken(), a.status.say(ask.Say{Tone: ask.Good, Text: said}))
}
