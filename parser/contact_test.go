package parser

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"duidu/model"
)

// anOption is a gold answer: one value or, where two annotators differed, a
// list of which either counts.
type anOption[T comparable] []T

func (o *anOption[T]) UnmarshalJSON(data []byte) error {
	var one T
	if err := json.Unmarshal(data, &one); err == nil {
		*o = []T{one}
		return nil
	}
	return json.Unmarshal(data, (*[]T)(o))
}

// has tells that v is one of the answers; nothing said is the zero value.
func (o anOption[T]) has(v T) bool {
	var zero T
	return slices.Contains(o, v) || len(o) == 0 && v == zero
}

// contactFigure is a figure as people read it in the texts of first contact.
type contactFigure struct {
	Text, Value, Unit string
	Optional          bool
	Label, Indicator  anOption[string]
	Qualifier, Of     anOption[string]
	Each, Plan, Span  anOption[bool]
}

// scoreContact reads every text of a set and its gold. The texts of untouched
// are only summed: nobody looks at what is read wrongly in them.
func scoreContact(t *testing.T, p *Parser, set, golds, texts string) scorer {
	s := newScorer(t, set)
	paths, _ := filepath.Glob(golds)
	for _, path := range paths {
		var g struct {
			File      string
			Figures   []contactFigure
			Headlines map[string][]any
		}
		if err := json.Unmarshal(contents(t, path), &g); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		file := strings.Replace(texts, "%s", g.File, 1)
		r, err := p.Parse(file, contents(t, file))
		if err != nil {
			t.Fatal(err)
		}
		s.contact(g.Figures, r)
		s.headlines(g.Headlines, r)
	}
	return s
}

func (s scorer) contact(want []contactFigure, r *model.Report) {
	got := r.Figures
	wanted := make([]string, len(want))
	for i, w := range want {
		wanted[i] = strings.TrimSuffix(w.Value, ".0") + " " + w.Unit
	}
	spans, parts := false, false
	for _, w := range want {
		spans = spans || len(w.Span) > 0
		parts = parts || len(w.Of) > 0 && w.Of[0] != ""
	}
	read, hit, strict := len(got), 0, 0.0
	total := 0
	for _, w := range want {
		if !w.Optional {
			total++
		}
	}
	for _, pair := range longestCommon(wanted, keys(got)) {
		w, f := want[pair[0]], got[pair[1]]
		if w.Optional {
			read--
			continue
		}
		hit++
		qualifier, indicator := w.Qualifier.has(string(f.Qualifier)), w.Indicator.has(f.Indicator)
		s.right("qualifier", qualifier, "%s", w.Text)
		s.right("indicator", indicator, "%s", w.Text)
		if qualifier && indicator {
			strict++
		}
		best := 0.0
		for _, l := range w.Label {
			best = max(best, dice(plain(l), plain(f.Label)))
		}
		s.count("label", best, 1, 1)
		if w.Each.has(true) && len(w.Each) > 0 || f.Each {
			s.right("each", w.Each.has(f.Each), "%s", w.Text)
		}
		if w.Plan.has(true) && len(w.Plan) > 0 || f.Plan {
			s.right("plan", w.Plan.has(f.Plan), "%s", w.Text)
		}
		if long := f.Years() > 1; spans && (slices.Contains(w.Span, true) || long) {
			s.right("span", w.Span.has(long), "%s", w.Text)
		}
		if of := wholeOf(r, f); parts && w.Unit != "%" && w.Indicator.has("") && !(w.Of.has("") && of == "") {
			s.right("part of", w.Of.has(of), "%s", w.Text)
		}
	}
	s.count("figures", float64(hit), float64(read), float64(total))
	s.count("strict", strict, float64(read), float64(total))
}

// wholeOf is the text of the figure that f is a part of.
func wholeOf(r *model.Report, f model.Figure) string {
	if i, ok := f.Of.Index(); ok {
		return r.Figures[i].Text
	}
	return ""
}

func (s scorer) headlines(want map[string][]any, r *model.Report) {
	taken := map[string]string{}
	for _, f := range r.Figures {
		if f.Headline {
			taken[f.Indicator] = f.Value.String() + " " + f.Unit
		}
	}
	ids := map[string]bool{}
	for id := range want {
		ids[id] = true
	}
	for id := range taken {
		ids[id] = true
	}
	for id := range ids {
		ok := len(want[id]) == 0 && taken[id] == ""
		for _, w := range want[id] {
			pair, _ := w.([]any)
			switch {
			case len(pair) == 2:
				ok = ok || taken[id] == pair[0].(string)+" "+pair[1].(string)
			default:
				ok = ok || taken[id] == ""
			}
		}
		s.right("headline", ok, "%s", id)
	}
}
