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
		newer := c.Newer()
		want := compare.SideB
		if c.A == now {
			want = compare.SideA
		}
		if newer != want {
			t.Fatalf("newer is %v, not %v", newer, want)
		}
		for id, text := range map[string][2]string{
			"consultations": {"2", "25"}, "proposals_received": {"-30", "-20"}, "proposal_satisfaction": {"5", ""},
		} {
			change, ok := row(t, c, id).Growth(newer)
			if !ok {
				t.Fatalf("%s has no change", id)
			}
			percent := ""
			if change.Percent != nil {
				percent = change.Percent.Value.String()
			}
			if got := change.Difference.Stated.String(); got != text[0] || percent != text[1] {
				t.Errorf("%s changed by %s, %s", id, got, percent)
			}
		}
	}
	other := of("乙县 2023", "开展{1次|协商|consultations}。")
	if c := compare.Compare(before, other, modeltest.Catalogue()); c.Newer() != compare.Both {
		t.Error("two places compare as years")
	}
	if c := compare.Compare(now, now, modeltest.Catalogue()); c.Newer() != compare.Both {
		t.Error("one year compares as two")
	}
}
