package rtf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"duidu/parser/format/block"
	"duidu/parser/format/codepage"
)

// byte takes a byte of text, which may be half a character.
func (r *reader) byte(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if r.over > 0 || r.top().place == inSkip || r.top().place == inNone {
		return
	}
	r.bytes = append(r.bytes, c)
}

// flush decodes the bytes that were read since the last word or brace.
func (r *reader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	text := r.bytes
	ascii := true
	for _, c := range text {
		ascii = ascii && c < utf8.RuneSelf
	}
	if ascii {
		for _, c := range text {
			r.emit(rune(c))
		}
	} else {
		for _, c := range r.decoded(text) {
			r.emit(c)
		}
	}
	r.bytes = r.bytes[:0]
}

// decoded reads bytes by the font's page or the document's.
func (r *reader) decoded(text []byte) string {
	g := r.top()
	page := r.fonts[g.fonts[g.kind]]
	if page == symbols {
		r.sink.out.Leave(block.Symbol, len(text), r.sink.out.Place())
		return ""
	}
	if page == 0 {
		page = r.page
		if codepage.Double(page) { // a Western font in a Chinese document: either
			if s, err := codepage.Of(page).NewDecoder().Bytes(text); err == nil && !strings.ContainsRune(string(s), utf8.RuneError) {
				return string(s)
			}
			page = codepage.Western
		} else if e := codepage.Pairs(text, false); e != nil && len(text) >= 4 {
			page = codepage.Simplified // the document says nothing of its Chinese
		}
	}
	s, _ := codepage.Of(page).NewDecoder().Bytes(text)
	return string(s)
}

// unicode takes the character of a \u, which may be half of one.
func (r *reader) unicode(n int) {
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.high = c
	case utf16.IsSurrogate(c):
		r.sign(utf16.DecodeRune(r.high, c))
		r.high = 0
	case c >= 0xE000 && c < 0xF900:
		if r.reads() {
			r.sink.out.Leave(block.Symbol, 1, r.sink.out.Place())
		}
	default:
		r.sign(c)
	}
	r.skip = r.top().uc
}

func (r *reader) reads() bool {
	p := r.top().place
	return r.over == 0 && p != inSkip && p != inNone
}

// sign takes a character that is not given by bytes.
func (r *reader) sign(c rune) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	if r.reads() {
		r.emit(c)
	}
}

// emit puts a character where its group says.
func (r *reader) emit(c rune) {
	g := r.top()
	switch g.place {
	case inText:
		switch {
		case g.deleted:
			r.sink.out.Leave(block.Deleted, 1, r.sink.out.Place())
		case g.hidden:
			r.sink.out.Leave(block.Hidden, 1, r.sink.out.Place())
		default:
			r.sink.text.WriteRune(c)
		}
	case inCode:
		if n := len(r.fields); n > 0 && r.fields[n-1].code.Len() < maxCode {
			r.fields[n-1].code.WriteRune(c)
		}
	case inStyles:
		if r.style.name.Len() < maxName && c != ';' {
			r.style.name.WriteRune(c)
		}
	}
}

// Bounds on names and instructions, in bytes: longer ones say nothing here.
const (
	maxCode = 4096
	maxName = 256
)

// sink is where text goes: the document's own, a note's, a box's.
type sink struct {
	out     *block.Builder
	text    strings.Builder
	mark    string // the number before the paragraph
	bullet  bool
	picture bool
	after   []block.Text // boxes that hang on the paragraph
}

// paragraph ends a paragraph that lies in depth tables.
func (s *sink) paragraph(r *reader, p paragraph, depth int) {
	st := r.styleAt(p.style)
	b := block.Block{Text: s.text.String(), Role: st.role, Level: st.level, Centred: p.centred || st.centred, Picture: s.picture}
	if p.outline >= 0 {
		b.Level = levelOf(p.outline)
	}
	if strings.TrimSpace(b.Text) == "" {
		b.Role, b.Level = block.Body, 0
	} else {
		b.Text = s.mark + b.Text
		if s.bullet && b.Role == block.Body && b.Level == 0 {
			b.Role = block.Item
		}
	}
	if st.contents {
		s.out.Leave(block.Contents, 1, s.out.Place())
	} else {
		s.out.Paragraph(depth, b)
	}
	after := s.after
	s.text.Reset()
	s.mark, s.bullet, s.picture, s.after = "", false, false, nil
	for _, t := range after {
		s.out.Insert(depth, t)
	}
}

// last ends a text whose last paragraph has no end of its own.
func (s *sink) last(r *reader) {
	if strings.TrimSpace(s.text.String()) != "" || s.picture || len(s.after) > 0 {
		p := r.top().para
		s.paragraph(r, p, p.tables())
	}
}

// tables is how many tables a paragraph lies in.
func (p paragraph) tables() int {
	switch {
	case p.depth > 0:
		return p.depth
	case p.inTable:
		return 1
	}
	return 0
}
