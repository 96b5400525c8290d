package figure

import (
	"duidu/parser/text"
)

// class is a set of the jobs that a word of the cues does.
type class int

const (
	among class = 1 << iota
	inside
	out
	outcome
	sorts
	about
	again
	rest
	donor
	organ
	area
	neighbour
	kept
	yearly
	stock
	lately
	lookedInto
	plan
	toCome
	shall
	intend
	setDown
	term
	since
	thisYear
	yearBefore
	merged
	summed
	economy
	shield
)

// tag is a cue with its place in the paragraph, in bytes.
type tag struct {
	start, end int
	class      class
}

// tags are the cues of a paragraph in order, found by one scan.
type tags []tag

// cueClasses names the lists of the lexicon's cues.
var cueClasses = map[string]class{
	"among": among, "inside": inside, "out": out, "outcome": outcome, "class": sorts, "about": about, "again": again, "rest": rest,
	"donor": donor, "organ": organ, "area": area, "neighbour": neighbour, "kept": kept, "merged": merged, "summed": summed, "economy": economy, "yearly": yearly, "stock": stock, "lately": lately, "looked_into": lookedInto, "plan": plan, "to_come": toCome, "shall": shall, "intend": intend, "set_down": setDown, "unplanned": shield, "term": term, "since": since, "this_year": thisYear, "year_before": yearBefore,
}

func newCues(lists map[string][]string) *text.Matcher[int] {
	classes := map[string]class{}
	for name, words := range lists {
		for _, w := range words {
			classes[w] |= cueClasses[name]
		}
	}
	t := text.NewMatcher[int]()
	for w, c := range classes {
		t.Add(w, int(c))
	}
	return t
}

// scan finds the cues of a paragraph.
func (l *lexicon) scan(s string) tags { return l.scanInto(nil, s) }

// scanInto adds them to a list.
func (l *lexicon) scanInto(found tags, s string) tags {
	l.cues.Each(s, func(start, end, c int) { found = append(found, tag{start, end, class(c)}) })
	return found
}

// within returns the tags that lie in the stretch from byte a to byte b.
func (t tags) within(a, b int) tags {
	i, j := t.from(a), t.from(b)
	for j > i && t[j-1].end > b {
		j--
	}
	return t[i:max(i, j)]
}

// from is the index of the first tag that starts at byte a or behind it.
func (t tags) from(a int) int {
	i, j := 0, len(t)
	for i < j {
		if h := int(uint(i+j) >> 1); t[h].start < a {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

// last returns the last tag of the class in the stretch; false if there is none.
func (t tags) last(c class, a, b int) (tag, bool) {
	for i := t.from(b) - 1; i >= 0 && t[i].start >= a; i-- {
		if t[i].class&c != 0 && t[i].end <= b {
			return t[i], true
		}
	}
	return tag{}, false
}

// has tells that a word of the class stands in the stretch.
func (t tags) has(c class, a, b int) bool {
	_, ok := t.last(c, a, b)
	return ok
}
