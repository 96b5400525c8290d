package paper

import (
	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"strconv"
	"strings"
)

// Comparison is the rows of figures, one a row.
func Comparison(c *compare.Comparison, cat *model.Catalogue, n lang.Names) Table {
	a, b := c.Names()
	t := Table{Head: []string{n.Theme, n.Indicator, a, b, n.Difference, n.Ratio, n.Note, a + " " + n.Sentence, b + " " + n.Sentence}}
	for i := range c.Figures {
		r := &c.Figures[i]
		theme := cat.Theme(r.Theme)
		row := []string{n.Pick(theme.Name, theme.English), n.Pick(r.Name, r.English), stated(r.A), stated(r.B), "", "", n.Reasons[r.Reason], "", ""}
		if r.Difference != nil {
			row[4] = n.Numbers.Difference(*r.Difference)
		}
		if r.Ratio != nil {
			row[5] = n.Numbers.Ratio(*r.Ratio)
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

func stated(f *model.Figure) string {
	if f == nil {
		return ""
	}
	return f.Text
}

// Themes is the themes: how much of each report, under which headings.
func Themes(c *compare.Comparison, n lang.Names) Table {
	a, b := c.Names()
	t := Table{Head: []string{n.Theme, a, b, a + " " + n.Section, b + " " + n.Section}}
	for _, row := range c.Themes {
		t.Rows = append(t.Rows, []string{
			n.Pick(row.Theme.Name, row.Theme.English),
			percent(compare.Share(row.A.Characters, c.A.Characters)), percent(compare.Share(row.B.Characters, c.B.Characters)),
			strings.Join(c.A.Titles(row.A.Sections), "\n"), strings.Join(c.B.Titles(row.B.Sections), "\n"),
		})
	}
	return t
}

// Wording is the shared passages, longest first.
func Wording(c *compare.Comparison, n lang.Names) Table {
	a, b := c.Names()
	t := Table{Head: []string{n.Characters, a + " " + n.Times, b + " " + n.Times, n.Text}}
	for _, p := range c.Wording.Passages {
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(p.Characters), strconv.Itoa(p.CountA), strconv.Itoa(p.CountB), p.Text,
		})
	}
	return t
}
