package compare

import "duidu/model"

// Sign says what is subtracted from what, and divided by what, in every row
// of a comparison: the right from the left, or the earlier from the later
// where both reports are of one place.
type Sign struct {
	b     bool // B comes first
	years bool // the two are years of one place
}

// String is the sign in JSON.
func (s Sign) String() string {
	if s.b {
		return "b-a"
	}
	return "a-b"
}

// Years tells whether the two reports are years of one place, so that a
// difference is a change.
func (s Sign) Years() bool { return s.years }

// Newer is the side with the later year where the two are years of one
// place, else Both.
func (s Sign) Newer() Side {
	switch {
	case !s.years:
		return Both
	case s.b:
		return SideB
	}
	return SideA
}

// signOf finds the sign for two reports.
func signOf(a, b *model.Report) Sign {
	if !SamePlace(a, b) || a.Year == 0 || b.Year == 0 || a.Year == b.Year {
		return Sign{}
	}
	return Sign{b: b.Year > a.Year, years: true}
}

// SamePlace tells whether two reports are of one place that both name.
func SamePlace(a, b *model.Report) bool {
	return a.Place != "" && a.Place == b.Place && a.City == b.City && a.Province == b.Province
}
