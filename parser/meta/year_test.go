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

func TestWhatIsReachedByAYearsEndIsToldOfThatYear(t *testing.T) {
	for body, want := range map[string]int{
		"2014年，议事厅在一个街道试点。到2023年底，全区街道都有了议事厅。": 2023,
		"2014年，议事厅在一个街道试点。到2025年底，全区街道要有议事厅。":  2014,
		"2014年，议事厅在一个街道试点。":                    2014,
	} {
		if got := openingYear([]string{body}); got != want {
			t.Errorf("%s: %d, want %d", body, got, want)
		}
	}
}

func TestTheYearsOfATermAreNotTheOnesATextSpeaksOfMost(t *testing.T) {
	lines := []string{"第一届委员会（1984年6月—1987年5月），委员89名。", "第二届委员会（1987年6月—1990年5月），委员102名。"}
	if got := usualYear(lines); got != 0 {
		t.Errorf("read %d", got)
	}
	if got := usualYear([]string{"1987年收到提案30件，1987年办复30件。"}); got != 1987 {
		t.Errorf("a year told twice: %d", got)
	}
}
