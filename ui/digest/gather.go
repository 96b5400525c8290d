package digest

import (
	"duidu/model"
	"duidu/model/compare"
	"duidu/ui/cell"
	"duidu/ui/pane"
	"duidu/ui/screen"
)

// passage is a stretch of a report on the theme: from an anchor to another,
// within one section.
type passage struct {
	report   int // index in gathered.chapters
	from, to model.Anchor
	block    int // in the content
}

// chapter is what one report says on the theme.
type chapter struct {
	number   int // of the report in the library
	part     int // in the digest
	report   *model.Report
	block    int // of its heading in the content
	passages int
	figures  int
}

// gathered is a digest laid out as one text.
type gathered struct {
	compare.Digest
	content  pane.Content
	chapters []chapter // of the reports that say something
	passages []passage
	silent   int // reports that say nothing on it
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
	var reports []*model.Report
	o := compare.DigestOptions{OnlyNew: news}
	for _, s := range sources {
		reports = append(reports, s.report)
		if s.before != nil {
			o.Library = append(o.Library, s.before)
		}
	}
	g := &gathered{Digest: compare.MakeDigest(reports, theme, env.Catalogue, o)}
	topic := env.Styles.Figure + env.Topic(theme)
	for i := range g.Parts {
		g.chapter(env, i, sources[i].number, topic)
	}
	return g
}

// chapter lays out what a report says.
func (g *gathered) chapter(env *screen.Env, i, number int, topic cell.Ink) {
	part := &g.Parts[i]
	c := chapter{number: number, part: i, report: part.Report, block: len(g.content.Blocks), figures: part.Figures}
	g.content.Blocks = append(g.content.Blocks, pane.Block{Text: cell.Plain(chapterName(env, part.Report)), Kind: pane.Part})
	title := ""
	for _, p := range part.Passages {
		if p.Heading {
			continue
		}
		if now := part.Report.TitleAt(p.Section); now != title && now != "" {
			title = now
			g.content.Blocks = append(g.content.Blocks, pane.Block{Text: cell.Plain(now), Kind: pane.Heading})
		}
		block := len(g.content.Blocks)
		g.passages = append(g.passages, passage{
			report: len(g.chapters), block: block,
			from: model.Anchor{Block: p.Block, Offset: p.Start}, to: model.Anchor{Block: p.Block, Offset: p.End},
		})
		g.content.Blocks = append(g.content.Blocks, pane.Block{Text: p.Text})
		for _, k := range p.Figures {
			f := &part.Report.Figures[k]
			g.content.Figures = append(g.content.Figures, pane.Mark{Block: block, Start: f.Start - p.Start, End: f.End - p.Start, Ink: topic})
		}
		c.passages++
	}
	if c.passages == 0 {
		g.content.Blocks = g.content.Blocks[:c.block]
		g.silent++
		return
	}
	g.chapters = append(g.chapters, c)
}

// before finds the report of the same place for the latest year before.
func before(all *screen.Reports, number int) *model.Report {
	own := all.Summary(number)
	if own.Place == "" || own.Year == 0 {
		return nil
	}
	best := -1
	for n := range all.List {
		s := all.Summary(n)
		if s == nil || s.Year == 0 || s.Year >= own.Year || s.Place != own.Place || s.City != own.City || s.Province != own.Province {
			continue
		}
		if best < 0 || s.Year > all.Summary(best).Year {
			best = n
		}
	}
	return all.Report(best)
}
