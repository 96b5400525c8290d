package compare

import "duidu/model"

type matrixJSON struct {
	Reports    []model.Source    `json:"reports"`
	Indicators []matrixIndicator `json:"indicators"`
	Themes     []matrixTheme     `json:"themes"`
}

type matrixIndicator struct {
	Indicator string          `json:"indicator"`
	Name      string          `json:"name"`
	Figures   []*model.Figure `json:"figures"` // one a report, null for none
}

type matrixTheme struct {
	Theme    string     `json:"theme"`
	Name     string     `json:"name"`
	Coverage []Coverage `json:"coverage"` // one a report
}

// JSON is the matrix for scripts, one line without a line end.
func (m *Matrix) JSON() ([]byte, error) {
	out := matrixJSON{Reports: []model.Source{}, Indicators: []matrixIndicator{}, Themes: []matrixTheme{}}
	for _, r := range m.Reports {
		out.Reports = append(out.Reports, r.Source())
	}
	for _, row := range m.Indicators {
		figures := make([]*model.Figure, len(row.Cells))
		for i, c := range row.Cells {
			figures[i] = c.Figure
		}
		out.Indicators = append(out.Indicators, matrixIndicator{row.Indicator.ID, row.Indicator.Name, figures})
	}
	for _, row := range m.Themes {
		out.Themes = append(out.Themes, matrixTheme{row.Theme.ID, row.Theme.Name, row.Cells})
	}
	return model.Encode(out)
}
