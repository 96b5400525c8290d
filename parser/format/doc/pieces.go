package doc

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"duidu/parser/format/codepage"
)

// maxPieces bounds the piece table. Word joins its pieces after some
// thousand.
const maxPieces = 1 << 18

// piece is a stretch of text that lies in one place of the stream.
type piece struct {
	from, to int // characters
	at       int // bytes
	wide     bool
	double   encoding.Encoding // of bytes above 127, if two of them are one character
	prm      []byte            // properties laid over those of the text
}

// pieces reads the piece table: the text is what its pieces give in their
// order. cut tells that some lie outside the stream, or beyond a bound.
func (d *document) readPieces(clx []byte) (cut bool) {
	var prls [][]byte
	for len(clx) >= 3 && clx[0] == 1 {
		size := int(u16(clx, 1))
		if 3+size > len(clx) {
			return true
		}
		prls = append(prls, clx[3:3+size])
		clx = clx[3+size:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return d.onePiece()
	}
	size := long(clx, 1)
	if size < 0 || size > len(clx)-5 {
		size, cut = len(clx)-5, true
	}
	table := plcOf(clx[5:5+size], 8)
	budget := len(d.word) // no character without a byte of its own
	for i := range table.n {
		p := piece{from: table.at(i), to: table.at(i + 1)}
		if n := len(d.pieces); n > 0 && p.from != d.pieces[n-1].to || n == 0 && p.from != 0 || p.to < p.from || n >= maxPieces {
			return true
		}
		if p.to == p.from {
			continue
		}
		pcd := table.of(i)
		fc := binary.LittleEndian.Uint32(pcd[2:])
		p.at, p.wide = int(fc&0x3FFFFFFF), fc&0x40000000 == 0
		width := 2
		if !p.wide {
			p.at, width = p.at/2, 1
		}
		bytes := (p.to - p.from) * width
		if budget -= bytes; budget < 0 || p.at > len(d.word) {
			return true
		}
		if p.at+bytes > len(d.word) {
			p.to, cut = p.from+(len(d.word)-p.at)/width, true
		}
		if !p.wide {
			p.double = doubleBytes(d.word[p.at:p.at+p.to-p.from], d.fib.language)
		}
		p.prm = modifier(u16(pcd, 6), prls)
		if d.pieces = append(d.pieces, p); cut {
			return true
		}
	}
	return cut
}

// onePiece is the text of a file without a piece table.
func (d *document) onePiece() (cut bool) {
	f := d.fib
	all := f.text + f.notes + f.headers + f.macros + f.comments + f.endnotes + f.boxes + f.headerBoxes
	if f.first < 0 || f.last > len(d.word) || f.last <= f.first || all <= 0 {
		return true
	}
	p := piece{to: min(all, f.last-f.first), at: f.first, wide: f.last-f.first >= 2*all}
	if !p.wide {
		p.double = doubleBytes(d.word[p.at:p.at+p.to], f.language)
	}
	d.pieces = []piece{p}
	return false
}

// modifier is what a piece's own two bytes change: a property itself, or the
// number of a list of them.
func modifier(prm uint16, prls [][]byte) []byte {
	if prm&1 == 1 {
		if n := int(prm >> 1); n < len(prls) {
			return prls[n]
		}
		return nil
	}
	short := map[uint16]uint16{0x0C: opListLevel, 0x18: opInTable, 0x19: opRowEnd, 0x41: opDeleted, 0x5C: opHidden}
	if op, ok := short[prm>>1&0x7F]; ok {
		return []byte{byte(op), byte(op >> 8), byte(prm >> 8)}
	}
	return nil
}

// Chinese in traditional script, as the head names the language.
const (
	langTaiwan   = 0x0404
	langHongKong = 0x0C04
	langMacao    = 0x1404
)

// doubleBytes tells the encoding of bytes above 127 where two make one
// character, nil where each is one of Windows-1252, as Word writes it. Other
// programs put GBK into such pieces.
func doubleBytes(text []byte, language uint16) encoding.Encoding {
	return codepage.Pairs(text, language == langTaiwan || language == langHongKong || language == langMacao)
}

// each visits the characters from one place to another: where each stands,
// where its bytes are, and its piece.
func (d *document) each(from, to int, visit func(place, at int, p *piece, r rune)) {
	low, high := 0, len(d.pieces)
	for low < high {
		if middle := (low + high) / 2; d.pieces[middle].to <= from {
			low = middle + 1
		} else {
			high = middle
		}
	}
	for ; low < len(d.pieces) && d.pieces[low].from < to; low++ {
		p := &d.pieces[low]
		end := min(p.to, to)
		for place := max(p.from, from); place < end; {
			at, n, r := d.character(p, place, end)
			visit(place, at, p, r)
			place += n
		}
	}
}

// character decodes one: n places of the text, which are two for a pair of
// bytes or of halves.
func (d *document) character(p *piece, place, end int) (at, n int, r rune) {
	if p.wide {
		at = p.at + 2*(place-p.from)
		r = rune(u16(d.word, at))
		if utf16.IsSurrogate(r) {
			if r = utf16.DecodeRune(r, rune(u16(d.word, at+2))); r != utf8.RuneError && place+1 < end {
				return at, 2, r
			}
			r = utf8.RuneError
		}
		return at, 1, r
	}
	at = p.at + place - p.from
	b := d.word[at]
	switch {
	case b < 0x80:
		return at, 1, rune(b)
	case p.double != nil && place+1 < end:
		var out [8]byte
		n, _, _ := p.double.NewDecoder().Transform(out[:], d.word[at:at+2], true)
		r, _ = utf8.DecodeRune(out[:n])
		return at, 2, r
	}
	return at, 1, charmap.Windows1252.DecodeByte(b)
}
