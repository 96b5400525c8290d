package lang

import (
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// Numbers writes numbers the way readers of a language expect them.
type Numbers struct {
	About string // before a number that is not exact, with its blank
	Large []Large
}

// Large is a word for a power of ten that shortens a number.
type Large struct {
	Zeros int32
	Name  string
}

// Difference is a difference as a table shows it: +9, 约 −30, or −10…+5
// where it is not sure which side has more. The minus is U+2212, as wide as
// the plus.
func (n Numbers) Difference(d model.Difference) string {
	switch {
	case d.Exact():
		return n.Signed(d.Stated)
	case d.Sign() != 0:
		return n.About + n.Signed(d.Stated)
	}
	return n.Signed(d.Low) + "…" + n.Signed(d.High)
}

// Signed writes a number with its sign, shortened where nothing is rounded.
func (n Numbers) Signed(d decimal.Decimal) string {
	switch d.Sign() {
	case 0:
		return "0"
	case 1:
		return "+" + n.Plain(d)
	}
	return "−" + n.Plain(d.Abs())
}

// Plain writes a number the way a report does: 4450000000 is 44.5亿 in
// Chinese and 4,450,000,000 in English, 154 is 154. Nothing is rounded away.
func (n Numbers) Plain(d decimal.Decimal) string {
	for _, big := range n.Large {
		if d.Abs().LessThan(decimal.New(1, big.Zeros)) {
			continue
		}
		if s := d.Shift(-big.Zeros); -s.Exponent() <= 2 || s.Equal(s.Truncate(2)) {
			return s.String() + big.Name
		}
	}
	if len(n.Large) == 0 {
		return grouped(d)
	}
	return d.String()
}

// grouped sets commas between thousands from five digits on.
func grouped(d decimal.Decimal) string {
	digits, tail, _ := strings.Cut(d.String(), ".")
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	if len(digits) > 4 {
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + "," + digits[i:]
		}
	}
	if tail != "" {
		tail = "." + tail
	}
	return sign + digits + tail
}

// Ratio is a ratio as a table shows it: 2.8, 0.86, 约 20.
func (n Numbers) Ratio(r model.Ratio) string { return n.about(r.Exact) + rounded(r.Value) }

// Rate is a rate per member as a table shows it, rounded like a ratio.
func (n Numbers) Rate(r model.Range) string { return n.about(r.Exact()) + rounded(r.Stated) }

// Amount is a computed amount as a table shows it: rounded to one place
// where it is no whole number.
func (n Numbers) Amount(r model.Range) string {
	return n.about(r.Exact()) + n.Plain(r.Stated.Round(1))
}

// Growth is a percentage with its sign: +12%, 约 −8%.
func (n Numbers) Growth(r model.Ratio) string {
	v := r.Value.Round(0)
	if r.Value.Abs().LessThan(decimal.New(10, 0)) {
		v = r.Value.Round(1)
	}
	return n.about(r.Exact) + n.Signed(v) + "%"
}

func (n Numbers) about(exact bool) string {
	if exact {
		return ""
	}
	return n.About
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
