package paper

import (
	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"strconv"
	"strings"
)

// Detail says how much a table of figures tells.
type Detail int

const (
	Brief Detail = iota // who, what, how much and where
	Full                // all there is, for spreadsheets
)

// Figures is one row a figure, in the order of the reports.
func Figures(reports []*model.Report, c *model.Catalogue, n lang.Names, d Detail) Table {
	t := Table{Head: []string{n.Place, n.Year, n.Indicator, n.Stated, n.Section}}
	if d == Full {
		t.Head = []string{
			n.Place, n.City, n.Province, n.Year, n.Theme, n.Indicator, n.Label, n.Stated, n.Value, n.Unit,
			n.Qualifier, n.Headline, n.Each, n.Plan, n.Section, n.Paragraph, n.Sentence, n.Path,
		}
	}
	for _, r := range reports {
		for i := range r.Figures {
			f := &r.Figures[i]
			if d == Brief {
				t.Rows = append(t.Rows, []string{r.Place, year(r.Year), nameOf(f, c, n), f.Text, r.TitleAt(f.Section)})
				continue
			}
			t.Rows = append(t.Rows, fullRow(r, f, c, n))
		}
	}
	return t
}

func fullRow(r *model.Report, f *model.Figure, c *model.Catalogue, n lang.Names) []string {
	theme := f.Theme
	in, _ := c.Indicator(f.Indicator)
	t := c.Theme(theme)
	return []string{
		r.Place, r.City, r.Province, year(r.Year), n.Pick(t.Name, t.English), n.Pick(in.Name, in.English), f.Label, f.Text,
		f.Value.String(), f.Unit, n.Qualifiers[f.Qualifier], yes(f.Headline, n), yes(f.Each, n), yes(f.Plan, n),
		strings.Join(r.Trail(f.Section), " › "), strconv.Itoa(f.Paragraph + 1), f.Sentence, r.Path,
	}
}

// nameOf is the name of the figure's indicator in the reader's language, else
// its label, which is always in the report's.
func nameOf(f *model.Figure, c *model.Catalogue, n lang.Names) string {
	if in, ok := c.Indicator(f.Indicator); ok && f.Indicator != "" {
		return n.Pick(in.Name, in.English)
	}
	return f.Label
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func yes(b bool, n lang.Names) string {
	if b {
		return n.Yes
	}
	return ""
}

// Matrix is the matrix as indicators by reports, figures as stated.
func Matrix(m *compare.Matrix, n lang.Names) Table {
	t := Table{Head: append([]string{n.Indicator}, model.Names(m.Reports)...)}
	for _, row := range m.Indicators {
		cells := []string{n.Pick(row.Indicator.Name, row.Indicator.English)}
		for _, c := range row.Cells {
			if c.Figure == nil {
				cells = append(cells, "")
			} else {
				cells = append(cells, c.Figure.Text)
			}
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func percent(share float64) string {
	return strconv.FormatFloat(share*100, 'f', 1, 64) + "%"
}
