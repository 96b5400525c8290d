package store_test

import (
	"path/filepath"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/parser/store"
)

func TestAFigureOfAParagraphThatIsNotThereIsKeptAsItIs(t *testing.T) {
	for _, paragraph := range []int{-1, 0, 1, 2, 90} {
		r := modeltest.Report("山城县 2023\n# proposals 一、提案\n全年立案{126件|立案提案}。")
		r.Path = "beyond"
		r.Figures[0].Paragraph = paragraph
		s := store.New(filepath.Join(t.TempDir(), "store"), "test")
		keep(s, r)
		s.Flush()
		ref, _, ok := s.Unchanged(fileOf("beyond"))
		if !ok {
			t.Fatalf("paragraph %d: not there", paragraph)
		}
		got, ok := s.Report(ref, "beyond")
		if !ok || len(got.Figures) != 1 || got.Figures[0].Paragraph != paragraph || got.Figures[0].Text != "126件" {
			t.Errorf("paragraph %d comes back as %+v", paragraph, got)
		}
	}
}

func TestAnotherStoresReportIsNotThere(t *testing.T) {
	r := modeltest.Report("山城县 2023\n# proposals 一、提案\n全年立案{126件|立案提案}。")
	r.Path = "one"
	full, empty := store.New(filepath.Join(t.TempDir(), "store"), "test"), store.New(filepath.Join(t.TempDir(), "store"), "test")
	keep(full, r)
	full.Flush()
	ref, _, ok := full.Unchanged(fileOf("one"))
	if !ok {
		t.Fatal("not there")
	}
	if got, ok := empty.Report(ref, "one"); ok || got != nil {
		t.Errorf("an empty store has %+v", got)
	}
	if _, _, ok := full.Unchanged(store.File{Path: "/one", Size: 4, Time: longAgo}); ok {
		t.Error("a file of another size is unchanged")
	}
	if _, _, ok := empty.Known(store.KeyOf([]byte("one"), "")); ok {
		t.Error("an empty store knows a text")
	}
	var none model.Query
	if _, hits, ok := empty.Find(ref, "one", none); ok || len(hits) > 0 {
		t.Errorf("an empty store finds %v", hits)
	}
}
