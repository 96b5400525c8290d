package figure

import (
	"duidu/parser/text"
	"strings"
	"unicode/utf8"
)

// What became of what was counted: turned away, put together, used, settled.

// stage tells a figure that stands beside w rather than in it: 立案 beside 收到.
func (t *tree) stage(k, w int) bool {
	a, b := t.nodes[k].figure.Indicator, t.nodes[w].figure.Indicator
	return a != "" && a != b && !t.nodes[k].out && !t.reader.catalogue.PartOf(a, b) && !t.reader.catalogue.PartOf(b, a) // none comes before what it is a stage of
}

// saysOut tells that the figure counts what was turned away.
func (t *tree) saysOut(k int) bool {
	n := &t.nodes[k]
	tg := n.passage.tags
	clause := max(n.hint.clause, n.hint.from)
	if g, ok := tg.last(out|kept|merged, clause, n.figure.Start); ok {
		return g.class&out != 0
	}
	in := tg.within(n.figure.End, n.hint.to)
	return len(in) > 0 && in[0].class&(out|merged) != 0 && nearBy(n.passage.Text[n.figure.End:in[0].start])
}

// nearBy tells that the words between a figure and a verb let the verb speak of it.
func nearBy(s string) bool {
	return text.Runes(s) <= 6 && !strings.ContainsAny(s, "，、；,;。：: ")
}

// byOut reads 不予立案17件: a part of what was received.
func (t *tree) byOut(k int) (int, bool) {
	if !t.nodes[k].out {
		return 0, false
	}
	received := t.back(k, nearWhole, func(w int) bool {
		return t.can(w, k) && t.nodes[w].figure.Indicator != "" && !t.nodes[w].out && !t.nodes[w].figure.Part && t.isFirstStage(w)
	})
	if received < 0 {
		received = t.back(k, nearWhole, func(w int) bool {
			return t.can(w, k) && t.reader.receives(t.since(w)) && !t.nodes[w].out && !t.nodes[w].figure.Part
		})
	}
	if received < 0 {
		received = t.back(k, nearWhole, func(w int) bool {
			return t.can(w, k) && !t.nodes[w].out && !t.nodes[w].figure.Part && !t.has(w, merged)
		})
	}
	return received, true
}

// isFirstStage tells a figure whose indicator others are counted within.
func (t *tree) isFirstStage(w int) bool {
	return t.reader.catalogue.Whole(t.nodes[w].figure.Indicator)
}

// byOutcome reads 被省政协采用9条, 实到173人: so many of those counted before.
func (t *tree) byOutcome(k int) (int, bool) {
	n := &t.nodes[k]
	tg := n.passage.tags
	clause := max(n.hint.clause, n.hint.from)
	if tg.has(merged, clause, n.figure.Start) {
		return 0, false
	}
	g, ok := tg.last(outcome, clause, n.figure.Start)
	if in := tg.within(n.figure.End, n.hint.to); !ok && len(in) > 0 && in[0].class&outcome != 0 && outcomeBehind(n.passage.Text[n.figure.End:in[0].start]) {
		g, ok = in[0], true
	}
	if !ok {
		return 0, false
	}
	noun := ""
	if g.end <= n.figure.Start { // a noun of its own behind the verb, which its whole may have as well
		noun = n.passage.Text[g.end:n.figure.Start]
		if strings.HasPrefix(noun, "至") || strings.HasPrefix(noun, "给") || strings.HasPrefix(noun, "由") {
			return 0, false // 交办至31家单位: whom it went to
		}
		if text.Runes(noun) <= 2 {
			noun = ""
		}
	}
	word := n.passage.Text[g.start:g.end]
	w := t.back(k, nearWhole, func(w int) bool {
		m := &t.nodes[w]
		return (m.passage == n.passage || bulleted(n.passage.Text) && m.figure.Indicator != "") && t.can(w, k) && !t.opposite(t.since(k), w) && (noun == "" || strings.HasSuffix(m.figure.Label, strings.Trim(noun, "了过 "))) && (!m.figure.Part || t.keeps(w) || t.stageBefore(w, k, word))
	})
	if w < 0 || t.stage(k, w) {
		return 0, false
	}
	return w, true
}

// bulleted tells an item of a list on lines of its own, whose whole may stand above the list.
func bulleted(s string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " 　"))
	return strings.ContainsRune("·•●■◆▪-", c)
}

// outcomeBehind tells that what stands between a figure and its outcome lets them belong
// together: 4条被省政协采用.
func outcomeBehind(s string) bool {
	return len(s) <= 2*len("字") || strings.HasPrefix(s, "被") && nearBy(strings.TrimPrefix(s, "被"))
}

// stageBefore tells that figure w, a part itself, is what came before k: 接下587条，办成403条.
// Two that say the same of one whole (省用9条，市用20条) stand side by side.
func (t *tree) stageBefore(w, k int, word string) bool {
	m, n := &t.nodes[w], &t.nodes[k]
	if m.hint.sentence != n.hint.sentence || m.out {
		return false
	}
	g, ok := m.passage.tags.last(outcome, max(m.hint.clause, m.hint.from), m.figure.Start)
	if !ok {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(m.passage.Text[g.start:g.end])
	return !strings.ContainsRune(word, c)
}
