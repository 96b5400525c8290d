package parser

import (
	"strings"

	"duidu/model"
	"duidu/parser/figure"
	"duidu/parser/format"
	"duidu/parser/text"
)

// figuresOf reads the figures of a line: of running text, or of a table's row.
func (p *Parser) figuresOf(m *figure.Memory, l *format.Line, set figure.Setting) figure.Passage {
	if l.Row == nil {
		return p.figures.Read(m, l.Text, set)
	}
	cells := strings.Split(l.Text, format.CellBreak)
	heads := make([]string, len(l.Row.Heads))
	for i, h := range l.Row.Heads {
		heads[i] = p.converter.Simplify(h).Text
	}
	unit := p.converter.Simplify(l.Row.Unit).Text
	rowHead := ""
	for i, c := range cells {
		if i < len(heads) && format.UnitColumn().MatchString(heads[i]) {
			unit = c
		} else if rowHead == "" && text.HasHan(c) {
			rowHead = c
		}
	}
	out := figure.Passage{Text: l.Text, Setting: set}
	at := 0
	for i, c := range cells {
		head := ""
		if i < len(heads) {
			head = heads[i]
		}
		for _, f := range p.cellFigures(m, c, head, rowHead, unit, set) {
			f.Start, f.End, f.Sentence, f.At = f.Start+at, f.End+at, l.Text, f.Start+at
			out.Add(f)
		}
		at += len(c) + len(format.CellBreak)
	}
	return out
}

// cellFigures reads one cell. A bare number is put into words with what its
// row and column say (收到提案 + 236 + 件), so that it is labelled like one in
// running text; without a unit from anywhere it counts nothing.
func (p *Parser) cellFigures(m *figure.Memory, c, head, rowHead, unit string, set figure.Setting) []model.Figure {
	if !format.IsNumberCell(c) {
		own := p.figures.Read(m, c, set).Figures
		if len(own) != 1 || own[0].Start > 0 || own[0].End < len(c) || own[0].Unit == "%" {
			return own
		}
		if named := p.inWords(m, c, "", head, rowHead, set); named != nil && rowHead != c {
			return named
		}
		return own
	}
	if format.NoCount().MatchString(head) {
		return nil
	}
	if strings.HasSuffix(c, "%") || strings.HasSuffix(c, "％") {
		unit = ""
	} else if m := format.UnitInHead().FindStringSubmatch(head); m != nil {
		unit = m[1]
	} else if m := format.UnitInHead().FindStringSubmatch(rowHead); m != nil {
		unit = m[1]
	} else if unit == "" {
		return nil
	}
	return p.inWords(m, c, unit, head, rowHead, set)
}

// inWords reads a number, with its unit in it or behind, after what its row and
// column say; nil if it is no figure then.
func (p *Parser) inWords(m *figure.Memory, c, unit, head, rowHead string, set figure.Setting) []model.Figure {
	words := format.UnitInHead().ReplaceAllString(rowHead, "")
	if name := format.UnitInHead().ReplaceAllString(head, ""); !format.UnsaidHeads().MatchString(name) {
		words += name
	}
	for _, f := range p.figures.Read(m, words+c+unit, set).Figures {
		if f.Start <= len(words) && f.End > len(words) {
			f.Text, f.Start, f.End = c, 0, len(c)
			return []model.Figure{f}
		}
	}
	return nil
}
