package model

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Hit is a stretch of a block's text that a query found.
type Hit struct {
	Anchor
	End    int // byte offset in the block's text
	Figure int // index in Report.Figures when the figure was asked for, else -1
	Term   int // number of the alternative that found it
}

// Find returns the hits of a query in reading order. Hits don't overlap.
func Find(r *Report, q Query) []Hit {
	if len(q.terms) == 1 {
		return q.terms[0].find(r, 0)
	}
	var hits []Hit
	for i := range q.terms {
		hits = append(hits, q.terms[i].find(r, i)...)
	}
	if q.all {
		hits = inAll(hits, len(q.terms))
	}
	return apart(hits)
}

// inAll keeps the hits in paragraphs that have hits of every term.
func inAll(hits []Hit, terms int) []Hit {
	seen := make(map[int]map[int]bool)
	for _, h := range hits {
		if seen[h.Block] == nil {
			seen[h.Block] = make(map[int]bool)
		}
		seen[h.Block][h.Term] = true
	}
	kept := hits[:0]
	for _, h := range hits {
		if len(seen[h.Block]) == terms {
			kept = append(kept, h)
		}
	}
	return kept
}

// find returns the hits of the term that has this number in its query.
func (q *term) find(r *Report, number int) []Hit {
	var hits []Hit
	if q.like != nil {
		for i := range r.blocks {
			q.like.each(r.blocks[i].Text, func(start, end int) bool {
				hits = append(hits, Hit{Anchor: Anchor{Block: i, Offset: start}, End: end, Figure: -1, Term: number})
				return true
			})
		}
		return hits
	}
	if q.needle != nil || q.pattern != nil {
		for i := range r.blocks {
			if q.pattern != nil && q.core.text != "" && q.core.index(r.blocks[i].Text, 0) < 0 {
				continue
			}
			hits = q.findText(hits, Hit{Anchor: Anchor{Block: i}, Figure: -1, Term: number}, r.blocks[i].Text)
		}
	}
	if q.number == nil && q.condition == nil {
		return hits
	}
	text := hits
	for i := range r.Figures {
		f := &r.Figures[i]
		if !q.covers(f) {
			continue
		}
		at, ok := r.Locate(f.Section, f.Paragraph, f.Start)
		if !ok || f.Start < 0 || f.End <= f.Start || f.End > len(r.blocks[at.Block].Text) {
			continue
		}
		if h := (Hit{Anchor: at, End: f.End, Figure: i, Term: number}); !overlaps(text, h) {
			hits = append(hits, h)
		}
	}
	return apart(hits)
}

// apart sorts hits and drops those that overlap one before them.
func apart(hits []Hit) []Hit {
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Or(a.Block-b.Block, a.Offset-b.Offset) })
	kept := hits[:0]
	for _, h := range hits {
		if n := len(kept); n == 0 || kept[n-1].Block != h.Block || kept[n-1].End <= h.Offset {
			kept = append(kept, h)
		}
	}
	return kept
}

// overlaps tells whether sorted hits already cover part of h.
func overlaps(sorted []Hit, h Hit) bool {
	i, _ := slices.BinarySearchFunc(sorted, h, func(a, b Hit) int {
		return cmp.Or(a.Block-b.Block, a.End-1-b.Offset)
	})
	return i < len(sorted) && sorted[i].Block == h.Block && sorted[i].Offset < h.End
}

// findText adds the places of the needle or the pattern in one block's
// text; h is a hit of that block.
func (q *term) findText(hits []Hit, h Hit, text string) []Hit {
	for at := 0; at < len(text); {
		start, end := q.index(text, at)
		if start < 0 {
			break
		}
		h.Offset, h.End = start, end
		hits = append(hits, h)
		at = end
	}
	return hits
}

// index finds the needle or the pattern in text from the byte offset at on.
// What a pattern finds is never empty.
func (q *term) index(text string, at int) (start, end int) {
	if q.pattern != nil {
		return q.indexPattern(text, at)
	}
	if q.core.text != "" {
		return q.indexCore(text, at)
	}
	return q.indexForms(text, at)
}

// indexCore goes by the needle's core and then looks around it.
func (q *term) indexCore(text string, at int) (start, end int) {
	for i := at; ; i++ {
		if i = q.core.index(text, i); i < 0 {
			return -1, -1
		}
		start, ok := back(text, at, i, q.core.before)
		if !ok {
			continue
		}
		if n, ok := q.matches(text[start:]); ok {
			return start, start + n
		}
	}
}

func (q *term) indexPattern(text string, at int) (start, end int) {
	for at < len(text) {
		found := q.pattern.FindStringIndex(text[at:])
		if found == nil {
			break
		}
		if found[0] < found[1] {
			return at + found[0], at + found[1]
		}
		at += found[0]
		_, n := utf8.DecodeRuneInString(text[at:])
		at += max(n, 1)
	}
	return -1, -1
}

func (q *term) fold(c rune) rune {
	if q.cased {
		return narrowRune(c)
	}
	return foldRune(c)
}

// matches tells whether text begins with the needle, and how many bytes of
// it that takes.
func (q *term) matches(text string) (int, bool) {
	k := 0
	for i, c := range text {
		if k == len(q.needle) {
			return i, true
		}
		if q.fold(c) != q.needle[k] {
			return 0, false
		}
		k++
	}
	return len(text), k == len(q.needle)
}
