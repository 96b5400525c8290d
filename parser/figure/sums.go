package figure

import (
	"cmp"

	"github.com/shopspring/decimal"

	"duidu/parser/number"
)

// sums finds the lists that add up to a figure before them exactly.
func (t *tree) sums() {
	if run := t.headings(); len(run) > 2 {
		t.sum(run)
	}
	for start := 0; start < len(t.nodes); {
		end := t.listEnd(start)
		if run := t.counts(start, end); len(run) > 1 {
			t.sum(run)
		}
		for start++; start < end && (t.nodes[start].figure.Unit == t.nodes[start-1].figure.Unit || t.nodes[start].figure.Unit == "%"); start++ {
		}
	}
}

// headings lists the counts that stand in headings, each alone: 一、产业(212件).
func (t *tree) headings() []int {
	var run []int
	for k := range t.nodes {
		n := &t.nodes[k]
		if n.passage.Heading && len(n.passage.Figures) == 1 && (len(run) == 0 || t.nodes[run[0]].figure.Unit == n.figure.Unit) && len(run) < nearWhole {
			run = append(run, k)
		}
	}
	return run
}

// listEnd returns where the figures of one unit and paragraph end that start
// at k, their percentages left aside; no further than those that are summed up.
func (t *tree) listEnd(k int) int {
	unit := t.nodes[k].figure.Unit
	end := k + 1
	for i := end; i < min(len(t.nodes), k+longestList) && i-end < 2 && t.nodes[i].passage == t.nodes[k].passage; i++ {
		if t.nodes[i].figure.Unit == unit || t.nodes[i].figure.Unit == "%" {
			end = i + 1 // a single figure of another unit does not end a list
		}
	}
	return end
}

// longestList is how many figures a list has at most, percentages and strays between them included.
const longestList = 4 * nearWhole

// counts are the figures of a list that are no percentages.
func (t *tree) counts(start, end int) []int {
	run := t.run[:0]
	for k := start; k < end && len(run) < nearWhole; k++ {
		if t.nodes[k].figure.Unit == t.nodes[start].figure.Unit && t.nodes[k].figure.Unit != "%" {
			run = append(run, k)
		}
	}
	t.run = run
	return run
}

// sum makes the longest stretch of a list that adds up to a figure before it
// the parts of that figure.
func (t *tree) sum(run []int) {
	for a := 0; a < len(run); a++ {
		var total number.Total
		best, whole := 0, -1
		named := "" // what those that have a name of their own are
		for b := a; b < len(run); b++ {
			k := run[b]
			if !t.parts(k) || b > a && t.saidBefore(k) {
				break
			}
			if id := t.nodes[k].figure.Indicator; id != "" {
				if named != "" && id != named {
					break // 立案18件，重点提案9件: different things
				}
				named = id
			}
			total.Add(t.nodes[k].figure.Value)
			if b-a < 1 {
				continue
			}
			reach := 2 // two that add up stand right behind their whole
			if total.Cmp(largeSum) > 0 {
				reach = 6
			}
			if b-a >= 2 || t.nodes[run[a]].figure.Indicator == t.nodes[k].figure.Indicator {
				reach = nearWhole
			}
			w := t.back(run[a], reach, func(w int) bool {
				g := t.nodes[w].figure
				if total.Cmp(smallSum) <= 0 && (a == 0 || w != run[a-1]) {
					return false
				}
				return alikeUnits(g.Unit, t.nodes[k].figure.Unit) && total.Cmp(g.Value) == 0 && (b-a >= 2 || run[a]-w <= 2 || a > 0 && w == run[a-1] || g.Indicator != "" && total.Cmp(smallSum) > 0)
			})
			if w >= 0 {
				best, whole = b+1, w
			}
			if w >= 0 && a > 0 && w == run[a-1] {
				break // right behind their whole: no more are looked for
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

// saidBefore tells a count that is named again, and so opens another list: 118件当中.
func (t *tree) saidBefore(k int) bool {
	for w := range t.alike(t.nodes[k].figure) {
		if w >= k {
			break
		}
		if _, part := t.of[w]; !part && t.nodes[w].passage == t.nodes[k].passage && t.nodes[w].figure.Indicator != "" && !t.nodes[w].out {
			return true
		}
	}
	return false
}

// forward finds the counts that a figure behind them sums up: 商会出12万元、交通局出8万元，共20万元;
// 领导督办2件，常委督办6件，这8件….
func (t *tree) forward() {
	for k := range t.nodes {
		n := &t.nodes[k]
		if _, part := t.of[k]; part || !t.parts(k) || !n.passage.tags.has(again|summed, max(n.hint.clause, n.hint.from), n.figure.Start) {
			continue
		}
		var total number.Total
		first := -1
		for w := k - 1; w >= 0 && t.alongside(w, k); w-- {
			if total.Add(t.nodes[w].figure.Value); total.Cmp(n.figure.Value) > 0 {
				break
			}
			if w < k-1 && total.Cmp(n.figure.Value) == 0 {
				first = w
			}
		}
		if first < 0 {
			continue
		}
		for w := k - 1; w >= first; w-- {
			part := t.nodes[w].figure
			n.figure.Indicator = cmp.Or(n.figure.Indicator, part.Indicator)
			t.of[w], part.Part = k, true
		}
		if n.figure.Label == "" || n.figure.Label == "整" { // 合起来50万元整
			n.figure.Label = t.nodes[first].figure.Label
		}
	}
}

// alongside tells a figure that may be listed in front of figure k and be counted in it.
func (t *tree) alongside(w, k int) bool {
	m, n := &t.nodes[w], &t.nodes[k]
	_, part := t.of[w]
	return !part && m.passage == n.passage && m.hint.sentence == n.hint.sentence && m.figure.Unit == n.figure.Unit && m.figure.Unit != "%" && !m.hint.growth && !m.hint.aside && !m.figure.Each
}

// smallSum is what a few counts add up to by chance.
var smallSum = decimal.NewFromInt(30)

// largeSum is what two counts do not add up to by chance.
var largeSum = decimal.NewFromInt(100)
