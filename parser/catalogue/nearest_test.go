package catalogue

import (
	"testing"
)

// TestTheWordNearestToTheFigureNamesIt tries two words of which one or both stand
// several times, before and behind the figure.
func TestTheWordNearestToTheFigureNamesIt(t *testing.T) {
	c, err := Parse(`
[[theme]]
id = "overview"
name = "综合"
[[indicator]]
id = "visits"
name = "走访"
theme = "overview"
units = [["次"]]
words = ["走访"]
[[indicator]]
id = "talks"
name = "座谈"
theme = "overview"
units = [["次"]]
words = ["座谈"]
`)
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"走访以后又座谈◇":    "talks",
		"座谈以后又走访◇":    "visits",
		"走访以后座谈，再走访◇": "visits",
		"座谈以后走访共计◇座谈": "talks",
		"走访◇以后座谈，又座谈": "visits",
		"走访座谈以后共计◇以及": "talks",
		"以后◇走访":       "visits",
		"以后◇":         "",
	} {
		if got := c.IndicatorOf(Vicinity{Text: s, Clause: s, Unit: "次"}); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
