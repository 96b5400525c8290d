package library

import (
	"slices"
	"strings"
)

// orderNames are the orders as they are kept between starts.
var orderNames = [orders]string{"", "place", "year", "characters", "figures", "notices"}

// byProvince is kept after the order where the table is grouped.
const byProvince = " province"

// reversed is kept after the order where the table is turned round.
const reversed = " reversed"

// Keep is the order of the table, and how it is grouped.
func (l *Library) Keep() string {
	kept := orderNames[l.sort]
	if l.reversed {
		kept += reversed
	}
	if l.grouped {
		kept += byProvince
	}
	return kept
}

// Recall sorts the table as it was.
func (l *Library) Recall(name string) {
	name, l.grouped = strings.CutSuffix(name, byProvince)
	name, l.reversed = strings.CutSuffix(name, reversed)
	if i := slices.Index(orderNames[:], name); i > 0 {
		l.sort = order(i)
	}
	l.arrange()
}
