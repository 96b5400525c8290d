package model

import (
	"cmp"
	"slices"
)

// likeEnough is the least overlap of two labels that counts as the same
// thing: 委员读书分享会 and 委员读书会 are, 重点课题 and 重点提案 are not.
const likeEnough = 0.8

// labelRows pairs the figures without an indicator whose labels agree, best
// agreement first, each figure once. They follow the reading order.
func labelRows(a, b *Report, xs, ys []*Figure) []FigureRow {
	pairs := likeLabels(xs, ys)
	usedA, usedB := make([]bool, len(xs)), make([]bool, len(ys))
	var kept []labelPair
	for _, p := range pairs {
		if !usedA[p.a] && !usedB[p.b] {
			usedA[p.a], usedB[p.b] = true, true
			kept = append(kept, p)
		}
	}
	slices.SortFunc(kept, func(p, q labelPair) int {
		return cmp.Or(p.a+p.b-q.a-q.b, min(p.a, p.b)-min(q.a, q.b), cmp.Compare(xs[p.a].Label, xs[q.a].Label))
	})
	rows := make([]FigureRow, 0, len(kept))
	for _, p := range kept {
		x, y := xs[p.a], ys[p.b]
		themeA, _ := a.figureTheme(x)
		themeB, _ := b.figureTheme(y)
		// The shorter label names both; of two equally long ones the
		// first in the dictionary, so that the mirror agrees.
		name := slices.MinFunc([]string{x.Label, y.Label}, func(s, t string) int {
			return cmp.Or(len(s)-len(t), cmp.Compare(s, t))
		})
		row := FigureRow{Name: name, English: name, Theme: min(themeA, themeB), A: x, B: y}
		row.settle(Indicator{Name: name})
		rows = append(rows, row)
	}
	return rows
}

type labelPair struct {
	a, b  int
	alike float64
}

// likeLabels lists the pairs whose labels agree and whose figures are of a
// kind, the most alike first. Candidates are found by the pairs of
// characters they share, so that long reports don't cost their product.
func likeLabels(xs, ys []*Figure) []labelPair {
	type posting struct {
		kind figureKind
		pair [2]rune
	}
	index := map[posting][]int{}
	keys := make([][]rune, len(ys))
	for j, y := range ys {
		keys[j] = []rune(hanOnly(y.Label))
		for i := 0; i+1 < len(keys[j]); i++ {
			p := posting{kindOf(y), [2]rune(keys[j][i : i+2])}
			if list := index[p]; len(list) == 0 || list[len(list)-1] != j {
				index[p] = append(list, j)
			}
		}
	}
	var pairs []labelPair
	tried := make([]int, len(ys)) // the last x each y was tried with, plus one
	for i, x := range xs {
		key := []rune(hanOnly(x.Label))
		for k := 0; k+1 < len(key); k++ {
			for _, j := range index[posting{kindOf(x), [2]rune(key[k : k+2])}] {
				if tried[j] == i+1 {
					continue
				}
				tried[j] = i + 1
				if alike := overlap(key, keys[j]); alike >= likeEnough {
					pairs = append(pairs, labelPair{i, j, alike})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(p, q labelPair) int {
		return cmp.Or(cmp.Compare(q.alike, p.alike), p.a+p.b-q.a-q.b, min(p.a, p.b)-min(q.a, q.b))
	})
	return pairs
}

// figureKind is what two figures must share before their labels count.
type figureKind struct {
	unit             string
	each, plan, rank bool
}

func kindOf(f *Figure) figureKind {
	return figureKind{f.Unit, f.Each, f.Plan, f.Qualifier == Top}
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
