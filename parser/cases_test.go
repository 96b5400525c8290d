package parser

import (
	"strings"
	"testing"
)

func TestOpenCCsOwnCasesPass(t *testing.T) {
	variants := map[string]Variant{"t2s": General, "tw2s": Taiwan, "hk2s": HongKong}
	converters := map[string]*Converter{}
	for name, v := range variants {
		converters[name] = NewConverter(v)
	}
	passed, rows := 0, 0
	for line := range strings.Lines(sharedFiles(t, "cases/opencc.tsv")["opencc.tsv"]) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		rows++
		if got := converters[f[0]].Simplify(f[1]).Text; got == f[2] {
			passed++
		} else {
			t.Logf("%s\n in   %s\n got  %s\n want %s", f[0], f[1], got, f[2])
		}
	}
	if t.Logf("%d of %d", passed, rows); passed < 50 {
		t.Errorf("%d of %d cases pass, want at least 50", passed, rows)
	}
}
