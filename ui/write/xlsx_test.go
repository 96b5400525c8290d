package write

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// made is a file in the making, in memory.
type made struct {
	*Book
	out bytes.Buffer
}

func empty(p Properties) *made {
	m := &made{}
	m.Book = NewBook(&m.out, p)
	return m
}

// book makes a file of one table.
func book(t *testing.T, name string, table Table) *made {
	t.Helper()
	m := empty(comparison().Properties)
	if err := m.Table(name, table); err != nil {
		t.Fatal(err)
	}
	return m
}

// opened ends the file and opens it with a program that is not ours.
func opened(t *testing.T, m *made) *excelize.File {
	t.Helper()
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&m.out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func typed() Table {
	return Table{
		Columns: []Column{{Name: "地区"}, {Name: "年度", Kind: KindNumber}, {Name: "数值", Unit: "元", Kind: KindNumber}, {Name: "占比", Kind: KindPercent}, {Name: "原句", Width: 30}},
		Rows: [][]Cell{
			{Text("青禾县"), Int(2023), num("4450000000"), num("92.7"), Text("签约资金44.5亿元。")},
			{Text("白石县"), {}, num("1.57"), num("100"), Text("-5件")},
			{Text("=1+1"), Int(-5), num("1234567890123456789"), {}, Text("@甲")},
		},
		Notes: []string{"注：数值以原文为准。"},
	}
}

func TestASheetHasNumbersAsNumbersAndTextAsText(t *testing.T) {
	f := opened(t, book(t, "数据", typed()))
	for _, c := range []struct {
		cell, shown, raw string
		kind             excelize.CellType
	}{
		{"A1", "地区", "地区", excelize.CellTypeInlineString},
		{"C1", "数值（元）", "数值（元）", excelize.CellTypeInlineString},
		{"A2", "青禾县", "青禾县", excelize.CellTypeInlineString},
		{"B2", "2023", "2023", excelize.CellTypeUnset},
		{"C2", "4,450,000,000", "4450000000", excelize.CellTypeUnset},
		{"D2", "92.7%", "0.927", excelize.CellTypeUnset},
		{"B3", "", "", excelize.CellTypeUnset},
		{"C3", "1.57", "1.57", excelize.CellTypeUnset},
		{"D3", "100%", "1", excelize.CellTypeUnset},
		{"E3", "-5件", "-5件", excelize.CellTypeInlineString},
		{"A4", "=1+1", "=1+1", excelize.CellTypeInlineString},
		{"B4", "-5", "-5", excelize.CellTypeUnset},
		{"C4", "1234567890123456789", "1234567890123456789", excelize.CellTypeInlineString}, // a double would lose digits
		{"E4", "@甲", "@甲", excelize.CellTypeInlineString},
		{"A6", "注：数值以原文为准。", "注：数值以原文为准。", excelize.CellTypeInlineString},
	} {
		shown, err1 := f.GetCellValue("数据", c.cell)
		raw, err2 := f.GetCellValue("数据", c.cell, excelize.Options{RawCellValue: true})
		kind, err3 := f.GetCellType("数据", c.cell)
		formula, err4 := f.GetCellFormula("数据", c.cell)
		if err := errors.Join(err1, err2, err3, err4); err != nil || shown != c.shown || raw != c.raw || kind != c.kind || formula != "" {
			t.Errorf("%s is %q (%q, type %v, formula %q, %v), want %q (%q, type %v)", c.cell, shown, raw, kind, formula, err, c.shown, c.raw, c.kind)
		}
	}
}

func TestASheetFreezesItsHeadFiltersAndPrintsOnA4(t *testing.T) {
	f := opened(t, book(t, "数据", typed()))
	panes, err := f.GetPanes("数据")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	layout, err := f.GetPageLayout("数据")
	if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'数据'!$1:$1" || !strings.HasSuffix(names["_xlnm._FilterDatabase"], "$A$1:$E$4") {
		t.Errorf("names %v", names)
	}
	place, err1 := f.GetColWidth("数据", "A")
	sentence, err2 := f.GetColWidth("数据", "E")
	if err := errors.Join(err1, err2); err != nil || sentence < 30 || place < 6 || place > 15 {
		t.Errorf("widths %v and %v, %v", place, sentence, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != comparison().Title || props.Created != "2026-11-20T08:30:00Z" || props.Creator != "对读" {
		t.Errorf("properties %+v, %v", props, err)
	}
}

func TestTextThatLooksLikeAFormulaIsMarkedAsText(t *testing.T) {
	f := opened(t, book(t, "数据", typed()))
	for _, cell := range []string{"A4", "E3", "E4"} {
		id, err := f.GetCellStyle("数据", cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 {
			t.Errorf("%s has the format %d, %v", cell, style.NumFmt, err)
		}
	}
}

func TestSheetsGetNamesThatExcelTakes(t *testing.T) {
	b := empty(Properties{})
	for _, name := range []string{"a/b:c*d", "A b c D", "", "History", strings.Repeat("长", 40), strings.Repeat("长", 40), "'引'"} {
		if err := b.Table(name, typed()); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"a b c d", "A b c D 2", "1", "History 2", strings.Repeat("长", 31), strings.Repeat("长", 29) + " 2", "引"}
	if got := opened(t, b).GetSheetList(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%q", got)
	}
}

func TestASheetThatIsFullGoesOnInAnother(t *testing.T) {
	b := empty(Properties{})
	s, err := b.Sheet("数据", []Column{{Name: "号", Kind: KindNumber}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range sampled + 5 {
		if err := s.Add([]Cell{Int(i)}); err != nil {
			t.Fatal(err)
		}
		if i == sampled {
			s.row = excelize.TotalRows // as after a million rows
		}
	}
	f := opened(t, b)
	if list := f.GetSheetList(); strings.Join(list, " ") != "数据 数据 2" {
		t.Fatalf("sheets %v", list)
	}
	rows, err := f.GetRows("数据 2")
	if err != nil || len(rows) != 5 || rows[0][0] != "号" || rows[1][0] != "201" {
		t.Errorf("%v %v", rows, err)
	}
}

func TestATextLongerThanACellIsCutAndCounted(t *testing.T) {
	b := book(t, "数据", Table{Columns: []Column{{Name: "文"}}, Rows: [][]Cell{{Text(strings.Repeat("𠮷", 20_000))}, {Text(strings.Repeat("字", longestCell))}}})
	f := opened(t, b)
	cut, err := f.GetCellValue("数据", "A2")
	if n := len(utf16.Encode([]rune(cut))); err != nil || n > longestCell || n < longestCell-1 || !strings.HasSuffix(cut, "𠮷…") {
		t.Errorf("%d units, ends in %q, %v", n, cut[max(0, len(cut)-8):], err)
	}
	whole, err := f.GetCellValue("数据", "A3")
	if err != nil || len([]rune(whole)) != longestCell || b.Cut() != 1 {
		t.Errorf("%d, %v, %d cut", len([]rune(whole)), err, b.Cut())
	}
}

func TestNothingInATextBreaksASheet(t *testing.T) {
	f := opened(t, book(t, nasty[:20], Table{Columns: []Column{{Name: nasty}, {}}, Rows: [][]Cell{{Text(nasty)}, {}, {Text("_x0041_"), Text("二"), Text("三")}}, Notes: []string{nasty}}))
	name := f.GetSheetName(0)
	if got, err := f.GetCellValue(name, "A2"); got != mended {
		t.Errorf("%q, %v", got, err)
	}
	if got, err := f.GetCellValue(name, "A4"); got != "_x0041_" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestASheetTooWideForExcelIsRefused(t *testing.T) {
	b := empty(Properties{})
	if _, err := b.Sheet("宽", make([]Column, excelize.MaxColumns+1)); !errors.Is(err, ErrTooWide) {
		t.Error(err)
	}
}

func TestABookWithoutRowsStillOpens(t *testing.T) {
	f := opened(t, book(t, "空", Table{Columns: []Column{{Name: "地区"}}}))
	if rows, err := f.GetRows("空"); err != nil || len(rows) != 1 {
		t.Errorf("%v %v", rows, err)
	}
	b := empty(Properties{})
	if list := opened(t, b).GetSheetList(); len(list) != 1 {
		t.Errorf("sheets %v", list)
	}
}

func TestTheSameSheetsGiveTheSameBytes(t *testing.T) {
	var first []byte
	for range 5 {
		b := book(t, "数据", typed())
		for _, name := range []string{"矩阵", "来源", "说明"} {
			if err := b.Table(name, typed()); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.out.Bytes()
		}
		if !bytes.Equal(b.out.Bytes(), first) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestASheetThatHasEndedTakesNoMoreRows(t *testing.T) {
	b := book(t, "数据", typed())
	first := b.sheet
	if err := b.Table("来源", typed()); err != nil {
		t.Fatal(err)
	}
	if err := first.Add([]Cell{Text("青禾县")}); err == nil {
		t.Error("a row was taken and would be lost")
	}
}

func TestARowIsAsHighAsItsLongestText(t *testing.T) {
	f := opened(t, book(t, "数据", Table{Columns: []Column{{Name: "原句"}}, Rows: [][]Cell{
		{Text("收到提案426件。")}, {Text(strings.Repeat("全年收到提案若干件，", 12))}, {Text(strings.Repeat("全年收到提案若干件，", 900))},
	}}))
	var heights []float64
	for row := 2; row <= 4; row++ {
		h, err := f.GetRowHeight("数据", row)
		if err != nil {
			t.Fatal(err)
		}
		heights = append(heights, h)
	}
	if heights[0] != 15 || heights[1] < 60 || heights[1] > 90 || heights[2] != excelize.MaxRowHeight {
		t.Errorf("%v", heights)
	}
}
