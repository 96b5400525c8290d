package parser

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed units.tsv
var unitsTSV string

// unitClass says after which numerals a unit counts something.
type unitClass string

const (
	classCount   unitClass = "count"
	classLoose   unitClass = "loose"
	classArabic  unitClass = "arabic"
	classSerial  unitClass = "serial"
	classMeasure unitClass = "measure"
)

type unit struct {
	name  string
	class unitClass
	not   string // characters that may not follow
	same  string // the unit it is another spelling of, empty if it is the usual one
}

// unitTable finds the longest unit at a place in a text.
type unitTable struct {
	byName  map[string]unit
	longest int // runes
}

func newUnitTable() *unitTable {
	t := &unitTable{byName: map[string]unit{}}
	for _, f := range tsvRows(unitsTSV) {
		u := unit{name: f[0], class: unitClass(f[1])}
		if len(f) > 2 {
			u.not = f[2]
		}
		if len(f) > 3 {
			u.same = f[3]
		}
		t.byName[u.name] = u
		t.longest = max(t.longest, utf8.RuneCountInString(u.name))
	}
	return t
}

// usual is the usual spelling of a unit: 人次 for 人（次）.
func (t *unitTable) usual(name string) string { return cmp.Or(t.byName[name].same, name) }

// tsvRows splits an embedded table into rows of fields, without its comments.
func tsvRows(table string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

// at returns the longest unit that starts at byte i of s.
func (t *unitTable) at(s string, i int) (unit, bool) {
	ends := make([]int, 0, 8)
	for j := i; j < len(s) && len(ends) < t.longest; {
		_, n := utf8.DecodeRuneInString(s[j:])
		j += n
		ends = append(ends, j)
	}
	for k := len(ends) - 1; k >= 0; k-- {
		u, ok := t.byName[s[i:ends[k]]]
		if ok && t.whole(u, s[ends[k]:]) {
			return u, true
		}
	}
	return unit{}, false
}

// whole tells that the unit is not the head of a longer word.
func (t *unitTable) whole(u unit, rest string) bool {
	c, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return true
	}
	last := u.name[len(u.name)-1]
	if last < utf8.RuneSelf && last != '%' && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
		return false
	}
	return !strings.ContainsRune(u.not, c)
}

// loadUnits reads the embedded table once.
var loadUnits = sync.OnceValue(newUnitTable)
