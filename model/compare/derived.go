package compare

import (
	"github.com/shopspring/decimal"

	"duidu/model"
)

// DerivedKind says how a derived row was worked out.
type DerivedKind string

const (
	DerivedRate      DerivedKind = "rate"       // one indicator's share of another, in percent
	DerivedPerMember DerivedKind = "per_member" // a count by the members of the body
	DerivedPerYear   DerivedKind = "per_year"   // a count by the years it covers
	DerivedGrowth    DerivedKind = "growth"     // the change on the earlier year, in percent
)

// Derived is a row that no text states: it is worked out from those that
// are. A side is nil where it can't be; a growth has the later side only.
type Derived struct {
	Kind          DerivedKind
	Indicator     string // what it is a rate or a mean of
	Name, English string
	Unit          string    // both sides' in one, as 次/场次 where they differ
	Units         [2]string // each side's own; empty for a rate
	A, B          *model.Range
	From          []string // ids of the indicators it comes from
}

// derive works out what the rows allow.
func derive(rows []FigureRow, c *model.Catalogue, sign Sign) []Derived {
	by := make(map[string]*FigureRow, len(rows))
	for i := range rows {
		by[rows[i].Indicator] = &rows[i]
	}
	var list []Derived
	for _, rate := range c.Rates {
		part, whole := by[rate.Part], by[rate.Whole]
		if part == nil || whole == nil {
			continue
		}
		d := Derived{
			Kind: DerivedRate, Indicator: rate.Part, Name: rate.Name, English: rate.English, Unit: "%",
			A: shareOf(part.A, whole.A), B: shareOf(part.B, whole.B), From: []string{rate.Part, rate.Whole},
		}
		if d.A != nil || d.B != nil {
			list = append(list, d)
		}
	}
	for i := range rows {
		r := &rows[i]
		if r.Indicator == "" {
			continue
		}
		d := Derived{Indicator: r.Indicator, Name: r.Name, English: r.English, Unit: r.Unit(), Units: [2]string{unitOf(r.A, r.OthersA), unitOf(r.B, r.OthersB)}, From: []string{r.Indicator}}
		if r.PerMember != nil {
			d.Kind, d.A, d.B = DerivedPerMember, &r.PerMember.A, &r.PerMember.B
			d.From = []string{r.Indicator, c.MembersID()}
			list = append(list, d)
		}
		if r.MeanA != nil {
			d.Kind, d.A, d.B, d.From = DerivedPerYear, r.MeanA, r.MeanB, []string{r.Indicator}
			list = append(list, d)
		}
		if r.Percent != nil {
			p := &model.Range{Stated: r.Percent.Value, Low: r.Percent.Value, High: r.Percent.Value}
			d.Kind, d.Unit, d.Units, d.A, d.B, d.From = DerivedGrowth, "%", [2]string{}, p, nil, []string{r.Indicator}
			if sign.Newer() == SideB {
				d.A, d.B = nil, p
			}
			list = append(list, d)
		}
	}
	return list
}

var hundred = decimal.New(100, 0)

// shareOf is the percentage that one count is of another of the same report;
// nil where the two can't be a part and its whole.
func shareOf(part, whole *model.Figure) *model.Range {
	if part == nil || whole == nil || part.Unit != whole.Unit || part.Unit == "%" || part.Each || whole.Each ||
		part.Plan != whole.Plan || part.Subject != whole.Subject || !part.SamePeriod(whole) ||
		!whole.Value.IsPositive() || part.Value.GreaterThan(whole.Value) {
		return nil
	}
	q := part.Range().Per(whole.Range())
	return &model.Range{
		Stated: q.Stated.Mul(hundred), Low: q.Low.Mul(hundred), High: q.High.Mul(hundred), Step: q.Step.Mul(hundred),
	}
}
