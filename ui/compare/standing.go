package compare

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// Where the user's own county stands among its neighbours is said beside its
// sentence. The reports of the library are looked through behind the screen.

// mostNeighbours bounds how many reports are looked through.
const mostNeighbours = 3000

// stood brings where the own county stands in every indicator.
type stood struct {
	era   pane.Era
	side  int
	words map[string]string // by indicator
}

// stand looks where the side of the own county stands; nil if neither is.
func (c *Compare) stand() tea.Cmd {
	c.places = [2]map[string]string{}
	side := -1
	for i := range c.sides {
		if c.env.IsOwn(c.env.Reports.Summary(c.sides[i].number)) && side < 0 {
			side = i
		}
	}
	if side < 0 {
		return nil
	}
	numbers := c.env.Reports.Marked()
	if len(numbers) < 3 {
		numbers = nil
		for n := range c.env.Reports.List {
			numbers = append(numbers, n)
		}
	}
	own := c.sides[side]
	var entries []screen.Entry
	for _, n := range numbers[:min(len(numbers), mostNeighbours)] {
		if e := c.env.Reports.List[n]; n != own.number && e.Read() && !c.env.Reports.Repeats(n) {
			entries = append(entries, e)
		}
	}
	ctx, era := c.standing.Begin(context.Background())
	env, report := *c.env, own.report // a copy: the command may not see what the shell changes
	return func() tea.Msg {
		reports := []*model.Report{report}
		for i := range entries {
			if r := entries[i].Open(ctx); r != nil {
				reports = append(reports, r)
			}
		}
		m, words := compare.NewMatrix(reports, env.Catalogue), make(map[string]string)
		for _, row := range m.Indicators {
			if st, ok := compare.StandIn(m, row.Indicator.ID, 0); ok {
				words[row.Indicator.ID] = env.Stands(st)
			}
		}
		return stood{era, side, words}
	}
}

func (c *Compare) handleStood(m stood) {
	if c.standing.Finish(m.era) {
		c.places[m.side] = m.words
	}
}

// place says where a side stands in the indicator of the row under the cursor.
func (c *Compare) place(side int) string {
	l := c.table.current()
	if l.row < 0 || l.kind != rowLine {
		return ""
	}
	return c.places[side][c.data.Figures[l.row].Indicator]
}
