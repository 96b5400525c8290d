package list

import (
	"strings"

	"duidu/ui/pane"

	tea "github.com/charmbracelet/bubbletea"
)

// Filter is what the rows of a list must say to be in it. It is typed in a
// prompt and holds from the first key on.
type Filter struct {
	pane.Prompt
	text string
}

// Text is the filter, empty where everything is listed.
func (f *Filter) Text() string { return f.text }

// Set puts another filter in its place.
func (f *Filter) Set(text string) { f.text = text }

// Ask opens the prompt. The filter that is on stands in it and goes with the
// first character that is typed.
func (f *Filter) Ask(label string) { f.OpenOver(label, f.text) }

// Type takes a key while the prompt is open; it is true if the filter is
// another one now. Esc takes the filter off.
func (f *Filter) Type(k tea.KeyMsg) bool {
	before := f.text
	switch f.Update(k) {
	case pane.Changed:
		f.text = f.Prompt.Text()
	case pane.Cancelled:
		f.text = ""
	}
	return f.text != before
}

// Words are what each row must have all of, in lower case.
func (f *Filter) Words() []string { return strings.Fields(strings.ToLower(f.text)) }

// Matches tells whether a text has every word of the filter.
func (f *Filter) Matches(text string) bool {
	words := f.Words()
	if len(words) == 0 {
		return true
	}
	text = strings.ToLower(text)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
