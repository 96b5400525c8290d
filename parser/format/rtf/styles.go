package rtf

import (
	"strings"

	"duidu/parser/format/block"
)

// style is what a paragraph style says of its paragraphs.
type style struct {
	base     int // -1 for none
	level    int // of a heading, from 1
	role     block.Role
	contents bool
	centred  bool
}

// styleEntry is a style while its group is read.
type styleEntry struct {
	number int
	style  style
	name   strings.Builder
	other  bool // of characters or tables
}

func (r *reader) beginStyle() { r.style = styleEntry{style: style{base: -1}} }

func (r *reader) endStyle() {
	e := &r.style
	if e.other || len(r.styles) >= maxStyles {
		return
	}
	role, level, contents := block.StyleNamed(e.name.String())
	if e.style.level == 0 {
		e.style.level = level
	}
	e.style.role, e.style.contents = role, contents
	r.styles[e.number] = e.style
	r.beginStyle()
}

// styleAt resolves what a style takes over from those it is based on.
func (r *reader) styleAt(i int) style {
	s := r.styles[i]
	base := s.base
	for range 16 {
		b, ok := r.styles[base]
		if !ok {
			break
		}
		if s.level == 0 {
			s.level = b.level
		}
		if s.role == block.Body {
			s.role = b.role
		}
		s.contents, s.centred = s.contents || b.contents, s.centred || b.centred
		base = b.base
	}
	return s
}

// styleWord takes a control word of the style sheet.
func (r *reader) styleWord(name string, n int) {
	e := &r.style
	switch name {
	case "s":
		e.number = n
	case "cs", "ts", "ds":
		e.other = true
	case "sbasedon":
		e.style.base = n
	case "outlinelevel":
		e.style.level = levelOf(n)
	case "qc":
		e.style.centred = true
	case "u":
		r.unicode(n)
	case "uc":
		r.top().uc = max(0, n)
	}
}

func levelOf(outline int) int {
	if outline >= 0 && outline < 9 {
		return outline + 1
	}
	return 0
}
