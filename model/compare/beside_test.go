package compare_test

import (
	"slices"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

func TestANeighbourStandsThereOnceWithItsNearestYear(t *testing.T) {
	reports := []*model.Report{
		county("甲县", "2022", "14次"), county("乙县", "2019", "9次"), county("乙县", "2023", "11次"), county("乙县", "2020", "10次"),
		county("甲县", "2021", "13次"), county("丙县", "2018", "8次"),
	}
	if got := compare.Beside(reports, 0); !slices.Equal(got, []int{0, 2, 4, 5}) {
		t.Errorf("beside the first stand %v", got)
	}
}

func TestSpansOfAThemeEndWhereItsRunsEnd(t *testing.T) {
	c := compare.Compare(modeltest.Report(modeltest.Hill), modeltest.Report(modeltest.River), modeltest.Catalogue())
	spans := 0
	for _, row := range c.Themes {
		for _, s := range row.A.Spans {
			b := c.A.Blocks()[s.Block]
			ends := b.Heading && s.End == len(b.Text)
			for _, run := range c.A.Runs(s.Block) {
				ends = ends || run.Start == s.Start && run.End == s.End
			}
			if spans++; !ends {
				t.Errorf("%q ends at %d within %q", row.Theme, s.End, b.Text)
			}
		}
	}
	if spans < 3 {
		t.Errorf("only %d spans were seen", spans)
	}
}
