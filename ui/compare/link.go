package compare

import (
	"duidu/model"
)

// The link between the two texts: where the reader goes in one, the other
// shows what it says on the same theme, about as high on the screen.

// sideOf is the model's word for a side.
func sideOf(i int) model.Side {
	if i == 0 {
		return model.SideA
	}
	return model.SideB
}

// themeSide is what a side has on a theme.
func themeSide(row *model.ThemeRow, i int) *model.ThemeSide {
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
	return c.data.ThemeAt(sideOf(c.active), c.sides[c.active].at)
}

// follow brings the other side beside the active one. Where the other
// report has nothing on the theme it stays.
func (c *Compare) follow() {
	if !c.linked || c.data == nil {
		return
	}
	here, there := c.sides[c.active], c.sides[1-c.active]
	if at, ok := c.counterpart(); ok {
		there.beside(at, here.row())
	}
}

// counterpart is the place in the other report that belongs beside the
// reader's line: by hand, by the figure in the line, by theme.
func (c *Compare) counterpart() (model.Anchor, bool) {
	from, at := sideOf(c.active), c.sides[c.active].at
	if to, ok := c.data.PairedPlace(from, at, c.env.Pairings); ok {
		return to, true
	}
	return c.data.Counterpart(from, at)
}

// paired tells whether the reader's line was put beside another by hand.
func (c *Compare) paired() bool {
	_, ok := c.data.PairedPlace(sideOf(c.active), c.sides[c.active].at, c.env.Pairings)
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
	there := c.sides[1-c.active]
	if at, ok := themeSide(row, 1-c.active).Lead(); ok && c.linked {
		there.text.SetFigure(-1)
		there.beside(at, here.row())
	}
}

// stepTheme finds the next theme that fits, the one before if by is -1; -1
// when there is none.
func (c *Compare) stepTheme(by int, fits func(*model.ThemeRow) bool) int {
	for i := c.theme() + by; i >= 0 && i < len(c.data.Themes); i += by {
		if fits(&c.data.Themes[i]) {
			return i
		}
	}
	return -1
}
