package compare

import (
	"slices"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// compute adds what may stand beside the row's two figures but never in
// their place: the sum of listed parts where no whole is stated, and the
// yearly means of figures that cover stretches of unlike length.
func (r *FigureRow) compute() {
	if r.A == nil {
		r.SumA = sumOf(r.OthersA)
	}
	if r.B == nil {
		r.SumB = sumOf(r.OthersB)
	}
	if r.Reason == ReasonSpan && r.A.Unit != "%" && r.A.Qualifier != model.Top {
		a, b := meanOf(r.A), meanOf(r.B)
		if a != nil && b != nil {
			r.MeanA, r.MeanB = a, b
		}
	}
}

// meanOf is what the figure comes to in a year; nil for a stretch of unknown
// length.
func meanOf(f *model.Figure) *model.Range {
	n := f.Years()
	if n == 0 {
		return nil
	}
	years := decimal.NewFromInt(int64(n))
	mean := f.Range().Per(model.Range{Stated: years, Low: years, High: years})
	return &mean
}

// sumOf adds up the parts that one sentence lists; nil if there is no such
// sentence, or more than one, so that nobody knows what they are parts of.
func sumOf(figures []*model.Figure) *model.Range {
	var list []*model.Figure
	for from := 0; from < len(figures); {
		to := from + 1
		for to < len(figures) && figures[to].Sentence == figures[from].Sentence && sameParagraph(figures[from], figures[to]) {
			to++
		}
		var parts []*model.Figure
		for _, f := range figures[from:to] {
			if addable(f) {
				parts = append(parts, f)
			}
		}
		if len(parts) > 1 {
			if list != nil {
				return nil
			}
			list = parts
		}
		from = to
	}
	if len(list) < 2 {
		return nil
	}
	var sum model.Range
	for _, f := range list {
		if f.Unit != list[0].Unit || !f.SamePeriod(list[0]) || f.Of != list[0].Of {
			return nil
		}
		v := f.Range()
		sum = model.Range{
			Stated: sum.Stated.Add(v.Stated), Low: sum.Low.Add(v.Low), High: sum.High.Add(v.High),
			Step: decimal.Max(sum.Step, v.Step),
		}
	}
	return &sum
}

func sameParagraph(f, g *model.Figure) bool {
	return f.Paragraph == g.Paragraph && slices.Equal(f.Section, g.Section)
}

// addable tells whether the figure is a count that can be one of a list.
func addable(f *model.Figure) bool {
	return f.Unit != "%" && f.Qualifier != model.Top && !f.Each && !f.Plan && f.Subject == "" && f.Value.IsPositive()
}

// Trust says how far a cell of a table may be believed.
type Trust string

const (
	TrustWhole Trust = "whole" // the text states it, as a whole
	TrustPart  Trust = "part"  // a part, a sum or a mean
	TrustDoubt Trust = "doubt" // a doubt about its period, its plan, its subject or its arithmetic
)

// grade gives every cell of the rows its trust.
func grade(rows []FigureRow, a, b *model.Report) {
	da, db := doubted(a), doubted(b)
	for i := range rows {
		r := &rows[i]
		r.TrustA, r.TrustB = trustOf(r.A, r.SumA, da), trustOf(r.B, r.SumB, db)
	}
}

// trustOf grades a figure, or the sum that stands beside an empty cell;
// empty for nothing at all.
func trustOf(f *model.Figure, sum *model.Range, doubts map[spot][]string) Trust {
	switch {
	case f == nil && sum == nil:
		return ""
	case f == nil:
		return TrustPart
	case f.Plan || f.Subject != "" || f.Years() == 0 || slices.Contains(doubts[spotOf(f)], f.Text):
		return TrustDoubt
	case !f.Total():
		return TrustPart
	}
	return TrustWhole
}

// spot is a paragraph, by its section's indexes.
type spot struct {
	section   string
	paragraph int
}

func spotOf(f *model.Figure) spot { return spot{f.Section.String(), f.Paragraph} }

// doubted lists by paragraph what notices of arithmetic speak of.
func doubted(r *model.Report) map[spot][]string {
	m := map[spot][]string{}
	for _, n := range r.Notices {
		if n.Kind == model.NoticeArithmetic {
			k := spot{n.Section.String(), n.Paragraph}
			m[k] = append(m[k], n.Args...)
		}
	}
	return m
}
