package compare

import "duidu/model"

// Coverage is how much a report has to say on a theme.
type Coverage struct {
	Characters int     `json:"characters"` // Han characters of running text
	Share      float64 `json:"share"`      // of all running text, 0 to 1
	Figures    int     `json:"figures"`
}

// Cover returns the coverage of every theme the report touches, by id.
func Cover(r *model.Report) map[string]Coverage {
	cover := map[string]Coverage{}
	all := 0
	blocks := r.Blocks()
	for i := range blocks {
		b := &blocks[i]
		if b.Heading {
			continue
		}
		for _, run := range r.Runs(i) {
			c := cover[run.Theme]
			n := model.CountHan(b.Text[run.Start:run.End])
			c.Characters += n
			all += n
			cover[run.Theme] = c
		}
	}
	for i := range r.Figures {
		c := cover[r.Figures[i].Theme]
		c.Figures++
		cover[r.Figures[i].Theme] = c
	}
	for id, c := range cover {
		c.Share = Share(c.Characters, all)
		cover[id] = c
	}
	return cover
}

// Matrix sets many reports beside each other: a column a report, a row an
// indicator or a theme. Rows that no report has anything for are left out.
type Matrix struct {
	Reports    []*model.Report
	Indicators []IndicatorRow
	Themes     []CoverageRow
	// Members is how many members each body has, as its report says or as was
	// typed in, nil where neither is: what counts are divided by for rates per
	// member.
	Members   []*model.Range
	membersID string
}

// IndicatorRow is one indicator through all reports.
type IndicatorRow struct {
	Indicator model.Indicator
	Cells     []Cell // one a report
}

// Cell is what one report has for an indicator.
type Cell struct {
	Figure *model.Figure // its headline figure; nil when the report has none
	Others int           // how many other figures of the indicator it has
	Sum    *model.Range  // of the parts it lists where it states no whole; computed
	Trust  Trust
}

// CoverageRow is one theme through all reports.
type CoverageRow struct {
	Theme model.Theme
	Cells []Coverage // one a report
}

// NewMatrix lays out reports by the indicators and themes of a catalogue.
func NewMatrix(reports []*model.Report, c *model.Catalogue) *Matrix {
	m := &Matrix{Reports: reports, membersID: c.MembersID(), Members: make([]*model.Range, len(reports))}
	indicators := make(map[string][]Cell, len(c.Indicators))
	themes := make(map[string][]Coverage, len(c.Themes))
	for i, r := range reports {
		doubts := doubted(r)
		for id, figures := range figuresByIndicator(r) {
			if id == "" {
				continue
			}
			if indicators[id] == nil {
				indicators[id] = make([]Cell, len(reports))
			}
			cell := Cell{Figure: headline(id, figures), Others: len(figures)}
			if cell.Figure != nil {
				cell.Others--
			} else {
				cell.Sum = sumOf(figures)
			}
			cell.Trust = trustOf(cell.Figure, cell.Sum, doubts)
			indicators[id][i] = cell
		}
		for id, cover := range Cover(r) {
			if themes[id] == nil {
				themes[id] = make([]Coverage, len(reports))
			}
			themes[id][i] = cover
		}
	}
	for _, in := range c.Indicators {
		if cells := indicators[in.ID]; cells != nil {
			m.Indicators = append(m.Indicators, IndicatorRow{in, cells})
		}
		if in.ID == c.MembersID() && indicators[in.ID] != nil {
			for i, cell := range indicators[in.ID] {
				if cell.Figure != nil {
					stated := cell.Figure.Range()
					m.Members[i] = &stated
				}
			}
		}
	}
	for i, r := range reports {
		if r.Members > 0 {
			n := typed(r, model.Range{})
			m.Members[i] = &n
		}
	}
	for _, t := range c.Themes {
		if cells := themes[t.ID]; cells != nil {
			m.Themes = append(m.Themes, CoverageRow{t, cells})
		}
	}
	return m
}

// PerMember is the cell's count divided by the members of the report in
// that column; false for rates, ranks and reports that don't state them.
func (m *Matrix) PerMember(cell Cell, column int) (model.Range, bool) {
	f, members := cell.Figure, m.Members[column]
	if f == nil || members == nil || f.Indicator == m.membersID || f.Unit == "%" || f.Qualifier == model.Top ||
		!members.Stated.IsPositive() {
		return model.Range{}, false
	}
	return f.Range().Per(*members), true
}
