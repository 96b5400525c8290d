package numbering

import "testing"

func TestListsAreCountedLevelByLevel(t *testing.T) {
	l := New([Levels]Level{{"chineseCounting", "%1、", 1}, {"chineseCounting", "（%2）", 1}, {"decimal", "%3.", 1}, {"bullet", "x", 1}})
	for i, want := range []struct {
		level int
		mark  string
	}{{0, "一、"}, {1, "（一）"}, {2, "1. "}, {2, "2. "}, {1, "（二）"}, {2, "1. "}, {0, "二、"}, {1, "（一）"}, {3, "• "}, {9, ""}, {-1, ""}, {4, ""}} {
		if mark, bullet := l.Next(want.level); mark != want.mark || bullet != (want.level == 3) {
			t.Errorf("item %d: %q, want %q", i, mark, want.mark)
		}
	}
	l.Restart(0, 5)
	if mark, _ := l.Next(0); mark != "五、" {
		t.Errorf("after a new start: %q", mark)
	}
}

func TestNumbersAreWrittenAsTheirFormatSays(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{10, "chineseCounting", "十"}, {21, "japaneseCounting", "二十一"}, {100, "chineseCounting", "100"}, {12, "ideographDigital", "一二"},
		{3, "ideographTraditional", "丙"}, {13, "ideographZodiac", "子"}, {2, "decimalEnclosedCircle", "②"}, {21, "decimalEnclosedCircle", "21"},
		{3, "lowerLetter", "c"}, {4, "upperRoman", "IV"}, {9, "lowerRoman", "ix"}, {7, "decimalZero", "07"}, {15, "decimalFullWidth", "１５"}, {0, "ideographTraditional", "0"}, {6, "new", "6"},
	} {
		if got := Text(c.n, c.format); got != c.want {
			t.Errorf("%d as %s: %q, want %q", c.n, c.format, got, c.want)
		}
	}
}
