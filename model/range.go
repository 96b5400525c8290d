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

var tenth = decimal.New(1, -1)

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

// Short is the difference as a table shows it: +9, 约 −30, or −10…+5 where
// it is not sure which side has more. about is the word for 约 with its
// blank. The minus is U+2212, as wide as +.
func (d Difference) Short(about string) string {
	switch {
	case d.Exact():
		return signed(d.Stated)
	case d.Sign() != 0:
		return about + signed(d.Stated)
	}
	return signed(d.Low) + "…" + signed(d.High)
}

// signed writes a number with its sign, 万 and 亿 where they shorten it
// without rounding.
func signed(d decimal.Decimal) string {
	switch d.Sign() {
	case 0:
		return "0"
	case 1:
		return "+" + Plain(d)
	}
	return "−" + Plain(d.Abs())
}

// Plain writes a number the way a report does: 4450000000 is 44.5亿, 154 is
// 154. Nothing is rounded away.
func Plain(d decimal.Decimal) string {
	for _, big := range []struct {
		zeros int32
		name  string
	}{{8, "亿"}, {4, "万"}} {
		if d.Abs().LessThan(decimal.New(1, big.zeros)) {
			continue
		}
		if s := d.Shift(-big.zeros); -s.Exponent() <= 2 || s.Equal(s.Truncate(2)) {
			return s.String() + big.name
		}
	}
	return d.String()
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

// Short is the ratio as a table shows it: 2.8, 0.86, 约 20.
func (r Ratio) Short(about string) string {
	if r.Exact {
		about = ""
	}
	return about + rounded(r.Value)
}

// Short is a rate per member as a table shows it, rounded like a ratio.
func (r Range) Short(about string) string {
	if r.Exact() {
		about = ""
	}
	return about + rounded(r.Stated)
}

// rounded keeps about two digits, which is what the eye compares.
func rounded(v decimal.Decimal) string {
	switch a := v.Abs(); {
	case a.IsZero():
		return "0"
	case a.LessThan(decimal.New(1, -2)):
		return "<0.01"
	case a.LessThan(decimal.New(1, 0)):
		return v.Round(2).String()
	case a.LessThan(decimal.New(10, 0)):
		return v.Round(1).String()
	}
	return v.Round(0).String()
}
