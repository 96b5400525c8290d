package figure

import (
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/number"
)

// reach returns what a qualified figure can mean; nil when it is exact.
//
// How far it reaches follows from how coarsely it is told. Its step is the
// unit of its last digit that is not zero: 150 is told in tens, 400 in
// hundreds, 44.5亿 in tenths of 亿.
//
//	余 多       from the number up to the next step: 150余 is 150 to 160
//	超 以上 …   the same, or a tenth of the number where that is more
//	不足 以内 … the same, downwards
//	近          from below, by the step, at most a tenth: 近1000 is 900 to 1000
//	约 左右     the same to both sides: 约20 is 18 to 22
//	前20名      a rank, from 1 to 20
func (l *lexicon) reach(f *model.Figure) *model.Interval {
	if f.Qualifier == model.Exact {
		return nil
	}
	v := f.Value
	r := model.Interval{Low: v, High: v, Step: lastDigit(v)}
	share := v.Abs().Shift(-1) // a tenth
	switch f.Qualifier {
	case model.Over:
		if l.Reach.Threshold.In(f.Text) {
			r.Step = decimal.Max(r.Step, share)
		}
		r.High = number.Plus(v, r.Step)
	case model.Under:
		r.Step = decimal.Max(r.Step, share)
		r.Low = v.Sub(r.Step)
	case model.Near:
		r.Step = decimal.Min(r.Step, share)
		r.Low = v.Sub(r.Step)
		if l.Reach.Around.In(f.Text) || !l.Reach.Below.In(f.Text) {
			r.High = number.Plus(v, r.Step)
		}
	case model.Top:
		r.Low = decimal.Min(v, number.One)
		r.Step = r.High.Sub(r.Low)
	default:
		return nil
	}
	return &r
}

// lastDigit is the unit of the last digit of v that is not zero: 10 for
// 150, 0.1 for 92.7; 1 for zero.
func lastDigit(v decimal.Decimal) decimal.Decimal {
	if v.IsZero() {
		return number.One
	}
	place := v.Exponent()
	if v.NumDigits() <= 18 { // as many as 64 bits hold
		for n := v.CoefficientInt64(); n%10 == 0; n /= 10 {
			place++
		}
		return number.PowerOfTen(place)
	}
	digits := v.Coefficient().String()
	return number.PowerOfTen(place + int32(len(digits)-len(strings.TrimRight(digits, "0"))))
}
