package parser

import (
	"slices"
	"strings"

	"duidu/model"
	"duidu/parser/figure"
	"duidu/parser/text"
)

// markHeadlines picks the figure that stands for each indicator in the
// reported year: never one for each, a plan, a part or another body's. Of those
// that are left the reported year goes before longer periods, the unit group
// that the catalogue names first before others, one that its sentence marks as
// the whole before others, then the largest, then the first.
func (p *Parser) markHeadlines(r *model.Report) {
	best := make(map[string]int, len(r.Figures)/2)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator == "" || !f.Total() || p.oneDeed(f) || ofSome(f) || ofFormer(f) || p.movedFrom(r.Figures, i) || f.Period != nil && !covers(f.Period, r.Year) {
			continue
		}
		if b, ok := best[f.Indicator]; !ok || p.standsBefore(r, i, b) {
			best[f.Indicator] = i
		}
	}
	for _, i := range best {
		r.Figures[i].Headline = !p.listed(r.Figures, i)
	}
}

// listed tells a figure that, here or where it is said again, stands in a list of parts.
func (p *Parser) listed(figures []model.Figure, i int) bool {
	f := &figures[i]
	if p.onlyParts(figures, i) {
		return true
	}
	in, _ := p.catalogue.Indicator(f.Indicator)
	kind := kindOf(f, in)
	for k := range figures {
		g := &figures[k]
		if k == i || g.Indicator != f.Indicator || !g.Total() || !sameYears(f, g) || !in.Comparable(f.Unit, g.Unit) {
			continue
		}
		if g.Value.Equal(f.Value) && p.onlyParts(figures, k) || kind != "" && !g.Value.Equal(f.Value) && othersKind(kind, kindOf(g, in)) {
			return true
		}
	}
	return false
}

// kindOf is what a label says of the kind of what its indicator counts: 专题 of 专题协商会.
func kindOf(f *model.Figure, in model.Indicator) string {
	if f.Unit == "%" {
		return ""
	}
	kind, _, ok := text.Cut(f.Label, text.FirstRunes(in.Name, 2))
	if !ok {
		return ""
	}
	return text.LastRunes(kind, 2)
}

// othersKind tells two kinds that are both named and differ.
func othersKind(a, b string) bool { return b != "" && a != b }

// ofSome tells a figure beside which its sentence tells of the others without counting
// them (11名常委当面述职，其余书面述职), and one of a narrower whole (3件重点提案满意率100%).
func ofSome(f *model.Figure) bool {
	behind := f.Sentence[f.At:]
	clause, next, ok := text.Cut(behind, "，")
	if ok && !sentenceEnds.In(clause) && (strings.HasPrefix(next, "其余") || strings.HasPrefix(next, "其他")) && !text.HasDigit(text.FirstRunes(next, 8)) {
		return true
	}
	return f.Unit == "%" && text.Has(f.RateOf, "重点")
}

var sentenceEnds, semicolons = text.SetOf("；;。"), text.SetOf("；;")

// ofFormer tells a figure of the term before, which the reported one is compared with.
func ofFormer(f *model.Figure) bool {
	before := f.Sentence[:f.At]
	if !text.Has(before, "届") {
		return false
	}
	at := max(text.LastIndex(before, "上届"), text.LastIndex(before, "上一届"))
	return at >= 0 && !strings.HasSuffix(before[:at], "比") && !strings.HasSuffix(before[:at], "较") && !semicolons.In(before[at:]) && !text.Has(before[at:], "本届")
}

// movedFrom tells the first of two points of time: the 8 of 由8件增加到12件.
func (p *Parser) movedFrom(figures []model.Figure, i int) bool {
	if i+1 == len(figures) {
		return false
	}
	f, g := &figures[i], &figures[i+1]
	if g.Sentence != f.Sentence || g.Unit != f.Unit || g.At < f.At+len(f.Text) {
		return false
	}
	between := f.Sentence[f.At+len(f.Text) : g.At]
	return !text.ClauseEnds.In(between) && p.figures.MovesOn(between)
}

// net tells a figure that says what is left: 实际立案72件 of 立案78件、并案6件.
func (p *Parser) net(f *model.Figure) bool {
	net := &p.figures.Words.Words.Net
	return net.In(f.Sentence[:f.At]) && net.In(clauseBefore(f))
}

// onlyParts tells a figure that stands in a list of the same, one sort beside
// the other, of which nothing states the whole: 1次…、2次…和45次….
func (p *Parser) onlyParts(figures []model.Figure, i int) bool {
	f := &figures[i]
	if f.Unit == "%" || p.net(f) {
		return false
	}
	all := p.marked(f)
	in, _ := p.catalogue.Indicator(f.Indicator)
	for k := max(0, i-nearList); k < min(len(figures), i+nearList); k++ {
		g := &figures[k]
		if k != i && g.Indicator == f.Indicator && g.Sentence == f.Sentence && g.Total() && !ofFormer(g) && !p.movedFrom(figures, k) && in.Comparable(f.Unit, g.Unit) && !g.Value.Equal(f.Value) && sameYears(f, g) && yearly(f) == yearly(g) && (!all || k < i && f.Label != g.Label) {
			return true
		}
	}
	return false
}

// nearList is how many figures off the items of a list stand.
const nearList = 6

// covers tells that a period of several years includes the year, as far as
// either is known.
func covers(p *model.Period, year int) bool {
	return year == 0 || p.To == 0 || p.From <= year && year <= p.To
}

// sameYears tells two figures of the same years, as far as they are known.
func sameYears(f, g *model.Figure) bool {
	return f.SamePeriod(g) && lastOf(f.Period) == lastOf(g.Period)
}

// lastOf is the last year of a period, as far as it is known.
func lastOf(p *model.Period) int {
	if p == nil {
		return 0
	}
	return p.To
}

// unitGroup is the index of the group of interchangeable units that a unit is
// in; behind all of them for one that the catalogue does not know.
func unitGroup(in model.Indicator, unit string) int {
	for i, g := range in.Units {
		if slices.Contains(g, unit) {
			return i
		}
	}
	return len(in.Units)
}

// standsBefore tells that figure i rather than figure b stands for their
// indicator.
func (p *Parser) standsBefore(r *model.Report, i, b int) bool {
	figures := r.Figures
	f, old := &figures[i], &figures[b]
	known, _ := p.catalogue.Indicator(f.Indicator)
	if each, oldEach := yearly(f), yearly(old); each != oldEach && unitGroup(known, f.Unit) != unitGroup(known, old.Unit) {
		return oldEach // 请示报告103件 rather than 每年听取汇报2次
	}
	if long, oldLong := f.Years() != 1, old.Years() != 1; long != oldLong {
		return oldLong
	}
	if f.Sentence == old.Sentence && p.net(f) != p.net(old) {
		return p.net(f)
	}
	in, _ := p.catalogue.Indicator(f.Indicator)
	if narrow, oldNarrow := f.RateOf != "", old.RateOf != ""; narrow != oldNarrow {
		return oldNarrow
	}
	if f.Value.Equal(old.Value) && entitles(r, f) != entitles(r, old) {
		return entitles(r, old) // the body's statement rather than a heading's
	}
	if y, z := lastOf(f.Period), lastOf(old.Period); y != z {
		return y > z
	}
	if g, h := unitGroup(in, f.Unit), unitGroup(in, old.Unit); g != h {
		return g < h
	}
	if whole, oldWhole := p.statesWhole(figures, i), p.statesWhole(figures, b); whole != oldWhole {
		return whole
	}
	return f.Value.GreaterThan(old.Value)
}

// entitles tells a figure of a heading or of the report's own title.
func entitles(r *model.Report, f *model.Figure) bool {
	return f.Paragraph < 0 || r.Title != "" && text.Has(r.Title, f.Sentence)
}

// yearly tells what is so every year.
func yearly(f *model.Figure) bool {
	return text.Has(f.Sentence[:f.At], "每年") && text.Has(clauseBefore(f), "每年")
}

// statesWhole tells that a figure's clause marks it as the whole (共, 全年,
// 累计). Where the sentence goes on to count more of the same, it is none.
func (p *Parser) statesWhole(figures []model.Figure, i int) bool {
	f := &figures[i]
	for _, k := range [2]int{i - 1, i + 1} {
		if k >= 0 && k < len(figures) && figures[k].Indicator == f.Indicator && figures[k].Sentence == f.Sentence && !figures[k].Part {
			return false
		}
	}
	return p.marked(f)
}

// marked tells that a figure's clause says of it that it is all: 共, 全年, 累计.
func (p *Parser) marked(f *model.Figure) bool {
	if before := f.Sentence[:f.At]; !text.Has(before, "共") && !p.figures.Words.Words.Whole.In(before) {
		return false
	}
	before := clauseBefore(f)
	if p.figures.Words.Words.Whole.In(before) || strings.HasSuffix(before, "共") {
		return true
	}
	_, rest, ok := text.Cut(before, "共")
	n, kind := p.figures.Words.Verbs.At(rest)
	return ok && n > 0 && kind != figure.NoVerb
}

// clauseBefore is what the figure's clause says before it.
func clauseBefore(f *model.Figure) string {
	before := f.Sentence[:f.At]
	var room [32]text.Span
	clauses := text.SplitInto(room[:0], before, text.ByClause)
	if len(clauses) == 0 {
		return before
	}
	c := clauses[len(clauses)-1]
	return before[c.Start:c.End]
}
