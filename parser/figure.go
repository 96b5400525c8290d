package parser

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// figureReader turns the quantities of a paragraph into figures: what each
// counts, which indicator it is, what it is part of. Safe for concurrent use.
type figureReader struct {
	find      quantityFinder
	label     labeller
	words     *lexicon
	catalogue *Catalogue
}

func newFigureReader(c *Catalogue) *figureReader {
	w := loadLexicon()
	return &figureReader{
		find:      quantityFinder{units: loadUnits(), words: w},
		label:     labeller{w},
		words:     w,
		catalogue: c,
	}
}

// read returns the figures of one paragraph, in order. Section and headline
// are left to the caller.
func (r *figureReader) read(text string) []model.Figure {
	quantities := r.find.find(text)
	if len(quantities) == 0 {
		return nil
	}
	clauses, sentences := split(text, clauseMarks), split(text, sentenceMarks)
	figures := make([]model.Figure, 0, len(quantities))
	whole := "" // the indicator that figures behind 其中 are parts of
	for k, q := range quantities {
		c, s := around(clauses, q.start), around(sentences, q.start)
		f := model.Figure{
			Text: text[q.start:q.end], Value: q.value, Unit: q.unit, Qualifier: q.qualifier,
			Sentence: strings.TrimSpace(text[s.start:s.end]), Start: q.start, End: q.end,
		}
		from, to := c.start, max(around(clauses, q.end-1).end, q.end)
		previous := model.Figure{}
		if k > 0 {
			if p := figures[k-1]; p.Start >= s.start {
				previous = p
				from = max(from, p.End)
			}
		}
		if k+1 < len(quantities) {
			to = max(min(to, quantities[k+1].start), q.end)
		}
		from = min(from, q.start)
		if previous.Text != "" && endsItem(text[from:q.start]) {
			from = q.start // the words between belong to the item before
		}
		before, behind := text[from:q.start], text[q.end:to]
		f.Label = r.label.label(before, strings.TrimRight(behind, clauseMarks), r.measures(q.unit), sameUnit(previous, q.unit))
		next := text[to:to]
		if n := around(clauses, to); n.start == to && hasPrefix(text[to:], r.words.Words.Onward) != "" {
			next = text[to:n.end]
		}
		r.classify(&f, figureContext{
			before: before, behind: behind, clause: text[c.start:max(c.end, q.end)],
			lead: text[s.start:from], next: next, previous: previous, whole: &whole,
		})
		figures = append(figures, f)
	}
	return figures
}

// endsItem tells that s closes an item of a list: 1篇主题发言和17篇调研报告.
func endsItem(s string) bool {
	for _, w := range []string{"、", "和", "及", "与", "以及"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// measures tells units that measure rather than count: what they measure
// stands before them (投资30亿元, 满意率100%).
func (r *figureReader) measures(unit string) bool {
	return r.find.units.byName[unit].class == classMeasure || unit == "人次" || unit == "场次"
}

// sameUnit returns the label that an elliptic figure goes on from.
func sameUnit(previous model.Figure, unit string) string {
	if previous.Unit != unit {
		return ""
	}
	return previous.Label
}

// figureContext is what stands around one figure.
type figureContext struct {
	before, behind string // up to the neighbouring figures or the clause's ends
	clause         string
	lead           string // the sentence before the figure's own words
	next           string // the clause behind, where it goes on about the same people
	previous       model.Figure
	whole          *string
}

// classify finds the indicator and how the figure counts.
func (r *figureReader) classify(f *model.Figure, c figureContext) {
	w := r.words.Words
	near := vicinity{text: c.before + figureMark + strings.TrimPrefix(c.behind, "、"), clause: c.lead + c.clause, unit: f.Unit, label: f.Label}
	if i := strings.Index(c.behind, "、"); i == 0 { // what follows belongs to the next item
		near.text = c.before + figureMark
	}
	if noun := strings.TrimPrefix(f.Label, strings.TrimSpace(c.before)); noun != f.Label && noun != "" {
		near.text = c.before + noun + figureMark + c.behind // the object an elliptic clause leaves out
	} else if len(f.Label) > 0 && !strings.Contains(near.text, f.Label) && c.previous.Unit == f.Unit {
		near.text = c.before + f.Label + figureMark + c.behind
	}
	f.Indicator = r.catalogue.indicator(near)
	if f.Indicator == "" && c.next != "" {
		near.text += c.next
		f.Indicator = r.catalogue.indicator(near)
	}
	if f.Indicator == "" && genericLabel(f.Label) {
		near.text = c.lead + near.text
		f.Indicator = r.catalogue.indicator(near)
	}
	if contains(c.before, w.Parts) != "" || strings.Contains(c.lead, "其中") && *c.whole != "" {
		if *c.whole == "" {
			*c.whole = c.previous.Indicator
		}
		f.Part = true
		if f.Indicator == *c.whole {
			f.Indicator = ""
		}
		if noun := r.label.noun(c.previous.Label); f.Unit == c.previous.Unit && strings.TrimSpace(c.behind) == "" || f.Unit == c.previous.Unit && hasPrefix(c.behind, []string{"、", "，", ",", "。"}) != "" {
			f.Label = shareNoun(f.Label, noun)
		}
	} else {
		*c.whole = ""
	}
	f.Each = hasSuffix(strings.TrimSpace(lastRunes(c.before, 6)), w.Each) != "" ||
		strings.Contains(c.before, "分别") && f.Value.Equal(one) || contains(c.before, []string{"每人", "每月", "每年", "每季度", "每个"}) != ""
	f.Span = contains(c.lead+c.before, w.Span)
}

// shareNoun completes the label of a part with the noun of the item before
// it: 委员工作室45家，其中乡镇24家 makes 乡镇委员工作室.
func shareNoun(label, noun string) string {
	if utf8.RuneCountInString(label) > 9 || noun == "" || strings.Contains(label, noun) {
		return label
	}
	for i := range noun { // the longest tail of noun that label does not hold yet
		if i > 0 && utf8.RuneCountInString(noun[i:]) < 2 {
			break
		}
		if i == 0 || utf8.RuneCountInString(noun) > 7 && utf8.RuneCountInString(noun[i:]) == 5 {
			if utf8.RuneCountInString(noun[i:]) <= 7 {
				return label + noun[i:]
			}
		}
	}
	return label
}

// genericLabel tells a label that only its neighbours explain: 开展活动12次.
func genericLabel(label string) bool {
	switch label {
	case "活动", "各类活动", "会议", "开展活动", "", "相关活动", "系列活动":
		return true
	}
	return false
}
