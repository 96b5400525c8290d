package compare

import (
	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/list"

	tea "github.com/charmbracelet/bubbletea"
)

// The mouse, in the coordinates of the body.

func (c *Compare) mouse(m tea.MouseMsg) tea.Cmd {
	if c.data == nil || c.prompt.IsOpen() {
		return nil
	}
	switch {
	case m.Button == tea.MouseButtonWheelDown:
		c.wheel(m, 3)
	case m.Button == tea.MouseButtonWheelUp:
		c.wheel(m, -3)
	case m.Action == tea.MouseActionRelease:
		for _, s := range c.sides {
			s.drag = nil
		}
	case m.Button == tea.MouseButtonLeft && m.Action == tea.MouseActionMotion:
		c.dragTo(m)
	case m.Button == tea.MouseButtonLeft && c.view == compare.ViewFigures:
		return c.clickTable(m)
	case m.Button == tea.MouseButtonLeft:
		c.click(m)
	}
	return nil
}

func (c *Compare) wheel(m tea.MouseMsg, by int) {
	if c.view == compare.ViewFigures {
		c.table.Move(by)
		return
	}
	c.setActive(c.under(m))
	c.sides[c.active].visual = false
	c.step(by)
}

// under is the side under the mouse.
func (c *Compare) under(m tea.MouseMsg) int {
	switch {
	case c.frame.over && m.Y >= heads+c.frame.text, c.frame.two && m.X > c.frame.left:
		return 1
	case c.frame.over, c.frame.two:
		return 0
	}
	return c.active
}

// clickTable goes to a row; a second click on it shows its source.
func (c *Compare) clickTable(m tea.MouseMsg) tea.Cmd {
	m.Y-- // below the head
	if c.table.Mouse(m) == list.Chosen {
		return c.source()
	}
	return nil
}

// click makes the line under the mouse the reader's, and the figure there
// the current one; in the list below it goes to a passage.
func (c *Compare) click(m tea.MouseMsg) {
	if m.Y == 0 && c.view == compare.ViewSections {
		if i := c.stripAt(m.X); i >= 0 {
			c.goTheme(i)
		}
		return
	}
	if below := c.frame.below(); m.Y >= below {
		m.Y -= below
		if c.view == compare.ViewWording && c.list.Mouse(m) != list.Nothing {
			c.list.goTo(c, c.list.Cursor())
		}
		return
	}
	c.setActive(c.under(m))
	s := c.sides[c.active]
	at, ok := c.at(m)
	if !ok {
		return
	}
	s.text.SetFigure(-1)
	for _, i := range s.figures {
		if f := s.text.Content().Figures[i]; f.Block == at.Block && f.Start <= at.Offset && at.Offset < f.End {
			s.text.SetFigure(i)
			at = f.Anchor()
		}
	}
	s.beside(at, m.Y-c.frame.top(c.active))
	if c.view == compare.ViewSections {
		s.unselect()
		s.drag = &at
	}
	c.follow()
}

// at is the place in the active text under the mouse; false where there is
// none.
func (c *Compare) at(m tea.MouseMsg) (model.Anchor, bool) {
	x := m.X - gutter
	if c.active == 1 && c.frame.two {
		x -= c.frame.left + 1
	}
	return c.sides[c.active].text.At(x, m.Y-c.frame.top(c.active))
}

// dragTo selects from where the button went down to the mouse, within one
// text.
func (c *Compare) dragTo(m tea.MouseMsg) {
	s := c.sides[c.active]
	to, ok := c.at(m)
	if s.drag == nil || !ok {
		return
	}
	from := *s.drag
	if to.Before(from) {
		from, to = to, from
	}
	s.text.Select(from, s.text.After(to))
}
