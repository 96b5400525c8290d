package pane

import "slices"

// History is what was searched for, the latest last. Up and down in a prompt
// go through it.
type History struct{ list []string }

// most is how many searches are remembered.
const mostSearches = 50

// Add notes a search; one made before moves to the end.
func (h *History) Add(query string) {
	if h == nil || query == "" {
		return
	}
	h.list = slices.DeleteFunc(h.list, func(q string) bool { return q == query })
	h.list = append(h.list, query)
	if len(h.list) > mostSearches {
		h.list = slices.Delete(h.list, 0, len(h.list)-mostSearches)
	}
}

// List returns the searches, the latest last.
func (h *History) List() []string { return h.list }

// Recall lets up and down go through a history.
func (p *Prompt) Recall(h *History) {
	if h != nil {
		p.history, p.back = h, len(h.list)
	}
}

// recall shows a search of the history in the prompt.
func (p *Prompt) recall(by int) {
	if p.history == nil {
		return
	}
	to := p.back + by
	if to < 0 || to > len(p.history.list) {
		return
	}
	p.back = to
	p.left, p.right = nil, nil
	if to < len(p.history.list) {
		p.insert(p.history.list[to])
	}
}
