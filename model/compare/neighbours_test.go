package compare_test

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

// county is a report that counts consultations.
func county(place, year, figure string) *model.Report {
	return modeltest.Report(place + " " + year + "\n# deliberation 协商\n开展{" + figure + "|专题协商|consultations}，各界满意。")
}

func TestAPlaceStandsAmongItsNeighboursAndNotAmongItsOwnYears(t *testing.T) {
	reports := []*model.Report{
		county("甲县", "2023", "14次"), county("甲县", "2022", "11次"), county("乙县", "2023", "20次"),
		county("丙县", "2023", "12场"), county("丁县", "2023", "14次"), county("戊县", "2023", "900人"),
	}
	m := compare.NewMatrix(reports, modeltest.Catalogue())
	before := compare.ReportBefore(reports, 0)
	if before != 1 {
		t.Fatalf("the year before is report %d", before)
	}
	s := compare.Stand(m, 0, before)[0]
	if s.Rank != 2 || s.Neighbours != 3 || s.Median.Stated.String() != "14" || s.Change.Stated.String() != "3" {
		t.Errorf("rank %d of %d neighbours, median %v, change %v", s.Rank, s.Neighbours, s.Median, s.Change)
	}
	if len(s.Strongest) != 3 || s.Strongest[0] != 2 {
		t.Errorf("the strongest are %v", s.Strongest)
	}
	if none := compare.Stand(m, 5, -1)[0]; none.Rank != 1 || none.Neighbours != 0 || none.Median != nil {
		t.Errorf("people among occasions: %+v", none)
	}
}

func TestYearsShowTheirGapsAndWhatChangedSince(t *testing.T) {
	reports := []*model.Report{
		county("甲县", "2023", "14次"), county("甲县", "2020", "8次"), county("乙县", "2021", "20次"), county("甲县", "2021", "11次"),
	}
	y := compare.YearsOfPlace(reports, 0, modeltest.Catalogue())
	if len(y.Years) != 4 || len(y.Rows) != 1 {
		t.Fatalf("%+v", y)
	}
	cells := y.Rows[0].Cells
	if cells[2].Report != nil || cells[2].Figure != nil {
		t.Error("2022 is no gap")
	}
	if cells[3].Change.Stated.String() != "3" || cells[3].Since != 2021 || cells[1].Change.Stated.String() != "3" || cells[0].Change != nil {
		t.Errorf("changes %+v", cells)
	}
	all := compare.YearsOfIndicator(reports, "consultations", modeltest.Catalogue())
	if len(all.Years) != 4 || len(all.Rows) != 2 || all.Rows[1].Place.Place != "乙县" || all.Rows[1].Cells[1].Figure.Text != "20次" {
		t.Errorf("%+v", all)
	}
	if one := compare.YearsOfPlace(reports, 2, modeltest.Catalogue()); one.Rows != nil {
		t.Error("one year is a table of years")
	}
}

func TestAFamilyHasItsPartsWithSharesAndItsStages(t *testing.T) {
	text := func(head, received, filed string) *model.Report {
		r := modeltest.Report(head + "\n# proposals 提案\n收到{" + received + "|收到提案|proposals_received}，立案{" + filed + "|立案提案|proposals_filed}，其中{23件|集体提案||part}，满意率{98.5%|满意率|proposal_satisfaction}。")
		r.Figures[2].Of = model.RefTo(0)
		return r
	}
	a, b := text("甲县 2023", "152件", "131件"), text("乙县 2023", "100件", "80件")
	f := compare.FamilyOf(a, "proposals_received", modeltest.Catalogue())
	if f.Whole == nil || f.Whole.Text != "152件" || len(f.Parts) != 1 || !f.Parts[0].Computed() || f.Parts[0].Share.Stated.Round(1).String() != "15.1" {
		t.Errorf("%+v", f)
	}
	if len(f.Stages) != 3 || f.Stages[1].Share.Stated.Round(1).String() != "86.2" || f.Stages[2].Computed() || f.Stages[2].Share.Stated.String() != "98.5" {
		t.Errorf("stages %+v", f.Stages)
	}
	lines := compare.Compare(a, b, modeltest.Catalogue()).FamilyLines("proposals_filed", modeltest.Catalogue())
	if len(lines) != 3 || !lines[0].Stage || lines[1].Name != "立案提案" || lines[1].B.Share.Stated.String() != "80" {
		t.Errorf("lines %+v", lines)
	}
	lines = compare.Compare(a, b, modeltest.Catalogue()).FamilyLines("proposals_received", modeltest.Catalogue())
	if last := lines[len(lines)-1]; last.Stage || last.A == nil || last.B == nil || last.Name != "集体提案" {
		t.Errorf("the parts do not meet: %+v", last)
	}
}

func TestADigestHasEveryPassageWithItsFiguresAndCanKeepToWhatIsNew(t *testing.T) {
	old := "甲县 2022\n# proposals 提案\n坚持把提案办理作为履行职能的重要抓手。收到{80件|收到提案|proposals_received}。"
	now := "甲县 2023\n# proposals 提案\n坚持把提案办理作为履行职能的重要抓手。收到{95件|收到提案|proposals_received}。首次请提案者当面打分并公开结果。"
	reports := []*model.Report{modeltest.Report(now), modeltest.Report("乙县 2023\n# unity 联谊\n来访不少。")}
	d := compare.MakeDigest(reports, "proposals", modeltest.Catalogue(), compare.DigestOptions{})
	if len(d.Parts) != 2 || len(d.Parts[0].Passages) != 2 || !d.Parts[0].Passages[0].Heading || d.Parts[0].Figures != 1 || len(d.Parts[1].Passages) != 0 {
		t.Fatalf("%+v", d.Parts)
	}
	if len(d.Indicators) != 1 || d.Indicators[0].Cells[0].Figure.Text != "95件" || d.Indicators[0].Cells[1].Figure != nil {
		t.Errorf("%+v", d.Indicators)
	}
	fresh := compare.MakeDigest(reports, "proposals", modeltest.Catalogue(), compare.DigestOptions{OnlyNew: true, Library: []*model.Report{modeltest.Report(old)}})
	part := fresh.Parts[0]
	var text strings.Builder
	for _, p := range part.Passages {
		if !p.Heading {
			text.WriteString(p.Text)
		}
	}
	if part.Before == nil || strings.Contains(text.String(), "重要抓手") || !strings.Contains(text.String(), "当面打分") {
		t.Errorf("new is %q", text.String())
	}
	for _, p := range part.Passages {
		if got := reports[0].Blocks()[p.Block].Text[p.Start:p.End]; got != p.Text {
			t.Errorf("%q stands where %q should", got, p.Text)
		}
	}
}
