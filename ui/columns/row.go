package columns

import (
	"strings"

	"duidu/ui/cell"
)

// Row writes the cells of one row from left to right, each in its ink, and
// never more than there are.
type Row struct {
	policy cell.Policy
	text   strings.Builder
	left   int
}

// NewRow begins a row of so many cells.
func NewRow(p cell.Policy, cells int) *Row { return &Row{policy: p, left: max(0, cells)} }

// Left is how many cells are not written yet.
func (r *Row) Left() int { return r.left }

// Put writes a text into n cells, cut or filled up.
func (r *Row) Put(ink cell.Ink, text string, n int) {
	n = min(n, r.left)
	if n <= 0 {
		return
	}
	r.left -= n
	r.text.WriteString(ink.Paint(r.policy.FitEllipsis(text, n)))
}

// Right writes a text at the right end of n cells; one that is too long is
// cut at its end.
func (r *Row) Right(ink cell.Ink, text string, n int) {
	n = min(n, r.left)
	pad := max(0, n-r.policy.Width(text))
	r.Put(ink, "", pad)
	r.Put(ink, text, n-pad)
}

// Drawn writes n cells that are drawn already.
func (r *Row) Drawn(text string, n int) {
	if n > r.left {
		r.Put("", "", r.left)
		return
	}
	r.left -= n
	r.text.WriteString(text)
}

// End fills the row up and returns it.
func (r *Row) End(ink cell.Ink) string {
	r.Put(ink, "", r.left)
	return r.text.String()
}
