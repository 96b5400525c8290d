package doctest

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Form is how the characters of a piece are stored.
type Form int

// The forms: UTF-16, Windows-1252, and GBK, which other programs write.
const (
	Wide Form = iota
	Latin
	GBK
)

// Run is characters of the same properties; it becomes a piece of its own.
type Run struct {
	Text string
	Form Form
	List []byte // properties of characters, see Set
	Prm  uint16 // what the piece itself changes
}

// Paragraph is runs and an end: '\r', or '\a' for a cell or a row.
type Paragraph struct {
	Runs  []Run
	End   byte
	Style int
	List  []byte // properties of paragraphs
}

// Plain is a paragraph of one run.
func Plain(text string) Paragraph { return Paragraph{Runs: []Run{{Text: text}}, End: '\r'} }

// Style is a paragraph style. ID is the number of a built-in one, or 0xFFE.
type Style struct {
	ID, Base int
	Name     string
	List     []byte
}

// Document is a Word document. Notes are referred to by a run of "\x02" each.
type Document struct {
	Main, Header, Box []Paragraph
	Notes             [][]Paragraph
	Styles            []Style
	Lists             []byte // the table of lists with its levels, and
	Uses              []byte // that of their uses
	ListsSize         int    // bytes of Lists without the levels
	UsesSize          int
	Backward          bool // the pieces lie in the stream from the last to the first
	Encrypted         bool
	Language          uint16
	// Change is called with the two streams before they are written.
	Change func(word, table []byte)
}

// Set is a property with its operand, as a list holds it.
func Set(op uint16, operand ...byte) []byte {
	return append([]byte{byte(op), byte(op >> 8)}, operand...)
}

// part is text that has been laid out: pieces in reading order.
type stored struct {
	units int
	bytes []byte
	form  Form
	run   Run
	para  Paragraph
	at    int // in the stream
}

const (
	headSize = 1024
	shape    = 1025 // number of the box's shape
)

// Bytes writes the document.
func (d Document) Bytes() []byte {
	var pieces []stored
	length := func(paragraphs []Paragraph) (units int) {
		for _, p := range paragraphs {
			runs := slices.Clone(p.Runs)
			runs = append(runs, Run{Text: string(rune(p.End)), Form: Latin})
			for _, r := range runs {
				s := store(r)
				s.para = p
				pieces = append(pieces, s)
				units += s.units
			}
		}
		return units
	}
	word, table := make([]byte, headSize), []byte{}
	put16 := func(at int, v uint16) { binary.LittleEndian.PutUint16(word[at:], v) }
	put32 := func(at, v int) { binary.LittleEndian.PutUint32(word[at:], uint32(v)) }
	add := func(pair int, data []byte, size int) {
		put32(0x9A+8*pair, len(table))
		put32(0x9A+8*pair+4, size)
		table = append(table, data...)
	}
	main := length(d.Main)
	put32(0x4C, main)
	refs := places(pieces, '\x02')
	anchors := places(pieces, '\x08')
	var noteEnds []int
	notes := 0
	for _, n := range d.Notes {
		notes += length(n)
		noteEnds = append(noteEnds, notes)
	}
	put32(0x50, notes)
	header := length(d.Header)
	put32(0x54, header)
	box := length(d.Box)
	put32(0x64, box)

	order := make([]int, len(pieces))
	for i := range order {
		order[i] = i
	}
	if d.Backward {
		slices.Reverse(order)
	}
	for _, i := range order {
		if len(word)%2 == 1 {
			word = append(word, 0)
		}
		pieces[i].at = len(word)
		word = append(word, pieces[i].bytes...)
	}
	end := len(word)
	var runs, paragraphs []index
	for _, i := range order {
		s := pieces[i]
		last := s.at + len(s.bytes)
		for len(word)%512 != 0 {
			word = append(word, 0)
		}
		runs = append(runs, index{s.at, len(word) / 512})
		word = append(word, page(s.at, last, 1, append([]byte{byte(len(s.run.List))}, s.run.List...))...)
		paragraphs = append(paragraphs, index{s.at, len(word) / 512})
		list := append([]byte{byte(s.para.Style), byte(s.para.Style >> 8)}, s.para.List...)
		if len(list)%2 == 1 {
			list = append([]byte{byte((len(list) + 1) / 2)}, list...)
		} else {
			list = append([]byte{0, byte(len(list) / 2)}, list...)
		}
		word = append(word, page(s.at, last, 13, list)...)
	}
	put16(0, 0xA5EC)
	put16(2, 0xC1)
	put16(6, d.Language)
	put16(0x0A, 0x0200)
	if d.Encrypted {
		put16(0x0A, 0x0300)
	}
	put32(0x18, headSize)
	put32(0x1C, end)
	put16(0x20, 14)
	put16(0x3E, 22)
	put16(0x98, 0x5D)
	if d.Styles != nil {
		sheet := styleSheet(d.Styles)
		add(1, sheet, len(sheet))
	}
	if len(d.Notes) > 0 {
		numbers := make([]byte, 2*len(refs))
		data := append(longs(append(slices.Clone(refs), main+1)...), numbers...)
		add(2, data, len(data))
		data = longs(append(append([]int{0}, noteEnds...), notes+1)...)
		add(3, data, len(data))
	}
	if header > 0 {
		data := longs(0, 0, 0, 0, 0, 0, 0, header-1, header)
		add(11, data, len(data))
	}
	for pair, list := range map[int][]index{12: runs, 13: paragraphs} {
		data := indexOf(list, end)
		add(pair, data, len(data))
	}
	if box > 0 {
		data := append(longs(0, box-1, box), make([]byte, 44)...)
		binary.LittleEndian.PutUint32(data[12+14:], shape)
		add(56, data, len(data))
		data = longs(append(slices.Clone(anchors), main)...)
		for range anchors {
			data = append(data, append(longs(shape), make([]byte, 22)...)...)
		}
		add(40, data, len(data))
	}
	if d.Lists != nil {
		add(73, d.Lists, d.ListsSize)
		add(74, d.Uses, d.UsesSize)
	}
	data := pieceTable(pieces)
	add(33, data, len(data))
	if d.Change != nil {
		d.Change(word, table)
	}
	return OLE(Stream{"WordDocument", word}, Stream{"1Table", table})
}

func store(r Run) stored {
	s := stored{form: r.Form, run: r}
	switch r.Form {
	case Wide:
		for _, u := range utf16.Encode([]rune(r.Text)) {
			s.bytes = binary.LittleEndian.AppendUint16(s.bytes, u)
			s.units++
		}
	case Latin:
		s.bytes, _ = charmap.Windows1252.NewEncoder().Bytes([]byte(r.Text))
		s.units = len(s.bytes)
	case GBK:
		s.bytes, _ = simplifiedchinese.GBK.NewEncoder().Bytes([]byte(r.Text))
		s.units = len(s.bytes)
	}
	return s
}

// places are the characters at which a sign stands alone in a piece.
func places(pieces []stored, sign rune) []int {
	var out []int
	at := 0
	for _, p := range pieces {
		if p.run.Text == string(sign) {
			out = append(out, at)
		}
		at += p.units
	}
	return out
}

type index struct{ at, page int }

func indexOf(list []index, end int) []byte {
	slices.SortFunc(list, func(a, b index) int { return a.at - b.at })
	var places, numbers []int
	for _, i := range list {
		places, numbers = append(places, i.at), append(numbers, i.page)
	}
	return append(longs(append(places, end)...), longs(numbers...)...)
}

// page is a page of properties of one stretch.
func page(from, to, entry int, list []byte) []byte {
	p := make([]byte, 512)
	copy(p, longs(from, to))
	at := (511 - len(list)) &^ 1
	p[8] = byte(at / 2)
	copy(p[at:], list)
	if entry == 1 && len(list) == 1 {
		p[8] = 0 // no properties
	}
	p[511] = 1
	return p
}

func pieceTable(pieces []stored) []byte {
	places, said := []int{0}, []byte{}
	at := 0
	for _, p := range pieces {
		at += p.units
		places = append(places, at)
		fc := uint32(p.at)
		if p.form != Wide {
			fc = uint32(2*p.at) | 1<<30
		}
		said = binary.LittleEndian.AppendUint16(said, 0)
		said = binary.LittleEndian.AppendUint32(said, fc)
		said = binary.LittleEndian.AppendUint16(said, p.run.Prm)
	}
	table := append(longs(places...), said...)
	return append(append([]byte{2}, longs(len(table))...), table...)
}

func styleSheet(styles []Style) []byte {
	var b bytes.Buffer
	head := make([]byte, 18)
	binary.LittleEndian.PutUint16(head, uint16(len(styles)))
	binary.LittleEndian.PutUint16(head[2:], 10)
	binary.Write(&b, binary.LittleEndian, uint16(len(head)))
	b.Write(head)
	for i, s := range styles {
		one := make([]byte, 10)
		binary.LittleEndian.PutUint16(one, uint16(s.ID))
		binary.LittleEndian.PutUint16(one[2:], uint16(1|s.Base<<4))
		binary.LittleEndian.PutUint16(one[4:], 1)
		units := utf16.Encode([]rune(s.Name))
		one = binary.LittleEndian.AppendUint16(one, uint16(len(units)))
		for _, u := range append(units, 0) {
			one = binary.LittleEndian.AppendUint16(one, u)
		}
		one = binary.LittleEndian.AppendUint16(one, uint16(2+len(s.List)))
		one = append(binary.LittleEndian.AppendUint16(one, uint16(i)), s.List...)
		if len(one)%2 == 1 {
			one = append(one, 0)
		}
		binary.Write(&b, binary.LittleEndian, uint16(len(one)))
		b.Write(one)
	}
	return b.Bytes()
}

func longs(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	return b
}
