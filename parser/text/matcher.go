package text

import "unicode/utf8"

// Matcher finds the words of a list in a text. It is compiled once from a
// table and then only read, so that any number of goroutines may share it.
//
// Words stand under their first two characters, which nearly all places of a
// text have from no word: that is seen at once, from a table of bits. Those that
// share two characters are few and are tried one after another, longer ones
// first. Text that is not UTF-8 matches nothing.
type Matcher[V any] struct {
	maybe   []uint64   // a bit for each pair of characters that may begin a word, by its hash
	shift   uint       // of a pair's hash to its bit
	pairs   []pairSlot // open addressing by the hash of two characters
	used    int
	words   []matchWord[V]
	tails   []byte         // of all words; they point nowhere, so that collecting garbage passes them by
	singles Set            // words of one character
	single  []int32        // … and their index in words, by their place in the set
	rare    map[rune]int32 // … of those beyond the pages of sets
}

// pairSlot leads to the words that begin with two characters.
type pairSlot struct {
	key   uint64
	words int32 // index of the first plus one; 0 in an empty slot
}

// matchWord is a word without its first two characters, which stands in tails.
type matchWord[V any] struct {
	from  uint32
	size  int32
	next  int32 // index plus one of the next shorter one under the same two characters; 0 for none
	value V
}

// NewMatcher returns a matcher without words.
func NewMatcher[V any]() *Matcher[V] {
	m := &Matcher[V]{singles: *SetOf("")}
	m.grow(16)
	return m
}

func pairKey(a, b rune) uint64 { return uint64(uint32(a))<<32 | uint64(uint32(b)) }

func pairHash(a, b rune) uint32 {
	return uint32((uint64(uint32(a))<<20 ^ uint64(uint32(b))) * 0x9E3779B97F4A7C15 >> 32)
}

// grow makes room for size/2 pairs.
func (m *Matcher[V]) grow(size int) {
	const bits = 8 // for each slot, so that one of sixteen is set at most
	old := m.pairs
	m.pairs, m.maybe, m.shift = make([]pairSlot, size), make([]uint64, size*bits/64), 32
	for n := size * bits; n > 1; n /= 2 {
		m.shift--
	}
	for _, p := range old {
		if p.words > 0 {
			*m.enter(rune(p.key>>32), rune(uint32(p.key))) = p
		}
	}
}

// enter returns the slot of a pair that is to be among those that begin words.
func (m *Matcher[V]) enter(a, b rune) *pairSlot {
	h := pairHash(a, b)
	k := h >> m.shift
	m.maybe[k/64] |= 1 << (k % 64)
	return m.slot(h, pairKey(a, b))
}

// slot returns the slot of a pair, an empty one if it is not there.
func (m *Matcher[V]) slot(h uint32, key uint64) *pairSlot {
	mask := uint32(len(m.pairs) - 1)
	for ; ; h++ {
		if p := &m.pairs[h&mask]; p.words == 0 || p.key == key {
			return p
		}
	}
}

// Add puts a word in with what finding it is to yield; of a word that is put
// in twice the last value holds. It must not be called once others read.
func (m *Matcher[V]) Add(word string, v V) {
	a, n := utf8.DecodeRuneInString(word)
	b, size := utf8.DecodeRuneInString(word[n:])
	switch {
	case n == 0:
	case size == 0:
		m.singles.add(a)
		m.words = append(m.words, matchWord[V]{value: v})
		m.setSingle(a, int32(len(m.words)-1))
	default:
		m.add(m.enter(a, b), pairKey(a, b), word[n+size:], v)
	}
}

func (m *Matcher[V]) setSingle(a rune, word int32) {
	at, ok := m.singles.placeOf(a)
	if !ok {
		if m.rare == nil {
			m.rare = map[rune]int32{}
		}
		m.rare[a] = word
		return
	}
	m.single = append(m.single, make([]int32, max(0, at+1-len(m.single)))...)
	m.single[at] = word
}

// singleAt is the index of a word of one character that there is.
func (m *Matcher[V]) singleAt(a rune) int32 {
	if at, ok := m.singles.placeOf(a); ok {
		return m.single[at]
	}
	return m.rare[a]
}

func (m *Matcher[V]) add(p *pairSlot, key uint64, tail string, v V) {
	if p.words == 0 {
		m.used++
	}
	p.key = key
	before := &p.words
	size := int32(len(tail))
	for *before > 0 && m.words[*before-1].size > size {
		before = &m.words[*before-1].next
	}
	for same := *before; same > 0 && m.words[same-1].size == size; same = m.words[same-1].next {
		if w := &m.words[same-1]; m.follows(tail, w) {
			w.value = v
			return
		}
	}
	next := *before
	*before = int32(len(m.words) + 1)
	m.words = append(m.words, matchWord[V]{uint32(len(m.tails)), size, next, v})
	m.tails = append(m.tails, tail...)
	if 2*m.used > len(m.pairs) {
		m.grow(2 * len(m.pairs))
	}
}

// follows tells that s goes on with the rest of a word.
func (m *Matcher[V]) follows(s string, w *matchWord[V]) bool {
	if w.size == 0 {
		return true
	}
	return int(w.size) <= len(s) && s[:w.size] == string(m.tails[w.from:w.from+uint32(w.size)])
}

// Decode returns the character at byte i and its length in bytes, at once where a
// hanzi or one of its marks stands, and -1 for what is not UTF-8.
func Decode(s string, i int) (rune, int) {
	if i+2 < len(s) && s[i]-0xe1 < 0xf0-0xe1 && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		return rune(s[i]&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f), 3
	}
	return decodeOther(s, i)
}

func decodeOther(s string, i int) (rune, int) {
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 {
		return -1, 1
	}
	return r, n
}

// place is where a word may begin: its first character, and the words that
// begin with that and the next one.
type place struct {
	start  int
	behind int   // the first character
	tail   int   // … and the second one
	words  int32 // index plus one of the longest
	alone  bool  // the first character is a word
}

// begins returns the first place from byte i on where a word may begin; false
// if there is none.
func (m *Matcher[V]) begins(s string, i int) (place, bool) {
	if i >= len(s) {
		return place{}, false
	}
	a, n := Decode(s, i)
	for {
		behind := i + n
		alone := m.singles.Has(a)
		if behind >= len(s) {
			return place{start: i, behind: behind, tail: behind, alone: true}, alone
		}
		b, size := Decode(s, behind)
		h := pairHash(a, b)
		k := h >> m.shift
		if m.maybe[k/64]>>(k%64)&1 != 0 {
			if p := m.slot(h, pairKey(a, b)); p.words > 0 || alone {
				return place{i, behind, behind + size, p.words, alone}, true
			}
		} else if alone {
			return place{i, behind, behind + size, 0, true}, true
		}
		i, a, n = behind, b, size
	}
}

// longest returns the end of the longest word that stands at a place and its
// index; end is 0 if none does.
func (m *Matcher[V]) longest(s string, p place) (end int, word int32) {
	for at := p.words; at > 0; at = m.words[at-1].next {
		if w := &m.words[at-1]; m.follows(s[p.tail:], w) {
			return p.tail + int(w.size), at - 1
		}
	}
	if p.alone {
		a, _ := Decode(s, p.start)
		return p.behind, m.singleAt(a)
	}
	return 0, 0
}

// at is the place at the start of s.
func (m *Matcher[V]) at(s string) place {
	if s == "" {
		return place{}
	}
	a, n := Decode(s, 0)
	p := place{behind: n, alone: m.singles.Has(a)}
	if n < len(s) {
		b, size := Decode(s, n)
		h := pairHash(a, b)
		if k := h >> m.shift; m.maybe[k/64]>>(k%64)&1 != 0 {
			p.words, p.tail = m.slot(h, pairKey(a, b)).words, n+size
		}
	}
	return p
}

// AllAt calls f for the words that start s, longer ones first, with their
// length in bytes, until it returns false.
func (m *Matcher[V]) AllAt(s string, f func(length int, v V) bool) {
	p := m.at(s)
	for at := p.words; at > 0; at = m.words[at-1].next {
		if w := &m.words[at-1]; m.follows(s[p.tail:], w) && !f(p.tail+int(w.size), w.value) {
			return
		}
	}
	if p.alone {
		a, _ := Decode(s, 0)
		f(p.behind, m.words[m.singleAt(a)].value)
	}
}

// At returns the length in bytes and the value of the longest word that
// starts s; 0 where none does.
func (m *Matcher[V]) At(s string) (length int, v V) {
	end, word := m.longest(s, m.at(s))
	if end == 0 {
		return 0, v
	}
	return end, m.words[word].value
}

// Next returns the first place from byte i on where a word stands, with the
// longest that does; end is 0 where there is none.
func (m *Matcher[V]) Next(s string, i int) (start, end int, v V) {
	for p, ok := m.begins(s, i); ok; p, ok = m.begins(s, p.behind) {
		if end, word := m.longest(s, p); end > 0 {
			return p.start, end, m.words[word].value
		}
	}
	return 0, 0, v
}

// Each calls f for the longest word at each place of s, with its offsets in
// bytes; words that start inside another are left out.
func (m *Matcher[V]) Each(s string, f func(start, end int, v V)) {
	if s == "" {
		return
	}
	a, behind := Decode(s, 0)
	for i := 0; i < len(s); {
		end, word := 0, int32(0)
		var next rune
		tail := behind
		if behind < len(s) {
			var size int
			next, size = Decode(s, behind)
			tail += size
			h := pairHash(a, next)
			if k := h >> m.shift; m.maybe[k/64]>>(k%64)&1 != 0 {
				for at := m.slot(h, pairKey(a, next)).words; at > 0; at = m.words[at-1].next {
					if w := &m.words[at-1]; m.follows(s[tail:], w) {
						end, word = tail+int(w.size), at-1
						break
					}
				}
			}
		}
		if end == 0 && m.singles.Has(a) {
			end, word = behind, m.singleAt(a)
		}
		if end == 0 {
			i, a, behind = behind, next, tail
			continue
		}
		f(i, end, m.words[word].value)
		if i = end; i < len(s) {
			var size int
			a, size = Decode(s, i)
			behind = i + size
		}
	}
}

// All calls f with the place in bytes and the value of every word in s, those inside
// others too, as often as they stand there: shorter ones first of those that begin
// together.
func (m *Matcher[V]) All(s string, f func(start int, v V)) {
	var room [16]int32
	here := room[:0] // longer ones first
	for p, ok := m.begins(s, 0); ok; p, ok = m.begins(s, p.behind) {
		if p.alone {
			a, _ := Decode(s, p.start)
			f(p.start, m.words[m.singleAt(a)].value)
		}
		here = here[:0]
		for at := p.words; at > 0; at = m.words[at-1].next {
			if m.follows(s[p.tail:], &m.words[at-1]) {
				here = append(here, at-1)
			}
		}
		for k := len(here) - 1; k >= 0; k-- {
			f(p.start, m.words[here[k]].value)
		}
	}
}

// In tells whether any word stands in s.
func (m *Matcher[V]) In(s string) bool {
	_, end, _ := m.Next(s, 0)
	return end > 0
}

// Trie is a Matcher of numbers.
type Trie = Matcher[int]

// NewTrie returns a Trie without words.
func NewTrie() *Trie { return NewMatcher[int]() }
