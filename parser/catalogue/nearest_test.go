package catalogue

import "testing"

func TestTheNearestOccurrenceMayOpenTheSentence(t *testing.T) {
	for _, c := range []struct {
		s, word string
		at, is  int
	}{
		{"提案办结以后，又交来一批提案", "提案", len("提案办结"), 0},
		{"会上交提案，提案", "提案", len("会上交提案，"), len("会上交提案，")},
		{"先学习再提案", "提案", 0, len("先学习再")},
	} {
		if got := nearestOccurrence(c.s, c.word, c.at); got != c.is {
			t.Errorf("in %s, from %d, it is at %d", c.s, c.at, got)
		}
	}
}
