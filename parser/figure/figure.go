// Package figure finds the quantities of a paragraph and says what each counts, which
// indicator it is and what theme its sentence has.
package figure

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

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
		label:     labeller{w},
		Words:     w,
		catalogue: c,
	}
}

// Read returns the figures of one paragraph, in order. Section and headline
// are left to the caller.
func (r *Reader) Read(s string) []model.Figure {
	quantities := r.find.find(s)
	if len(quantities) == 0 {
		return nil
	}
	p := reading{text: s, clauses: text.Split(s, text.ByClause), sentences: text.Split(s, text.BySentence), quantities: quantities}
	periods := make([]string, len(quantities))
	var whole model.Figure // what figures behind 其中 are parts of
	for k := range quantities {
		quantities[k].unit = r.find.units.Usual(quantities[k].unit)
	}
	for k, q := range quantities {
		c := r.context(&p, k)
		f := model.Figure{
			Text: s[q.start:q.end], Value: q.value, Unit: q.unit, Qualifier: q.qualifier,
			Sentence: c.sentence, At: c.at, Start: q.start, End: q.end,
		}
		f.Label = r.label.label(c.before, strings.TrimRight(c.behind, text.ClauseMarks), r.measures(q.unit), goesOnFrom(c.previous, c.of, q.unit))
		if f.Label == "" && c.before == "" {
			f.Label = c.previous.Label // 31批次480余人次: two counts of one thing
		}
		whole = r.classify(&f, c, whole)
		if all := period.FindAllString(c.lead+c.before, -1); len(all) > 0 {
			periods[k] = all[len(all)-1]
		}
		f.Interval = r.Words.reach(&f)
		p.figures = append(p.figures, f)
	}
	clearSeries(p.figures, periods)
	return p.figures
}

// reading is a paragraph being read: its cuts, and the figures found so far.
type reading struct {
	text               string
	clauses, sentences []text.Span
	quantities         []quantity
	figures            []model.Figure
}

// context gathers what stands around quantity k.
func (r *Reader) context(p *reading, k int) figureContext {
	s, q := p.text, p.quantities[k]
	clause := text.Bounded(text.Around(p.clauses, q.start), q.start, q.end)
	sentence := text.View(text.Around(p.sentences, q.start), p.clauses, q.start, q.end)
	from, to := max(clause.Start, sentence.Start), max(min(text.Around(p.clauses, q.to-1).End, q.to+text.LongestView), q.to)
	var c figureContext
	if f := lastBefore(p.figures, q.from); f != nil && f.Start >= sentence.Start {
		c.previous = *f
		from = max(from, f.End)
	}
	if n := slices.IndexFunc(p.quantities[k:], func(n quantity) bool { return n.start >= q.to }); n >= 0 {
		to = max(min(to, p.quantities[k+n].start), q.to)
	}
	c.of = ofWhole(p.figures, c.previous, sentence.Start)
	from = text.OnRune(s, min(from, q.from))
	to = text.OnRune(s, to)
	if c.previous.Text != "" && endsItem(s[from:q.from]) {
		from = q.from // the words between belong to the item before
	}
	c.before, c.behind = s[from:q.from], s[q.to:to]
	if verb := r.sharedVerb(c.before, c.behind, c.previous, q.unit); verb != "" {
		c.before = verb + strings.TrimPrefix(c.before, "、")
	}
	start := text.OnRune(s, min(sentence.Start, from))
	c.sentence = strings.TrimLeftFunc(s[start:max(text.OnRune(s, sentence.End), q.end)], unicode.IsSpace)
	c.at = q.start - (max(text.OnRune(s, sentence.End), q.end) - len(c.sentence))
	c.sentence = strings.TrimRightFunc(c.sentence, unicode.IsSpace)
	c.clause = s[text.OnRune(s, clause.Start):max(text.OnRune(s, clause.End), q.end)]
	c.lead, c.since = s[start:from], s[max(start, min(c.previous.End, from)):from]
	if n := text.Around(p.clauses, to); n.Start == to && text.HasPrefix(s[to:], r.Words.Words.Onward) != "" {
		c.next = s[to:text.OnRune(s, min(n.End, to+text.LongestView))]
	}
	return c
}

// period names one session or year of several.
var period = regexp.MustCompile(`\p{Han}{1,2}届\p{Han}{1,2}次(会议|全会)|(19|20)\d\d年`)

// clearSeries takes the indicator off figures that a paragraph gives for one
// session or year after the other: none of them is the report's own.
func clearSeries(figures []model.Figure, periods []string) {
	first := map[string]int{} // indicator to the figure that named a period first
	for i, f := range figures {
		if f.Indicator == "" || periods[i] == "" || strings.Contains(f.Sentence, periods[i]+"以来") {
			continue
		}
		k, ok := first[f.Indicator]
		switch {
		case !ok:
			first[f.Indicator] = i
		case periods[k] != periods[i]:
			figures[i].Part = true
			figures[k].Part = true
		}
	}
	for i := range figures {
		if figures[i].Part && periods[i] != "" {
			figures[i].Indicator = ""
		}
	}
}

// sharedVerb returns the verb that items of a list have in common: after
// 接待省政协2批次 it is 接待 for 、市政协5批次 as well.
func (r *Reader) sharedVerb(before, behind string, previous model.Figure, unit string) string {
	if !strings.HasPrefix(before, "、") || previous.Unit != unit || previous.Part || continuesNoun(behind) {
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

// endsItem tells that s closes an item of a list: 1篇主题发言和17篇调研报告.
func endsItem(s string) bool {
	return text.HasSuffix(s, []string{"、", "和", "及", "与"}) != ""
}

// measures tells units that measure rather than count: what they measure
// stands before them (投资30亿元, 满意率100%).
func (r *Reader) measures(unit string) bool {
	return r.find.units.ByName[unit].Class == number.ClassMeasure
}

// goesOnFrom returns the label that an elliptic figure goes on from: that of
// the whole in the same unit (收到提案86件，立案80件), or what a share is a
// share of, which is the figure before.
func goesOnFrom(previous, whole model.Figure, unit string) string {
	switch unit {
	case "%":
		return previous.Label
	case whole.Unit:
		return whole.Label
	}
	return ""
}

// ofWhole returns the figure that a part of the same sentence belongs to: in
// 收到提案214件，其中集体提案35件，立案198件 the 198 are of all 214.
func ofWhole(figures []model.Figure, f model.Figure, start int) model.Figure {
	for k := len(figures) - 1; f.Part && k >= 0 && figures[k].Start >= start; k-- {
		f = figures[k]
	}
	return f
}

// figureContext is what stands around one figure.
type figureContext struct {
	before, behind string // up to the neighbouring figures or the clause's ends
	clause         string
	sentence       string
	at             int    // of the figure in its sentence
	lead           string // the sentence before the figure's own words
	since          string // the part of lead behind the figure before
	next           string // the clause behind, where it goes on about the same people
	previous       model.Figure
	of             model.Figure // what previous is a part of, or previous
}

// classify finds the indicator of a figure and how it counts. whole is the
// figure that those behind 其中 are parts of, the zero value if there is none;
// it is returned as it holds for the next figure.
func (r *Reader) classify(f *model.Figure, c figureContext, whole model.Figure) model.Figure {
	near := c.vicinity(f)
	f.Indicator = r.catalogue.IndicatorOf(near)
	if f.Indicator == "" && c.next != "" {
		near.Text += c.next
		f.Indicator = r.catalogue.IndicatorOf(near)
	}
	if f.Indicator == "" && (genericLabel(f.Label) || r.Words.isVerb(f.Label)) {
		near.Text = c.since + near.Text
		f.Indicator = r.catalogue.IndicatorOf(near)
	}
	f.Each = r.isEach(c.before, f.Value)
	f.Plan = text.Contains(c.lead+c.before, r.Words.Words.Plan) != ""
	if text.Contains(c.before, r.Words.Words.Mean) != "" {
		f.Indicator = "" // a mean is no count
	}
	if span := text.Contains(c.lead+c.before, r.Words.Words.Span); span != "" {
		f.Period = r.Words.period(span)
	}
	defer r.readRate(f, c.clause)
	switch {
	case text.Contains(c.before, r.Words.Words.Parts) != "":
		whole = c.previous
	case whole.Text == "" || text.Contains(c.lead, r.Words.Words.Parts) == "":
		return model.Figure{}
	}
	if f.Indicator != whole.Indicator && f.Indicator != "" {
		return whole
	}
	f.Part, f.Indicator = true, ""
	if whole.Unit == f.Unit && !continuesNoun(c.behind) {
		f.Label = shareNoun(f.Label, r.label.noun(whole.Label))
	}
	return whole
}

// isEach tells a figure that each of several has: 各1家, 各配备2名, 每月1次,
// 分别选派1名.
func (r *Reader) isEach(before string, value decimal.Decimal) bool {
	before = quoted.ReplaceAllString(before, "")
	if text.Contains(before, r.Words.Words.Per) != "" || strings.Contains(before, "分别") && value.Equal(number.One) {
		return true
	}
	near := text.LastRunes(before, nearEach)
	w := text.Contains(near, r.Words.Words.Each)
	if w == "" {
		return false
	}
	c, _ := utf8.DecodeRuneInString(near[strings.LastIndex(near, w)+len(w):])
	return c == utf8.RuneError || !strings.ContainsRune(r.Words.Words.EachOf, c)
}

// nearEach is how many characters before a figure 各 speaks of it.
const nearEach = 5

// quoted is a name in quotation marks.
var quoted = regexp.MustCompile(`“[^”]*”`)

// vicinity is the text that the indicator is read from. Where the figure's
// clause leaves out what it counts, the label knows it from the one before.
func (c figureContext) vicinity(f *model.Figure) catalogue.Vicinity {
	behind := c.behind
	if strings.HasPrefix(behind, "、") { // what follows belongs to the next item
		behind = ""
	}
	v := catalogue.Vicinity{Text: c.before + catalogue.FigureMark + behind, Clause: c.lead + c.clause, Unit: f.Unit, Label: f.Label}
	verb := strings.TrimSpace(c.before)
	switch noun := strings.TrimPrefix(f.Label, verb); {
	case noun != f.Label && noun != "":
		v.Text = c.before + noun + catalogue.FigureMark + behind
	case f.Label != "" && c.previous.Unit == f.Unit && !strings.Contains(v.Text, f.Label):
		v.Text = c.before + f.Label + catalogue.FigureMark + behind
	}
	return v
}

// continuesNoun tells that the words behind a figure name what it counts.
func continuesNoun(behind string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimSpace(behind))
	return unicode.Is(unicode.Han, c)
}

// Labels longer than these, in characters, are complete, or say more than
// the name of what is counted.
const (
	completeLabel = 9
	longestNoun   = 8
)

// shareNoun completes the label of a part with the noun of the item before
// it: 委员工作室45家，其中乡镇24家 makes 乡镇委员工作室.
func shareNoun(label, noun string) string {
	if utf8.RuneCountInString(label) > completeLabel || utf8.RuneCountInString(noun) > longestNoun || strings.Contains(label, noun) {
		return label
	}
	return label + noun
}

// genericLabel tells a label that only its neighbours explain: 开展活动12次.
func genericLabel(label string) bool {
	return slices.Contains([]string{"", "活动", "各类活动", "系列活动", "相关活动", "开展活动", "组织活动", "举办活动", "会议"}, label)
}
