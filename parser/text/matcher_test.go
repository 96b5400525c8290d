package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// naive finds what a Matcher finds, by looking for each word in turn.
func naive(words []string, s string) (longest [][2]int, all []string) {
	for i := 0; i < len(s); {
		best := ""
		for _, w := range words {
			if strings.HasPrefix(s[i:], w) && len(w) > len(best) {
				best = w
			}
		}
		if best != "" {
			longest = append(longest, [2]int{i, i + len(best)})
			i += len(best)
			continue
		}
		i++
	}
	for i := range s {
		for _, w := range words {
			if strings.HasPrefix(s[i:], w) {
				all = append(all, w)
			}
		}
	}
	return longest, all
}

// TestMatcherFindsWhatALoopOverTheWordsFinds tries lists of words over few
// characters, so that they begin, end and contain each other.
func TestMatcherFindsWhatALoopOverTheWordsFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	letters := []rune("提案委员a1 率𠮷—，")
	word := func(longest int) string {
		w := make([]rune, 1+rng.IntN(longest))
		for i := range w {
			w[i] = letters[rng.IntN(len(letters))]
		}
		return string(w)
	}
	for range 2000 {
		m := NewMatcher[string]()
		words := make([]string, 1+rng.IntN(12))
		for i := range words {
			words[i] = word(4)
			m.Add(words[i], words[i])
		}
		slices.Sort(words)
		words = slices.Compact(words)
		slices.SortStableFunc(words, func(a, b string) int { return len(a) - len(b) })
		s := word(60)
		if rng.IntN(4) == 0 {
			s += "\xe6\x8f"
		}
		longest, all := naive(words, s)
		var got [][2]int
		m.Each(s, func(start, end int, w string) {
			if s[start:end] != w {
				t.Fatalf("%q at %d of %q yields %q", s[start:end], start, s, w)
			}
			got = append(got, [2]int{start, end})
		})
		var every []string
		m.All(s, func(start int, w string) {
			if !strings.HasPrefix(s[start:], w) {
				t.Fatalf("%q does not stand at %d of %q", w, start, s)
			}
			every = append(every, w)
		})
		if !slices.Equal(got, longest) || !slices.Equal(every, all) {
			t.Fatalf("%q in %q: %v %q, want %v %q", words, s, got, every, longest, all)
		}
		if m.In(s) != (len(all) > 0) {
			t.Fatalf("%q in %q: In is wrong", words, s)
		}
		if n, w := m.At(s); n != len(w) || n > 0 != (len(longest) > 0 && longest[0][0] == 0) {
			t.Fatalf("%q at the start of %q: %d %q", words, s, n, w)
		}
	}
}

// TestMatcherKeepsTheLastValueOfAWord covers tables that say a thing twice.
func TestMatcherKeepsTheLastValueOfAWord(t *testing.T) {
	m := NewMatcher[int]()
	m.Add("提案", 1)
	m.Add("", 9)
	m.Add("提案", 2)
	if n, v := m.At("提案率"); n != len("提案") || v != 2 {
		t.Errorf("got %d %d", n, v)
	}
	if n, _ := m.At(""); n != 0 {
		t.Errorf("nothing begins with a word")
	}
}
