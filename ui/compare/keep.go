package compare

import (
	"slices"

	"duidu/ui/screen"
)

// orderNames are the orders of the table as they are kept between starts.
var orderNames = [orders]string{"", "difference", "ratio", "trust", "both"}

// Pair is where the two reports are read, so that they open there again.
func (c *Compare) Pair() (screen.PairPlace, bool) {
	if c.missing() || c.data == nil {
		return screen.PairPlace{}, false
	}
	return screen.PairPlace{
		Reports: [2]int{c.sides[0].number, c.sides[1].number}, View: string(c.view), Side: c.active, At: c.sides[c.active].at,
	}, true
}

// Keep is the order of the table.
func (c *Compare) Keep() string { return orderNames[c.table.order] }

// Recall sorts the table as it was.
func (c *Compare) Recall(name string) {
	if i := slices.Index(orderNames[:], name); i > 0 {
		c.table.order = order(i)
	}
}
