package search

import (
	"fmt"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/lang"
	"duidu/ui/pane"
)

// View draws the list: exactly height rows of exactly width cells.
func (s *Search) View() []string {
	rows := make([]string, 0, max(0, s.height))
	if s.results.rows() == 0 {
		rows = s.empty()
	}
	from, to := s.list.Window()
	for row := from; row < to; row++ {
		i, now := s.results.at(row), row == s.list.Cursor()
		if s.results.found[i].row == row {
			rows = append(rows, s.heading(i, now))
		} else {
			rows = append(rows, s.line(i, row-s.results.found[i].row-1, now))
		}
	}
	for len(rows) < s.height {
		rows = append(rows, cell.Blank(s.width))
	}
	return rows[:max(0, s.height)]
}

// message says why there is no list.
func (s *Search) message() string {
	t := &s.env.Texts.Search
	switch {
	case s.query == "":
		return t.Hint
	case s.env.Reports.Read() == 0:
		return t.NoReports
	case s.hunt.running():
		return fmt.Sprintf(t.ProgressF, s.hunt.done, len(s.hunt.reports))
	}
	return fmt.Sprintf(t.NoHitsF, s.query)
}

// empty fills the body before there are hits: what goes on, and how a query
// is written.
func (s *Search) empty() []string {
	c, styles := s.env.Cell, s.env.Styles
	rows := []string{cell.Blank(s.width), c.FitEllipsis("   "+s.message(), s.width), cell.Blank(s.width)}
	if s.hunt.running() {
		return rows
	}
	wide := 0
	forms := s.env.Texts.Search.Forms()
	for _, f := range forms {
		wide = max(wide, c.Width(f[0]))
	}
	left := min(wide+5, s.width/2)
	for _, f := range forms {
		rows = append(rows, styles.Key.Paint(c.FitEllipsis("   "+f[0], left))+styles.Faint.Paint(c.FitEllipsis("  "+f[1], s.width-left)))
	}
	return rows
}

// heading draws the row of a report: its name and how many hits it has.
func (s *Search) heading(i int, current bool) string {
	c, styles, f := s.env.Cell, s.env.Styles, &s.results.found[i]
	base := styles.Text
	sign := s.env.Glyphs.Unfolded
	if f.folded {
		sign = s.env.Glyphs.Folded
	}
	if current {
		base, sign = styles.Cursor, s.env.Glyphs.Cursor
	}
	count := " " + fmt.Sprintf(s.env.Texts.Search.HitsF, f.hits) + " "
	of := f.entry.Summary
	name := cell.Plain(of.Name())
	n := min(c.Width(name), max(0, s.width-3-c.Width(count)))
	rest := max(0, s.width-3-n-c.Width(count))
	belongs := "  " + lang.Belongs(of.Province, of.City, of.Place, s.env.Lang) + "  " + of.Kind
	return base.Paint(" ") + (base + styles.Accent).Paint(c.Fit(sign, 2)) + (base + styles.Strong).Paint(c.Fit(name, n)) +
		(base + styles.Faint).Paint(c.FitEllipsis(belongs, rest)) + (base + styles.Accent).Paint(c.Fit(count, s.width-3-n-rest))
}

// line draws a sentence with its hits; before it the section, where there is
// room.
func (s *Search) line(i, k int, current bool) string {
	c, styles := s.env.Cell, s.env.Styles
	looked := s.results.hitsOf(i)
	base, sign := styles.Text, " "
	if current {
		base, sign = styles.Cursor, s.env.Glyphs.Cursor
	}
	head := base.Paint("  ") + (base + styles.Accent).Paint(c.Fit(sign, 2))
	if k >= len(looked.lines) {
		return head + base.Paint(cell.Blank(s.width-4))
	}
	report, hits := looked.report, looked.line(k)
	h := hits[0]
	room := s.width - 4
	if s.width >= 80 {
		wide := min(28, s.width/4)
		title := s.section(report, h)
		if !current && k > 0 && s.section(report, looked.line(k - 1)[0]) == title {
			title = "" // the row above says it
		}
		head += (base + styles.Faint).Paint(c.FitEllipsis(title, wide) + "  ")
		room -= wide + 2
	}
	return head + s.sentence(report.Blocks()[h.Block].Text, hits, room, base)
}

// section is the heading over a hit.
func (s *Search) section(report *model.Report, h model.Hit) string {
	section := report.Section(report.Blocks()[h.Block].Section)
	if section == nil || section.Title == "" {
		return s.env.Texts.Reader.Opening
	}
	return section.Title
}

// sentence draws the sentence around its hits in w cells, from its beginning
// if the first still shows, else from as far before it as there is room.
func (s *Search) sentence(text string, hits []model.Hit, w int, base cell.Ink) string {
	c, h := s.env.Cell, hits[0]
	start, end := pane.SentenceAt(text, h.Offset)
	end = max(end, h.End)
	lead := ""
	if c.Width(text[start:h.End]) > w*3/4 {
		lead = s.env.Glyphs.More
		start = h.Offset - len(c.Tail(text[start:h.Offset], w/3))
	}
	room := max(0, w-c.Width(lead))
	tail := ""
	if c.Width(text[start:end]) > room {
		tail = s.env.Glyphs.More
		head, _ := c.Cut(text[start:end], max(0, room-c.Width(tail)))
		end = start + len(head)
	}
	line := cell.Line{Start: start, End: end}
	spans := make([]cell.Span, len(hits))
	for i, h := range hits {
		spans[i] = cell.Span{Start: h.Offset, End: h.End, Ink: s.env.Styles.HitOf(h.Term)}
	}
	body := c.Paint(text, line, max(0, room-c.Width(tail)), base, spans)
	faint := base + s.env.Styles.Faint
	return faint.Paint(c.Fit(lead, min(w, c.Width(lead)))) + body + faint.Paint(c.Fit(tail, max(0, w-c.Width(lead)-max(0, room-c.Width(tail)))))
}
