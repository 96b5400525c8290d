package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/columns"
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
	all      []compare.Passage // in the order that shows, nested ones as well
	inside   map[string]int    // how many are folded into one, by its text
	nested   bool              // nested ones are listed as well
}

// fill begins a list once the comparison is there.
func (l *passages) fill(c *Compare, repeated []compare.Passage) {
	*l = passages{all: c.data.Wording.Passages, other: repeated, List: list.List{Free: true}}
	l.refold(c)
}

// byRepeats lists passages with the most repeated first.
func byRepeats(passages []compare.Passage) []compare.Passage {
	sorted := slices.Clone(passages)
	slices.SortStableFunc(sorted, func(p, q compare.Passage) int { return q.CountA + q.CountB - p.CountA - p.CountB })
	return sorted
}

// reorder shows the passages in the other order, from the top.
func (l *passages) reorder(c *Compare) {
	l.all, l.other, l.byCount = l.other, l.all, !l.byCount
	l.refold(c)
}

// refold lists the passages from the top, without the twins of longer ones:
// the same words counted twice.
func (l *passages) refold(c *Compare) {
	l.passages, l.inside = l.all, nil
	if !l.nested {
		l.passages, l.inside = unnested(l.all)
	}
	l.SetRows(len(l.passages))
	l.Go(-1)
	l.unmark(c)
}

// most is how many passages are looked at for nesting: no list of more is
// read to its end.
const most = 2000

// twins tells whether a passage that stands inside another says no more than
// that one does: one of the reports has it nowhere else, or it is most of the
// other.
func twins(p, q compare.Passage) bool {
	return p.CountA <= q.CountA || p.CountB <= q.CountB || 3*p.Characters >= 2*q.Characters
}

// unnested leaves out passages inside others that are their twins, and counts
// them by the text of the longest that holds them.
func unnested(all []compare.Passage) (kept []compare.Passage, inside map[string]int) {
	longest := slices.Clone(all[:min(len(all), most)])
	slices.SortStableFunc(longest, func(p, q compare.Passage) int { return len(q.Text) - len(p.Text) })
	inside = make(map[string]int)
	holder := make(map[string]string)
	for i, p := range longest {
		for _, q := range longest[:i] {
			if len(q.Text) > len(p.Text) && twins(p, q) && strings.Contains(q.Text, p.Text) {
				holder[p.Text] = cmp.Or(holder[q.Text], q.Text)
				inside[holder[p.Text]]++
				break
			}
		}
	}
	for _, p := range all {
		if holder[p.Text] == "" {
			kept = append(kept, p)
		}
	}
	return kept, inside
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
		line := columns.NewRow(cells, w)
		line.Put(base+s.Faint, head, cells.Width(head))
		inside := ""
		if n := l.inside[p.Text]; n > 0 {
			inside = "  " + fmt.Sprintf(t.NestedF, n) + " "
		}
		line.Put(base, strings.TrimSpace(p.Text), line.Left()-cells.Width(inside))
		line.Put(base+s.Faint, inside, line.Left())
		rows = append(rows, line.End(base))
	}
	return fill(rows, w, h)
}
