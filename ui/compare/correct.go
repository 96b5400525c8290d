package compare

import (
	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/correct"
)

// chosen is the figure of the active side that the reader is at, nil if there
// is none.
func (c *Compare) chosen() *model.Figure {
	switch c.view {
	case compare.ViewFigures:
		l := c.table.current()
		switch {
		case l.row < 0 || l.kind == derivedLine:
			return nil
		case l.kind == otherLine:
			return l.other
		}
		return c.stated(l)[c.active]
	case compare.ViewSections:
		s := c.sides[c.active]
		if i := s.text.Figure(); i >= 0 && i < len(s.report.Figures) {
			return &s.report.Figures[i]
		}
	}
	return nil
}

// where is the side whose figure the reader is at: that of a figure folded
// under a row, else the active one.
func (c *Compare) where() *side {
	if l := c.table.current(); c.view == compare.ViewFigures && l.row >= 0 && l.kind == otherLine {
		return c.sides[l.side]
	}
	return c.sides[c.active]
}

// correct asks what is to be set right of the figure the reader is at, else of
// the report on the active side.
func (c *Compare) correct() tea.Cmd {
	c.correcting.Ask(c.env, c.where().report, c.chosen())
	return nil
}

func (c *Compare) uncorrect() tea.Cmd { return correct.Undo(c.where().report, c.chosen()) }

func (c *Compare) notCorrectable() string {
	if why := c.notReady(); why != "" {
		return why
	}
	return correct.WhyNot(c.env, c.where().report)
}

func (c *Compare) nothingCorrected() string {
	if why := c.notReady(); why != "" {
		return why
	}
	return correct.NoneOf(c.env, c.where().report.Content)
}

// latest is a side's report as the library has it now.
func (c *Compare) latest(side int) *model.Report {
	if r := c.env.Reports.Report(c.sides[side].number); r != nil {
		return r
	}
	return c.sides[side].report
}

// renew compares anew after something was set right, and leads back to where
// the reader is.
func (c *Compare) renew() tea.Cmd {
	if c.missing() || c.latest(0) == c.sides[0].report && c.latest(1) == c.sides[1].report {
		return nil
	}
	c.start, c.startSide, c.row = c.sides[c.active].at, c.active, c.table.Cursor()
	return c.Start()
}
