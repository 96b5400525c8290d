package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/text"
)

// The ways in which a text says that one figure is a part of another. Each
// returns the index of the whole; -1 with true where the figure surely has none
// that is stated.

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
	if !text.Has(between, "占") || strings.ContainsAny(between, "。") {
		return 0, false
	}
	last := decimal.New(1, min(share.figure.Value.Exponent(), 0))
	if p := t.back(k, 3, func(w int) bool { return t.nodes[w].figure.Unit != "%" }); p >= 0 { // the whole of the share before
		if w, ok := t.of[p]; ok && t.can(w, k) && near(f.Value, t.nodes[w].figure.Value, share.figure.Value, last) {
			return w, true
		}
	}
	half := last.Mul(decimal.New(51, -2))
	for _, within := range []decimal.Decimal{half, last} {
		fits := func(w int) bool {
			return t.can(w, k) && near(f.Value, t.nodes[w].figure.Value, share.figure.Value, within)
		}
		w := -1
		if t.nodes[k].out { // what was turned away is of all that came in
			w = t.back(k, farWhole, func(w int) bool { return t.isFirstStage(w) && fits(w) })
		}
		if w < 0 {
			w = t.back(k, farWhole, fits)
		}
		if w >= 0 {
			return w, true
		}
	}
	_, of, _ := text.Cut(between, "占")
	if exact && strings.HasPrefix(of, "总数") { // of all of them, whichever they are
		loose := share.figure.Value.Abs().Mul(slightlyOff)
		if w := t.back(k, nearWhole, func(w int) bool {
			return !t.nodes[w].out && t.can(w, k) && near(f.Value, t.nodes[w].figure.Value, share.figure.Value, loose)
		}); w >= 0 {
			return w, true
		}
	}
	of = strings.TrimSuffix(strings.TrimSuffix(of, "的"), "总数")
	if exact { // a share that is printed not quite right
		loose := share.figure.Value.Abs().Mul(decimal.New(5, -2))
		w := t.back(k, farWhole, func(w int) bool {
			g := t.nodes[w].figure
			return of != "" && text.Has(g.Label, of) && !t.nodes[w].out && t.can(w, k) && near(f.Value, g.Value, share.figure.Value, loose)
		})
		return w, w >= 0
	}
	w, ok := t.named(k, of)
	if ok && !near(f.Value, t.nodes[w].figure.Value, share.figure.Value, share.figure.Value.Abs().Mul(farOff)) {
		return 0, false // 198名，占委员总数的82.5%: not of those just trained
	}
	return w, ok
}

// slightlyOff is by which part a share of a total is misprinted or miscounted at most.
var slightlyOff = decimal.New(2, -2)

// farOff is by which part a printed share may be off before it is one of another whole.
var farOff = decimal.New(25, -2)

// near tells that part of whole, in percent, is the share as it is printed, give
// or take so much.
func near(part, whole, share, within decimal.Decimal) bool {
	return !whole.IsZero() && part.Mul(number.Hundred).DivRound(whole, 4).Sub(share).Abs().LessThanOrEqual(within)
}

// byAmong reads 其中, 含 and the like: a part of the figure before.
func (t *tree) byAmong(k int) (int, bool) {
	n := &t.nodes[k]
	g, ok := n.passage.tags.last(among, n.hint.from, n.figure.Start)
	if in := n.passage.tags.within(n.figure.End, n.hint.to); len(in) > 0 && in[0].start == n.figure.End && n.passage.Text[in[0].start:in[0].end] == "在内" && k > 0 && t.can(k-1, k) {
		return k - 1, true // 党派团体54件在内
	}
	if !ok || n.hint.saysYear {
		return 0, false
	}
	word := n.passage.Text[g.start:g.end]
	if (word == "内" || word == "含" || word == "在内") && !opensItem(n.passage.Text[:g.start]) {
		return 0, false
	}
	if word == "仅" && !text.Has(n.passage.Text[g.end:n.figure.Start], "就") {
		return 0, false // 仅新城区就有97件, but not 仅有3件
	}
	if strings.Count(n.passage.Text[g.end:n.figure.Start], "，") > 1 { // 其中 opens a clause of its own
		return 0, false
	}
	n.bracket = strings.HasSuffix(n.passage.Text[:g.start], "(") || strings.HasSuffix(n.passage.Text[:g.start], "（")
	w := -1
	if id := n.figure.Indicator; id != "" && (t.reader.receives(t.beforeNoun(k)) || len(t.reader.Words.Words.Receive.Prefix(n.figure.Label)) > len("收")) { // 其中二次会议受理195件: of what was received
		w = t.back(k, nearWhole, func(w int) bool {
			m := &t.nodes[w]
			return m.passage == n.passage && m.figure.Indicator == id && !m.figure.Part && t.can(w, k)
		})
	}
	if w < 0 {
		w = t.back(k, nearWhole, func(w int) bool { return t.nodes[w].passage == n.passage && t.can(w, k) })
	}
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
	if w, ok := t.of[p]; ok && w < k && t.can(w, k) {
		return w, true
	}
	return 0, false
}

// byMembers reads 45名委员没有参加: some of the body's own people.
func (t *tree) byMembers(k int) (int, bool) {
	f := t.nodes[k].figure
	if !people(f.Unit) || f.Indicator != "" || f.Each {
		return 0, false
	}
	n := &t.nodes[k]
	behind := text.FirstRunes(n.passage.Text[f.End:max(f.End, n.hint.to)], 4)
	if !text.Has(behind, t.reader.memberWord()) { // 党外委员45名, but not 约谈委员3名
		if _, verb, _ := t.reader.Words.lastVerb(n.passage.Text[n.hint.from:f.Start]); verb > 0 || !strings.HasSuffix(f.Label, t.reader.memberWord()) {
			return 0, false
		}
	} else if _, verb, _ := t.reader.Words.lastVerb(n.passage.Text[min(n.hint.clause, f.Start):f.Start]); verb > 0 {
		return 0, false // 派出小组8个、64名委员
	}
	return t.members(k)
}

// members is where the body says how many it is itself, before figure k or behind.
func (t *tree) members(k int) (int, bool) {
	for w := range t.nodes {
		g := t.nodes[w].figure
		if w != k && g.Indicator == t.reader.catalogue.Members && !g.Part && !g.Plan && t.can(w, k) {
			return w, true
		}
	}
	return 0, false
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
	phrase = strings.TrimSuffix(strings.TrimSuffix(phrase, "的"), "的这些")
	if text.Runes(phrase) < 2 {
		return 0, false
	}
	f := t.nodes[k].figure
	id := t.reader.catalogue.IndicatorOf(catalogue.Vicinity{Text: phrase + catalogue.FigureMark, Clause: phrase, Unit: f.Unit, Label: phrase})
	tail := text.LastRunes(phrase, 2)
	w := t.back(k, farWhole, func(w int) bool {
		g := t.nodes[w].figure
		return t.can(w, k) && !t.nodes[w].out && (text.Has(g.Label, phrase) || id != "" && g.Indicator == id)
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
	if u, ok := t.of[p]; ok && t.nodes[p].bracket && strings.ContainsAny(t.since(k), "）)") {
		if p = u; t.isWhole(u) { // 个人提案289件（联名46件），集体提案67件: beside what stands before the bracket
			p = t.back(k, 3, func(w int) bool {
				return t.of[w] == u && !t.nodes[w].bracket && t.nodes[w].passage == t.nodes[k].passage
			})
			if p < 0 {
				return 0, false
			}
		}
	}
	w, ok := t.of[p]
	if !ok || w >= k || besides.In(t.since(k)) || t.has(k, merged) || t.keeps(p) || !t.can(w, k) || t.stage(k, w) || strings.ContainsAny(t.since(k), "）)") && t.nodes[p].bracket || t.nodes[p].out && !t.nodes[k].out && !t.has(k, rest) {
		return 0, false
	}
	var sum number.Total
	sum.Add(t.nodes[k].figure.Value)
	for q := k - 1; q > w && q > k-nearWhole; q-- {
		if t.of[q] == w && t.nodes[q].hint.sentence == t.nodes[k].hint.sentence && t.nodes[q].passage == t.nodes[k].passage {
			sum.Add(t.nodes[q].figure.Value)
		}
	}
	if sum.Cmp(t.nodes[w].figure.Value) > 0 && !strings.HasPrefix(t.since(k), "、") {
		return 0, false // more than all there is, and not plainly of the list
	}
	t.nodes[k].bracket = t.nodes[p].bracket
	return w, true
}

// besides tell of what is no part of what stands before: 另有2名.
var besides = text.ListOf("另有", "另外有", "此外")

// byExcept reads 除1件外: one of those last counted that all else is said of.
func (t *tree) byExcept(k int) (int, bool) {
	n := &t.nodes[k]
	if since := t.since(k); !strings.HasSuffix(since, "除") && !strings.HasSuffix(since, "除了") || !outside.Starts(n.passage.Text[n.figure.End:]) {
		return 0, false
	}
	w := t.back(k, nearWhole, func(w int) bool {
		m := &t.nodes[w]
		return t.can(w, k) && m.figure.Indicator != "" && !m.figure.Part && !m.out && m.passage == n.passage
	})
	return w, w >= 0
}

var outside = text.ListOf("外", "以外", "之外")

// byBracket reads 工作室26个（乡镇18个、村8个）: what a bracket right behind a figure opens with.
func (t *tree) byBracket(k int) (int, bool) {
	since := t.since(k)
	words := strings.TrimLeft(since, " ")
	if k == 0 || t.nodes[k-1].passage != t.nodes[k].passage || !strings.HasPrefix(words, "（") && !strings.HasPrefix(words, "(") || strings.ContainsAny(words, "）)") || !t.can(k-1, k) || t.stage(k, k-1) {
		return 0, false
	}
	if text.HasAnyPrefix(strings.TrimLeft(words, " （("), "上年", "去年", "上届", "前年", "原") {
		return 0, false // what it was before
	}
	t.nodes[k].bracket = true
	return k - 1, true
}

// isWhole tells a figure that is a part of no other.
func (t *tree) isWhole(k int) bool {
	_, part := t.of[k]
	return !part
}

// byHave reads 10件实事，有4件是…: some of those counted right before.
func (t *tree) byHave(k int) (int, bool) {
	n := &t.nodes[k]
	if since := t.since(k); k == 0 || !strings.HasSuffix(since, "有") || text.HasAnySuffix(since, "还有", "另有", "共有") {
		return 0, false
	}
	if _, jobs := t.reader.label.words.At(n.passage.Text[n.figure.End:]); jobs&stopWord == 0 && t.nounBehind(k) != "" {
		return 0, false
	}
	w := t.back(k, 2, func(w int) bool {
		m := &t.nodes[w]
		return m.passage == n.passage && m.hint.sentence == n.hint.sentence && t.can(w, k) && m.figure.Value.GreaterThan(n.figure.Value) && !t.stage(k, w)
	})
	return w, w >= 0
}

// byModifier reads 赴外的3期 and 表示不满意的只有3份: only what sets them apart is
// said, for the noun stands with their whole.
func (t *tree) byModifier(k int) (int, bool) {
	n := &t.nodes[k]
	s := n.passage.Text
	words := s[n.hint.from:n.figure.Start]
	words = strings.TrimSuffix(strings.TrimSuffix(words, "有"), "是")
	words = strings.TrimSuffix(strings.TrimSuffix(words, "只"), "就")
	if !strings.HasSuffix(words, "的") || t.nounBehind(k) != "" || people(n.figure.Unit) && text.Has(words, t.reader.memberWord()) {
		return 0, false
	}
	w := t.back(k, 6, func(w int) bool {
		return t.nodes[w].passage == n.passage && t.can(w, k) && !t.opposite(words, w)
	})
	if w < 0 {
		return 0, false
	}
	if up, ok := t.of[w]; ok && t.can(up, k) && !t.opposite(words, up) {
		w = up
	}
	return w, true
}

// opposite tells words that deny what is said of figure w: 没办成的 beside 办成.
func (t *tree) opposite(words string, w int) bool {
	said := t.since(w) + t.nodes[w].figure.Label
	for _, not := range []string{"没有", "没", "未", "不"} {
		if _, verb, ok := text.Cut(words, not); ok {
			verb = text.FirstRunes(verb, 2)
			return text.Runes(verb) == 2 && text.Has(said, verb)
		}
	}
	return false
}

// byClass reads 经济发展类58件 and 讲发展的14项 where the whole stands before.
func (t *tree) byClass(k int) (int, bool) {
	n := &t.nodes[k]
	tg, s := n.passage.tags, n.passage.Text
	clause := max(n.hint.clause, n.hint.from)
	class := false
	if g, ok := tg.last(sorts, clause, n.figure.Start); ok && (g.end == n.figure.Start || s[g.end:n.figure.Start] == "的") {
		class = true // 经济类58件, A类的186件
	}
	if g, ok := tg.last(about, clause, n.figure.Start); ok && opensItem(s[:g.start]) {
		class = true
	}
	if in := tg.within(n.hint.sentence, n.figure.Start); len(in) > 0 && in[0].class&sorts != 0 && strings.ContainsAny(s[in[0].start:in[0].end], "按论从") && opening(s[n.hint.sentence:in[0].start]) {
		class = true // 按谁提的看，委员38件、界别7件
	}
	if !class {
		return 0, false
	}
	noun := t.nounBehind(k)
	w := t.back(k, farWhole, func(w int) bool {
		g := t.nodes[w].figure
		return t.can(w, k) && !t.stage(k, w) && g.Value.GreaterThan(n.figure.Value) && !g.Part && g.Indicator != "" && (noun == "" || text.Has(g.Label, noun))
	})
	return w, w >= 0
}

// nounBehind is the beginning of the noun that a figure has for itself
// (10个课题), which its whole must share; empty where none follows.
func (t *tree) nounBehind(k int) string {
	n := &t.nodes[k]
	behind := strings.TrimPrefix(n.passage.Text[n.figure.End:], "的")
	if noun := text.FirstRunes(behind, 2); text.Runes(noun) == 2 && text.AllHan(noun) {
		return noun
	}
	return ""
}
