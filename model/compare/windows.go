package compare

import "duidu/model"

// hashSet is a set of 64-bit hashes in one flat table, about five times as
// fast to fill as a map; 0 stands for an empty slot.
type hashSet struct {
	slots []uint64
	mask  uint64
}

func newHashSet(n int) hashSet {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return hashSet{slots: make([]uint64, size), mask: uint64(size - 1)}
}

func (s hashSet) add(h uint64) {
	for i := h & s.mask; ; i = (i + 1) & s.mask {
		switch s.slots[i] {
		case h:
			return
		case 0:
			s.slots[i] = h
			return
		}
	}
}

func (s hashSet) has(h uint64) bool {
	for i := h & s.mask; s.slots[i] != 0; i = (i + 1) & s.mask {
		if s.slots[i] == h {
			return true
		}
	}
	return false
}

// windows is the set of the hashes of every MinPassage tokens in a row.
func (t *tokens) windows() hashSet {
	set := newHashSet(len(t.ids))
	t.eachWindow(func(_ int, h uint64) { set.add(h) })
	return set
}

// inside marks the tokens in windows of the set. Two windows may by chance
// share a hash; that only leaves a little more text to look at.
func (t *tokens) inside(set hashSet) []bool {
	keep := make([]bool, len(t.ids))
	done := 0
	t.eachWindow(func(end int, h uint64) {
		if set.has(h) {
			for i := max(done, end-MinPassage); i < end; i++ {
				keep[i] = true
			}
			done = end
		}
	})
	return keep
}

// eachWindow calls f for every MinPassage tokens of one block, with the
// index after the last.
func (t *tokens) eachWindow(f func(end int, h uint64)) {
	hash, n := model.NewRolling(MinPassage), 0
	for i, id := range t.ids {
		if i > 0 && t.block[i] != t.block[i-1] {
			hash.Reset()
			n = 0
		}
		out := uint64(0)
		if n++; n > MinPassage {
			out = uint64(t.ids[i-MinPassage]) + 1
		}
		if hash.Add(uint64(id)+1, out); n >= MinPassage {
			f(i+1, hash.Sum()|1)
		}
	}
}
