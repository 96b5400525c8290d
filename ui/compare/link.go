package compare

import (
	"sort"

	"duidu/model"
	"duidu/model/compare"
)

// The link between the two texts: where the reader goes in one, the other
// shows what it says on the same theme, about as high on the screen.

// sideOf is the model's word for a side.
func sideOf(i int) compare.Side {
	if i == 0 {
		return compare.SideA
	}
	return compare.SideB
}

// themeSide is what a side has on a theme.
func themeSide(row *compare.ThemeRow, i int) *compare.ThemeSide {
	if i == 0 {
		return &row.A
	}
	return &row.B
}

// theme is the theme the reader is at, as an index in data.Themes; -1 for
// none, as in a title.
func (c *Compare) theme() int {
	if c.data == nil {
		return -1
	}
	at := c.sides[c.active].at
	for range headLines {
		if i := c.data.ThemeAt(sideOf(c.active), at); i >= 0 {
			return i
		}
		at = model.Anchor{Block: at.Block + 1}
	}
	return -1
}

// headLines is how many lines around a title are looked past for the first
// theme of a report.
const headLines = 8

// follow brings the other side beside the active one. Where the other
// report has nothing on the theme it stays.
func (c *Compare) follow() {
	if !c.linked || c.data == nil || c.filtered() {
		return
	}
	here, there := c.sides[c.active], c.sides[1-c.active]
	from, to, ok := c.counterpart()
	if !ok {
		return
	}
	row, seen := here.text.RowOf(from)
	if !seen {
		row = here.row()
	}
	there.beside(to, row)
}

// passing tells whether the reader's line is in a remark: a short stretch of
// another theme in the middle of a paragraph. Scrolling through one leaves the
// other side where it is, instead of throwing it there and back; who goes to
// it on purpose is followed.
func (c *Compare) passing() bool {
	i := c.theme()
	if i < 0 {
		return false
	}
	s := c.sides[c.active]
	spans := themeSide(&c.data.Themes[i], c.active).Spans
	k := sort.Search(len(spans), func(k int) bool {
		return spans[k].Block > s.at.Block || spans[k].Block == s.at.Block && spans[k].End > s.at.Offset
	})
	b, ok := s.block()
	if !ok || k == len(spans) || spans[k].Block != s.at.Block {
		return false
	}
	inside := spans[k].Start > 0 && spans[k].End < len(b.Text)
	return inside && model.CountHan(b.Text[spans[k].Start:spans[k].End]) < remark
}

// remark is how many characters make a stretch more than a remark: about
// three lines.
const remark = 80

// counterpart is a place near the reader's line and the place in the other
// report that belongs beside it: of a section paired by hand, of a figure
// that both state, of the theme.
func (c *Compare) counterpart() (from, to model.Anchor, ok bool) {
	side, at := sideOf(c.active), c.sides[c.active].at
	if c.data.ThemeAt(side, at) < 0 {
		return at, model.Anchor{}, true // a title meets the other title
	}
	if to, ok = c.env.Pairings().Beside(c.data, side, at); ok {
		return at, to, true
	}
	if f, other := c.landmark(); f != nil {
		from, _ = c.sides[c.active].anchor(f)
		to, ok = c.nearest(other)
		return from, to, ok
	}
	to, ok = c.data.Counterpart(side, at)
	return at, to, ok
}

// landmark finds a figure that stands in one row of the table with a figure
// of the other report: the current figure; else one in the reader's line, or
// in the sentence around it, whose partner stands under the same theme.
// Other partners would throw the other side about while the reader scrolls.
func (c *Compare) landmark() (f, other *model.Figure) {
	s := c.sides[c.active]
	if i := s.text.Figure(); i >= 0 && s.text.Content().Figures[i].Anchor() == s.at {
		f = &s.report.Figures[i]
		if other = c.mate(f); other != nil {
			return f, other
		}
	}
	theme := c.theme()
	for _, i := range s.figuresNear() {
		f = &s.report.Figures[i]
		if other = c.mate(f); other == nil {
			continue
		}
		if at, ok := c.nearest(other); ok && c.data.ThemeAt(sideOf(1-c.active), at) == theme {
			return f, other
		}
	}
	return nil, nil
}

// nearest is where the other report states a figure. Openings often sum up
// what the report then tells: of equal figures of one row the place counts
// that is nearest to where the theme leads.
func (c *Compare) nearest(f *model.Figure) (model.Anchor, bool) {
	there := c.sides[1-c.active]
	best, ok := there.anchor(f)
	near, themed := c.data.Counterpart(sideOf(c.active), c.sides[c.active].at)
	if !ok || !themed {
		return best, ok
	}
	row := &c.data.Figures[c.rowOf[f]]
	others := row.OthersB
	if c.active == 1 {
		others = row.OthersA
	}
	far := func(a model.Anchor) int { return max(a.Block-near.Block, near.Block-a.Block) }
	for _, g := range others {
		at, found := there.anchor(g)
		if found && g.Unit == f.Unit && g.Value.Equal(f.Value) && far(at) < far(best) {
			best = at
		}
	}
	return best, true
}

// mate is the figure that a row of the table sets beside a figure; nil for
// none.
func (c *Compare) mate(f *model.Figure) *model.Figure {
	i, ok := c.rowOf[f]
	if !ok {
		return nil
	}
	switch row := &c.data.Figures[i]; f {
	case row.A:
		return row.B
	case row.B:
		return row.A
	}
	return nil
}

// paired tells whether the reader's line was put beside another by hand.
func (c *Compare) paired() bool {
	_, ok := c.env.Pairings().Beside(c.data, sideOf(c.active), c.sides[c.active].at)
	return ok
}

// goTheme goes to the theme of that index: where the active report begins
// to deal with it, else where the other does.
func (c *Compare) goTheme(i int) {
	row := &c.data.Themes[i]
	if _, ok := themeSide(row, c.active).Lead(); !ok {
		c.active = 1 - c.active
	}
	here := c.sides[c.active]
	if at, ok := themeSide(row, c.active).Lead(); ok {
		here.text.SetFigure(-1)
		here.goTo(at)
	}
	if c.paired() {
		c.follow()
		return
	}
	there := c.sides[1-c.active]
	if at, ok := themeSide(row, 1-c.active).Lead(); ok && c.linked {
		there.text.SetFigure(-1)
		there.at = at
		c.level()
	}
}

// level sets the reader's lines of both texts on one row near the top, with
// a line before them where both have one: what was gone to begins there, and
// the rest of the view is for how it goes on.
func (c *Compare) level() {
	row := 1
	for _, s := range c.sides {
		if s.text.Step(s.at, -1) == s.at {
			row = 0
		}
	}
	for _, s := range c.sides {
		s.text.Set(s.at, row)
	}
}

// run is a stretch of a report on one theme: spans that follow each other
// with nothing else between.
func runsOf(spans []compare.Span) []model.Anchor {
	var runs []model.Anchor
	for i, s := range spans {
		if i == 0 || s.Block > spans[i-1].Block+1 || s.Block == spans[i-1].Block && s.Start > spans[i-1].End+1 {
			runs = append(runs, model.Anchor{Block: s.Block, Offset: s.Start})
		}
	}
	return runs
}

// stepRun goes to the theme's next stretch in the active text, or the one
// before; the other text to its stretch of the same number, as far as it has
// so many. It is false when there is none.
func (c *Compare) stepRun(by int) bool {
	i := c.theme()
	if i < 0 {
		return false
	}
	row, here := &c.data.Themes[i], c.sides[c.active]
	runs := runsOf(themeSide(row, c.active).Spans)
	next := sort.Search(len(runs), func(k int) bool { return here.at.Before(runs[k]) })
	if by < 0 {
		next -= 2
	}
	if next < 0 || next >= len(runs) {
		return false
	}
	here.text.SetFigure(-1)
	here.goTo(runs[next])
	if others := runsOf(themeSide(row, 1-c.active).Spans); c.linked && len(others) > 0 {
		c.sides[1-c.active].at = others[min(next, len(others)-1)]
		c.level()
	}
	return true
}

// stepTheme finds the next theme that fits, the one before if by is -1; -1
// when there is none.
func (c *Compare) stepTheme(by int, fits func(*compare.ThemeRow) bool) int {
	for i := c.theme() + by; i >= 0 && i < len(c.data.Themes); i += by {
		if fits(&c.data.Themes[i]) {
			return i
		}
	}
	return -1
}
