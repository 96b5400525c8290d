package model

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ErrShort tells that a sentence is too short to have its like.
var ErrShort = errors.New("too short a sentence")

// Marks that start a query for sentences like one: the first is written by
// the program, the other can be typed.
const (
	LikeMark = "\u2248" // almost equal
	likeWord = "like:"
)

// Two sentences are alike when they have at least this share of their runs of
// Han characters in common: one in six characters may be another, or a half
// of one may be all of the other.
const (
	likeRun    = 3 // characters of a run
	leastShare = 0.5
	leastRuns  = 4 // of a sentence that can have its like
)

// likeness is a sentence as the runs of Han characters in it. Numbers and
// marks do not count: the same sentence of another year is alike.
type likeness struct {
	runs map[[likeRun]rune]int // the number of each
}

func newLikeness(sentence string) *likeness {
	l := &likeness{runs: map[[likeRun]rune]int{}}
	var w [likeRun]rune
	n := 0
	for _, c := range sentence {
		if !IsHan(c) {
			continue
		}
		w[0], w[1], w[2] = w[1], w[2], c
		if n++; n < likeRun {
			continue
		}
		if _, ok := l.runs[w]; !ok {
			l.runs[w] = len(l.runs)
		}
	}
	return l
}

// each calls f with the bytes of every sentence of a text that is alike, until
// it returns false. It takes time in proportion to the text.
func (l *likeness) each(text string, f func(start, end int) bool) {
	seen := make([]int, len(l.runs)) // the sentence that had it last
	var w [likeRun]rune
	start, common, runs, n, number := 0, 0, 0, 0, 1
	alike := func() bool { return runs >= leastRuns && 2*float64(common) >= leastShare*float64(runs+len(l.runs)) }
	for i, c := range text {
		if IsHan(c) {
			w[0], w[1], w[2] = w[1], w[2], c
			if n++; n >= likeRun {
				runs++
				if k, ok := l.runs[w]; ok && seen[k] != number {
					seen[k] = number
					common++
				}
			}
			continue
		}
		if !endsSentence(c) {
			continue
		}
		end := i + utf8.RuneLen(c)
		if alike() && !f(start, end) {
			return
		}
		start, common, runs, n, number = end, 0, 0, 0, number+1
	}
	if alike() {
		f(start, len(text))
	}
}

// endsSentence tells whether a character ends a sentence: a full stop, a mark
// of exclamation or of question of either width, a line end.
func endsSentence(c rune) bool {
	switch c {
	case '\u3002', '\uff01', '\uff1f', '!', '?', '\n':
		return true
	}
	return false
}

// parseLike reads a query for sentences like one; false if it is none.
func parseLike(text string, by QueryReader) (Query, bool, error) {
	rest, ok := strings.CutPrefix(text, LikeMark)
	if !ok {
		if rest, ok = strings.CutPrefix(narrow(text), likeWord); !ok {
			return Query{}, false, nil
		}
	}
	if by.Simplify != nil {
		rest = by.Simplify(rest)
	}
	l := newLikeness(rest)
	if len(l.runs) < leastRuns {
		return Query{}, true, ErrShort
	}
	return Query{terms: []term{{like: l}}}, true, nil
}

// ForLike tells whether the query asks for sentences like one.
func (q Query) ForLike() bool { return len(q.terms) == 1 && q.terms[0].like != nil }
