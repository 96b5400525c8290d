package number

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// Total adds numbers up, those of usual size without memory. The zero value is
// nothing so far.
type Total struct {
	small int64           // in thousandths
	large decimal.Decimal // of numbers that are no whole thousandths, or too large
}

// Add adds a number.
func (t *Total) Add(d decimal.Decimal) {
	if n, ok := thousandths(d); ok && t.small <= mostSmall && t.small >= -mostSmall {
		t.small += n
		return
	}
	t.large = t.large.Add(d)
}

// Value is the sum.
func (t *Total) Value() decimal.Decimal {
	return t.large.Add(decimal.New(t.small, -3))
}

// Cmp is below, at or above zero as the sum is below, at or above a number.
func (t *Total) Cmp(d decimal.Decimal) int {
	if t.large.IsZero() {
		if n, ok := thousandths(d); ok {
			return cmp.Compare(t.small, n)
		}
	}
	return t.Value().Cmp(d)
}

// mostSmall is how far one number more cannot pass what is kept in thousandths.
const mostSmall = 1 << 62

// thousandths is a number as so many thousandths; false for one that is none, or too large.
func thousandths(d decimal.Decimal) (int64, bool) {
	const most = 17 // digits
	places := int(d.Exponent()) + 3
	if places < 0 || places >= most || d.NumDigits()+places > most {
		return 0, false
	}
	n := d.CoefficientInt64()
	for range places {
		n *= 10
	}
	return n, true
}
