package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSetFindsWhatALoopOverItsCharactersFinds tries sets over few characters,
// in texts of which some bytes are no UTF-8.
func TestSetFindsWhatALoopOverItsCharactersFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	letters := []rune("提案委员县a1%， 。、；“𠮷é—＊")
	some := func(longest int) string {
		var w strings.Builder
		for range rng.IntN(longest) {
			w.WriteRune(letters[rng.IntN(len(letters))])
		}
		return w.String()
	}
	for range 5000 {
		characters, s := some(6), some(40)
		if rng.IntN(8) == 0 {
			s += "。\xe6\x8f"
		}
		set := SetOf(characters)
		if got, want := set.Index(s), strings.IndexAny(s, characters); got != want {
			t.Fatalf("Index of %q in %q is %d, not %d", characters, s, got, want)
		}
		count := 0
		for _, r := range s {
			if set.Has(r) != strings.ContainsRune(characters, r) {
				t.Fatalf("Has %q of %q", r, characters)
			}
			if set.Has(r) {
				count++
			}
		}
		if got := set.Count(s); got != count {
			t.Fatalf("Count of %q in %q is %d, not %d", characters, s, got, count)
		}
	}
}
