package parser

import (
	"strings"
	"testing"
	"time"
)

// Texts that nobody writes must not take time out of proportion: eight times
// the text may cost some eight times as long, never sixty-four times. The whole
// way is timed: reading, searching, comparing with itself, and wording.
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
		const size = 12 << 10
		for stage, took := range timedStages(t, p) {
			small, large := took(textOf(unit, size)), took(textOf(unit, 8*size))
			if large > 24*max(small, 4*time.Millisecond) {
				t.Errorf("%s, %s: %v for %d bytes, %v for eight times as many", name, stage, small, size, large)
			}
		}
	}
}

func textOf(unit string, size int) []byte {
	return []byte("总结\n\n" + strings.Repeat(unit, size/len(unit)))
}

// timedStages are the ways a text goes, each with how long it takes at best.
func timedStages(t *testing.T, p *Parser) map[string]func([]byte) time.Duration {
	best := func(do func(r *model.Report)) func([]byte) time.Duration {
		return func(data []byte) time.Duration {
			shortest := time.Hour
			for range 2 {
				r, start := (*model.Report)(nil), time.Now()
				if do != nil {
					r = parsed(t, p, "h.txt", data)
					start = time.Now()
					do(r)
				} else if _, err := p.Parse("h.txt", data); err != nil {
					t.Fatal(err)
				}
				shortest = min(shortest, time.Since(start))
			}
			return shortest
		}
	}
	query, err := model.QueryReader{}.Parse("提案")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]func([]byte) time.Duration{
		"parse": best(nil),
		"find":  best(func(r *model.Report) { model.Find(r, query) }),
		"compare": best(func(r *model.Report) {
			compare.Compare(r, r)
		}),
		"wording": best(func(r *model.Report) {
			compare.CompareWording(r.Paragraphs(), r.Paragraphs())
		}),
	}
}
