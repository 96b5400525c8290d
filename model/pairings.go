package model

import (
	"fmt"
	"slices"
	"sort"
)

// Pairing says that a reader put a section of one report beside a section
// of another, where the themes don't bring them together.
type Pairing struct {
	A Place `json:"a"`
	B Place `json:"b"`
}

// Place names a section for longer than its report is open.
type Place struct {
	Path    string `json:"path"` // of the report
	Section Path   `json:"section"`
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

// partner returns the section of the other report that a section stands
// beside.
func (ps Pairings) partner(of Place, other string) (Path, bool) {
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

// PairedPlace returns the place in the other report that a pairing of the
// section around an anchor leads to: the same part of the way through the
// section. It is false where there is no pairing.
func (c *Comparison) PairedPlace(side Side, at Anchor, ps Pairings) (Anchor, bool) {
	r, other := c.report(side), c.report(SideA+SideB-side)
	if len(ps) == 0 || at.Block < 0 || at.Block >= len(r.blocks) {
		return Anchor{}, false
	}
	section := r.blocks[at.Block].Section
	for n := len(section); n > 0; n-- {
		to, ok := ps.partner(Place{r.Path, section[:n]}, other.Path)
		if !ok {
			continue
		}
		from, stretch := r.stretch(section[:n]), other.stretch(to)
		if len(stretch.Spans) == 0 {
			continue // the other report was read otherwise when they were paired
		}
		gone, all := 0, 0
		for _, s := range from.Spans {
			all += s.End
			if s.Block < at.Block {
				gone += s.End
			}
		}
		return other.snap(stretch.along(gone+at.Offset, all)), true
	}
	return Anchor{}, false
}

// stretch is a section with all below it.
func (r *Report) stretch(p Path) ThemeSide {
	var s ThemeSide
	i := sort.Search(len(r.blocks), func(i int) bool { return comparePaths(r.blocks[i].Section, p) >= 0 })
	for ; i < len(r.blocks); i++ {
		b := &r.blocks[i]
		if len(b.Section) < len(p) || comparePaths(b.Section[:len(p)], p) != 0 {
			break
		}
		s.Spans = append(s.Spans, Span{Block: i, End: len(b.Text)})
	}
	s.last = len(s.Spans)
	return s
}
