package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

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
	for k := range t.nodes {
		t.demote(k)
	}
	t.countMembers()
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
				if w >= 0 && w != k {
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
	if n.out || t.ofOther(k) {
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
	if by, ok := strings.CutPrefix(s[n.figure.End:max(n.figure.End, n.hint.to)], "由"); ok && n.figure.Unit == "元" { // 800万元由某部门争取
		for _, body := range []string{"部门", "局", "企业"} {
			if at := strings.Index(by, body); at > 0 && utf8.RuneCountInString(by[:at]) <= 6 {
				return by[:at+len(body)]
			}
		}
	}
	return ""
}

// demote makes a class of what it is a class of where no clause says so: of 委员提案304件 and
// 收到提案345件 the smaller has its kind for a label, and no verb.
func (t *tree) demote(k int) {
	n := &t.nodes[k]
	f := n.figure
	if _, part := t.of[k]; part || f.Indicator == "" || f.Each || f.Plan || n.hint.saysYear || f.Unit == "%" || len(t.reader.catalogue.StageUnits(f.Indicator)) == 0 && !t.isFirstStage(k) || t.plainStage(k) {
		return
	}
	w := t.back(k, farWhole, func(w int) bool {
		m := &t.nodes[w]
		return m.figure.Indicator == f.Indicator && t.can(w, k) && m.figure.Value.GreaterThan(f.Value) && !m.figure.Plan && t.plainStage(w)
	})
	if w < 0 {
		return
	}
	t.of[k] = w
	f.Part, f.Of, f.Indicator = true, model.RefTo(w), ""
}

// plainStage tells a figure whose label names what is counted with its verb or with nothing at all.
func (t *tree) plainStage(k int) bool {
	label := t.nodes[k].figure.Label
	return t.nodes[k].hint.naming.verb || utf8.RuneCountInString(label) <= 2 || t.reader.Words.isVerb(text.LastRunes(label, 2))
}

// countMembers finds how many the body has where no clause says so in so many words: the first
// plain count of 委员 that is larger than those who do one thing together.
func (t *tree) countMembers() {
	id := t.reader.catalogue.Members
	if id == "" {
		return
	}
	first := -1
	for k := range t.nodes {
		n := &t.nodes[k]
		f := n.figure
		switch {
		case f.Indicator == id:
			return
		case first >= 0 || f.Indicator != "" || f.Part || f.Each || f.Plan || n.out || n.hint.growth || f.Qualifier != model.Exact || !people[f.Unit] || f.Value.LessThan(manyMembers):
		case t.plainMembers(k):
			first = k
		}
	}
	if first < 0 {
		return
	}
	for _, k := range t.same[sameKey(t.nodes[first].figure)] {
		if f := t.nodes[k].figure; f.Indicator == "" && !f.Part && t.plainMembers(k) {
			f.Indicator, f.Period = id, nil
		}
	}
}

// manyMembers is more than a part of them is called 委员 without saying which.
var manyMembers = decimal.NewFromInt(100)

// plainMembers tells a figure that names the members and no kind of them: 委员, 全体政协委员, but not
// 参与的委员, and not with a share of all.
func (t *tree) plainMembers(k int) bool {
	n := &t.nodes[k]
	of, ok := strings.CutSuffix(n.figure.Label, t.reader.memberWord())
	if !ok || strings.HasSuffix(t.since(k), "的"+n.figure.Label) {
		return false
	}
	if k+1 < len(t.nodes) && t.nodes[k+1].figure.Unit == "%" && t.nodes[k+1].hint.sentence == n.hint.sentence && t.nodes[k+1].passage == n.passage {
		return false
	}
	of = strings.TrimSuffix(of, "政协")
	return strings.Trim(of, "全体本届县市区旗州") == ""
}

// keeps tells a part that has an indicator of its own.
func (t *tree) keeps(k int) bool {
	w, ok := t.of[k]
	if !ok {
		return false
	}
	return t.reader.catalogue.PartOf(t.nodes[k].figure.Indicator, t.nodes[w].figure.Indicator)
}

// ofOther tells a bare rate of stages (办结率95%) where its sentence has just counted what
// none of them is counted in: 信息153条，办结146条，办结率95%.
func (t *tree) ofOther(k int) bool {
	n := &t.nodes[k]
	f := n.figure
	if f.Unit != "%" || f.Indicator == "" || f.RateOf != "" {
		return false
	}
	units := t.reader.catalogue.StageUnits(f.Indicator)
	w := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit != "%" })
	if len(units) == 0 || w < 0 {
		return false
	}
	m := &t.nodes[w]
	return m.passage == n.passage && m.hint.sentence == n.hint.sentence && !slices.Contains(units, m.figure.Unit) && n.passage.tags.has(outcome, m.hint.from, m.figure.Start) && !strings.ContainsAny(n.passage.Text[m.figure.End:f.Start], "；;。")
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
	if text.HasSuffix(since, t.reader.Words.Words.Change) != "" {
		return true
	}
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
