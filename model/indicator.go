package model

import (
	"cmp"
	"slices"
)

// ThemeOverview is the theme of text before the first heading.
const ThemeOverview = "overview"

// Theme is a topic that reports of one kind share.
type Theme struct {
	ID      string
	Name    string // 协商议政
	English string
}

// Indicator is a thing that reports count, so that two of them can be
// compared: 收到提案, 社情民意信息.
type Indicator struct {
	ID      string
	Name    string
	English string
	Theme   string
	// Units are groups of interchangeable units (次 场 场次): figures
	// compare within a group, never across.
	Units [][]string
}

// Comparable tells whether figures in units a and b measure the same thing.
func (in Indicator) Comparable(a, b string) bool {
	if a == b {
		return true
	}
	for _, g := range in.Units {
		if slices.Contains(g, a) && slices.Contains(g, b) {
			return true
		}
	}
	return false
}

// Group is the place of the unit's group in the catalogue; units it doesn't
// have come last.
func (in Indicator) Group(unit string) int {
	for i, g := range in.Units {
		if slices.Contains(g, unit) {
			return i
		}
	}
	return len(in.Units)
}

// Catalogue is the list of themes and indicators, in the order views show
// them. It comes from data, so that reports of another kind (government,
// court, congress) need another file and no code.
type Catalogue struct {
	Themes     []Theme
	Indicators []Indicator
	// Rates are those that can be worked out from two counts.
	Rates []Rate
	// Stages are indicators that follow each other: received, filed,
	// replied to, satisfied with.
	Stages [][]string
	// Members is the id of the indicator that counts the body's members,
	// for rates per member; empty means DefaultMembers.
	Members string
}

// DefaultMembers is the id a catalogue uses for the number of members
// unless it says otherwise.
const DefaultMembers = "members"

// MembersID is the id of the indicator that counts members.
func (c *Catalogue) MembersID() string { return cmp.Or(c.Members, DefaultMembers) }

// Theme returns the theme of that id; its name is the id if unknown.
func (c *Catalogue) Theme(id string) Theme {
	for _, t := range c.Themes {
		if t.ID == id {
			return t
		}
	}
	return Theme{ID: id, Name: id, English: id}
}

// Indicator returns the indicator of that id and whether there is one.
func (c *Catalogue) Indicator(id string) (Indicator, bool) {
	for _, in := range c.Indicators {
		if in.ID == id {
			return in, true
		}
	}
	return Indicator{}, false
}

// Rate is the share that one indicator is of another.
type Rate struct {
	Part, Whole string // ids
	Name        string // what it is called
	English     string
}
