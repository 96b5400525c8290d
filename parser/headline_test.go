package parser

import "testing"

func TestOneDeedDoesNotStandForTheYear(t *testing.T) {
	for words, want := range map[string]bool{
		"全年委员捐款30万元。":         true,
		"一位委员捐款30万元。":         false,
		"现场走访慰问困难群众40户。":      false,
		"走访慰问困难群众40户。":        true,
		"柳树村有困难群众90户，慰问了40户。": false,
	} {
		r := parse(t, words)
		got := false
		for _, f := range r.Figures {
			got = got || f.Headline
		}
		if got != want {
			t.Errorf("%s has a headline: %v", words, got)
		}
	}
}

func TestWhatIsLeftStandsForWhatWasFiled(t *testing.T) {
	r := parse(t, "按提案工作条例审过，立案178件，并案140件，实际立案76件，转为意见建议62件。")
	var stands []string
	for _, f := range r.Figures {
		if f.Headline {
			stands = append(stands, f.Text)
		}
	}
	if len(stands) != 1 || stands[0] != "76件" {
		t.Errorf("%v stand for what was filed, want 76件", stands)
	}
}
