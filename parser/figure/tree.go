package figure

import (
	"slices"
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
	all := 0
	for _, p := range passages {
		all += len(p.Figures)
	}
	t := tree{reader: r, nodes: make([]node, 0, all), of: map[int]int{}, same: make(map[valueKey]alike, all)}
	for _, p := range passages {
		for i := range p.Figures {
			t.nodes = append(t.nodes, node{figure: &p.Figures[i], hint: p.hints[i], passage: p})
		}
	}
	for k := range t.nodes {
		t.nodes[k].out = t.saysOut(k)
		t.addAlike(k)
	}
	exact := func(k int) (int, bool) { return t.byShare(k, true) }
	share := func(k int) (int, bool) { return t.byShare(k, false) }
	t.place(exact, t.byAmong, t.byBracket, t.byInside, t.byColon, t.byExcept, t.byRow, t.byList) // said in so many words
	t.forward()
	t.sums()
	t.place(share, t.byList, t.byHave, t.byRest, t.byOut, t.byOutcome, t.byModifier, t.byMembers, t.byClass)
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
	like    int    // the next figure of its value and unit; 0 for none
}

type tree struct {
	reader *Reader
	nodes  []node
	of     map[int]int // part to whole, by index
	same   map[valueKey]alike
	run    []int // that may be written over
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
				if w >= 0 && w != k && t.mentionedAgain(k, w) {
					t.nodes[k].figure.Indicator = t.nodes[w].figure.Indicator
				} else if w >= 0 && w != k {
					t.of[k], t.nodes[k].figure.Part = w, true
				}
				break
			}
		}
	}
}

// mentionedAgain tells a figure that is not a part of w but w itself: 交办的1824件提案.
func (t *tree) mentionedAgain(k, w int) bool {
	f, g := t.nodes[k].figure, t.nodes[w].figure
	if f.Unit != g.Unit || !f.Value.Equal(g.Value) || f.Value.LessThan(noChance) || g.Indicator == "" || t.nodes[k].out || t.has(k, among) {
		return false
	}
	in, _ := t.reader.catalogue.Indicator(g.Indicator)
	noun := t.nounBehind(k)
	return noun != "" && text.Has(in.Name, noun)
}

// parts tells a figure that can be a part: a count, and not one year's beside a
// term's.
func (t *tree) parts(k int) bool {
	n := &t.nodes[k]
	return n.figure.Unit != "%" && n.figure.Unit != "" && !n.hint.saysYear && !n.hint.growth && !n.hint.aside
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
	if !holds(a.Unit, b.Unit) || a.Each || t.nodes[w].hint.aside || a.Value.LessThan(b.Value) {
		return false
	}
	m, n := &t.nodes[w].hint, &t.nodes[k].hint
	return sameYears(a.Period, b.Period) || !m.saysYear && !(m.said && n.said) ||
		!n.said && t.nodes[w].passage.Setting.Review <= 1 && t.nodes[w].passage == t.nodes[k].passage // of the year just named
}

func sameYears(a, b *model.Period) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// holds tells that what is counted in one unit can have parts counted in another:
// 参训245人次，其中赴外48人; 出书40本，其中一种33辑.
func holds(whole, part string) bool {
	return alikeUnits(whole, part) || whole == "人次" && people(part) || books(whole) && books(part) || whole == "张" && part == "票"
}

// books tells units of books.
func books(unit string) bool {
	switch unit {
	case "本", "册", "部", "辑", "卷", "种":
		return true
	}
	return false
}

// alikeUnits tells units that count the same things.
func alikeUnits(a, b string) bool {
	return a == b || people(a) && people(b)
}

// people tells units of people.
func people(unit string) bool { return unit == "人" || unit == "名" || unit == "位" }

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
	if n.out || t.ofOther(k) || t.bySome(k) || t.someMembers(k) || t.ofAll(k) {
		f.Indicator = ""
	}
	if !n.hint.growth {
		t.goOn(k)
		t.followUp(k)
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
		f.Indicator = t.reader.catalogue.IndicatorOf(catalogue.Vicinity{Text: t.since(k) + f.Label + catalogue.FigureMark, Clause: f.Label, Unit: f.Unit, Label: f.Label})
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
	if other := elsewhere(s[n.hint.segment:n.figure.Start], n.passage.Setting.Home); other != "" {
		return other
	}
	start := max(n.hint.clause, min(n.hint.from, n.figure.Start))
	for _, g := range n.passage.tags.within(start, n.figure.Start) {
		if text.Runes(s[start:g.start]) > 3 {
			break
		}
		if g.class&donor != 0 || g.class&area != 0 && n.figure.Unit == "元" && !strings.HasPrefix(strings.TrimPrefix(s[g.end:], "的"), "政协") { // 全县政协委员 are the body's
			return s[g.start:g.end]
		}
		if g.class&area != 0 && g.start == start && s[g.start:g.end] == "全省" && n.passage.Setting.Home[2] != "" && ofAll.Starts(s[g.end:]) {
			return s[g.start:g.end] // 全省各级政协共建设工作室近3000个
		}
	}
	if by := t.organBefore(k, start); by != "" {
		return by
	}
	if by := t.rulersBefore(k, start); by != "" {
		return by
	}
	if g, ok := n.passage.tags.last(economy, n.hint.sentence, n.figure.Start); ok && (n.figure.Unit == "元" || n.figure.Unit == "个") {
		return s[g.start:g.end] // 地区生产总值1055亿元，…签下项目56个
	}
	if by, ok := strings.CutPrefix(s[n.figure.End:max(n.figure.End, n.hint.to)], "由"); ok && n.figure.Unit == "元" { // 800万元由某部门争取
		for _, body := range []string{"部门", "局", "企业"} {
			if at := text.Index(by, body); at > 0 && text.Runes(by[:at]) <= 6 {
				return by[:at+len(body)]
			}
		}
	}
	return ""
}

// ofAll opens what is told of a whole province.
var ofAll = text.ListOf("各级", "各地", "各市", "各县", "共", "一共", "现", "已", "目前")

// organBefore is the office or firm that a clause which counts money or people opens
// with: 县教育局今年资助…; not one that something was done for or with (向某学校捐赠).
func (t *tree) organBefore(k, start int) string {
	n := &t.nodes[k]
	if n.figure.Unit != "元" && !people(n.figure.Unit) && n.figure.Unit != "户" {
		return ""
	}
	s := n.passage.Text
	for _, g := range n.passage.tags.within(start, n.figure.Start) {
		name := s[start:g.end]
		if text.Runes(name) > longestOrgan {
			return ""
		}
		if g.class&organ == 0 {
			continue
		}
		if _, verb, _ := t.reader.Words.lastVerb(s[start:g.start]); verb > 0 || strings.ContainsAny(name, "向为给对到赴由与和同从在、经被把将使让请帮邀促协委员") {
			return ""
		}
		if next := text.FirstRunes(s[g.end:n.figure.Start], 1); next != "" && text.Has(text.ClauseMarks+"、的界系和与等组员长", next) {
			return ""
		}
		return name
	}
	return ""
}

// rulersBefore is the party committee or the government that a clause, or the sentence
// that it goes on, opens with where it tells what they spent or decreed: 县委、县政府先后
// 出台政策12项，兑现资金2亿元; not how they took what the body gave them (县委、县政府领导批示15次).
func (t *tree) rulersBefore(k, start int) string {
	n := &t.nodes[k]
	s := n.passage.Text
	if t.reader.Words.Words.Decrees.Starts(s[start:n.figure.Start]) {
		start = n.hint.sentence
	}
	rulers, rest := t.reader.rulers(s[start:n.figure.Start])
	if rulers == "" || !t.reader.Words.Words.Decrees.Starts(rest) {
		return ""
	}
	return rulers
}

// rulers cuts those that rule the county, and the adverbs behind them, off the head of s.
func (r *Reader) rulers(s string) (rulers, rest string) {
	w := &r.Words.Words
	for rest = s; ; {
		ruler := w.Rulers.Prefix(rest)
		if ruler == "" {
			return "", s
		}
		rulers = s[:len(s)-len(rest)+len(ruler)]
		if rest = rest[len(ruler):]; !strings.HasPrefix(rest, "、") && !strings.HasPrefix(rest, "和") {
			break
		}
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
	}
	for how := w.Adverbs.Prefix(rest); how != ""; how = w.Adverbs.Prefix(rest) {
		rest = rest[len(how):]
	}
	return rulers, rest
}

// longestOrgan is how many characters the name of an office or firm has at most.
const longestOrgan = 12

// demote makes a class of what it is a class of where no clause says so: of 委员提案304件 and
// 收到提案345件 the smaller has its kind for a label, and no verb.
func (t *tree) demote(k int) {
	n := &t.nodes[k]
	f := n.figure
	if _, part := t.of[k]; part || f.Indicator == "" || f.Each || f.Plan || n.hint.saysYear || f.Unit == "%" || !t.reader.catalogue.IsStage(f.Indicator) || n.timed() || t.reader.Words.Words.Receive.Starts(f.Label) || t.reader.receives(t.beforeNoun(k)) || t.reader.Words.isVerb(text.LastRunes(f.Label, 2)) {
		return
	}
	if in, ok := t.reader.catalogue.Indicator(f.Indicator); ok && text.Has(t.since(k), text.FirstRunes(in.Name, 2)) || t.bareAgain(k) {
		return // 实际立案72件: in the indicator's own words
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

// bySome tells what members handed in where what others did is counted beside it: 委员提案304件，集体提案41件.
func (t *tree) bySome(k int) bool {
	n := &t.nodes[k]
	if n.figure.Indicator == "" || t.has(k, summed) || !t.reader.Words.Words.ByMembers.Ends(n.figure.Label) {
		return false
	}
	for w := max(0, k-2); w < min(len(t.nodes), k+3); w++ {
		m := &t.nodes[w]
		if w != k && m.passage == n.passage && m.hint.sentence == n.hint.sentence && t.reader.Words.Words.ByOthers.Ends(m.figure.Label) {
			return true
		}
	}
	return false
}

// plainStage tells a figure whose label names what is counted with its verb or with nothing at all.
func (t *tree) plainStage(k int) bool {
	label := t.nodes[k].figure.Label
	return t.nodes[k].hint.naming.verb || t.has(k, summed) || t.reader.receives(t.beforeNoun(k)) || text.Runes(label) <= 2 || t.reader.Words.isVerb(text.LastRunes(label, 2))
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
