package number

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"duidu/parser/text"
)

//go:embed units.tsv
var unitsTSV string

// unitClass says after which numerals a unit counts something.
type unitClass string

const (
	ClassCount   unitClass = "count"
	classLoose   unitClass = "loose"
	ClassArabic  unitClass = "arabic"
	ClassSerial  unitClass = "serial"
	ClassMeasure unitClass = "measure"
)

type Unit struct {
	Name  string
	Class unitClass
	not   string // characters that may not follow
	same  string // the unit it is another spelling of, empty if it is the usual one
}

// Units finds the longest unit at a place in a text.
type Units struct {
	ByName map[string]Unit
	names  *text.Matcher[Unit]
}

func newUnitTable() *Units {
	t := &Units{ByName: map[string]Unit{}, names: text.NewMatcher[Unit]()}
	for _, f := range tsvRows(unitsTSV) {
		u := Unit{Name: f[0], Class: unitClass(f[1])}
		if len(f) > 2 {
			u.not = f[2]
		}
		if len(f) > 3 {
			u.same = f[3]
		}
		t.ByName[u.Name] = u
		t.names.Add(u.Name, u)
	}
	return t
}

// Usual is the usual spelling of a unit: 人次 for 人（次）.
func (t *Units) Usual(name string) string { return cmp.Or(t.ByName[name].same, name) }

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

// At returns the longest unit that starts at byte i of s.
func (t *Units) At(s string, i int) (found Unit, ok bool) {
	t.names.AllAt(s[i:], func(length int, u Unit) bool {
		if ok = t.whole(u, s[i+length:]); ok {
			found = u
		}
		return !ok
	})
	return found, ok
}

// whole tells that the unit is not the head of a longer word.
func (t *Units) whole(u Unit, rest string) bool {
	c, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return true
	}
	last := u.Name[len(u.Name)-1]
	if last < utf8.RuneSelf && last != '%' && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
		return false
	}
	return !strings.ContainsRune(u.not, c)
}

// LoadUnits reads the embedded table once.
var LoadUnits = sync.OnceValue(newUnitTable)
