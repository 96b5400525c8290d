package doubt

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/text"
)

// Arithmetic looks for figures that do not agree with each other: a part
// above its whole, a rate that is not the rate of its counts, shares above a
// hundred percent. Reports round as they like, so each check allows for the
// last digit printed; what remains is a doubt, not an error.
func Arithmetic(figures []model.Figure, rates []catalogue.RateRule) []model.Notice {
	var notices []model.Notice
	for _, r := range rates {
		notices = append(notices, checkRate(figures, r)...)
	}
	for _, l := range listsOf(figures) {
		notices = append(notices, checkParts(figures, l)...)
		notices = append(notices, checkShares(figures, l)...)
	}
	return notices
}

// list is the parts of one whole that a sentence lists, by index.
type list struct {
	whole int
	parts []int
}

// listsOf returns the lists of parts in reading order. Only what the tree says
// is of one whole, in one sentence, is surely one list.
func listsOf(figures []model.Figure) []list {
	var lists []list
	for k := range figures {
		f := &figures[k]
		w, ok := f.Of.Index()
		if !ok || f.Unit == "%" {
			continue
		}
		if n := len(lists) - 1; n >= 0 && lists[n].whole == w && sameSentence(&figures[lists[n].parts[0]], f) {
			lists[n].parts = append(lists[n].parts, k)
			continue
		}
		lists = append(lists, list{whole: w, parts: []int{k}})
	}
	return lists
}

func sameSentence(a, b *model.Figure) bool {
	return a.Paragraph == b.Paragraph && slices.Equal(a.Section, b.Section) && a.Start-a.At == b.Start-b.At
}

// doubt is a notice at a figure's place.
func doubt(at model.Figure, reason string, args ...any) model.Notice {
	n := model.Notice{Kind: model.NoticeArithmetic, Section: at.Section, Paragraph: at.Paragraph, Reason: reason}
	for _, arg := range args {
		n.Args = append(n.Args, fmt.Sprint(arg))
	}
	return n
}

// checkRate compares the headline figures of two indicators with each other
// and with a stated rate.
func checkRate(figures []model.Figure, r catalogue.RateRule) []model.Notice {
	part, whole := headlineOf(figures, r.Part), headlineOf(figures, r.Whole)
	if part == nil || whole == nil || part.Qualifier != model.Exact || whole.Qualifier != model.Exact || part.Unit != whole.Unit {
		return nil
	}
	if part.Value.GreaterThan(whole.Value) {
		return []model.Notice{doubt(*part, "part-over-whole", part.Label, part.Text, whole.Label, whole.Text)}
	}
	for _, f := range figures {
		if f.Unit != "%" || !slices.ContainsFunc(r.Words, func(w string) bool { return text.Has(f.Label, w) }) {
			continue
		}
		if got := percent(part.Value, whole.Value); !near(got, f.Value) {
			return []model.Notice{doubt(f, "rate", f.Label, f.Text, part.Text, whole.Text, got.Round(2))}
		}
	}
	return nil
}

func headlineOf(figures []model.Figure, id string) *model.Figure {
	for i := range figures {
		if figures[i].Indicator == id && figures[i].Headline {
			return &figures[i]
		}
	}
	return nil
}

// percent is part of whole in percent, to four decimals.
func percent(part, whole decimal.Decimal) decimal.Decimal {
	if whole.IsZero() {
		return decimal.Zero
	}
	return part.Mul(number.Hundred).DivRound(whole, 4)
}

// near tells that a computed percentage is the printed one, give or take one
// in the last digit that is printed.
func near(computed, printed decimal.Decimal) bool {
	last := decimal.New(1, min(printed.Exponent(), 0))
	return computed.Sub(printed).Abs().LessThanOrEqual(last)
}

// checkParts adds up the parts of a list that are counted in the whole's unit.
func checkParts(figures []model.Figure, l list) []model.Notice {
	whole := &figures[l.whole]
	var sum number.Total
	for _, k := range l.parts {
		if f := &figures[k]; f.Unit == whole.Unit && !f.Each {
			sum.Add(f.Value)
		}
	}
	if len(l.parts) < 2 || whole.Qualifier != model.Exact || sum.Cmp(whole.Value) <= 0 || sum.Cmp(whole.Value.Mul(decimal.NewFromInt(2))) >= 0 {
		return nil
	}
	return []model.Notice{doubt(*whole, "sum-over-whole", sum.Value(), whole.Text, whole.Label)}
}

// checkShares holds the shares that a list states of its parts (16件，占20.5%)
// against the whole. The whole is believed once two shares fit it; shares that
// fit no whole are left alone, since what they are shares of may stand elsewhere.
func checkShares(figures []model.Figure, l list) []model.Notice {
	whole := &figures[l.whole]
	var odd []int
	fits, stated := 0, 0
	sum := decimal.Zero
	for _, k := range l.parts {
		if k+1 >= len(figures) || figures[k+1].Unit != "%" || !text.Has(figures[k+1].Label, "占") || figures[k].Qualifier != model.Exact {
			continue
		}
		stated++
		sum = sum.Add(figures[k+1].Value)
		if near(percent(figures[k].Value, whole.Value), figures[k+1].Value) {
			fits++
		} else {
			odd = append(odd, k)
		}
	}
	var notices []model.Notice
	if stated > 2 && stated == len(l.parts) && sum.GreaterThan(decimal.NewFromInt(101)) && sum.LessThan(decimal.NewFromInt(140)) {
		notices = append(notices, doubt(figures[l.parts[0]+1], "shares", sum))
	}
	if fits < 2 || len(odd) >= fits {
		return notices
	}
	for _, k := range odd {
		count, share := &figures[k], &figures[k+1]
		notices = append(notices, doubt(*share, "share", count.Text, share.Text, count.Text, whole.Text, percent(count.Value, whole.Value).Round(2)))
	}
	return notices
}
