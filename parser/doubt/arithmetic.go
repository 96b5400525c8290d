package doubt

import (
	"fmt"
	"slices"
	"strings"

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
	for start := 0; start < len(figures); {
		end := start
		for end < len(figures) && sameParagraph(figures[start], figures[end]) {
			end++
		}
		paragraph := figures[start:min(end, start+mostShares)]
		notices = append(notices, checkParts(paragraph)...)
		notices = append(notices, checkShares(paragraph)...)
		start = end
	}
	return notices
}

// mostShares bounds the figures of one paragraph that are held against each
// other.
const mostShares = 300

func sameParagraph(a, b model.Figure) bool {
	return a.Paragraph == b.Paragraph && slices.Equal(a.Section, b.Section)
}

// doubt is a notice at a figure's place.
func doubt(at model.Figure, format string, args ...any) model.Notice {
	return model.Notice{Kind: model.NoticeArithmetic, Section: at.Section, Paragraph: at.Paragraph, Detail: fmt.Sprintf(format, args...)}
}

// checkRate compares the headline figures of two indicators with each other
// and with a stated rate.
func checkRate(figures []model.Figure, r catalogue.RateRule) []model.Notice {
	part, whole := headlineOf(figures, r.Part), headlineOf(figures, r.Whole)
	if part == nil || whole == nil || part.Qualifier != model.Exact || whole.Qualifier != model.Exact || part.Unit != whole.Unit {
		return nil
	}
	if part.Value.GreaterThan(whole.Value) {
		return []model.Notice{doubt(*part, "%s（%s）多于%s（%s）", part.Label, part.Text, whole.Label, whole.Text)}
	}
	for _, f := range figures {
		if f.Unit != "%" || text.Contains(f.Label, r.Words) == "" {
			continue
		}
		if got := percent(part.Value, whole.Value); !near(got, f.Value) {
			return []model.Notice{doubt(f, "%s 写作 %s，按 %s/%s 计算为 %s%%", f.Label, f.Text, part.Text, whole.Text, got.Round(2))}
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

// checkParts adds up the figures behind 其中 that are parts of the one before.
func checkParts(paragraph []model.Figure) []model.Notice {
	var notices []model.Notice
	for i := 1; i < len(paragraph); i++ {
		whole := paragraph[i-1]
		if !paragraph[i].Part || whole.Part || whole.Qualifier != model.Exact {
			continue
		}
		sum, last := decimal.Zero, i
		for last < len(paragraph) && paragraph[last].Part && paragraph[last].Unit == whole.Unit && !paragraph[last].Each {
			sum = sum.Add(paragraph[last].Value)
			last++
		}
		if sum.GreaterThan(whole.Value) && sum.LessThan(whole.Value.Mul(decimal.NewFromInt(2))) {
			notices = append(notices, doubt(whole, "各分项合计 %s，多于总数 %s（%s）", sum, whole.Text, whole.Label))
		}
	}
	return notices
}

// checkShares compares counts with the shares stated of them (16件，占20.5%).
// A whole is believed once one share fits it; shares that fit no whole at all
// are left alone, since what they are shares of may stand elsewhere.
func checkShares(paragraph []model.Figure) []model.Notice {
	var shares []int // index of each percentage that follows its count
	sum := decimal.Zero
	for i := 1; i < len(paragraph); i++ {
		count, share := paragraph[i-1], paragraph[i]
		if share.Unit != "%" || !strings.Contains(share.Label, "占") || count.Unit == "%" || count.Qualifier != model.Exact {
			continue
		}
		shares = append(shares, i)
		if share.Sentence == paragraph[shares[0]].Sentence {
			sum = sum.Add(share.Value)
		}
	}
	var notices []model.Notice
	if len(shares) > 2 && sum.GreaterThan(decimal.NewFromInt(101)) && sum.LessThan(decimal.NewFromInt(140)) {
		notices = append(notices, doubt(paragraph[shares[0]], "各项占比合计 %s%%，超过 100%%", sum))
	}
	for w, whole := range paragraph {
		var odd []int
		fits := 0
		for _, i := range shares {
			count := paragraph[i-1]
			switch {
			case i-1 <= w || count.Unit != whole.Unit || count.Value.GreaterThan(whole.Value):
			case near(percent(count.Value, whole.Value), paragraph[i].Value):
				fits++
			default:
				odd = append(odd, i)
			}
		}
		if fits < 2 || len(odd) >= fits {
			continue
		}
		for _, i := range odd {
			count, share := paragraph[i-1], paragraph[i]
			notices = append(notices, doubt(share, "%s写作占 %s，按 %s/%s 计算为 %s%%", count.Text, share.Text, count.Text, whole.Text, percent(count.Value, whole.Value).Round(2)))
		}
		break
	}
	return notices
}
