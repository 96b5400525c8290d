package model

import (
	"strconv"
	"strings"
)

// FigureTable is the rows of figures, one a row.
func (c *Comparison) FigureTable(cat *Catalogue, w Words) Table {
	a, b := c.Names()
	t := Table{Head: []string{w.Theme, w.Indicator, a, b, w.Difference, w.Ratio, w.Note, a + " " + w.Sentence, b + " " + w.Sentence}}
	for i := range c.Figures {
		r := &c.Figures[i]
		theme := cat.Theme(r.Theme)
		row := []string{w.Pick(theme.Name, theme.English), w.Pick(r.Name, r.English), stated(r.A), stated(r.B), "", "", w.Reasons[r.Reason], "", ""}
		if r.Difference != nil {
			row[4] = r.Difference.Short(w.About)
		}
		if r.Ratio != nil {
			row[5] = r.Ratio.Short(w.About)
		}
		if r.A != nil {
			row[7] = r.A.Sentence
		}
		if r.B != nil {
			row[8] = r.B.Sentence
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func stated(f *Figure) string {
	if f == nil {
		return ""
	}
	return f.Text
}

// SectionTable is the themes: how much of each report, under which headings.
func (c *Comparison) SectionTable(w Words) Table {
	a, b := c.Names()
	t := Table{Head: []string{w.Theme, a, b, a + " " + w.Section, b + " " + w.Section}}
	for _, row := range c.Themes {
		t.Rows = append(t.Rows, []string{
			w.Pick(row.Theme.Name, row.Theme.English),
			percent(share(row.A.Characters, c.A.Characters)), percent(share(row.B.Characters, c.B.Characters)),
			strings.Join(c.A.Titles(row.A.Sections), "\n"), strings.Join(c.B.Titles(row.B.Sections), "\n"),
		})
	}
	return t
}

// Titles returns the titles of the sections at those paths.
func (r *Report) Titles(paths []Path) []string {
	titles := make([]string, 0, len(paths))
	for _, p := range paths {
		titles = append(titles, r.sectionTitle(p))
	}
	return titles
}

// WordingTable is the shared passages, longest first.
func (c *Comparison) WordingTable(w Words) Table {
	a, b := c.Names()
	t := Table{Head: []string{w.Characters, a + " " + w.Times, b + " " + w.Times, w.Text}}
	for _, p := range c.Wording.Passages {
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(p.Characters), strconv.Itoa(p.CountA), strconv.Itoa(p.CountB), p.Text,
		})
	}
	return t
}
