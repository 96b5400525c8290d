package ui

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"duidu/ui/fixture"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// common are the characters of the first level of GB 2312.
func common(t *testing.T) []rune {
	var list []rune
	for high := byte(0xb0); high <= 0xd7; high++ {
		for low := byte(0xa1); low <= 0xfe; low++ {
			if high == 0xd7 && low > 0xf9 {
				break
			}
			s, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{high, low})
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, []rune(string(s))...)
		}
	}
	return list
}

func TestTheReadingsAreThoseOfTheLibrary(t *testing.T) {
	args := pinyin.NewArgs()
	args.Heteronym = true
	by := map[string][]rune{}
	for _, c := range common(t) {
		seen := map[string]bool{}
		for _, s := range pinyin.SinglePinyin(c, args) {
			if !seen[s] {
				seen[s] = true
				by[s] = append(by[s], c)
			}
		}
	}
	var want strings.Builder
	for _, s := range slices.Sorted(maps.Keys(by)) {
		want.WriteString(s + "\t" + string(by[s]) + "\n")
	}
	if *update {
		if err := os.WriteFile("readings.tsv", []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if readingsTSV != want.String() && !*update {
		t.Error("readings.tsv differs: go test ./ui -run Readings -update")
	}
}

func TestEveryCharacterOfAnActionHasAReading(t *testing.T) {
	r := readReadings()
	for _, table := range Tables(Options{Catalogue: fixture.Catalogue()}) {
		for _, a := range table.Actions {
			for _, c := range a.Text.ZH {
				if unicode.Is(unicode.Han, c) && r[c] == nil {
					t.Errorf("%s: no reading for %c", a.ID, c)
				}
			}
		}
	}
}

func TestInitialsAndSyllablesSpellAName(t *testing.T) {
	r := readReadings()
	for letters, want := range map[string]bool{
		"qk": true, "qkjs": true, "quanku": true, "quankjs": true, "jiansuo": true, "js": true, "jx": false, "kq": false, "qkjsx": false,
	} {
		if _, got := r.spells(letters, "全库检索"); got != want {
			t.Errorf("%s: %v", letters, got)
		}
	}
	if _, ok := r.spells("cx", "重现"); !ok {
		t.Error("a character may have several readings")
	}
}
