package paper_test

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/ui/lang"
	"duidu/ui/paper"
	"duidu/ui/write"
)

func TestAMatrixHasARowForWhatAnyReportCounts(t *testing.T) {
	reports := []*model.Report{modeltest.Report(modeltest.Hill), modeltest.Report(modeltest.River)}
	m := compare.NewMatrix(reports, modeltest.Catalogue())
	md := write.MarkdownTable(paper.Matrix(m, lang.NamesFor(lang.Chinese)))
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
		columns := paper.FigureColumns(lang.NamesFor(lang.Chinese), d)
		for _, r := range reports {
			rows := paper.FigureRows(r, modeltest.Catalogue(), lang.NamesFor(lang.Chinese), d, nil)
			if len(rows) != len(r.Figures) {
				t.Errorf("%d rows", len(rows))
			}
			for _, row := range rows {
				if len(row) != len(columns) {
					t.Errorf("%d cells under %d heads", len(row), len(columns))
				}
			}
		}
	}
}

func TestTheMatrixSaysWhichFiguresCoverMoreThanAYear(t *testing.T) {
	short, long := modeltest.Figure("20条"), modeltest.Figure("900条")
	short.Indicator, long.Indicator = "suggestions", "suggestions"
	long.Period = &model.Period{Years: 5}
	a, b := &model.Report{Place: "甲县", Year: 2023, Figures: []model.Figure{short}}, &model.Report{Place: "乙县", Year: 2023, Figures: []model.Figure{long}}
	c := &model.Catalogue{Indicators: []model.Indicator{{ID: "suggestions", Name: "意见建议", Units: [][]string{{"条"}}}}}
	a.Figures[0].Headline, b.Figures[0].Headline = true, true
	m := compare.NewMatrix([]*model.Report{a, b}, c)
	notes := strings.Join(paper.Matrix(m, lang.NamesFor(lang.Chinese)).Notes, "\n")
	if !strings.Contains(notes, "乙县 2023 意见建议 900条 5年") || strings.Contains(notes, "20条") {
		t.Errorf("the notes are %s", notes)
	}
}
