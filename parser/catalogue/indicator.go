package catalogue

import (
	"duidu/parser/text"
	"slices"
	"strings"
)

// indicatorCall is a word that calls for an indicator: parts that stand in
// this order.
type indicatorCall struct {
	rule   *indicatorRule
	parts  []string
	length int // of a single part, in characters
}

// callsOf are the calls of one word, with the units that any of them takes: a bit
// each by their number, which they share beyond 64.
type callsOf struct {
	units uint64
	list  []indicatorCall
}

type indicatorRule struct {
	id       string
	order    int    // in the catalogue: of two that fit as well, the first wins
	units    []bool // by their number in Catalogue.units, up to the last it takes
	with     text.List
	not      text.List
	notApart [][]string // words with text between them

	yields        string // the indicator that it is another of, where the paragraph speaks of it …
	where, unless text.List
}

// FigureMark stands for the figure itself in a context and in catalogue words.
const FigureMark = "◇"

// Vicinity is what an indicator is read from: the words before and
// behind a figure up to the next one, and the whole clause.
type Vicinity struct {
	Text   string // before + figureMark + behind
	Clause string
	Unit   string
	Label  string
	Around string // the paragraph up to the figure, where it is known
}

// forbids tells a text with a word in it that the indicator does not stand beside.
func (r *indicatorRule) forbids(s string) bool {
	return r.not.In(s) || slices.ContainsFunc(r.notApart, func(parts []string) bool {
		_, stand := apart(s, parts)
		return stand
	})
}

// IndicatorOf returns the id of the indicator that the vicinity calls for,
// empty if none truly fits. The word nearest to the figure wins, a longer one
// before a shorter.
func (c *Catalogue) IndicatorOf(s Vicinity) string {
	best := 0
	var chosen *indicatorRule
	unit, ok := c.units[s.Unit]
	if !ok {
		return ""
	}
	at := text.Index(s.Text, FigureMark)
	shared := text.Has(s.Label, "、")
	c.wordStarts.All(s.Text, func(start int, value int) {
		calls := &c.calls[value-1]
		if calls.units>>(unit%64)&1 == 0 {
			return
		}
		for i := range calls.list {
			call := &calls.list[i]
			r := call.rule
			if unit >= len(r.units) || !r.units[unit] {
				continue
			}
			several := len(call.parts) > 1
			p := standing{start, start + len(call.parts[0]), call.length}
			if several {
				var ok bool
				if p, ok = apart(s.Text, call.parts); !ok {
					continue
				}
			}
			score := matchScore(s.Text, p, at, several, !several && shared && strings.HasPrefix(s.Label, call.parts[0]))
			if score < best || score == 0 || score == best && chosen != nil && r.order >= chosen.order {
				continue
			}
			if !r.forbids(s.Text) && (len(r.with.Words()) == 0 || r.with.In(s.Clause)) {
				best, chosen = score, r
			}
		}
	})
	if chosen == nil {
		return ""
	}
	if chosen.yields != "" && chosen.where.In(s.Around) && !chosen.unless.In(s.Text) {
		return chosen.yields
	}
	return chosen.id
}

// A word counts from 1000 down by its distance to the figure, so that the
// nearest wins; its own length breaks the ties that distance leaves.
const (
	nearest      = 1000
	perCharacter = 12
	lengthBonus  = 9
	longestReach = 6 // characters between a figure and the noun it counts
)

// standing is where the parts of a word stand around a figure.
type standing struct {
	start, end int // in bytes, from the first part to the last
	length     int // of the parts, in characters
}

// apart returns where the parts of a word stand in order, the first of them at its
// first place; false if they don't.
func apart(s string, parts []string) (standing, bool) {
	p := standing{start: -1}
	for _, part := range parts {
		i := text.Index(s[p.end:], part)
		if i < 0 {
			return p, false
		}
		if p.start < 0 {
			p.start = p.end + i
		}
		p.end += i + len(part)
		p.length += text.Runes(part)
	}
	return p, true
}

// matchScore rates how well a word stands around the figure at byte at; 0 if it is too
// far off. leading says that it is the first of several that share one figure
// (办复率、满意率均为100%).
func matchScore(s string, p standing, at int, several, leading bool) int {
	distance := 0
	switch {
	case p.start == at && several: // ◇…委员工作室: what is counted follows soon
		if distance = text.Runes(s[at+len(FigureMark):p.end]) - p.length + 1; distance > longestReach {
			return 0
		}
	case p.end <= at:
		distance = text.Runes(s[p.end:at])
	case p.start > at:
		distance = text.Runes(s[at+len(FigureMark) : p.start])
	}
	if leading {
		distance = 0
		p.length++
	}
	return max(nearest-perCharacter*distance+lengthBonus*p.length, 1)
}
