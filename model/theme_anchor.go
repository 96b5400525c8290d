package model

// ThemeAnchor is where the report first speaks of a theme; false if it
// never does.
func (r *Report) ThemeAnchor(theme string) (Anchor, bool) {
	for i := range r.blocks {
		b := &r.blocks[i]
		if b.Heading {
			continue
		}
		for _, run := range r.blockRuns(b) {
			if run.Theme == theme {
				return Anchor{Block: i, Offset: run.Start}, true
			}
		}
	}
	return Anchor{}, false
}

// FigureAnchor is where a figure stands; false if it stands nowhere.
func (r *Report) FigureAnchor(f *Figure) (Anchor, bool) {
	return r.Locate(f.Section, f.Paragraph, f.Start)
}
