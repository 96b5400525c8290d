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
			"专题协商14次", "差 左−右 +9", "江口区 2023年《江口区政协工作》 › 二、提案工作", "山城县2023.txt",
		} {
			want2 := strings.NewReplacer("2023年", "2023", "差 左−右 +9", "difference left−right +9", "《", ", ", "》", "").Replace(want)
			if !strings.Contains(text, want) && !strings.Contains(text, want2) {
				t.Errorf("no %q in\n%s", want, text)
			}
		}
	}
}

func TestTheTextFormOfARowAndANote(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	s := take.Selection{}.Add(take.Row(c, row(t, c, "consultations"), modeltest.Catalogue())).Add(take.Note("问一问办法"))
	want := `1. 协商活动：山城县 2023年 14次，江口区 2023年 5次，差 左−右 +9，比 2.8
山城县 2023年《山城县政协工作》 › 二、服务中心工作
　　开展专题协商14次。
江口区 2023年《江口区政协工作》 › 三、协商议政
　　协商5次。

2. 问一问办法

来源  山城县 2023年《山城县政协工作》  山城县2023.txt
来源  江口区 2023年《江口区政协工作》  江口区2023.txt
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
		if f.Binary() {
			continue
		}
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

func TestACityIsNotNamedTwice(t *testing.T) {
	n := lang.NamesFor(lang.Chinese)
	for want, s := range map[string]model.Source{
		"上海市 2024年":        {Place: "上海市", Province: "上海市", Year: 2024},
		"河北省":              {Place: "河北省", Province: "河北省"},
		"湖南省张家界市永定区 2023年": {Place: "永定区", City: "张家界市", Province: "湖南省", Year: 2023},
		"上海市黄浦区 2023年":     {Place: "黄浦区", City: "上海市", Province: "上海市", Year: 2023},
	} {
		if got := n.From(s); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestYearsOfOnePlaceAreSubtractedTheSameWayEverywhere(t *testing.T) {
	before := modeltest.Report("甲县 2022\n# deliberation 协商\n协商{8次|协商|consultations}。")
	now := modeltest.Report("甲县 2023\n# deliberation 协商\n协商{10次|协商|consultations}。")
	n := lang.NamesFor(lang.Chinese)
	for _, c := range []*compare.Comparison{compare.Compare(before, now, modeltest.Catalogue()), compare.Compare(now, before, modeltest.Catalogue())} {
		s := take.Selection{}.Add(take.Row(c, row(t, c, "consultations"), modeltest.Catalogue()))
		data, err := c.JSON()
		if err != nil {
			t.Fatal(err)
		}
		for form, text := range map[string]string{
			"text": written(t, s, write.FormatText, lang.Chinese), "csv": written(t, s, write.FormatCSV, lang.Chinese),
			"table": write.MarkdownTable(paper.Comparison(c, modeltest.Catalogue(), n)), "long": string(write.CSV(paper.ComparisonLong(c, modeltest.Catalogue(), n))),
		} {
			if !strings.Contains(text, "+2") || !strings.Contains(text, "+25%") || !strings.Contains(text, "增减") {
				t.Errorf("%s: no +2, +25%% or 增减 in\n%s", form, text)
			}
		}
		if !strings.Contains(string(data), `"difference":"2"`) {
			t.Errorf("%s", data)
		}
	}
}
