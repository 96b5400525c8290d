package script

import (
	_ "embed"
	"strings"

	"github.com/liuzl/gocc"

	"duidu/parser/text"
)

//go:embed data/opencc.tsv
var openccData string

//go:embed data/words.tsv
var wordsData string

//go:embed data/names.tsv
var namesData string

// dictionary is one step of a conversion: the entries of gocc with the
// supplements laid over them, the longest of which at a place holds.
type dictionary struct {
	words   *text.Matcher[wordEntry]
	results string // what all entries turn into, in a row
}

// wordEntry is what a spelling turns into.
type wordEntry struct {
	from, to uint32 // in results
	kept     bool   // it stays as it is, and so do the shorter entries inside it
	// plain tells that the entry holds wherever it is found. Others have
	// characters of both scripts only (乾, 答覆) and hold in traditional
	// surroundings.
	plain bool
}

// Dictionary sources: the OpenCC configuration's name in gocc and in the
// supplement, and the conversion steps it consists of.
var conversionSteps = map[Variant][]string{
	"":   {"t"},
	"tw": {"tw", "t"},
	"hk": {"hk", "t"},
}

// loadDictionaries returns the conversion steps of a variant.
func loadDictionaries(v Variant) []*dictionary {
	var list []*dictionary
	for i, words := range goccWords(v) {
		name := conversionSteps[v][i]
		supplement(words, name)
		always := map[string]bool{}
		if name == "t" {
			for _, p := range twoColumns(wordsData) {
				words[p[0]] = p[1]
				always[p[0]] = true
			}
			for _, p := range twoColumns(namesData) {
				words[p[0]], words[p[1]] = p[1], p[1]
			}
		}
		settle(words)
		list = append(list, newDictionary(words, always))
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

// twoColumns returns the two columns of a data file.
func twoColumns(data string) [][2]string {
	var list [][2]string
	for line := range strings.Lines(data) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			list = append(list, [2]string{from, to})
		}
	}
	return list
}

// settle adds, for every phrase whose result would be converted further, an
// entry that keeps the result, so that converting twice changes nothing.
func settle(words map[string]string) {
	var again []string
	for from, to := range words {
		if from == to || text.Runes(to) < 2 {
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

// newDictionary indexes words; those of always hold in any surroundings.
func newDictionary(words map[string]string, always map[string]bool) *dictionary {
	d := &dictionary{words: text.NewMatcher[wordEntry]()}
	var results strings.Builder
	script := scripts()
	for from, to := range words {
		e := wordEntry{kept: from == to, plain: always[from]}
		if e.kept && text.Runes(from) == 1 {
			continue
		}
		for _, r := range from {
			e.plain = e.plain || script.of(r) == traditional
		}
		e.from = uint32(results.Len())
		results.WriteString(to)
		e.to = uint32(results.Len())
		d.words.Add(from, e)
	}
	d.results = results.String()
	return d
}
