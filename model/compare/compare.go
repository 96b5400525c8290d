// Package compare lays reports beside each other: two of them by theme, by
// figure and by wording; many as a matrix, a digest, a place over its years, one
// place among its neighbours. What can't be compared says why.
package compare

import "duidu/model"

// Comparison is two reports side by side: their themes, their figures and
// the wording they share. Comparing (b, a) gives the mirror of (a, b).
type Comparison struct {
	A, B    *model.Report
	Sign    Sign // what all differences are taken from
	Themes  []ThemeRow
	Figures []FigureRow
	Derived []Derived
	Wording Wording
}

// Compare lays two reports side by side.
func Compare(a, b *model.Report, c *model.Catalogue) *Comparison {
	figures, sign := pairFigures(a, b, c), signOf(a, b)
	return &Comparison{
		A: a, B: b, Sign: sign,
		Themes:  alignThemes(a, b, c),
		Figures: figures,
		Derived: derive(figures, c, sign),
		Wording: CompareWording(a, b),
	}
}

// Names are the names of the two reports, told apart where both state the
// same place and year.
func (c *Comparison) Names() (a, b string) {
	names := model.Names([]*model.Report{c.A, c.B})
	return names[0], names[1]
}

// FigureRow is one thing that either report counts.
type FigureRow struct {
	Indicator string // id; empty for figures paired by their labels
	Name      string // of the indicator, else the label
	English   string
	Theme     string

	A, B             *model.Figure // the headline figures as stated; nil where a report has none
	OthersA, OthersB []*model.Figure
	TrustA, TrustB   Trust

	// Reason says why the two can't be compared; empty when they can, and
	// only then Difference is set, taken as the comparison's Sign says. Ratio
	// also wants what is divided by not to be zero.
	Reason     Reason
	Difference *model.Difference
	Ratio      *model.Ratio
	// Percent is how much the earlier count has grown, in percent, where the
	// two are years of one place and the counts no percentages themselves.
	Percent *model.Ratio

	// Computed, and so beside the figures and never in their place: the sum
	// of listed parts where no whole is stated; what figures of unlike
	// stretches of time come to in a year, of both sides or of none.
	SumA, SumB, MeanA, MeanB *model.Range

	// LowerIsBetter marks ranks.
	LowerIsBetter bool
	// PerMember compares the same counts per member of each body; nil
	// unless both reports state their members.
	PerMember *Rates
}

// Comparable tells whether the row has two figures that measure the same.
func (r *FigureRow) Comparable() bool { return r.Reason == "" }

// Reason is why two figures can't be set against each other. It is part of
// the JSON contract; views word it in their own language.
type Reason string

const (
	ReasonOnlyA     Reason = "only a"
	ReasonOnlyB     Reason = "only b"
	ReasonUnit      Reason = "unit"      // units that are not interchangeable
	ReasonSpan      Reason = "span"      // one covers a year, the other a term
	ReasonWhole     Reason = "whole"     // rates of different wholes
	ReasonSatisfied Reason = "satisfied" // 满意 with and without 基本满意
	ReasonRank      Reason = "rank"      // a rank is no count
	ReasonEach      Reason = "each"      // so many for each, against a total
	ReasonPlan      Reason = "plan"      // an aim, against a result
	ReasonBody      Reason = "body"      // another body's figure, against its own
	ReasonPart      Reason = "part"      // parts, against a whole
)

// Reasons lists every reason, for views that word them.
func Reasons() []Reason {
	return []Reason{ReasonOnlyA, ReasonOnlyB, ReasonUnit, ReasonSpan, ReasonWhole,
		ReasonSatisfied, ReasonRank, ReasonEach, ReasonPlan, ReasonBody, ReasonPart}
}

// Rates are the two counts of a row divided by the members of each body.
type Rates struct {
	A, B       model.Range
	Difference model.Difference
	Ratio      *model.Ratio
}
