package reader

import (
	"strconv"
	"strings"

	"duidu/ui/pane"
)

// Keep is how wide the text is set, in cells.
func (r *Reader) Keep() string {
	kept := strconv.Itoa(r.text.Measure())
	if r.text.Sentences() {
		kept += bySentence
	}
	return kept
}

// bySentence is kept where every sentence begins a line.
const bySentence = " sentences"

// Recall sets the text as wide as it was.
func (r *Reader) Recall(cells string) {
	cells, sentences := strings.CutSuffix(cells, bySentence)
	r.text.SetSentences(sentences)
	if n, err := strconv.Atoi(cells); err == nil && n >= pane.MinMeasure && n <= pane.MaxMeasure {
		r.text.SetMeasure(n)
	}
}
