package pane

import (
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/fixture"
	"duidu/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

func styles() *theme.Styles {
	return theme.Choose(theme.Dark, theme.Terminal{Env: func(string) string { return "" }, Dark: true, Profile: termenv.TrueColor})
}

func newPane(p cell.Policy, r *model.Report) *Pane {
	pane := New(Options{Cell: p, Styles: styles(), Glyphs: theme.GlyphsFor(p)})
	pane.SetContent(Report(r, styles(), fixture.Catalogue()))
	return pane
}

var policies = []cell.Policy{{Ambiguous: cell.Narrow}, {Ambiguous: cell.Wide}}

func checkGeometry(t *testing.T, p *Pane, policy cell.Policy) {
	t.Helper()
	rows := p.View()
	w, h := p.Size()
	if len(rows) != h {
		t.Fatalf("%d rows, want %d", len(rows), h)
	}
	for i, r := range rows {
		if n := policy.Width(ansi.Strip(r)); n != w {
			t.Fatalf("row %d at %dx%d takes %d cells: %q", i, w, h, n, ansi.Strip(r))
		}
	}
}

// compact drops what layout adds.
func compact(s string) string { return strings.NewReplacer(" ", "", "\n", "", "▐", "").Replace(s) }

func TestTheTextOfThePaneIsTheTextOfTheReport(t *testing.T) {
	for _, r := range fixture.Library() {
		var want strings.Builder
		for _, b := range r.Blocks() {
			want.WriteString(b.Text)
		}
		for _, w := range []int{12, 37, 80, 133} {
			p := newPane(cell.Policy{}, r)
			p.SetSize(w, 1)
			var got strings.Builder
			for {
				got.WriteString(ansi.Strip(p.View()[0]))
				before := p.top
				p.Scroll(1)
				if p.top == before {
					break
				}
			}
			if compact(got.String()) != compact(want.String()) {
				t.Fatalf("width %d: the pane's text differs from the report's", w)
			}
		}
	}
}

func TestEveryRowIsExactAtEverySizeAlsoAfterResize(t *testing.T) {
	for _, policy := range policies {
		p := newPane(policy, fixture.Library()[0])
		for _, w := range []int{1, 2, 3, 5, 9, 20, 31, 40, 79, 80, 100, 160, 240} {
			for _, h := range []int{0, 1, 2, 7, 24, 60} {
				p.SetSize(w, h)
				checkGeometry(t, p, policy)
				p.Page(1)
				p.NextFigure()
				checkGeometry(t, p, policy)
				p.End()
				checkGeometry(t, p, policy)
			}
		}
	}
}

func TestResizingAnyNumberOfTimesLeadsBackToTheSamePlace(t *testing.T) {
	p := newPane(cell.Policy{}, fixture.Library()[0])
	p.SetSize(80, 20)
	p.Scroll(17)
	want := p.Top()
	for _, w := range []int{41, 100, 12, 230, 80} {
		p.SetSize(w, 9+w%17)
	}
	p.SetSize(80, 20)
	if got := p.Top(); got != want {
		t.Errorf("top is %v, was %v", got, want)
	}
}

func TestAJumpSurvivesAResize(t *testing.T) {
	r := fixture.Library()[0]
	p := newPane(cell.Policy{}, r)
	p.SetSize(80, 20)
	at := model.Anchor{Block: 5, Offset: 0}
	p.ScrollTo(at)
	if p.Top() != at {
		t.Fatalf("top is %v", p.Top())
	}
	p.SetSize(44, 12)
	if p.Top() != at {
		t.Errorf("after a resize the top is %v", p.Top())
	}
}

func TestATextThatFitsHasNoScrollbar(t *testing.T) {
	r := fixture.Library()[0]
	p := newPane(cell.Policy{}, r)
	p.SetSize(88, 400)
	if strings.Contains(strings.Join(p.View(), ""), "▐") {
		t.Error("a scrollbar with nothing to scroll")
	}
	p.SetSize(88, 20)
	if !strings.Contains(strings.Join(p.View(), ""), "▐") {
		t.Error("no scrollbar with something to scroll")
	}
}

func TestEveryLayerIsDrawnOverTheText(t *testing.T) {
	p := newPane(cell.Policy{}, model.Assemble(model.Report{Sections: []*model.Section{
		{Title: "收到提案", RunIn: true, Level: 2, Paragraphs: []model.Paragraph{{Text: "收到提案426件。"}}},
	}}))
	p.SetSize(60, 5)
	s := styles()
	for l := range layers {
		p.SetLayer(l, []Mark{{Block: 0, Start: len("收到提案"), End: len("收到提案426"), Ink: "<mark>"}})
		if row := p.View()[0]; !strings.Contains(row, "<mark>426\x1b[0m") {
			t.Errorf("layer %d: %q", l, row)
		}
		p.SetLayer(l, nil)
	}
	if row := p.View()[0]; !strings.Contains(row, string(s.Strong)+"收到提案") {
		t.Errorf("the run-in heading is not emphasised: %q", row)
	}
}

func TestScrollingDownAndUpIsTheSameWay(t *testing.T) {
	p := newPane(cell.Policy{}, fixture.Library()[1])
	p.SetSize(60, 18)
	p.Scroll(5)
	from := p.top
	for range 30 {
		p.Scroll(1)
	}
	p.Scroll(-30)
	if p.top != from {
		t.Errorf("at %v, started at %v", p.top, from)
	}
	p.End()
	low := p.top
	p.Scroll(1)
	if p.top != low || p.Progress() != 100 {
		t.Errorf("past the end: %v after %v, %d%%", p.top, low, p.Progress())
	}
}

func TestFiguresAreVisitedInOrderAndBroughtIntoView(t *testing.T) {
	r := fixture.Library()[0]
	p := newPane(cell.Policy{}, r)
	p.SetSize(70, 10)
	for i := range r.Figures {
		if !p.NextFigure() || p.Figure() != i {
			t.Fatalf("figure %d: at %d", i, p.Figure())
		}
		if !strings.Contains(compact(ansi.Strip(strings.Join(p.View(), ""))), r.Figures[i].Text) {
			t.Fatalf("figure %d (%s) is not in view", i, r.Figures[i].Text)
		}
	}
	if p.NextFigure() {
		t.Error("a figure after the last one")
	}
	p.Home()
	if !p.NextFigure() || p.Figure() != 0 {
		t.Errorf("from the top the next figure is %d", p.Figure())
	}
}

func TestSearchCountsItsHitsAndGoesAround(t *testing.T) {
	r := fixture.Library()[0]
	want := 0
	for _, b := range r.Blocks() {
		want += strings.Count(b.Text, "提案")
	}
	p := newPane(cell.Policy{}, r)
	p.SetSize(70, 10)
	if n := p.Find("提案", p.Literal("提案"), Forward); n != want || n < 3 {
		t.Fatalf("%d hits, want %d", n, want)
	}
	p.Again(Backward)
	if k, n := p.Hits(); k != n {
		t.Errorf("before the first hit comes the last: at %d of %d", k, n)
	}
	p.Again(Forward)
	if k, _ := p.Hits(); k != 1 {
		t.Errorf("after the last hit comes the first: at %d", k)
	}
	p.Find("没有的话", p.Literal("没有的话"), Forward)
	if k, n := p.Hits(); k != 0 || n != 0 || p.Again(Forward) {
		t.Error("hits for what is not there")
	}
}

func TestAQueryWithoutCapitalsFindsBothCases(t *testing.T) {
	p := newPane(cell.Policy{}, model.Assemble(model.Report{Sections: []*model.Section{
		{Paragraphs: []model.Paragraph{{Text: "中App app APP"}}},
	}}))
	if n := len(p.Literal("app")); n != 3 {
		t.Errorf("%d hits", n)
	}
	if n := len(p.Literal("App")); n != 1 {
		t.Errorf("%d hits", n)
	}
}

func TestAClickFindsTheCharacterUnderIt(t *testing.T) {
	for _, policy := range policies {
		p := newPane(policy, fixture.Library()[0])
		p.SetSize(81, 30)
		found := 0
		for y, row := range p.View() {
			plain := ansi.Strip(row)
			for x := range 80 {
				a, ok := p.At(x, y)
				text := p.content.Blocks[a.Block].Text
				if !ok || a.Offset >= len(text) {
					continue
				}
				char := string([]rune(text[a.Offset:])[:1])
				start, _ := policy.Cut(plain, x)
				if near := plain[len(start):]; strings.HasPrefix(near, char) {
					found++
				}
			}
		}
		if found < 500 {
			t.Errorf("%v: only %d cells lead to their character", policy, found)
		}
	}
}

func TestASentenceKeepsItsClosingMark(t *testing.T) {
	text := "开场。他说：“好！”会后落实12件。完"
	start, end := SentenceAt(text, strings.Index(text, "12"))
	if got := text[start:end]; got != "会后落实12件。" {
		t.Errorf("got %q", got)
	}
}

func key(s string) tea.KeyMsg {
	switch s {
	case "backspace":
		return tea.KeyMsg{Type: tea.KeyBackspace}
	case "left":
		return tea.KeyMsg{Type: tea.KeyLeft}
	case "enter":
		return tea.KeyMsg{Type: tea.KeyEnter}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)}
}

func TestThePromptEditsByGraphemeAndTakesWholeWords(t *testing.T) {
	var p Prompt
	p.Open("/")
	p.Update(key("社情民意"))
	p.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("👨\u200d👩\u200d👧e\u0301\n信息\x1b[31m"), Paste: true})
	p.Update(key("backspace")) // one of 信息; the escape never came in
	if got := p.Text(); got != "社情民意👨\u200d👩\u200d👧e\u0301 信" {
		t.Fatalf("got %q", got)
	}
	for range 3 {
		p.Update(key("backspace"))
	}
	if got := p.Text(); got != "社情民意👨\u200d👩\u200d👧" {
		t.Fatalf("got %q", got)
	}
	p.Update(key("backspace"))
	p.Update(key("left"))
	p.Update(key("反映"))
	if got := p.Text(); got != "社情民反映意" {
		t.Fatalf("got %q", got)
	}
	for _, policy := range policies {
		for w := range 30 {
			if n := policy.Width(ansi.Strip(p.View(policy, styles(), w))); n != w {
				t.Errorf("prompt takes %d cells, not %d", n, w)
			}
		}
	}
	if p.Update(key("enter")) != Done || p.IsOpen() {
		t.Error("Enter does not close the prompt")
	}
}

func TestAResultOfAnEraThatIsOverIsDropped(t *testing.T) {
	var g Guard
	ctx1, era1 := g.Begin(t.Context())
	_, era2 := g.Begin(t.Context())
	if ctx1.Err() == nil || g.Finish(era1) || !g.Finish(era2) || g.Busy() {
		t.Error("two eras at once")
	}
}

func FuzzPane(f *testing.F) {
	f.Add("一年来。\n收到提案426件", 40, 9, 3)
	f.Add("e\u0301\u202e\x1b[2J汉", 3, 2, 1)
	f.Fuzz(func(t *testing.T, text string, w, h, n int) {
		w, h = (w&0xffff)%130, (h&0xffff)%50
		r := model.Assemble(model.Report{Sections: []*model.Section{
			{Title: text, Level: 1, Paragraphs: []model.Paragraph{{Text: text}, {Text: ""}, {Text: text + text, Role: model.Subtitle}}},
		}})
		for _, policy := range policies {
			p := newPane(policy, r)
			p.SetSize(w, h)
			p.Scroll(n % 1000)
			checkGeometry(t, p, policy)
			p.Find("提", p.Literal("提"), Backward)
			p.SetSize(w/2, h/2+1)
			checkGeometry(t, p, policy)
		}
	})
}

// A frame, and a key to a frame, must not depend on the report's length.
func BenchmarkFrame(b *testing.B) {
	for _, sections := range []int{5, 2000} {
		r := fixture.Report(fixture.Shape{Place: "清河县", Year: 2023, Sections: sections, Paragraphs: 12})
		size := 0
		for _, block := range r.Blocks() {
			size += len(block.Text)
		}
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			p := newPane(cell.Policy{}, r)
			p.SetSize(200, 60)
			for b.Loop() {
				p.Scroll(1)
				p.View()
			}
		})
	}
}
