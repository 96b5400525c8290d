package lang

import (
	"fmt"
	"strings"

	"duidu/model"
	"duidu/model/compare"
)

// Row are the cells of a row of a comparison in words, the same on a screen
// and in a file.
type Row struct {
	A, B       string // as stated; empty where a report has no figure that stands for it
	Difference string
	Ratio      string // or the growth in percent, between years of one place
	Note       string // why nothing is subtracted, and what was computed beside
}

// Row words a row of a comparison.
func (n Names) Row(row *compare.FigureRow, sign compare.Sign) Row {
	r := Row{A: statedText(row.A), B: statedText(row.B), Note: n.Why(row)}
	if row.Difference != nil {
		r.Difference = n.Numbers.Difference(*row.Difference)
	}
	switch {
	case sign.Years():
		if row.Percent != nil {
			r.Ratio = n.Numbers.Growth(*row.Percent)
		}
	case row.Ratio != nil:
		r.Ratio = n.Numbers.Ratio(*row.Ratio)
	}
	return r
}

func statedText(f *model.Figure) string {
	if f == nil {
		return ""
	}
	return f.Text
}

// Why says why the two sides of a row are not subtracted, and what stands
// beside them that was computed.
func (n Names) Why(row *compare.FigureRow) string {
	var parts []string
	if row.Reason == compare.ReasonSpan {
		parts = append(parts, fmt.Sprintf(n.SpansF, n.Reasons[row.Reason], n.PeriodOf(row.A), n.PeriodOf(row.B)))
	} else if row.Reason != "" {
		parts = append(parts, n.Reasons[row.Reason])
	}
	if row.MeanA != nil && row.MeanB != nil {
		parts = append(parts, fmt.Sprintf(n.MeansF, n.Numbers.Amount(*row.MeanA), n.Numbers.Amount(*row.MeanB)))
	}
	for _, sum := range []struct {
		of   *model.Range
		side string
	}{{row.SumA, n.Left}, {row.SumB, n.Right}} {
		if sum.of != nil {
			parts = append(parts, fmt.Sprintf(n.SumF, sum.side, n.Numbers.Amount(*sum.of)))
		}
	}
	return strings.Join(parts, n.Semicolon)
}

// PeriodOf names the stretch of time that a figure covers.
func (n Names) PeriodOf(f *model.Figure) string {
	p := f.Period
	switch {
	case p == nil:
		return n.OneYear
	case p.From > 0 && p.To > p.From:
		return fmt.Sprintf(n.FromToF, p.From, p.To)
	case p.Years > 1 || p.Text == "":
		return fmt.Sprintf(n.YearsF, p.Years)
	}
	return p.Text
}

// DifferenceHead is the head of the column of differences: what is taken
// from what.
func (n Names) DifferenceHead(sign compare.Sign) string {
	if sign.Years() {
		return n.Change
	}
	return n.Difference + " " + n.LeftMinusRight
}

// RatioHead is the head of the column of ratios.
func (n Names) RatioHead(sign compare.Sign) string {
	if sign.Years() {
		return n.Growth
	}
	return n.Ratio
}

// Derived names a row that was worked out.
func (n Names) Derived(d compare.Derived) string {
	name := n.Pick(d.Name, d.English)
	if form := n.DerivedF[d.Kind]; form != "" {
		name = fmt.Sprintf(form, name)
	}
	return name
}

// From says which report something is of: its place with city and province,
// each once, and its year.
func (n Names) From(s model.Source) string {
	var parts []string
	for _, p := range []string{s.Province, s.City, s.Place} {
		if p != "" && (len(parts) == 0 || parts[len(parts)-1] != p) {
			parts = append(parts, p)
		}
	}
	gap := ""
	if n.English {
		gap = " "
	}
	return strings.TrimSpace(strings.Join(parts, gap) + " " + n.YearNumber(s.Year))
}

// Of is From with the title of the report, and that something of it was set
// right by hand.
func (n Names) Of(s model.Source) string {
	said := n.From(s)
	if s.Title != "" {
		said = strings.TrimSpace(said + fmt.Sprintf(n.TitleF, s.Title))
	}
	if s.Corrected {
		said += n.CorrectedMark
	}
	return said
}
