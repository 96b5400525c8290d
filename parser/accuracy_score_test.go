package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"duidu/model"
)

// measures are the rows of the table. Lists that can miss and invent have an
// F1; of what can only be right or wrong, it is the share that is right.
var measures = []string{"figures", "strict", "qualifier", "indicator", "each, plan", "each", "plan", "label", "headline", "span", "part of",
	"headings", "theme", "sentences", "captions", "joints", "notices", "head", "cases"}

// tally counts what agrees, what was read and what was wanted.
type tally struct{ hit, read, wanted float64 }

// f1 is 0 to 1, and false where nothing was counted.
func (t tally) f1() (float64, bool) {
	if t.read+t.wanted == 0 {
		return 0, false
	}
	return 2 * t.hit / (t.read + t.wanted), true
}

func (t tally) String() string {
	share, counted := t.f1()
	switch {
	case !counted:
		return "-"
	case t.read == t.wanted:
		return fmt.Sprintf("%.3f of %.0f", share, t.wanted)
	}
	return fmt.Sprintf("%.3f of %.0f, %.0f read", share, t.wanted, t.read)
}

// scorer compares what the parser read with what people read.
type scorer struct {
	t       *testing.T
	name    string
	tallies map[string]tally
}

func newScorer(t *testing.T, name string) scorer { return scorer{t, name, map[string]tally{}} }

func (s scorer) count(measure string, hit, read, wanted float64) {
	t := s.tallies[measure]
	s.tallies[measure] = tally{t.hit + hit, t.read + read, t.wanted + wanted}
}

func (s scorer) miss(measure, format string, args ...any) {
	if *listMisses {
		s.t.Logf("%s: %s: %s", s.name, measure, fmt.Sprintf(format, args...))
	}
}

func (s scorer) right(measure string, ok bool, format string, args ...any) {
	if ok {
		s.count(measure, 1, 1, 1)
		return
	}
	s.count(measure, 0, 1, 1)
	s.miss(measure, format, args...)
}

// aligned pairs two lists in their order and counts them; what stands alone
// is a miss.
func (s scorer) aligned(measure, where string, want, got []string) [][2]int {
	pairs := longestCommon(want, got)
	s.count(measure, float64(len(pairs)), float64(len(got)), float64(len(want)))
	for side, list := range [][]string{want, got} {
		for i, item := range list {
			if !slices.ContainsFunc(pairs, func(p [2]int) bool { return p[side] == i }) {
				s.miss(measure, "%s: %s %s", where, [...]string{"missed", "invented"}[side], item)
			}
		}
	}
	return pairs
}

func (s scorer) figures(where string, want, got []model.Figure) {
	strict := 0.0
	for _, p := range s.aligned("figures", where, keys(want), keys(got)) {
		w, g := want[p[0]], got[p[1]]
		s.right("qualifier", w.Qualifier == g.Qualifier, "%s: %s: wanted %s, got %s", where, w.Text, w.Qualifier, g.Qualifier)
		s.right("indicator", w.Indicator == g.Indicator, "%s: %s %s: wanted %q, got %q", where, w.Text, w.Label, w.Indicator, g.Indicator)
		s.right("each, plan", w.Each == g.Each && w.Plan == g.Plan, "%s: %s: wanted %t, %t", where, w.Text, w.Each, w.Plan)
		overlap := dice(plain(w.Label), plain(g.Label))
		if s.count("label", overlap, 1, 1); overlap < 0.6 {
			s.miss("label", "%s: %s: wanted %s, got %s", where, w.Text, w.Label, g.Label)
		}
		if w.Qualifier == g.Qualifier && w.Indicator == g.Indicator {
			strict++
		}
	}
	s.count("strict", strict, float64(len(got)), float64(len(want)))
}

// quantity looks for one figure among those of a line.
func (s scorer) quantity(want model.Figure, line string, got []model.Figure) {
	same := slices.DeleteFunc(slices.Clone(got), func(f model.Figure) bool { return !f.Value.Equal(want.Value) || f.Unit != want.Unit })
	s.right("cases", len(same) > 0, "%s: wanted %s, got %v", line, keys([]model.Figure{want})[0], keys(got))
	if len(same) > 0 {
		s.right("qualifier", slices.ContainsFunc(same, func(f model.Figure) bool { return f.Qualifier == want.Qualifier }), "%s: wanted %s", line, want.Qualifier)
	}
}

func (s scorer) report(g gold, r *model.Report) {
	s.figures(g.File, g.Figures, r.Figures)
	var want, got, themes, paragraphs []string
	for _, h := range g.Headings {
		want = append(want, plain(h.Title))
	}
	sentences := make([]string, len(g.Alignments)) // their themes
	r.Walk(func(_ model.Path, c *model.Section) {
		if c.Title != "" {
			got, themes = append(got, plain(c.Title)), append(themes, c.Theme)
		}
		for _, p := range c.Paragraphs {
			paragraphs = append(paragraphs, plain(p.Text))
			for i, a := range g.Alignments {
				if at := strings.Index(p.Text, a.Sentence); at >= 0 {
					sentences[i] = runTheme(p, at)
				}
			}
		}
	})
	for _, p := range s.aligned("headings", g.File, want, got) {
		h := g.Headings[p[0]]
		s.right("theme", anyOf(h.Theme, themes[p[1]]), "%s: wanted %s, got %s", h.Title, h.Theme, themes[p[1]])
	}
	for i, a := range g.Alignments {
		s.right("sentences", anyOf(a.Theme, sentences[i]), "%s: wanted %s, got %s", a.Sentence, a.Theme, sentences[i])
	}
	s.aligned("captions", g.File, plainAll(g.Captions), plainAll(r.Captions))
	for _, b := range g.Broken {
		joint := plain(strings.Replace(b, "|", "", 1))
		s.right("joints", slices.ContainsFunc(paragraphs, func(p string) bool { return strings.Contains(p, joint) }), "%s", b)
	}
	s.noticed(r, model.NoticeDuplicate, len(g.Duplicates))
	s.noticed(r, model.NoticeGap, len(g.Gaps))
	head := []any{plain(r.Title), r.Place, r.City, r.Province, r.Year, r.Term, r.Session, string(r.Script)}
	for i, want := range []any{plain(g.Title), g.Place, g.City, g.Province, g.Year, g.Term, g.Session, g.Script} {
		s.right("head", want == head[i], "%s: wanted %v, got %v", g.File, want, head[i])
	}
}

// noticed counts a false alarm like an oversight.
func (s scorer) noticed(r *model.Report, kind model.NoticeKind, want int) {
	got := 0
	for _, n := range r.Notices {
		if n.Kind == kind {
			got++
		}
	}
	for i := range max(want, got) {
		s.right("notices", i < min(want, got), "%s: wanted %d, got %d", kind, want, got)
	}
}

func runTheme(p model.Paragraph, at int) string {
	for _, run := range p.Runs {
		if run.Start <= at && at < run.End {
			return run.Theme
		}
	}
	return ""
}

// anyOf tells whether got is one of the alternatives that | divides.
func anyOf(want, got string) bool { return slices.Contains(strings.Split(want, "|"), got) }

// keys are what figures are aligned by: value and unit.
func keys(figures []model.Figure) []string {
	var list []string
	for _, f := range figures {
		list = append(list, f.Value.String()+" "+f.Unit)
	}
	return list
}

// plain folds what a line may differ in without being another one.
func plain(s string) string {
	s = strings.NewReplacer("，", ",", "；", ";", "：", ":", "？", "?", "！", "!", "（", "(", "）", ")",
		"“", `"`, "”", `"`, "‘", "'", "’", "'", "—", "-", "－", "-").Replace(strings.Join(strings.Fields(s), ""))
	return strings.TrimRight(s, "。.")
}

func plainAll(list []string) []string {
	var all []string
	for _, s := range list {
		all = append(all, plain(s))
	}
	return all
}

// dice is the overlap of two labels' characters, 0 to 1.
func dice(a, b string) float64 {
	left, same := []rune(b), 0.0
	for _, c := range a {
		if i := slices.Index(left, c); i >= 0 {
			left, same = slices.Delete(left, i, i+1), same+1
		}
	}
	total := float64(len([]rune(a)) + len([]rune(b)))
	if total == 0 {
		return 1
	}
	return 2 * same / total
}

// longestCommon returns the index pairs of a longest common subsequence.
func longestCommon(a, b []string) [][2]int {
	best := make([][]int, len(a)+1)
	for i := range best {
		best[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if best[i][j] = max(best[i+1][j], best[i][j+1]); a[i] == b[j] {
				best[i][j] = best[i+1][j+1] + 1
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs, i, j = append(pairs, [2]int{i, j}), i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
