package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"duidu/model"
)

// pad fills s up to width cells; on the left if it holds a number.
func pad(s string, width int, a align) string {
	gap := strings.Repeat(" ", max(0, width-ansi.StringWidth(s)))
	if a == right {
		return gap + s
	}
	return s + gap
}

type align int

const (
	left align = iota
	right
)

// columns lays a table out in columns of cells, two blanks apart, without
// blanks at the ends of lines. Columns without an entry in aligns are left.
func columns(t model.Table, aligns ...align) string {
	var rows [][]string
	if t.Head != nil {
		rows = append(rows, cleanCells(t.Head))
	}
	for _, row := range t.Rows {
		rows = append(rows, cleanCells(row))
	}
	var widths []int
	for _, row := range rows {
		widths = append(widths, make([]int, max(0, len(row)-len(widths)))...)
		for i, c := range row {
			widths[i] = max(widths[i], ansi.StringWidth(c))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, c := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			a := left
			if i < len(aligns) {
				a = aligns[i]
			}
			line.WriteString(pad(c, widths[i], a))
		}
		b.WriteString(strings.TrimRight(line.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}

func cleanCells(row []string) []string {
	cells := make([]string, len(row))
	for i, c := range row {
		cells[i] = clean(c)
	}
	return cells
}

// wrap breaks s into lines of at most width cells where Unicode allows a
// break, so that no line begins with 。; width 0 or less leaves it whole.
func wrap(s string, width int) []string {
	if width <= 0 {
		return []string{s}
	}
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line.String(), " "))
		line.Reset()
		used = 0
	}
	state := -1
	for s != "" {
		var segment string
		segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		if w := ansi.StringWidth(strings.TrimRight(segment, " ")); used > 0 && used+w > width {
			flush()
		}
		for ansi.StringWidth(segment) > width { // longer than a line by itself
			cut := ansi.Truncate(segment, width, "")
			if cut == "" { // not even one character fits
				cut, _, _, _ = uniseg.FirstGraphemeClusterInString(segment, -1)
			}
			line.WriteString(cut)
			flush()
			segment = segment[len(cut):]
		}
		line.WriteString(segment)
		used += ansi.StringWidth(segment)
	}
	if line.Len() > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}
