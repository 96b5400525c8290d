package cell

import "strings"

// Flow sets items one after another with sep between, on as many lines of at
// most w cells as they need, and breaks between items only; one that is wider
// than a line is cut. No line is padded.
func (p Policy) Flow(items []string, sep string, w int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, item := range items {
		n := p.Width(item)
		if used > 0 && used+p.Width(sep)+n > w {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteString(sep)
			used += p.Width(sep)
		}
		if n > w {
			item = strings.TrimRight(p.FitEllipsis(item, w), " ")
			n = p.Width(item)
		}
		line.WriteString(item)
		used += n
	}
	if used > 0 {
		lines = append(lines, line.String())
	}
	return lines
}
