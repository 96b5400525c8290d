package compare

import (
	"duidu/model"

	"github.com/shopspring/decimal"
)

// Newer returns the side with the later year when the two reports are of
// one place, so that they compare as years; else Both.
func (c *Comparison) Newer() Side {
	a, b := c.A, c.B
	switch {
	case a.Place == "" || a.Place != b.Place || a.City != b.City || a.Province != b.Province:
		return Both
	case a.Year == 0 || b.Year == 0 || a.Year == b.Year:
		return Both
	case a.Year > b.Year:
		return SideA
	}
	return SideB
}

// Growth is how a count of one place went from one year to a later one.
type Growth struct {
	Difference model.Difference
	// Percent is the growth as a percentage of the earlier count; nil when
	// that is zero, or when the counts are percentages themselves.
	Percent *model.Ratio
}

// Growth returns it up to the newer side; false when the row's two
// figures can't be compared.
func (r *FigureRow) Growth(newer Side) (Growth, bool) {
	if !r.Comparable() || newer == Both {
		return Growth{}, false
	}
	now, before := r.A.Range(), r.B.Range()
	if newer == SideB {
		now, before = before, now
	}
	c := Growth{Difference: now.Minus(before)}
	if q, ok := now.Over(before); ok && r.A.Unit != "%" && !r.LowerIsBetter {
		q.Value = q.Value.Sub(decimal.New(1, 0)).Shift(2)
		c.Percent = &q
	}
	return c, true
}
