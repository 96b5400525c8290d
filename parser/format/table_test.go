package format

import "testing"

func TestACellIsACountWithItsUnitAndNothingElse(t *testing.T) {
	for cell, want := range map[string]bool{
		"96件": true, " 96件 ": true, "2.3万人次": true, "1,200余户": true, "３６名": true,
		"96": false, "98%": false, "2023年": false, "3月": false, "12届": false, "第96件": false, "件": false, "": false,
	} {
		if got := isCountCell(cell); got != want {
			t.Errorf("%q is a count: %v", cell, got)
		}
	}
}
