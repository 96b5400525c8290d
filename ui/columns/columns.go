// Package columns shares a row's cells among the columns of a table, and
// writes the row.
package columns

import "slices"

// Column is what a column of a table asks for, in cells.
type Column struct {
	Want  int // holds all that it has to say
	Least int // with fewer it says nothing; 0 for Want
	Most  int // that it may grow to where room is left; 0 for Want
	// Keep is how long the column stays while room gets short: the lowest go
	// first.
	Keep int
}

func (c Column) least() int {
	if c.Least <= 0 || c.Least > c.Want {
		return c.Want
	}
	return c.Least
}

// Fit returns the width of every column in so many cells, with gap cells
// after each; 0 where a column is left out. Columns are narrowed before one
// is left out: the widest first, none below its least. What is left over goes
// to those that may grow, from left to right. Where not even one column fits,
// the one kept longest gets what there is.
func Fit(room, gap int, all []Column) []int {
	widths := make([]int, len(all))
	in := make([]bool, len(all))
	for i := range all {
		in[i] = true
	}
	for {
		need, some := 0, 0
		for i, c := range all {
			if in[i] {
				need += c.least() + gap
				some++
			}
		}
		if need <= room || some == 0 {
			break
		}
		out := -1
		for i := range all {
			if in[i] && (out < 0 || all[i].Keep < all[out].Keep) {
				out = i
			}
		}
		if some == 1 {
			widths[out] = max(0, room-gap)
			return widths
		}
		in[out] = false
	}
	left := room
	for i, c := range all {
		if in[i] {
			widths[i] = c.Want
			left -= c.Want + gap
		}
	}
	narrow(widths, all, left)
	for i, c := range all {
		if more := min(left, c.Most-widths[i]); in[i] && more > 0 {
			widths[i] += more
			left -= more
		}
	}
	return widths
}

// narrow takes cells from the widest columns until none is missing.
func narrow(widths []int, all []Column, left int) {
	for ; left < 0; left++ {
		widest := -1
		for i, c := range all {
			if widths[i] > c.least() && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		widths[widest]--
	}
}

// Used is the cells that columns of such widths take, their gaps included.
func Used(widths []int, gap int) int {
	n := 0
	for _, w := range widths {
		if w > 0 {
			n += w + gap
		}
	}
	return n
}

// Even is how many columns of the same width fit, each of least cells or
// more and a gap, and the width they get, at most most.
func Even(room, gap, least, most int) (n, width int) {
	n = max(0, room) / (least + gap)
	if n > 0 {
		width = min(room/n-gap, most)
	}
	return n, width
}

// Widest is the largest of some widths.
func Widest(widths ...int) int { return slices.Max(append(widths, 0)) }
