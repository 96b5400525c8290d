package cli

import (
	"slices"
	"strings"

	"duidu/ui/cell"
	"duidu/ui/write"
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

// table lays a table out: numbers to the right, a group as a line of its
// own above the rows that share it, the notes below a blank line.
func (r ruler) table(t write.Table) string {
	group := slices.IndexFunc(t.Columns, func(c write.Column) bool { return c.Kind == write.KindGroup })
	rows := [][]string{write.Heads(t.Columns)}
	var aligns []align
	for _, c := range t.Columns {
		a := left
		if c.Kind == write.KindNumber || c.Kind == write.KindPercent || c.Kind == write.KindSigned {
			a = right
		}
		aligns = append(aligns, a)
	}
	last := ""
	for _, cells := range t.Rows {
		row := write.Shown(cells, t.Columns)
		if group >= 0 {
			if row[group] != last {
				last = row[group]
				rows = append(rows, []string{last})
			}
			first := (group + 1) % len(row)
			row[first] = "  " + row[first]
		}
		rows = append(rows, row)
	}
	if group >= 0 {
		aligns = slices.Delete(aligns, group, group+1)
		for i, row := range rows {
			if len(row) > 1 {
				rows[i] = slices.Delete(row, group, group+1)
			}
		}
	}
	text := r.columns(rows, aligns...)
	for i, n := range t.Notes {
		if i == 0 {
			text += "\n"
		}
		text += clean(n) + "\n"
	}
	return text
}

// columns lays rows out in columns of cells, two blanks apart, without
// blanks at the ends of lines. Columns without an entry in aligns are left;
// a row of one cell among longer ones makes no column wider.
func (r ruler) columns(table [][]string, aligns ...align) string {
	var rows [][]string
	most := 0
	for _, row := range table {
		rows = append(rows, cleanCells(row))
		most = max(most, len(row))
	}
	var widths []int
	for _, row := range rows {
		if len(row) == 1 && most > 1 {
			continue
		}
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
