package compare

import "slices"

// orderNames are the orders of the table as they are kept between starts.
var orderNames = [orders]string{"", "difference", "ratio", "trust", "both"}

// Keep is the order of the table.
func (c *Compare) Keep() string { return orderNames[c.table.order] }

// Recall sorts the table as it was.
func (c *Compare) Recall(name string) {
	if i := slices.Index(orderNames[:], name); i > 0 {
		c.table.order = order(i)
	}
}
