package compare

import (
	"cmp"
	"slices"
	"sort"

	"duidu/model"
)

// Span is a stretch of one block's text, in bytes. A theme that runs on
// over several blocks has one span in each.
type Span struct {
	Block      int
	Start, End int
}

// ThemeSide is what one report has on a theme.
type ThemeSide struct {
	Sections []model.Path // sections whose theme it is
	Spans    []Span       // headings and sentences of the theme, in reading order
	Figures  []int        // indexes in Report.Figures of the figures in them
	// Characters counts the Han characters in the spans' running text.
	Characters int

	first, last int // the longest stretch without a break: Spans[first:last]
}

// Lead is where a reader who wants the theme should start: the beginning of
// its longest stretch, past a stray sentence somewhere earlier.
func (s ThemeSide) Lead() (model.Anchor, bool) {
	if len(s.Spans) == 0 {
		return model.Anchor{}, false
	}
	sp := s.Spans[s.first]
	return model.Anchor{Block: sp.Block, Offset: sp.Start}, true
}

// ThemeRow sets what two reports have on one theme side by side.
type ThemeRow struct {
	Theme model.Theme
	A, B  ThemeSide
}

// Side names one of the two reports of a comparison.
type Side int

const (
	Both Side = iota
	SideA
	SideB
)

// Other is the other side of the comparison.
func (s Side) Other() Side {
	if s == SideB {
		return SideA
	}
	return SideB
}

// Only tells which report alone has the theme, or Both.
func (t ThemeRow) Only() Side {
	switch {
	case len(t.B.Spans) == 0:
		return SideA
	case len(t.A.Spans) == 0:
		return SideB
	}
	return Both
}

// side returns what the report on that side has.
func (t *ThemeRow) side(s Side) *ThemeSide {
	if s == SideB {
		return &t.B
	}
	return &t.A
}

// alignThemes makes a row for every theme either report has, in the order
// of the catalogue; themes it doesn't know follow by id.
func alignThemes(a, b *model.Report, c *model.Catalogue) []ThemeRow {
	sides := map[string]*ThemeRow{}
	collect(a, SideA, sides)
	collect(b, SideB, sides)
	rank := themeRank(c)
	rows := make([]ThemeRow, 0, len(sides))
	for id, row := range sides {
		row.Theme = c.Theme(id)
		row.A.settle(a)
		row.B.settle(b)
		rows = append(rows, *row)
	}
	slices.SortFunc(rows, func(x, y ThemeRow) int {
		return cmp.Or(rank(x.Theme.ID)-rank(y.Theme.ID), cmp.Compare(x.Theme.ID, y.Theme.ID))
	})
	return rows
}

// collect adds the sections, spans and figures of a report to the rows.
func collect(r *model.Report, side Side, rows map[string]*ThemeRow) {
	row := func(theme string) *ThemeSide {
		t := rows[theme]
		if t == nil {
			t = &ThemeRow{}
			rows[theme] = t
		}
		return t.side(side)
	}
	blocks := r.Blocks()
	for i := range blocks {
		b := &blocks[i]
		if b.Heading {
			s := row(r.ThemeAt(b.Section))
			s.Spans = append(s.Spans, Span{Block: i, End: len(b.Text)})
			continue
		}
		for _, run := range r.Runs(i) {
			s := row(run.Theme)
			s.Spans = append(s.Spans, Span{Block: i, Start: run.Start, End: run.End})
			s.Characters += model.CountHan(b.Text[run.Start:run.End])
		}
	}
	r.Walk(func(p model.Path, s *model.Section) {
		if s.Title != "" {
			t := row(r.ThemeAt(p))
			t.Sections = append(t.Sections, p)
		}
	})
	for i := range r.Figures {
		s := row(r.Figures[i].Theme)
		s.Figures = append(s.Figures, i)
	}
}

// settle finds the longest stretch of spans that follow each other without
// another theme between them.
func (s *ThemeSide) settle(r *model.Report) {
	longest := -1
	for i := 0; i < len(s.Spans); {
		j, size := i+1, s.Spans[i].End-s.Spans[i].Start
		for ; j < len(s.Spans) && follows(r, s.Spans[j-1], s.Spans[j]); j++ {
			size += s.Spans[j].End - s.Spans[j].Start
		}
		if size > longest {
			longest, s.first, s.last = size, i, j
		}
		i = j
	}
}

func follows(r *model.Report, a, b Span) bool {
	return b.Block == a.Block+1 && b.Start == 0 && a.End == len(r.Blocks()[a.Block].Text)
}

// ThemeAt returns the index in Themes of the theme at an anchor of the
// report on that side, or -1.
func (c *Comparison) ThemeAt(side Side, at model.Anchor) int {
	for i := range c.Themes {
		if _, ok := spanAt(c.Themes[i].side(side).Spans, at); ok {
			return i
		}
	}
	return -1
}

// Counterpart returns the place in the other report that belongs beside an
// anchor of the report on that side: the same part of the way through the
// theme's main stretch. A stray sentence elsewhere meets its beginning. It
// is false when the other report has nothing on the theme.
func (c *Comparison) Counterpart(side Side, at model.Anchor) (model.Anchor, bool) {
	i := c.ThemeAt(side, at)
	if i < 0 {
		return model.Anchor{}, false
	}
	other := side.Other()
	from, to := c.Themes[i].side(side), c.Themes[i].side(other)
	lead, ok := to.Lead()
	if !ok {
		return model.Anchor{}, false
	}
	k, _ := spanAt(from.Spans, at)
	if k < from.first || k >= from.last {
		return lead, true
	}
	gone, all := 0, 0
	for j := from.first; j < from.last; j++ {
		sp := from.Spans[j]
		all += sp.End - sp.Start
		if j < k {
			gone += sp.End - sp.Start
		} else if j == k {
			gone += at.Offset - sp.Start
		}
	}
	return c.Report(other).Snap(to.along(gone, all)), true
}

// Report returns the report on that side.
func (c *Comparison) Report(side Side) *model.Report {
	if side == SideB {
		return c.B
	}
	return c.A
}

// along returns the place gone/all of the way through the main stretch, at
// as a byte offset that may fall inside a character.
func (s *ThemeSide) along(gone, all int) model.Anchor {
	size := 0
	for _, sp := range s.Spans[s.first:s.last] {
		size += sp.End - sp.Start
	}
	left := 0
	if all > 0 {
		left = int(int64(gone) * int64(size) / int64(all))
	}
	for _, sp := range s.Spans[s.first:s.last] {
		if n := sp.End - sp.Start; left >= n {
			left -= n
			continue
		}
		return model.Anchor{Block: sp.Block, Offset: sp.Start + left}
	}
	last := s.Spans[s.last-1]
	return model.Anchor{Block: last.Block, Offset: last.Start}
}

// spanAt finds the span that holds the anchor.
func spanAt(spans []Span, at model.Anchor) (int, bool) {
	i, _ := slices.BinarySearchFunc(spans, at, func(s Span, a model.Anchor) int {
		if s.Block != a.Block {
			return s.Block - a.Block
		}
		return s.End - 1 - a.Offset
	})
	if i < len(spans) && spans[i].Block == at.Block && spans[i].Start <= at.Offset {
		return i, true
	}
	return i, false
}

// SectionPlace returns the place in the section to of the other report that
// is as far through it as the anchor is through the section around it. It is
// false where there is no such section.
func (c *Comparison) SectionPlace(side Side, at model.Anchor, section, to model.Path) (model.Anchor, bool) {
	r, other := c.Report(side), c.Report(side.Other())
	from, beside := stretch(r, section), stretch(other, to)
	if len(beside.Spans) == 0 {
		return model.Anchor{}, false
	}
	gone, all := 0, 0
	for _, s := range from.Spans {
		all += s.End
		if s.Block < at.Block {
			gone += s.End
		}
	}
	return other.Snap(beside.along(gone+at.Offset, all)), true
}

// stretch is a section with all below it.
func stretch(r *model.Report, p model.Path) ThemeSide {
	var s ThemeSide
	blocks := r.Blocks()
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Section.Compare(p) >= 0 })
	for ; i < len(blocks) && blocks[i].Section.Within(p); i++ {
		s.Spans = append(s.Spans, Span{Block: i, End: len(blocks[i].Text)})
	}
	s.last = len(s.Spans)
	return s
}
