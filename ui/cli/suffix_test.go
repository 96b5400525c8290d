package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheNameOfTheOutputIsNoFormatThatTheCommandLacks(t *testing.T) {
	for name, args := range map[string][]string{
		"a.docx":    {"figures", "hill"},
		"b.pdf":     {"figures", "hill"},
		"c.parquet": {"compare", "hill", "river"},
		"d.xlsx":    {"find", "协商", "hill"},
		"e.docx":    {"show", "hill"},
	} {
		path := filepath.Join(t.TempDir(), name)
		got := run(t, "", append(args, "-o", path)...)
		if got.status != 2 || !strings.Contains(got.errors, strings.TrimPrefix(filepath.Ext(name), ".")) {
			t.Errorf("%v -o %s: %+v", args, name, got)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	path := filepath.Join(t.TempDir(), "f.json")
	if got := run(t, "", "show", "hill", "-o", path); got.status != 0 {
		t.Fatalf("%+v", got)
	}
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), "{") {
		t.Errorf("show writes %.40s as JSON", data)
	}
}
