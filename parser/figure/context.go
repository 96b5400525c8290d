package figure

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/text"
)

// around is what the label of a figure in the unit is read from. The figures
// before it have the hints.
func (r *Reader) around(c *figureContext, unit string, before []hint) around {
	a := around{before: strings.TrimSuffix(c.before, "这"), behind: c.behind, ends: c.ends, measure: r.measures(unit), often: slices.Contains(r.label.often, unit), lasting: slices.Contains(r.label.lasting, unit)}
	if n := len(before); n > 0 && c.previous.Text != "" {
		last := &before[n-1].naming
		a.quota = last.quota
		if rest := strings.TrimPrefix(a.before, last.noun); last.behind && strings.HasPrefix(rest, "、") {
			a.before = rest
		}
	} else if lead := text.ClauseEnds.TrimRight(c.lead); lead != "" {
		a.clause = lastClause(lead)
	}
	return a
}

// lastClause is what stands behind the last mark in s.
func lastClause(s string) string {
	if i := text.ClauseEnds.Last(s); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		return s[i+n:]
	}
	return s
}

// context gathers what stands around quantity k.
func (r *Reader) context(p *reading, k int) *figureContext {
	s, q := p.text, &p.quantities[k]
	clause := text.Bounded(text.Around(p.clauses, q.start), q.start, q.end)
	sentence := text.View(text.Around(p.sentences, q.start), p.clauses, q.start, q.end)
	from, to := max(clause.Start, sentence.Start), max(min(text.Around(p.clauses, q.to-1).End, q.to+text.LongestView), q.to)
	c := &p.context
	*c = figureContext{previous: &noFigure, near: p.near}
	if f := lastBefore(p.figures, q.from); f != nil && f.Start >= sentence.Start {
		c.previous = f
		from = max(from, f.End)
	}
	if n := slices.IndexFunc(p.quantities[k:], func(n quantity) bool { return n.start >= q.to }); n >= 0 {
		c.ends = p.quantities[k+n].start >= to
		to = max(min(to, p.quantities[k+n].start), q.to)
	} else {
		c.ends = true
	}
	from = text.OnRune(s, min(from, q.from))
	if closed := shutters.Prefix(s[from:q.from]); closed != "" && c.previous.Text != "" {
		from += len(closed) // （专题议政2次）、主席会议12次
	}
	if at := text.LastIndex(s[from:q.from], "】"); at >= 0 {
		from += at + len("】") // a head run into the line
		clause.Start = max(clause.Start, from)
	}
	to = text.OnRune(s, to)
	if opensNote(s[q.to:to]) {
		to = q.to
	} else if n := r.givenTo(s[from:q.from], s[q.to:to]); n > 0 {
		to = q.to + n
	}
	if c.previous.Text != "" && endsItem(s[from:q.from]) {
		from = q.from // the words between belong to the item before
	}
	c.before, c.behind = s[from:q.from], s[q.to:to]
	if len(p.named) == 0 {
		p.named = r.respectively(p, k, c.before)
	}
	if len(p.named) > 0 {
		c.before, p.named = p.named[0], p.named[1:]
	}
	if verb := r.sharedVerb(c.before, c.behind, c.previous, q.unit); verb != "" {
		c.before = verb + strings.TrimPrefix(c.before, "、")
	}
	start := text.OnRune(s, min(sentence.Start, from))
	c.sentence = strings.TrimLeftFunc(s[start:max(text.OnRune(s, sentence.End), q.end)], unicode.IsSpace)
	c.at = q.start - (max(text.OnRune(s, sentence.End), q.end) - len(c.sentence))
	c.sentence = strings.TrimRightFunc(c.sentence, unicode.IsSpace)
	c.clause = s[text.OnRune(s, clause.Start):max(text.OnRune(s, clause.End), q.end)]
	c.lead, c.since = s[start:from], s[max(start, min(c.previous.End, from)):from]
	c.around = s[text.OnRune(s, max(0, q.start-text.LongestView)):q.start]
	c.start, c.from = start, max(start, min(c.previous.End, q.start))
	if n := text.Around(p.clauses, to); n.Start == to && r.Words.Words.Onward.Starts(s[to:]) {
		c.next = s[to:text.OnRune(s, min(n.End, to+text.LongestView))]
	}
	return c
}

var shutters = text.ListOf("）", ")")

// givenTo is the length of those behind a figure to whom something is done: the 单位 of
// 向20个单位派驻小组, of which there are so many, not of what they were given; 0 for others.
func (r *Reader) givenTo(before, behind string) int {
	if !toWhom.Starts(clauseStart.TrimLeft(before)) {
		return 0
	}
	body := r.Words.Words.Served.Prefix(behind)
	if _, kind := r.Words.Verbs.At(behind[len(body):]); body == "" || kind == NoVerb {
		return 0
	}
	return len(body)
}

var (
	clauseStart = text.SetOf(text.ClauseMarks + " ")
	toWhom      = text.ListOf("向", "对", "给")
)

// opensNote tells a bracket behind a figure that says more of it: 200件（其中集体提案20件）,
// and not only how else it is counted (15场（次）、35家(户)企业).
func opensNote(behind string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(behind, " "), "（")
	if !ok {
		rest, ok = strings.CutPrefix(strings.TrimLeft(behind, " "), "(")
	}
	if !ok {
		return false
	}
	at := shutBrackets.Index(rest)
	return at < 0 || text.Runes(rest[:at]) > longestUnit
}

// longestUnit is how many characters a unit has in brackets.
const longestUnit = 2

// sharedVerb returns the verb that items of a list have in common: after
// 接待省政协2批次 it is 接待 for 、市政协5批次 as well.
func (r *Reader) sharedVerb(before, behind string, previous *model.Figure, unit string) string {
	if !strings.HasPrefix(before, "、") || previous.Unit != unit || continuesNoun(behind) {
		return ""
	}
	if _, end, _ := r.Words.lastVerb(before); end > 0 {
		return ""
	}
	if n, kind := r.Words.Verbs.At(previous.Label); kind == heavyVerb {
		return previous.Label[:n]
	}
	return ""
}

// lastBefore returns the last figure that ends at or before byte i.
func lastBefore(figures []model.Figure, i int) *model.Figure {
	for k := len(figures) - 1; k >= 0; k-- {
		if figures[k].End <= i {
			return &figures[k]
		}
	}
	return nil
}

var itemJoins = text.ListOf("、", "和", "及", "与")

// endsItem tells that s closes an item of a list: 1篇主题发言和17篇调研报告.
func endsItem(s string) bool {
	return itemJoins.Ends(s)
}

// figureContext is what stands around one figure.
type figureContext struct {
	before, behind string // up to the neighbouring figures or the clause's ends
	clause         string
	sentence       string
	at             int           // of the figure in its sentence
	start, from    int           // of the sentence in the paragraph, and of the words since the figure before
	lead           string        // the sentence before the figure's own words
	since          string        // the part of lead behind the figure before
	around         string        // the paragraph up to it
	ends           bool          // the clause ends before another figure
	next           string        // the clause behind, where it goes on about the same people
	previous       *model.Figure // the one before in its sentence; a zero one where none is
	near           *text.Joiner
}

// further is the text with more of its sentence, for a figure whose own words
// name nothing: 全年编报158条, 两项合计占98.5%.
func (r *Reader) further(f *model.Figure, c *figureContext, s string) string {
	switch {
	case r.Words.Words.Together.In(c.since), strings.HasPrefix(c.before, "的") && c.previous.Unit != "元", // 惠及7个村的1.1万人
		(f.Unit == "%" || c.previous.Each && c.previous.Unit == f.Unit) && r.Words.Words.Together.In(c.before):
		return c.near.Join(c.lead, s)
	case onlyTime(c.before):
		return c.near.Join(c.since, s)
	case genericLabel(f.Label), r.Words.isVerb(f.Label), !continuesNoun(c.behind) && text.Runes(c.before) <= shortest:
		return c.near.Join(c.since, s)
	}
	return ""
}

// onTopic is the figure's words behind what its paragraph or the heading above is about,
// where they only say that something was done, or who took part: 共办10期，582名委员参加.
func (r *Reader) onTopic(f *model.Figure, c *figureContext, set *Setting) string {
	verb := func(t *topic) bool {
		return slices.ContainsFunc(t.Verbs, func(v string) bool {
			return f.Label == v || f.Label == "大会"+v || v == tookPart && strings.HasPrefix(f.Label, v)
		})
	}
	if !slices.ContainsFunc(r.Words.Topic, func(t topic) bool { return verb(&t) }) {
		return ""
	}
	k := r.topicIn(c.around)
	if k < 0 {
		k = set.Topic - 1
	}
	if k < 0 || !verb(&r.Words.Topic[k]) {
		return ""
	}
	return c.near.Join(r.Words.Topic[k].Words[0], catalogue.FigureMark, c.own())
}

// tookPart is said of those who took part, with a word for who they are behind it.
const tookPart = "参加"

// onlyTime tells words that say when and nothing else: 到2月25日17时止有, 20年里.
func onlyTime(s string) bool {
	s = commas.Trim(s)
	return s != "" && timeSigns.TrimLeft(s) == ""
}

var (
	commas    = text.SetOf(" ，,")
	timeSigns = text.SetOf("0123456789一二三四五六七八九十两〇年月日时点底末止到截至共有已计初上下半前后间里来 ")
)

// plain is what stands around the figure, up to its neighbours; full where that is the same.
func (c *figureContext) plain(full string) string {
	before, own := strings.TrimRight(c.before, " "), c.own()
	if len(full) == len(before)+len(catalogue.FigureMark)+len(own) && strings.HasPrefix(full, before) && strings.HasSuffix(full, own) &&
		full[len(before):len(full)-len(own)] == catalogue.FigureMark {
		return full
	}
	return c.near.Join(before, catalogue.FigureMark, own)
}

// own is what stands behind the figure and belongs to it.
func (c *figureContext) own() string {
	if strings.HasPrefix(c.behind, "、") {
		return "" // what follows belongs to the next item
	}
	own, _, _ := text.Cut(c.behind, " ")
	return own
}

// onward is a text with the clause that goes on about the same people.
func (c *figureContext) onward(s string) string {
	if c.next == "" {
		return ""
	}
	return c.near.Join(s, c.next)
}

// vicinity is the text that the indicator is read from. Where the figure's
// clause leaves out what it counts, the label knows it from the one before, unless the
// clause says that it was received, where the one before tells of a later stage.
func (c *figureContext) vicinity(f *model.Figure, receives bool) catalogue.Vicinity {
	behind := c.own()
	v := catalogue.Vicinity{Text: c.near.Join(c.before, catalogue.FigureMark, behind), Clause: c.near.Join(c.since, c.clause), Unit: f.Unit, Label: f.Label}
	verb := strings.TrimSpace(c.before)
	switch noun := strings.TrimPrefix(f.Label, verb); {
	case joiners.TrimLeft(verb) == "" && c.previous.Text != "" && !continuesNoun(behind): // 培训16期、2480人次
		v.Text = c.near.Join(c.previous.Label, catalogue.FigureMark, behind)
	case noun != f.Label && noun != "":
		v.Text = c.near.Join(c.before, noun, catalogue.FigureMark, behind)
	case f.Label != "" && c.previous.Unit == f.Unit && !receives && !text.Has(v.Text, f.Label):
		v.Text = c.near.Join(c.before, f.Label, catalogue.FigureMark, behind)
	}
	return v
}

var joiners = text.SetOf("、，和及")

// continuesNoun tells that the words behind a figure name what it counts.
func continuesNoun(behind string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return model.IsHan(c)
}
