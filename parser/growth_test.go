package parser

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/parser/parsertest"
)

// stages are what is asked of a text, from its bytes on.
var stages = []string{"parse", "compare", "wording", "find", "coverage", "export"}

// grown is a text that grows: of some size in bytes, starting so that two of
// them have no sentence in common where that matters.
type grown struct {
	name  string
	bytes func(size, start int) []byte
	apart bool // it is compared with one that starts elsewhere, else with itself
}

// reportOf is a text in paragraphs of some length, no two of whose sentences
// are the same.
func reportOf(paragraph int) func(size, start int) []byte {
	return func(size, start int) []byte {
		var b strings.Builder
		b.WriteString("某县政协2023年工作报告\n\n")
		for i, line := start, 0; b.Len() < size; i++ {
			before := b.Len()
			fmt.Fprintf(&b, "第%d组委员围绕课题%d开展协商%d次，收到提案%d件，立案%d件，反映社情民意信息%d条。", i, i*7, i%90+1, i%300+9, i%200+5, i%50+2)
			if line += b.Len() - before; paragraph > 0 && line > paragraph {
				b.WriteString("\n\n")
				line = 0
			}
		}
		return []byte(b.String())
	}
}

// repeated is a text that nobody writes: one unit over and over.
func repeated(unit string) func(size, start int) []byte {
	return func(size, _ int) []byte { return []byte("总结\n\n" + strings.Repeat(unit, size/len(unit))) }
}

var (
	reports = []grown{
		{"one paragraph", reportOf(0), true},
		{"many paragraphs", reportOf(600), true},
	}
	hostile = []grown{
		{"one sentence", repeated("收到提案86件，立案80件，"), false},
		{"one clause", repeated("收到提案86件、"), false},
		{"many sentences", repeated("提案1件。"), false},
		{"open brackets", repeated("“收到《"), false},
		{"digits", repeated("三"), false},
		{"shares", repeated("经济类6件，占7.5%；"), false},
		{"headings", repeated("加强学习\n"), false},
		{"broken lines", repeated("围绕老城区停车难问题，组织住城委员开展了\n\n"), false},
		{"a passage of one", repeated("甲乙丙丁"), false},
	}
)

// again is how often a stage is repeated in a turn: what it writes is so large that
// the room for it, made the first time, costs more than the writing.
var again = map[string]int{"export": 3}

// stageTimes is how long each stage works on a text, the best of some turns, by
// what the processors did: others use the machine as well.
func stageTimes(t *testing.T, p *Parser, text grown, size, turns int) map[string]time.Duration {
	query, err := model.ParseQuery("提案", model.QueryReader{})
	if err != nil {
		t.Fatal(err)
	}
	data := text.bytes(size, 0)
	a := parsed(t, p, "a.txt", data)
	b := a
	if text.apart {
		b = parsed(t, p, "b.txt", text.bytes(size, 1<<20))
	}
	best := map[string]time.Duration{}
	for range turns {
		for stage, do := range map[string]func(){
			"parse":    func() { parsed(t, p, "a.txt", data) },
			"compare":  func() { compare.Compare(a, b, p.Catalogue()) },
			"wording":  func() { compare.CompareWording(a, b) },
			"find":     func() { model.Find(a, query) },
			"coverage": func() { compare.Cover(a) },
			"export": func() {
				if _, err := json.Marshal(a); err != nil {
					t.Error(err)
				}
			},
		} {
			for range again[stage] + 1 {
				start := parsertest.Computed(t)
				do()
				if took := parsertest.Computed(t) - start; best[stage] == 0 || took < best[stage] {
					best[stage] = took
				}
			}
		}
	}
	return best
}

// TestTimeGrowsWithTheTextWhateverTheText measures, for texts as they are written
// and for such as nobody writes, that eight times the text costs about eight
// times as much, in all that is asked of it: what grows with the square would
// cost sixty-four times as much. DUIDU_GROWTH=16 goes on with texts as they are
// written up to so many megabytes.
func TestTimeGrowsWithTheTextWhateverTheText(t *testing.T) {
	p := New(Options{})
	p.Line("件") // loads the tables
	const factor, slack = 8, 3
	grows := func(text grown, size, turns int) {
		for try := 1; ; try++ {
			small, large := stageTimes(t, p, text, size, turns), stageTimes(t, p, text, factor*size, turns)
			var tooLong []string
			for _, stage := range stages {
				if large[stage] > factor*slack*max(small[stage], 4*time.Millisecond) {
					tooLong = append(tooLong, fmt.Sprintf("%s, %s: %v for %d bytes, %v for %d times as many", text.name, stage, small[stage], size, large[stage], factor))
				}
				t.Logf("%s, %s: %v for %d KB, then %v", text.name, stage, small[stage], size>>10, large[stage])
			}
			if text.apart && large["compare"] > 5*large["parse"] { // two texts are parsed, and compared in at most 2.5 times that
				tooLong = append(tooLong, fmt.Sprintf("%s: comparing two texts takes %v, parsing one %v", text.name, large["compare"], large["parse"]))
			}
			if len(tooLong) == 0 {
				return
			}
			if try == 3 { // what grows too fast does so every time; a collection that falls into one turn does not
				t.Error(strings.Join(tooLong, "\n"))
				return
			}
		}
	}
	short, turns := 16<<10, 1
	if modeltest.Thorough() {
		short, turns = 24<<10, 2
	}
	for _, text := range hostile {
		grows(text, short, turns)
	}
	if !modeltest.Thorough() {
		return
	}
	most := 0.5
	if s := os.Getenv("DUIDU_GROWTH"); s != "" {
		var err error
		if most, err = strconv.ParseFloat(s, 64); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range reports {
		for _, size := range []int{64 << 10, 512 << 10, 2 << 20} {
			if factor*size <= int(most*(1<<20)) {
				grows(text, size, turns)
			}
		}
	}
}
