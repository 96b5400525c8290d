package reader

import (
	"strconv"

	"duidu/ui/pane"
)

// Keep is how wide the text is set, in cells.
func (r *Reader) Keep() string { return strconv.Itoa(r.text.Measure()) }

// Recall sets the text as wide as it was.
func (r *Reader) Recall(cells string) {
	if n, err := strconv.Atoi(cells); err == nil && n >= pane.MinMeasure && n <= pane.MaxMeasure {
		r.text.SetMeasure(n)
	}
}
