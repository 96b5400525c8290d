// Package parser turns the bytes of a saved report into a *model.Report, a
// stage a folder, in reading order: format (what the bytes are, and their lines),
// script (simplified text, repairs), layout (kinds of lines, sections), meta (the
// head), theme, figure, doubt. Each stage that changes text leaves a notice, so
// that every repair can be listed and the original shown.
//
// Parser.Parse reads one file; Load, List and Search read folders, on all cores
// and, where there is a store, out of it. Errors of reading are *format.Error.
package parser

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/doubt"
	"duidu/parser/figure"
	"duidu/parser/format"
	"duidu/parser/layout"
	"duidu/parser/meta"
	"duidu/parser/number"
	"duidu/parser/place"
	"duidu/parser/script"
	"duidu/parser/store"
	"duidu/parser/text"
	"duidu/parser/theme"
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
	themes    *theme.Themes
	jumps     *jumpIndex
	encoding  string // forced by the user; empty to find out
	kept      *store.Store
	progress  *progress
}

// New returns a parser.
func New(o Options) *Parser {
	c := o.Catalogue
	if c == nil {
		c = catalogue.Builtin()
	}
	return &Parser{catalogue: c, jumps: new(jumpIndex), converter: script.NewConverter(script.General), figures: figure.NewReader(c), themes: theme.New(c), encoding: o.Encoding, kept: o.Store, progress: new(progress)}
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
		src.Notices = append(src.Notices, model.Notice{Kind: model.NoticeGap, Reason: "jump-missing", Args: []string{page}})
	}
	r, err := p.parse(path, src)
	if err == nil {
		r.Content = contentOf(data)
	}
	return r, err
}

// parse reads the report in the lines that a file's format gave.
func (p *Parser) parse(path string, src format.Source) (*model.Report, error) {
	given, notices := src.Lines, src.Notices
	if len(given) == 0 {
		return nil, &format.Error{Path: path, Kind: format.Empty}
	}
	script, repairs := p.simplify(given)
	lines, captions := layout.TakeCaptions(layout.UnwrapLines(layout.Lines(given)))
	src.Lines = nil // of a text of two million lines they would be in the way
	texts := layout.TextsOf(lines)
	head := layout.ReadFront(texts)
	head.TakeHeadline(lines)
	head.Page = p.simplified(src.Page)
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
func (p *Parser) Line(line string) []model.Figure {
	line, _ = script.Clean(line)
	s, _ := p.converter.Read(new(text.Arena), line)
	return p.figures.Figures(s.Text)
}

// Number reads a text that is a number and nothing else, in digits or Chinese.
func (p *Parser) Number(s string) (decimal.Decimal, bool) {
	n, ok := number.ReadNumeral(s, 0)
	return n.Value, ok && n.End == len(s)
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
	data, err := readBounded(stdinPath, in, 0, maxSource)
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
	size := 0
	for i := range lines {
		size += len(lines[i].Text)
	}
	done := make([]simplifying, text.PartsOf(size))
	text.Spread(len(lines), len(done), func(part, from, to int) { done[part].read(p.converter, lines[from:to]) })
	all := &done[0]
	for i := range done[1:] {
		d := &done[i+1]
		all.notices = append(all.notices, d.notices...)
		all.traditional, all.simple = all.traditional+d.traditional, all.simple+d.simple
	}
	return script.ScriptOf(all.traditional, all.simple), all.notices
}

// simplifying is what was found in some lines on their way.
type simplifying struct {
	memory              text.Arena
	notices             []model.Notice
	traditional, simple int // characters
}

// receipts are what was done to one line.
type receipts struct{ mended, pinyin []string }

func (d *simplifying) read(c *script.Converter, lines []format.Line) {
	var done []receipts
	count := 0
	for i := range lines {
		before := lines[i].Text
		s, mended := c.Read(&d.memory, before)
		if n := len(mended) + len(s.Pinyin); n > 0 {
			done = append(done, receipts{mended, s.Pinyin})
			count += n
		}
		d.traditional += s.Traditional
		d.simple += s.Simple
		if lines[i].Text = s.Text; s.Text != before {
			lines[i].Original = before
		}
	}
	d.notices = make([]model.Notice, 0, count)
	for _, r := range done {
		for _, note := range r.mended {
			d.notices = append(d.notices, model.Notice{Kind: model.NoticeRepair, Detail: note})
		}
		for _, note := range r.pinyin {
			d.notices = append(d.notices, model.Notice{Kind: model.NoticePinyin, Detail: note})
		}
	}
}

// simplified converts lines that are no part of the text.
func (p *Parser) simplified(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = p.converter.Simplify(l).Text
	}
	return out
}

// withFront puts the head's lines into the section before the first heading.
func withFront(parts []*layout.Part, head []layout.Line, roles []model.Role) []*layout.Part {
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
