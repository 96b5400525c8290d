// Package place is the table of mainland China's administrative divisions and finds
// their names in running text.
package place

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"duidu/parser/text"
)

//go:embed places.tsv
var PlacesTSV string

// Table knows the administrative divisions of mainland China down to
// counties, and finds their names in running text. It is read-only.
type Table struct {
	Divisions []division
	spellings *text.Matcher[*spelling]
}

// division is a province, a city (prefecture, league) or a county
// (district, banner). province and city are indexes into divisions, -1 when
// there is none: a county of a municipality has no city.
type division struct {
	Name     string
	short    string // without its suffix: 永定, 长阳; empty where one character would be left
	Level    DivisionLevel
	Province int
	City     int
}

type DivisionLevel int

const (
	ProvinceLevel DivisionLevel = iota + 1
	CityLevel
	CountyLevel
)

// spelling is a name as texts have it and the divisions that it may mean:
// those whose full name it is, or where there are none, whose short one.
type spelling struct {
	ids  []int // the last of the table first
	full bool
}

// mention is a place name found in a text; start and end are byte offsets.
// The ids are the table's own: to be read only.
type mention struct {
	Start, End int
	Ids        []int
	Full       bool // with its suffix
}

// Places is built at the first report that needs it, so that starting the
// program does not pay for it.
var Places = sync.OnceValue(func() *Table { return NewGazetteer(PlacesTSV) })

// NewGazetteer reads lines of code, name and, where it is not the name
// without its last character, the short name. A code begins with the codes of
// the province (2 digits) and the city (4) it belongs to, whose lines stand
// before it.
func NewGazetteer(tsv string) *Table {
	n := strings.Count(tsv, "\n")
	g := &Table{Divisions: make([]division, 0, n), spellings: text.NewMatcher[*spelling]()}
	names := make(map[string]*spelling, 2*n)
	province, city, cityCode := -1, -1, ""
	for line := range strings.Lines(tsv) {
		code, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		name, short, irregular := strings.Cut(rest, "\t")
		if !irregular {
			short = strings.TrimSuffix(name, text.LastRune(name))
		}
		if text.Runes(short) < 2 {
			short = ""
		}
		id := len(g.Divisions)
		d := division{Name: name, short: short, Level: CountyLevel, Province: province, City: -1}
		switch {
		case len(code) == 2:
			d.Level, d.Province, province = ProvinceLevel, -1, id
		case len(code) == 4:
			d.Level, city, cityCode = CityLevel, id, code
		case strings.HasPrefix(code, cityCode):
			d.City = city
		}
		g.Divisions = append(g.Divisions, d)
		g.enter(names, name, id, true)
		if short != "" && short != name {
			g.enter(names, short, id, false)
		}
	}
	return g
}

// enter adds a name of a division. A full name wins over a short one that is
// spelt the same.
func (g *Table) enter(names map[string]*spelling, name string, id int, full bool) {
	s := names[name]
	switch {
	case s == nil:
		s = &spelling{full: full}
		names[name] = s
		g.spellings.Add(name, s)
	case full && !s.full:
		s.ids, s.full = nil, true
	case !full && s.full:
		return
	}
	s.ids = append([]int{id}, s.ids...)
}

// Mentions returns the place names of text in order, without overlaps: the
// longest at each position, but never a short name that eats into a full one.
func (g *Table) Mentions(text string) []mention {
	var found []mention
	for i := 0; ; {
		start, end, s := g.spellings.Next(text, i)
		if end == 0 {
			return found
		}
		m := mention{start, end, s.ids, s.full}
		if !m.Full {
			_, n := utf8.DecodeRuneInString(text[start:])
			if later, ok := g.fullWithin(text, start+n, end); ok {
				m = later
			} else {
				m = g.renamed(text, m)
			}
		}
		found = append(found, m)
		i = m.End
	}
}

// fullWithin finds a full name that starts before byte end.
func (g *Table) fullWithin(text string, i, end int) (mention, bool) {
	for i < end {
		start, stop, s := g.spellings.Next(text, i)
		switch {
		case stop == 0 || start >= end:
			return mention{}, false
		case s.full:
			return mention{start, stop, s.ids, true}, true
		}
		_, n := utf8.DecodeRuneInString(text[start:])
		i = start + n
	}
	return mention{}, false
}

// renamed widens a short name by a suffix that none of its divisions has
// today, as in 宁乡县 (a city now), 长阳县 and 恩施州 (short for autonomous
// ones): reports are older than the table, and people shorten.
func (g *Table) renamed(text string, m mention) mention {
	r, n := utf8.DecodeRuneInString(text[m.End:])
	var levels [CountyLevel + 1]bool
	switch r {
	case '县', '区', '旗':
		levels[CountyLevel] = true
	case '市':
		levels[CountyLevel], levels[CityLevel] = true, true
	case '州', '盟':
		levels[CityLevel] = true
	default:
		return m
	}
	var ids []int
	for _, id := range m.Ids {
		if levels[g.Divisions[id].Level] {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return m
	}
	return mention{m.Start, m.End + n, ids, false} // 大城市 is no 大城县: let the context decide
}

// Within tells whether division id lies in division up.
func (g *Table) Within(id, up int) bool {
	return g.Divisions[id].City == up || g.Divisions[id].Province == up
}

// Located returns the names of the city and the province that a division is or
// lies in. A municipality is the city of its districts; a province and what lies
// right below one have none.
func (g *Table) Located(id int) (city, province string) {
	d := g.Divisions[id]
	if d.Level == ProvinceLevel {
		return "", d.Name
	}
	if d.Province >= 0 {
		province = g.Divisions[d.Province].Name
	}
	switch {
	case d.Level == CityLevel:
		city = d.Name
	case d.City >= 0:
		city = g.Divisions[d.City].Name
	case strings.HasSuffix(province, "市"):
		city = province
	}
	return city, province
}

// Official returns the full name of a division that a text calls name, or
// name itself where the text has the name of another time (宁乡县).
func (g *Table) Official(name string, id int) string {
	d := g.Divisions[id]
	if name == d.short || strings.HasSuffix(d.Name, text.LastRune(name)) {
		return d.Name
	}
	return name
}

// SharedProvince returns the province that all divisions lie in, or "".
func (g *Table) SharedProvince(ids []int) string {
	_, first := g.Located(ids[0])
	for _, id := range ids[1:] {
		if _, p := g.Located(id); p != first {
			return ""
		}
	}
	return first
}
