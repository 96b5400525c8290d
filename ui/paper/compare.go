// Package paper words what is carried away, as tables and documents that
// package write puts into files: figures, comparisons, a matrix, a
// selection.
package paper

import (
	"fmt"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/lang"
	"duidu/ui/write"
)

// Comparison is the rows of figures of two reports under their names, with
// what was worked out behind them and the sources below.
func Comparison(c *compare.Comparison, cat *model.Catalogue, n lang.Names) write.Table {
	a, b := c.Names()
	t := write.Table{
		Columns: []write.Column{
			{Name: n.Theme, Kind: write.KindGroup}, {Name: n.Indicator}, {Name: a, Kind: write.KindNumber}, {Name: b, Kind: write.KindNumber},
			{Name: n.DifferenceHead(c.Sign), Kind: write.KindSigned}, {Name: n.RatioHead(c.Sign), Kind: write.KindNumber}, {Name: n.Note},
		},
		Notes: Sources([]*model.Report{c.A, c.B}, n),
	}
	for i := range c.Figures {
		r := &c.Figures[i]
		v := n.Row(r, c.Sign)
		t.Rows = append(t.Rows, texts(
			themeName(cat, r.Theme, n), n.Pick(r.Name, r.English), cell(v.A, r.TrustA, r.OthersA, n), cell(v.B, r.TrustB, r.OthersB, n), v.Difference, v.Ratio, v.Note,
		))
	}
	for _, d := range c.Derived {
		t.Rows = append(t.Rows, texts(n.Computed, n.Derived(d), rangeText(d.A, d, n), rangeText(d.B, d, n), "", "", ""))
	}
	return t
}

// cell is what a side has in one cell: the figure with the mark of its trust
// and how many others there are.
func cell(text string, trust compare.Trust, others []*model.Figure, n lang.Names) string {
	if text == "" {
		text = "—"
	} else {
		text = marked(text, trust, n)
	}
	if len(others) > 0 {
		text += " +" + strconv.Itoa(len(others))
	}
	return text
}

// marked is a stated figure with the mark of its trust, unless it is stated
// as a whole, which needs none.
func marked(text string, trust compare.Trust, n lang.Names) string {
	if text == "" || trust == compare.TrustWhole {
		return text
	}
	return strings.TrimSpace(n.TrustMarks[trust] + " " + text)
}

func rangeText(r *model.Range, d compare.Derived, n lang.Names) string {
	switch {
	case r == nil:
		return ""
	case d.Kind == compare.DerivedPerMember:
		return n.Numbers.Rate(*r)
	case d.Unit == "%":
		return n.Numbers.Amount(*r) + "%"
	}
	return n.Numbers.Amount(*r)
}

// texts are cells of text.
func texts(list ...string) []write.Cell {
	cells := make([]write.Cell, len(list))
	for i, s := range list {
		cells[i] = write.Text(s)
	}
	return cells
}

func themeName(cat *model.Catalogue, id string, n lang.Names) string {
	t := cat.Theme(id)
	return n.Pick(t.Name, t.English)
}

// Sources lists the reports that something was taken from, each with its
// title and, once, its file.
func Sources(reports []*model.Report, n lang.Names) []string {
	var list []model.Source
	for _, r := range reports {
		list = append(list, r.Source())
	}
	return sources(list, n)
}

func sources(list []model.Source, n lang.Names) []string {
	var lines []string
	seen := map[string]bool{}
	for _, s := range list {
		if s.Path == "" || seen[s.Path] {
			continue
		}
		seen[s.Path] = true
		lines = append(lines, fmt.Sprintf("%s  %s  %s", n.Source, n.Of(s), s.Path))
	}
	return lines
}

// ComparisonLong is the same rows for spreadsheets: every line has the place
// and the year of both, the sentences and their sections.
func ComparisonLong(c *compare.Comparison, cat *model.Catalogue, n lang.Names) write.Table {
	t := write.Table{Columns: []write.Column{
		{Name: n.Theme}, {Name: n.Indicator},
		{Name: n.Place}, {Name: n.Year, Kind: write.KindNumber}, {Name: n.Stated}, {Name: n.Trust},
		{Name: n.OtherPlace}, {Name: n.OtherYear, Kind: write.KindNumber}, {Name: n.OtherStated}, {Name: n.OtherTrust},
		{Name: n.DifferenceHead(c.Sign), Kind: write.KindSigned}, {Name: n.RatioHead(c.Sign)}, {Name: n.Note},
		{Name: n.Section}, {Name: n.Sentence}, {Name: n.OtherSection}, {Name: n.OtherSentence},
		{Name: n.Title}, {Name: n.OtherTitle}, {Name: n.Path}, {Name: n.OtherPath}, {Name: n.Corrected},
	}}
	row := func(theme, name, a, trustA, b, trustB string, difference write.Cell, ratio, note string, fa, fb *model.Figure) {
		t.Rows = append(t.Rows, []write.Cell{
			write.Text(theme), write.Text(name),
			write.Text(c.A.Place), year(c.A.Year), write.Text(a), write.Text(trustA),
			write.Text(c.B.Place), year(c.B.Year), write.Text(b), write.Text(trustB),
			difference, write.Text(ratio), write.Text(note),
			write.Text(trail(c.A, fa)), write.Text(sentence(fa)), write.Text(trail(c.B, fb)), write.Text(sentence(fb)),
			write.Text(c.A.Title), write.Text(c.B.Title), write.Text(c.A.Path), write.Text(c.B.Path), yes(c.A.Corrected || c.B.Corrected, n),
		})
	}
	for i := range c.Figures {
		r := &c.Figures[i]
		v := n.Row(r, c.Sign)
		row(themeName(cat, r.Theme, n), n.Pick(r.Name, r.English), v.A, n.Trusts[r.TrustA], v.B, n.Trusts[r.TrustB], differenceCell(r.Difference, n), v.Ratio, v.Note, r.A, r.B)
	}
	for _, d := range c.Derived {
		row(n.Computed, n.Derived(d), rangeText(d.A, d, n), "", rangeText(d.B, d, n), "", write.Cell{}, "", n.Computed, nil, nil)
	}
	return t
}

// differenceCell is a number where the difference is exact, so that a
// spreadsheet reckons with it.
func differenceCell(d *model.Difference, n lang.Names) write.Cell {
	switch {
	case d == nil:
		return write.Cell{}
	case d.Exact():
		return write.Number(d.Stated)
	}
	return write.Text(n.Numbers.Difference(*d))
}

func year(y int) write.Cell {
	if y == 0 {
		return write.Cell{}
	}
	return write.Int(y)
}

func trail(r *model.Report, f *model.Figure) string {
	if f == nil {
		return ""
	}
	return strings.Join(r.Trail(f.Section), " › ")
}

func sentence(f *model.Figure) string {
	if f == nil {
		return ""
	}
	return f.Sentence
}

// Themes is the themes: how much of each report, under which headings.
func Themes(c *compare.Comparison, n lang.Names) write.Table {
	a, b := c.Names()
	t := write.Table{
		Columns: []write.Column{{Name: n.Theme}, {Name: a, Kind: write.KindNumber}, {Name: b, Kind: write.KindNumber}, {Name: a + " " + n.Section}, {Name: b + " " + n.Section}},
		Notes:   Sources([]*model.Report{c.A, c.B}, n),
	}
	for _, row := range c.Themes {
		t.Rows = append(t.Rows, texts(
			n.Pick(row.Theme.Name, row.Theme.English),
			percent(compare.Share(row.A.Characters, c.A.Characters)), percent(compare.Share(row.B.Characters, c.B.Characters)),
			strings.Join(c.A.Titles(row.A.Sections), "\n"), strings.Join(c.B.Titles(row.B.Sections), "\n"),
		))
	}
	return t
}

// Wording is the shared passages, longest first.
func Wording(c *compare.Comparison, n lang.Names) write.Table {
	a, b := c.Names()
	t := write.Table{
		Columns: []write.Column{{Name: n.Characters, Kind: write.KindNumber}, {Name: a + " " + n.Times, Kind: write.KindNumber}, {Name: b + " " + n.Times, Kind: write.KindNumber}, {Name: n.Text}},
		Notes:   Sources([]*model.Report{c.A, c.B}, n),
	}
	for _, p := range c.Wording.Passages {
		t.Rows = append(t.Rows, []write.Cell{write.Int(p.Characters), write.Int(p.CountA), write.Int(p.CountB), write.Text(p.Text)})
	}
	return t
}
