package model

import (
	"strconv"
	"strings"
)

// Detail says how much a table of figures tells.
type Detail int

const (
	Brief Detail = iota // who, what, how much and where
	Full                // all there is, for spreadsheets
)

// FigureTable is one row a figure, in the order of the reports.
func FigureTable(reports []*Report, c *Catalogue, w Words, d Detail) Table {
	t := Table{Head: []string{w.Place, w.Year, w.Indicator, w.Stated, w.Section}}
	if d == Full {
		t.Head = []string{
			w.Place, w.City, w.Province, w.Year, w.Theme, w.Indicator, w.Label, w.Stated, w.Value, w.Unit,
			w.Qualifier, w.Headline, w.Each, w.Plan, w.Section, w.Paragraph, w.Sentence, w.Path,
		}
	}
	for _, r := range reports {
		for i := range r.Figures {
			f := &r.Figures[i]
			if d == Brief {
				t.Rows = append(t.Rows, []string{r.Place, year(r.Year), f.name(c, w), f.Text, r.sectionTitle(f.Section)})
				continue
			}
			t.Rows = append(t.Rows, r.fullRow(f, c, w))
		}
	}
	return t
}

func (r *Report) fullRow(f *Figure, c *Catalogue, w Words) []string {
	theme := f.Theme
	in, _ := c.Indicator(f.Indicator)
	t := c.Theme(theme)
	return []string{
		r.Place, r.City, r.Province, year(r.Year), w.Pick(t.Name, t.English), w.Pick(in.Name, in.English), f.Label, f.Text,
		f.Value.String(), f.Unit, w.Qualifiers[f.Qualifier], yes(f.Headline, w), yes(f.Each, w), yes(f.Plan, w),
		strings.Join(r.trail(f.Section), " › "), strconv.Itoa(f.Paragraph + 1), f.Sentence, r.Path,
	}
}

// name is the name of the figure's indicator in the reader's language, else
// its label, which is always in the report's.
func (f *Figure) name(c *Catalogue, w Words) string {
	if in, ok := c.Indicator(f.Indicator); ok && f.Indicator != "" {
		return w.Pick(in.Name, in.English)
	}
	return f.Label
}

// trail is the titles of the sections down to p.
func (r *Report) trail(p Path) []string {
	var titles []string
	for i := range p {
		if s := r.Section(p[:i+1]); s != nil && s.Title != "" {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// sectionTitle is the title of the section at p, or of the nearest one above
// it that has one.
func (r *Report) sectionTitle(p Path) string {
	if t := r.trail(p); len(t) > 0 {
		return t[len(t)-1]
	}
	return ""
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func yes(b bool, w Words) string {
	if b {
		return w.Yes
	}
	return ""
}

// IndicatorTable is the matrix as indicators by reports, figures as stated.
func (m *Matrix) IndicatorTable(w Words) Table {
	t := Table{Head: append([]string{w.Indicator}, Names(m.Reports)...)}
	for _, row := range m.Indicators {
		cells := []string{w.Pick(row.Indicator.Name, row.Indicator.English)}
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

// ThemeTable is the matrix as themes by reports: the share of the text and,
// in brackets, the number of figures.
func (m *Matrix) ThemeTable(w Words) Table {
	t := Table{Head: append([]string{w.Theme}, Names(m.Reports)...)}
	for _, row := range m.Themes {
		cells := []string{w.Pick(row.Theme.Name, row.Theme.English)}
		for _, c := range row.Cells {
			cells = append(cells, percent(c.Share)+" ("+strconv.Itoa(c.Figures)+")")
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func percent(share float64) string {
	return strconv.FormatFloat(share*100, 'f', 1, 64) + "%"
}

// FiguresJSON is one JSON object a figure, each on its line.
func FiguresJSON(r *Report) ([]byte, error) {
	var out []byte
	for i := range r.Figures {
		line, err := encode(struct {
			Source
			Figure
		}{r.source(), r.Figures[i]})
		if err != nil {
			return nil, err
		}
		out = append(append(out, line...), '\n')
	}
	return out, nil
}

type matrixJSON struct {
	Reports    []Source          `json:"reports"`
	Indicators []matrixIndicator `json:"indicators"`
	Themes     []matrixTheme     `json:"themes"`
}

type matrixIndicator struct {
	Indicator string    `json:"indicator"`
	Name      string    `json:"name"`
	Figures   []*Figure `json:"figures"` // one a report, null for none
}

type matrixTheme struct {
	Theme    string     `json:"theme"`
	Name     string     `json:"name"`
	Coverage []Coverage `json:"coverage"` // one a report
}

// JSON is the matrix for scripts, one line without a line end.
func (m *Matrix) JSON() ([]byte, error) {
	out := matrixJSON{Reports: []Source{}, Indicators: []matrixIndicator{}, Themes: []matrixTheme{}}
	for _, r := range m.Reports {
		out.Reports = append(out.Reports, r.source())
	}
	for _, row := range m.Indicators {
		figures := make([]*Figure, len(row.Cells))
		for i, c := range row.Cells {
			figures[i] = c.Figure
		}
		out.Indicators = append(out.Indicators, matrixIndicator{row.Indicator.ID, row.Indicator.Name, figures})
	}
	for _, row := range m.Themes {
		out.Themes = append(out.Themes, matrixTheme{row.Theme.ID, row.Theme.Name, row.Cells})
	}
	return encode(out)
}
