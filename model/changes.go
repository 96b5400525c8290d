package model

// Change is a stretch that two forms of a text don't share, in bytes of
// each; it may be empty in one of them.
type Change struct {
	Start, End         int // in the text
	FromStart, FromEnd int // in its original
}

// Changes lists where a text differs from the original it was made of by
// conversion and repair. Those go character by character, with a note taken
// out here and there, so the nearest place where both agree again is found
// by looking a little ahead: linear time, where the least number of edits
// would take far more and say nothing else.
func Changes(text, original string) []Change {
	if text == original {
		return nil
	}
	a, b := spell(text), spell(original)
	var list []Change
	for i, j := 0, 0; i < len(a.runes) || j < len(b.runes); {
		if i < len(a.runes) && j < len(b.runes) && a.runes[i] == b.runes[j] {
			i, j = i+1, j+1
			continue
		}
		m, n := resync(a.runes[i:], b.runes[j:])
		list = append(list, Change{a.at[i], a.at[i+m], b.at[j], b.at[j+n]})
		i, j = i+m, j+n
	}
	return list
}

// spelling is a text as runes, each with the byte where it starts.
type spelling struct {
	runes []rune
	at    []int // one more than runes: the end of the text
}

func spell(s string) spelling {
	p := spelling{make([]rune, 0, len(s)/2), make([]int, 0, len(s)/2+1)}
	for i, c := range s {
		p.runes, p.at = append(p.runes, c), append(p.at, i)
	}
	p.at = append(p.at, len(s))
	return p
}

// changeReach is how many characters ahead forms are looked at: longer than
// any note a repair takes out.
const changeReach = 64

// resync tells after how many runes of each the two texts agree again. What
// replaces as many characters as it has is tried first.
func resync(a, b []rune) (m, n int) {
	if len(a) > 1 && len(b) > 1 && a[1] == b[1] {
		return 1, 1 // one character for another: most of what conversion does
	}
	for d := 1; d <= changeReach; d++ {
		if agree(a, b, d, d) {
			return d, d
		}
		for k := range d {
			if agree(a, b, k, d) {
				return k, d
			}
			if agree(a, b, d, k) {
				return d, k
			}
		}
	}
	return len(a), len(b)
}

// agree tells whether the texts go on alike after m and n runes: the next
// one is the same and so is every other of four, since a converted text
// changes a third of its characters. Both may be at their end.
func agree(a, b []rune, m, n int) bool {
	if m > len(a) || n > len(b) {
		return false
	}
	a, b = a[m:], b[n:]
	ahead := min(4, len(a), len(b))
	if ahead == 0 {
		return len(a) == len(b)
	}
	if a[0] != b[0] {
		return false
	}
	same := 0
	for k := range ahead {
		if a[k] == b[k] {
			same++
		}
	}
	return 2*same >= ahead
}
