package doc

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"

	"duidu/parser/format"
	"duidu/parser/format/block"
	. "duidu/parser/format/doc/doctest"
)

// FuzzRead must never panic, hang, or fail with an error of another type.
func FuzzRead(f *testing.F) {
	f.Add(Document{Main: []Paragraph{Plain("望溪县政协"), cellOf("住建局"), cellOf("10"), rowEnd(tableDefinition([]int16{0, 1000, 2000}, 0, mergedDown))}}.Bytes())
	f.Add(Document{Backward: true, Styles: []Style{{ID: 1, Base: 0xFFF, Name: "heading 1"}}, Main: []Paragraph{Plain("一年来"), runs(Run{Text: "\x02", Form: Latin})},
		Notes: [][]Paragraph{{Plain("注")}}, Header: []Paragraph{Plain("头")}, Box: []Paragraph{Plain("框")}}.Bytes())
	f.Add(OLE(Stream{Name: "Workbook"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(data)
		var known *format.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("an error of another type: %v", err)
		}
		if err == nil && text.Empty() {
			t.Fatal("an empty text without an error")
		}
	})
}

// FuzzStreams changes what the two streams hold, which bytes of a whole file
// seldom reach.
func FuzzStreams(f *testing.F) {
	f.Add(uint16(0x1A2), []byte{0, 0, 0, 0x10}, uint16(9), []byte{0xFF, 0xFF})
	f.Add(uint16(0x4C), []byte{0xFF, 0xFF, 0xFF, 0x7F}, uint16(0), []byte{})
	f.Fuzz(func(t *testing.T, atWord uint16, inWord []byte, atTable uint16, inTable []byte) {
		d := Document{Styles: []Style{{ID: 1, Base: 0xFFF, Name: "heading 1"}, {ID: 2, Base: 0, Name: "heading 2"}},
			Main:   []Paragraph{Plain("一年来"), runs(Run{Text: "\x02", Form: Latin}), cellOf("住建局"), cellOf("10"), rowEnd(tableDefinition([]int16{0, 1000, 2000}, 0, 0)), runs(Run{Text: "\x08", Form: Latin})},
			Notes:  [][]Paragraph{{Plain("注")}},
			Header: []Paragraph{Plain("头")}, Box: []Paragraph{Plain("框"), Plain("")}}
		d.Change = func(word, table []byte) {
			if at := int(atWord); at < len(word) {
				copy(word[at:], inWord)
			}
			if at := int(atTable); at < len(table) {
				copy(table[at:], inTable)
			}
		}
		_, err := Read(d.Bytes())
		var known *format.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("an error of another type: %v", err)
		}
	})
}

// readsQuickly fails a test whose file takes far too long or gives more
// characters than it has bytes.
func readsQuickly(t *testing.T, name string, data []byte) block.Text {
	t.Helper()
	start := time.Now()
	text, _ := Read(data)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%s took %v", name, took)
	}
	n := 0
	for _, b := range text.Blocks {
		n += len([]rune(b.Words()))
	}
	if n > len(data) {
		t.Errorf("%s: %d characters of %d bytes", name, n, len(data))
	}
	return text
}

func TestBombsTakeNeitherTimeNorMemory(t *testing.T) {
	read := func(t *testing.T, name string, data []byte) {
		t.Helper()
		if text := readsQuickly(t, name, data); text.Empty() {
			t.Errorf("%s: nothing was read, so nothing was tried", name)
		}
	}
	long := Plain(strings.Repeat("望溪县政协", 20000))
	put := func(b []byte, at int, v uint32) { binary.LittleEndian.PutUint32(b[at:], v) }
	at := func(word []byte, pair int) int { return int(binary.LittleEndian.Uint32(word[0x9A+8*pair:])) }

	var many []Paragraph
	for range 300 {
		many = append(many, Plain(strings.Repeat("协商", 100)))
	}
	overlapping := Document{Main: append(many, long)}
	overlapping.Change = func(word, table []byte) { // every piece is the longest one
		clx := at(word, 33)
		n := (int(binary.LittleEndian.Uint32(table[clx+1:])) - 4) / 12
		for i := range n {
			put(table, clx+5+4*(i+1), uint32((i+1)*100000))
			put(table, clx+5+4*(n+1)+8*i+2, 1024)
		}
		put(word, 0x4C, 1<<30)
	}
	read(t, "overlapping pieces", overlapping.Bytes())

	huge := Document{Main: []Paragraph{long}}
	huge.Change = func(word, table []byte) {
		put(table, at(word, 33)+5+4, 0x7FFFFFFF)
		for i := range 8 {
			put(word, 0x4C+4*i, 0x7FFFFFFF)
		}
	}
	readsQuickly(t, "huge counts", huge.Bytes()) // refused

	notes := Document{Main: []Paragraph{runs(Run{Text: "\x02", Form: Latin}), Plain("正文")}, Notes: [][]Paragraph{{long}, {Plain("注")}}}
	notes.Change = func(word, table []byte) { // both notes are all of the text
		put(table, at(word, 3), 0)
		put(table, at(word, 3)+4, 100000)
		put(table, at(word, 3)+8, 0)
	}
	read(t, "overlapping notes", notes.Bytes())

	fields := Document{Main: []Paragraph{{Runs: []Run{{Text: strings.Repeat("\x13", 100000), Form: Latin}, {Text: "文"}}, End: '\r'}}}
	read(t, "fields in fields", fields.Bytes())

	based := Document{Main: []Paragraph{Plain("文")}}
	for i := range 4000 {
		based.Styles = append(based.Styles, Style{ID: 0xFFE, Base: (i + 1) % 4000, Name: "s"})
	}
	read(t, "styles in a ring", based.Bytes())

	deep := Document{}
	for i := range 1500 {
		deep.Main = append(deep.Main, Paragraph{Runs: []Run{{Text: "格"}}, End: '\r', List: append(Set(opInTable, 1), Set(opDepth, byte(i), byte(i>>8), 0, 0)...)})
	}
	read(t, "tables in tables", deep.Bytes())
}

func TestAChainOfSectorsThatTurnsBackEnds(t *testing.T) {
	data := Document{Main: []Paragraph{Plain(strings.Repeat("望溪县政协", 3000))}}.Bytes()
	fat := 512 * (1 + int(binary.LittleEndian.Uint32(data[76:])))
	for _, to := range []uint32{0, 3, 7} {
		looped := append([]byte{}, data...)
		for i := 4; i < 100; i++ {
			binary.LittleEndian.PutUint32(looped[fat+4*i:], to)
		}
		readsQuickly(t, "chain", looped)
	}
}
