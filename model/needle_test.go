package model

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// slowly finds a needle the plain way, character by character.
func slowly(q *term, text string, at int) (int, int) {
	for i, c := range text[at:] {
		if q.fold(c) == q.needle[0] {
			if n, ok := q.matches(text[at+i:]); ok {
				return at + i, at + i + n
			}
		}
	}
	return -1, -1
}

func TestAFastSearchFindsWhatASlowOneFinds(t *testing.T) {
	letters := []rune("政协协商商民委员aAｂＢkKKiİ1１，,（( 　 “é𠮷")
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(n int) string {
		s := make([]rune, n)
		for i := range s {
			s[i] = letters[random.IntN(len(letters))]
		}
		return string(s)
	}
	found := 0
	for range 10000 {
		q, err := ParseQuery(pick(1+random.IntN(3)), QueryReader{})
		if err != nil || q.terms[0].needle == nil {
			continue
		}
		text := pick(random.IntN(40))
		for at := 0; at <= len(text); {
			start, end := q.terms[0].index(text, at)
			s, e := slowly(&q.terms[0], text, at)
			if start != s || end != e {
				t.Fatalf("%q in %q from %d: %d to %d, want %d to %d", string(q.terms[0].needle), text, at, start, end, s, e)
			}
			if start < 0 {
				break
			}
			found++
			at = end
		}
	}
	if found < 1000 {
		t.Errorf("only %d found, so this says little", found)
	}
}

func TestEveryCharacterThatFoldsToAnotherIsAForm(t *testing.T) {
	for _, c := range "ki1,é" {
		q, _ := ParseQuery(string(c), QueryReader{})
		for other := rune(1); other < unicode.MaxRune; other++ {
			if q.terms[0].fold(other) == c {
				if start, _ := q.terms[0].index("前"+string(other)+"后", 0); start != len("前") {
					t.Errorf("%q folds to %q and is not found", other, c)
				}
			}
		}
	}
}

func TestALongTextIsSearchedToItsEnd(t *testing.T) {
	q, _ := ParseQuery("７%", QueryReader{})
	for n := range 3 * window / 7 {
		text := strings.Repeat("七，8", n) + "7％"
		if start, end := q.terms[0].index(text, 0); start != len(text)-4 || end != len(text) {
			t.Fatalf("%d bytes: found from %d to %d", len(text), start, end)
		}
	}
}
