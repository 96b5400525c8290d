// Package figure finds the quantities of a paragraph and says what each counts, which
// indicator it is and what theme its sentence has.
package figure

import (
	"cmp"
	"slices"
	"strings"

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
	segment  int  // … cut at semicolons as well
	clause   int  // start of its clause
	from     int  // behind the figure before, or the sentence's start
	to       int  // the next figure's start, or the clause's end
	growth   bool // a difference, no count
	aside    bool // alone in brackets behind another of its unit: the year before's, 1126条（894条）
	bound    bool // it is to be kept, and so is what its sentence goes on with
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
func (r *Reader) Read(m *Memory, s string, under Setting) Passage {
	passage := Passage{Text: s, Setting: under}
	set := &under
	m.start()
	m.quantities = r.find.find(m.quantities[:0], s)
	quantities := m.quantities
	if len(quantities) == 0 {
		return passage
	}
	cuts := m.cutter.Cut(s)
	passage.Segments = cuts.Semicolons
	m.tags = r.Words.scanInto(m.tags[:0], s)
	passage.tags = append(tags(m.tagged.Take(len(m.tags), roomOfTags)), m.tags...)
	m.whens = r.whensInto(m.whens[:0], s, passage.tags, cuts, set)
	whens := m.whens
	p := &m.paragraph
	*p = reading{text: s, clauses: cuts.Clauses, sentences: cuts.Sentences, quantities: quantities, figures: m.figures.Take(len(quantities), roomOfFigures), room: m.paragraph.room, near: &m.near}
	passage.hints = m.hints.Take(len(quantities), roomOfFigures)
	ahead := aheadAllThrough(s, passage.tags, quantities[0].start)
	topic := topicOf(s)
	for k := range quantities {
		quantities[k].unit = r.find.units.Usual(quantities[k].unit)
	}
	for k := range quantities {
		q, c := &quantities[k], r.context(p, k)
		if q.value.Equal(number.One) && r.Words.Words.None.In(c.before) {
			continue // 没有提交1件
		}
		p.figures = append(p.figures, model.Figure{
			Text: s[q.start:q.end], Value: q.value, Unit: q.unit, Qualifier: q.qualifier,
			Sentence: c.sentence, At: c.at, Start: q.start, End: q.end,
		})
		f := &p.figures[len(p.figures)-1]
		a := r.around(c, q.unit, passage.hints)
		a.room, a.labels = p.room, &m.labels
		named := r.label.label(&a)
		p.room = a.room
		named.share = named.share || q.unit == "%" && named.label == "" && nothing.TrimLeft(c.before) == "" && c.previous.Unit != "%"
		if f.Label = named.label; named.share {
			f.Label = c.previous.Label + f.Label
		}
		if f.Label == "" && (c.before == "" || r.onlyCounts(c.before)) {
			f.Label = c.previous.Label // 31批次480余人次, 66个，计365人: two counts of one thing
		}
		if topic != "" && (f.Label == "" || r.Words.isVerb(f.Label)) && text.ClauseEnds.Index(s[:q.start]) == text.ClauseEnds.Last(s[:q.start]) && q.start > len(topic) {
			f.Label += topic
		}
		r.classify(f, c, set)
		h := hint{segment: text.Around(cuts.Semicolons, q.start).Start, growth: r.grows(c.before), naming: named, sentence: c.start, clause: text.Around(p.clauses, q.start).Start, from: c.from, to: q.to + len(c.behind)}
		if f.Each && f.Qualifier == model.Exact && (r.Words.Words.AtLeast.In(c.before) || c.previous.Each && c.previous.Qualifier == model.Over && text.Has(c.since+c.before, "、")) {
			f.Qualifier = model.Over // 每名委员至少提交1件提案、反映2条社情民意
		}
		if h.aside = inBrackets(s, c.previous, q); h.aside {
			f.Label, f.Indicator = cmp.Or(c.previous.Label, f.Label), ""
		}
		if n := len(passage.hints); n > 0 && passage.hints[n-1].bound && passage.hints[n-1].segment == h.segment {
			h.bound = !r.Words.Words.Done.In(c.since + c.before)
		}
		r.date(s, f, &h, passage.tags, whens, ahead && !passage.tags.has(stock, c.start, q.end+len(c.sentence)), set)
		if c.previous.Text == "" && r.ofMembers(f, c.before) {
			f.Period = nil
		}
		if r.MovesOn(c.before) { // 由26名增加到64名: two points of time
			if !h.saysTime { // 第十届减到38次 does
				f.Period = nil // 由2013年的88%升到97.5%
			}
			if last := len(p.figures) - 2; last >= 0 && p.figures[last].Unit == f.Unit && !text.ClauseEnds.In(s[p.figures[last].End:f.Start]) {
				pointOfTime(&p.figures[last])
				if f.Label == "" || strings.HasSuffix(f.Label, "年") {
					f.Label, f.Indicator = p.figures[last].Label, cmp.Or(f.Indicator, p.figures[last].Indicator)
				}
			}
		}
		f.Interval = r.Words.reach(f)
		passage.hints = append(passage.hints, h)
	}
	yearsInTurn(s, p.figures, set.Year)
	passage.Figures = p.figures
	return passage
}

// date says what time a figure covers, and whether it lies ahead, as the whole
// paragraph may.
func (r *Reader) date(s string, f *model.Figure, h *hint, t tags, whens []when, ahead bool, set *Setting) {
	period, last, said := periodOf(whens, f.Start, set)
	h.said = said
	h.saysTime = said && last.start >= h.from
	clause := max(h.clause, f.Start-text.LongestView)
	sentence := max(h.sentence, f.Start-text.LongestView)
	h.bound = h.bound || set.Review < shortestReview && r.bound(f, s[clause:f.Start])
	f.Plan = !r.IsThere(f) && (set.Plan && !past(last, set) || last.ahead || (ahead && !h.said || r.looksAhead(s, t, sentence, f.Start)) && !r.doneBy(s[clause:f.Start]) || h.bound)
	h.saysYear = said && last.year > 0 && last.start >= h.from
	in, known := r.catalogue.Indicator(f.Indicator)
	switch {
	case t.has(yearly, clause, f.Start), eachYear(s, t, max(h.from, sentence), f.Start), known && r.catalogue.Stock(in.ID), f.Unit == "个百分点", f.Unit == "百分点", (f.Unit != "%" || !r.catalogue.IsStage(f.Indicator)) && saysStock(t, sentence, f.Start, last), f.Unit == "天" && strings.HasSuffix(s[:f.Start], "会期"),
		f.Qualifier == model.Top && !h.saysTime && period != nil && period.Years != 1: // a rank is where one stands
		period = nil
	case f.Unit == "年" && f.Value.GreaterThan(number.One):
		period = lasting(f.Text, int(f.Value.IntPart()))
	}
	f.Period = period
}

// onlyCounts tells words that lead to a count and say nothing of what is counted: ，共计.
func (r *Reader) onlyCounts(before string) bool {
	return r.Words.Words.CountingUp.Has(besideCount.Trim(before))
}

var (
	nothing     = text.SetOf("，,、 ")
	besideCount = text.SetOf(text.ClauseMarks + " （(、")
	yearSigns   = text.SetOf("0123456789今去上")
	haves       = text.SetOf("了的有共为是 ")
)

// IsThere tells a figure whose clause says, among plans, what there is or was not done:
// 由现在的24个增加到36个, 还有11名委员没有提交提案.
func (r *Reader) IsThere(f *model.Figure) bool {
	before := lastClause(f.Sentence[:f.At])
	if r.Words.Words.ThereNow.Ends(before) {
		return true
	}
	behind := f.Sentence[f.At+len(f.Text):]
	if i := text.ClauseEnds.Index(behind); i >= 0 {
		behind = behind[:i]
	}
	if text.HasAnySuffix(before, "从", "由") && r.Words.Words.Change.Starts(behind) {
		return true // 从20个增加到35个
	}
	return r.Words.Words.Undone.In(behind)
}

// doneBy tells a clause that says what has been done of a plan: 目前已建成12个.
func (r *Reader) doneBy(clause string) bool {
	return (r.Words.Words.DoneSoFar.In(clause) || strings.HasPrefix(clauseStart.TrimLeft(clause), "已")) && !text.Has(clause, "将")
}

// topicOf is what a line says before all else that it is about: 微建议：提交1126条.
func topicOf(s string) string {
	topic, _, ok := text.Cut(text.FirstRunes(s, longestTopic), "：")
	if !ok || !text.AllHan(topic) {
		return ""
	}
	return topic
}

// longestTopic is how many characters such a topic has at most, with its colon.
const longestTopic = 7

// inBrackets tells a quantity that stands alone in brackets right behind a figure of its unit.
func inBrackets(s string, before *model.Figure, q *quantity) bool {
	open := s[min(before.End, q.start):q.start]
	return before.Unit == q.unit && (open == "（" || open == "(") && shutters.Starts(s[q.end:])
}

// past tells a word of time that names years before the one a plan is for.
func past(w when, set *Setting) bool {
	return w.period != nil && w.period.To > 0 && w.period.To < set.Year
}

// MovesOn tells words that end in how a count moved on from the one before it, to a
// year or not: 增加到, 增到2021年的.
func (r *Reader) MovesOn(before string) bool {
	before = strings.TrimRight(before, " ")
	if cut, ok := strings.CutSuffix(before, "年的"); ok {
		before = yearSigns.TrimRight(cut)
	}
	return r.Words.Words.Change.Ends(before)
}

// pointOfTime takes a stretch of several years off a figure.
func pointOfTime(f *model.Figure) {
	if f.Period != nil && f.Period.Years != 1 {
		f.Period = nil
	}
}

// ofMembers tells the share of the members that some are: 占委员总数的54%.
func (r *Reader) ofMembers(f *model.Figure, before string) bool {
	_, of, ok := text.Cut(before, "占")
	return ok && f.Unit == "%" && strings.HasPrefix(of, r.memberWord())
}

// saysStock tells that the last word of time in a stretch speaks of what there is; by is
// the stretch of years that speaks of it.
func saysStock(t tags, from, to int, by when) bool {
	g, ok := t.last(stock|term|since|thisYear, from, to)
	return ok && g.class&stock != 0 && (by.period == nil || by.start < g.start) // 到目前，自2017年以来
}

// bound tells what is to be kept: 每年不少于2场, 满意率不低于95%. A rule for each may have been
// kept already, and a review of several years may look back in the same words.
func (r *Reader) bound(f *model.Figure, before string) bool {
	w := r.Words.Words.Bounds.Prefix(f.Text)
	return w != "" && (text.Has(before, "每年") || !f.Each && strings.HasPrefix(w, "不"))
}

// reading is a paragraph being read: its cuts, and the figures found so far.
type reading struct {
	text               string
	clauses, sentences []text.Span
	quantities         []quantity
	figures            []model.Figure
	context            figureContext // of the figure being read
	room               []word        // that may be written over
	near               *text.Joiner
	named              []string // what stands before the next figures of a list that 分别 names
}

// noFigure stands for the figure before where there is none.
var noFigure model.Figure

// receives tells a text that ends in a verb of receiving: 大会收到, 征集.
func (r *Reader) receives(s string) bool {
	return r.Words.Words.Receive.Ends(haves.TrimRight(s))
}

// memberWord is what the body calls its own people.
func (r *Reader) memberWord() string { return "委员" }

// measures tells units that measure rather than count: what they measure
// stands before them (投资30亿元, 满意率100%).
func (r *Reader) measures(unit string) bool {
	return r.find.units.ByName[unit].Class == number.ClassMeasure
}

// classify finds the indicator of a figure by itself and how it counts: by the
// words up to its neighbours, by what its label knows of the figure before, by
// the clause that goes on, at last by its sentence since the figure before.
func (r *Reader) classify(f *model.Figure, c *figureContext, set *Setting) {
	f.Each = r.isEach(c, f.Value.Equal(number.One), set.Review > 1) || goesOnEach(f, c)
	near := c.vicinity(f, r.receives(c.before))
	near.Around = c.around
	full := near.Text
	plain := c.plain(full)
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
	if f.Indicator == "" {
		f.Indicator = r.indicatorIn(r.onTopic(f, c, set), near)
	}
	switch {
	case r.Words.Words.Mean.In(c.before), r.grows(c.before): // a mean and a difference are no count
		f.Indicator = ""
	case f.Each && !r.Words.Words.PerTime.In(c.lead+c.before): // a quota for each
		f.Indicator = ""
	}
	if f.Unit == "%" {
		r.share(f, c, near)
	}
	if strings.HasPrefix(c.behind, "的") && text.HasAnySuffix(f.Text, "以上", "以下", "以内") {
		f.Indicator = "" // 提交提案1件以上的198名: by which others are told
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

// shortest is how many characters before a figure name nothing by themselves.
const shortest = 4

// grows tells words that end in how much more or less it is than before.
func (r *Reader) grows(before string) bool {
	return r.Words.Words.Growth.Ends(strings.TrimRight(before, " "))
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

// nearEach is how many characters before a figure 各 speaks of it.
const nearEach = 5

// genericLabel tells a label that only its neighbours explain: 开展活动12次.
func genericLabel(label string) bool {
	return strings.HasSuffix(label, "外出") || slices.Contains([]string{"", "活动", "各类活动", "系列活动", "相关活动", "开展活动", "组织活动", "举办活动", "会议", "数量", "总数", "总量", "件数", "带队外出", "带队外"}, label)
}
