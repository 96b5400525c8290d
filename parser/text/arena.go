package text

import "strings"

// Arena makes many strings in few pieces of memory: those of a report live
// and go together. The zero value is ready; it must not be copied once used.
type Arena struct {
	b     strings.Builder
	start int // of the string being made
}

// arenaPiece is how much memory, in bytes, an arena takes at a time: some
// lines of a report, so that short texts do not pay for long ones.
const arenaPiece = 4 << 10

// Begin starts a string of about size bytes.
func (a *Arena) Begin(size int) {
	if a.b.Cap()-a.b.Len() < size {
		a.b = strings.Builder{}
		a.b.Grow(max(size, arenaPiece))
	}
	a.start = a.b.Len()
}

// Write adds s to the string begun.
func (a *Arena) Write(s string) { a.b.WriteString(s) }

// End returns the string begun.
func (a *Arena) End() string { return a.b.String()[a.start:] }
