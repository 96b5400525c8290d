package write

import (
	"strings"

	"duidu/ui/cell"
)

// page is how a Chinese font on paper sets text: the ambiguous characters
// are wide.
var page = cell.Policy{Ambiguous: cell.Wide}

// cells is how many cells the longest line of s takes: two for a Han
// character, one for a letter.
func cells(s string) int {
	longest := 0
	for line := range strings.SplitSeq(s, "\n") {
		longest = max(longest, page.Width(line))
	}
	return longest
}

// sampled is how many rows tell how wide a column is.
const sampled = 200

// natural is how many cells each column would have if it could, by its head
// and the first rows.
func natural(columns []Column, rows [][]Cell) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = cells(c.title())
		if c.Width > 0 {
			widths[i] = max(widths[i], c.Width)
			continue
		}
		for _, row := range rows[:min(sampled, len(rows))] {
			widths[i] = max(widths[i], cells(at(row, i).shown(c.Kind)))
		}
	}
	return widths
}

// lines is how many lines s takes in so many cells.
func lines(s string, room int) int {
	if len(s) < room {
		return 1 + strings.Count(s, "\n")
	}
	n := 0
	for l := range strings.SplitSeq(s, "\n") {
		n += len(page.Wrap(l, room, cell.Options{}))
	}
	return n
}
