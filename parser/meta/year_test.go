package meta

import "testing"

func TestTheYearThatAReportTellsItsWorkSinceCountsAndAnyOtherStartDoesNot(t *testing.T) {
	for line, want := range map[string]int{
		"我把二〇一九年以来的工作情况报告如下。":         2019,
		"自2017年以来产生的矛盾，化解了16起。":       0,
		"2021年至今，工作室开门40次。":           0,
		"自2017年以来年年开会，2022年收到提案120件。": 2022,
	} {
		if got := lastNamed([]string{line}, lastYear); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
}
