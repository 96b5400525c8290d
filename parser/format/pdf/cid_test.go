package pdf

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

//go:generate go test . -run CIDTable -write-cids

var (
	writeCIDs = flag.Bool("write-cids", false, "write data/cid.tsv anew from the files of Debian's poppler-data")
	cmapsOf   = map[string]string{"GB1": "Adobe-GB1/Adobe-GB1-UCS2", "CNS1": "Adobe-CNS1/Adobe-CNS1-UCS2"}
)

const cidHead = `# The characters of Adobe's sets of Chinese glyphs, by glyph number (CID): set, number of the first, characters.
# Made by "go test -run CIDTable -write-cids" from Adobe-GB1-UCS2 and Adobe-CNS1-UCS2 (Debian: poppler-data 0.4.12), and under their
# licence (BSD-3-Clause; its text: docs/licences/adobe-cmap.txt). Copyright 1990-2020 Adobe. All rights reserved.
`

// cidTable writes the table from Adobe's CMaps: a row for each run of glyphs
// that have one character each.
func cidTable(folder string) (string, error) {
	var b strings.Builder
	b.WriteString(cidHead)
	for _, set := range []string{"GB1", "CNS1"} {
		data, err := os.ReadFile(filepath.Join(folder, cmapsOf[set]))
		if err != nil {
			return "", err
		}
		left := 1 << 20
		m := readCharMap(data, &left)
		run, first := []rune(nil), 0
		flush := func() {
			if len(run) > 0 {
				fmt.Fprintf(&b, "%s\t%d\t%s\n", set, first, string(run))
			}
			run = nil
		}
		for cid := range maxRange {
			text, _ := m.lookup(codeOf(uint32(cid), 2))
			c := []rune(text)
			if len(c) != 1 || c[0] < ' ' || c[0] == unicode.ReplacementChar {
				flush()
				continue
			}
			if run == nil {
				first = cid
			}
			run = append(run, c[0])
		}
		flush()
	}
	return b.String(), nil
}

func TestTheCIDTableIsWhatAdobesFilesSay(t *testing.T) {
	const folder = "/usr/share/poppler/cMap"
	want, err := cidTable(folder)
	if err != nil {
		t.Skip("no poppler-data here: ", err)
	}
	if *writeCIDs {
		if err := os.WriteFile("data/cid.tsv", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want != cidData {
		t.Error("data/cid.tsv is another table: see -write-cids")
	}
}

func TestGlyphNumbersOfBothSetsAreCharacters(t *testing.T) {
	for _, c := range []struct {
		set  string
		cid  int
		want rune
	}{{"GB1", 1, ' '}, {"GB1", 17, '0'}, {"GB1", 814, '!'}, {"GB1", 4559, '中'}, {"CNS1", 1, ' '}, {"CNS1", 661, '中'}} {
		set, _ := cidCharacters(c.set)
		if len(set) <= c.cid || set[c.cid] != c.want {
			t.Errorf("%s %d is not %c", c.set, c.cid, c.want)
		}
	}
	if set, _ := cidCharacters("Identity"); set != nil {
		t.Error("the order of a font's own glyphs is no set")
	}
}
