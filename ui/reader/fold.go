package reader

import "sort"

// Folding hides the items of lower levels that follow one. The cursor never
// stands on what is hidden.

// under counts the items below one.
func (l *entries) under(i int) int {
	n := 0
	for n+i+1 < len(l.items) && l.items[n+i+1].level > l.items[i].level {
		n++
	}
	return n
}

// owner is the item that one is folded under, itself if it is above all.
func (l *entries) owner(i int) int {
	for k := i - 1; k >= 0; k-- {
		if l.items[k].level < l.items[i].level {
			return k
		}
	}
	return i
}

// toggle folds what is below the cursor, or what the cursor is below of, or
// unfolds it again; false if there is nothing to fold.
func (l *entries) toggle() bool {
	i := l.now()
	if i < 0 {
		return false
	}
	if l.under(i) == 0 {
		i = l.owner(i)
	}
	if l.under(i) == 0 {
		return false
	}
	l.folded[i] = !l.folded[i]
	l.arrange(i)
	return true
}

// toggleAll folds everything, or unfolds everything if something is folded;
// false if there is nothing to fold.
func (l *entries) toggleAll() bool {
	at := l.now()
	for _, folded := range l.folded {
		if folded {
			l.unfold()
			l.show(at)
			return true
		}
	}
	for i := range l.items {
		if l.under(i) > 0 {
			l.folded[i] = true
		}
	}
	l.arrange(at)
	return len(l.folded) > 0
}

// unfold shows every item.
func (l *entries) unfold() {
	clear(l.folded)
	l.arrange(l.now())
}

// arrange lists what is to be seen and puts the cursor on an item.
func (l *entries) arrange(at int) {
	l.rows = l.rows[:0]
	for i := 0; i < len(l.items); i++ {
		l.rows = append(l.rows, i)
		if l.folded[i] {
			i += l.under(i)
		}
	}
	l.SetRows(len(l.rows))
	l.show(at)
}

// show puts the cursor on an item, or on what it is folded under.
func (l *entries) show(i int) {
	after := sort.SearchInts(l.rows, i+1)
	l.Go(after - 1)
}
