package rtf

import (
	"strings"
	"unicode"

	"duidu/parser/format/block"
)

// field is a field that is open.
type field struct {
	code  strings.Builder
	place place // of the text around it
	at    int   // bytes of the paragraph before it
}

// field begins a field; behind it, one without a result may show words of its
// instruction.
func (r *reader) field() {
	g := r.top()
	f := &field{place: g.place, at: r.sink.text.Len()}
	r.fields = append(r.fields, f)
	g.place = inNone
	g.ends = func() {
		r.fields = r.fields[:len(r.fields)-1]
		if f.place == inText && r.sink.text.Len() == f.at {
			for _, c := range block.FieldText(f.code.String()) {
				r.sink.text.WriteRune(c)
			}
		}
	}
}

// apart sends the text of a group into a text of its own and gives it to use
// behind the group.
func (r *reader) apart(use func(block.Text)) {
	g := r.top()
	around, fields := r.sink, r.fields
	r.sink, r.fields = &sink{out: &block.Builder{}}, nil
	g.place, g.para, g.hidden = inText, paragraph{outline: -1}, false
	g.ends = func() {
		r.sink.last(r)
		text := r.sink.out.Finish()
		r.sink, r.fields = around, fields
		use(text)
	}
}

// note reads a footnote or an endnote. One in deleted text is deleted.
func (r *reader) note() {
	if r.top().deleted {
		r.top().place = inSkip
		return
	}
	r.apart(func(text block.Text) { r.notes = append(r.notes, text) })
}

// box reads a text box behind the paragraph that it hangs on.
func (r *reader) box() {
	around := r.sink
	r.apart(func(text block.Text) { around.after = append(around.after, text) })
}

// header counts a running head or foot that says more than the number of the
// page.
func (r *reader) header() {
	r.apart(func(text block.Text) {
		for _, b := range text.Blocks {
			if strings.ContainsFunc(b.Words(), func(c rune) bool { return unicode.IsLetter(c) && !strings.ContainsRune("第页頁共", c) }) {
				r.headers++
				return
			}
		}
	})
}

// listText reads the number that stands before a paragraph of a list.
func (r *reader) listText() {
	around := r.sink
	r.apart(func(text block.Text) {
		mark := ""
		for _, b := range text.Blocks {
			mark += strings.TrimSpace(b.Text)
		}
		switch {
		case strings.ContainsFunc(mark, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }):
			if strings.HasSuffix(mark, ".") {
				mark += " "
			}
			around.mark = mark
		case mark != "" || len(text.Left) > 0: // a sign, or one of a symbol font
			around.mark, around.bullet = "• ", true
		}
	})
	r.top().deleted = false
}

// endParagraph ends a paragraph, unless its end was deleted: then the next
// goes on with it.
func (r *reader) endParagraph() {
	g := r.top()
	if g.place != inText {
		return
	}
	if g.deleted {
		r.sink.out.Leave(block.Deleted, 1, r.sink.out.Place())
		return
	}
	r.sink.paragraph(r, g.para, g.para.tables())
}

// row is the definition of a row as its words come.
type row struct {
	left  int
	edges []block.Edge
	next  block.Edge
}

// maxCells is how many cells of a row are told apart; Word has 63.
const maxCells = 1 << 10

// tableWord takes a word of a table.
func (r *reader) tableWord(name string, n int) {
	g := r.top()
	def := &r.row
	if g.para.depth > 1 {
		def = &r.inner
	}
	switch name {
	case "trowd":
		*def = row{}
	case "trleft":
		def.left = n
	case "clmrg":
		def.next.Left = true
	case "clvmrg":
		def.next.Below = true
	case "cellx":
		if len(def.edges) < maxCells {
			def.next.Right = n
			def.edges = append(def.edges, def.next)
		}
		def.next = block.Edge{}
	case "cell", "nestcell":
		depth := 1
		if name == "nestcell" {
			depth = max(2, g.para.tables())
		}
		if s := r.sink; strings.TrimSpace(s.text.String()) != "" || s.picture || len(s.after) > 0 {
			s.paragraph(r, g.para, depth)
		}
		r.sink.out.Cell(depth)
	case "row":
		r.sink.out.Row(1, r.row.left, r.row.edges)
	case "nestrow":
		r.sink.out.Row(max(2, g.para.tables()), r.inner.left, r.inner.edges)
	}
}
