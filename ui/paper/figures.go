package paper

import (
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"duidu/ui/write"
)

// Detail says how much a table of figures tells.
type Detail int

const (
	Brief Detail = iota // who, what, how much and where
	Full                // all there is, for spreadsheets
)

// FigureColumns are the columns of FigureRows.
func FigureColumns(n lang.Names, d Detail) []write.Column {
	if d == Brief {
		return []write.Column{{Name: n.Place}, {Name: n.Year, Kind: write.KindNumber}, {Name: n.Indicator}, {Name: n.Stated}, {Name: n.Section}}
	}
	return []write.Column{
		{Name: n.Place}, {Name: n.City}, {Name: n.Province}, {Name: n.Year, Kind: write.KindNumber}, {Name: n.Theme}, {Name: n.Indicator},
		{Name: n.Label}, {Name: n.Stated}, {Name: n.Value, Kind: write.KindNumber}, {Name: n.Unit}, {Name: n.Qualifier}, {Name: n.Headline},
		{Name: n.Each}, {Name: n.Plan}, {Name: n.Period}, {Name: n.Section}, {Name: n.Paragraph, Kind: write.KindNumber}, {Name: n.Sentence},
		{Name: n.Title}, {Name: n.Path}, {Name: n.Corrected},
	}
}

// FigureRows are a report's figures, one a row, as many as keep says; nil
// keeps all.
func FigureRows(r *model.Report, c *model.Catalogue, n lang.Names, d Detail, keep func(*model.Figure) bool) [][]write.Cell {
	var rows [][]write.Cell
	for i := range r.Figures {
		f := &r.Figures[i]
		switch {
		case keep != nil && !keep(f):
		case d == Brief:
			rows = append(rows, []write.Cell{write.Text(r.Place), year(r.Year), write.Text(nameOf(f, c, n)), write.Text(f.Text), write.Text(r.TitleAt(f.Section))})
		default:
			rows = append(rows, fullRow(r, f, c, n))
		}
	}
	return rows
}

func fullRow(r *model.Report, f *model.Figure, c *model.Catalogue, n lang.Names) []write.Cell {
	in, _ := c.Indicator(f.Indicator)
	period := ""
	if f.Period != nil {
		period = n.PeriodOf(f)
	}
	return []write.Cell{
		write.Text(r.Place), write.Text(r.City), write.Text(r.Province), year(r.Year), write.Text(themeName(c, f.Theme, n)), write.Text(n.Pick(in.Name, in.English)),
		write.Text(f.Label), write.Text(f.Text), write.Number(f.Value), write.Text(f.Unit), write.Text(n.Qualifiers[f.Qualifier]), yes(f.Headline, n),
		yes(f.Each, n), yes(f.Plan, n), write.Text(period), write.Text(strings.Join(r.Trail(f.Section), " › ")), write.Int(f.Paragraph + 1), write.Text(f.Sentence),
		write.Text(r.Title), write.Text(r.Path), yes(r.Corrected || f.Corrected, n),
	}
}

// nameOf is the name of the figure's indicator in the reader's language,
// else its label, which is always in the report's.
func nameOf(f *model.Figure, c *model.Catalogue, n lang.Names) string {
	if in, ok := c.Indicator(f.Indicator); ok && f.Indicator != "" {
		return n.Pick(in.Name, in.English)
	}
	return f.Label
}

func yes(b bool, n lang.Names) write.Cell {
	if b {
		return write.Text(n.Yes)
	}
	return write.Cell{}
}

// Matrix is the matrix as indicators by reports, figures as stated; notes name those
// that do not cover one year, which no mark of a cell tells from the others.
func Matrix(m *compare.Matrix, n lang.Names) write.Table {
	t := write.Table{Columns: []write.Column{{Name: n.Indicator}}, Notes: Sources(m.Reports, n)}
	for _, name := range model.Names(m.Reports) {
		t.Columns = append(t.Columns, write.Column{Name: name, Kind: write.KindNumber})
	}
	for _, row := range m.Indicators {
		cells := []string{n.Pick(row.Indicator.Name, row.Indicator.English)}
		for i, c := range row.Cells {
			text := ""
			if c.Figure != nil {
				text = marked(c.Figure.Text, c.Trust, n)
				if c.Figure.Period != nil && c.Figure.Years() != 1 {
					t.Notes = append(t.Notes, n.Period+n.Colon+strings.Join([]string{t.Columns[1+i].Name, cells[0], c.Figure.Text, n.PeriodOf(c.Figure)}, " "))
				}
			}
			cells = append(cells, text)
		}
		t.Rows = append(t.Rows, texts(cells...))
	}
	return t
}

// CorrectedOf names the reports of which something was set right by hand, as
// notes of a table that names no sources.
func CorrectedOf(reports []*model.Report, n lang.Names) []string {
	var list []*model.Report
	for _, r := range reports {
		if r.Corrected {
			list = append(list, r)
		}
	}
	return Sources(list, n)
}

func percent(share float64) string {
	return strconv.FormatFloat(share*100, 'f', 1, 64) + "%"
}

// Record is a figure as a row of a Parquet file.
func Record(r *model.Report, f *model.Figure, c *model.Catalogue) write.Record {
	in, _ := c.Indicator(f.Indicator)
	rec := write.Record{
		Path: r.Path, Title: r.Title, Place: r.Place, City: r.City, Province: r.Province,
		Theme: f.Theme, Indicator: f.Indicator, IndicatorName: in.Name, Label: f.Label, Text: f.Text, Unit: f.Unit,
		Qualifier: string(f.Qualifier), Headline: f.Headline, Each: f.Each, Plan: f.Plan, Corrected: r.Corrected || f.Corrected,
		Trail: r.Trail(f.Section), Paragraph: int32(f.Paragraph), Start: int32(f.Start), End: int32(f.End), Sentence: f.Sentence,
	}
	rec.SetValue(f.Value)
	if r.Year != 0 {
		y := int32(r.Year)
		rec.Year = &y
	}
	for _, i := range f.Section {
		rec.Section = append(rec.Section, int32(i))
	}
	return rec
}
