package model_test

import (
	"encoding/json"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
)

func TestAMatrixHasARowForWhatAnyReportCounts(t *testing.T) {
	reports := []*model.Report{modeltest.Report(hill), modeltest.Report(river)}
	m := model.NewMatrix(reports, modeltest.Catalogue())
	md := m.IndicatorTable(model.ChineseWords()).Markdown()
	for _, want := range []string{
		"| 指标 | 山城县 2023 | 江口区 2023 |\n", "| 收到提案 |  | 426件 |\n", "| 解决问题 | 400多个 | 20余件 |\n",
	} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
	sum := 0.0
	for _, row := range m.Themes {
		sum += row.Cells[0].Share
	}
	if sum < 0.999 || sum > 1.001 {
		t.Errorf("the themes of a report add up to %f of it", sum)
	}
	for _, row := range m.Indicators {
		if row.Indicator.ID == "consultations" {
			r, ok := m.PerMember(row.Cells[1], 1)
			if !ok || r.Stated.String() != "0.05" {
				t.Errorf("consultations per member: %v", r)
			}
		}
		if row.Indicator.ID == "problems_solved" && row.Cells[1].Others != 1 {
			t.Errorf("%d other figures of problems solved", row.Cells[1].Others)
		}
	}
}

func TestATextWithoutRunsHasTheThemeOfItsSection(t *testing.T) {
	r := model.Assemble(model.Report{Sections: []*model.Section{{
		Theme: "unity", Sections: []*model.Section{{Title: "来访", Paragraphs: []model.Paragraph{
			{Text: "接待来访", Runs: []model.Run{{Theme: "publicity", Start: 6, End: 900}, {Theme: "x", Start: -4, End: 2}}},
			{Text: "热烈祝贺", Role: model.Slogan},
		}}},
	}}})
	cover := model.Cover(r)
	if cover["unity"].Characters != 2 || cover["publicity"].Characters != 2 || len(cover) != 2 {
		t.Errorf("%+v", cover)
	}
}

func TestTheFullTableHasACellUnderEveryHead(t *testing.T) {
	reports := []*model.Report{modeltest.Report(hill), modeltest.Report(river)}
	for _, d := range []model.Detail{model.Brief, model.Full} {
		table := model.FigureTable(reports, modeltest.Catalogue(), model.ChineseWords(), d)
		if len(table.Rows) != len(reports[0].Figures)+len(reports[1].Figures) {
			t.Errorf("%d rows", len(table.Rows))
		}
		for _, row := range table.Rows {
			if len(row) != len(table.Head) {
				t.Errorf("%d cells under %d heads", len(row), len(table.Head))
			}
		}
	}
}

func TestTheJSONOfAReportHasNoNullLists(t *testing.T) {
	r := model.Assemble(model.Report{Title: "<甲>&乙", Sections: []*model.Section{{Paragraphs: []model.Paragraph{{Text: "文"}}}}})
	data, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"captions":[]`, `"figures":[]`, `"notices":[]`, `"runs":[]`, `"sections":[]`, `<甲>&乙`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
	if strings.Contains(string(data), "\n") {
		t.Error("more than one line")
	}
	lines, err := model.FiguresJSON(modeltest.Report(river))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		var f struct{ Place, Text, Value, Sentence string }
		if err := json.Unmarshal([]byte(line), &f); err != nil || f.Place == "" || f.Value == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestMarkdownTablesHoldAnyText(t *testing.T) {
	table := model.Table{Head: []string{"a|b"}, Rows: [][]string{{"x\ny *z*"}}}
	if got := table.Markdown(); got != "| a\\|b |\n|---|\n| x<br>y \\*z\\* |\n" {
		t.Errorf("%q", got)
	}
}
