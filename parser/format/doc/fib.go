package doc

import (
	"encoding/binary"

	"duidu/parser/format"
)

// Marks of the File Information Block, [MS-DOC] 2.5.
const (
	word97     = 0xA5EC // wIdent since Word 97; Word 6 and 95 have 0xA5DC
	word6      = 0xA5DC
	word2      = 0xA5DB
	firstFIB97 = 0x00C1 // nFib

	flagEncrypted = 0x0100
	flagTable1    = 0x0200

	atLengths = 0x4C // ccpText and its kin
	atPairs   = 0x9A // FibRgFcLcb97
)

// Places of the tables among the pairs of offset and size.
const (
	pairStyles      = 1
	pairNoteRefs    = 2
	pairNotes       = 3
	pairSections    = 6
	pairHeaders     = 11
	pairRuns        = 12
	pairParagraphs  = 13
	pairPieces      = 33
	pairShapes      = 40
	pairEndnoteRefs = 46
	pairEndnotes    = 47
	pairBoxes       = 56
	pairLists       = 73
	pairOverrides   = 74
	pairsOfWord97   = 0x5D
)

// fib is the head of the WordDocument stream: where everything stands.
type fib struct {
	language uint16
	first    int // where the text of a file without pieces begins and ends
	last     int
	// Lengths in characters of the parts that follow each other in the text.
	text, notes, headers, macros, comments, endnotes, boxes, headerBoxes int
	pairs                                                                []byte
}

// readFIB reads the head, or says why the document can't be read.
func readFIB(word []byte) (f fib, table string, err error) {
	if len(word) < 0x20 {
		return f, "", damaged(nil)
	}
	switch ident, version := u16(word, 0), u16(word, 2); {
	case ident == word6 || ident == word2 || ident == word97 && version < firstFIB97:
		return f, "", &format.Error{Kind: format.UnsupportedFormat, Detail: "word6"}
	case ident != word97 || len(word) < atPairs:
		return f, "", damaged(nil)
	}
	flags := u16(word, 0x0A)
	if flags&flagEncrypted != 0 {
		return f, "", &format.Error{Kind: format.Locked, Detail: "doc"}
	}
	table = "0Table"
	if flags&flagTable1 != 0 {
		table = "1Table"
	}
	f.language, f.first, f.last = u16(word, 6), long(word, 0x18), long(word, 0x1C)
	for i, n := range []*int{&f.text, &f.notes, &f.headers, &f.macros, &f.comments, &f.endnotes, &f.boxes, &f.headerBoxes} {
		*n = max(0, long(word, atLengths+4*i))
	}
	n := min(int(u16(word, atPairs-2)), pairsOfWord97)
	f.pairs = word[atPairs:min(len(word), atPairs+8*n)]
	return f, table, nil
}

// find returns one of the tables in the table stream, nil if it has none.
func (f fib) find(table []byte, pair int) []byte {
	if len(f.pairs) < 8*pair+8 {
		return nil
	}
	at, size := long(f.pairs, 8*pair), long(f.pairs, 8*pair+4)
	if at < 0 || size <= 0 || at >= len(table) {
		return nil
	}
	return table[at:min(len(table), at+size)]
}

// behind returns the table stream from size bytes after where one of the
// tables begins: what belongs to a table of lists follows it uncounted.
func (f fib) behind(table []byte, pair, size int) []byte {
	at := long(f.pairs, 8*pair) + size
	if at < 0 || at > len(table) {
		return nil
	}
	return table[at:]
}

// plc is a table of n stretches of text and something about each.
type plc struct {
	data []byte
	n    int
	size int // bytes of what is said of each
}

func plcOf(data []byte, size int) plc {
	return plc{data, max(0, (len(data)-4)/(4+size)), size}
}

// at is where stretch i begins; at(n) is where the last one ends.
func (p plc) at(i int) int { return long(p.data, 4*i) }

// of is what is said of stretch i.
func (p plc) of(i int) []byte {
	from := 4*(p.n+1) + p.size*i
	return p.data[from : from+p.size]
}

// holding finds the stretch that holds a place, -1 for none.
func (p plc) holding(place int) int {
	low, high := 0, p.n
	for low < high {
		if middle := (low + high) / 2; p.at(middle+1) <= place {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low >= p.n || p.at(low) > place {
		return -1
	}
	return low
}

func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint16(b[at:])
}

// long is a signed number of four bytes; 0 beyond the end.
func long(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(int32(binary.LittleEndian.Uint32(b[at:])))
}
