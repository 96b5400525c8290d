package block

import "testing"

func TestTheLastTextOfAnEquationIsItsWord(t *testing.T) {
	for code, want := range map[string]string{
		"eq \\o\\ac(○,三)": "三", "EQ \\x(提案)": "提案", "eq (甲;乙)": "乙", "eq ()": "", "eq (甲,)": "", "eq (,甲)": "甲",
		"eq \\s(（甲),乙)": "", "eq ((甲,乙),丙)": "丙", "eq )甲(": "", "e": "", "": "", "equ (甲)": "甲",
	} {
		if got := FieldText(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}
