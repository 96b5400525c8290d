package parser

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// longReport writes a report of about size bytes and returns its path.
func longReport(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheBeginningOfALongFileIsReadInAFractionOfTheTimeOfTheWhole(t *testing.T) {
	for name, paragraph := range map[string]int{"in paragraphs": 600, "in one paragraph": 0} {
		data := reportOf(paragraph)(longFile*3, 0)
		path := longReport(t, "某县政协2023年工作报告.txt", data)
		p := New(Options{})
		p.Line("件") // loads the tables
		began := parsertest.Computed(t)
		start := p.Beginning(path)
		beginning := parsertest.Computed(t) - began
		if start == nil {
			t.Fatalf("%s: no beginning", name)
		}
		began = parsertest.Computed(t)
		whole, err := p.Parse(path, data)
		if err != nil {
			t.Fatal(err)
		}
		all := parsertest.Computed(t) - began
		if 4*beginning > all {
			t.Errorf("%s: the beginning took %v, the whole %v", name, beginning, all)
		}
		t.Logf("%s: the beginning took %v, the whole %v", name, beginning, all)
		if start.Content != "" || start.Year != whole.Year || start.Characters < 10000 || start.Characters > whole.Characters/8 {
			t.Errorf("%s: %d of %d characters, year %d, content %q", name, start.Characters, whole.Characters, start.Year, start.Content)
		}
		a, b := start.Blocks(), whole.Blocks()
		last := len(a) - 1
		for i := range a {
			if a[i].Text != b[i].Text && (i != last || !strings.HasPrefix(b[i].Text, a[i].Text)) {
				t.Fatalf("%s: block %d of the beginning is not where it is in the whole", name, i)
			}
		}
		for i := range start.Figures {
			if f, g := &start.Figures[i], &whole.Figures[i]; f.Start != g.Start || f.Text != g.Text || f.Indicator != g.Indicator {
				t.Fatalf("%s: figure %d is %s, in the whole %s", name, i, f.Text, g.Text)
			}
		}
	}
}

func TestWhatIsShortKnownOrNoTextHasNoBeginning(t *testing.T) {
	long := reportOf(600)(longFile+1000, 0)
	utf16 := make([]byte, 0, 2*len(long))
	for _, r := range string(long) {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, data := range map[string][]byte{
		"short.txt": long[:longFile-1],
		"long.pdf":  append([]byte("%PDF-1.4\n"), long...),
		"utf16.txt": append([]byte("\xff\xfe"), utf16...),
		"line.txt":  bytes.Repeat([]byte("提"), longFile),
	} {
		if New(Options{}).Beginning(longReport(t, name, data)) != nil {
			t.Errorf("%s has a beginning", name)
		}
	}
	if New(Options{}).Beginning("-") != nil || New(Options{}).Beginning(t.TempDir()) != nil || New(Options{}).Beginning("no such file") != nil {
		t.Error("what is no file has a beginning")
	}

	path := longReport(t, "known.txt", long)
	before := time.Now().Add(-time.Hour) // so that its time is relied on
	if err := os.Chtimes(path, before, before); err != nil {
		t.Fatal(err)
	}
	kept := store.New(filepath.Join(t.TempDir(), "reports.db"), "test")
	p := New(Options{Store: kept})
	if p.Beginning(path) == nil {
		t.Fatal("a long file has no beginning")
	}
	kept.Flush()
	if _, n := kept.Size(); n != 0 {
		t.Errorf("the beginning was kept")
	}
	if err := p.List(context.Background(), []string{path}, func(_ string, _ *Listed, err error) error { return err }); err != nil {
		t.Fatal(err)
	}
	kept.Flush()
	if _, n := kept.Size(); n != 1 {
		t.Fatalf("%d reports are kept", n)
	}
	if New(Options{Store: kept}).Beginning(path) != nil {
		t.Error("the beginning of a file that is known was read")
	}
}
