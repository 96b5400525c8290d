//go:build unix

package parser

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"duidu/model"
	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// TestASmallLibraryKeepsTheRatiosOfALargeOne is the small version of what
// docs/performance.md measures: by processor time, a library opened again and
// searched against the first reading of it.
func TestASmallLibraryKeepsTheRatiosOfALargeOne(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some hundred reports")
	}
	const n = 300
	dir := t.TempDir()
	folder := filepath.Join(dir, "library")
	if _, err := parsertest.MakeLibrary(folder, n, parsertest.Texts(t)); err != nil {
		t.Fatal(err)
	}
	// What changed a moment ago is looked at again; these are older.
	if err := walkFiles(context.Background(), []string{folder}, func(path string, err error) error {
		if err == nil {
			err = os.Chtimes(path, time.Time{}, time.Now().Add(-time.Hour))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	s := store.New(filepath.Join(dir, "reports.db"), "ratios")
	p := New(Options{Store: s})
	worked := func(turns int, work func()) time.Duration {
		best := time.Hour
		for range turns {
			start := parsertest.Worked(t)
			work()
			best = min(best, parsertest.Worked(t)-start)
		}
		return best
	}
	list := func() {
		listed := 0
		if err := p.List(context.Background(), []string{folder}, func(_ string, _ *Listed, err error) error {
			listed++
			return err
		}); err != nil || listed != n {
			t.Fatal(listed, err)
		}
	}
	find := func(text string) func() {
		q, err := model.ParseQuery(text, model.QueryReader{Figures: p.Line, Numeral: p.Number, Catalogue: p.Catalogue()})
		if err != nil {
			t.Fatal(err)
		}
		return func() {
			if err := p.Search(context.Background(), []string{folder}, q, func(_ string, _ *model.Report, _ []model.Hit, err error) error { return err }); err != nil {
				t.Fatal(err)
			}
		}
	}
	first := worked(1, func() { list(); s.Flush() })
	if _, kept := s.Size(); kept != n {
		t.Fatalf("%d of %d reports are kept", kept, n)
	}
	for _, c := range []struct {
		name string
		work func()
		most float64 // share of the first reading
	}{
		{"opened again", list, 1. / 20},
		{"a word that nothing has", find("不会有的一句话"), 1. / 15},
		{"a word that every report has", find("委员"), 1. / 8},
		{"a pattern", find("re:协商.{0,6}次"), 1. / 8},
		{"figures", find("件>300"), 1. / 8},
	} {
		took := worked(3, c.work)
		share := float64(took) / float64(first)
		t.Logf("%-30s %8v, 1/%.0f of the first reading (%v)", c.name, took, 1/share, first)
		if share > c.most {
			t.Errorf("%s takes %.3f of the first reading, more than %.3f", c.name, share, c.most)
		}
	}
}
