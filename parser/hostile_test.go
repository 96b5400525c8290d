package parser

import (
	"strings"
	"testing"
	"time"
)

// Texts that nobody writes must not take time out of proportion: four times
// the text may cost some four times as long, never sixteen times.
func TestTimeGrowsWithTheTextWhateverTheText(t *testing.T) {
	p := New(Options{})
	p.Line("件") // loads the tables
	for name, unit := range map[string]string{
		"one sentence":     "收到提案86件，立案80件，",
		"one clause":       "收到提案86件、",
		"many sentences":   "提案1件。",
		"open brackets":    "“收到《",
		"digits":           "三",
		"shares":           "经济类6件，占7.5%；",
		"headings":         "加强学习\n",
		"broken lines":     "围绕老城区停车难问题，组织住城委员开展了\n\n",
		"a passage of one": "甲乙丙丁",
	} {
		took := func(n int) time.Duration {
			best := time.Hour
			for range 2 {
				start := time.Now()
				if _, err := p.Parse("h.txt", []byte("总结\n\n"+strings.Repeat(unit, n/len(unit)))); err != nil {
					t.Fatal(err)
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		const size = 16 << 10
		small, large := took(size), took(4*size)
		if large > 9*small && large > 200*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, %v for four times as many", name, small, size, large)
		}
	}
}
