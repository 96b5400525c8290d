package model

import "cmp"

// ThemeAt is the theme of a section, or of the nearest one above that has
// one.
func (r *Report) ThemeAt(p Path) string {
	theme := ThemeOverview
	list := r.Sections
	for _, i := range p {
		if i < 0 || i >= len(list) {
			break
		}
		if list[i].Theme != "" {
			theme = list[i].Theme
		}
		list = list[i].Sections
	}
	return theme
}

// Runs returns the theme runs of the paragraph that block i is, covering its text from
// end to end: what no run covers has the theme of the section. Lines around
// the head of a report have no theme and no runs.
func (r *Report) Runs(i int) []Run {
	b := &r.blocks[i]
	if b.Heading {
		return nil
	}
	s := r.Section(b.Section)
	p := &s.Paragraphs[b.Paragraph]
	if p.Role != Body || len(p.Text) == 0 {
		return nil
	}
	rest := r.ThemeAt(b.Section)
	runs := make([]Run, 0, len(p.Runs)+1)
	at := 0
	add := func(theme string, end int) {
		if end <= at {
			return
		}
		if n := len(runs); n > 0 && runs[n-1].Theme == theme {
			runs[n-1].End = end
		} else {
			runs = append(runs, Run{Theme: theme, Start: at, End: end})
		}
		at = end
	}
	for _, run := range p.Runs {
		theme := cmp.Or(run.Theme, rest)
		add(rest, min(run.Start, len(p.Text)))
		add(theme, min(run.End, len(p.Text)))
	}
	add(rest, len(p.Text))
	return runs
}

// ThemeAnchor is where the report first speaks of a theme; false if it
// never does.
func (r *Report) ThemeAnchor(theme string) (Anchor, bool) {
	for i := range r.blocks {
		for _, run := range r.Runs(i) {
			if run.Theme == theme {
				return Anchor{Block: i, Offset: run.Start}, true
			}
		}
	}
	return Anchor{}, false
}

// Trail is the titles of the sections down to p, from the top.
func (r *Report) Trail(p Path) []string {
	var titles []string
	for i := range p {
		if s := r.Section(p[:i+1]); s != nil && s.Title != "" {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// TitleAt is the title of the section at p, or of the nearest one above it
// that has one.
func (r *Report) TitleAt(p Path) string {
	if t := r.Trail(p); len(t) > 0 {
		return t[len(t)-1]
	}
	return ""
}

// Titles returns the titles of the sections at those paths.
func (r *Report) Titles(paths []Path) []string {
	titles := make([]string, 0, len(paths))
	for _, p := range paths {
		titles = append(titles, r.TitleAt(p))
	}
	return titles
}
