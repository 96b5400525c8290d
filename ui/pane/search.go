package pane

import (
	"sort"
	"strings"
	"unicode"

	"duidu/model"
)

// Literal finds a query as it is written, in everything the pane shows. A
// query without capitals finds both cases.
func (p *Pane) Literal(query string) []Mark {
	if query == "" {
		return nil
	}
	fold := strings.IndexFunc(query, unicode.IsUpper) < 0
	var hits []Mark
	for i, b := range p.content.Blocks {
		body := b.Text
		if fold && strings.IndexFunc(body, isUpperASCII) >= 0 {
			body = strings.Map(lowerASCII, body) // keeps every offset
		}
		for at := 0; ; {
			found := strings.Index(body[at:], query)
			if found < 0 {
				break
			}
			at += found + len(query)
			hits = append(hits, Mark{Block: i, Start: at - len(query), End: at})
		}
	}
	return hits
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

// Find shows the hits of a query, which must be in reading order and may
// have inks of their own, and goes to the nearest one in the direction, seen
// from the top of the view. It returns their number.
func (p *Pane) Find(query string, hits []Mark, d Direction) int {
	for i := range hits {
		if hits[i].Ink == "" {
			hits[i].Ink = p.options.Styles.Hit
		}
	}
	s := Search{Query: query, Direction: d, hits: hits}
	p.search = s
	p.strip.rows = nil
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

// GoToHit makes the hit at an anchor the current one, or the first after it.
func (p *Pane) GoToHit(a model.Anchor) {
	if len(p.search.hits) == 0 {
		return
	}
	i := sort.Search(len(p.search.hits), func(i int) bool { return !p.search.hits[i].anchor().Before(a) })
	p.goHit(min(i, len(p.search.hits)-1))
}

// AtEnd tells whether there is no other hit in a direction before the end
// of the text.
func (p *Pane) AtEnd(d Direction) bool {
	next := p.search.at + int(d*p.search.Direction)
	return next < 0 || next >= len(p.search.hits)
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
	p.strip.rows = nil
	p.marks[LayerHits], p.marks[LayerHitNow] = nil, nil
}

// Anchor is where a mark begins.
func (m Mark) Anchor() model.Anchor { return m.anchor() }

func (m Mark) anchor() model.Anchor { return model.Anchor{Block: m.Block, Offset: m.Start} }
