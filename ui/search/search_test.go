package search

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/cell"
	"duidu/ui/fixture"
	"duidu/ui/lang"
	"duidu/ui/list"
	"duidu/ui/screen"
	"duidu/ui/theme"
)

func newEnv(p cell.Policy, reports ...*model.Report) *screen.Env {
	env := &screen.Env{
		Cell: p, Styles: theme.Choose(theme.Dark, theme.Terminal{Env: func(string) string { return "" }, Dark: true, Profile: termenv.TrueColor}),
		Glyphs: theme.GlyphsFor(p), Lang: lang.Chinese, Texts: lang.For(lang.Chinese), Catalogue: fixture.Catalogue(), Reports: &screen.Reports{},
	}
	for _, r := range reports {
		env.Reports.Add(screen.Entry{Path: r.Path, Report: r})
	}
	return env
}

func parse(t testing.TB, text string) model.Query {
	t.Helper()
	q, err := model.ParseQuery(text, model.QueryReader{Catalogue: fixture.Catalogue()})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestBatchesOfAnyLengthFindWhatOneSearchFinds(t *testing.T) {
	var reports []target
	for i := range 200 {
		reports = append(reports, target{i, screen.Entry{Report: fixture.Library()[i%3]}})
	}
	q := parse(t, "饮水")
	want, to := searchFor(t.Context(), q, reports, 0, time.Hour)
	if to != 200 || len(want) != 200 {
		t.Fatalf("%d reports searched, %d found", to, len(want))
	}
	var got []found
	for at := 0; at < len(reports); {
		list, next := searchFor(t.Context(), q, reports, at, 0) // no time at all
		if next <= at {
			t.Fatal("a batch goes nowhere")
		}
		got, at = append(got, list...), next
	}
	for i := range want {
		if got[i].number != want[i].number || got[i].hits != want[i].hits {
			t.Fatalf("found %+v at %d, want %+v", got[i], i, want[i])
		}
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if list, _ := searchFor(stopped, q, reports, 0, time.Hour); len(list) != 0 {
		t.Error("a search that was stopped goes on")
	}
}

func TestEveryRowBelongsToOneReportHoweverTheyAreFolded(t *testing.T) {
	r := results{query: parse(t, "饮水")}
	r.add([]found{{hits: 4, lines: 3}, {hits: 1, lines: 1}, {hits: 5, lines: 5}})
	r.add([]found{{hits: 2, lines: 2}})
	check := func(want string) {
		t.Helper()
		var got strings.Builder
		for row := range r.rows() {
			got.WriteByte(byte('0' + r.at(row)))
		}
		if got.String() != want || r.at(-1) != -1 || r.at(r.rows()) != -1 {
			t.Errorf("rows %s, want %s", got.String(), want)
		}
	}
	check("000011222222333")
	r.toggle(2)
	check("0000112333")
	r.toggleAll() // one is folded: all unfold
	check("000011222222333")
	r.toggleAll()
	check("0123")
	r.unfold(1)
	check("01123")
	if r.hits != 12 {
		t.Errorf("%d hits", r.hits)
	}
}

// run searches to the end.
func run(s *Search, query string) {
	for cmd := s.begin(query); cmd != nil; {
		b, ok := cmd().(batch)
		if !ok {
			return
		}
		cmd = s.take(b)
	}
}

func TestAReportThatArrivesMeanwhileIsSearchedToo(t *testing.T) {
	env := newEnv(cell.Policy{}, fixture.Library()[:2]...)
	s := New(env, ask.Open{}).(*Search)
	s.SetSize(100, 30)
	cmd := s.begin("饮水")
	env.Reports.Add(screen.Entry{Path: "late", Report: fixture.Library()[2]})
	for cmd != nil {
		cmd = s.take(cmd().(batch))
	}
	if len(s.results.found) != 3 || s.hunt.running() {
		t.Errorf("%d reports found", len(s.results.found))
	}
}

func FuzzHitRow(f *testing.F) {
	f.Add("收到提案426件，满意。后面还有", "提案", 20)
	f.Add("👨\u200d👩\u200d👧e\u0301\u202e\x1b[2J提", "e", 3)
	f.Fuzz(func(t *testing.T, text, query string, w int) {
		if w = (w & 0xff) + 1; strings.TrimSpace(query) == "" {
			return
		}
		r := model.Assemble(model.Report{Place: "清河县", Sections: []*model.Section{{Title: text, Level: 1, Paragraphs: []model.Paragraph{{Text: text + text}}}}})
		for _, p := range []cell.Policy{{Ambiguous: cell.Narrow}, {Ambiguous: cell.Wide}} {
			s := New(newEnv(p, r), ask.Open{}).(*Search)
			s.SetSize(w, 12)
			run(s, query)
			for i, row := range s.View() {
				if n := p.Width(ansi.Strip(row)); n != w {
					t.Fatalf("row %d takes %d cells of %d: %q", i, n, w, ansi.Strip(row))
				}
			}
		}
	})
}

func BenchmarkRows(b *testing.B) {
	s := New(newEnv(cell.Policy{}, fixture.Library()...), ask.Open{}).(*Search)
	s.SetSize(160, 50)
	run(s, "提案")
	for b.Loop() {
		s.move(func(l *list.List) { l.Move(1) })()
		s.View()
	}
}
