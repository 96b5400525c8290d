old.ID() |package paper_test
old.ID() |
old.ID() |import (
old.ID() |	"encoding/csv"
old.ID() |	"encoding/json"
old.ID() |	"reflect"
old.ID() |	"strings"
old.ID() |	"testing"
old.ID() |
old.ID() |	"duidu/model"
old.ID() |	"duidu/model/compare"
old.ID() |	"duidu/model/modeltest"
old.ID() |	"duidu/model/take"
old.ID() |	"duidu/ui/lang"
old.ID() |	"duidu/ui/paper"
old.ID() |	"duidu/ui/write"
old.ID() |)
old.ID() |
old.ID() |// gathered is a selection with an item of every kind.
old.ID() |func compared(t *testing.T, a, b string) *compare.Comparison {
old.ID() |	t.Helper()
old.ID() |	return compare.Compare(modeltest.Report(a), modeltest.Report(b), modeltest.Catalogue())
old.ID() |}
old.ID() |
old.ID() |func row(t *testing.T, c *compare.Comparison, name string) *compare.FigureRow {
old.ID() |	t.Helper()
old.ID() |	for i := range c.Figures {
old.ID() |		if c.Figures[i].Indicator == name {
old.ID() |			return &c.Figures[i]
old.ID() |		}
old.ID() |	}
old.ID() |	t.Fatalf("no row %s", name)
old.ID() |	return nil
old.ID() |}
old.ID() |
old.ID() |func gathered(t *testing.T) take.Selection {
old.ID() |	t.Helper()
old.ID() |	cat := modeltest.Catalogue()
old.ID() |	c := compared(t, modeltest.Hill, modeltest.River)
old.ID() |	var s take.Selection
old.ID() |	add := func(it take.Item, ok bool) {
old.ID() |		t.Helper()
old.ID() |		if !ok {
old.ID() |			t.Fatal("no item")
old.ID() |		}
old.ID() |		s = s.Add(it)
old.ID() |	}
old.ID() |	add(take.Section(c.A, model.Path{1}))
old.ID() |	add(take.Paragraph(c.B, model.Path{1}, 0))
old.ID() |	add(take.Passage(c.A, model.Anchor{Block: 1}, model.Anchor{Block: 1, Offset: len("全年召开")}))
old.ID() |	s = s.Add(take.Figure(c.B, &c.B.Figures[1], cat))
old.ID() |	s = s.Add(take.Row(c, row(t, c, "consultations"), cat))
old.ID() |	s = s.Add(take.Row(c, row(t, c, "proposals_received"), cat))
old.ID() |	return s.Add(take.Note("=明年也要设“议事厅”, 见附件"))
old.ID() |}
old.ID() |
old.ID() |// written is a selection in a format.
old.ID() |func written(t *testing.T, s take.Selection, f write.Format, l lang.Lang) string {
old.ID() |	t.Helper()
old.ID() |	data, err := paper.Export(s, f, lang.NamesFor(l))
old.ID() |	if err != nil {
old.ID() |		t.Fatal(err)
old.ID() |	}
old.ID() |	return string(data)
old.ID() |}
old.ID() |
old.ID() |func TestASelectionIsNeverChangedInPlace(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	before, _ := s.JSON()
old.ID() |	first, last := s.Items[0], s.Items[s.Len()-1]
old.ID() |	moved := s.Move(last.ID(), -100)
old.ID() |	if moved.Items[0].ID() != last.ID() || moved.Items[1].ID() != first.ID() || moved.Len() != s.Len() {
old.ID() |		t.Error("the last item did not move to the top")
old.ID() |	}
old.ID() |	if s.Remove(first.ID()).Contains(first.ID()) || s.Toggle(first).Contains(first.ID()) || !s.Remove(first.ID()).Toggle(first).Contains(first.ID()) {
old.ID() |		t.Error("an item does not go and come")
old.ID() |	}
old.ID() |	if s.Add(first).Len() != s.Len() {
old.ID() |		t.Error("an item was added twice")
old.ID() |	}
old.ID() |	s.Add(take.Note("a"))
old.ID() |	s.Add(take.Note("b"))
old.ID() |	if after, _ := s.JSON(); string(after) != string(before) {
old.ID() |		t.Error("the selection was changed in place")
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestASelectionComesBackFromItsJSON(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	data, err := s.JSON()
old.ID() |	if err != nil {
old.ID() |		t.Fatal(err)
old.ID() |	}
old.ID() |	var back take.Selection
old.ID() |	if err := json.Unmarshal(data, &back); err != nil {
old.ID() |		t.Fatal(err)
old.ID() |	}
old.ID() |	if again, _ := back.JSON(); string(again) != string(data) {
old.ID() |		t.Errorf("%s\n%s", data, again)
old.ID() |	}
old.ID() |	if written(t, back, write.FormatText, lang.Chinese) != written(t, s, write.FormatText, lang.Chinese) {
old.ID() |		t.Error("the text form needs more than the JSON holds")
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestEveryItemSaysWhereItComesFrom(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	for _, text := range []string{written(t, s, write.FormatText, lang.Chinese), written(t, s, write.FormatMarkdown, lang.English)} {
old.ID() |		for _, want := range []string{
old.ID() |			"山城县", "2023", "二、服务中心工作", "江口区", "收到提案426件，满意率100%。",
old.ID() |			"专题协商14次", "差 +9", "江口区 2023年 › 二、提案工作",
old.ID() |		} {
old.ID() |			want2 := strings.ReplaceAll(strings.ReplaceAll(want, "2023年", "2023"), "差 +9", "difference +9")
old.ID() |			if !strings.Contains(text, want) && !strings.Contains(text, want2) {
old.ID() |				t.Errorf("no %q in\n%s", want, text)
old.ID() |			}
old.ID() |		}
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestTheTextFormOfARowAndANote(t *testing.T) {
old.ID() |	c := compared(t, modeltest.Hill, modeltest.River)
old.ID() |	s := take.Selection{}.Add(take.Row(c, row(t, c, "consultations"), modeltest.Catalogue())).Add(take.Note("问一问办法"))
old.ID() |	want := `1. 协商活动：山城县 14次，江口区 5次，差 +9，比 2.8
old.ID() |山城县 2023年 › 二、服务中心工作 (山城县2023.txt)
old.ID() |　　开展专题协商14次。
old.ID() |江口区 2023年 › 三、协商议政 (江口区2023.txt)
old.ID() |　　协商5次。
old.ID() |
old.ID() |2. 问一问办法
old.ID() |`
old.ID() |	if got := written(t, s, write.FormatText, lang.Chinese); got != want {
old.ID() |		t.Errorf("got\n%s\nwant\n%s", got, want)
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestTheCSVOfASelectionHasOneRowAnItemAndNoFormulas(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	data := written(t, s, write.FormatCSV, lang.Chinese)
old.ID() |	if !strings.HasPrefix(data, "\ufeff") {
old.ID() |		t.Error("no byte order mark")
old.ID() |	}
old.ID() |	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, "\ufeff"))).ReadAll()
old.ID() |	if err != nil || len(rows) != s.Len()+1 {
old.ID() |		t.Fatalf("%d rows, %v", len(rows), err)
old.ID() |	}
old.ID() |	for _, r := range rows {
old.ID() |		for _, cell := range r {
old.ID() |			if strings.HasPrefix(cell, "=") {
old.ID() |				t.Errorf("a spreadsheet would run %q", cell)
old.ID() |			}
old.ID() |		}
old.ID() |	}
old.ID() |	if !strings.Contains(data, ",+9,2.8,") {
old.ID() |		t.Error("a signed difference is no longer a number")
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestASelectedSectionHasItsPartsAndItsOriginal(t *testing.T) {
old.ID() |	r := model.Assemble(model.Report{Path: "a", Sections: []*model.Section{{
old.ID() |		Title: "一、协商", Paragraphs: []model.Paragraph{{Text: "协商民主", Original: "協商民主"}},
old.ID() |		Sections: []*model.Section{{Title: "专题", Paragraphs: []model.Paragraph{{Text: "开会"}}}},
old.ID() |	}, {Title: "二、其他", Paragraphs: []model.Paragraph{{Text: "不在内"}}}}})
old.ID() |	it, ok := take.Section(r, model.Path{0})
old.ID() |	if !ok || it.Text != "协商民主\n专题\n开会" || it.Original != "協商民主\n专题\n开会" {
old.ID() |		t.Errorf("%+v", it)
old.ID() |	}
old.ID() |	if _, ok := take.Section(r, model.Path{7}); ok {
old.ID() |		t.Error("a section that isn't there")
old.ID() |	}
old.ID() |	if _, ok := take.Passage(r, model.Anchor{Block: 0, Offset: 3}, model.Anchor{Block: 0, Offset: 3}); ok {
old.ID() |		t.Error("a passage without text")
old.ID() |	}
old.ID() |	back, _ := take.Passage(r, model.Anchor{Block: 3, Offset: 3}, model.Anchor{Block: 2})
old.ID() |	if back.Text != "专题\n开" {
old.ID() |		t.Errorf("a passage marked backwards is %q", back.Text)
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestNoWordOfAnExportIsMissing(t *testing.T) {
old.ID() |	for _, w := range []lang.Names{lang.NamesFor(lang.Chinese), lang.NamesFor(lang.English)} {
old.ID() |		v := reflect.ValueOf(w)
old.ID() |		for i := range v.NumField() {
old.ID() |			if f := v.Field(i); f.Kind() == reflect.String && f.String() == "" {
old.ID() |				t.Errorf("%s is empty", v.Type().Field(i).Name)
old.ID() |			}
old.ID() |		}
old.ID() |		for _, r := range compare.Reasons() {
old.ID() |			if w.Reasons[r] == "" {
old.ID() |				t.Errorf("no words for %q", r)
old.ID() |			}
old.ID() |		}
old.ID() |		if len(w.Kinds) != 6 || len(w.Qualifiers) != 5 {
old.ID() |			t.Error("a kind or a qualifier has no word")
old.ID() |		}
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestAnExcerptIsAStretchOfTheExport(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	for _, f := range write.Formats() {
old.ID() |		whole, err := paper.Export(s, f, lang.NamesFor(lang.Chinese))
old.ID() |		if err != nil {
old.ID() |			t.Fatal(err)
old.ID() |		}
old.ID() |		for i := range s.Items {
old.ID() |			part := strings.TrimRight(paper.Excerpt(s.Items[i:min(i+2, s.Len())], f, lang.NamesFor(lang.Chinese), i+1), "\n")
old.ID() |			if f == write.FormatJSON { // items stand there with commas between
old.ID() |				part = strings.ReplaceAll(part, "\n", ",")
old.ID() |			}
old.ID() |			if part == "" || !strings.Contains(string(whole), part) {
old.ID() |				t.Errorf("%s from item %d is not in the export:\n%s", f, i, part)
old.ID() |			}
old.ID() |		}
old.ID() |	}
old.ID() |	if _, err := paper.Export(s, "odt", lang.NamesFor(lang.Chinese)); err == nil {
old.ID() |		t.Error("wrote a format there is not")
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestPathsOfASelectionAreSpeltAnewAndBack(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	there := s.WithPaths(func(p string) string { return "/r:x/" + p })
old.ID() |	for i, it := range there.Items {
old.ID() |		old := s.Items[i]
old.ID() |		if it.Kind != take.ItemNote && (it.ID() == old.ID() || it.Row == nil && it.Source.Path != "/r:x/"+old.Source.Path) {
old.ID() |			t.Errorf("%s became %s of %s", old.ID(), it.ID(), it.Source.Path)
old.ID() |		}
old.ID() |	}
old.ID() |	back := there.WithPaths(func(p string) string { return strings.TrimPrefix(p, "/r:x/") })
old.ID() |	if !reflect.DeepEqual(back, s) {
old.ID() |		t.Error("the way back leads elsewhere")
old.ID() |	}
old.ID() |}
old.ID() |
old.ID() |func TestAnItemIsInsertedWhereItWas(t *testing.T) {
old.ID() |	s := gathered(t)
old.ID() |	it := s.Items[2]
old.ID() |	if back := s.Remove(it.ID()).Insert(it, 2); !reflect.DeepEqual(back, s) {
old.ID() |		t.Error("the item came back elsewhere")
old.ID() |	}
old.ID() |	if n := s.Remove(it.ID()).Insert(it, 99); n.Index(it.ID()) != s.Len()-1 {
old.ID() |		t.Error("an item for no place does not go to the end")
old.ID() |	}
old.ID() |}
