package library

import (
	"fmt"
	"strings"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/lang"
)

// preview shows what the report under the cursor is about: its title, its
// outline with the figures of each part, its notices.
func (l *Library) preview(w, h int) []string {
	s, c := l.env.Styles, l.env.Cell
	n := l.current()
	if n < 0 || w < 8 {
		return l.groupPreview(w, h)
	}
	e := l.env.Reports.List[n]
	var rows []string
	add := func(ink cell.Ink, text string) {
		for _, line := range c.Wrap(cell.Plain(text), w, cell.Options{}) {
			rows = append(rows, c.Paint(cell.Plain(text), line, w, ink, nil))
		}
	}
	blank := func() { rows = append(rows, cell.Blank(w)) }
	if !e.Read() {
		add(s.Bad, l.failure(&e))
		return blanks(rows, w, h)
	}
	r := l.env.Reports.Report(n)
	if r == nil { // it is gone since
		return blanks(rows, w, h)
	}
	add(s.Strong, r.Title)
	flow := func(ink cell.Ink, items []string, sep string) {
		for _, line := range c.Flow(items, sep, w) {
			rows = append(rows, ink.Paint(c.Fit(line, w)))
		}
	}
	flow(s.Faint, facts(l, r), " · ")
	add(s.Faint, r.Path)
	blank()
	rows = append(rows, l.outline(r, w)...)
	if len(r.Notices) > 0 {
		blank()
		counts, ink := l.noticeCounts(e.Summary), s.Faint
		if strings.HasPrefix(counts[0], l.env.Glyphs.Warn) {
			ink = s.Warn
		}
		flow(ink, counts, "  ")
	}
	return blanks(rows, w, h)
}

func facts(l *Library, r *model.Report) []string {
	var list []string
	for _, f := range []string{lang.Belongs(r.Province, r.City, r.Place, l.env.Lang), r.Place, yearText(r.Year), r.Kind, l.env.Texts.Words.ScriptName(r.Script), r.Format, r.Encoding} {
		if f != "" {
			list = append(list, f)
		}
	}
	return list
}

// outline lists the main parts; behind each the number of its figures.
func (l *Library) outline(r *model.Report, w int) []string {
	s, c := l.env.Styles, l.env.Cell
	counts := make([]int, len(r.Sections))
	for _, f := range r.Figures {
		if len(f.Section) > 0 && f.Section[0] < len(counts) {
			counts[f.Section[0]]++
		}
	}
	var rows []string
	for i, part := range r.Sections {
		if part.Title == "" {
			continue
		}
		count := ""
		if counts[i] > 0 {
			count = fmt.Sprintf(" %d", counts[i])
		}
		dot := l.env.Topic(part.Theme).Paint(c.Fit(l.env.Glyphs.Open, 2))
		rows = append(rows, dot+c.FitEllipsis(part.Title, w-2-c.Width(count))+s.Faint.Paint(count))
	}
	if len(rows) == 0 {
		rows = append(rows, s.Faint.Paint(c.FitEllipsis(l.env.Texts.Library.NoSections, w)))
	}
	if shares := l.themes(r); len(shares) > 0 {
		rows = append(rows, cell.Blank(w))
		for _, line := range c.Flow(shares, "  ", w) {
			rows = append(rows, s.Text.Paint(c.Fit(line, w)))
		}
	}
	return rows
}

// themes counts the figures of each theme, in the order of the catalogue.
func (l *Library) themes(r *model.Report) []string {
	counts := make(map[string]int)
	for _, f := range r.Figures {
		counts[f.Theme]++
	}
	var parts []string
	for _, t := range l.env.Catalogue.Themes {
		if counts[t.ID] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", l.env.ThemeName(t.ID), counts[t.ID]))
		}
	}
	return parts
}
