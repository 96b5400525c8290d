package matrix

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/fixture"
	"duidu/ui/lang"
	"duidu/ui/screen"
	"duidu/ui/theme"

	"github.com/shopspring/decimal"
)

func env(reports ...*model.Report) *screen.Env {
	e := &screen.Env{
		Styles: &theme.Styles{}, Glyphs: theme.GlyphsFor(cell.Policy{}), Lang: lang.Chinese, Texts: lang.For(lang.Chinese),
		Catalogue: fixture.Catalogue(), Words: lang.NamesFor(lang.Chinese), Reports: &screen.Reports{},
	}
	for _, r := range reports {
		e.Reports.Add(screen.Entry{Path: r.Path, Report: r})
	}
	return e
}

// stating is a report that states one figure of opinion reports.
func stating(place, value, unit string) *model.Report {
	text := "反映信息" + value + unit + "。"
	start := len("反映信息")
	return model.Assemble(model.Report{Path: place, Place: place, Sections: []*model.Section{{Theme: "livelihood", Paragraphs: []model.Paragraph{{Text: text}}}},
		Figures: []model.Figure{{Text: value + unit, Value: decimal.RequireFromString(value), Unit: unit, Indicator: "opinion_reports", Headline: true,
			Section: model.Path{0}, Start: start, End: start + len(value+unit)}}})
}

func opened(t *testing.T, e *screen.Env) *Matrix {
	t.Helper()
	x := New(e, ask.Open{}).(*Matrix)
	x.SetSize(100, 20)
	x.Update(x.Start()())
	if !x.ready() {
		t.Fatal("not gathered")
	}
	return x
}

func TestFiguresInAnotherUnitHaveNoBarAndComeAfterThoseThatCompare(t *testing.T) {
	x := opened(t, env(stating("甲", "900", "期"), stating("乙", "20", "条"), stating("丙", "40", "篇"), model.Assemble(model.Report{Path: "丁", Place: "丁"}), stating("戊", "30", "条")))
	x.turn()
	x.sort()
	v := x.view()
	var names []string
	for _, i := range v.order {
		names = append(names, v.grid.names[i])
	}
	if got := strings.Join(names, ""); got != "丙戊乙甲丁" {
		t.Errorf("the largest first: %s", got)
	}
	figures := measure{table: figures}
	if f := v.grid.fraction(figures, at{0, 0}); f != 0 {
		t.Errorf("甲 has a bar of %f", f)
	}
	if f := v.grid.fraction(figures, at{0, 4}); f != 0.75 {
		t.Errorf("戊 has a bar of %f", f)
	}
}

func TestAFigureOfAWholeTermIsNotMeasuredAgainstThoseOfAYear(t *testing.T) {
	term := stating("甲", "900", "条")
	term.Figures[0].Period = &model.Period{Text: "换届以来", Years: 5}
	x := opened(t, env(term, stating("乙", "20", "条"), stating("丙", "40", "篇")))
	figures := measure{table: figures}
	g := x.view().grid
	if a, c := g.fraction(figures, at{0, 0}), g.fraction(figures, at{0, 2}); a != 0 || c != 1 {
		t.Errorf("bars of %v and %v", a, c)
	}
	if said := x.facts(at{0, 0}, ""); !strings.Contains(said, "换届以来") || !strings.Contains(said, "时段与同行多数不同") {
		t.Errorf("says %q", said)
	}
	if said := x.facts(at{0, 1}, ""); strings.Contains(said, "时段") {
		t.Errorf("a year's figure says %q", said)
	}
}

func TestAGatheringOfAnotherMatrixOrAnEarlierOneIsDropped(t *testing.T) {
	e := env(stating("甲", "20", "条"), stating("乙", "30", "条"))
	x, other := New(e, ask.Open{}).(*Matrix), New(e, ask.Open{}).(*Matrix)
	early, foreign := x.Start(), other.Start()
	late := x.Start()
	x.Update(early())
	x.Update(foreign())
	if x.ready() {
		t.Fatal("took what was not its own")
	}
	x.Update(late())
	if !x.ready() {
		t.Error("did not take its own")
	}
}

func TestABarTellsItsShareByItsLength(t *testing.T) {
	x := &Matrix{env: env()}
	for share, want := range map[float64]string{0: "    ", 0.0001: "▏   ", 0.25: "█   ", 0.5: "██  ", 0.9: "███▋", 1: "████"} {
		if got := x.bar(share, 4); got != want {
			t.Errorf("%f: %q", share, got)
		}
	}
	x.env.Cell.Ambiguous = cell.Wide
	if got := x.bar(0.5, 4); got != "##  " {
		t.Errorf("in signs: %q", got)
	}
}

func TestWhatWasSetComesBack(t *testing.T) {
	e := env(stating("甲", "20", "条"), stating("乙", "30", "条"))
	x := opened(t, e)
	x.turn()
	x.move(0, 1)
	x.sort()
	again := New(e, ask.Open{}).(*Matrix)
	again.Recall(x.Keep())
	again.SetSize(100, 20)
	again.Update(again.Start()())
	if v := again.view(); v.down != reportsDown || v.sorted != falling || v.grid.names[v.order[0]] != "乙" {
		t.Errorf("%q came back as %+v", x.Keep(), v)
	}
	if again.Keep() != x.Keep() {
		t.Errorf("%q became %q", x.Keep(), again.Keep())
	}
}

// A state file may hold anything: a setting is taken up or left, and the
// screen keeps its size.
func FuzzRecall(f *testing.F) {
	f.Add("down=reports falling=opinion_reports", 80, 20)
	f.Add("rising= = down=x", 3, 1)
	e := env(stating("甲", "20", "条"), stating("乙", "30", "期"))
	f.Fuzz(func(t *testing.T, kept string, w, h int) {
		w, h = (w&0xffff)%300, (h&0xffff)%100
		x := New(e, ask.Open{}).(*Matrix)
		x.Recall(kept)
		x.SetSize(w, h)
		x.Update(x.Start()())
		rows := x.View()
		if len(rows) != h {
			t.Errorf("%d rows of %d", len(rows), h)
		}
		again := New(e, ask.Open{}).(*Matrix)
		again.Recall(x.Keep())
		again.Update(again.Start()())
		if again.Keep() != x.Keep() {
			t.Errorf("%q becomes %q", x.Keep(), again.Keep())
		}
	})
}

func BenchmarkGather(b *testing.B) {
	var reports []*model.Report
	var numbers []int
	for i := range 1000 {
		reports, numbers = append(reports, fixture.Library()[i%3]), append(numbers, i)
	}
	e := env()
	for b.Loop() {
		newGrid(e, numbers, reports)
	}
}
