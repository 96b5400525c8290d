package text

// Trie finds words of a list in a text, the longest at each place, in time
// that does not grow with the list.
type Trie struct {
	// next has a branch for each byte. Nodes near the root have many and keep
	// all 256; the others keep the few they have.
	dense  []*Trie
	labels []byte
	nodes  []*Trie
	value  int // what the word that ends here was added with, 0 if none does
}

// sparse is how many branches a node has before it keeps all 256.
const sparse = 6

func NewTrie() *Trie { return &Trie{dense: make([]*Trie, 256)} }

// Add puts a word in; value is not 0.
func (t *Trie) Add(word string, value int) {
	for i := 0; i < len(word); i++ {
		n := t.branch(word[i])
		if n == nil {
			n = &Trie{}
			t.grow(word[i], n)
		}
		t = n
	}
	t.value = value
}

func (t *Trie) grow(b byte, n *Trie) {
	if t.dense == nil && len(t.labels) < sparse {
		t.labels, t.nodes = append(t.labels, b), append(t.nodes, n)
		return
	}
	if t.dense == nil {
		t.dense = make([]*Trie, 256)
		for i, l := range t.labels {
			t.dense[l] = t.nodes[i]
		}
		t.labels, t.nodes = nil, nil
	}
	t.dense[b] = n
}

func (t *Trie) branch(b byte) *Trie {
	if t.dense != nil {
		return t.dense[b]
	}
	for i, l := range t.labels {
		if l == b {
			return t.nodes[i]
		}
	}
	return nil
}

// At returns the length and value of the longest word that starts s.
func (t *Trie) At(s string) (length, value int) {
	for i := 0; i < len(s); i++ {
		if t = t.branch(s[i]); t == nil {
			break
		}
		if t.value != 0 {
			length, value = i+1, t.value
		}
	}
	return length, value
}

// All calls f with the value of every word in s, those inside others too, as
// often as they stand there.
func (t *Trie) All(s string, f func(value int)) {
	for i := 0; i < len(s); i += runeLength(s[i]) {
		n := t
		for k := i; k < len(s); k++ {
			if n = n.branch(s[k]); n == nil {
				break
			}
			if n.value != 0 {
				f(n.value)
			}
		}
	}
}

// Each calls f for the longest word at each place of s; words that start
// inside another are left out.
func (t *Trie) Each(s string, f func(start, end, value int)) {
	for i := 0; i < len(s); {
		if n, v := t.At(s[i:]); n > 0 {
			f(i, i+n, v)
			i += n
			continue
		}
		i += runeLength(s[i])
	}
}

// runeLength is the length in bytes of the character that b begins. A byte
// that begins none counts as one character.
func runeLength(b byte) int {
	switch {
	case b < 0xc0:
		return 1
	case b < 0xe0:
		return 2
	case b < 0xf0:
		return 3
	}
	return 4
}
