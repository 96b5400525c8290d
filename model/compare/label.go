package compare

import (
	"cmp"
	"duidu/model"
	"slices"
	"strings"
	"unicode/utf8"
)

// hanOnly keeps the Han characters, letters and digits of a label, which is
// what labels of two reports are compared by.
func hanOnly(s string) string {
	return strings.Map(func(c rune) rune {
		if isToken(c) {
			return c
		}
		return -1
	}, s)
}

// likeEnough is the least overlap of two labels that counts as the same
// thing: 委员读书分享会 and 委员读书会 are, 重点课题 and 重点提案 are not.
const likeEnough = 0.8

// leastLabel is how many characters a label needs to say what it counts
// by itself: 委员42名 who sit in court and 委员12名 who write news are no pair.
const leastLabel = 3

// labelRows pairs the figures without an indicator whose labels agree, best
// agreement first, each figure once. They follow the reading order.
func labelRows(xs, ys []*model.Figure, sign Sign) []FigureRow {
	var kept [][2]*model.Figure
	order := map[[2]*model.Figure][2]int{}
	gx, gy := groupLabels(xs), groupLabels(ys)
	for _, p := range likeLabels(gx, gy) {
		x, y := &gx[p.a], &gy[p.b]
		n := min(len(x.members), len(y.members))
		for k := range n {
			pair := [2]*model.Figure{xs[x.members[k]], ys[y.members[k]]}
			order[pair] = [2]int{x.members[k], y.members[k]}
			kept = append(kept, pair)
		}
		x.members, y.members = x.members[n:], y.members[n:]
	}
	slices.SortFunc(kept, func(p, q [2]*model.Figure) int {
		i, j := order[p], order[q]
		return cmp.Or(i[0]+i[1]-j[0]-j[1], min(i[0], i[1])-min(j[0], j[1]), cmp.Compare(p[0].Label, q[0].Label))
	})
	rows := make([]FigureRow, 0, len(kept))
	for _, p := range kept {
		x, y := p[0], p[1]
		themeA, themeB := x.Theme, y.Theme
		// The shorter label names both; of two equally long ones the
		// first in the dictionary, so that the mirror agrees.
		name := slices.MinFunc([]string{x.Label, y.Label}, func(s, t string) int {
			return cmp.Or(len(s)-len(t), cmp.Compare(s, t))
		})
		row := FigureRow{Name: name, English: name, Theme: min(themeA, themeB), A: x, B: y}
		row.settle(model.Indicator{Name: name}, sign)
		row.compute()
		rows = append(rows, row)
	}
	return rows
}

// labelGroup is the figures of one kind that are labelled alike: a report
// that says the same thing a thousand times is compared as one that says it
// once.
type labelGroup struct {
	key     []rune
	kind    figureKind
	members []int // indexes of figures, in reading order
	first   int
}

func groupLabels(figures []*model.Figure) []labelGroup {
	type label struct {
		kind figureKind
		key  string
	}
	at := map[label]int{}
	var groups []labelGroup
	for i, f := range figures {
		l := label{kindOf(f), hanOnly(f.Label)}
		if utf8.RuneCountInString(l.key) < leastLabel {
			continue
		}
		k, ok := at[l]
		if !ok {
			k = len(groups)
			at[l] = k
			groups = append(groups, labelGroup{key: []rune(l.key), kind: l.kind, first: i})
		}
		groups[k].members = append(groups[k].members, i)
	}
	return groups
}

type labelPair struct {
	a, b  int // groups
	alike float64
}

// likeLabels lists the pairs of groups whose labels agree and whose figures
// are of a kind, the most alike first. Candidates are found by the pairs of
// characters they share, so that long reports don't cost their product.
func likeLabels(xs, ys []labelGroup) []labelPair {
	type posting struct {
		kind figureKind
		pair [2]rune
	}
	index := map[posting][]int{}
	for j, y := range ys {
		for i := 0; i+1 < len(y.key); i++ {
			p := posting{y.kind, [2]rune(y.key[i : i+2])}
			if list := index[p]; len(list) == 0 || list[len(list)-1] != j {
				index[p] = append(list, j)
			}
		}
	}
	var pairs []labelPair
	tried := make([]int, len(ys)) // the last x each y was tried with, plus one
	for i, x := range xs {
		for k := 0; k+1 < len(x.key); k++ {
			for _, j := range index[posting{x.kind, [2]rune(x.key[k : k+2])}] {
				if tried[j] == i+1 {
					continue
				}
				tried[j] = i + 1
				if alike := overlap(x.key, ys[j].key); alike >= likeEnough {
					pairs = append(pairs, labelPair{i, j, alike})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(p, q labelPair) int {
		pa, pb, qa, qb := xs[p.a].first, ys[p.b].first, xs[q.a].first, ys[q.b].first
		return cmp.Or(cmp.Compare(q.alike, p.alike), pa+pb-qa-qb, min(pa, pb)-min(qa, qb))
	})
	return pairs
}

// figureKind is what two figures must share before their labels count.
type figureKind struct {
	unit             string
	each, plan, rank bool
}

func kindOf(f *model.Figure) figureKind {
	return figureKind{f.Unit, f.Each, f.Plan, f.Qualifier == model.Top}
}

// overlap is the Dice coefficient over pairs of neighbouring characters: 1
// for equal labels.
func overlap(a, b []rune) float64 {
	if slices.Equal(a, b) {
		return 1
	}
	if len(a) < 2 || len(b) < 2 {
		return 0
	}
	// The shorter label can't agree in more pairs than it has.
	short, long := min(len(a), len(b))-1, max(len(a), len(b))-1
	if float64(2*short) < likeEnough*float64(short+long) {
		return 0
	}
	same := 0
	used := make([]bool, len(b)-1)
	for i := 0; i+1 < len(a); i++ {
		for j := range used {
			if !used[j] && a[i] == b[j] && a[i+1] == b[j+1] {
				used[j] = true
				same++
				break
			}
		}
	}
	return float64(2*same) / float64(short+long)
}
