package paper_test

import (
	"duidu/ui/paper"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

func TestASpreadsheetReadsSignedNumbersAndRunsNoFormula(t *testing.T) {
	given := []string{"+9", "−4", "-3.5", "+14.5亿", "−2万", "约 −30", "−10…+5", "—", "=1+1", "+cmd", "@x", "-1+1", "14次", "−"}
	want := []string{"+9", "-4", "-3.5", "+1450000000", "-20000", "约 −30", "−10…+5", "—", "'=1+1", "'+cmd", "'@x", "'-1+1", "14次", "−"}
	written := paper.Table{Head: given}.CSV()
	got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(written), "\ufeff"))).Read()
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q %v", got, err)
	}
}
