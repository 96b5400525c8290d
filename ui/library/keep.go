package library

import (
	"slices"
	"strings"
)

// orderNames are the orders as they are kept between starts.
var orderNames = [orders]string{"", "place", "year", "characters", "figures", "notices"}

// byProvince is kept after the order where the table is grouped.
const byProvince = " province"

// Keep is the order of the table, and how it is grouped.
func (l *Library) Keep() string {
	if l.grouped {
		return orderNames[l.sort] + byProvince
	}
	return orderNames[l.sort]
}

// Recall sorts the table as it was.
func (l *Library) Recall(name string) {
	name, l.grouped = strings.CutSuffix(name, byProvince)
	if i := slices.Index(orderNames[:], name); i > 0 {
		l.sort = order(i)
	}
	l.arrange()
}
