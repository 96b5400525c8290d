package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// someText is a text of at most so many characters, of few different ones, so that
// words are found in it; one in eight has bytes that are no UTF-8.
func someText(rng *rand.Rand, longest int) string {
	letters := []rune("提案委员a1%，。𠮷é握挨")
	var w strings.Builder
	for range rng.IntN(longest) {
		if rng.IntN(40) == 0 && longest > 10 {
			w.WriteString("\xe6\x8f")
		}
		w.WriteRune(letters[rng.IntN(len(letters))])
	}
	return w.String()
}

// TestListFindsWhatAskingForEachWordFinds tries lists of short words.
func TestListFindsWhatAskingForEachWordFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		var words []string
		for range rng.IntN(5) {
			if w := someText(rng, 4); w != "" {
				words = append(words, w)
			}
		}
		s, l := someText(rng, 30), ListOf(words...)
		prefix, suffix, first, at := "", "", "", -1
		for _, w := range words {
			if prefix == "" && strings.HasPrefix(s, w) {
				prefix = w
			}
			if suffix == "" && strings.HasSuffix(s, w) {
				suffix = w
			}
			if i := strings.Index(s, w); i >= 0 {
				if first == "" {
					first = w
				}
				if at < 0 || i < at {
					at = i
				}
			}
		}
		if got := l.Prefix(s); got != prefix {
			t.Fatalf("Prefix of %q in %q is %q, not %q", words, s, got, prefix)
		}
		if got := l.Suffix(s); got != suffix {
			t.Fatalf("Suffix of %q in %q is %q, not %q", words, s, got, suffix)
		}
		if got := l.First(s); got != first {
			t.Fatalf("First of %q in %q is %q, not %q", words, s, got, first)
		}
		if got := l.Index(s); got != at {
			t.Fatalf("Index of %q in %q is %d, not %d", words, s, got, at)
		}
		if l.In(s) != (at >= 0) || l.Starts(s) != (prefix != "") || l.Ends(s) != (suffix != "") {
			t.Fatalf("%q in %q", words, s)
		}
	}
}

// TestWordsAreFoundWhereTheStandardLibraryFindsThem tries the searches for one word.
func TestWordsAreFoundWhereTheStandardLibraryFindsThem(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		s, w := someText(rng, 30), someText(rng, 4)
		if got, want := Index(s, w), strings.Index(s, w); got != want {
			t.Fatalf("Index of %q in %q is %d, not %d", w, s, got, want)
		}
		if got, want := LastIndex(s, w), strings.LastIndex(s, w); got != want {
			t.Fatalf("LastIndex of %q in %q is %d, not %d", w, s, got, want)
		}
		b, a, ok := Cut(s, w)
		if before, after, found := strings.Cut(s, w); b != before || a != after || ok != found {
			t.Fatalf("Cut of %q around %q", s, w)
		}
	}
}

// TestSetTrimsAsTheStandardLibraryDoes tries the ends of texts.
func TestSetTrimsAsTheStandardLibraryDoes(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 20000 {
		s, characters := someText(rng, 12), someText(rng, 6)
		set := SetOf(characters)
		if !utf8.ValidString(characters) {
			continue
		}
		if got, want := set.TrimLeft(s), strings.TrimLeft(s, characters); got != want {
			t.Fatalf("TrimLeft of %q in %q is %q, not %q", characters, s, got, want)
		}
		if got, want := set.TrimRight(s), strings.TrimRight(s, characters); got != want {
			t.Fatalf("TrimRight of %q in %q is %q, not %q", characters, s, got, want)
		}
		if got, want := set.Trim(s), strings.Trim(s, characters); got != want {
			t.Fatalf("Trim of %q in %q is %q, not %q", characters, s, got, want)
		}
		if got, want := set.Last(s), strings.LastIndexAny(s, characters); got != want {
			t.Fatalf("Last of %q in %q is %d, not %d", characters, s, got, want)
		}
		if set.Starts(s) != (strings.TrimLeft(s, characters) != s) || set.Ends(s) != (strings.TrimRight(s, characters) != s) {
			t.Fatalf("ends of %q with %q", s, characters)
		}
	}
}

func TestAListIsReadFromAnArrayOfWordsAndFromNothingElse(t *testing.T) {
	var l List
	if err := l.UnmarshalTOML([]any{"提案", "", "建议"}); err != nil || len(l.Words()) != 2 || !l.Has("建议") || l.Has("议") || !l.In("收到提案") {
		t.Errorf("%q, %v", l.Words(), err)
	}
	for _, data := range []any{"提案", []any{"提案", 3}, nil} {
		if err := l.UnmarshalTOML(data); err == nil {
			t.Errorf("%v is read", data)
		}
	}
	if l = (List{}); l.In("提案") || l.Starts("提案") || l.Ends("提案") || l.First("提案") != "" {
		t.Errorf("an empty list finds something")
	}
}
