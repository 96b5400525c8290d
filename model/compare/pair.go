package compare

import (
	"slices"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// pairFigures makes a row for every indicator either report has a figure
// of, and one for each label that both reports use for figures without an
// indicator. Rows follow the themes of the catalogue; within a theme labels
// come after indicators.
func pairFigures(a, b *model.Report, c *model.Catalogue) []FigureRow {
	fa, fb := figuresByIndicator(a), figuresByIndicator(b)
	sign := signOf(a, b)
	var rows []FigureRow
	add := func(in model.Indicator) {
		xs, ys := fa[in.ID], fb[in.ID]
		if len(xs) > 0 || len(ys) > 0 {
			rows = append(rows, indicatorRow(in, xs, ys, sign))
		}
		delete(fa, in.ID)
		delete(fb, in.ID)
	}
	la, lb := fa[""], fb[""]
	delete(fa, "")
	delete(fb, "")
	for _, in := range c.Indicators {
		add(in)
	}
	for _, id := range unknownIndicators(fa, fb) {
		add(model.Indicator{ID: id, Name: id, English: id})
	}
	rows = append(rows, labelRows(la, lb, sign)...)
	addRates(rows, a, b, c.MembersID())
	grade(rows, a, b)
	rank := themeRank(c)
	slices.SortStableFunc(rows, func(x, y FigureRow) int { return rank(x.Theme) - rank(y.Theme) })
	return rows
}

// themeRank gives every theme its place in the catalogue; themes it doesn't
// have come last.
func themeRank(c *model.Catalogue) func(string) int {
	rank := make(map[string]int, len(c.Themes))
	for i, t := range c.Themes {
		rank[t.ID] = i - len(c.Themes)
	}
	return func(id string) int { return rank[id] }
}

// unknownIndicators lists ids the catalogue doesn't have, as when a report
// was read with another one.
func unknownIndicators(fa, fb map[string][]*model.Figure) []string {
	var ids []string
	for _, m := range []map[string][]*model.Figure{fa, fb} {
		for id := range m {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// figuresByIndicator groups the figures of a report, a shared rate with each
// of its indicators; what a passage that stands twice says twice is taken
// once.
func figuresByIndicator(r *model.Report) map[string][]*model.Figure {
	type said struct{ text, label, sentence string }
	seen := make(map[said]bool, len(r.Figures))
	m := make(map[string][]*model.Figure)
	for i := range r.Figures {
		f := &r.Figures[i]
		if k := (said{f.Text, f.Label, f.Sentence}); f.Sentence != "" {
			if seen[k] && !f.Headline {
				continue
			}
			seen[k] = true
		}
		m[f.Indicator] = append(m[f.Indicator], f)
		for _, id := range f.Also {
			if id != f.Indicator {
				m[id] = append(m[id], f)
			}
		}
	}
	return m
}

// headline returns the figure that stands for the indicator: the one that
// the reader of the report marked as such, or nil. A shared rate stands for
// its further indicators where they have none of their own.
func headline(id string, figures []*model.Figure) *model.Figure {
	var shared *model.Figure
	for _, f := range figures {
		switch {
		case !f.Headline:
		case f.Indicator == id:
			return f
		case shared == nil:
			shared = f
		}
	}
	return shared
}

func indicatorRow(in model.Indicator, xs, ys []*model.Figure, sign Sign) FigureRow {
	row := FigureRow{Indicator: in.ID, Name: in.Name, English: in.English, Theme: in.Theme}
	row.A, row.B = headline(in.ID, xs), headline(in.ID, ys)
	row.OthersA, row.OthersB = others(xs, row.A), others(ys, row.B)
	row.settle(in, sign)
	row.compute()
	return row
}

func others(figures []*model.Figure, chosen *model.Figure) []*model.Figure {
	var rest []*model.Figure
	for _, f := range figures {
		if f != chosen {
			rest = append(rest, f)
		}
	}
	return rest
}

// settle compares the row's two figures, or says why it can't.
func (r *FigureRow) settle(in model.Indicator, sign Sign) {
	r.Reason = r.whyNot(in)
	if r.Reason != "" {
		return
	}
	first, second := r.A.Range(), r.B.Range()
	if sign.b {
		first, second = second, first
	}
	d := first.Minus(second)
	r.Difference = &d
	r.LowerIsBetter = r.A.Qualifier == model.Top
	q, ok := first.Over(second)
	if !ok || r.LowerIsBetter {
		return
	}
	r.Ratio = &q
	if sign.years && r.A.Unit != "%" {
		r.Percent = &model.Ratio{Value: q.Value.Sub(decimal.New(1, 0)).Shift(2), Exact: q.Exact}
	}
}

// whyNot says why the row's figures can't be compared; empty when they can.
func (r *FigureRow) whyNot(in model.Indicator) Reason {
	switch {
	case r.A == nil && len(r.OthersA) > 0:
		return noHeadline(r.OthersA)
	case r.B == nil && len(r.OthersB) > 0:
		return noHeadline(r.OthersB)
	}
	return WhyNot(in, r.A, r.B)
}

// noHeadline says why none of a side's figures stands for the indicator.
func noHeadline(figures []*model.Figure) Reason {
	all := func(is func(f *model.Figure) bool) bool {
		return !slices.ContainsFunc(figures, func(f *model.Figure) bool { return !is(f) })
	}
	switch {
	case all(func(f *model.Figure) bool { return f.Plan }):
		return ReasonPlan
	case all(func(f *model.Figure) bool { return f.Each }):
		return ReasonEach
	case all(func(f *model.Figure) bool { return f.Subject != "" }):
		return ReasonBody
	}
	return ReasonPart
}

// WhyNot says why two figures of an indicator can't be compared; empty when
// they can. The order goes from what is plainest to the reader.
func WhyNot(in model.Indicator, a, b *model.Figure) Reason {
	switch {
	case b == nil:
		return ReasonOnlyA
	case a == nil:
		return ReasonOnlyB
	case (a.Qualifier == model.Top) != (b.Qualifier == model.Top):
		return ReasonRank
	case !in.Comparable(a.Unit, b.Unit):
		return ReasonUnit
	case a.Each != b.Each:
		return ReasonEach
	case a.Plan != b.Plan:
		return ReasonPlan
	case (a.Subject == "") != (b.Subject == ""):
		return ReasonBody
	case isPart(a) != isPart(b):
		return ReasonPart
	case !a.SamePeriod(b):
		return ReasonSpan
	case a.Unit == "%" && a.Partly != b.Partly:
		return ReasonSatisfied
	case a.Unit == "%" && a.RateOf != b.RateOf:
		return ReasonWhole
	}
	return ""
}

func isPart(f *model.Figure) bool { return f.Part || f.Of != 0 }

// addRates divides the counts of comparable rows by the members of each
// body, where both are known: as the reports state them, or typed in.
func addRates(rows []FigureRow, a, b *model.Report, members string) {
	i := slices.IndexFunc(rows, func(r FigureRow) bool { return r.Indicator == members })
	var ma, mb model.Range
	if i >= 0 && (rows[i].Comparable() || rows[i].A == nil || rows[i].B == nil) {
		ma, mb = statedMembers(rows[i].A), statedMembers(rows[i].B)
	}
	ma, mb = typed(a, ma), typed(b, mb)
	if !ma.Stated.IsPositive() || !mb.Stated.IsPositive() {
		return
	}
	for j := range rows {
		r := &rows[j]
		if j == i || !r.Comparable() || r.A.Each || r.A.Unit == "%" || r.LowerIsBetter {
			continue
		}
		a, b := r.A.Range().Per(ma), r.B.Range().Per(mb)
		r.PerMember = &Rates{A: a, B: b, Difference: a.Minus(b)}
		if q, ok := a.Over(b); ok {
			r.PerMember.Ratio = &q
		}
	}
}

// statedMembers is the count of members as a report states it, 0 for none.
func statedMembers(f *model.Figure) model.Range {
	if f == nil {
		return model.Range{}
	}
	return f.Range()
}

// typed is the number of members that was typed in for a report, else the
// stated one.
func typed(r *model.Report, stated model.Range) model.Range {
	if r.Members == 0 {
		return stated
	}
	n := decimal.NewFromInt(int64(r.Members))
	return model.Range{Stated: n, Low: n, High: n}
}
