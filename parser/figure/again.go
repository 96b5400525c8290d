package figure

import (
	"iter"
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/text"
)

// Figures that leave out what they count, since the text has said it elsewhere.

// sayAgain gives a figure that is named elsewhere its name: 这131件中, and
// 把152件提案 before 收到提案152件.
func (t *tree) sayAgain(k int) {
	n := &t.nodes[k]
	f := n.figure
	if f.Indicator != "" && !t.reader.catalogue.Whole(f.Indicator) || f.Unit == "%" || n.out || f.Each || n.hint.growth {
		return
	}
	s := n.passage.Text
	behind := n.passage.tags.within(f.End, n.hint.to)
	called := n.passage.tags.has(again, max(n.hint.from, f.Start-len("上述的")), f.Start) ||
		len(behind) > 0 && behind[0].class&inside != 0 && text.Runes(s[f.End:behind[0].start]) <= 2
	echo := n.passage.Heading || t.bareAgain(k)
	for w := range t.alike(f) {
		g := t.nodes[w].figure
		if echo && f.Indicator == "" && t.echoes(w, k) {
			f.Indicator, f.Period = g.Indicator, g.Period
			return
		}
		switch { // 198件提案 are those filed where so many were
		case f.Indicator != "" && (!t.reader.catalogue.PartOf(g.Indicator, f.Indicator) || t.reader.receives(t.since(k)) || t.nodes[w].passage == n.passage || n.hint.naming.verb):
			continue
		case w == k || g.Indicator == "" || !called && !t.sameNoun(k, w) && (f.Indicator == "" || f.Value.LessThan(noChance)):
			continue
		}
		f.Indicator, f.Period = g.Indicator, g.Period
		if called {
			f.Label = g.Label
		}
		return
	}
}

// noChance is a count that no two things have by chance.
var noChance = decimal.NewFromInt(30)

// bareAgain tells a figure that opens its clause and names nothing: 482件全部办复.
func (t *tree) bareAgain(k int) bool {
	n := &t.nodes[k]
	if strings.Trim(t.since(k), " 　，,。；;") != "" {
		return false
	}
	_, jobs := t.reader.label.words.At(n.passage.Text[n.figure.End:])
	return jobs&stopWord != 0 || t.nounBehind(k) == "" || n.passage.tags.has(outcome|out, n.figure.End, min(n.hint.to, n.figure.End+len("全部")))
}

// echoes tells that figure w says what a heading's figure k is of, in the text below,
// or what one that is named again close behind it is.
func (t *tree) echoes(w, k int) bool {
	m, n := &t.nodes[w], &t.nodes[k]
	if m.figure.Indicator == "" || m.figure.Part || m.out || m.figure.Plan != n.figure.Plan {
		return false
	}
	if n.passage.Heading {
		return w > k && w < k+farWhole && !m.passage.Heading
	}
	return w < k && w > k-nearAgain && m.passage == n.passage
}

// nearAgain is how many figures behind another one that names nothing says it again.
const nearAgain = 5

// sameNoun tells that two labels name one thing: 提案 and 收到提案.
func (t *tree) sameNoun(k, w int) bool {
	f, g := t.nodes[k].figure, t.nodes[w].figure
	noun := t.nodes[w].hint.naming.noun
	return text.Runes(f.Label) > 1 && strings.HasSuffix(g.Label, f.Label) || noun != "" && strings.HasSuffix(f.Label, noun)
}

// followUp names what only the figure before makes plain: of 引进项目6个、资金3.2亿元 the
// money is the projects'.
func (t *tree) followUp(k int) {
	n := &t.nodes[k]
	w := k - 1
	for w > 0 && w > k-3 && t.nodes[w].figure.Indicator == "" {
		w-- // 项目18个，已落地12个，资金1.17亿元
	}
	if w < 0 || t.nodes[w].passage != n.passage || t.nodes[w].hint.sentence != n.hint.sentence || n.figure.Each {
		return
	}
	if id := t.reader.catalogue.Behind(t.nodes[w].figure.Indicator, n.figure.Unit, n.figure.Label, t.since(k)); id != "" {
		n.figure.Indicator = id
	}
}

// goOn names a figure by those beside it: one of another time and the same
// unit (每年12次，届内合计66次), or what was received before what was filed of it
// (收到615件，立案519件).
func (t *tree) goOn(k int) {
	n := &t.nodes[k]
	f := n.figure
	if _, part := t.of[k]; part || f.Indicator != "" || n.out || f.Each && !n.timed() || t.reader.Words.Words.Newly.In(t.since(k)) {
		return // 已建成42个，今年新建16个: so many more, not all there are
	}
	if w := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit == f.Unit }); w >= 0 && n.timed() && t.nodes[w].passage == n.passage && t.bare(k) && !t.reader.receives(t.since(k)) {
		if f.Indicator = t.nodes[w].figure.Indicator; f.Indicator != "" {
			f.Label = t.nodes[w].figure.Label
			return
		}
	}
	if w := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit == f.Unit }); w >= 0 && t.likewise(w, k) {
		f.Indicator = t.nodes[w].figure.Indicator
		return
	}
	if !t.reader.receives(t.since(k)) {
		return
	}
	for w := k + 1; w < min(len(t.nodes), k+6); w++ {
		g := &t.nodes[w]
		if g.passage != n.passage || g.figure.Unit != f.Unit || g.hint.growth || g.figure.Indicator == "" {
			continue
		}
		if whole := t.reader.catalogue.FirstOf(g.figure.Indicator); whole != "" && f.Value.GreaterThanOrEqual(g.figure.Value) {
			f.Indicator = whole
		} else if t.isFirstStage(w) && n.hint.naming.noun == "" && f.Value.GreaterThanOrEqual(g.figure.Value) {
			f.Indicator = g.figure.Indicator // 收到345件：委员提案304件
		}
		return
	}
	if w := t.back(k, nearWhole, func(w int) bool { return t.nodes[w].figure.Unit == f.Unit && t.isFirstStage(w) }); w >= 0 && t.nodes[w].passage.Setting == n.passage.Setting && t.reader.receives(t.beforeNoun(w)) {
		f.Indicator = t.nodes[w].figure.Indicator // 第九届征集提案1594件…第十届征集1198件
	}
}

// beforeNoun is what stands before a figure and the noun that its label ends in.
func (t *tree) beforeNoun(w int) string {
	return strings.TrimSuffix(t.since(w), t.nodes[w].hint.naming.noun)
}

// likewise tells that figure k goes on from w with what both count left out: by the same verb
// (往市里送信息13条，往省里送7条), by how it changed (由88%升到97%), by another making (修订制度9项，新立5项).
func (t *tree) likewise(w, k int) bool {
	m, n := &t.nodes[w], &t.nodes[k]
	if m.figure.Indicator == "" || m.passage != n.passage || m.hint.sentence != n.hint.sentence || m.figure.Part || m.out || continuesNoun(n.passage.Text[n.figure.End:n.hint.to]) {
		return false
	}
	since := strings.Trim(t.since(k), " ，,；;")
	if n.hint.saysYear { // 由2017年的92%提高到2021年的98.5%
		since = strings.TrimSuffix(strings.TrimSuffix(since, "的"), "年")
		since = strings.TrimRight(since, "0123456789")
	}
	if t.reader.Words.Words.Change.Ends(since) {
		return true
	}
	if !text.ClauseEnds.In(t.since(k)) {
		return w == k-1 && text.Runes(since) <= shortest && (strings.HasSuffix(since, "到") || strings.HasSuffix(since, "至"))
	}
	start, end, kind := t.reader.Words.lastVerb(since)
	if end == 0 || end != len(since) {
		return false
	}
	verb := since[start:end]
	return kind == lightVerb && text.Runes(strings.TrimLeft(since, "又再另还")) <= longestVerb || text.Has(t.beforeNoun(w), verb)
}

// longestVerb is how many characters a verb has that stands alone.
const longestVerb = 5

// timed tells that the figure's own words name a time.
func (n *node) timed() bool {
	return n.hint.saysTime || n.passage.tags.has(yearly|thisYear|term, n.hint.from, n.figure.Start)
}

// bare tells that next to nothing but words of time stands before a figure.
func (t *tree) bare(k int) bool {
	n := &t.nodes[k]
	s := n.passage.Text[max(n.hint.clause, n.hint.from):n.figure.Start]
	return text.Runes(strings.Trim(s, "，,、；; ")) <= mostBare
}

// mostBare is how many characters name a time and no more.
const mostBare = 12

// alike are the first and the last figure of one value and unit, and how many there are.
type alike struct{ first, last, n int }

// addAlike puts figure k behind those of its value and unit, of which the first are enough.
func (t *tree) addAlike(k int) {
	key := sameKey(t.nodes[k].figure)
	a, ok := t.same[key]
	switch {
	case !ok:
		a.first = k
	case a.n == farWhole:
		return
	default:
		t.nodes[a.last].like = k
	}
	a.last, a.n = k, a.n+1
	t.same[key] = a
}

// alike are the figures of the value and unit of f, in order.
func (t *tree) alike(f *model.Figure) iter.Seq[int] {
	return func(yield func(int) bool) {
		a, ok := t.same[sameKey(f)]
		for k := a.first; ok && yield(k); k = t.nodes[k].like {
			ok = t.nodes[k].like > 0
		}
	}
}

// sameKey is what a figure has in common with one that says it again.
func sameKey(f *model.Figure) valueKey {
	key := valueKey{unit: f.Unit}
	if people(key.unit) {
		key.unit = "人"
	}
	if f.Value.NumDigits() > 18 { // more than 64 bits hold
		key.long = f.Value.String()
		return key
	}
	key.digits, key.exponent = f.Value.CoefficientInt64(), f.Value.Exponent()
	for key.digits != 0 && key.digits%10 == 0 {
		key.digits, key.exponent = key.digits/10, key.exponent+1
	}
	if key.digits == 0 {
		key.exponent = 0
	}
	return key
}

// valueKey is a value, without zeros at its end, and what it counts.
type valueKey struct {
	digits     int64
	exponent   int32
	unit, long string
}
