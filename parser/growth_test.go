package parser

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/model/compare"
)

// Sizes between which growth is measured, in bytes: both beyond what a report
// has, the larger as long as patience allows in every run of the tests.
const (
	grownFrom = 64 << 10
	grownTo   = 8 * grownFrom
)

// ofSize is a text of n bytes in paragraphs of some length, no two of whose
// sentences are the same.
func ofSize(n, paragraph int, start int) []byte {
	var b strings.Builder
	b.WriteString("某县政协2023年工作报告\n\n")
	for i, line := start, 0; b.Len() < n; i++ {
		before := b.Len()
		fmt.Fprintf(&b, "第%d组委员围绕课题%d开展协商%d次，收到提案%d件，立案%d件，反映社情民意信息%d条。", i, i*7, i%90+1, i%300+9, i%200+5, i%50+2)
		if line += b.Len() - before; line > paragraph {
			b.WriteString("\n\n")
			line = 0
		}
	}
	return []byte(b.String())
}

// leastTime is the least processor time that work took of two turns.
func leastTime(work func()) time.Duration {
	best := time.Hour
	for range 2 {
		start := cpuTime()
		work()
		best = min(best, cpuTime()-start)
	}
	return best
}

// TestTimeGrowsWithTheTextInAllThatIsAsked measures, for texts of one paragraph
// and of many, that eight times the text costs about eight times as much.
func TestTimeGrowsWithTheTextInAllThatIsAsked(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p := New(Options{})
	for name, paragraph := range map[string]int{"one paragraph": grownTo, "many paragraphs": 600} {
		var parsed, compared time.Duration
		times := func(n int) map[string]time.Duration {
			data, other := ofSize(n, paragraph, 0), ofSize(n, paragraph, 1<<20)
			var a, b *model.Report
			var err error
			took := map[string]time.Duration{}
			took["parse"] = leastTime(func() {
				if a, err = p.Parse("a.txt", data); err != nil {
					t.Fatal(err)
				}
			})
			if b, err = p.Parse("b.txt", other); err != nil {
				t.Fatal(err)
			}
			q, err := model.ParseQuery("提案", model.QueryReader{})
			if err != nil {
				t.Fatal(err)
			}
			took["compare"] = leastTime(func() { compare.Compare(a, b, p.Catalogue()) })
			took["wording"] = leastTime(func() { compare.CompareWording(a, b) })
			took["find"] = leastTime(func() { model.Find(a, q) })
			took["coverage"] = leastTime(func() { compare.Cover(a) })
			took["export"] = leastTime(func() {
				if _, err := json.Marshal(a); err != nil {
					t.Fatal(err)
				}
			})
			parsed, compared = took["parse"], took["compare"]
			return took
		}
		small := times(grownFrom)
		for what, large := range times(grownTo) {
			const factor, slack = grownTo / grownFrom, 4 // what grows with the square costs 64 times as much
			if large > factor*slack*max(small[what], time.Millisecond) {
				t.Errorf("%s, %s: %v for %d bytes, %v for %d times as many", name, what, small[what], grownFrom, large, factor)
			}
			t.Logf("%s, %s: %v, then %v", name, what, small[what], large)
		}
		if compared > 5*parsed { // two texts are parsed, and compared in at most 2.5 times that
			t.Errorf("%s: comparing two texts takes %v, parsing one %v", name, compared, parsed)
		}
	}
}
