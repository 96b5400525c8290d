package model

import "github.com/shopspring/decimal"

// Range is what a stated figure can mean. An exact figure has one point and
// the step 0.
type Range struct {
	Stated    decimal.Decimal
	Low, High decimal.Decimal
	Step      decimal.Decimal // how coarsely the figure is told; 0 when exact
}

// Exact tells whether the range is one point.
func (r Range) Exact() bool { return r.Step.IsZero() }

// Range returns what the figure can mean.
func (f *Figure) Range() Range {
	v := f.Value
	if f.Interval == nil {
		return Range{Stated: v, Low: v, High: v}
	}
	return Range{Stated: v, Low: f.Interval.Low, High: f.Interval.High, Step: f.Interval.Step}
}

// Difference is A minus B, where either may be a range.
type Difference struct {
	Stated    decimal.Decimal // of the numbers as they are told
	Low, High decimal.Decimal // the least and the most it can be
	Step      decimal.Decimal // how coarsely the coarser figure is told; 0 when exact
}

// Minus returns a minus b.
func (a Range) Minus(b Range) Difference {
	return Difference{
		Stated: a.Stated.Sub(b.Stated),
		Low:    a.Low.Sub(b.High),
		High:   a.High.Sub(b.Low),
		Step:   decimal.Max(a.Step, b.Step),
	}
}

// Exact tells whether both figures were exact.
func (d Difference) Exact() bool { return d.Step.IsZero() }

// Sign is +1 when A is surely more, -1 when it is surely less, else 0. A
// figure told in tens proves no difference of less than ten: 150余 is not
// surely more than 149.
func (d Difference) Sign() int {
	if d.Exact() {
		return d.Stated.Sign()
	}
	if d.Stated.Abs().LessThan(d.Step) {
		return 0
	}
	switch {
	case d.Low.Sign() >= 0:
		return 1
	case d.High.Sign() <= 0:
		return -1
	}
	return 0
}

// Ratio is A over B of the numbers as they are told.
type Ratio struct {
	Value decimal.Decimal
	Exact bool
}

// Over returns a over b; the second result is false when b is zero.
func (a Range) Over(b Range) (Ratio, bool) {
	if b.Stated.IsZero() {
		return Ratio{}, false
	}
	return Ratio{Value: quotient(a.Stated, b.Stated), Exact: a.Exact() && b.Exact()}, true
}

// quotient divides to six significant digits or more, however small the
// result is.
func quotient(a, b decimal.Decimal) decimal.Decimal {
	places := int32(6)
	if gap := int32(b.NumDigits()) + b.Exponent() - int32(a.NumDigits()) - a.Exponent(); gap > 0 {
		places += gap
	}
	return a.DivRound(b, places)
}

// Per divides a count by the members of a body, of which there is at least one.
func (a Range) Per(members Range) Range {
	r := Range{
		Stated: quotient(a.Stated, members.Stated),
		Low:    quotient(a.Low, members.High),
		High:   quotient(a.High, members.Low),
	}
	if !a.Exact() || !members.Exact() {
		r.Step = decimal.Max(r.High.Sub(r.Stated), r.Stated.Sub(r.Low))
	}
	return r
}
