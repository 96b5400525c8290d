package pdf

import "testing"

func TestRadicalsBecomeTheCharactersTheyLookLike(t *testing.T) {
	for in, want := range map[string]string{"⼆⼗⼤⼯作⼈⺠": "二十大工作人民", "⻓⻄⻔⻅⻋⻰": "长西门见车龙", "︵一︶﹁二﹂": "（一）「二」", "提案86件（二）": "提案86件（二）"} {
		if got := foldRadicals(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	for r := rune(0x2E80); r <= 0x2FD5; r++ {
		if r == 0x2E9A || r > 0x2EF3 && r < 0x2F00 {
			continue // no characters
		}
		if got := foldRadicals(string(r)); got == string(r) || len([]rune(got)) != 1 {
			t.Errorf("%c stays %s", r, got)
		}
	}
}
