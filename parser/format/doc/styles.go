package doc

import (
	"strings"
	"unicode/utf16"

	"duidu/parser/format/block"
)

// style is what a paragraph style says of its paragraphs.
type style struct {
	base            int
	level           int // of a heading, from 1; 0 if it is none
	list, listLevel int // -1 if it says nothing
	role            block.Role
	contents        bool // of a table of contents
	centred         bool
}

// Numbers of built-in styles.
const (
	styleHeading1 = 1
	styleHeading9 = 9
	styleCaption  = 34
	styleTitle    = 62
	styleContents = 19 // to 27, a level each
	styleOwn      = 0xFFE
	noBase        = 0xFFF
)

// readStyles reads the style sheet; a document without one is still read.
func (d *document) readStyles(sheet []byte) {
	head := int(u16(sheet, 0))
	if len(sheet) < 2+head || head < 4 {
		return
	}
	n, fixed := int(u16(sheet, 2)), int(u16(sheet, 4))
	for rest := sheet[2+head:]; n > 0 && len(rest) >= 2; n-- {
		size := int(u16(rest, 0))
		if 2+size > len(rest) {
			return
		}
		d.styles = append(d.styles, d.readStyle(rest[2:2+size], fixed))
		rest = rest[2+size:]
	}
}

func (d *document) readStyle(b []byte, fixed int) style {
	s := style{base: noBase, list: -1, listLevel: -1}
	if len(b) < 10 || fixed < 10 || fixed > len(b) {
		return s
	}
	id, kind, updates := int(u16(b, 0)&0xFFF), u16(b, 2)&0xF, u16(b, 4)&0xF
	s.base = int(u16(b, 2) >> 4)
	length := int(u16(b, fixed))
	rest := b[fixed+min(2, len(b)-fixed):]
	if 2*length > len(rest) {
		return s
	}
	name := make([]uint16, length)
	for i := range name {
		name[i] = u16(rest, 2*i)
	}
	s.named(id, string(utf16.Decode(name)))
	const paragraphStyle = 1
	at := fixed + 2 + 2*length + 2
	if kind != paragraphStyle || updates == 0 || at+4 > len(b) {
		return s
	}
	at += at & 1
	end := min(at+2+int(u16(b, at)), len(b))
	if at+4 > end {
		return s
	}
	p := paragraph{outline: -1, list: -1, listLevel: -1}
	d.apply(&p, b[at+4:end], false)
	s.list, s.listLevel, s.centred = p.list, p.listLevel, p.centred
	if p.outline >= 0 && s.level == 0 {
		s.level = levelOf(p.outline)
	}
	return s
}

func levelOf(outline int) int {
	if outline < 9 {
		return outline + 1
	}
	return 0
}

// named takes what a style is from its number, or from its name if it is one
// of a user's own.
func (s *style) named(id int, name string) {
	switch {
	case id >= styleHeading1 && id <= styleHeading9:
		s.level = id
	case id == styleCaption:
		s.role = block.Caption
	case id == styleTitle:
		s.role = block.Title
	case id >= styleContents && id < styleContents+9:
		s.contents = true
	case id == styleOwn:
		role, level, contents := block.StyleNamed(strings.TrimSpace(name))
		s.role, s.level, s.contents = role, level, contents
	}
}

// styleAt resolves what a style takes over from those it is based on.
func (d *document) styleAt(i int) style {
	if i < 0 || i >= len(d.styles) {
		return style{list: -1, listLevel: -1}
	}
	s := d.styles[i]
	for base, depth := s.base, 0; base < len(d.styles) && depth < 16; depth++ {
		b := d.styles[base]
		if s.level == 0 {
			s.level = b.level
		}
		if s.list < 0 {
			s.list = b.list
		}
		if s.listLevel < 0 {
			s.listLevel = b.listLevel
		}
		if s.role == block.Body {
			s.role = b.role
		}
		s.contents, s.centred = s.contents || b.contents, s.centred || b.centred
		base = b.base
	}
	return s
}
