package ui

import (
	"context"
	"fmt"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/fixture"

	tea "github.com/charmbracelet/bubbletea"
)

func TestALongComparisonSaysThatItIsUnderWay(t *testing.T) {
	reports := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, place := range []string{"清河县", "白石区"} {
			yield(place, fixture.Report(fixture.Shape{Path: place, Place: place, Year: 2023, Sections: 200, Paragraphs: 20}), nil)
		}
		return nil
	}
	a := newApp(t.Context(), Options{Load: reports, Catalogue: fixture.Catalogue(), Paths: []string{"a", "b"}}, plainTerminal())
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	r := &rig{t, a}
	cmd := a.Init()
	for opened := false; !opened; {
		msg := cmd()
		_, opened = msg.(ask.Open)
		_, cmd = a.Update(msg)
	}
	r.shows("正在比较")
	r.press("2", "f")
	r.shows("正在比较")
	work := cmd().(tea.BatchMsg)
	done := work[0]()
	r.send(done)
	r.press("]")
	r.showsNot("正在比较")
	at := r.text()
	r.send(done) // an era that is over
	if r.text() != at {
		t.Error("a result that came twice moved the screen")
	}
}

// A key and its frame must not grow with the length of the two reports.
func BenchmarkCompareKeyToFrame(b *testing.B) {
	for _, sections := range []int{5, 2000} {
		reports := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
			for _, place := range []string{"清河县", "白石区"} {
				yield(place, fixture.Report(fixture.Shape{Path: place, Place: place, Year: 2023, Sections: sections, Paragraphs: 12}), nil)
			}
			return nil
		}
		r := newRig(b, Options{Load: reports, Paths: []string{"a", "b"}}, 200, 60)
		for _, view := range []string{"1", "2", "3"} {
			b.Run(fmt.Sprintf("view%s/%dsections", view, sections), func(b *testing.B) {
				r.press(view)
				key := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")}
				for b.Loop() {
					r.app.Update(key)
					_ = r.app.View()
				}
			})
		}
	}
}

func TestPairedSectionsComeBackAtTheNextStart(t *testing.T) {
	path := statePath(t)
	t.Chdir(t.TempDir())
	start := func() *rig {
		return newRigHere(t, Options{Load: loadOf(2), Paths: []string{"a", "b"}, Catalogue: fixture.Catalogue(), StatePath: path}, 120, 30)
	}
	r := start()
	if r.app.top().name != ask.Compare {
		t.Fatal("the comparison is not open")
	}
	r.press("]", "L", "tab", "]", "]", "]", "tab", "=")
	paired := r.app.env.Pairings()
	if err := r.app.saveNow(); err != nil || len(paired) != 1 {
		t.Fatalf("%v %v", paired, err)
	}
	again := start()
	if got := again.app.env.Pairings(); len(got) != 1 || got.Index(paired[0]) != 0 {
		t.Fatalf("came back as %v, not %v", got, paired)
	}
	again.press("g", "]") // it opened where it was left
	again.shows("手工配对")
	again.press("=")
	if err := again.app.saveNow(); err != nil {
		t.Fatal(err)
	}
	if got := start().app.env.Pairings(); len(got) != 0 {
		t.Errorf("parted sections come back: %v", got)
	}
}
