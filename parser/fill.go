package parser

import (
	"slices"
	"sort"

	"duidu/model"
	"duidu/parser/doubt"
	"duidu/parser/figure"
	"duidu/parser/format"
	"duidu/parser/layout"
	"duidu/parser/number"
	"duidu/parser/shape"
	"duidu/parser/text"
	"duidu/parser/theme"
)

// filling is a part with what was read in its lines.
type filling struct {
	*layout.Part
	title   *figure.Passage   // the heading, nil where its text stands in a paragraph as well
	front   []*figure.Passage // lines of the report's head, by paragraph; nil for a byline
	lines   []*figure.Passage // by line
	leaning []theme.Leaning   // by line
	content theme.Scores      // of all lines and parts
	whole   bool              // it is all there is
	parts   []filling
}

// fill turns parts into sections with their figures, themes and notices.
func (p *Parser) fill(r *model.Report, parts []*layout.Part) {
	read, passages := p.readFigures(parts, p.setting(r, parts))
	p.figures.Relate(passages)
	figures, lines := 0, 0
	for _, passage := range passages {
		figures += len(passage.Figures)
		if !passage.Heading {
			lines++
		}
	}
	r.Figures = make([]model.Figure, 0, figures)
	var m theme.Memory
	p.readThemes(&m, read, r.Year)
	p.giveThemes(r, read, p.themes.Named(r.Title), shape.PlanKind(r.Kind), true)
	bodies := make([]doubt.Passage, 0, lines)
	var walk func(model.Path, []filling) []*model.Section
	walk = func(up model.Path, parts []filling) []*model.Section {
		sections := make([]*model.Section, 0, len(parts))
		paths := up.Paths(len(parts))
		for i := range parts {
			pt, path := &parts[i], paths.At(i)
			bodies = p.fillPart(r, &m, pt, path, bodies)
			pt.Section.Sections = walk(path, pt.parts)
			sections = append(sections, pt.Section)
		}
		return sections
	}
	r.Sections = walk(nil, read)
	p.markHeadlines(r)
	r.Notices = append(r.Notices, doubt.Duplicates(bodies)...)
	for _, b := range bodies {
		r.Notices = append(r.Notices, doubt.Blanks(b)...)
	}
	r.Notices = append(r.Notices, doubt.Arithmetic(r.Figures, p.catalogue.RateRules)...)
}

// setting is what holds for the whole report: its year and sitting, and how
// many years its title or its opening looks back on.
func (p *Parser) setting(r *model.Report, parts []*layout.Part) figure.Setting {
	set := figure.Setting{Year: r.Year, Session: r.Session, Plan: shape.PlanKind(r.Kind), Home: [3]string{r.Place, r.City, r.Province}}
	var head []string
	body := 0
	for _, pt := range parts {
		for _, l := range pt.Section.Paragraphs { // lines of the head
			if l.Role != model.Byline {
				head = append(head, l.Text)
			}
		}
		if pt.Section.Title != "" {
			head = append(head, pt.Section.Title)
		}
		for _, l := range pt.Lines {
			if body++; body <= openingLines {
				head = append(head, l.Text)
			}
		}
		set.Last = max(set.Last, lastYear(pt))
	}
	return p.figures.Over(head, set)
}

// lastYear is the last year that a part names.
func lastYear(pt *layout.Part) int {
	last := figure.LastYear(pt.Section.Title)
	for _, l := range pt.Lines {
		last = max(last, figure.LastYear(l.Text))
	}
	for _, below := range pt.Parts {
		last = max(last, lastYear(below))
	}
	return last
}

// openingLines is how many paragraphs of the body tell what time the report
// is about.
const openingLines = 2

// reading is the figures of all paragraphs on their way: what is to be read,
// in reading order, and where it goes.
type reading struct {
	jobs     []job
	size     int              // bytes to be read
	passages []figure.Passage // that are given away next
	titles   []format.Line
	lists    text.Room[*figure.Passage]
	settings text.Room[figure.Setting]
}

// setting keeps what holds under a heading.
func (r *reading) setting(s figure.Setting) *figure.Setting {
	const some = 8
	return &append(r.settings.Take(1, some), s)[0]
}

// list makes room for the passages of n lines.
func (r *reading) list(n int) []*figure.Passage { return r.lists.Take(n, somePassages) }

// somePassages is how many passages there is room for at a time.
const somePassages = 32

// job is one paragraph under what the headings above it say.
type job struct {
	line    *format.Line
	under   *figure.Setting
	heading bool
	passage *figure.Passage
}

func (r *reading) add(l *format.Line, under *figure.Setting, heading bool) *figure.Passage {
	if len(r.passages) == 0 {
		r.passages = make([]figure.Passage, somePassages)
	}
	passage := &r.passages[0]
	r.passages = r.passages[1:]
	r.jobs = append(r.jobs, job{l, under, heading, passage})
	r.size += len(l.Text)
	return passage
}

// addTitle is add for a line that is a heading or of the report's head.
func (r *reading) addTitle(title string, under *figure.Setting) *figure.Passage {
	if len(r.titles) == 0 {
		r.titles = make([]format.Line, somePassages/2)
	}
	l := &r.titles[0]
	r.titles = r.titles[1:]
	l.Text = title
	return r.add(l, under, true)
}

// readFigures reads the figures of all paragraphs. It returns the passages in
// reading order.
func (p *Parser) readFigures(parts []*layout.Part, set figure.Setting) ([]filling, []*figure.Passage) {
	r := reading{jobs: make([]job, 0, paragraphs(parts))}
	read := p.plan(&r, parts, &set)
	text.Spread(len(r.jobs), text.PartsOf(r.size), func(_, from, to int) {
		var m figure.Memory
		for k := from; k < to; k++ {
			j := &r.jobs[k]
			*j.passage = p.figuresOf(&m, j.line, *j.under)
			j.passage.Heading = j.heading
		}
	})
	all := make([]*figure.Passage, len(r.jobs))
	for i := range r.jobs {
		all[i] = r.jobs[i].passage
	}
	return read, all
}

// paragraphs is how many there are in parts, headings among them.
func paragraphs(parts []*layout.Part) int {
	n := 0
	for _, pt := range parts {
		n += 1 + len(pt.Section.Paragraphs) + len(pt.Lines) + paragraphs(pt.Parts)
	}
	return n
}

// plan lists what is to be read in parts.
func (p *Parser) plan(r *reading, parts []*layout.Part, set *figure.Setting) []filling {
	if len(parts) == 0 {
		return nil
	}
	read := make([]filling, len(parts))
	for i, pt := range parts {
		f := &read[i]
		f.Part = pt
		under := set
		if title := pt.Section.Title; title != "" {
			under = r.setting(p.figures.Under(title, *set))
			if !pt.Section.RunIn {
				f.title = r.addTitle(title, under)
			}
		}
		f.front = r.list(len(pt.Section.Paragraphs))
		for _, l := range pt.Section.Paragraphs {
			var front *figure.Passage
			if l.Role != model.Byline {
				front = r.addTitle(l.Text, under)
			}
			f.front = append(f.front, front)
		}
		f.lines = r.list(len(pt.Lines))
		for i := range pt.Lines {
			f.lines = append(f.lines, r.add(&pt.Lines[i].Line, under, false))
		}
		f.parts = p.plan(r, pt.Parts, under)
	}
	return read
}

// readThemes reads how all paragraphs lean to the themes. A part is about what
// its sections are about, so their content counts for it as well.
func (p *Parser) readThemes(m *theme.Memory, parts []filling, year int) {
	for i := range parts {
		f := &parts[i]
		p.readThemes(m, f.parts, year)
		f.content = m.Scores(len(p.catalogue.Themes))
		for k := range f.parts {
			below := &f.parts[k]
			f.content.Add(below.content, 1)
			p.themes.AddTo(f.content, below.Section.Title)
		}
		f.leaning = make([]theme.Leaning, 0, len(f.Lines))
		for i := range f.Lines {
			leaning := p.themes.Read(m, f.Lines[i].Text, f.lines[i].Segments, f.lines[i].Figures, year)
			f.leaning = append(f.leaning, leaning)
			f.content.Add(leaning.Whole, 1)
		}
	}
}

// giveThemes gives sections their themes, those below first, since a part of
// several themes is an overview; what stands in an outlook is outlook.
func (p *Parser) giveThemes(r *model.Report, parts []filling, named string, ahead, top bool) {
	for i := range parts {
		pt := &parts[i]
		s := pt.Section
		pt.whole = len(parts) == 1 && len(pt.parts) == 0
		if s.Title == "" {
			continue
		}
		last := top && i > 0 && i == len(parts)-1 && len(pt.Lines) > 0 && r.Year > 0 && opensLater(pt.Lines[0].Text, r.Year)
		part := theme.Part{Title: s.Title, Content: pt.content, Report: named, Ahead: ahead && !shape.PastTitle(s.Title) || last || p.themes.LooksAhead(s.Title) || r.Year > 0 && plansFor(s.Title, r.Year)}
		p.giveThemes(r, pt.parts, named, part.Ahead, false)
		part.Parts = make([]string, len(pt.parts))
		for k := range pt.parts {
			part.Parts[k] = pt.parts[k].Section.Theme
		}
		s.Theme = p.themes.Section(part)
	}
}

// opensLater tells that a text opens with a year after the one reported on, as the
// last part of a report does. A year further on only names what already took place.
func opensLater(line string, year int) bool {
	years := number.Years(text.Clip(line, 36))
	return len(years) > 0 && years[0].Year == year+1
}

// plansFor tells a title of what is to be done in a year to come: 2024年工作安排 in a
// report on 2023.
func plansFor(title string, year int) bool {
	flat := text.CloseUp(title)
	for _, y := range number.Years(flat) {
		if y.Year > year && shape.HeadWords().Plans.In(text.Clip(y.After, 40)) {
			return true
		}
	}
	return false
}

// fillPart puts the figures of one section in place and reads its theme from
// title, text and figures, then the theme runs. It adds its paragraphs to bodies.
func (p *Parser) fillPart(r *model.Report, m *theme.Memory, pt *filling, path model.Path, bodies []doubt.Passage) []doubt.Passage {
	s := pt.Section
	front := len(s.Paragraphs)
	topic, share := s.Theme, 0.0
	if s.Title == "" && pt.whole {
		topic = p.themes.Section(theme.Part{Title: r.Title, Content: pt.content, Report: p.themes.Named(r.Title)})
		share = p.themes.Share(pt.content, topic)
	}
	put := func(passage *figure.Passage, n int, runs []model.Run) {
		for k := range passage.Figures {
			f := &passage.Figures[k]
			f.Section, f.Paragraph, f.Theme = path, n, s.Theme
			if len(runs) > 0 {
				f.Theme = themeAt(runs, f.Start)
			}
			f.Plan = f.Plan || s.Theme == p.catalogue.Outlook && !p.figures.IsThere(f)
			if f.Plan && f.Period == passage.Setting.Period {
				f.Period = nil // what the report looks back on
			}
		}
		r.Figures = append(r.Figures, passage.Figures...)
		passage.Figures = nil // each is kept once, however many there are
	}
	if pt.title != nil {
		put(pt.title, -1, nil)
	}
	for n, passage := range pt.front {
		if passage != nil {
			put(passage, n, nil)
		}
	}
	s.Paragraphs = slices.Grow(s.Paragraphs, len(pt.Lines))
	for i, l := range pt.Lines {
		n := front + i
		runs := p.themes.Runs(m, l.Text, topic, pt.leaning[i], len(pt.parts) > 0 || s.Title == "" && !pt.whole, share)
		s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: l.Text, Original: l.Original, Runs: runs})
		put(pt.lines[i], n, runs)
		r.Notices = append(r.Notices, l.JointNotices(path, n)...)
		bodies = append(bodies, doubt.Passage{Path: path, Paragraph: n, Text: l.Text})
	}
	return bodies
}

// themeAt returns the theme of the run that byte i lies in.
func themeAt(runs []model.Run, i int) string {
	k := sort.Search(len(runs), func(k int) bool { return i < runs[k].End })
	if k == len(runs) {
		return ""
	}
	return runs[k].Theme
}
