package script

import (
	"flag"
	"maps"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/liuzl/gocc"
	"github.com/mozillazg/go-pinyin"
)

//go:generate go test . -run TableOfMarks|ReadingsAreThose -write-data

var writeData = flag.Bool("write-data", false, "write the derived data files anew")

// checkData compares a data file with what it must hold, or writes it.
func checkData(t *testing.T, path, want string) {
	t.Helper()
	if *writeData {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what its sources say; run: go test ./parser -run %s -write-data", path, t.Name())
	}
}

// changedBy returns the characters that an entry writes differently.
func changedBy(words map[string]string) map[rune]bool {
	set := map[rune]bool{}
	for from, to := range words {
		a, b := []rune(from), []rune(to)
		if len(a) != len(b) {
			continue
		}
		for i := range a {
			if a[i] != b[i] {
				set[a[i]] = true
			}
		}
	}
	return set
}

// The table of marks is derived: traditional is every character that some
// entry changes and that simplified script does not use as well (both.txt);
// simplified is every character that gocc writes otherwise in traditional
// text without exception.
func TestTheTableOfMarksFollowsFromTheDictionaries(t *testing.T) {
	both, err := os.ReadFile("data/both.txt")
	if err != nil {
		t.Fatal(err)
	}
	trad, simp := map[rune]bool{}, map[rune]bool{}
	for _, v := range []Variant{General, Taiwan, HongKong} {
		for i, words := range goccWords(v) {
			supplement(words, conversionSteps[v][i])
			maps.Copy(trad, changedBy(words))
		}
	}
	for _, p := range twoColumns(wordsData) {
		maps.Copy(trad, changedBy(map[string]string{p[0]: p[1]}))
	}
	regional := map[rune]bool{} // 群, 床, 户: Taiwan or Hong Kong writes them too
	for _, r := range string(both) {
		delete(trad, r)
		regional[r] = true
	}
	for _, v := range []Variant{Taiwan, HongKong} {
		words := goccWords(v)[0]
		supplement(words, conversionSteps[v][0])
		for from := range words {
			if r, n := utf8.DecodeRuneInString(from); n == len(from) {
				regional[r] = true
			}
		}
	}
	st, err := gocc.New("s2t")
	if err != nil {
		t.Fatal(err)
	}
	d := st.DictChains[0].Dicts[1]
	for _, id := range d.Trie.PrefixPredict(nil, 0) {
		key, _ := d.Trie.Key(id)
		v, _ := d.Trie.Value(id)
		r, _ := utf8.DecodeRune(key)
		if !slices.Contains(d.Values[v], string(key)) && !trad[r] && !regional[r] {
			simp[r] = true
		}
	}
	var b strings.Builder
	for _, set := range []struct {
		name string
		m    map[rune]bool
	}{{"traditional", trad}, {"simplified", simp}} {
		list := slices.Sorted(maps.Keys(set.m))
		for chunk := range slices.Chunk(list, 64) {
			b.WriteString(set.name + "\t" + string(chunk) + "\n")
		}
		t.Logf("%s: %d characters", set.name, len(list))
	}
	checkData(t, "data/script.tsv", b.String())
}

func TestTheReadingsAreThoseOfGoPinyin(t *testing.T) {
	m := map[string][]rune{}
	for r, all := range pinyin.PinyinDict {
		if r > 0x9fff && r != 0x20000 || r < 0x3400 {
			continue
		}
		for _, p := range strings.Split(all, ",") {
			s := toneless(p)
			if !slices.Contains(m[s], rune(r)) {
				m[s] = append(m[s], rune(r))
			}
		}
	}
	var lines []string
	for s, list := range m {
		slices.Sort(list)
		lines = append(lines, s+"\t"+string(list)+"\n")
	}
	sort.Strings(lines)
	checkData(t, "data/readings.tsv", strings.Join(lines, ""))
}
