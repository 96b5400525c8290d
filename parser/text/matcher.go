package text

import "unicode/utf8"

// Matcher finds the words of a list in a text. It is compiled once from a
// table and then only read, so that any number of goroutines may share it.
//
// It is a tree of characters. Nearly every character of a text begins no
// word, or is followed by one with which none goes on; both are seen at once
// from a table of pairs, without a search. Text that is not UTF-8 matches
// nothing.
type Matcher[V any] struct {
	pairs  [pairCount / 64]uint64 // a bit for the first two characters of each word, by pairOf
	lone   Set                    // words of one character
	pages  [pageCount]uint16      // by the upper bits of a word's first character: its page in starts
	starts [][pageRunes]uint32
	nodes  []matchNode
	edges  []matchEdge // open addressing by node and character
	used   int
	values []V
}

// matchNode is what has been read of a word.
type matchNode struct {
	next  uint64 // the low six bits of the characters it may go on with
	value uint32 // index into values plus one where a word ends
}

type matchEdge struct {
	from uint32
	r    rune
	to   uint32 // 0 in an empty slot
}

const (
	pageRunes = 64
	pageCount = 1 << 16 / pageRunes
	pairCount = 1 << 15
)

// pairOf is where the bit of two characters stands; many pairs share one.
func pairOf(a, b rune) uint32 { return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> 17 }

// NewMatcher returns a matcher without words.
func NewMatcher[V any]() *Matcher[V] {
	return &Matcher[V]{lone: *SetOf(""), starts: make([][pageRunes]uint32, 1), nodes: make([]matchNode, 1), edges: make([]matchEdge, 16)}
}

// Add puts a word in with what finding it is to yield; of a word that is put
// in twice the last value holds. It must not be called once others read.
func (m *Matcher[V]) Add(word string, v V) {
	at := uint32(0)
	for i, r := range word {
		next := m.after(at, r)
		if next == 0 {
			next = m.grow(at, r, i == 0)
		}
		at = next
	}
	if at == 0 {
		return
	}
	first, n := utf8.DecodeRuneInString(word)
	if second, size := utf8.DecodeRuneInString(word[n:]); size > 0 {
		k := pairOf(first, second)
		m.pairs[k/64] |= 1 << (k % 64)
	} else {
		m.lone.add(first)
	}
	if n := m.nodes[at].value; n > 0 {
		m.values[n-1] = v
		return
	}
	m.values = append(m.values, v)
	m.nodes[at].value = uint32(len(m.values))
}

// grow adds a branch for r to a node.
func (m *Matcher[V]) grow(at uint32, r rune, first bool) uint32 {
	to := uint32(len(m.nodes))
	m.nodes = append(m.nodes, matchNode{})
	if first && r < pageRunes*pageCount {
		page := &m.pages[r/pageRunes]
		if *page == 0 {
			*page = uint16(len(m.starts))
			m.starts = append(m.starts, [pageRunes]uint32{})
		}
		m.starts[*page][r%pageRunes] = to
		return to
	}
	m.nodes[at].next |= 1 << (r & 63)
	if m.used++; 2*m.used > len(m.edges) {
		old := m.edges
		m.edges = make([]matchEdge, 2*len(old))
		for _, e := range old {
			if e.to > 0 {
				*m.edge(e.from, e.r) = e
			}
		}
	}
	*m.edge(at, r) = matchEdge{at, r, to}
	return to
}

// edge returns the slot of a branch, an empty one if it is not there.
func (m *Matcher[V]) edge(from uint32, r rune) *matchEdge {
	mask := uint32(len(m.edges) - 1)
	h := from*0x9E3779B1 ^ uint32(r)*0x85EBCA77
	for h ^= h >> 15; ; h++ {
		if e := &m.edges[h&mask]; e.to == 0 || e.from == from && e.r == r {
			return e
		}
	}
}

// after returns the node behind r, 0 if no word goes on so.
func (m *Matcher[V]) after(at uint32, r rune) uint32 {
	if at == 0 && r < pageRunes*pageCount {
		return m.begin(r)
	}
	if m.nodes[at].next>>(r&63)&1 == 0 {
		return 0
	}
	return m.edge(at, r).to
}

// begin is after at the root, for all but the rarest characters.
func (m *Matcher[V]) begin(r rune) uint32 {
	return m.starts[m.pages[uint32(r)/pageRunes%pageCount]][uint32(r)%pageRunes]
}

// decode is utf8.DecodeRuneInString, and -1 for what is not UTF-8.
func decode(s string, i int) (rune, int) {
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 {
		return -1, 1
	}
	return r, n
}

// hanAt is the character of three bytes at byte i, as hanzi and their marks
// are; 0 where there is another.
func hanAt(s string, i int) rune {
	if i+2 < len(s) {
		if a, b, c := s[i], s[i+1], s[i+2]; a-0xe1 < 0xf0-0xe1 && b&0xc0 == 0x80 && c&0xc0 == 0x80 {
			return rune(a&0xf)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f)
		}
	}
	return 0
}

// first returns the node behind the character at byte i, 0 if it begins no
// word, and the character's length.
func (m *Matcher[V]) first(s string, i int) (uint32, int) {
	if r := hanAt(s, i); r > 0 {
		return m.begin(r), 3
	}
	r, n := decode(s, i)
	switch {
	case r < 0:
		return 0, n
	case r < pageRunes*pageCount:
		return m.begin(r), n
	}
	return m.after(0, r), n
}

// longest returns the end of the longest word of which a node is the
// beginning, read up to byte i, and the index of its value plus one.
func (m *Matcher[V]) longest(at uint32, s string, i int) (end int, value uint32) {
	for {
		n := &m.nodes[at]
		if n.value > 0 {
			end, value = i, n.value
		}
		if n.next == 0 || i >= len(s) {
			return end, value
		}
		r, size := hanAt(s, i), 3
		if r == 0 {
			r, size = decode(s, i)
		}
		if r < 0 || n.next>>(r&63)&1 == 0 {
			return end, value
		}
		if at = m.edge(at, r).to; at == 0 {
			return end, value
		}
		i += size
	}
}

// At returns the length in bytes and the value of the longest word that
// starts s; 0 where none does.
func (m *Matcher[V]) At(s string) (length int, v V) {
	if s == "" {
		return 0, v
	}
	at, n := m.first(s, 0)
	if at == 0 {
		return 0, v
	}
	end, value := m.longest(at, s, n)
	if value == 0 {
		return 0, v
	}
	return end, m.values[value-1]
}

// Next returns the first place from byte i on where a word stands, with the
// longest that does; end is 0 where there is none.
func (m *Matcher[V]) Next(s string, i int) (start, end int, v V) {
	for i = m.begins(s, i); i < len(s); i = m.begins(s, i) {
		at, n := m.first(s, i)
		if at > 0 {
			if end, value := m.longest(at, s, i+n); value > 0 {
				return i, end, m.values[value-1]
			}
		}
		i += n
	}
	return 0, 0, v
}

// begins returns the first place from byte i on where a word may begin, by
// its first two characters, len(s) if there is none.
func (m *Matcher[V]) begins(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	r, n := next(s, i)
	for {
		behind := i + n
		if behind >= len(s) {
			if m.lone.Has(r) {
				return i
			}
			return len(s)
		}
		b, size := next(s, behind)
		if k := pairOf(r, b); m.pairs[k/64]>>(k%64)&1 != 0 || m.lone.Has(r) {
			return i
		}
		i, r, n = behind, b, size
	}
}

// next is decode, at once where a hanzi or one of its marks stands.
func next(s string, i int) (rune, int) {
	if i+2 < len(s) && s[i]-0xe1 < 0xf0-0xe1 && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(s[i]&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return decode(s, i)
}

// Each calls f for the longest word at each place of s, with its offsets in
// bytes; words that start inside another are left out.
func (m *Matcher[V]) Each(s string, f func(start, end int, v V)) {
	for start, end, v := m.Next(s, 0); end > 0; start, end, v = m.Next(s, end) {
		f(start, end, v)
	}
}

// All calls f with the value of every word in s, those inside others too, as
// often as they stand there.
func (m *Matcher[V]) All(s string, f func(v V)) {
	for i := m.begins(s, 0); i < len(s); i = m.begins(s, i) {
		at, size := m.first(s, i)
		i += size
		for k := i; at > 0; {
			n := &m.nodes[at]
			if n.value > 0 {
				f(m.values[n.value-1])
			}
			if n.next == 0 || k >= len(s) {
				break
			}
			r, size := decode(s, k)
			if r < 0 {
				break
			}
			at = m.after(at, r)
			k += size
		}
	}
}

// In tells whether any word stands in s.
func (m *Matcher[V]) In(s string) bool {
	_, end, _ := m.Next(s, 0)
	return end > 0
}
