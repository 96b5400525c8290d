package paper_test

import (
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/model/take"
	"duidu/ui/lang"
	"duidu/ui/paper"
	"duidu/ui/write"
)

// gathered is a selection with an item of every kind.
func compared(t *testing.T, a, b string) *compare.Comparison {
	t.Helper()
	return compare.Compare(modeltest.Report(a), modeltest.Report(b), modeltest.Catalogue())
}

func row(t *testing.T, c *compare.Comparison, name string) *compare.FigureRow {
	t.Helper()
	for i := range c.Figures {
		if c.Figures[i].Indicator == name {
			return &c.Figures[i]
		}
	}
	t.Fatalf("no row %s", name)
	return nil
}

func gathered(t *testing.T) take.Selection {
	t.Helper()
	cat := modeltest.Catalogue()
	c := compared(t, modeltest.Hill, modeltest.River)
	var s take.Selection
	add := func(it take.Item, ok bool) {
		t.Helper()
		if !ok {
			t.Fatal("no item")
		}
		s = s.Add(it)
	}
	add(take.Section(c.A, model.Path{1}))
	add(take.Paragraph(c.B, model.Path{1}, 0))
	add(take.Passage(c.A, model.Anchor{Block: 1}, model.Anchor{Block: 1, Offset: len("全年召开")}))
	s = s.Add(take.Figure(c.B, &c.B.Figures[1], cat))
	s = s.Add(take.Row(c, row(t, c, "consultations"), cat))
	s = s.Add(take.Row(c, row(t, c, "proposals_received"), cat))
	return s.Add(take.Note("=明年也要设“议事厅”, 见附件"))
}

// written is a selection in a format.
func written(t *testing.T, s take.Selection, f write.Format, l lang.Lang) string {
	t.Helper()
	data, err := paper.Export(s, f, lang.NamesFor(l))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestASelectionIsNeverChangedInPlace(t *testing.T) {
	s := gathered(t)
	before, _ := s.JSON()
	first, last := s.Items[0], s.Items[s.Len()-1]
	moved := s.Move(last.ID(), -100)
	if moved.Items[0].ID() != last.ID() || moved.Items[1].ID() != first.ID() || moved.Len() != s.Len() {
		t.Error("the last item did not move to the top")
	}
	if s.Remove(first.ID()).Contains(first.ID()) || s.Toggle(first).Contains(first.ID()) || !s.Remove(first.ID()).Toggle(first).Contains(first.ID()) {
		t.Error("an item does not go and come")
	}
	if s.Add(first).Len() != s.Len() {
		t.Error("an item was added twice")
	}
	s.Add(take.Note("a"))
	s.Add(take.Note("b"))
	if after, _ := s.JSON(); string(after) != string(before) {
		t.Error("the selection was changed in place")
	}
}

func TestASelectionComesBackFromItsJSON(t *testing.T) {
	s := gathered(t)
	data, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var back take.Selection
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if again, _ := back.JSON(); string(again) != string(data) {
		t.Errorf("%s\n%s", data, again)
	}
	if written(t, back, write.FormatText, lang.Chinese) != written(t, s, write.FormatText, lang.Chinese) {
		t.Error("the text form needs more than the JSON holds")
	}
}

func TestEveryItemSaysWhereItComesFrom(t *testing.T) {
	s := gathered(t)
	for _, text := range []string{written(t, s, write.FormatText, lang.Chinese), written(t, s, write.FormatMarkdown, lang.English)} {
		for _, want := range []string{
			"山城县", "2023", "二、服务中心工作", "江口区", "收到提案426件，满意率100%。",
			"专题协商14次", "差 +9", "江口区 2023年 › 二、提案工作",
		} {
			want2 := strings.ReplaceAll(strings.ReplaceAll(want, "2023年", "2023"), "差 +9", "difference +9")
			if !strings.Contains(text, want) && !strings.Contains(text, want2) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
}

func TestTheTextFormOfARowAndANote(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	s := take.Selection{}.Add(take.Row(c, row(t, c, "consultations"), modeltest.Catalogue())).Add(take.Note("问一问办法"))
	want := `1. 协商活动：山城县 14次，江口区 5次，差 +9，比 2.8
山城县 2023年 › 二、服务中心工作 (山城县2023.txt)
　　开展专题协商14次。
江口区 2023年 › 三、协商议政 (江口区2023.txt)
　　协商5次。

2. 问一问办法
`
	if got := written(t, s, write.FormatText, lang.Chinese); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheCSVOfASelectionHasOneRowAnItemAndNoFormulas(t *testing.T) {
	s := gathered(t)
	data := written(t, s, write.FormatCSV, lang.Chinese)
	if !strings.HasPrefix(data, "\ufeff") {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != s.Len()+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows {
		for _, cell := range r {
			if strings.HasPrefix(cell, "=") {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
	if !strings.Contains(data, ",+9,2.8,") {
		t.Error("a signed difference is no longer a number")
	}
}

func TestASelectedSectionHasItsPartsAndItsOriginal(t *testing.T) {
	r := model.Assemble(model.Report{Path: "a", Sections: []*model.Section{{
		Title: "一、协商", Paragraphs: []model.Paragraph{{Text: "协商民主", Original: "協商民主"}},
		Sections: []*model.Section{{Title: "专题", Paragraphs: []model.Paragraph{{Text: "开会"}}}},
	}, {Title: "二、其他", Paragraphs: []model.Paragraph{{Text: "不在内"}}}}})
	it, ok := take.Section(r, model.Path{0})
	if !ok || it.Text != "协商民主\n专题\n开会" || it.Original != "協商民主\n专题\n开会" {
		t.Errorf("%+v", it)
	}
	if _, ok := take.Section(r, model.Path{7}); ok {
		t.Error("a section that isn't there")
	}
	if _, ok := take.Passage(r, model.Anchor{Block: 0, Offset: 3}, model.Anchor{Block: 0, Offset: 3}); ok {
		t.Error("a passage without text")
	}
	back, _ := take.Passage(r, model.Anchor{Block: 3, Offset: 3}, model.Anchor{Block: 2})
	if back.Text != "专题\n开" {
		t.Errorf("a passage marked backwards is %q", back.Text)
	}
}

func TestNoWordOfAnExportIsMissing(t *testing.T) {
	for _, w := range []lang.Names{lang.NamesFor(lang.Chinese), lang.NamesFor(lang.English)} {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.String && f.String() == "" {
				t.Errorf("%s is empty", v.Type().Field(i).Name)
			}
		}
		for _, r := range compare.Reasons() {
			if w.Reasons[r] == "" {
				t.Errorf("no words for %q", r)
			}
		}
		if len(w.Kinds) != 6 || len(w.Qualifiers) != 5 {
			t.Error("a kind or a qualifier has no word")
		}
	}
}

func TestAnExcerptIsAStretchOfTheExport(t *testing.T) {
	s := gathered(t)
	for _, f := range write.Formats() {
		whole, err := paper.Export(s, f, lang.NamesFor(lang.Chinese))
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Items {
			part := strings.TrimRight(paper.Excerpt(s.Items[i:min(i+2, s.Len())], f, lang.NamesFor(lang.Chinese), i+1), "\n")
			if f == write.FormatJSON { // items stand there with commas between
				part = strings.ReplaceAll(part, "\n", ",")
			}
			if part == "" || !strings.Contains(string(whole), part) {
				t.Errorf("%s from item %d is not in the export:\n%s", f, i, part)
			}
		}
	}
	if _, err := paper.Export(s, "odt", lang.NamesFor(lang.Chinese)); err == nil {
		t.Error("wrote a format there is not")
	}
}

func TestPathsOfASelectionAreSpeltAnewAndBack(t *testing.T) {
	s := gathered(t)
	there := s.WithPaths(func(p string) string { return "/r:x/" + p })
	for i, it := range there.Items {
		old := s.Items[i]
		if it.Kind != take.ItemNote && (it.ID() == old.ID() || it.Row == nil && it.Source.Path != "/r:x/"+old.Source.Path) {
			t.Errorf("%s became %s of %s", old.ID(), it.ID(), it.Source.Path)
		}
	}
	back := there.WithPaths(func(p string) string { return strings.TrimPrefix(p, "/r:x/") })
	if !reflect.DeepEqual(back, s) {
		t.Error("the way back leads elsewhere")
	}
}

func TestAnItemIsInsertedWhereItWas(t *testing.T) {
	s := gathered(t)
	it := s.Items[2]
	if back := s.Remove(it.ID()).Insert(it, 2); !reflect.DeepEqual(back, s) {
		t.Error("the item came back elsewhere")
	}
	if n := s.Remove(it.ID()).Insert(it, 99); n.Index(it.ID()) != s.Len()-1 {
		t.Error("an item for no place does not go to the end")
	}
}
