package store_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// longAgo is when files changed: so that their time can be relied on.
var longAgo = time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC).UnixNano()

func fileOf(path string) store.File {
	return store.File{Path: "/" + path, Size: int64(len(path)), Time: longAgo, Beside: path}
}

func keep(s *store.Store, r *model.Report) {
	s.Put(fileOf(r.Path), store.KeyOf([]byte(r.Path), ""), r)
}

func TestEveryFieldOfAReportIsKept(t *testing.T) {
	want := model.Report{}
	n := 0
	fill(reflect.ValueOf(&want).Elem(), &n, 0)
	want.Sections[0].Sections = nil
	want.Sections[0].RunIn = true
	want.Path = "all"
	r := model.Assemble(want)
	s := store.New(filepath.Join(t.TempDir(), "store"), "test")
	keep(s, r)
	s.Flush()
	ref, _, ok := s.Unchanged(fileOf("all"))
	if !ok {
		t.Fatal("not there")
	}
	got, _ := s.Report(ref, "all")
	parsertest.SameReport(t, got, r)
}

// fill gives every field a value of its own.
func fill(v reflect.Value, n *int, depth int) {
	*n++
	switch {
	case v.Type() == reflect.TypeFor[decimal.Decimal]():
		v.Set(reflect.ValueOf(decimal.New(int64(*n), int32(-*n))))
		return
	case !v.CanSet() || depth > 6:
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("值" + string(rune('一'+*n)))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n, depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n, depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n, depth+1)
		}
	}
}

func TestOddReportsAreKeptAsTheyAre(t *testing.T) {
	s := store.New(filepath.Join(t.TempDir(), "store"), "test")
	huge, _ := decimal.NewFromString("-123456789012345678901234567890.5")
	odd := []*model.Report{
		model.Assemble(model.Report{Path: "empty"}),
		model.Assemble(model.Report{Path: "lines", Sections: []*model.Section{{Title: "一\n二", Paragraphs: []model.Paragraph{{Text: ""}, {Text: "\n"}, {Text: "末"}}}}}),
		model.Assemble(model.Report{Path: "off", Figures: []model.Figure{{
			Text: "三件", Value: huge, Section: model.Path{7, 7}, Paragraph: 3, Start: -4, End: 900, At: 77, Sentence: "没有这句",
		}}}),
		model.Assemble(model.Report{Path: "last", Sections: []*model.Section{{Title: "一", Original: "壹"}, {Title: "二", Paragraphs: []model.Paragraph{{Text: "甲", Original: "乙"}}}}}),
	}
	for _, r := range odd {
		keep(s, r)
	}
	s.Flush()
	for _, want := range odd {
		ref, _, _ := s.Unchanged(fileOf(want.Path))
		got, _ := s.Report(ref, want.Path)
		parsertest.SameReport(t, got, want)
	}
}

func TestOnlyTheSameFileOfTheSameVersionIsKnown(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	s := store.New(file, "one")
	r := modeltest.Report("青溪县 2023\n# unity 联谊\n来访{13次|来访|visits}。")
	f, key := fileOf("a"), store.KeyOf([]byte("a"), "")
	s.Put(f, key, r)
	young := fileOf("young")
	young.Time = time.Now().UnixNano()
	s.Put(young, store.KeyOf([]byte("young"), ""), r)
	s.Flush()
	if _, _, ok := s.Unchanged(f); !ok {
		t.Fatal("the file is not known")
	}
	if _, _, ok := s.Unchanged(young); ok {
		t.Error("a file that changed just now is believed")
	}
	if _, _, ok := s.Known(store.KeyOf([]byte("young"), "")); !ok {
		t.Error("its content is not kept")
	}
	for _, change := range []func(*store.File){
		func(f *store.File) { f.Size++ }, func(f *store.File) { f.Time++ }, func(f *store.File) { f.Beside += "x" }, func(f *store.File) { f.Path += "x" },
	} {
		other := f
		change(&other)
		if _, _, ok := s.Unchanged(other); ok {
			t.Errorf("%+v is taken for %+v", other, f)
		}
	}
	two := store.New(file, "two")
	if _, _, ok := two.Unchanged(f); ok {
		t.Error("what another version read is believed")
	}
	two.Put(fileOf("b"), store.KeyOf([]byte("b"), ""), r)
	two.Flush()
	if _, n := two.Size(); n != 1 {
		t.Errorf("a store of another version is not made anew: %d reports", n)
	}
}

func TestAKnownContentIsNotWrittenAgain(t *testing.T) {
	s := store.New(filepath.Join(t.TempDir(), "store"), "test")
	r := modeltest.Report("青溪县 2023\n# unity 联谊\n来访{13次|来访|visits}。")
	key := store.KeyOf([]byte("a"), "")
	s.Put(fileOf("a"), key, r)
	s.Flush()
	s.Put(fileOf("copy"), key, nil)
	s.Flush()
	a, _, _ := s.Unchanged(fileOf("a"))
	b, _, ok := s.Unchanged(fileOf("copy"))
	if !ok || a != b {
		t.Errorf("the copy leads to %v, the first to %v", b, a)
	}
}
