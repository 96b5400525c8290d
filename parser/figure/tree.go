package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/text"
)

// Relate builds the tree of a report's figures: which is a part of which,
// which is said again, which is the opposite of what its words call for. Of
// refers to the figures of all passages in order. Passages are what Read gave.
func (r *Reader) Relate(passages []*Passage) {
	t := tree{reader: r, of: map[int]int{}, same: map[valueKey][]int{}}
	all := 0
	for _, p := range passages {
		all += len(p.Figures)
	}
	t.nodes = make([]node, 0, all)
	for _, p := range passages {
		for i := range p.Figures {
			t.nodes = append(t.nodes, node{figure: &p.Figures[i], hint: p.hints[i], passage: p})
		}
	}
	for k := range t.nodes {
		t.nodes[k].out = t.saysOut(k)
		if key := sameKey(t.nodes[k].figure); len(t.same[key]) < farWhole {
			t.same[key] = append(t.same[key], k)
		}
	}
	exact := func(k int) (int, bool) { return t.byShare(k, true) }
	share := func(k int) (int, bool) { return t.byShare(k, false) }
	t.place(exact, t.byAmong, t.byInside, t.byColon, t.byList) // said in so many words
	t.forward()
	t.sums()
	t.place(share, t.byList, t.byRest, t.byOut, t.byOutcome, t.byModifier, t.byMembers, t.byClass)
	for k := range t.nodes {
		t.settle(k)
	}
}

// node is a figure in the tree.
type node struct {
	figure  *model.Figure
	hint    hint
	passage *Passage
	out     bool   // counted out: 不予立案5件
	bracket bool   // its whole stands before the bracket it is in
	noun    string // what is counted, without the verbs of its label
}

type tree struct {
	reader *Reader
	nodes  []node
	of     map[int]int        // part to whole, by index
	same   map[valueKey][]int // figures of one value and unit
}

// How far back, in figures, a whole is looked for: by a share, by a list that
// adds up, by its words.
const (
	farWhole  = 60
	nearWhole = 24
)

// place finds the whole of each figure that has none yet, by the first of the
// ways that knows it.
func (t *tree) place(ways ...func(k int) (whole int, ok bool)) {
	for k := range t.nodes {
		if _, ok := t.of[k]; ok || !t.parts(k) {
			continue
		}
		for _, find := range ways {
			if w, ok := find(k); ok {
				if w >= 0 {
					t.of[k], t.nodes[k].figure.Part = w, true
				}
				break
			}
		}
	}
}

// parts tells a figure that can be a part: a count, and not one year's beside a
// term's.
func (t *tree) parts(k int) bool {
	n := &t.nodes[k]
	return n.figure.Unit != "%" && n.figure.Unit != "" && !n.hint.saysYear && !n.hint.growth
}

// has tells that a cue stands between the figure before and figure k.
func (t *tree) has(k int, c class) bool {
	n := &t.nodes[k]
	return n.passage.tags.has(c, n.hint.from, n.figure.Start)
}

// since is the text between the figure before, or the sentence's start, and k.
func (t *tree) since(k int) string {
	n := &t.nodes[k]
	return n.passage.Text[n.hint.from:n.figure.Start]
}

// can tells whether figure w can be the whole of k.
func (t *tree) can(w, k int) bool {
	a, b := t.nodes[w].figure, t.nodes[k].figure
	if !alikeUnits(a.Unit, b.Unit) || a.Each || a.Value.LessThan(b.Value) {
		return false
	}
	m, n := &t.nodes[w].hint, &t.nodes[k].hint
	return sameYears(a.Period, b.Period) || !m.saysYear && !(m.said && n.said)
}

func sameYears(a, b *model.Period) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// alikeUnits tells units that count the same things.
func alikeUnits(a, b string) bool {
	return a == b || people[a] && people[b]
}

var people = map[string]bool{"人": true, "名": true, "位": true}

// back returns the nearest figure before k, within the reach, that the test
// accepts; -1 if there is none.
func (t *tree) back(k, reach int, test func(w int) bool) int {
	for w := k - 1; w >= max(0, k-reach); w-- {
		if test(w) {
			return w
		}
	}
	return -1
}

// settle gives a figure what its place in the tree says: the whole it refers
// to, no indicator for what is counted out or is a part of the same.
func (t *tree) settle(k int) {
	n := &t.nodes[k]
	f := n.figure
	t.sayAgain(k)
	if n.out {
		f.Indicator = ""
	}
	if !n.hint.growth {
		t.goOn(k)
	}
	if body := t.otherBody(k); body != "" && f.Indicator != "" {
		f.Indicator, f.Subject = "", body
	}
	t.name(k)
	w, ok := t.of[k]
	if !ok {
		return
	}
	if f.Indicator == "" && !n.out { // 已解决80件 of 问题线索
		f.Indicator = t.reader.catalogue.IndicatorOf(catalogue.Vicinity{Text: f.Label + catalogue.FigureMark, Clause: f.Label, Unit: f.Unit, Label: f.Label})
	}
	if !n.hint.saysYear {
		f.Period = t.nodes[w].figure.Period
	}
	if f.Part = !t.keeps(k); f.Part {
		f.Of, f.Indicator = model.RefTo(w), ""
	}
}

// otherBody is whose figure it is where its clause opens with another than the
// body that reports: 同期全县引进资金, 一位企业家捐. Under the heading of a neighbour
// all figures are the neighbour's.
func (t *tree) otherBody(k int) string {
	n := &t.nodes[k]
	if other := n.passage.Setting.Other; other != "" {
		return other
	}
	s := n.passage.Text
	start := max(n.hint.clause, min(n.hint.from, n.figure.Start))
	for _, g := range n.passage.tags.within(start, n.figure.Start) {
		if utf8.RuneCountInString(s[start:g.start]) > 3 {
			break
		}
		if g.class&donor != 0 || g.class&area != 0 && n.figure.Unit == "元" {
			return s[g.start:g.end]
		}
	}
	return ""
}

// keeps tells a part that has an indicator of its own.
func (t *tree) keeps(k int) bool {
	w, ok := t.of[k]
	if !ok {
		return false
	}
	return t.reader.catalogue.PartOf(t.nodes[k].figure.Indicator, t.nodes[w].figure.Indicator)
}

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
		len(behind) > 0 && behind[0].class&inside != 0 && utf8.RuneCountInString(s[f.End:behind[0].start]) <= 2
	echo := n.passage.Heading || t.bareAgain(k)
	for _, w := range t.same[sameKey(f)] {
		g := t.nodes[w].figure
		if echo && f.Indicator == "" && t.echoes(w, k) {
			f.Indicator, f.Period = g.Indicator, g.Period
			return
		}
		switch { // 198件提案 are those filed where so many were
		case f.Indicator != "" && (!t.reader.catalogue.PartOf(g.Indicator, f.Indicator) || t.reader.receives(t.since(k)) || t.nodes[w].passage == n.passage || n.hint.naming.verb):
			continue
		case w == k || g.Indicator == "" || !called && !t.sameNoun(k, w):
			continue
		}
		f.Indicator, f.Period = g.Indicator, g.Period
		if called {
			f.Label = g.Label
		}
		return
	}
}

// bareAgain tells a figure that opens its clause and names nothing: 482件全部办复.
func (t *tree) bareAgain(k int) bool {
	n := &t.nodes[k]
	return strings.Trim(t.since(k), " 　，,。；;") == "" && (t.nounBehind(k) == "" || n.passage.tags.has(outcome|out, n.figure.End, min(n.hint.to, n.figure.End+len("全部都已办复"))))
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
	return utf8.RuneCountInString(f.Label) > 1 && strings.HasSuffix(g.Label, f.Label) || noun != "" && strings.HasSuffix(f.Label, noun)
}

// goOn names a figure by those beside it: one of another time and the same
// unit (每年12次，届内合计66次), or what was received before what was filed of it
// (收到615件，立案519件).
func (t *tree) goOn(k int) {
	n := &t.nodes[k]
	f := n.figure
	if _, part := t.of[k]; part || f.Indicator != "" || n.out || f.Each && !n.timed() {
		return
	}
	if w := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit == f.Unit }); w >= 0 && n.timed() && t.nodes[w].passage == n.passage && t.bare(k) {
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
	if !strings.ContainsAny(t.since(k), text.ClauseMarks) {
		return w == k-1 && utf8.RuneCountInString(since) <= shortest && (strings.HasSuffix(since, "到") || strings.HasSuffix(since, "至"))
	}
	start, end, kind := t.reader.Words.lastVerb(since)
	if end == 0 || end != len(since) {
		return false
	}
	verb := since[start:end]
	return kind == lightVerb && utf8.RuneCountInString(strings.TrimLeft(since, "又再另还")) <= longestVerb || strings.Contains(t.beforeNoun(w), verb)
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
	return utf8.RuneCountInString(strings.Trim(s, "，,、；; ")) <= mostBare
}

// mostBare is how many characters name a time and no more.
const mostBare = 12

// sameKey is what a figure has in common with one that says it again.
func sameKey(f *model.Figure) valueKey {
	key := valueKey{unit: f.Unit}
	if people[key.unit] {
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
