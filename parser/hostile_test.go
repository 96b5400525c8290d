package parser

import (
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/model/compare"
	"duidu/parser/parsertest"
)

// Texts that nobody writes must not take time out of proportion: eight times
// the text may cost some eight times as long, never sixty-four times. The
// whole way is timed: reading, searching, comparing with itself, covering.
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
		const size = 24 << 10
		small, large := stageTimes(t, p, textOf(unit, size)), stageTimes(t, p, textOf(unit, 8*size))
		for stage, took := range large {
			if took > 24*max(small[stage], 4*time.Millisecond) {
				t.Errorf("%s, %s: %v for %d bytes, %v for eight times as many", name, stage, small[stage], size, took)
			}
		}
	}
}

func textOf(unit string, size int) []byte {
	return []byte("总结\n\n" + strings.Repeat(unit, size/len(unit)))
}

// stageTimes is how long each stage works on a text, at best of two: not
// how long it takes, for others use the machine as well.
func stageTimes(t *testing.T, p *Parser, data []byte) map[string]time.Duration {
	query, err := model.ParseQuery("提案", model.QueryReader{})
	if err != nil {
		t.Fatal(err)
	}
	var r *model.Report
	best := map[string]time.Duration{}
	for range 2 {
		for _, stage := range []struct {
			name string
			do   func()
		}{
			{"parse", func() { r = parsed(t, p, "h.txt", data) }},
			{"find", func() { model.Find(r, query) }},
			{"compare", func() { compare.Compare(r, r, p.Catalogue()) }},
			{"cover", func() { compare.Cover(r) }},
		} {
			start := parsertest.Worked(t)
			stage.do()
			if took := parsertest.Worked(t) - start; best[stage.name] == 0 || took < best[stage.name] {
				best[stage.name] = took
			}
		}
	}
	return best
}
