package compare

import "duidu/model"

// Comparison is two reports side by side: their themes, their figures and
// the wording they share. Comparing (b, a) gives the mirror of (a, b).
type Comparison struct {
	A, B    *model.Report
	Themes  []ThemeRow
	Figures []FigureRow
	Wording Wording
}

// Compare lays two reports side by side.
func Compare(a, b *model.Report, c *model.Catalogue) *Comparison {
	return &Comparison{
		A: a, B: b,
		Themes:  alignThemes(a, b, c),
		Figures: pairFigures(a, b, c),
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

	A, B             *model.Figure // the figures compared; nil where a report has none
	OthersA, OthersB []*model.Figure

	// Reason says why the two can't be compared; empty when they can, and
	// only then Difference is set. Ratio also wants B not to be zero.
	Reason     Reason
	Difference *model.Difference
	Ratio      *model.Ratio
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
)

// Reasons lists every reason, for views that word them.
func Reasons() []Reason {
	return []Reason{ReasonOnlyA, ReasonOnlyB, ReasonUnit, ReasonSpan, ReasonWhole,
		ReasonSatisfied, ReasonRank, ReasonEach, ReasonPlan}
}

// Rates are the two counts of a row divided by the members of each body.
type Rates struct {
	A, B       model.Range
	Difference model.Difference
	Ratio      *model.Ratio
}
