package figure

import "github.com/shopspring/decimal"

// sums finds the lists that add up to a figure before them exactly.
func (t *tree) sums() {
	for start := 0; start < len(t.nodes); {
		end := t.listEnd(start)
		if run := t.counts(start, end); len(run) > 1 {
			t.sum(run)
		}
		start = max(end, start+1)
	}
}

// listEnd returns where the figures of one unit and paragraph end that start
// at k, their percentages left aside.
func (t *tree) listEnd(k int) int {
	unit := t.nodes[k].figure.Unit
	end := k + 1
	for end < len(t.nodes) && t.nodes[end].passage == t.nodes[k].passage && (t.nodes[end].figure.Unit == unit || t.nodes[end].figure.Unit == "%") {
		end++
	}
	return end
}

// counts are the figures of a list that are no percentages.
func (t *tree) counts(start, end int) []int {
	var run []int
	for k := start; k < end && len(run) < nearWhole; k++ {
		if t.nodes[k].figure.Unit != "%" {
			run = append(run, k)
		}
	}
	return run
}

// sum makes the longest stretch of a list that adds up to a figure before it
// the parts of that figure.
func (t *tree) sum(run []int) {
	for a := 0; a < len(run); a++ {
		total, best, whole := decimal.Zero, 0, -1
		for b := a; b < len(run); b++ {
			k := run[b]
			if t.nodes[k].hint.saysYear {
				break
			}
			total = total.Add(t.nodes[k].figure.Value)
			if b-a < 1 {
				continue
			}
			reach := 2 // two that add up stand right behind their whole
			if b-a >= 2 || t.nodes[run[a]].figure.Indicator == t.nodes[k].figure.Indicator {
				reach = nearWhole
			}
			w := t.back(run[a], reach, func(w int) bool {
				g := t.nodes[w].figure
				if total.LessThanOrEqual(smallSum) && w != run[a]-1 {
					return false
				}
				return alikeUnits(g.Unit, t.nodes[k].figure.Unit) && g.Value.Equal(total) && (b-a >= 2 || run[a]-w <= 2 || g.Indicator != "" && total.GreaterThan(smallSum))
			})
			if w >= 0 {
				best, whole = b+1, w
			}
		}
		if whole < 0 {
			continue
		}
		for _, k := range run[a:best] {
			if _, ok := t.of[k]; !ok && !t.stage(k, whole) {
				t.of[k] = whole
				t.nodes[k].figure.Part = true
			}
		}
		a = best - 1
	}
}

// smallSum is what a few counts add up to by chance.
var smallSum = decimal.NewFromInt(30)
