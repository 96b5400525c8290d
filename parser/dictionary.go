package parser

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/liuzl/gocc"
)

//go:embed data/opencc.tsv
var openccData string

//go:embed data/names.tsv
var namesData string

// dictionary is one step of a conversion: the entries of gocc with the
// supplements laid over them, in a form that finds the longest entry at a
// place without allocating.
type dictionary struct {
	// first has, for the runes from firstHan on, what may begin there.
	first   [lastHan - firstHan + 1]start
	others  map[rune]start // the same for runes elsewhere
	singles []entry
	phrases map[pair][]entry // longest first
}

// start tells what entries begin with a rune.
type start struct {
	single  uint16 // index into singles plus one; 0 for none
	phrases bool
}

type pair struct{ a, b rune }

// entry turns one spelling into another.
type entry struct {
	from, to string
	// plain tells that the entry holds wherever it is found. Others have
	// characters of both scripts only (乾, 反覆) and hold in traditional
	// surroundings.
	plain bool
}

// Dictionary sources: the OpenCC configuration's name in gocc and in the
// supplement, and the conversion steps it consists of.
var steps = map[Variant][]string{
	"":   {"t"},
	"tw": {"tw", "t"},
	"hk": {"hk", "t"},
}

// loadDictionaries returns the conversion steps of a variant.
func loadDictionaries(v Variant) []*dictionary {
	var list []*dictionary
	for i, words := range goccWords(v) {
		name := steps[v][i]
		supplement(words, name)
		if name == "t" {
			for _, n := range names() {
				words[n[0]] = n[1]
			}
		}
		settle(words)
		list = append(list, newDictionary(words))
	}
	return list
}

// goccWords returns the entries of gocc's own dictionaries for each step of
// a variant. A configuration that gocc carries always loads, so that an
// error is a fault of the build.
func goccWords(v Variant) []map[string]string {
	name := map[Variant]string{"": "t2s", "tw": "tw2s", "hk": "hk2s"}[v]
	cc, err := gocc.New(name)
	if err != nil {
		panic("gocc's dictionary " + name + " does not load: " + err.Error())
	}
	var list []map[string]string
	for _, group := range cc.DictChains {
		words := map[string]string{}
		for _, d := range group.Dicts {
			for _, id := range d.Trie.PrefixPredict(nil, 0) {
				key, err1 := d.Trie.Key(id)
				value, err2 := d.Trie.Value(id)
				if err1 == nil && err2 == nil {
					words[string(key)] = d.Values[value][0]
				}
			}
		}
		list = append(list, words)
	}
	return list
}

// supplement lays what newer dictionaries know over words.
func supplement(words map[string]string, step string) {
	for line := range strings.Lines(openccData) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 || f[0] != step {
			continue
		}
		if f[2] == "" {
			delete(words, f[1])
		} else {
			words[f[1]] = f[2]
		}
	}
}

// names returns the names that must be kept right: as written in
// traditional and in simplified script.
var names = sync.OnceValue(func() [][2]string {
	var list [][2]string
	for line := range strings.Lines(namesData) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 2 {
			continue
		}
		list = append(list, [2]string{f[0], f[1]}, [2]string{f[1], f[1]})
	}
	return list
})

// settle adds, for every phrase whose result would be converted further, an
// entry that keeps the result, so that converting twice changes nothing.
func settle(words map[string]string) {
	var again []string
	for from, to := range words {
		if from == to || utf8.RuneCountInString(to) < 2 {
			continue
		}
		if _, ok := words[to]; ok {
			continue
		}
		for _, r := range to {
			if t, ok := words[string(r)]; ok && t != string(r) {
				again = append(again, to)
				break
			}
		}
	}
	for _, to := range again {
		words[to] = to
	}
}

func newDictionary(words map[string]string) *dictionary {
	d := &dictionary{others: map[rune]start{}, phrases: map[pair][]entry{}}
	script := scripts()
	for from, to := range words {
		e := entry{from: from, to: to, plain: from == to}
		for _, r := range from {
			e.plain = e.plain || script.of(r) == traditional
		}
		a, n := utf8.DecodeRuneInString(from)
		s := d.at(a)
		if n == len(from) {
			if from == to {
				continue
			}
			d.singles = append(d.singles, e)
			s.single = uint16(len(d.singles))
		} else {
			b, _ := utf8.DecodeRuneInString(from[n:])
			d.phrases[pair{a, b}] = append(d.phrases[pair{a, b}], e)
			s.phrases = true
		}
		if a >= firstHan && a <= lastHan {
			d.first[a-firstHan] = s
		} else {
			d.others[a] = s
		}
	}
	for _, list := range d.phrases {
		sort.Slice(list, func(i, j int) bool { return len(list[i].from) > len(list[j].from) })
	}
	return d
}

func (d *dictionary) at(r rune) start {
	if r >= firstHan && r <= lastHan {
		return d.first[r-firstHan]
	}
	if r < firstHan {
		return start{}
	}
	return d.others[r]
}

// match returns the entry that holds at the beginning of s, whose first rune
// is r of size bytes: the longest phrase, else the single character, else
// nil.
func (d *dictionary) match(s string, r rune, size int) *entry {
	at := d.at(r)
	if at.phrases {
		b, _ := utf8.DecodeRuneInString(s[size:])
		list := d.phrases[pair{r, b}]
		for i := range list {
			if strings.HasPrefix(s, list[i].from) {
				return &list[i]
			}
		}
	}
	if at.single > 0 {
		return &d.singles[at.single-1]
	}
	return nil
}
