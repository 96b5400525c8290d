package compare

import "duidu/model"

// edgeTable holds the edges of an automaton's states. Looking one up takes
// the same time for a state with a thousand edges as for one with one: the
// commonest characters of a long report have that many successors.
type edgeTable struct {
	edges []edge
	head  []int32 // a state's newest edge, -1 for none
	slots []int32 // hash table over edges: index + 1, 0 for empty
	root  []int32 // edges of state 0 by token id; 0 for none
}

type edge struct{ state, token, to, older int32 }

func newEdgeTable(ids int) edgeTable {
	return edgeTable{head: []int32{-1}, slots: make([]int32, 1024), root: make([]int32, ids)}
}

func (t *edgeTable) addState() { t.head = append(t.head, -1) }

// slot finds the slot of an edge, or the empty one where it belongs.
func (t *edgeTable) slot(state, token int32) *int32 {
	mask := uint64(len(t.slots) - 1)
	for i := model.Mix((uint64(state)<<32|uint64(token))*0x9e3779b97f4a7c15) & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if *s == 0 {
			return s
		}
		if e := &t.edges[*s-1]; e.state == state && e.token == token {
			return s
		}
	}
}

// next follows the edge of a token; 0 when the state has none.
func (t *edgeTable) next(state, token int32) int32 {
	if state == 0 {
		return t.root[token]
	}
	if s := *t.slot(state, token); s != 0 {
		return t.edges[s-1].to
	}
	return 0
}

// setNext adds an edge or turns it to another state.
func (t *edgeTable) setNext(state, token, to int32) {
	if state == 0 {
		t.root[token] = to
		return
	}
	s := t.slot(state, token)
	if *s != 0 {
		t.edges[*s-1].to = to
		return
	}
	t.edges = append(t.edges, edge{state, token, to, t.head[state]})
	t.head[state] = int32(len(t.edges) - 1)
	*s = int32(len(t.edges))
	if 2*len(t.edges) > len(t.slots) {
		t.grow()
	}
}

func (t *edgeTable) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	for i, e := range t.edges {
		*t.slot(e.state, e.token) = int32(i + 1)
	}
}

// copyEdges gives state to the edges of state from.
func (t *edgeTable) copyEdges(from, to int32) {
	for e := t.head[from]; e >= 0; e = t.edges[e].older {
		t.setNext(to, t.edges[e].token, t.edges[e].to)
	}
}
