package model

import "testing"

func TestALiteralIsWhatEverythingThatIsFoundHolds(t *testing.T) {
	for form, want := range map[string]string{
		"(?i)协商.{0,6}次": "协商", "(?i)^一、": "一、", "(?i)(提案|议案)": "", "(?i)(委员工作室)+活动": "委员工作室", "(?i)提案?": "提", "(?i)gdp增长": "增长",
		"GDP": "GDP", "(?i)[0-9]+件": "件", "(?i)(民主监督){2}": "民主监督", "(?i)(民主监督)*": "", "(?i).*": "", "(": "",
	} {
		if got := literalOf(form); got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}
