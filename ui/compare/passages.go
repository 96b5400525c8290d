package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/list"
	"duidu/ui/pane"
)

// passages are those that stand in both reports, in the wording view. The
// cursor is on none until the reader goes to one.
type passages struct {
	list.List
	passages []compare.Passage // in the order that shows
	other    []compare.Passage // in the other order
	byCount  bool              // the most repeated first, else the longest
}

// fill begins a list once the comparison is there.
func (l *passages) fill(c *Compare, repeated []compare.Passage) {
	*l = passages{passages: c.data.Wording.Passages, other: repeated, List: list.List{Free: true}}
	l.SetRows(len(l.passages))
	l.Go(-1)
}

// byRepeats lists passages with the most repeated first.
func byRepeats(passages []compare.Passage) []compare.Passage {
	sorted := slices.Clone(passages)
	slices.SortStableFunc(sorted, func(p, q compare.Passage) int { return q.CountA + q.CountB - p.CountA - p.CountB })
	return sorted
}

// reorder shows the passages in the other order, from the top.
func (l *passages) reorder(c *Compare) {
	l.passages, l.other, l.byCount = l.other, l.passages, !l.byCount
	l.Go(-1)
	l.unmark(c)
}

// totals is the line above the texts: how much both share in all.
func (l *passages) totals(c *Compare, w int) string {
	t, wording := &c.env.Texts.Compare, &c.data.Wording
	text := fmt.Sprintf(" "+t.SharedF, len(l.passages), cell.Plain(c.short(0)), percent(wording.A.Shared, wording.A.Characters),
		cell.Plain(c.short(1)), percent(wording.B.Shared, wording.B.Characters))
	return c.env.Styles.Text.Paint(c.env.Cell.FitEllipsis(text, w))
}

// sectionShare says how much of the section in view the other report has
// too.
func (l *passages) sectionShare(c *Compare, i int) string {
	b, ok := c.sides[i].block()
	if !ok {
		return ""
	}
	return "  " + fmt.Sprintf(c.env.Texts.Compare.SectionShareF, c.shares[i][sectionKey(b.Section)])
}

// sectionKey makes a path the key of a map.
func sectionKey(p model.Path) string { return fmt.Sprint([]int(p)) }

// sectionShares words the share of every section.
func sectionShares(s compare.WordingSide) map[string]string {
	shares := make(map[string]string, len(s.Sections))
	for _, section := range s.Sections {
		shares[sectionKey(section.Section)] = percent(section.Shared, section.Characters)
	}
	return shares
}

// step goes to the next passage in both texts; false at the end.
func (l *passages) step(c *Compare, by int) bool {
	next := l.Cursor() + by
	if next < 0 || next >= len(l.passages) {
		return false
	}
	l.goTo(c, next)
	return true
}

// goTo shows a passage in both texts.
func (l *passages) goTo(c *Compare, i int) {
	l.Go(i)
	p := l.passages[i]
	c.sides[0].goTo(model.Anchor{Block: p.A.Block, Offset: p.A.Start})
	c.sides[1].goTo(model.Anchor{Block: p.B.Block, Offset: p.B.Start})
	l.mark(c)
}

// mark shows where the current passage stands.
func (l *passages) mark(c *Compare) {
	if l.Cursor() < 0 {
		return
	}
	p := l.passages[l.Cursor()]
	for i, s := range []compare.Span{p.A, p.B} {
		c.sides[i].text.SetFigure(-1)
		c.sides[i].text.SetLayer(pane.LayerSelect, []pane.Mark{{Block: s.Block, Start: s.Start, End: s.End, Ink: c.env.Styles.Now}})
	}
}

func (l *passages) unmark(c *Compare) {
	for _, s := range c.sides {
		s.text.SetLayer(pane.LayerSelect, nil)
	}
}

// draw lists the passages in h rows of w cells.
func (l *passages) draw(c *Compare, w, h int) []string {
	s, cells, t := c.env.Styles, c.env.Cell, &c.env.Texts.Compare
	var rows []string
	if len(l.passages) == 0 {
		rows = append(rows, s.Faint.Paint(cells.FitEllipsis("  "+fmt.Sprintf(t.NoSharedF, compare.MinPassage), w)))
	}
	from, to := l.Window()
	for i := from; i < to && len(rows) < h; i++ {
		p := &l.passages[i]
		base, sign := s.Text, " "
		if i == l.Cursor() {
			base, sign = s.Cursor, c.env.Glyphs.Cursor
		}
		times := ""
		if p.CountA > 1 || p.CountB > 1 {
			times = "×" + strconv.Itoa(p.CountA) + "/" + strconv.Itoa(p.CountB)
		}
		head := cells.Fit(sign, 2) + cells.FitRight(fmt.Sprintf(t.CharactersF, p.Characters), 6) + " " + cells.Fit(times, 7)
		n := min(cells.Width(head), w)
		rows = append(rows, (base+s.Faint).Paint(cells.Fit(head, n))+base.Paint(cells.FitEllipsis(strings.TrimSpace(p.Text), w-n)))
	}
	return fill(rows, w, h)
}
