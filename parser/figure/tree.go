package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/text"
)

// Relate builds the tree of a report's figures: which is a part of which,
// which is said again, which is the opposite of what its words call for. Of
// refers to the figures of all passages in order. Passages are what Read gave.
func (r *Reader) Relate(passages []*Passage) {
	t := tree{reader: r, of: map[int]int{}, same: map[string][]int{}}
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
	t.sums()
	t.place(share, t.byList, t.byRest, t.byOut, t.byOutcome, t.byMembers, t.byClass)
	for k := range t.nodes {
		t.settle(k)
	}
}

// node is a figure in the tree.
type node struct {
	figure  *model.Figure
	hint    hint
	passage *Passage
	out     bool // counted out: 不予立案5件
	bracket bool // its whole stands before the bracket it is in
}

type tree struct {
	reader *Reader
	nodes  []node
	of     map[int]int      // part to whole, by index
	same   map[string][]int // figures of one value and unit
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

// byShare finds the whole that a stated share is a share of: 58件，占29.3%.
func (t *tree) byShare(k int, exact bool) (int, bool) {
	if k+1 >= len(t.nodes) {
		return 0, false
	}
	f, share := t.nodes[k].figure, &t.nodes[k+1]
	if share.figure.Unit != "%" || share.passage != t.nodes[k].passage || share.figure.Start-f.End > 60 {
		return 0, false
	}
	between := share.passage.Text[f.End:share.figure.Start]
	if !strings.Contains(between, "占") || strings.ContainsAny(between, "。") {
		return 0, false
	}
	w := t.back(k, farWhole, func(w int) bool {
		return t.can(w, k) && near(f.Value, t.nodes[w].figure.Value, share.figure.Value)
	})
	if w >= 0 || exact {
		return w, w >= 0
	}
	_, of, _ := strings.Cut(between, "占")
	return t.named(k, strings.TrimSuffix(strings.TrimSuffix(of, "的"), "总数"))
}

// near tells that part of whole, in percent, is the share as it is printed.
func near(part, whole, share decimal.Decimal) bool {
	if whole.IsZero() {
		return false
	}
	last := decimal.New(1, min(share.Exponent(), 0))
	return part.Mul(number.Hundred).DivRound(whole, 4).Sub(share).Abs().LessThanOrEqual(last)
}

// byAmong reads 其中, 含 and the like: a part of the figure before.
func (t *tree) byAmong(k int) (int, bool) {
	n := &t.nodes[k]
	g, ok := n.passage.tags.last(among, n.hint.from, n.figure.Start)
	if !ok || n.hint.saysYear {
		return 0, false
	}
	word := n.passage.Text[g.start:g.end]
	if (word == "内" || word == "含") && !opensItem(n.passage.Text[:g.start]) {
		return 0, false
	}
	if strings.Count(n.passage.Text[g.end:n.figure.Start], "，") > 1 { // 其中 opens a clause of its own
		return 0, false
	}
	n.bracket = strings.HasSuffix(n.passage.Text[:g.start], "(") || strings.HasSuffix(n.passage.Text[:g.start], "（")
	w := t.back(k, nearWhole, func(w int) bool { return t.nodes[w].passage == n.passage && t.can(w, k) })
	if w < 0 && strings.TrimSpace(n.passage.Text[:g.start]) == "" { // a list on lines of its own
		w = t.back(k, 4, func(w int) bool { return t.can(w, k) })
	}
	return w, w >= 0
}

// byRest reads 其余8件由…: the rest of what was told apart before.
func (t *tree) byRest(k int) (int, bool) {
	if !t.has(k, rest) || t.nodes[k].out {
		return 0, false
	}
	p := t.back(k, 3, func(w int) bool { return t.of[w] > 0 || t.can(w, k) })
	if p < 0 || t.nodes[p].passage != t.nodes[k].passage {
		return 0, false
	}
	if w, ok := t.of[p]; ok && t.can(w, k) {
		return w, true
	}
	return 0, false
}

// byMembers reads 45名委员没有参加: some of the body's own people.
func (t *tree) byMembers(k int) (int, bool) {
	f := t.nodes[k].figure
	members := t.reader.catalogue.Members
	if !people[f.Unit] || f.Indicator != "" || !strings.HasSuffix(f.Label, t.reader.memberWord()) {
		return 0, false
	}
	w := t.back(k, len(t.nodes), func(w int) bool {
		return t.nodes[w].figure.Indicator == members && !t.nodes[w].figure.Part && t.can(w, k)
	})
	return w, w >= 0
}

// opensItem tells that s ends where an item begins.
func opensItem(s string) bool {
	c, n := utf8.DecodeLastRuneInString(s)
	return n == 0 || strings.ContainsRune("，,、；;：:。（(", c)
}

// byInside reads 271件里，… and 立案的提案中，…: the words before name the whole.
func (t *tree) byInside(k int) (int, bool) {
	n := &t.nodes[k]
	s := n.passage.Text
	g, ok := n.passage.tags.last(inside, n.hint.sentence, n.figure.Start)
	if !ok || g.start < n.hint.from-len("件提案") && t.has(k, inside) {
		return 0, false
	}
	if g.start < n.hint.from { // 里 stands before the figure before
		return 0, false
	}
	if c, _ := utf8.DecodeRuneInString(s[g.end:]); !strings.ContainsRune("，,：:、 的", c) && g.end < n.figure.Start && !t.bareNoun(s[g.end:n.figure.Start]) {
		return 0, false
	}
	start := max(n.hint.from, text.OnRune(s, g.start-text.LongestView/10))
	phrase := s[start:g.start]
	if i := strings.LastIndexAny(phrase, "，。；：,;:"); i >= 0 {
		_, size := utf8.DecodeRuneInString(phrase[i:])
		phrase = phrase[i+size:]
	}
	if k > 0 && start+len(phrase) == g.start && n.hint.from == t.nodes[k-1].figure.End && len(s[n.hint.from:g.start]) <= 4*len("字") && t.can(k-1, k) {
		return k - 1, true
	}
	return t.named(k, phrase)
}

// bareNoun tells words with no mark between them.
func (t *tree) bareNoun(s string) bool { return s != "" && !strings.ContainsAny(s, "，。；,;、") }

// named returns the figure before k that the phrase names.
func (t *tree) named(k int, phrase string) (int, bool) {
	phrase = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(phrase), "在"), "这些")
	if utf8.RuneCountInString(phrase) < 2 {
		return 0, false
	}
	f := t.nodes[k].figure
	id := t.reader.catalogue.IndicatorOf(catalogue.Vicinity{Text: phrase + catalogue.FigureMark, Clause: phrase, Unit: f.Unit, Label: phrase})
	tail := text.LastRunes(phrase, 2)
	w := t.back(k, farWhole, func(w int) bool {
		g := t.nodes[w].figure
		return t.can(w, k) && (strings.Contains(g.Label, phrase) || id != "" && g.Indicator == id)
	})
	if w < 0 {
		w = t.back(k, nearWhole, func(w int) bool { return t.can(w, k) && strings.HasSuffix(t.nodes[w].figure.Label, tail) })
	}
	return w, w >= 0
}

// byColon reads a list behind a colon: 收到提案288件：集体提案84件，….
func (t *tree) byColon(k int) (int, bool) {
	if k == 0 || t.nodes[k-1].passage != t.nodes[k].passage || !t.can(k-1, k) {
		return 0, false
	}
	words := strings.TrimSpace(t.nodes[k].passage.Text[t.nodes[k-1].figure.End:t.nodes[k].figure.Start])
	if strings.HasPrefix(words, "：") || strings.HasPrefix(words, ":") {
		return k - 1, true
	}
	return 0, false
}

// byList goes on with a list of parts: the figure before is a part, and this
// one stands beside it and names nothing else.
func (t *tree) byList(k int) (int, bool) {
	p := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit != "%" })
	if p < 0 || t.nodes[p].passage != t.nodes[k].passage || t.nodes[p].hint.sentence != t.nodes[k].hint.sentence {
		return 0, false
	}
	w, ok := t.of[p]
	if !ok || t.keeps(p) || !t.can(w, k) || t.stage(k, w) || strings.ContainsAny(t.since(k), "）)") && t.nodes[p].bracket || t.nodes[p].out && !t.nodes[k].out && !t.has(k, rest) {
		return 0, false
	}
	sum := t.nodes[k].figure.Value
	for q := k - 1; q > w && q > k-nearWhole; q-- {
		if t.of[q] == w && t.nodes[q].hint.sentence == t.nodes[k].hint.sentence && t.nodes[q].passage == t.nodes[k].passage {
			sum = sum.Add(t.nodes[q].figure.Value)
		}
	}
	if sum.GreaterThan(t.nodes[w].figure.Value) && !strings.HasPrefix(t.since(k), "、") {
		return 0, false // more than all there is, and not plainly of the list
	}
	t.nodes[k].bracket = t.nodes[p].bracket
	return w, true
}

// stage tells a figure that stands beside w rather than in it: 立案 beside 收到.
func (t *tree) stage(k, w int) bool {
	a, b := t.nodes[k].figure.Indicator, t.nodes[w].figure.Indicator
	return a != "" && a != b && !t.nodes[k].out && !t.reader.catalogue.PartOf(a, b)
}

// saysOut tells that the figure counts what was turned away.
func (t *tree) saysOut(k int) bool {
	n := &t.nodes[k]
	tg := n.passage.tags
	clause := max(n.hint.clause, n.hint.from)
	if g, ok := tg.last(out|kept, clause, n.figure.Start); ok {
		return g.class&out != 0
	}
	in := tg.within(n.figure.End, n.hint.to)
	return len(in) > 0 && in[0].class&out != 0 && nearBy(n.passage.Text[n.figure.End:in[0].start])
}

// nearBy tells that the words between a figure and a verb let the verb speak of it.
func nearBy(s string) bool {
	return utf8.RuneCountInString(s) <= 6 && !strings.ContainsAny(s, "，、；,;。：: ")
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
		received = t.back(k, nearWhole, func(w int) bool { return t.can(w, k) && !t.nodes[w].out && !t.nodes[w].figure.Part })
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
	g, ok := tg.last(outcome, clause, n.figure.Start)
	if in := tg.within(n.figure.End, n.hint.to); !ok && len(in) > 0 && in[0].class&outcome != 0 && in[0].start-n.figure.End <= 2*len("字") {
		g, ok = in[0], true
	}
	if !ok {
		return 0, false
	}
	if g.end <= n.figure.Start { // a noun of its own behind the verb
		if utf8.RuneCountInString(n.passage.Text[g.end:n.figure.Start]) > 2 {
			return 0, false
		}
	}
	w := t.back(k, nearWhole, func(w int) bool {
		m := &t.nodes[w]
		return m.passage == n.passage && t.can(w, k) && (!m.figure.Part || t.keeps(w))
	})
	if w < 0 || t.stage(k, w) {
		return 0, false
	}
	return w, true
}

// byClass reads 经济发展类58件 and 讲发展的14项 where the whole stands before.
func (t *tree) byClass(k int) (int, bool) {
	n := &t.nodes[k]
	tg, s := n.passage.tags, n.passage.Text
	clause := max(n.hint.clause, n.hint.from)
	class := false
	if g, ok := tg.last(sorts, clause, n.figure.Start); ok && g.end == n.figure.Start {
		class = true
	}
	if g, ok := tg.last(about, clause, n.figure.Start); ok && opensItem(s[:g.start]) {
		class = true
	}
	if !class {
		return 0, false
	}
	noun := t.nounBehind(k)
	w := t.back(k, farWhole, func(w int) bool {
		g := t.nodes[w].figure
		return t.can(w, k) && g.Value.GreaterThan(n.figure.Value) && !g.Part && g.Indicator != "" && (noun == "" || strings.Contains(g.Label, noun))
	})
	return w, w >= 0
}

// nounBehind is the beginning of the noun that a figure has for itself
// (10个课题), which its whole must share; empty where none follows.
func (t *tree) nounBehind(k int) string {
	n := &t.nodes[k]
	behind := strings.TrimPrefix(n.passage.Text[n.figure.End:], "的")
	if noun := text.FirstRunes(behind, 2); utf8.RuneCountInString(noun) == 2 && text.AllHan(noun) {
		return noun
	}
	return ""
}

// sums finds the lists that add up to a figure before them exactly.
func (t *tree) sums() {
	for start := 0; start < len(t.nodes); {
		end := t.listEnd(start)
		if run := t.counts(start, end); len(run) > 1 {
			t.sum(run)
		}
		start = max(end, start+1)
	}
}

// listEnd returns where the figures of one unit and paragraph end that start
// at k, their percentages left aside.
func (t *tree) listEnd(k int) int {
	unit := t.nodes[k].figure.Unit
	end := k + 1
	for end < len(t.nodes) && t.nodes[end].passage == t.nodes[k].passage && (t.nodes[end].figure.Unit == unit || t.nodes[end].figure.Unit == "%") {
		end++
	}
	return end
}

// counts are the figures of a list that are no percentages.
func (t *tree) counts(start, end int) []int {
	var run []int
	for k := start; k < end && len(run) < nearWhole; k++ {
		if t.nodes[k].figure.Unit != "%" {
			run = append(run, k)
		}
	}
	return run
}

// sum makes the longest stretch of a list that adds up to a figure before it
// the parts of that figure.
func (t *tree) sum(run []int) {
	for a := 0; a < len(run); a++ {
		total, best, whole := decimal.Zero, 0, -1
		for b := a; b < len(run); b++ {
			k := run[b]
			if t.nodes[k].hint.saysYear {
				break
			}
			total = total.Add(t.nodes[k].figure.Value)
			if b-a < 1 {
				continue
			}
			reach := 2 // two that add up stand right behind their whole
			if b-a >= 2 || t.nodes[run[a]].figure.Indicator == t.nodes[k].figure.Indicator {
				reach = nearWhole
			}
			w := t.back(run[a], reach, func(w int) bool {
				g := t.nodes[w].figure
				if total.LessThanOrEqual(smallSum) && w != run[a]-1 {
					return false
				}
				return alikeUnits(g.Unit, t.nodes[k].figure.Unit) && g.Value.Equal(total) && (b-a >= 2 || run[a]-w <= 2 || g.Indicator != "" && total.GreaterThan(smallSum))
			})
			if w >= 0 {
				best, whole = b+1, w
			}
		}
		if whole < 0 {
			continue
		}
		for _, k := range run[a:best] {
			if _, ok := t.of[k]; !ok && !t.stage(k, whole) {
				t.of[k] = whole
				t.nodes[k].figure.Part = true
			}
		}
		a = best - 1
	}
}

// smallSum is what a few counts add up to by chance.
var smallSum = decimal.NewFromInt(30)

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

// name completes a label that leaves out what is counted: a part has the noun
// of its whole (其中乡镇24家 of 委员工作室), a bare verb that of the figure before it
// (收到提案86件，立案80件).
func (t *tree) name(k int) {
	n := &t.nodes[k]
	f := n.figure
	if f.Unit == "%" || continuesNoun(n.passage.Text[f.End:max(f.End, n.hint.to)]) && !n.out {
		return
	}
	w, part := t.of[k]
	if !part {
		if f.Label != "" && !t.reader.label.onlyVerb(f.Label) {
			return
		}
		w = t.back(k, 6, func(w int) bool {
			m := &t.nodes[w]
			return m.passage == n.passage && alikeUnits(m.figure.Unit, f.Unit) && !m.out && !m.figure.Part
		})
	}
	if w < 0 || !alikeUnits(t.nodes[w].figure.Unit, f.Unit) {
		return
	}
	noun := t.reader.label.noun(t.nodes[w].figure.Label)
	if utf8.RuneCountInString(f.Label) <= completeLabel && utf8.RuneCountInString(noun) <= longestNoun && !strings.Contains(f.Label, text.LastRunes(noun, 2)) {
		f.Label += noun
	}
}

// Labels longer than these, in characters, are complete, or say more than
// the name of what is counted.
const (
	completeLabel = 9
	longestNoun   = 8
)

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
	return ok && t.reader.catalogue.PartOf(t.nodes[k].figure.Indicator, t.nodes[w].figure.Indicator)
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
	for _, w := range t.same[sameKey(f)] {
		g := t.nodes[w].figure
		switch { // 198件提案 are those filed where so many were
		case f.Indicator != "" && (!t.reader.catalogue.PartOf(g.Indicator, f.Indicator) || t.reader.receives(t.since(k)) || t.nodes[w].passage == n.passage || t.reader.label.namesVerb(f.Label)):
			continue
		case w == k || g.Indicator == "" || !called && !t.sameNoun(f, g):
			continue
		}
		f.Indicator, f.Period = g.Indicator, g.Period
		if called {
			f.Label = g.Label
		}
		return
	}
}

// sameNoun tells that two labels name one thing: 提案 and 收到提案.
func (t *tree) sameNoun(f, g *model.Figure) bool {
	return utf8.RuneCountInString(f.Label) > 1 && strings.HasSuffix(g.Label, f.Label) || strings.HasSuffix(f.Label, t.reader.label.noun(g.Label)) && g.Label != ""
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
	for w := k + 1; w < min(len(t.nodes), k+4); w++ {
		g := &t.nodes[w]
		if g.passage != n.passage || g.figure.Unit != f.Unit {
			continue
		}
		if whole := t.reader.catalogue.FirstOf(g.figure.Indicator); whole != "" && t.reader.receives(n.passage.Text[n.hint.from:f.Start]) && f.Value.GreaterThanOrEqual(g.figure.Value) {
			f.Indicator = whole
		}
		return
	}
}

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
func sameKey(f *model.Figure) string {
	unit := f.Unit
	if people[unit] {
		unit = "人"
	}
	return f.Value.String() + unit
}
