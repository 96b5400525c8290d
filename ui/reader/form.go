package reader

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/ask"
	"duidu/ui/pane"
)

// form is the form in which a report is shown.
type form int

const (
	asRead  form = iota // simplified and repaired
	asSpelt             // as its source spelt it
	asBoth              // simplified, the source below what was changed
	forms
)

func (r *Reader) formName() string {
	if r.form == asBoth {
		return r.env.Texts.Reader.ShowsBoth
	}
	return r.env.Texts.Reader.ShowsOriginal
}

// content is the report in the form that is shown.
func (r *Reader) content() pane.Content {
	switch r.form {
	case asSpelt:
		return pane.Original(r.report)
	case asBoth:
		return pane.Both(r.report, r.env.Styles, r.env.Catalogue)
	}
	return pane.Report(r.report, r.env.Styles, r.env.Catalogue)
}

// nextForm shows the report in its next form, at the same place and with
// the same search.
func (r *Reader) nextForm() tea.Cmd {
	r.visual = false
	query, filtered, top := r.text.Query(), r.text.Filtered(), r.text.Top()
	r.form = (r.form + 1) % forms
	r.text.SwapContent(r.content())
	if query != "" {
		r.find(query)
		if filtered {
			r.text.Filter()
		}
		r.text.ScrollTo(top)
	}
	r.arrange()
	return nil
}

// measureStep is how much the text column grows on a key, in cells: one
// character on either side.
const measureStep = 4

// setMeasure changes the width of the text column and says what it is.
func (r *Reader) setMeasure(by int) tea.Cmd {
	r.text.SetMeasure(r.text.Measure() + by)
	return ask.Tell(ask.Info, fmt.Sprintf(r.env.Texts.Reader.MeasureF, r.text.Measure()/2))
}

// toggleMarks draws half-width marks between ideographs wide, or as they are.
func (r *Reader) toggleMarks() tea.Cmd {
	r.text.SetWide(!r.text.Wide())
	if r.text.Wide() {
		return ask.Tell(ask.Info, r.env.Texts.Reader.MarksWide)
	}
	return ask.Tell(ask.Info, r.env.Texts.Reader.MarksAsTheyAre)
}

// toggleSentences begins a line with every sentence, or fills the lines again.
func (r *Reader) toggleSentences() tea.Cmd {
	r.text.SetSentences(!r.text.Sentences())
	return nil
}
