package compare

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/pane"
	"duidu/ui/paper"
)

// What the keys do in the figures and the wording.

// source shows the figures under the cursor in the two texts. A row whose
// other figures are folded away shows those first.
func (c *Compare) source() tea.Cmd {
	l := c.table.current()
	if l.kind == rowLine && c.folds(l.row) && !c.table.open[l.row] {
		c.fold(false)
		return nil
	}
	figures := c.stated(l)
	if l.kind == otherLine {
		c.active = l.side
	}
	if figures[c.active] == nil {
		c.active = 1 - c.active
	}
	c.show(compare.ViewSections)
	c.back = compare.ViewFigures
	here, there := c.sides[c.active], c.sides[1-c.active]
	there.text.SetFigure(-1)
	here.goFigure(here.figureIndex(figures[c.active]))
	c.follow()
	if f := figures[1-c.active]; f != nil {
		there.goFigure(there.figureIndex(f))
		c.level()
	}
	return nil
}

// fold shows or hides the other figures of the row under the cursor.
func (c *Compare) fold(away bool) {
	l := c.table.current()
	c.table.open[l.row] = !away
	c.table.Go(c.table.lineOf(l.row))
	c.table.arrange(c)
	if !away { // as many of them in view as there is room for
		row := &c.data.Figures[l.row]
		c.table.Reveal(c.table.Cursor() + len(c.families[l.row]) + len(row.OthersA) + len(row.OthersB))
	}
}

// folds tells whether a row hides a family or other figures.
func (c *Compare) folds(row int) bool {
	r := &c.data.Figures[row]
	return len(r.OthersA)+len(r.OthersB)+len(c.families[row]) > 0
}

// stated are the figures of a line of the table, nil where a report has none.
func (c *Compare) stated(l line) [2]*model.Figure {
	row := &c.data.Figures[l.row]
	figures := [2]*model.Figure{row.A, row.B}
	switch l.kind {
	case otherLine:
		figures[l.side] = l.other
	case familyLine:
		for i, m := range []*compare.Member{l.member.A, l.member.B} {
			if figures[i] = nil; m != nil {
				figures[i] = m.Figure
			}
		}
	}
	return figures
}

// lineOf is the line of a row.
func (t *table) lineOf(row int) int {
	for i, l := range t.lines {
		if l.row == row && l.kind == rowLine {
			return i
		}
	}
	return t.Cursor()
}

func (c *Compare) toggleMember() {
	c.table.member = !c.table.member
	c.table.arrange(c)
}

func (c *Compare) nextOrder() tea.Cmd {
	c.table.order = (c.table.order + 1) % orders
	c.table.arrange(c)
	c.table.First() // who leads is what an order is asked for
	return ask.Tell(ask.Info, c.table.order.name(c))
}

func (c *Compare) openFilter() tea.Cmd {
	c.prompt.OpenOver(c.env.Texts.Library.FilterLabel, c.table.filter)
	return nil
}

// item is what a line of the table puts into the selection.
func (c *Compare) item(l line) take.Item {
	if l.kind == otherLine {
		return take.Figure(c.sides[l.side].report, l.other, c.env.Catalogue)
	}
	return take.Row(c.data, &c.data.Figures[l.row], c.env.Catalogue)
}

func (c *Compare) addRow() tea.Cmd {
	return ask.Do(ask.Select{Item: c.item(c.table.current())})
}

func (c *Compare) movePassage(by int) tea.Cmd {
	if c.list.step(c, by) {
		return nil
	}
	if by > 0 {
		return ask.Tell(ask.Info, fmt.Sprintf(c.env.Texts.Compare.LastPassageF, len(c.list.passages)))
	}
	return ask.Tell(ask.Info, c.env.Texts.Compare.FirstPassage)
}

// passageItems are the sentences in which the current passage stands, of both
// reports.
func (c *Compare) passageItems() []take.Item {
	p := c.list.passages[c.list.Cursor()]
	var items []take.Item
	for i, span := range []compare.Span{p.A, p.B} {
		r := c.sides[i].report
		text := r.Blocks()[span.Block].Text
		start, _ := pane.SentenceAt(text, span.Start)
		_, end := pane.SentenceAt(text, max(span.Start, span.End-1))
		if it, ok := take.Passage(r, model.Anchor{Block: span.Block, Offset: start}, model.Anchor{Block: span.Block, Offset: end}); ok {
			items = append(items, it)
		}
	}
	return items
}

// addShared selects the sentences of both reports with the current passage.
func (c *Compare) addShared() tea.Cmd {
	p := c.list.passages[c.list.Cursor()]
	return ask.Do(ask.SelectAll{Items: c.passageItems(), Name: strings.TrimSpace(p.Text)})
}

func (c *Compare) copyShared() tea.Cmd { return ask.Do(ask.Copy{Items: c.passageItems()}) }

func (c *Compare) copyRow() tea.Cmd {
	return ask.Do(ask.Copy{Items: []take.Item{c.item(c.table.current())}})
}

// writeTable asks to write the figures of both reports.
func (c *Compare) writeTable() tea.Cmd {
	a, b := c.data.Names()
	return ask.Do(ask.Write{Name: a + " " + b, Table: paper.Comparison(c.data, c.env.Catalogue, c.env.Words)})
}

// toggleNested lists the passages that stand inside longer ones as well, or
// folds them.
func (c *Compare) toggleNested() tea.Cmd {
	c.list.nested = !c.list.nested
	c.list.refold(c)
	return nil
}

func (c *Compare) nextPassageOrder() tea.Cmd {
	t := &c.env.Texts.Compare
	c.list.reorder(c)
	if c.list.byCount {
		return ask.Tell(ask.Info, t.ByCount)
	}
	return ask.Tell(ask.Info, t.ByLength)
}
