package store

import (
	"unsafe"

	"duidu/model"
)

// Bits of a figure's first number.
const (
	figEach = 1 << iota
	figPlan
	figHeadline
	figPart
	figPartly
	figCorrected
	figInterval
	figPeriod
	figInText     // Text is the paragraph's from Start to End
	figInSentence // Sentence is a stretch of the paragraph, with the figure at At
)

// encodeFigures writes the figures. What can be cut out of the paragraph is
// not written again. What a search asks of a figure comes first.
func encodeFigures(r *model.Report) []byte {
	all, one := writer{}, writer{apart: true}
	all.length(len(r.Figures), r.Figures == nil)
	for i := range r.Figures {
		one.b = one.b[:0]
		one.figure(&r.Figures[i], source(r.Sections, r.Figures[i].Section, r.Figures[i].Paragraph))
		all.text(string(one.b))
	}
	var w writer
	w.length(len(one.list), false)
	for _, word := range one.list {
		w.text(word)
	}
	return append(w.b, all.b...)
}

// readWords reads the list of words before the figures.
func readWords(data string) reader {
	r := reader{s: data, apart: true}
	r.words = list(&r, func(s *string) { *s = r.text() })
	return r
}

func (w *writer) figure(f *model.Figure, from string) {
	sentence := f.Start - f.At
	inText := f.Start >= 0 && f.Start <= f.End && f.End <= len(from) && from[f.Start:f.End] == f.Text
	inSentence := sentence >= 0 && sentence <= len(from)-len(f.Sentence) && from[sentence:sentence+len(f.Sentence)] == f.Sentence
	var bits uint64
	set := func(bit uint64, is bool) {
		if is {
			bits |= bit
		}
	}
	set(figEach, f.Each)
	set(figPlan, f.Plan)
	set(figHeadline, f.Headline)
	set(figPart, f.Part)
	set(figPartly, f.Partly)
	set(figCorrected, f.Corrected)
	set(figInterval, f.Interval != nil)
	set(figPeriod, f.Period != nil)
	set(figInText, inText)
	set(figInSentence, inSentence)
	w.decimal(f.Value)
	for _, s := range []string{f.Unit, string(f.Qualifier), f.Label, f.Indicator} {
		w.word(s)
	}
	w.uint(bits)
	w.length(len(f.Also), f.Also == nil)
	for _, s := range f.Also {
		w.word(s)
	}
	if i := f.Interval; i != nil {
		w.decimal(i.Low)
		w.decimal(i.High)
		w.decimal(i.Step)
	}
	if p := f.Period; p != nil {
		w.word(p.Text)
		w.int(p.From)
		w.int(p.To)
		w.int(p.Years)
	}
	for _, s := range []string{f.Theme, f.RateOf, f.Subject} {
		w.word(s)
	}
	w.int(int(f.Of))
	w.path(f.Section)
	for _, n := range []int{f.Paragraph, f.At, f.Start, f.End - f.Start} {
		w.int(n)
	}
	if !inText {
		w.text(f.Text)
	}
	if inSentence {
		w.uint(uint64(len(f.Sentence)))
	} else {
		w.text(f.Sentence)
	}
}

// decodeFigures reads the figures of a report with these sections; without
// sections texts and sentences that stand in them are left out.
func decodeFigures(data string, sections []*model.Section) ([]model.Figure, bool) {
	r := readWords(data)
	figures := list(&r, func(f *model.Figure) {
		end := int(r.uint())
		end += r.at
		r.asked(f)
		r.figure(f, sections)
		r.bad = r.bad || r.at != end
	})
	return figures, !r.bad && r.at == len(r.s)
}

// asked reads what a search asks of a figure.
func (r *reader) asked(f *model.Figure) {
	f.Value = r.decimal()
	r.named(f)
}

// named reads what a figure counts.
func (r *reader) named(f *model.Figure) {
	f.Unit = r.word()
	f.Qualifier = model.Qualifier(r.word())
	f.Label = r.word()
	f.Indicator = r.word()
}

// figure reads the rest of a figure.
func (r *reader) figure(f *model.Figure, sections []*model.Section) {
	bits := r.uint()
	has := func(bit uint64) bool { return bits&bit != 0 }
	f.Each, f.Plan, f.Headline, f.Part, f.Partly, f.Corrected = has(figEach), has(figPlan), has(figHeadline), has(figPart), has(figPartly), has(figCorrected)
	f.Also = list(r, func(s *string) { *s = r.word() })
	if has(figInterval) {
		f.Interval = &model.Interval{Low: r.decimal(), High: r.decimal(), Step: r.decimal()}
	}
	if has(figPeriod) {
		f.Period = &model.Period{Text: r.word(), From: r.int(), To: r.int(), Years: r.int()}
	}
	f.Theme, f.RateOf, f.Subject = r.word(), r.word(), r.word()
	f.Of = model.Ref(r.int())
	f.Section = r.path()
	f.Paragraph, f.At, f.Start = r.int(), r.int(), r.int()
	f.End = f.Start + r.int()
	from := source(sections, f.Section, f.Paragraph)
	cut := func(start, end int) string {
		if sections == nil {
			return ""
		}
		if start < 0 || start > end || end > len(from) {
			r.bad = true
			return ""
		}
		return from[start:end]
	}
	if has(figInText) {
		f.Text = cut(f.Start, f.End)
	} else {
		f.Text = r.text()
	}
	if has(figInSentence) {
		start := f.Start - f.At
		f.Sentence = cut(start, start+int(r.uint()))
	} else {
		f.Sentence = r.text()
	}
}

// source is the text that a figure's offsets are in, empty if there is none.
func source(sections []*model.Section, path model.Path, paragraph int) string {
	var s *model.Section
	for _, i := range path {
		if i < 0 || i >= len(sections) {
			return ""
		}
		s = sections[i]
		sections = s.Sections
	}
	switch {
	case s == nil:
		return ""
	case paragraph < 0:
		return s.Title
	case paragraph < len(s.Paragraphs):
		return s.Paragraphs[paragraph].Text
	}
	return ""
}

// view reads bytes of the mapped file in place, as long as the transaction
// lasts.
func view(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }
