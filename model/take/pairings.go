package take

import (
	"duidu/model"
	"duidu/model/compare"
	"fmt"
	"slices"
)

// Pairing says that a reader put a section of one report beside a section
// of another, where the themes don't bring them together.
type Pairing struct {
	A Place `json:"a"`
	B Place `json:"b"`
}

// Place names a section for longer than its report is open.
type Place struct {
	Path    string     `json:"path"` // of the report
	Section model.Path `json:"section"`
}

func (p Place) equal(q Place) bool { return p.Path == q.Path && slices.Equal(p.Section, q.Section) }

// Pairings is a list of pairings; like a selection it is never changed in
// place. Which side of the screen a report was on does not matter.
type Pairings []Pairing

// Index returns the place of a pairing, or -1.
func (ps Pairings) Index(x Pairing) int {
	return slices.IndexFunc(ps, func(p Pairing) bool {
		return p.A.equal(x.A) && p.B.equal(x.B) || p.A.equal(x.B) && p.B.equal(x.A)
	})
}

// Toggle adds a pairing, or parts the two sections again. A section has one
// partner in a report: the latest.
func (ps Pairings) Toggle(x Pairing) Pairings {
	if i := ps.Index(x); i >= 0 {
		return slices.Delete(slices.Clone(ps), i, i+1)
	}
	kept := make(Pairings, 0, len(ps)+1)
	for _, p := range ps {
		if !p.rivals(x) {
			kept = append(kept, p)
		}
	}
	return append(kept, x)
}

// Key names a pairing, whichever side its reports were on.
func (p Pairing) Key() string {
	ends := []string{fmt.Sprint(p.A), fmt.Sprint(p.B)}
	slices.Sort(ends)
	return ends[0] + ends[1]
}

// WithPaths returns the pairings with the reports' paths spelt another way.
func (ps Pairings) WithPaths(spell func(string) string) Pairings {
	if len(ps) == 0 {
		return nil
	}
	list := slices.Clone(ps)
	for i := range list {
		list[i].A.Path, list[i].B.Path = spell(list[i].A.Path), spell(list[i].B.Path)
	}
	return list
}

// rivals tells whether two pairings give one section two partners in the
// same report.
func (p Pairing) rivals(x Pairing) bool {
	if p.A.Path != x.A.Path || p.B.Path != x.B.Path {
		p.A, p.B = p.B, p.A
	}
	return p.A.Path == x.A.Path && p.B.Path == x.B.Path && (p.A.equal(x.A) || p.B.equal(x.B))
}

// Partner returns the section of the other report that a section stands
// beside.
func (ps Pairings) Partner(of Place, other string) (model.Path, bool) {
	for _, p := range ps {
		switch {
		case p.A.equal(of) && p.B.Path == other:
			return p.B.Section, true
		case p.B.equal(of) && p.A.Path == other:
			return p.A.Section, true
		}
	}
	return nil, false
}

// Beside returns the place in the other report that a pairing of the
// section around an anchor leads to: the same part of the way through the
// section. It is false where there is no pairing.
func (ps Pairings) Beside(c *compare.Comparison, side compare.Side, at model.Anchor) (model.Anchor, bool) {
	r, other := c.Report(side), c.Report(side.Other())
	if len(ps) == 0 || at.Block < 0 || at.Block >= len(r.Blocks()) {
		return model.Anchor{}, false
	}
	section := r.Blocks()[at.Block].Section
	for n := len(section); n > 0; n-- {
		to, ok := ps.Partner(Place{r.Path, section[:n]}, other.Path)
		if !ok {
			continue
		}
		if place, ok := c.SectionPlace(side, at, section[:n], to); ok {
			return place, true
		}
	}
	return model.Anchor{}, false
}
