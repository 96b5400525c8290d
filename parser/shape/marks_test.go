package shape

import "testing"

func TestATrailOfPagesIsToldByItsMarks(t *testing.T) {
	for line, want := range map[string]bool{
		"首页 > 政务 > 政协": true, "首页＞政务＞政协": true, "首页 » 政协 » 报告": true, "首页›政协›报告": true,
		"首页 > 政协": false, "收到提案86件": false, "": false, "首页 > 政协 » 报告": false,
	} {
		if got := IsTrail(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestAnOfficeIsNamedInAShortLine(t *testing.T) {
	for line, want := range map[string]bool{
		"县政协办公室": true, "市政协提案和委员联络委员会办公室": true, "区政协 秘书处": true, "政协研究室": true,
		"市政协提案和委员联络委员会的办公室": false, "办公室主任": false, "": false,
	} {
		if got := IsOffice(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestAMarkWithoutADigitIsNoNumber(t *testing.T) {
	for _, line := range []string{"、提案工作", "．提案工作", ".提案工作", "　提案工作", " 提案工作", "提案工作"} {
		if got := NumberingOf(line); got.Style != NoNumber || got.Rest != line {
			t.Errorf("%q is %+v", line, got)
		}
	}
}
