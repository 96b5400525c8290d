package figure

import "duidu/parser/text"

// Lists that tell the same counts of one session after the other.

// byRow goes on with a list of sessions, each with the same counts: 其中二次会议受理195件，立案187件；
// 三次会议受理183件，立案178件.
func (t *tree) byRow(k int) (int, bool) {
	n := &t.nodes[k]
	if n.figure.Indicator == "" {
		return 0, false
	}
	if w, ok := t.of[k-1]; ok && w+1 < k-1 && t.reader.catalogue.IsStage(n.figure.Indicator) && t.nodes[k-1].hint.segment == n.hint.segment && t.nodes[w+1].passage == n.passage && t.nodes[w+1].figure.Indicator == n.figure.Indicator && t.can(w+1, k) {
		return w + 1, true // what was filed of the part, where the whole stands before what was filed of it
	}
	if !t.opensWithSession(k) {
		return 0, false
	}
	column := t.column(k)
	p := t.back(k, nearWhole, func(w int) bool {
		m := &t.nodes[w]
		return m.passage == n.passage && m.hint.sentence == n.hint.sentence && m.hint.segment < n.hint.segment &&
			m.figure.Unit == n.figure.Unit && m.figure.Indicator == n.figure.Indicator && t.column(w) == column && t.opensWithSession(w)
	})
	if p < 0 {
		return 0, false
	}
	w, ok := t.of[p]
	return w, ok && t.can(w, k)
}

// column is how many figures stand before figure k in its stretch between semicolons, as
// far as a row goes.
func (t *tree) column(k int) int {
	n, first := &t.nodes[k], k
	for first > 0 && k-first < nearWhole && t.nodes[first-1].passage == n.passage && t.nodes[first-1].hint.segment == n.hint.segment {
		first--
	}
	return k - first
}

// opensWithSession tells that the stretch of figure k opens with a session: 七届二次会议.
func (t *tree) opensWithSession(k int) bool {
	n := &t.nodes[k]
	head := text.FirstRunes(n.passage.Text[n.hint.segment:n.figure.Start], longestSession)
	if _, rest, ok := text.Cut(head, "其中"); ok {
		head = rest
	}
	_, rest, ok := text.Cut(head, "届")
	return ok && text.Has(text.FirstRunes(rest, 4), "次")
}

// longestSession is how many characters the name of a session has with what leads to it.
const longestSession = 40
