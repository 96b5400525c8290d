package parser

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"duidu/docs/samples"
	"duidu/model"
	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// readAll reads every report there is to test with.
func readAll(t testing.TB) []*model.Report {
	p := New(Options{})
	var all []*model.Report
	take := func(_ string, r *model.Report, _ error) error {
		if r != nil {
			all = append(all, r)
		}
		return nil
	}
	if err := p.LoadFS(context.Background(), samples.Files, take); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"reports", "whole", "passages", "corpus"} {
		path := filepath.Join(parsertest.SharedFolder, folder)
		if _, err := os.Stat(path); err != nil {
			continue
		}
		if err := p.Load(context.Background(), []string{path}, take); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// keptFile is a file that changed long enough ago for its time to be relied on.
func keptFile(path string) store.File {
	return store.File{Path: "/" + path, Size: int64(len(path)), Time: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC).UnixNano(), Beside: path}
}

func TestAReportComesOutOfTheStoreAsItWasRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	s := store.New(file, "test")
	reports := readAll(t)
	for _, r := range reports {
		s.Put(keptFile(r.Path), store.KeyOf([]byte(r.Path), ""), r)
	}
	s.Flush()
	for _, again := range []*store.Store{s, store.New(file, "test")} {
		for _, want := range reports {
			ref, sum, ok := again.Unchanged(keptFile(want.Path))
			if !ok {
				t.Fatalf("%s: not there", want.Path)
			}
			sum.Path = want.Path
			if w := want.Summary(); !reflect.DeepEqual(sum, w) {
				t.Errorf("summary %+v, want %+v", sum, w)
			}
			got, _ := again.Report(ref, want.Path)
			parsertest.SameReport(t, got, want)
		}
	}
}

func TestSearchInTheStoreFindsWhatItFindsInTheReport(t *testing.T) {
	s := store.New(filepath.Join(t.TempDir(), "store"), "test")
	reports := readAll(t)
	for _, r := range reports {
		s.Put(keptFile(r.Path), store.KeyOf([]byte(r.Path), ""), r)
	}
	s.Flush()
	p := New(Options{})
	by := model.QueryReader{Figures: p.Line, Numeral: p.Number, Catalogue: p.Catalogue()}
	for _, text := range []string{"委员", "民主监督", "ＧＤＰ", "gdp", "12件", "百分之九十", "件>300", "提案>=100", "％", "re:^一、", "re:协商.*次", "不会有的一句话", "，", "12|委员工作室"} {
		q, err := model.ParseQuery(text, by)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, r := range reports {
			ref, _, _ := s.Unchanged(keptFile(r.Path))
			light, hits, ok := s.Find(ref, r.Path, q)
			want := model.Find(r, q)
			if !ok || !reflect.DeepEqual(append([]model.Hit{}, hits...), append([]model.Hit{}, want...)) {
				t.Errorf("%s in %s: %v, want %v", text, r.Path, hits, want)
			}
			for _, h := range hits {
				got, wanted := light.Blocks()[h.Block], r.Blocks()[h.Block]
				if !reflect.DeepEqual(got, wanted) || light.Section(got.Section).Title != r.Section(got.Section).Title || light.Name() != r.Name() || len(light.Blocks()) != len(r.Blocks()) {
					t.Errorf("%s in %s: another block of a hit: %+v", text, r.Path, got)
				}
			}
			found += len(hits)
		}
		if found == 0 && text != "不会有的一句话" && len(reports) > 10 {
			t.Errorf("%s finds nothing, so this test says nothing", text)
		}
	}
}
