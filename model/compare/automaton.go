package compare

import (
	"cmp"
	"slices"
)

// automaton is the suffix automaton of one report's shared windows: each
// state is a set of strings that end at the same places. It finds the
// longest agreement at every place of another text in linear time, whatever
// the texts look like. State 0 is the empty string.
type automaton struct {
	length []int32 // of the state's longest string
	link   []int32 // the state of the longest suffix that ends in more places
	first  []int32 // the token its strings end with where they stand first
	edgeTable

	ends   []int32 // per token of A: the state reached, 0 outside the windows
	visits []int32 // per token of B: the state of its longest agreement
	best   []int32 // per state: how much of its longest string B has
	holder []int32 // per state: the nearest one up the links that B has
	order  []int32 // states from short to long

	countA []int32         // how often a state's strings stand in A
	below  []tally         // what B has of the states under each state
	bucket map[int32][]hit // B's visits by state, made when asked for
}

// tally counts places in B and remembers the first.
type tally struct{ count, first int32 }

// hit is a place in B with the length of the agreement that ends there; in
// a sorted bucket, first is the earliest place of this and all longer ones.
type hit struct{ length, end, first int32 }

// passageKey names a string: a state and a length within it.
type passageKey struct{ state, length int32 }

func newAutomaton(ids int) *automaton {
	return &automaton{
		length: []int32{0}, link: []int32{-1}, first: []int32{-1},
		edgeTable: newEdgeTable(ids),
	}
}

func (m *automaton) state(length, link, first int32) int32 {
	m.length = append(m.length, length)
	m.link = append(m.link, link)
	m.first = append(m.first, first)
	m.addState()
	return int32(len(m.length) - 1)
}

// extend appends a token to the string of state last and returns the state
// of the longer string.
func (m *automaton) extend(last, token, at int32) int32 {
	if q := m.next(last, token); q != 0 {
		if m.length[q] == m.length[last]+1 {
			return q
		}
		return m.split(last, token, q)
	}
	cur := m.state(m.length[last]+1, 0, at)
	p := last
	for p >= 0 {
		q := m.next(p, token)
		if q != 0 {
			if m.length[q] == m.length[p]+1 {
				m.link[cur] = q
			} else {
				m.link[cur] = m.split(p, token, q)
			}
			break
		}
		m.setNext(p, token, cur)
		p = m.link[p]
	}
	return cur
}

// split gives the strings of q up to the one that ends p's edge a state of
// their own.
func (m *automaton) split(p, token, q int32) int32 {
	clone := m.state(m.length[p]+1, m.link[q], m.first[q])
	m.copyEdges(q, clone)
	m.link[q] = clone
	for p >= 0 && m.next(p, token) == q {
		m.setNext(p, token, clone)
		p = m.link[p]
	}
	return clone
}

// build takes in the tokens of A that stand in windows the other text has.
func (m *automaton) build(t *tokens, windows hashSet) {
	keep := t.inside(windows)
	m.ends = make([]int32, len(t.ids))
	last := int32(0)
	for i, id := range t.ids {
		if i > 0 && t.block[i] != t.block[i-1] {
			last = 0
		}
		if !keep[i] {
			last = 0
			continue
		}
		last = m.extend(last, id, int32(i))
		m.ends[i] = last
	}
	m.order = make([]int32, len(m.length))
	longest := slices.Max(m.length)
	starts := make([]int32, longest+2)
	for _, n := range m.length {
		starts[n+1]++
	}
	for n := range longest {
		starts[n+1] += starts[n]
	}
	for s, n := range m.length {
		m.order[starts[n]] = int32(s)
		starts[n]++
	}
}

// match returns for every token of B how many tokens up to it stand
// together in A.
func (m *automaton) match(t *tokens) []int32 {
	m.visits = make([]int32, len(t.ids))
	match := make([]int32, len(t.ids))
	s, n := int32(0), int32(0)
	for i, id := range t.ids {
		if i > 0 && t.block[i] != t.block[i-1] {
			s, n = 0, 0
		}
		for s != 0 && m.next(s, id) == 0 {
			s = m.link[s]
			n = m.length[s]
		}
		if q := m.next(s, id); q != 0 {
			s = q
			n++
		}
		m.visits[i], match[i] = s, n
	}
	m.mark(match)
	return match
}

// mark notes for every state how much of its strings B has.
func (m *automaton) mark(match []int32) {
	best := make([]int32, len(m.length))
	for i, s := range m.visits {
		best[s] = max(best[s], match[i])
	}
	for _, s := range slices.Backward(m.order) {
		if s != 0 && best[s] > 0 {
			best[m.link[s]] = m.length[m.link[s]]
		}
	}
	m.holder = make([]int32, len(m.length))
	m.best = best
	for _, s := range m.order {
		m.holder[s] = s
		if s != 0 && best[s] == 0 {
			m.holder[s] = m.holder[m.link[s]]
		}
	}
}

// own returns for every token of A how many tokens up to it stand together
// in B.
func (m *automaton) own(t *tokens) []int32 {
	own := make([]int32, len(t.ids))
	for i, s := range m.ends {
		own[i] = m.best[m.holder[s]]
	}
	return own
}

// sum counts how often the strings of every state stand in A and in B.
func (m *automaton) sum() {
	m.countA = make([]int32, len(m.length))
	for _, s := range m.ends {
		m.countA[s]++
	}
	here := make([]tally, len(m.length))
	for i, s := range m.visits {
		here[s].add(tally{1, int32(i)})
	}
	m.below = make([]tally, len(m.length))
	for _, s := range slices.Backward(m.order) {
		if s == 0 {
			break
		}
		up := m.link[s]
		m.countA[up] += m.countA[s]
		m.below[up].add(here[s])
		m.below[up].add(m.below[s])
	}
}

func (t *tally) add(o tally) {
	if o.count > 0 && (t.count == 0 || o.first < t.first) {
		t.first = o.first
	}
	t.count += o.count
}

// sortVisits fills the buckets of the states that passages belong to.
func (m *automaton) sortVisits(keys map[passageKey]struct{}, match []int32) {
	m.bucket = make(map[int32][]hit, len(keys))
	for k := range keys {
		m.bucket[k.state] = nil
	}
	for i, s := range m.visits {
		if list, ok := m.bucket[s]; ok {
			m.bucket[s] = append(list, hit{match[i], int32(i), int32(i)})
		}
	}
	for _, list := range m.bucket {
		slices.SortFunc(list, func(a, b hit) int {
			return cmp.Or(cmp.Compare(b.length, a.length), cmp.Compare(a.end, b.end))
		})
		for i := 1; i < len(list); i++ {
			list[i].first = min(list[i].first, list[i-1].first)
		}
	}
}

// inB returns the first place of a string in B and how many there are.
func (m *automaton) inB(k passageKey) tally {
	list := m.bucket[k.state]
	n, _ := slices.BinarySearchFunc(list, k.length, func(h hit, length int32) int {
		if h.length >= length {
			return -1
		}
		return 1
	})
	t := m.below[k.state]
	if n > 0 {
		t.add(tally{int32(n), list[n-1].first})
	}
	return t
}
