package parser

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed places.tsv
var placesTSV string

// gazetteer knows the administrative divisions of mainland China down to
// counties, and finds their names in running text. It is read-only.
type gazetteer struct {
	divisions []division
	names     map[nameKey][]placeName // by the first two characters, longest first
	filter    [pairBits / 64]uint64
}

// division is a province, a city (prefecture, league) or a county
// (district, banner). province and city are indexes into divisions, -1 when
// there is none: a county of a municipality has no city.
type division struct {
	name     string
	short    string // without its suffix: 永定, 长阳; empty where one character would be left
	level    divisionLevel
	province int
	city     int
}

type divisionLevel int

const (
	provinceLevel divisionLevel = iota + 1
	cityLevel
	countyLevel
)

type nameKey [2]rune

// placeName is one spelling and the divisions it may stand for.
type placeName struct {
	text string
	ids  []int
	full bool
}

// mention is a place name found in a text; start and end are byte offsets.
type mention struct {
	start, end int
	ids        []int
	full       bool // with its suffix
}

// places is built at the first report that needs it, so that starting the
// program does not pay for it.
var places = sync.OnceValue(func() *gazetteer { return newGazetteer(placesTSV) })

// newGazetteer reads lines of code, name and, where it is not the name
// without its last character, the short name. A code holds the codes of the
// province (2 digits) and the city (4) it belongs to.
func newGazetteer(tsv string) *gazetteer {
	g := &gazetteer{names: map[nameKey][]placeName{}}
	byCode := map[string]int{}
	at := func(code string) int {
		if i, ok := byCode[code]; ok {
			return i
		}
		return -1
	}
	for line := range strings.Lines(tsv) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 2 {
			continue
		}
		d := division{name: f[1], province: -1, city: -1}
		switch len(f[0]) {
		case 2:
			d.level = provinceLevel
		case 4:
			d.level, d.province = cityLevel, at(f[0][:2])
		default:
			d.level, d.province, d.city = countyLevel, at(f[0][:2]), at(f[0][:4])
		}
		d.short = strings.TrimSuffix(f[1], lastRune(f[1]))
		if len(f) > 2 {
			d.short = f[2]
		}
		if utf8.RuneCountInString(d.short) < 2 {
			d.short = ""
		}
		id := len(g.divisions)
		byCode[f[0]] = id
		g.divisions = append(g.divisions, d)
		g.name(d.name, id, true)
		if d.short != "" && d.short != d.name {
			g.name(d.short, id, false)
		}
	}
	return g
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

// name enters a spelling of a division. A spelling that is the full name of
// one and the short name of another (吉林市 has 吉林) stays two entries.
func (g *gazetteer) name(text string, id int, full bool) {
	a, n := utf8.DecodeRuneInString(text)
	b, _ := utf8.DecodeRuneInString(text[n:])
	key := nameKey{a, b}
	g.filter[key.bit()/64] |= 1 << (key.bit() % 64)
	list := g.names[key]
	for i := range list {
		if list[i].text == text && list[i].full == full {
			list[i].ids = append(list[i].ids, id)
			return
		}
	}
	at := len(list)
	for at > 0 && len(list[at-1].text) < len(text) {
		at--
	}
	list = append(list, placeName{})
	copy(list[at+1:], list[at:])
	list[at] = placeName{text: text, ids: []int{id}, full: full}
	g.names[key] = list
}

const pairBits = 1 << 17

// bit spreads pairs over the filter, which turns away nearly every position
// of a text before the map is asked.
func (p nameKey) bit() uint32 {
	return (uint32(p[0])*2654435761 ^ uint32(p[1])*40503*97) >> 7 % pairBits
}

// mentions returns the place names of text in order, without overlaps: the
// longest at each position, but never a short name that eats into a full one.
func (g *gazetteer) mentions(text string) []mention {
	var found []mention
	a, n := utf8.DecodeRuneInString(text)
	for i := 0; i < len(text); {
		b, next := utf8.DecodeRuneInString(text[i+n:])
		m, ok := g.named(text, i, nameKey{a, b})
		if !ok {
			i += n
			a, n = b, next
			continue
		}
		if !m.full {
			if later, ok := g.fullWithin(text, m.start+n, m.end); ok {
				m = later
			} else {
				m = g.renamed(text, m)
			}
		}
		found = append(found, m)
		i = m.end
		a, n = utf8.DecodeRuneInString(text[i:])
	}
	return found
}

// at returns the longest name that starts at byte i.
func (g *gazetteer) at(text string, i int) (mention, bool) {
	a, n := utf8.DecodeRuneInString(text[i:])
	b, _ := utf8.DecodeRuneInString(text[i+n:])
	return g.named(text, i, nameKey{a, b})
}

// named is at for a caller that has the first two characters.
func (g *gazetteer) named(text string, i int, key nameKey) (mention, bool) {
	if g.filter[key.bit()/64]&(1<<(key.bit()%64)) == 0 {
		return mention{}, false
	}
	for _, p := range g.names[key] {
		if strings.HasPrefix(text[i:], p.text) {
			return mention{i, i + len(p.text), p.ids, p.full}, true
		}
	}
	return mention{}, false
}

// fullWithin finds a full name that starts before byte end.
func (g *gazetteer) fullWithin(text string, i, end int) (mention, bool) {
	for i < end {
		if m, ok := g.at(text, i); ok && m.full {
			return m, true
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return mention{}, false
}

// renamed widens a short name by a suffix that none of its divisions has
// today, as in 宁乡县 (a city now), 长阳县 and 恩施州 (short for autonomous
// ones): reports are older than the table, and people shorten.
func (g *gazetteer) renamed(text string, m mention) mention {
	r, n := utf8.DecodeRuneInString(text[m.end:])
	var levels [countyLevel + 1]bool
	switch r {
	case '县', '区', '旗':
		levels[countyLevel] = true
	case '市':
		levels[countyLevel], levels[cityLevel] = true, true
	case '州', '盟':
		levels[cityLevel] = true
	default:
		return m
	}
	var ids []int
	for _, id := range m.ids {
		if levels[g.divisions[id].level] {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return m
	}
	return mention{m.start, m.end + n, ids, false} // 大城市 is no 大城县: let the context decide
}

// within tells whether division id lies in division up.
func (g *gazetteer) within(id, up int) bool {
	return g.divisions[id].city == up || g.divisions[id].province == up
}

// located returns the names of a division's city and province. A province
// is its own province; a city has no city.
func (g *gazetteer) located(id int) (city, province string) {
	d := g.divisions[id]
	if d.level == provinceLevel {
		return "", d.name
	}
	if d.city >= 0 {
		city = g.divisions[d.city].name
	}
	if d.province >= 0 {
		province = g.divisions[d.province].name
	}
	return city, province
}

// spelling returns the full name of a division that a text calls name, or
// name itself where the text has the name of another time (宁乡县).
func (g *gazetteer) spelling(name string, id int) string {
	d := g.divisions[id]
	if name == d.short || strings.HasSuffix(d.name, lastRune(name)) {
		return d.name
	}
	return name
}

// sharedProvince returns the province that all divisions lie in, or "".
func (g *gazetteer) sharedProvince(ids []int) string {
	_, first := g.located(ids[0])
	for _, id := range ids[1:] {
		if _, p := g.located(id); p != first {
			return ""
		}
	}
	return first
}
