package cli

import (
	"strings"

	"duidu/ui/cell"
	"duidu/ui/paper"
)

// ruler lays text out in lines and columns by the width policy of this run.
type ruler struct{ cell.Policy }

// ruler is the policy the settings ask for. Printed text never asks the
// terminal: what is not known to be wide is narrow.
func (a *app) ruler() ruler {
	if a.opts.Ambiguous == "wide" {
		return ruler{cell.Policy{Ambiguous: cell.Wide}}
	}
	return ruler{}
}

type align int

const (
	left align = iota
	right
)

// pad fills s up to width cells, on the side away from where it is aligned.
// Unlike cell.Fit it cuts nothing.
func (r ruler) pad(s string, width int, a align) string {
	gap := cell.Blank(width - r.Width(s))
	if a == right {
		return gap + s
	}
	return s + gap
}

// columns lays a table out in columns of cells, two blanks apart, without
// blanks at the ends of lines. Columns without an entry in aligns are left.
func (r ruler) columns(t paper.Table, aligns ...align) string {
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
			widths[i] = max(widths[i], r.Width(c))
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
			line.WriteString(r.pad(c, widths[i], a))
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

// wrap breaks s into lines of at most width cells, indented; width 0 leaves
// it whole.
func (r ruler) wrap(s string, width int, indent cell.Options) []string {
	if width <= 0 {
		return []string{cell.Blank(indent.First) + s}
	}
	var lines []string
	for _, l := range r.Wrap(s, width, indent) {
		lines = append(lines, cell.Blank(l.Indent)+strings.TrimRight(s[l.Start:l.End], " \n"))
	}
	return lines
}

// beside is the width that a margin of n cells leaves; 0 stays no limit.
func beside(width, n int) int {
	if width <= 0 {
		return 0
	}
	return max(width-n, 1)
}
