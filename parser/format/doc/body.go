package doc

import (
	"strings"

	"duidu/parser/format/block"
)

// Characters that stand for something else.
const (
	picture       = 0x01
	noteMark      = 0x02
	noteRule      = 0x03
	noteRuleLong  = 0x04
	commentMark   = 0x05
	cellEnd       = 0x07
	drawing       = 0x08
	tab           = 0x09
	lineEnd       = 0x0B
	pageOrSection = 0x0C
	paragraphEnd  = 0x0D
	columnEnd     = 0x0E
	fieldBegin    = 0x13
	fieldResult   = 0x14
	fieldEnd      = 0x15
	hardHyphen    = 0x1E
	softHyphen    = 0x1F
	symbolSign    = 0x28
)

// body turns a part of the text into blocks.
type body struct {
	d        *document
	out      *block.Builder
	text     strings.Builder
	code     strings.Builder // of the field whose instruction is being read
	fields   []bool          // those that are open: whether their result has begun
	codes    int             // how many of them are still in their instruction
	picture  bool
	note     int
	notes    int
	after    []int // boxes anchored in this paragraph
	boxPart  span
	boxDone  []bool
	run      run
	runUntil stretch
	piece    *piece
}

// read reads one part of the text and ends its last paragraph.
func (b *body) read(s span) {
	b.d.each(s.from, s.to, b.character)
	if strings.TrimSpace(b.text.String()) != "" || b.codes > 0 {
		b.paragraph(paragraph{outline: -1, list: -1, listLevel: -1})
	}
	b.clear()
}

func (b *body) clear() {
	b.text.Reset()
	b.code.Reset()
	b.fields, b.codes, b.picture, b.after = b.fields[:0], 0, false, nil
}

// character takes one character of the text.
func (b *body) character(place, at int, p *piece, r rune) {
	if b.piece != p || at < b.runUntil.from || at >= b.runUntil.to {
		b.piece, b.runUntil, b.run = p, b.d.runs.at(at), run{}
		b.run.apply(b.runUntil.list)
		b.run.apply(p.prm)
	}
	switch {
	case b.run.deleted && r != cellEnd:
		b.out.Leave(block.Deleted, 1, b.out.Place())
		return
	case r == paragraphEnd, r == cellEnd, r == pageOrSection && b.d.sections[place+1]:
		b.end(at, p, r)
		return
	case b.run.hidden && r >= ' ':
		b.out.Leave(block.Hidden, 1, b.out.Place())
		return
	case r < ' ' || b.run.special:
		b.control(place, r)
		return
	}
	b.write(r)
}

// write adds a character to the text, or to the instruction of a field.
func (b *body) write(r rune) {
	if b.codes > 0 {
		b.code.WriteRune(r)
	} else {
		b.text.WriteRune(r)
	}
}

// control takes a character that stands for something else.
func (b *body) control(place int, r rune) {
	switch r {
	case tab:
		b.write('\t')
	case lineEnd, columnEnd:
		b.write('\n')
	case hardHyphen:
		b.write('-')
	case fieldBegin:
		if b.fields = append(b.fields, false); b.codes == 0 {
			b.code.Reset()
		}
		b.codes++
	case fieldResult:
		if n := len(b.fields); n > 0 && !b.fields[n-1] {
			b.fields[n-1] = true
			b.codes--
		}
	case fieldEnd:
		b.endField()
	case picture:
		switch {
		case b.run.object:
			b.out.Leave(block.Object, 1, b.out.Place())
		case b.run.picture && !b.run.data:
			b.picture = true
			b.out.Leave(block.Picture, 1, b.out.Place())
		}
	case drawing:
		if box, ok := b.d.anchors[place]; ok {
			b.after = append(b.after, box)
		} else {
			b.out.Leave(block.Picture, 1, b.out.Place())
		}
	case commentMark:
		b.out.Leave(block.Comment, 1, b.out.Place())
	case noteMark, noteRule, noteRuleLong, softHyphen, pageOrSection:
	case symbolSign:
		b.symbol()
	default:
		if r >= ' ' {
			b.write(r)
		}
	}
}

// symbol takes a sign of a symbol font, which has a character of its own or
// only a place in its font.
func (b *body) symbol() {
	switch r := b.run.symbol; {
	case r == 0:
		b.write(symbolSign)
	case r >= 0xE000 && r < 0xF900:
		b.out.Leave(block.Symbol, 1, b.out.Place())
	default:
		b.write(r)
	}
}

// endField closes the innermost field. One without a result may show words
// of its instruction.
func (b *body) endField() {
	n := len(b.fields)
	if n == 0 {
		return
	}
	if !b.fields[n-1] {
		if b.codes--; b.codes == 0 {
			b.text.WriteString(block.FieldText(b.code.String()))
		}
	}
	b.fields = b.fields[:n-1]
}

// end takes the end of a paragraph, a cell or a row, at a byte of the stream.
func (b *body) end(at int, piece *piece, r rune) {
	s := b.d.paragraphs.at(at)
	p := paragraph{style: s.style, outline: -1, list: -1, listLevel: -1}
	b.d.apply(&p, s.list, false)
	b.d.apply(&p, piece.prm, false)
	switch {
	case !p.inTable && r != cellEnd:
		p.depth = 0
	case p.depth < 1:
		p.depth = 1
	}
	if p.rowEnd && r == cellEnd || p.innerRow && p.depth > 1 {
		b.out.Row(p.depth, p.row.left, p.row.cells)
		b.clear()
		return
	}
	b.paragraph(p)
	if r == cellEnd || p.innerCell && p.depth > 1 {
		b.out.Cell(p.depth)
	}
}

// paragraph puts what was written since the last one among the blocks, and
// the text boxes that hang on it.
func (b *body) paragraph(p paragraph) {
	if b.codes > 0 { // an instruction that never ends is text
		b.text.WriteString(b.code.String())
		b.fields, b.codes = b.fields[:0], 0
	}
	st := b.d.styleAt(p.style)
	out := block.Block{Text: b.text.String(), Role: st.role, Note: b.note, Centred: p.centred || st.centred, Picture: b.picture}
	if out.Level = st.level; p.outline >= 0 {
		out.Level = levelOf(p.outline)
	}
	if strings.TrimSpace(out.Text) == "" {
		out.Level, out.Role = 0, block.Body
	} else {
		mark, bullet := b.d.lists.next(either(p.list, st.list), max(either(p.listLevel, st.listLevel), 0))
		out.Text = mark + out.Text
		if bullet && out.Role == block.Body && out.Level == 0 {
			out.Role = block.Item
		}
	}
	if st.contents {
		b.out.Leave(block.Contents, 1, b.out.Place())
	} else {
		b.out.Paragraph(p.depth, out)
	}
	boxes := b.after
	b.text.Reset()
	b.picture, b.after = false, nil
	for _, box := range boxes {
		b.box(box, p.depth)
	}
}

func either(own, style int) int {
	if own >= 0 {
		return own
	}
	return style
}

// box reads a text box once, into the cell or the text where it hangs.
func (b *body) box(i, depth int) {
	if b.boxDone[i] {
		return
	}
	b.boxDone[i] = true
	s := b.d.boxes[i]
	inner := body{d: b.d, out: &block.Builder{}, boxPart: b.boxPart, boxDone: b.boxDone}
	inner.read(span{b.boxPart.from + s.from, min(b.boxPart.from+s.to, b.boxPart.to)})
	b.out.Insert(depth, inner.out.Finish())
}

// restOfBoxes reads the boxes that hang nowhere.
func (b *body) restOfBoxes() {
	for i := range b.d.boxes {
		b.box(i, 0)
	}
}

// readNotes reads the notes that the text refers to, one after the other.
func (b *body) readNotes(part span, texts, references int) {
	t := plcOf(b.d.fib.find(b.d.table, texts), 0)
	n := min(t.n, plcOf(b.d.fib.find(b.d.table, references), 2).n)
	end := 0
	for i := range n {
		from, to := t.at(i), min(t.at(i+1), part.to-part.from)
		if from < end || to <= from { // notes that overlap would be read again and again
			continue
		}
		end = to
		b.notes++
		b.note = b.notes
		b.read(span{part.from + from, part.from + to})
	}
	b.note = 0
}
