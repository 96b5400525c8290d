package columns

import (
	"math/rand/v2"
	"slices"
	"testing"

	"duidu/ui/cell"
)

func TestColumnsNeverTakeMoreThanThereIs(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		all := make([]Column, 1+random.IntN(8))
		for i := range all {
			want := 1 + random.IntN(20)
			all[i] = Column{Want: want, Least: random.IntN(want + 1), Most: random.IntN(40), Keep: random.IntN(4)}
		}
		room, gap := random.IntN(120), random.IntN(3)
		widths := Fit(room, gap, all)
		if n := Used(widths, gap); n > room && n > gap {
			t.Fatalf("%+v in %d: %v take %d", all, room, widths, n)
		}
		for i, c := range all {
			alone := Used(widths, gap) == widths[i]+gap
			if widths[i] != 0 && widths[i] < c.least() && !alone {
				t.Fatalf("column %d has %d of at least %d", i, widths[i], c.least())
			}
		}
	}
}

func TestColumnsAreNarrowedBeforeOneIsLeftOut(t *testing.T) {
	all := []Column{{Want: 10, Least: 4, Keep: 2}, {Want: 20, Least: 6, Keep: 1}, {Want: 4, Keep: 3, Most: 30}}
	for room, want := range map[int][]int{
		60: {10, 20, 24}, 40: {10, 20, 4}, 30: {10, 10, 4}, 20: {4, 6, 4}, 19: {10, 0, 5}, 6: {0, 0, 4}, 3: {0, 0, 1},
	} {
		if got := Fit(room, 2, all); !slices.Equal(got, want) {
			t.Errorf("in %d cells: %v, want %v", room, got, want)
		}
	}
}

func TestEvenColumnsFillTheRoom(t *testing.T) {
	if n, w := Even(100, 1, 14, 20); n != 6 || w != 15 {
		t.Errorf("%d columns of %d", n, w)
	}
	if n, w := Even(5, 1, 14, 20); n != 0 || w != 0 {
		t.Errorf("%d columns of %d where none fits", n, w)
	}
}

func TestARowHasItsCellsWhateverIsWrittenIntoIt(t *testing.T) {
	for _, p := range []cell.Policy{{Ambiguous: cell.Narrow}, {Ambiguous: cell.Wide}} {
		for n := range 40 {
			r := NewRow(p, n)
			r.Put("", "永定区—", 7)
			r.Right("", "1,286 件", 9)
			r.Right("", "太长的一段文字", 5)
			r.Drawn("xy", 2)
			if w := p.Width(r.End("")); w != n {
				t.Fatalf("%d cells of %d", w, n)
			}
		}
	}
}
