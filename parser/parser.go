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
)

// Options choose how files are read. The zero value reads with the built-in
// catalogue and finds the encoding itself.
type Options struct {
	Catalogue *Catalogue
	// Encoding overrides what the bytes and the page say (utf-8, gb18030,
	// gbk, big5, utf-16le …; see EncodingNamed). DOCX and PDF have their own.
	Encoding string
}

// Parser reads reports. It is safe for concurrent use; its tables are shared
// and loaded when the first text needs them.
type Parser struct {
	catalogue *Catalogue
	converter *Converter
	figures   *figureReader
	themes    *themeReader
	encoding  string // forced by the user; empty to find out
}

// New returns a parser.
func New(o Options) *Parser {
	c := o.Catalogue
	if c == nil {
		c = builtinCatalogue()
	}
	return &Parser{catalogue: c, converter: NewConverter(General), figures: newFigureReader(c), themes: &themeReader{c}, encoding: o.Encoding}
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
	if page := src.jump.onward; page != "" {
		src.notices = append(src.notices, model.Notice{Kind: model.NoticeGap, Detail: "文章下转第" + page + "版，那一部分不在这份文件里"})
	}
	return p.parse(path, src)
}

// parse reads the report in the lines that a file's format gave.
func (p *Parser) parse(path string, src source) (*model.Report, error) {
	lines, notices := src.lines, src.notices
	if len(lines) == 0 {
		return nil, &Error{Path: path, Kind: Empty}
	}
	script, repairs := p.simplify(lines)
	lines, captions := takeCaptions(unwrapLines(lines))
	texts := textsOf(lines)
	head := readFront(texts)
	head.takeHeadline(lines)
	m := readMeta(path, head, texts, places())
	r := model.Report{
		Path: path, Format: src.format, Encoding: src.encoding, Title: head.Title,
		Place: m.Place, City: m.City, Province: m.Province, Kind: m.Kind, Year: m.Year, Term: m.Term, Session: m.Session,
		Script: script, Captions: captions, Notices: append(notices, repairs...),
	}
	if r.Title == "" {
		r.Title = titleFromName(path)
	}
	parts := buildParts(outline(lines[head.Body:], p.themes.speaksOfTopic))
	parts = withFront(parts, lines[:head.Body], head.Roles)
	p.fill(&r, parts)
	sortNotices(&r)
	return model.Assemble(r), nil
}

// Line reads one line as a text of its own and returns its figures.
func (p *Parser) Line(text string) []model.Figure {
	text, _ = clean(text)
	return p.figures.read(p.converter.Simplify(repair(text).Text).Text)
}

// Simplify copies r to w in simplified script. variant is the standard of the
// traditional text: t, tw or hk.
func (p *Parser) Simplify(w io.Writer, r io.Reader, variant string) error {
	if variant == "t" {
		variant = string(General)
	}
	in := bufio.NewReaderSize(r, convertHead)
	head, err := in.Peek(convertHead)
	if err != nil && err != io.EOF {
		return err
	}
	c := NewConverter(Variant(variant))
	if p.encoding == "" && !bytes.ContainsRune(head, 0) && utf8.Valid(withoutCutRune(head, err == nil)) {
		return c.Filter(w, in) // as it comes, however long
	}
	data, err := readBounded(stdinPath, in)
	if err != nil {
		return err
	}
	forced := ""
	if p.encoding != "" {
		if forced, err = EncodingNamed(p.encoding); err != nil {
			return err
		}
	}
	d, err := decodeText(data, "", "", forced)
	if err != nil {
		return withPath(err, stdinPath)
	}
	return c.Filter(w, strings.NewReader(d.text))
}

// convertHead is how much of a text, in bytes, tells whether it is UTF-8.
const convertHead = 64 << 10

func withPath(err error, path string) error {
	if e, ok := err.(*Error); ok {
		e.Path = path
	}
	return err
}

func textsOf(lines []line) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return texts
}

// simplify repairs the lines and then converts them, in place: conversion
// would hide the damage that repairs go by. It returns the script that the
// report was written in and what was done.
func (p *Parser) simplify(lines []line) (model.Script, []model.Notice) {
	var notices []model.Notice
	traditional, simple := 0, 0
	for i := range lines {
		before := lines[i].text
		mended := repair(before)
		for _, note := range mended.Notes {
			notices = append(notices, model.Notice{Kind: model.NoticeRepair, Detail: note})
		}
		s := p.converter.Simplify(mended.Text)
		traditional += s.Traditional
		simple += s.Simple
		for _, note := range s.Pinyin {
			notices = append(notices, model.Notice{Kind: model.NoticePinyin, Detail: note})
		}
		if lines[i].text = s.Text; s.Text != before {
			lines[i].original = before
		}
	}
	return scriptOf(traditional, simple), notices
}

// withFront puts the head's lines into the section before the first heading.
func withFront(parts []*part, head []line, roles []model.Role) []*part {
	if len(head) == 0 {
		return parts
	}
	if len(parts) == 0 || parts[0].section.Title != "" {
		opening := &part{section: &model.Section{Theme: model.ThemeOverview}}
		parts = append([]*part{opening}, parts...)
	}
	front := parts[0]
	for i, l := range head {
		front.section.Paragraphs = append(front.section.Paragraphs, model.Paragraph{Text: l.text, Original: l.original, Role: roles[i], Runs: []model.Run{}})
	}
	return parts
}

// filling is a part with what was read in its lines.
type filling struct {
	*part
	figures [][]model.Figure // by line
	leaning []leaning        // by line
	content scores           // of all lines and parts
	parts   []*filling
}

// fill turns parts into sections with their figures, themes and notices.
func (p *Parser) fill(r *model.Report, parts []*part) {
	var bodies []passage
	var walk func(model.Path, []*filling) []*model.Section
	walk = func(up model.Path, parts []*filling) []*model.Section {
		sections := make([]*model.Section, 0, len(parts))
		for i, pt := range parts {
			path := append(append(model.Path{}, up...), i)
			bodies = append(bodies, p.fillPart(r, pt, path)...)
			pt.section.Sections = walk(path, pt.parts)
			sections = append(sections, pt.section)
		}
		return sections
	}
	read, _ := p.readParts(parts)
	r.Sections = walk(nil, read)
	p.markHeadlines(r)
	r.Notices = append(r.Notices, duplicates(bodies)...)
	for _, b := range bodies {
		r.Notices = append(r.Notices, blanks(b)...)
	}
	r.Notices = append(r.Notices, arithmetic(r.Figures, p.catalogue.rates)...)
}

// fillPart reads the figures of one section's own paragraphs, then its theme
// from title, text and figures, then the theme runs.
func (p *Parser) fillPart(r *model.Report, pt *filling, path model.Path) []passage {
	s := pt.section
	front := len(s.Paragraphs)
	if s.Title != "" {
		s.Theme = p.themes.section(s.Title, pt.content)
	}
	var bodies []passage
	for i, l := range pt.lines {
		n := front + i
		runs := p.themes.runs(l.text, s.Theme, pt.leaning[i])
		s.Paragraphs = append(s.Paragraphs, model.Paragraph{Text: l.text, Original: l.original, Runs: runs})
		for k := range pt.figures[i] {
			f := &pt.figures[i][k]
			f.Section, f.Paragraph = path, n
			f.Plan = f.Plan || s.Theme == p.catalogue.outlook || themeAt(runs, f.Start) == p.catalogue.outlook
		}
		r.Figures = append(r.Figures, pt.figures[i]...)
		r.Notices = append(r.Notices, l.jointNotices(path, n)...)
		bodies = append(bodies, passage{path, n, l.text})
	}
	return bodies
}

// readParts reads the figures of all paragraphs and how they lean to the
// themes. A part is about what its sections are about, so their content
// counts for it as well.
func (p *Parser) readParts(parts []*part) ([]*filling, scores) {
	all := make(scores, len(p.catalogue.Themes))
	var read []*filling
	for _, pt := range parts {
		f := &filling{part: pt}
		f.parts, f.content = p.readParts(pt.parts)
		for _, below := range pt.parts {
			f.content.add(p.themes.of(below.section.Title), 1)
		}
		for _, l := range pt.lines {
			figures := p.figuresOf(&l)
			clearParts(figures)
			leaning := p.themes.read(l.text, figures)
			f.figures, f.leaning = append(f.figures, figures), append(f.leaning, leaning)
			f.content.add(leaning.whole, 1)
		}
		all.add(f.content, 1)
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
	if contains(before, p.figures.words.Words.Whole) != "" || strings.HasSuffix(before, "共") {
		return true
	}
	_, rest, ok := strings.Cut(before, "共")
	n, kind := p.figures.words.verbs.at(rest)
	return ok && n > 0 && kind != noVerb
}

// clauseBefore is what the figure's clause says before it.
func clauseBefore(f model.Figure) string {
	before, _, _ := strings.Cut(f.Sentence, f.Text)
	clauses := split(before, byClause)
	if len(clauses) == 0 {
		return before
	}
	c := clauses[len(clauses)-1]
	return before[c.start:c.end]
}
