package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// Digest is one theme across reports, report by report, in reading order.
type Digest struct {
	Theme model.Theme
	Parts []DigestPart
	// Indicators are those of the theme that any of the reports counts, each
	// with the headline figure of every part, nil for none.
	Indicators []IndicatorRow
}

// DigestPart is what one report says on the theme.
type DigestPart struct {
	Report   *model.Report
	Before   *model.Report // the same place's report of the year before, where only what is new was asked for
	Passages []DigestPassage
	Figures  int // in the passages
	// Repeated is how many passages were left out since the year before said
	// them too.
	Repeated int
}

// DigestPassage is a stretch of one block on the theme.
type DigestPassage struct {
	Span
	Section model.Path
	Heading bool
	Text    string
	Figures []int // indexes in Report.Figures
}

// DigestOptions say what of a theme is wanted.
type DigestOptions struct {
	OnlyNew bool // leave out what the same place's report of the year before says too
	// Library is where the years before are looked for, besides the reports
	// themselves.
	Library []*model.Report
}

// MakeDigest gathers a theme from reports. Those that say nothing on it have
// a part without passages, so that a gap is seen.
func MakeDigest(reports []*model.Report, theme string, c *model.Catalogue, o DigestOptions) Digest {
	d := Digest{Theme: c.Theme(theme)}
	library := append(slices.Clone(reports), o.Library...)
	for i, r := range reports {
		part := DigestPart{Report: r, Passages: passagesOn(r, theme)}
		if o.OnlyNew {
			if k := ReportBefore(library, i); k >= 0 {
				part.Before = library[k]
				part.keepNew()
			}
		}
		for _, p := range part.Passages {
			part.Figures += len(p.Figures)
		}
		d.Parts = append(d.Parts, part)
	}
	for _, row := range NewMatrix(reports, c).Indicators {
		if row.Indicator.Theme == theme {
			d.Indicators = append(d.Indicators, row)
		}
	}
	return d
}

// passagesOn lists the stretches of a report that speak of the theme, each
// with the figures in it.
func passagesOn(r *model.Report, theme string) []DigestPassage {
	at := map[int][]int{} // figures by block
	for i := range r.Figures {
		if a, ok := r.FigureAnchor(&r.Figures[i]); ok {
			at[a.Block] = append(at[a.Block], i)
		}
	}
	var list []DigestPassage
	for i, b := range r.Blocks() {
		if b.Heading {
			if s := r.Section(b.Section); s.Theme == theme {
				list = append(list, DigestPassage{Span: Span{Block: i, End: len(b.Text)}, Section: b.Section, Heading: true, Text: b.Text, Figures: at[i]})
			}
			continue
		}
		for _, run := range r.Runs(i) {
			if run.Theme == theme {
				list = append(list, passage(r, i, run.Start, run.End, at[i]))
			}
		}
	}
	return list
}

func passage(r *model.Report, block, start, end int, figures []int) DigestPassage {
	b := r.Blocks()[block]
	p := DigestPassage{Span: Span{Block: block, Start: start, End: end}, Section: b.Section, Text: b.Text[start:end]}
	for _, i := range figures {
		if f := &r.Figures[i]; f.Start >= start && f.End <= end {
			p.Figures = append(p.Figures, i)
		}
	}
	return p
}

// saidBefore is the share of a sentence's characters from which on it counts
// as said the year before: a new number in an old sentence is old wording.
const saidBefore = 0.7

// keepNew cuts the passages down to the sentences that the year before does
// not have. Headings stay where something below them does.
func (d *DigestPart) keepNew() {
	shared, known := CompareWording(d.Report, d.Before).A.Spans, sentencesOf(d.Before)
	var kept []DigestPassage
	for _, p := range d.Passages {
		if p.Heading {
			kept = append(kept, p)
			continue
		}
		fresh := freshStretches(p, shared, known)
		if len(fresh) == 0 {
			d.Repeated++
		}
		for _, s := range fresh {
			kept = append(kept, passage(d.Report, p.Block, s[0], s[1], p.Figures))
		}
	}
	list := make([]DigestPassage, 0, len(kept))
	for i, p := range kept {
		if p.Heading && (i+1 == len(kept) || !kept[i+1].Section.Within(p.Section)) {
			continue
		}
		list = append(list, p)
	}
	d.Passages = list
}

// freshStretches are the neighbouring sentences of a passage that are new,
// as offsets in the block.
func freshStretches(p DigestPassage, shared []Span, known map[string]bool) [][2]int {
	var list [][2]int
	for _, s := range sentences(p.Text) {
		start, end := p.Start+s[0], p.Start+s[1]
		all, old := 0, 0
		for i, c := range p.Text[s[0]:s[1]] {
			if !model.IsHan(c) {
				continue
			}
			all++
			if _, ok := spanAt(shared, model.Anchor{Block: p.Block, Offset: start + i}); ok {
				old++
			}
		}
		if all == 0 || float64(old) >= saidBefore*float64(all) || known[bare(p.Text[s[0]:s[1]])] {
			continue
		}
		if n := len(list); n > 0 && list[n-1][1] == start {
			list[n-1][1] = end
		} else {
			list = append(list, [2]int{start, end})
		}
	}
	return list
}

// sentencesOf are the sentences of a report without what only sets them: those
// too short to be shared wording are known by these.
func sentencesOf(r *model.Report) map[string]bool {
	known := map[string]bool{}
	for _, b := range r.Blocks() {
		for _, s := range sentences(b.Text) {
			known[bare(b.Text[s[0]:s[1]])] = true
		}
	}
	return known
}

// bare is a sentence without punctuation and blanks.
func bare(s string) string {
	return strings.Map(func(c rune) rune {
		if isToken(c) {
			return c
		}
		return -1
	}, s)
}

// sentences are the offsets of a text's sentences.
func sentences(text string) [][2]int {
	var list [][2]int
	start := 0
	for i, c := range text {
		switch c {
		case '\u3002', '\uff01', '\uff1f', '\uff1b', '!', '?', ';', '\n': // full stops of both widths
			end := i + utf8.RuneLen(c)
			list = append(list, [2]int{start, end})
			start = end
		}
	}
	if start < len(text) {
		list = append(list, [2]int{start, len(text)})
	}
	return list
}
