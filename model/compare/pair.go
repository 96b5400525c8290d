package compare

import (
	"cmp"
	"duidu/model"
	"slices"
)

// pairFigures makes a row for every indicator either report has a figure
// of, and one for each label that both reports use for figures without an
// indicator. Rows follow the themes of the catalogue; within a theme labels
// come after indicators.
func pairFigures(a, b *model.Report, c *model.Catalogue) []FigureRow {
	fa, fb := figuresByIndicator(a), figuresByIndicator(b)
	var rows []FigureRow
	add := func(in model.Indicator) {
		xs, ys := fa[in.ID], fb[in.ID]
		if len(xs) > 0 || len(ys) > 0 {
			rows = append(rows, indicatorRow(in, xs, ys))
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
	addRates(rows, c.MembersID())
	rows = append(rows, labelRows(a, b, la, lb)...)
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

// figuresByIndicator groups the figures of a report; what a passage that
// stands twice says twice is taken once.
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
	}
	return m
}

// headline returns the figure that stands for the indicator: the one the
// reader of the report marked, else the first that may.
func headline(figures []*model.Figure) *model.Figure {
	var first *model.Figure
	for _, f := range figures {
		if f.Headline {
			return f
		}
		if first == nil && f.Total() {
			first = f
		}
	}
	if first == nil && len(figures) > 0 {
		first = figures[0]
	}
	return first
}

func indicatorRow(in model.Indicator, xs, ys []*model.Figure) FigureRow {
	row := FigureRow{Indicator: in.ID, Name: in.Name, English: in.English, Theme: in.Theme}
	row.A, row.B = choosePair(in, xs, ys)
	row.OthersA, row.OthersB = others(xs, row.A), others(ys, row.B)
	row.settle(in)
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
func (r *FigureRow) settle(in model.Indicator) {
	r.Reason = whyNot(in, r.A, r.B)
	if r.Reason != "" {
		return
	}
	a, b := r.A.Range(), r.B.Range()
	d := a.Minus(b)
	r.Difference = &d
	r.LowerIsBetter = r.A.Qualifier == model.Top
	if q, ok := a.Over(b); ok && !r.LowerIsBetter {
		r.Ratio = &q
	}
}

// choosePair returns the two headline figures, unless they can't be
// compared and one of them can with another total of the other report: 7期
// of 社情民意 meets 12期 there rather than its headline of 92条. Where nothing
// can be compared, two figures in one unit still tell more than two in two.
func choosePair(in model.Indicator, xs, ys []*model.Figure) (a, b *model.Figure) {
	a, b = headline(xs), headline(ys)
	if a == nil || b == nil {
		return a, b
	}
	why := whyNot(in, a, b)
	if why == "" {
		return a, b
	}
	if x, y, ok := bestPair(in, xs, ys, func(r Reason) bool { return r == "" }); ok && (why != ReasonSpan || yearOfTerm(x, a) && yearOfTerm(y, b)) {
		return x, y
	}
	if why == ReasonUnit {
		sameUnit := func(r Reason) bool { return r == ReasonSpan || r == ReasonWhole || r == ReasonSatisfied }
		if x, y, ok := bestPair(in, xs, ys, sameUnit); ok {
			return x, y
		}
	}
	return a, b
}

// yearOfTerm tells whether a figure can be for one year what another is for
// a term of five: then it is a tenth of it or more. 2件提案 beside 换届以来86件 is
// something else, and saying why two figures can't be compared is better
// than comparing the wrong ones.
func yearOfTerm(chosen, whole *model.Figure) bool {
	return chosen == whole || chosen.Value.GreaterThanOrEqual(whole.Value.Shift(-1))
}

// bestPair finds the best partner for one of the headline figures among the
// other totals of the other report: in the catalogue's first units, then the
// largest.
func bestPair(in model.Indicator, xs, ys []*model.Figure, fits func(Reason) bool) (a, b *model.Figure, ok bool) {
	type pair struct{ a, b, other *model.Figure }
	a, b = headline(xs), headline(ys)
	var found []pair
	for _, y := range ys {
		if y != b && y.Total() && fits(whyNot(in, a, y)) {
			found = append(found, pair{a, y, y})
		}
	}
	for _, x := range xs {
		if x != a && x.Total() && fits(whyNot(in, x, b)) {
			found = append(found, pair{x, b, x})
		}
	}
	if len(found) == 0 {
		return nil, nil, false
	}
	best := slices.MinFunc(found, func(p, q pair) int {
		return cmp.Or(
			in.Group(p.other.Unit)-in.Group(q.other.Unit),
			q.other.Value.Cmp(p.other.Value),
			cmp.Compare(p.other.Sentence, q.other.Sentence),
			cmp.Compare(p.other.Label, q.other.Label),
		)
	})
	return best.a, best.b, true
}

// whyNot says why two figures of an indicator can't be compared; empty when
// they can. The order goes from what is plainest to the reader.
func whyNot(in model.Indicator, a, b *model.Figure) Reason {
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
	case !a.SamePeriod(b):
		return ReasonSpan
	case a.Unit == "%" && a.Partly != b.Partly:
		return ReasonSatisfied
	case a.Unit == "%" && a.RateOf != b.RateOf:
		return ReasonWhole
	}
	return ""
}

// addRates divides the counts of comparable rows by the members of each
// body, where both reports state them.
func addRates(rows []FigureRow, members string) {
	i := slices.IndexFunc(rows, func(r FigureRow) bool { return r.Indicator == members })
	if i < 0 || !rows[i].Comparable() || !rows[i].A.Value.IsPositive() || !rows[i].B.Value.IsPositive() {
		return
	}
	ma, mb := rows[i].A.Range(), rows[i].B.Range()
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
