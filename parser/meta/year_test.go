package meta

import "testing"

func TestTheYearThatAReportTellsItsWorkSinceCountsAndAnyOtherStartDoesNot(t *testing.T) {
	for line, want := range map[string]int{
		"我把二〇一九年以来的工作情况报告如下。":         2019,
		"自2017年以来产生的矛盾，化解了16起。":       0,
		"2021年至今，工作室开门40次。":           0,
		"自2017年以来年年开会，2022年收到提案120件。": 2022,
		"自2006年起，助学活动没有断过。":           0,
		"2006年起了大风，委员送粮下乡。":           2006,
		"2014年~2020年，收到提案900件。":       2020,
		"2021—2025年规划写进了三条建议。":        0,
	} {
		if got := lastNamed([]string{line}, lastYear); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
}
