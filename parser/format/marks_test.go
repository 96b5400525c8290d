package format

import "testing"

func TestAMarkOfAJumpIsFoundInTheFirstAndTheLastLineAlike(t *testing.T) {
	for name, c := range map[string]struct {
		lines        []Line
		onward, from string
		left         int
	}{
		"of a line alone":  {[]Line{{Text: "收到提案，其中关于饮水的得到（下转第四版）"}}, "四", "", 1},
		"a line of it own": {[]Line{{Text: "收到提案。"}, {Text: "（下转第四版）"}}, "四", "", 1},
		"from another":     {[]Line{{Text: "（上接第一版）县里的重视。"}}, "", "一", 1},
		"both":             {[]Line{{Text: "（上接第一版）"}, {Text: "县里的重视。"}, {Text: "（下转第四版）"}}, "四", "一", 1},
		"none":             {[]Line{{Text: "收到提案，第四版刊登。"}}, "", "", 1},
	} {
		lines, j := TakeJumps(c.lines)
		if j.Onward != c.onward || j.From != c.from || len(lines) != c.left {
			t.Errorf("%s: %+v, %d lines", name, j, len(lines))
		}
	}
}

func TestADayOrATimeAtTheHeadOfALineIsMeasured(t *testing.T) {
	for line, want := range map[string]string{
		"08:30 来源": "08:30", "2023-01-05 来源": "2023-01-05", "99件提案": "", "星期五 晴": "星期五", "收到提案": "", "": "", "9:05:10来源": "9:05:10",
	} {
		if got := line[:dayAt(line)]; got != want {
			t.Errorf("%q begins with the day %q, not %q", line, got, want)
		}
	}
}

func TestADayMayBeginWithANought(t *testing.T) {
	for s, want := range map[string]bool{"08:30 来源": true, "2023-12-05": true, "星期五": true, "月初": false, "": false} {
		if got := dayAt(s) > 0; got != want {
			t.Errorf("%q begins with a day: %v", s, got)
		}
	}
}
