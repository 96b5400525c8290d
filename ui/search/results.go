package search

import (
	"context"
	"sort"

	"duidu/model"
	"duidu/ui/pane"
)

// found is a report with hits. The hits themselves are looked up again when
// they come into view: a common word has millions in a large library.
type found struct {
	target
	order  int // in which it was searched
	hits   int
	lines  int // sentences that hold them
	row    int // of its heading in the list
	folded bool
}

// results are the rows of the list: per report a heading and a row for every
// sentence with hits.
type results struct {
	query model.Query
	found []found
	hits  int
	cache map[int]looked // by index in found
}

// add appends what a batch found.
func (r *results) add(list []found) {
	for _, f := range list {
		f.row = r.rows()
		r.found = append(r.found, f)
		r.hits += f.hits
	}
}

// rows is the length of the list.
func (r *results) rows() int {
	if len(r.found) == 0 {
		return 0
	}
	return r.found[len(r.found)-1].end()
}

// end is the row after the last one of a report.
func (f *found) end() int {
	if f.folded {
		return f.row + 1
	}
	return f.row + 1 + f.lines
}

// at is the index of the report that a row belongs to, -1 for none.
func (r *results) at(row int) int {
	if row < 0 || row >= r.rows() {
		return -1
	}
	return sort.Search(len(r.found), func(i int) bool { return r.found[i].row > row }) - 1
}

// maxCached is how many reports' hits are kept: more than a screen shows.
const maxCached = 256

// looked is a report with its hits.
type looked struct {
	report *model.Report
	hits   []model.Hit
	lines  []int // the index of the first hit of every sentence
}

// line is the hits of sentence k.
func (l *looked) line(k int) []model.Hit {
	if k+1 < len(l.lines) {
		return l.hits[l.lines[k]:l.lines[k+1]]
	}
	return l.hits[l.lines[k]:]
}

// linesOf are the indexes of the hits that are the first in their sentence.
func linesOf(report *model.Report, hits []model.Hit) []int {
	var lines []int
	block, end := -1, 0 // of the sentence before
	for i, h := range hits {
		if h.Block == block && h.Offset < end {
			continue
		}
		lines = append(lines, i)
		block = h.Block
		end = pane.SentenceEnd(report.Blocks()[block].Text, h.Offset)
	}
	return lines
}

// hitsOf looks up the i-th report and its hits. There are none, and no
// report, when the file changed since it was searched.
func (r *results) hitsOf(i int) looked {
	if l, ok := r.cache[i]; ok {
		return l
	}
	if r.cache == nil || len(r.cache) >= maxCached {
		r.cache = make(map[int]looked)
	}
	var l looked
	if l.report = r.found[i].entry.Open(context.Background()); l.report != nil {
		l.hits = model.Find(l.report, r.query)
		l.lines = linesOf(l.report, l.hits)
	}
	r.cache[i] = l
	return l
}

// toggle folds the hits of the i-th report, or unfolds them.
func (r *results) toggle(i int) {
	r.found[i].folded = !r.found[i].folded
	r.arrange(i)
}

func (r *results) unfold(i int) {
	if r.found[i].folded {
		r.toggle(i)
	}
}

// toggleAll folds everything, or unfolds it if something is folded.
func (r *results) toggleAll() {
	fold := true
	for i := range r.found {
		fold = fold && !r.found[i].folded
	}
	for i := range r.found {
		r.found[i].folded = fold
	}
	r.arrange(0)
}

// arrange numbers the rows anew from a report on.
func (r *results) arrange(from int) {
	for i := from; i < len(r.found); i++ {
		r.found[i].row = 0
		if i > 0 {
			r.found[i].row = r.found[i-1].end()
		}
	}
}
