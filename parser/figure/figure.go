// Package figure finds the quantities of a paragraph and says what each counts, which
// indicator it is and what theme its sentence has.
package figure

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/text"
)

// Reader turns the quantities of a paragraph into figures: what each
// counts, which indicator it is, what it is part of. Safe for concurrent use.
type Reader struct {
	find      quantityFinder
	label     labeller
	Words     *lexicon
	catalogue *catalogue.Catalogue
}

func NewReader(c *catalogue.Catalogue) *Reader {
	w := loadLexicon()
	return &Reader{
		find:      quantityFinder{units: number.LoadUnits(), words: w},
		label:     newLabeller(),
		Words:     w,
		catalogue: c,
	}
}

// Passage is a paragraph with the figures read in it, in order, and what the
// tree of the report's figures is built from.
type Passage struct {
	Text    string
	Setting Setting
	Heading bool // it stands over other text
	Figures []model.Figure
	// Segments are its sentences, cut at semicolons as well; nil where it has no
	// figures and was not cut.
	Segments []text.Span
	hints    []hint // by figure
	tags     tags
}

// hint is where a figure's words stand in its paragraph, in bytes.
type hint struct {
	sentence int  // start of its sentence
	clause   int  // start of its clause
	from     int  // behind the figure before, or the sentence's start
	to       int  // the next figure's start, or the clause's end
	growth   bool // a difference, no count
	saysYear bool // its own words name one year
	saysTime bool // … or any stretch of years
	said     bool // a word of time in its paragraph speaks of it
	naming   naming
}

// Add puts in a figure that was read by itself, such as a table's cell.
func (p *Passage) Add(f model.Figure) {
	p.Figures = append(p.Figures, f)
	p.hints = append(p.hints, hint{sentence: f.Start, clause: f.Start, from: f.Start, to: f.End})
}

// Figures reads a text of one paragraph.
func (r *Reader) Figures(s string) []model.Figure {
	p := r.Read(new(Memory), s, Setting{})
	r.Relate([]*Passage{&p})
	return p.Figures
}

// Read returns the figures of one paragraph, in order, each by itself: Relate
// says how they hang together. Section and headline are left to the caller.
func (r *Reader) Read(m *Memory, s string, set Setting) Passage {
	passage := Passage{Text: s, Setting: set}
	m.quantities = r.find.findInto(m.quantities[:0], s)
	quantities := m.quantities
	if len(quantities) == 0 {
		return passage
	}
	cuts := m.cutter.Cut(s)
	passage.Segments = cuts.Semicolons
	m.tags = r.Words.scanInto(m.tags[:0], s)
	passage.tags = append(tags(m.tagged.take(len(m.tags), roomOfTags)), m.tags...)
	m.whens = r.whensInto(m.whens[:0], s, passage.tags, cuts.Semicolons, cuts.Clauses, set)
	whens := m.whens
	p := &m.paragraph
	*p = reading{text: s, clauses: cuts.Clauses, sentences: cuts.Sentences, quantities: quantities, figures: m.figures.take(len(quantities), roomOfFigures), room: m.paragraph.room}
	passage.hints = m.hints.take(len(quantities), roomOfFigures)
	ahead := aheadAllThrough(s, passage.tags)
	for k := range quantities {
		quantities[k].unit = r.find.units.Usual(quantities[k].unit)
	}
	for k := range quantities {
		q, c := &quantities[k], r.context(p, k)
		if q.value.Equal(number.One) && text.Contains(c.before, r.Words.Words.None) != "" {
			continue // 没有提交1件
		}
		p.figures = append(p.figures, model.Figure{
			Text: s[q.start:q.end], Value: q.value, Unit: q.unit, Qualifier: q.qualifier,
			Sentence: c.sentence, At: c.at, Start: q.start, End: q.end,
		})
		f := &p.figures[len(p.figures)-1]
		a := r.around(c, q.unit, passage.hints)
		a.room = p.room
		named := r.label.label(&a)
		p.room = a.room
		named.share = named.share || q.unit == "%" && named.label == "" && strings.Trim(c.before, "，,、 ") == "" && c.previous.Unit != "%"
		if f.Label = named.label; named.share {
			f.Label = c.previous.Label + f.Label
		}
		if f.Label == "" && c.before == "" {
			f.Label = c.previous.Label // 31批次480余人次: two counts of one thing
		}
		r.classify(f, c, set)
		h := hint{growth: r.grows(c.before), naming: named, sentence: c.start, clause: text.Around(p.clauses, q.start).Start, from: c.from, to: q.to + len(c.behind)}
		if f.Each && f.Qualifier == model.Exact && (text.Contains(c.before, r.Words.Words.AtLeast) != "" || c.previous.Each && c.previous.Qualifier == model.Over && strings.Contains(c.since+c.before, "、")) {
			f.Qualifier = model.Over // 每名委员至少提交1件提案、反映2条社情民意
		}
		r.date(s, f, &h, passage.tags, whens, ahead && !passage.tags.has(stock, c.start, q.end+len(c.sentence)), set)
		if text.HasSuffix(strings.TrimRight(c.before, " "), r.Words.Words.Change) != "" { // 由26名增加到64名: two points of time
			pointOfTime(f)
			if last := len(p.figures) - 2; last >= 0 && p.figures[last].Unit == f.Unit && !strings.ContainsAny(s[p.figures[last].End:f.Start], text.ClauseMarks) {
				pointOfTime(&p.figures[last])
			}
		}
		f.Interval = r.Words.reach(f)
		passage.hints = append(passage.hints, h)
	}
	passage.Figures = p.figures
	return passage
}

// around is what the label of a figure in the unit is read from. The figures
// before it have the hints.
func (r *Reader) around(c *figureContext, unit string, before []hint) around {
	a := around{before: c.before, behind: c.behind, ends: c.ends, measure: r.measures(unit), often: slices.Contains(r.label.often, unit), lasting: slices.Contains(r.label.lasting, unit)}
	if n := len(before); n > 0 && c.previous.Text != "" {
		last := &before[n-1].naming
		a.quota = last.quota
		if rest := strings.TrimPrefix(a.before, last.noun); last.behind && strings.HasPrefix(rest, "、") {
			a.before = rest
		}
	} else if lead := strings.TrimRight(c.lead, text.ClauseMarks); lead != "" {
		a.clause = lastClause(lead)
	}
	return a
}

// lastClause is what stands behind the last mark in s.
func lastClause(s string) string {
	if i := strings.LastIndexAny(s, text.ClauseMarks); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		return s[i+n:]
	}
	return s
}

// date says what time a figure covers, and whether it lies ahead, as the whole
// paragraph may.
func (r *Reader) date(s string, f *model.Figure, h *hint, t tags, whens []when, ahead bool, set Setting) {
	period, last, said := periodOf(whens, f.Start, set)
	h.said = said
	h.saysTime = said && last.start >= h.from
	clause := max(h.clause, f.Start-text.LongestView)
	sentence := max(h.sentence, f.Start-text.LongestView)
	f.Plan = set.Plan || last.ahead || ahead && !h.said || looksAhead(s, t, sentence, f.Start) || set.Review < shortestReview && r.bound(f, s[clause:f.Start])
	h.saysYear = said && last.year > 0 && last.start >= h.from
	in, known := r.catalogue.Indicator(f.Indicator)
	switch {
	case t.has(yearly, clause, f.Start), eachYear(s, t, max(h.from, sentence), f.Start), known && r.catalogue.Stock(in.ID), f.Unit == "个百分点", f.Unit == "百分点", saysStock(t, sentence, f.Start):
		period = nil
	case f.Unit == "年" && f.Value.GreaterThan(number.One):
		period = lasting(f.Text, int(f.Value.IntPart()))
	}
	f.Period = period
}

// pointOfTime takes a stretch of several years off a figure.
func pointOfTime(f *model.Figure) {
	if f.Period != nil && f.Period.Years != 1 {
		f.Period = nil
	}
}

// eachYear tells that the clause before a figure's speaks of each year: 每年就报告协商，提意见45条.
func eachYear(s string, t tags, from, to int) bool {
	g, ok := t.last(yearly|term|thisYear, from, to)
	return ok && s[g.start:g.end] == "每年"
}

// saysStock tells that the last word of time in a stretch speaks of what there is.
func saysStock(t tags, from, to int) bool {
	g, ok := t.last(stock|term|since|thisYear, from, to)
	return ok && g.class&stock != 0
}

// bound tells what is to be kept: 每年不少于2场, 满意率不低于95%. A rule for each may have been
// kept already, and a review of several years may look back in the same words.
func (r *Reader) bound(f *model.Figure, before string) bool {
	w := text.HasPrefix(f.Text, r.Words.Words.Bounds)
	return w != "" && (strings.Contains(before, "每年") || !f.Each && strings.HasPrefix(w, "不"))
}

// reading is a paragraph being read: its cuts, and the figures found so far.
type reading struct {
	text               string
	clauses, sentences []text.Span
	quantities         []quantity
	figures            []model.Figure
	context            figureContext // of the figure being read
	room               []word        // that may be written over
	named              []string      // what stands before the next figures of a list that 分别 names
}

// context gathers what stands around quantity k.
func (r *Reader) context(p *reading, k int) *figureContext {
	s, q := p.text, &p.quantities[k]
	clause := text.Bounded(text.Around(p.clauses, q.start), q.start, q.end)
	sentence := text.View(text.Around(p.sentences, q.start), p.clauses, q.start, q.end)
	from, to := max(clause.Start, sentence.Start), max(min(text.Around(p.clauses, q.to-1).End, q.to+text.LongestView), q.to)
	c := &p.context
	*c = figureContext{previous: &noFigure}
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
	to = text.OnRune(s, to)
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
	if n := text.Around(p.clauses, to); n.Start == to && text.HasPrefix(s[to:], r.Words.Words.Onward) != "" {
		c.next = s[to:text.OnRune(s, min(n.End, to+text.LongestView))]
	}
	return c
}

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

// noFigure stands for the figure before where there is none.
var noFigure model.Figure

// lastBefore returns the last figure that ends at or before byte i.
func lastBefore(figures []model.Figure, i int) *model.Figure {
	for k := len(figures) - 1; k >= 0; k-- {
		if figures[k].End <= i {
			return &figures[k]
		}
	}
	return nil
}

// endsItem tells that s closes an item of a list: 1篇主题发言和17篇调研报告.
func endsItem(s string) bool {
	return text.HasSuffix(s, []string{"、", "和", "及", "与"}) != ""
}

// receives tells a text that ends in a verb of receiving: 大会收到, 征集.
func (r *Reader) receives(s string) bool {
	return text.HasSuffix(strings.TrimRight(s, "了的有共为是 "), r.Words.Words.Receive) != ""
}

// memberWord is what the body calls its own people.
func (r *Reader) memberWord() string { return "委员" }

// measures tells units that measure rather than count: what they measure
// stands before them (投资30亿元, 满意率100%).
func (r *Reader) measures(unit string) bool {
	return r.find.units.ByName[unit].Class == number.ClassMeasure
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
}

// classify finds the indicator of a figure by itself and how it counts: by the
// words up to its neighbours, by what its label knows of the figure before, by
// the clause that goes on, at last by its sentence since the figure before.
func (r *Reader) classify(f *model.Figure, c *figureContext, set Setting) {
	f.Each = r.isEach(c, f.Value.Equal(number.One), set.Review > 1) || goesOnEach(f, c)
	near := c.vicinity(f, r.receives(c.before))
	near.Around = c.around
	full, plain := near.Text, c.plain()
	f.Indicator = r.indicatorIn(plain, near)
	if f.Indicator == "" && full != plain {
		f.Indicator = r.indicatorIn(full, near)
	}
	if f.Indicator == "" {
		f.Indicator = r.indicatorIn(c.onward(full), near)
	}
	if f.Indicator == "" {
		f.Indicator = r.indicatorIn(r.further(f, c, full), near)
	}
	switch {
	case text.Contains(c.before, r.Words.Words.Mean) != "", r.grows(c.before): // a mean and a difference are no count
		f.Indicator = ""
	case f.Each && text.Contains(c.lead+c.before, r.Words.Words.PerTime) == "": // a quota for each
		f.Indicator = ""
	}
	if f.Unit == "%" {
		r.share(f, c, near)
	}
	r.readRate(f, c)
}

// indicatorIn reads the indicator from words around the figure, if there are any.
func (r *Reader) indicatorIn(words string, near catalogue.Vicinity) string {
	if words == "" {
		return ""
	}
	near.Text = words
	return r.catalogue.IndicatorOf(near)
}

// further is the text with more of its sentence, for a figure whose own words
// name nothing: 全年编报158条, 两项合计占98.5%.
func (r *Reader) further(f *model.Figure, c *figureContext, s string) string {
	switch {
	case text.Contains(c.since, r.Words.Words.Together) != "", strings.HasPrefix(c.before, "的"), // 惠及7个村的1.1万人
		(f.Unit == "%" || c.previous.Each && c.previous.Unit == f.Unit) && text.Contains(c.before, r.Words.Words.Together) != "":
		return c.lead + s
	case onlyTime(c.before):
		return c.since + s
	case genericLabel(f.Label), r.Words.isVerb(f.Label), !continuesNoun(c.behind) && utf8.RuneCountInString(c.before) <= shortest:
		return c.since + s
	}
	return ""
}

// onlyTime tells words that say when and nothing else: 到2月25日17时止有, 20年里.
func onlyTime(s string) bool {
	s = strings.Trim(s, " ，,")
	return s != "" && strings.Trim(s, "0123456789一二三四五六七八九十两〇年月日时点底末止到截至共有已计初上下半前后间里来 ") == ""
}

// shortest is how many characters before a figure name nothing by themselves.
const shortest = 4

// grows tells words that end in how much more or less it is than before.
func (r *Reader) grows(before string) bool {
	return text.HasSuffix(strings.TrimRight(before, " "), r.Words.Words.Growth) != ""
}

// share names all indicators that one rate is said of.
func (r *Reader) share(f *model.Figure, c *figureContext, near catalogue.Vicinity) {
	names := r.sharedBy(c.before)
	if len(names) < 2 {
		return
	}
	said := f.Indicator
	f.Indicator = ""
	for _, name := range names {
		near.Text = name + catalogue.FigureMark
		near.Label = name
		switch id := r.catalogue.IndicatorOf(near); {
		case id == "" || id == f.Indicator || slices.Contains(f.Also, id):
		case f.Indicator == "":
			f.Indicator = id
		default:
			f.Also = append(f.Also, id)
		}
	}
	f.Indicator = cmp.Or(f.Indicator, said)
}

// isEach tells a figure that each of several has: 各1家, 各配备2名, 每月1次,
// 分别选派1名.
func (r *Reader) isEach(c *figureContext, one, review bool) bool {
	before := c.before
	if strings.Contains(before, "“") {
		before = quoted.ReplaceAllString(before, "")
	}
	if review { // each year's figure is the last year's as well
		before = strings.ReplaceAll(before, "每年", "")
	}
	if r.forEvery(before) || strings.Contains(text.LastRunes(before, nearEach), "分别") && one && !joins(text.FirstRunes(c.behind, 1)) {
		return true
	}
	near := text.LastRunes(before, nearEach)
	w := text.Contains(near, r.Words.Words.Each)
	if w == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(near[strings.LastIndex(near, w)+len(w):])
	return next == utf8.RuneError || !strings.ContainsRune(r.Words.Words.EachOf, next)
}

// forEvery tells words that name each of many: 每名委员, 每两个月. What is done
// whenever something comes round (每逢) is not counted for each.
func (r *Reader) forEvery(before string) bool {
	for at := strings.Index(before, "每"); at >= 0; {
		rest := before[at+len("每"):]
		if c, _ := utf8.DecodeRuneInString(rest); c != utf8.RuneError && !strings.ContainsRune(r.Words.Words.Whenever, c) {
			return true
		}
		next := strings.Index(rest, "每")
		if next < 0 {
			break
		}
		at += len("每") + next
	}
	return text.Contains(before, r.Words.Words.Per) != ""
}

// goesOnEach tells that a figure stands in a list with one that each has: 每名委员1件、信息2条,
// 由每组5人加到7人.
func goesOnEach(f *model.Figure, c *figureContext) bool {
	if !c.previous.Each {
		return false
	}
	words := c.since + c.before
	return !strings.ContainsAny(words, text.ClauseMarks) && (strings.Contains(words, "、") || f.Unit == c.previous.Unit)
}

// nearEach is how many characters before a figure 各 speaks of it.
const nearEach = 5

// quoted is a name in quotation marks.
var quoted = regexp.MustCompile(`“[^”]*”`)

// plain is what stands around the figure, up to its neighbours.
func (c *figureContext) plain() string {
	return strings.TrimRight(c.before, " ") + catalogue.FigureMark + c.own()
}

// own is what stands behind the figure and belongs to it.
func (c *figureContext) own() string {
	if strings.HasPrefix(c.behind, "、") {
		return "" // what follows belongs to the next item
	}
	own, _, _ := strings.Cut(c.behind, " ")
	return own
}

// onward is a text with the clause that goes on about the same people.
func (c *figureContext) onward(s string) string {
	if c.next == "" {
		return ""
	}
	return s + c.next
}

// vicinity is the text that the indicator is read from. Where the figure's
// clause leaves out what it counts, the label knows it from the one before, unless the
// clause says that it was received, where the one before tells of a later stage.
func (c *figureContext) vicinity(f *model.Figure, receives bool) catalogue.Vicinity {
	behind := c.own()
	v := catalogue.Vicinity{Text: c.before + catalogue.FigureMark + behind, Clause: c.since + c.clause, Unit: f.Unit, Label: f.Label}
	verb := strings.TrimSpace(c.before)
	switch noun := strings.TrimPrefix(f.Label, verb); {
	case strings.Trim(verb, "、，和及") == "" && c.previous.Text != "" && !continuesNoun(behind): // 培训16期、2480人次
		v.Text = c.previous.Label + catalogue.FigureMark + behind
	case noun != f.Label && noun != "":
		v.Text = c.before + noun + catalogue.FigureMark + behind
	case f.Label != "" && c.previous.Unit == f.Unit && !receives && !strings.Contains(v.Text, f.Label):
		v.Text = c.before + f.Label + catalogue.FigureMark + behind
	}
	return v
}

// continuesNoun tells that the words behind a figure name what it counts.
func continuesNoun(behind string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return unicode.Is(unicode.Han, c)
}

// genericLabel tells a label that only its neighbours explain: 开展活动12次.
func genericLabel(label string) bool {
	return strings.HasSuffix(label, "外出") || slices.Contains([]string{"", "活动", "各类活动", "系列活动", "相关活动", "开展活动", "组织活动", "举办活动", "会议", "数量", "总数", "总量", "件数", "带队外出", "带队外"}, label)
}
