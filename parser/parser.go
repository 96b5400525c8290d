// Package parser turns the bytes of a saved report into a *model.Report, a
// stage a file, in reading order: sniff, read, clean, script and repair, lines,
// captions, head, headings, figures and their labels, doubts. Each stage
// that changes text leaves a notice, so that every repair can be listed and
// the original shown.
package parser

import (
	"bufio"
	"bytes"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/doubt"
	"duidu/parser/figure"
	"duidu/parser/format"
	"duidu/parser/layout"
	"duidu/parser/meta"
	"duidu/parser/place"
	"duidu/parser/script"
	"duidu/parser/store"
	"duidu/parser/text"
)

// Options choose how files are read. The zero value reads with the built-in
// catalogue and finds the encoding itself.
type Options struct {
	Catalogue *catalogue.Catalogue
	// Encoding overrides what the bytes and the page say (utf-8, gb18030,
	// gbk, big5, utf-16le …; see EncodingNamed). DOCX and PDF have their own.
	Encoding string
	// Store keeps what was read; nil for none.
	Store *store.Store
}

// Parser reads reports. It is safe for concurrent use; its tables are shared
// and loaded when the first text needs them.
type Parser struct {
	catalogue *catalogue.Catalogue
	converter *script.Converter
	figures   *figure.Reader
	themes    *figure.Themes
	encoding  string // forced by the user; empty to find out
	kept      *store.Store
}

// New returns a parser.
func New(o Options) *Parser {
	c := o.Catalogue
	if c == nil {
		c = catalogue.Builtin()
	}
	return &Parser{catalogue: c, converter: script.NewConverter(script.General), figures: figure.NewReader(c), themes: figure.NewThemes(c), encoding: o.Encoding, kept: o.Store}
}

// Catalogue returns the themes and indicators that the parser reads for.
func (p *Parser) Catalogue() *model.Catalogue { return &p.catalogue.Catalogue }

// Parse reads one file. path names it and is the last resort for its place
// and year. An error is an *Error: the data are no text that can be read.
func (p *Parser) Parse(path string, data []byte) (*model.Report, error) {
	src, err := p.open(data)
	if err != nil {
		return nil, withPath(err, path)
	}
	if page := src.Jump.Onward; page != "" {
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeGap, Detail: "文章下转第" + page + "版，那一部分不在这份文件里"})
	}
	return p.parse(path, src)
}

// parse reads the report in the lines that a file's format gave.
func (p *Parser) parse(path string, src format.Source) (*model.Report, error) {
	lines, notices := src.Lines, src.Notices
	if len(lines) == 0 {
		return nil, &format.Error{Path: path, Kind: format.Empty}
	}
	script, repairs := p.simplify(lines)
	lines, captions := layout.TakeCaptions(layout.UnwrapLines(lines))
	texts := layout.TextsOf(lines)
	head := layout.ReadFront(texts)
	head.TakeHeadline(lines)
	m := meta.Read(path, head, texts, place.Places())
	r := model.Report{
		Path: path, Format: src.Format, Encoding: src.Encoding, Title: head.Title,
		Place: m.Place, City: m.City, Province: m.Province, Kind: m.Kind, Year: m.Year, Term: m.Term, Session: m.Session,
		Script: script, Captions: captions, Notices: append(notices, repairs...),
	}
	if r.Title == "" {
		r.Title = layout.TitleFromName(path)
	}
	parts := layout.BuildParts(layout.Outline(lines[head.Body:], p.themes.SpeaksOfTopic))
	parts = withFront(parts, lines[:head.Body], head.Roles)
	p.fill(&r, parts)
	doubt.SortNotices(&r)
	return model.Assemble(r), nil
}

// Line reads one line as a text of its own and returns its figures.
func (p *Parser) Line(text string) []model.Figure {
	text, _ = script.Clean(text)
	return p.figures.Read(p.converter.Simplify(script.Repair(text).Text).Text)
}

// Simplify copies r to w in simplified script. variant is the standard of the
// traditional text: t, tw or hk.
func (p *Parser) Simplify(w io.Writer, r io.Reader, variant string) error {
	if variant == "t" {
		variant = string(script.General)
	}
	in := bufio.NewReaderSize(r, convertHead)
	head, err := in.Peek(convertHead)
	if err != nil && err != io.EOF {
		return err
	}
	c := script.NewConverter(script.Variant(variant))
	if p.encoding == "" && !bytes.ContainsRune(head, 0) && utf8.Valid(format.WithoutCutRune(head, err == nil)) {
		return c.Filter(w, in) // as it comes, however long
	}
	data, err := readBounded(stdinPath, in)
	if err != nil {
		return err
	}
	forced := ""
	if p.encoding != "" {
		if forced, err = format.EncodingNamed(p.encoding); err != nil {
			return err
		}
	}
	d, err := format.DecodeText(data, "", "", forced)
	if err != nil {
		return withPath(err, stdinPath)
	}
	return c.Filter(w, strings.NewReader(d.Text))
}

// convertHead is how much of a text, in bytes, tells whether it is UTF-8.
const convertHead = 64 << 10

func withPath(err error, path string) error {
	if e, ok := err.(*format.Error); ok {
		e.Path = path
	}
	return err
}

// simplify repairs the lines and then converts them, in place: conversion
// would hide the damage that repairs go by. It returns the script that the
// report was written in and what was done.
func (p *Parser) simplify(lines []format.Line) (model.Script, []model.Notice) {
	var notices []model.Notice
	traditional, simple := 0, 0
	for i := range lines {
		before := lines[i].Text
		mended := script.Repair(before)
		for _, note := range mended.Notes {
			notices = append(notices, model.Notice{Kind: model.NoticeRepair, Detail: note})
		}
		s := p.converter.Simplify(mended.Text)
		traditional += s.Traditional
		simple += s.Simple
		for _, note := range s.Pinyin {
			notices = append(notices, model.Notice{Kind: model.NoticePinyin, Detail: note})
		}
		if lines[i].Text = s.Text; s.Text != before {
			lines[i].Original = before
		}
	}
	return script.ScriptOf(traditional, simple), notices
}

// withFront puts the head's lines into the section before the first heading.
func withFront(parts []*layout.Part, head []format.Line, roles []model.Role) []*layout.Part {
	if len(head) == 0 {
		return parts
	}
	if len(parts) == 0 || parts[0].Section.Title != "" {
		opening := &layout.Part{Section: &model.Section{Theme: model.ThemeOverview}}
		parts = append([]*layout.Part{opening}, parts...)
	}
	front := parts[0]
	for i, l := range head {
		front.Section.Paragraphs = append(front.Section.Paragraphs, model.Paragraph{Text: l.Text, Original: l.Original, Role: roles[i], Runs: []model.Run{}})
	}
	return parts
}

// filling is a part with what was read in its lines.
type filling struct {
	*layout.Part
	figures [][]model.Figure // by line
	leaning []figure.Leaning // by line
	content figure.Scores    // of all lines and parts
	parts   []*filling
}

// fill turns parts into sections with their figures, themes and notices.
func (p *Parser) fill(r *model.Report, parts []*layout.Part) {
	var bodies []doubt.Passage
	var walk func(model.Path, []*filling) []*model.Section
	walk = func(up model.Path, parts []*filling) []*model.Section {
		sections := make([]*model.Section, 0, len(parts))
		for i, pt := range parts {
			path := append(append(model.Path{}, up...), i)
			bodies = append(bodies, p.fillPart(r, pt, path)...)
			pt.Section.Sections = walk(path, pt.parts)
			sections = append(sections, pt.Section)
		}
		return sections
	}
	read, _ := p.readParts(parts)
	r.Sections = walk(nil, read)
	p.markHeadlines(r)
	r.Notices = append(r.Notices, doubt.Duplicates(bodies)...)
	for _, b := range bodies {
		r.Notices = append(r.Notices, doubt.Blanks(b)...)
	}
	r.Notices = append(r.Notices, doubt.Arithmetic(r.Figures, p.catalogue.Rates)...)
}

// fillPart reads the figures of one section's own paragraphs, then its theme
// from title, text and figures, then the theme runs.
func (p *Parser) fillPart(r *model.Report, pt *filling, path model.Path) []doubt.Passage {
	s := pt.Section
	front := len(s.Paragraphs)
	if s.Title != "" {
		s.Theme = p.themes.Section(s.Title, pt.content)
	}
	var bodies []doubt.Passage
	for i, l := range pt.Lines {
		n := front + i
		runs := p.themes.Runs(l.Text, s.Theme, pt.leaning[i])
		s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: l.Text, Original: l.Original, Runs: runs})
		for k := range pt.figures[i] {
			f := &pt.figures[i][k]
			f.Section, f.Paragraph = path, n
			f.Theme = themeAt(runs, f.Start)
			f.Plan = f.Plan || s.Theme == p.catalogue.Outlook || themeAt(runs, f.Start) == p.catalogue.Outlook
		}
		r.Figures = append(r.Figures, pt.figures[i]...)
		r.Notices = append(r.Notices, l.JointNotices(path, n)...)
		bodies = append(bodies, doubt.Passage{Path: path, Paragraph: n, Text: l.Text})
	}
	return bodies
}

// readParts reads the figures of all paragraphs and how they lean to the
// themes. A part is about what its sections are about, so their content
// counts for it as well.
func (p *Parser) readParts(parts []*layout.Part) ([]*filling, figure.Scores) {
	all := make(figure.Scores, len(p.catalogue.Themes))
	var read []*filling
	for _, pt := range parts {
		f := &filling{Part: pt}
		f.parts, f.content = p.readParts(pt.Parts)
		for _, below := range pt.Parts {
			f.content.Add(p.themes.Of(below.Section.Title), 1)
		}
		for _, l := range pt.Lines {
			figures := p.figuresOf(&l)
			doubt.ClearParts(figures)
			leaning := p.themes.Read(l.Text, figures)
			f.figures, f.leaning = append(f.figures, figures), append(f.leaning, leaning)
			f.content.Add(leaning.Whole, 1)
		}
		all.Add(f.content, 1)
		read = append(read, f)
	}
	return read, all
}

// themeAt returns the theme of the run that byte i lies in.
func themeAt(runs []model.Run, i int) string {
	k := sort.Search(len(runs), func(k int) bool { return i < runs[k].End })
	if k == len(runs) {
		return ""
	}
	return runs[k].Theme
}

// markHeadlines picks the figure that stands for each indicator: one that
// its sentence marks as the whole, else the largest count, else the first;
// never one for each, a plan, or a part.
func (p *Parser) markHeadlines(r *model.Report) {
	best := map[string]int{}
	for i, f := range r.Figures {
		if f.Indicator == "" || f.Each || f.Plan || f.Part {
			continue
		}
		b, ok := best[f.Indicator]
		if !ok {
			best[f.Indicator] = i
			continue
		}
		in, _ := p.catalogue.Indicator(f.Indicator)
		old := r.Figures[b]
		whole, oldWhole := p.statesWhole(r.Figures, i), p.statesWhole(r.Figures, b)
		if whole && !oldWhole || whole == oldWhole && in.Comparable(f.Unit, old.Unit) && f.Value.GreaterThan(old.Value) {
			best[f.Indicator] = i
		}
	}
	for _, i := range best {
		r.Figures[i].Headline = true
	}
}

// statesWhole tells that a figure's clause marks it as the whole (共, 全年,
// 累计). Where the sentence goes on to count more of the same, it is none.
func (p *Parser) statesWhole(figures []model.Figure, i int) bool {
	f := figures[i]
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(figures) && figures[k].Indicator == f.Indicator && figures[k].Sentence == f.Sentence && !figures[k].Part {
			return false
		}
	}
	before := clauseBefore(f)
	if text.Contains(before, p.figures.Words.Words.Whole) != "" || strings.HasSuffix(before, "共") {
		return true
	}
	_, rest, ok := strings.Cut(before, "共")
	n, kind := p.figures.Words.Verbs.At(rest)
	return ok && n > 0 && kind != figure.NoVerb
}

// clauseBefore is what the figure's clause says before it.
func clauseBefore(f model.Figure) string {
	before := f.Sentence[:f.At]
	clauses := text.Split(before, text.ByClause)
	if len(clauses) == 0 {
		return before
	}
	c := clauses[len(clauses)-1]
	return before[c.Start:c.End]
}
