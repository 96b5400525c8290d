package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestCutterCutsAsSplitDoes tries texts of marks that cut, open and close.
func TestCutterCutsAsSplitDoes(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	pieces := strings.Split("提案 委员 。 ！ ? ； ; ， , ： : “ ” 《 》 （ ） ( ) 「 」 1,100 3 a", " ")
	var c Cutter
	for range 3000 {
		var b strings.Builder
		for range rng.IntN(30) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		s := b.String()
		got := c.Cut(s)
		for by, spans := range map[cutting][]Span{bySentence: got.Sentences, BySemicolon: got.Semicolons, ByClause: got.Clauses} {
			if want := Split(s, by); !slices.Equal(spans, want) {
				t.Fatalf("%q cut by %d is %v, not %v", s, by, spans, want)
			}
			at := 0
			for _, sp := range spans {
				if sp.Start != at || sp.End <= at {
					t.Fatalf("%q cut by %d is %v: not every byte is in one span", s, by, spans)
				}
				at = sp.End
			}
			if at != len(s) {
				t.Fatalf("%q cut by %d ends at %d", s, by, at)
			}
		}
	}
}
