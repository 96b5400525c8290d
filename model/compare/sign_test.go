package compare_test

import (
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

func TestReportsOfOnePlaceCompareAsYears(t *testing.T) {
	of := func(head, figures string) *model.Report {
		return modeltest.Report(head + "\n# deliberation 协商\n" + figures)
	}
	before := of("甲县 2022", "开展{8次|协商|consultations}，收到{150余件|提案|proposals_received}，满意率{90%|满意率|proposal_satisfaction}。")
	now := of("甲县 2023", "开展{10次|协商|consultations}，收到{120件|提案|proposals_received}，满意率{95%|满意率|proposal_satisfaction}。")
	for _, c := range []*compare.Comparison{
		compare.Compare(before, now, modeltest.Catalogue()), compare.Compare(now, before, modeltest.Catalogue()),
	} {
		sign, newer := "b-a", compare.SideB
		if c.A == now {
			sign, newer = "a-b", compare.SideA
		}
		if c.Sign.String() != sign || c.Sign.Newer() != newer || !c.Sign.Years() {
			t.Fatalf("the sign is %s, newer is %v", c.Sign, c.Sign.Newer())
		}
		for id, want := range map[string][3]string{
			"consultations": {"2", "25", "1.25"}, "proposals_received": {"-30", "-20", "0.8"}, "proposal_satisfaction": {"5", "", "1.06"},
		} {
			r := row(t, c, id)
			percent := ""
			if r.Percent != nil {
				percent = r.Percent.Value.String()
			}
			if got := [3]string{r.Difference.Stated.String(), percent, r.Ratio.Value.Round(2).String()}; got != want {
				t.Errorf("%s changed by %v, not %v", id, got, want)
			}
		}
	}
	other := of("乙县 2023", "开展{1次|协商|consultations}。")
	if c := compare.Compare(before, other, modeltest.Catalogue()); c.Sign.Years() || c.Sign.String() != "a-b" || row(t, c, "consultations").Difference.Stated.String() != "7" {
		t.Error("two places compare as years")
	}
	if c := compare.Compare(now, now, modeltest.Catalogue()); c.Sign.Years() {
		t.Error("one year compares as two")
	}
}
