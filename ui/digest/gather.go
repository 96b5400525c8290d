package digest

import (
	"strings"
	"unicode"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// passage is a stretch of a report on the theme: from an anchor to another,
// within one section.
type passage struct {
	report   int // index in gathered.reports
	from, to model.Anchor
	block    int // the first of its blocks in the content
	figures  int
}

// chapter is what one report says on the theme.
type chapter struct {
	number   int // of the report in the library
	report   *model.Report
	block    int // of its heading in the content
	passages int
	figures  int
	known    int // sentences left out since last year's report has them
}

// gathered is what all reports say on a theme, laid out as one text.
type gathered struct {
	theme    string
	content  pane.Content
	chapters []chapter
	passages []passage
	sources  []model.Anchor // the place of each block in its report
	silent   int            // reports that say nothing on it
}

// source is a report and its number in the library.
type source struct {
	number int
	report *model.Report
	before *model.Report // of the year before, of the same place; nil if there is none
}

// gather collects a theme's passages report by report. With news it leaves out
// the sentences that the same place's report of the year before has as well.
func gather(env *screen.Env, theme string, sources []source, news bool) *gathered {
	g := &gathered{theme: theme}
	topic := env.Styles.Figure + env.Topic(theme)
	for _, s := range sources {
		c := chapter{number: s.number, report: s.report, block: len(g.content.Blocks)}
		known := map[string]bool{}
		if news && s.before != nil {
			known = sentencesOf(s.before)
		}
		g.add(pane.Block{Text: cell.Plain(chapterName(env, s.report)), Kind: pane.Part}, model.Anchor{})
		figures := figuresByBlock(s.report)
		trail := ""
		for i := range s.report.Blocks() {
			for _, run := range s.report.Runs(i) {
				if run.Theme != theme {
					continue
				}
				for _, piece := range g.pieces(s.report.Blocks()[i].Text, run, known, &c) {
					if now := s.report.TitleAt(s.report.Blocks()[i].Section); now != trail && now != "" {
						trail = now
						g.add(pane.Block{Text: cell.Plain(now), Kind: pane.Heading}, model.Anchor{Block: i})
					}
					g.take(&c, piece, model.Anchor{Block: i, Offset: piece.start}, figures[i], topic)
				}
			}
		}
		if c.passages == 0 {
			g.content.Blocks, g.sources = g.content.Blocks[:c.block], g.sources[:c.block]
			g.silent++
			continue
		}
		g.chapters = append(g.chapters, c)
	}
	return g
}

// piece is a stretch of a block.
type piece struct {
	text       string
	start, end int
}

// pieces cuts a run into what is to be shown of it: all of it, or the
// stretches of sentences that are not known.
func (g *gathered) pieces(text string, run model.Run, known map[string]bool, c *chapter) []piece {
	if len(known) == 0 {
		return []piece{{text[run.Start:run.End], run.Start, run.End}}
	}
	var list []piece
	for at := run.Start; at < run.End; {
		_, end := pane.SentenceAt(text, at)
		if end <= at {
			end = run.End
		}
		end = min(end, run.End)
		if known[bare(text[at:end])] {
			c.known++
		} else if n := len(list); n > 0 && list[n-1].end == at {
			list[n-1].end, list[n-1].text = end, text[list[n-1].start:end]
		} else {
			list = append(list, piece{text[at:end], at, end})
		}
		at = end
	}
	return list
}

// take adds a passage with its figures.
func (g *gathered) take(c *chapter, p piece, at model.Anchor, figures []*model.Figure, topic cell.Ink) {
	if strings.TrimSpace(p.text) == "" {
		return
	}
	block := len(g.content.Blocks)
	one := passage{report: len(g.chapters), from: at, to: model.Anchor{Block: at.Block, Offset: p.end}, block: block}
	g.add(pane.Block{Text: p.text}, at)
	for _, f := range figures {
		if f.Start >= p.start && f.End <= p.end {
			g.content.Figures = append(g.content.Figures, pane.Mark{Block: block, Start: f.Start - p.start, End: f.End - p.start, Ink: topic})
			one.figures++
		}
	}
	c.passages++
	c.figures += one.figures
	g.passages = append(g.passages, one)
}

func (g *gathered) add(b pane.Block, at model.Anchor) {
	g.content.Blocks = append(g.content.Blocks, b)
	g.sources = append(g.sources, at)
}

// figuresByBlock lists the figures that stand in each block.
func figuresByBlock(r *model.Report) map[int][]*model.Figure {
	m := make(map[int][]*model.Figure)
	for i := range r.Figures {
		if at, ok := r.FigureAnchor(&r.Figures[i]); ok {
			m[at.Block] = append(m[at.Block], &r.Figures[i])
		}
	}
	return m
}

// sentencesOf are the sentences of a report without what only sets them.
func sentencesOf(r *model.Report) map[string]bool {
	m := make(map[string]bool)
	for _, b := range r.Blocks() {
		for at := 0; at < len(b.Text); {
			_, end := pane.SentenceAt(b.Text, at)
			if end <= at {
				break
			}
			if s := bare(b.Text[at:end]); s != "" {
				m[s] = true
			}
			at = end
		}
	}
	return m
}

// bare is a sentence without punctuation and blanks.
func bare(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsPunct(c) || unicode.IsSpace(c) || unicode.IsSymbol(c) {
			return -1
		}
		return c
	}, s)
}

// before finds the report of the same place and the year before.
func before(all *screen.Reports, r *model.Report) *model.Report {
	if r.Place == "" || r.Year == 0 {
		return nil
	}
	for n := range all.List {
		o := all.Report(n)
		if o != nil && o.Year == r.Year-1 && o.Place == r.Place && o.City == r.City && o.Province == r.Province {
			return o
		}
	}
	return nil
}
