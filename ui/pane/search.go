package pane

import (
	"sort"
	"strings"
	"unicode"

	"duidu/model"
)

// Finder finds a query in one text: byte ranges, in order, not overlapping.
type Finder func(text string) [][2]int

// Literal finds a query as it is written. A query without capitals finds
// both cases.
func Literal(query string) Finder {
	fold := strings.IndexFunc(query, unicode.IsUpper) < 0
	return func(text string) [][2]int {
		if query == "" {
			return nil
		}
		body := text
		if fold && strings.IndexFunc(text, isUpperASCII) >= 0 {
			body = strings.Map(lowerASCII, text) // keeps every offset
		}
		var hits [][2]int
		for at := 0; ; {
			i := strings.Index(body[at:], query)
			if i < 0 {
				return hits
			}
			hits = append(hits, [2]int{at + i, at + i + len(query)})
			at += i + len(query)
		}
	}
}

func isUpperASCII(r rune) bool { return r >= 'A' && r <= 'Z' }

func lowerASCII(r rune) rune {
	if isUpperASCII(r) {
		return r + 'a' - 'A'
	}
	return r
}

// Direction of a search.
type Direction int

const (
	Forward  Direction = 1
	Backward Direction = -1
)

// Search is the state of a search in one pane.
type Search struct {
	Query     string
	Direction Direction
	hits      []Mark
	at        int
}

// Find marks all hits and goes to the nearest one in the direction, seen
// from the top of the view. It returns the number of hits.
func (p *Pane) Find(query string, find Finder, d Direction) int {
	s := Search{Query: query, Direction: d}
	for i, b := range p.content.Blocks {
		for _, h := range find(b.Text) {
			s.hits = append(s.hits, Mark{Block: i, Start: h[0], End: h[1], Ink: p.options.Styles.Hit})
		}
	}
	p.search = s
	p.marks[LayerHits], p.marks[LayerHitNow] = s.hits, nil
	if len(s.hits) == 0 {
		return 0
	}
	top := p.Top()
	i := sort.Search(len(s.hits), func(i int) bool { return !s.hits[i].anchor().Before(top) })
	if d == Backward {
		i--
	}
	p.goHit(i)
	return len(s.hits)
}

// Again goes to the next hit, in the search's direction or against it, and
// around the ends. It is false when there is no hit.
func (p *Pane) Again(d Direction) bool {
	if len(p.search.hits) == 0 {
		return false
	}
	p.goHit(p.search.at + int(d*p.search.Direction))
	return true
}

func (p *Pane) goHit(i int) {
	n := len(p.search.hits)
	p.search.at = (i%n + n) % n
	h := p.search.hits[p.search.at]
	now := h
	now.Ink = p.options.Styles.HitNow
	p.marks[LayerHitNow] = []Mark{now}
	p.Reveal(h.anchor())
}

// Hits returns which hit the reader is at, counted from 1, and how many
// there are.
func (p *Pane) Hits() (k, n int) {
	if len(p.search.hits) == 0 {
		return 0, 0
	}
	return p.search.at + 1, len(p.search.hits)
}

// Query returns what was searched for last, empty if nothing.
func (p *Pane) Query() string { return p.search.Query }

// ClearSearch takes the marks of the search away.
func (p *Pane) ClearSearch() {
	p.search = Search{}
	p.marks[LayerHits], p.marks[LayerHitNow] = nil, nil
}

func (m Mark) anchor() model.Anchor { return model.Anchor{Block: m.Block, Offset: m.Start} }
