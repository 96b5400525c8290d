// Package doc reads the documents of Word 97 to 2003, and of WPS, which
// writes the same: an OLE file whose text lies in pieces.
package doc

import (
	"unicode"

	"duidu/parser/format"
	"duidu/parser/format/block"
)

// document is the streams of a file and what its tables say.
type document struct {
	fib               fib
	word, table, data []byte
	pieces            []piece
	runs, paragraphs  pages
	styles            []style
	lists             lists
	sections          map[int]bool // places behind the ends of sections
	boxes             []span       // text boxes, by their places in the part for them
	anchors           map[int]int  // places in the text where boxes are anchored
}

// span is a part of the text.
type span struct{ from, to int }

// Read reads a document: what its reader sees with all changes accepted,
// footnotes and endnotes at the end, each with its number, text boxes after
// the paragraph that holds them. Running heads, comments, hidden and deleted
// text and the table of contents are left out and counted. Errors are
// *format.Error: a file with a password, one of Word 6 or 95, an OLE file that
// is no Word document, a damaged one, one without text.
func Read(data []byte) (block.Text, error) {
	c, err := openContainer(data)
	if err != nil {
		return block.Text{}, err
	}
	d := &document{}
	broken := 0
	read := func(name string) []byte {
		b, whole := c.read(name)
		if !whole {
			broken++
		}
		return b
	}
	d.word = read("WordDocument")
	var table string
	if d.fib, table, err = readFIB(d.word); err != nil {
		return block.Text{}, err
	}
	d.table, d.data = read(table), read("Data")
	cut := d.readPieces(d.fib.find(d.table, pairPieces))
	if len(d.pieces) == 0 {
		return block.Text{}, damaged(nil)
	}
	if end := d.pieces[len(d.pieces)-1].to; cut || end < d.fib.text {
		broken++
	}
	d.runs = pages{index: plcOf(d.fib.find(d.table, pairRuns), 4), word: d.word}
	d.paragraphs = pages{index: plcOf(d.fib.find(d.table, pairParagraphs), 4), word: d.word, paragraphs: true}
	d.readStyles(d.fib.find(d.table, pairStyles))
	d.readLists()
	d.readSections()
	d.readBoxes()
	text := d.read()
	text.Leave(block.Damage, broken, -1)
	if text.Empty() {
		if broken > 0 {
			return block.Text{}, damaged(nil)
		}
		return block.Text{}, &format.Error{Kind: format.Empty, Detail: "doc"}
	}
	return text, nil
}

// read reads the parts of the text, which follow each other without a gap.
func (d *document) read() block.Text {
	f := d.fib
	at := 0
	part := func(length int) span {
		s := span{at, at + length}
		at += length
		return s
	}
	main, notes, headers := part(f.text), part(f.notes), part(f.headers)
	part(f.macros)
	part(f.comments)
	endnotes := part(f.endnotes)
	boxes := part(f.boxes)
	b := body{d: d, out: &block.Builder{}, boxPart: boxes, boxDone: make([]bool, len(d.boxes))}
	b.read(main)
	b.restOfBoxes()
	b.readNotes(notes, pairNotes, pairNoteRefs)
	b.readNotes(endnotes, pairEndnotes, pairEndnoteRefs)
	text := b.out.Finish()
	text.Leave(block.Header, d.headersWithWords(headers), -1)
	return text
}

// readSections notes where sections end: their mark is that of a page break,
// which ends no paragraph.
func (d *document) readSections() {
	const said = 12
	t := plcOf(d.fib.find(d.table, pairSections), said)
	d.sections = map[int]bool{}
	for i := range t.n {
		d.sections[t.at(i+1)] = true
	}
}

// readBoxes finds the text boxes, and the places in the text where each is
// anchored: the two tables know each other by the numbers of shapes.
func (d *document) readBoxes() {
	const (
		boxSaid, boxShape = 22, 14
		shapeSaid         = 26
	)
	boxes := plcOf(d.fib.find(d.table, pairBoxes), boxSaid)
	byShape := map[int]int{}
	end := 0
	for i := range boxes.n {
		s := span{boxes.at(i), boxes.at(i + 1)}
		if s.from < end || s.to <= s.from { // one that overlaps would be read twice
			continue
		}
		end = s.to
		if shape := long(boxes.of(i), boxShape); shape != 0 {
			byShape[shape] = len(d.boxes)
			d.boxes = append(d.boxes, s)
		}
	}
	shapes := plcOf(d.fib.find(d.table, pairShapes), shapeSaid)
	d.anchors = map[int]int{}
	for i := range shapes.n {
		if box, ok := byShape[long(shapes.of(i), 0)]; ok {
			d.anchors[shapes.at(i)] = box
		}
	}
}

// headersWithWords counts running heads and feet that say more than the
// number of the page. The first six stories are the rules above notes.
func (d *document) headersWithWords(part span) int {
	const rules = 6
	t := plcOf(d.fib.find(d.table, pairHeaders), 0)
	n, end := 0, 0
	for i := rules; i < t.n; i++ {
		from, to := t.at(i), min(t.at(i+1), part.to-part.from)
		if from < end || to <= from { // stories that overlap would be read again and again
			continue
		}
		end = to
		words, code := false, false
		d.each(part.from+from, part.from+to, func(_, _ int, _ *piece, r rune) {
			switch {
			case r == fieldBegin:
				code = true
			case r == fieldResult, r == fieldEnd:
				code = false
			case unicode.IsLetter(r) && !code && r != '第' && r != '页' && r != '共':
				words = true
			}
		})
		if words {
			n++
		}
	}
	return n
}
