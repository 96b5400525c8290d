package library

import "slices"

// orderNames are the orders as they are kept between starts.
var orderNames = [orders]string{"", "place", "year", "characters", "figures", "notices"}

// Keep is the order of the table.
func (l *Library) Keep() string { return orderNames[l.sort] }

// Recall sorts the table as it was.
func (l *Library) Recall(name string) {
	if i := slices.Index(orderNames[:], name); i > 0 {
		l.sort = order(i)
		l.arrange()
	}
}
