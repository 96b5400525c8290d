package number

import "testing"

func TestASpanOfYearsEndsInItsLast(t *testing.T) {
	for line, want := range map[string]int{
		"2017—2021年工作总结": 2021, "（2017年至2021年）": 2021, "２０１７－２０２１年": 2021, "二〇一七年至二〇二一年": 2021,
		"2017到2021年": 2021, "2021年工作报告": 0, "2021—2017年": 0, "第1—3年": 0, "十年": 0, "": 0, "2023年，2017至2021年": 2021,
	} {
		if got, _ := SpanEnd(line); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
	if _, after := SpanEnd("2021—2025年规划"); after != "规划" {
		t.Errorf("behind it stands %q", after)
	}
}
