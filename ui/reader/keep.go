package reader

import (
	"strconv"
	"strings"

	"duidu/ui/pane"
)

// Keep is how the text is set: its width in cells, and what is on.
func (r *Reader) Keep() string {
	kept := strconv.Itoa(r.text.Measure())
	if r.text.Sentences() {
		kept += bySentence
	}
	if r.text.Wide() {
		kept += wideMarks
	}
	return kept
}

// wideMarks is kept where half-width marks are drawn wide.
const wideMarks = " wide"

// bySentence is kept where every sentence begins a line.
const bySentence = " sentences"

// Recall sets the text as wide as it was.
func (r *Reader) Recall(cells string) {
	cells, wide := strings.CutSuffix(cells, wideMarks)
	r.text.SetWide(wide)
	cells, sentences := strings.CutSuffix(cells, bySentence)
	r.text.SetSentences(sentences)
	if n, err := strconv.Atoi(cells); err == nil && n >= pane.MinMeasure && n <= pane.MaxMeasure {
		r.text.SetMeasure(n)
	}
}
