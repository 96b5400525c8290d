package parser

// trie finds words of a list in a text, the longest at each place, in time
// that does not grow with the list.
type trie struct {
	next map[byte]*trie
	all  []*trie // the root's branches, where every byte of a text looks
	root bool
	// value is what the word was added with, 0 where no word ends.
	value int
}

func newTrie() *trie { return &trie{root: true, all: make([]*trie, 256)} }

func (t *trie) add(word string, value int) {
	for i := 0; i < len(word); i++ {
		n := t.branch(word[i])
		if n == nil {
			n = &trie{}
			if t.root {
				t.all[word[i]] = n
			} else {
				if t.next == nil {
					t.next = map[byte]*trie{}
				}
				t.next[word[i]] = n
			}
		}
		t = n
	}
	t.value = value
}

func (t *trie) branch(b byte) *trie {
	if t.root {
		return t.all[b]
	}
	return t.next[b]
}

// at returns the length and value of the longest word that starts s.
func (t *trie) at(s string) (length, value int) {
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

// each calls f for the longest word at each place of s, words that start
// inside another left out.
func (t *trie) each(s string, f func(start, end, value int)) {
	for i := 0; i < len(s); {
		if n, v := t.at(s[i:]); n > 0 {
			f(i, i+n, v)
			i += n
			continue
		}
		i++
	}
}

// first returns the first word in s.
func (t *trie) first(s string) (start, end int, ok bool) {
	for i := 0; i < len(s); i++ {
		if n, _ := t.at(s[i:]); n > 0 {
			return i, i + n, true
		}
	}
	return 0, 0, false
}
