package reader

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/cell"
	"duidu/ui/lang"
)

// card says what the current figure is, in h rows of exactly w cells: a
// rule, then as many lines as there is room for.
func (r *Reader) card(w, h int) []string {
	if h > 0 && r.onNotices() {
		return r.noticeCard(w, h)
	}
	i := r.text.Figure()
	if h <= 0 || i < 0 || i >= len(r.report.Figures) {
		return nil
	}
	s, c, t := r.env.Styles, r.env.Cell, &r.env.Texts.Reader
	f := r.report.Figures[i]
	rows := []string{s.Rule.Paint(c.Repeat(r.env.Glyphs.Rule, w))}
	theme := f.Theme
	position := fmt.Sprintf(t.FigureF, i+1, len(r.report.Figures)) + " "
	head := " " + r.indicatorName(f)
	if r.env.Selection().Contains(take.FigureID(r.report, &r.report.Figures[i])) {
		head = " " + r.env.Glyphs.Mark + head
	}
	where := "  " + r.env.ThemeName(theme)
	n := min(c.Width(head), max(0, w-c.Width(position)))
	rest := max(0, w-n-c.Width(position))
	rows = append(rows, (s.Strong+r.env.Topic(theme)).Paint(c.Fit(head, n))+s.Faint.Paint(c.FitEllipsis(where, rest)+c.Fit(position, w-n-rest)))
	rows = append(rows, c.FitEllipsis(" "+describe(f, r.env.Texts), w))
	place := f.Label
	if section := r.report.Section(f.Section); section != nil && section.Title != "" {
		place += "  " + r.env.Glyphs.Crumb + " " + section.Title
	}
	rows = append(rows, s.Faint.Paint(c.FitEllipsis(" "+strings.TrimSpace(place), w)))
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}

// indicatorName is what the figure measures, in the user's language.
func (r *Reader) indicatorName(f model.Figure) string {
	in, ok := r.env.Catalogue.Indicator(f.Indicator)
	switch {
	case !ok:
		return r.env.Texts.Reader.NoIndicator
	case r.env.Lang == lang.English && in.English != "":
		return in.English
	}
	return in.Name
}

// describe is the figure as the text has it, its value, and what limits it.
func describe(f model.Figure, t *lang.Texts) string {
	parts := []string{f.Text}
	if f.Text != f.Value.String()+f.Unit {
		parts = append(parts, "= "+grouped(f.Value)+" "+f.Unit)
	}
	if f.Qualifier != model.Exact && f.Qualifier != "" {
		parts = append(parts, t.Words.Qualifier(f.Qualifier))
	}
	if f.Each {
		parts = append(parts, t.Words.Each)
	}
	if f.Plan {
		parts = append(parts, t.Words.Plan)
	}
	if f.Part {
		parts = append(parts, t.Words.Part)
	}
	if f.Period != nil {
		parts = append(parts, f.Period.Text)
	}
	return strings.Join(parts, "  ")
}

// grouped writes a number with commas between thousands.
func grouped(d decimal.Decimal) string {
	whole, fraction, found := strings.Cut(d.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		whole += "." + fraction
	}
	return sign + whole
}

// onNotices tells whether the keys are in the list of notices.
func (r *Reader) onNotices() bool { return r.side == sideNotices && r.focus == onSide }

// noticeCard says the whole of the notice under the cursor, which the list
// has no room for, and quotes the text it is about.
func (r *Reader) noticeCard(w, h int) []string {
	s, c := r.env.Styles, r.env.Cell
	rows := []string{s.Rule.Paint(c.Repeat(r.env.Glyphs.Rule, w))}
	if i := r.notices.now(); i >= 0 {
		it := r.notices.items[i]
		for _, text := range []string{it.text, it.quote} {
			for _, line := range c.Wrap(text, max(1, w-2), cell.Options{}) {
				if len(rows) < h && text != "" {
					rows = append(rows, c.Fit(" ", min(1, w))+c.Paint(text, line, max(0, w-1), s.Text, nil))
				}
			}
		}
	}
	for len(rows) < h {
		rows = append(rows, cell.Blank(w))
	}
	return rows[:h]
}
