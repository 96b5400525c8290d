package compare

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
	const base = 0x9e3779b97f4a7c15 // odd, so that its powers keep all bits
	drop := uint64(1)
	for range MinPassage {
		drop *= base
	}
	h, n := uint64(0), 0
	for i, id := range t.ids {
		if i > 0 && t.block[i] != t.block[i-1] {
			h, n = 0, 0
		}
		h = h*base + uint64(id) + 1
		if n++; n > MinPassage {
			h -= (uint64(t.ids[i-MinPassage]) + 1) * drop
		}
		if n >= MinPassage {
			f(i+1, mix(h)|1)
		}
	}
}

// mix spreads a polynomial hash over all bits.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h
}
