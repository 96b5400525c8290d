package paper_test

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/ui/lang"
	"duidu/ui/paper"
)

func TestAMatrixHasARowForWhatAnyReportCounts(t *testing.T) {
	reports := []*model.Report{modeltest.Report(modeltest.Hill), modeltest.Report(modeltest.River)}
	m := compare.NewMatrix(reports, modeltest.Catalogue())
	md := paper.Matrix(m, lang.NamesFor(lang.Chinese)).Markdown()
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

func TestTheFullTableHasACellUnderEveryHead(t *testing.T) {
	reports := []*model.Report{modeltest.Report(modeltest.Hill), modeltest.Report(modeltest.River)}
	for _, d := range []paper.Detail{paper.Brief, paper.Full} {
		table := paper.Figures(reports, modeltest.Catalogue(), lang.NamesFor(lang.Chinese), d)
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

func TestMarkdownTablesHoldAnyText(t *testing.T) {
	table := paper.Table{Head: []string{"a|b"}, Rows: [][]string{{"x\ny *z*"}}}
	if got := table.Markdown(); got != "| a\\|b |\n|---|\n| x<br>y \\*z\\* |\n" {
		t.Errorf("%q", got)
	}
}
