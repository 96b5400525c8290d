package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared is where reports, corpora and case suites lie; they are read in
// place and never copied into the project.
const shared = "../../shared"

// sharedFiles returns the contents of the files matching pattern in the
// shared folder by base name, or skips the test if there are none.
func sharedFiles(t testing.TB, pattern string) map[string]string {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(shared, pattern))
	if len(paths) == 0 {
		t.Skip("no shared files here")
	}
	files := map[string]string{}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(p)] = string(b)
	}
	return files
}

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
