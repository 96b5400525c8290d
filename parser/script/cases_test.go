package script

import (
	"maps"
	"os/exec"
	"strings"
	"testing"

	"duidu/parser/parsertest"
)

func TestOpenCCsOwnCasesPass(t *testing.T) {
	if !parsertest.HaveShared() {
		t.Skip("no cases of OpenCC's here")
	}
	variants := map[string]Variant{"t2s": General, "tw2s": Taiwan, "hk2s": HongKong}
	converters := map[string]*Converter{}
	for name, v := range variants {
		converters[name] = NewConverter(v)
	}
	passed, rows := 0, 0
	for line := range strings.Lines(parsertest.CorpusFiles(t, "cases/opencc.tsv")["opencc.tsv"]) {
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

// The opencc command is the yardstick where it is installed. It may leave a
// traditional character that newer dictionaries know, and nothing else may
// differ.
func TestTraditionalReportsReadAsOpenccWritesThem(t *testing.T) {
	command, err := exec.LookPath("opencc")
	if err != nil {
		t.Skip("no opencc command here")
	}
	c := NewConverter(General)
	texts := parsertest.CorpusFiles(t, "reports/003*")
	maps.Copy(texts, parsertest.CorpusFiles(t, "corpus/national/1954*"))
	for name, text := range texts {
		var bare, mine strings.Builder
		for line := range strings.Lines(text) {
			s, _ := stripNotes(line)
			bare.WriteString(s)
			mine.WriteString(c.Simplify(line).Text)
		}
		run := exec.Command(command, "-c", "t2s")
		run.Stdin = strings.NewReader(bare.String())
		out, err := run.Output()
		if err != nil {
			t.Fatal(err)
		}
		want, got := []rune(string(out)), []rune(mine.String())
		if len(got) != len(want) {
			t.Fatalf("%s: %d characters, opencc writes %d", name, len(got), len(want))
		}
		left := map[string]int{}
		for i := range want {
			if got[i] == want[i] {
				continue
			}
			left[string(want[i])+string(got[i])]++
			if scripts().of(want[i]) != traditional || scripts().of(got[i]) == traditional {
				t.Errorf("%s: %s, opencc writes %c", name, string(got[max(0, i-5):i+1]), want[i])
			}
		}
		t.Logf("%s: %d characters, left by opencc: %v", name, len(want), left)
	}
}
