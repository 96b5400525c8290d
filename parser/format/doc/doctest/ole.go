// Package doctest makes Word 97 files for tests: an OLE file, a head, a piece
// table, pages of properties. It follows [MS-CFB] and [MS-DOC] and shares
// nothing with the reader.
package doctest

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// Stream is one stream of an OLE file.
type Stream struct {
	Name string
	Data []byte
}

const (
	sector     = 512
	endOfChain = 0xFFFFFFFE
	unused     = 0xFFFFFFFF
	isFAT      = 0xFFFFFFFD
	leastSize  = 4096 // below it a stream would lie in sectors of another kind
)

// OLE writes streams as the root's of an OLE file of version 3. Streams are
// filled with zeros to 4,096 bytes; all together hold 6 MB at most.
func OLE(streams ...Stream) []byte {
	var body bytes.Buffer
	var chains []uint32 // what follows each sector
	store := func(data []byte) uint32 {
		first := uint32(len(chains))
		n := (len(data) + sector - 1) / sector
		body.Write(data)
		body.Write(make([]byte, n*sector-len(data)))
		for i := range n {
			next := first + uint32(i) + 1
			if i == n-1 {
				next = endOfChain
			}
			chains = append(chains, next)
		}
		return first
	}
	entries := [][]byte{entry("Root Entry", 5, 1, endOfChain, 0)}
	for i, s := range streams {
		data := append(bytes.Clone(s.Data), make([]byte, max(0, leastSize-len(s.Data)))...)
		e := entry(s.Name, 2, unused, store(data), len(data))
		if i+1 < len(streams) {
			binary.LittleEndian.PutUint32(e[72:], uint32(i+2)) // each the right sibling of the one before
		}
		entries = append(entries, e)
	}
	for len(entries)%4 != 0 {
		entries = append(entries, entry("", 0, unused, 0, 0))
	}
	directory := store(bytes.Join(entries, nil))
	fat := uint32(len(chains))
	sectors := 1
	for len(chains)+sectors > sectors*sector/4 {
		sectors++
	}
	if sectors > 109 {
		panic("a file of this size needs sectors that list the sectors of its table")
	}
	for range sectors {
		chains = append(chains, isFAT)
	}
	for len(chains) < sectors*sector/4 {
		chains = append(chains, unused)
	}
	for _, next := range chains {
		binary.Write(&body, binary.LittleEndian, next)
	}
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	put16, put32 := binary.LittleEndian.PutUint16, binary.LittleEndian.PutUint32
	put16(head[24:], 0x3E)
	put16(head[26:], 3)
	put16(head[28:], 0xFFFE)
	put16(head[30:], 9)
	put16(head[32:], 6)
	put32(head[44:], uint32(sectors))
	put32(head[48:], directory)
	put32(head[56:], leastSize)
	put32(head[60:], endOfChain)
	put32(head[68:], endOfChain)
	for i := range 109 {
		loc := uint32(unused)
		if i < sectors {
			loc = fat + uint32(i)
		}
		put32(head[76+4*i:], loc)
	}
	return append(head, body.Bytes()...)
}

func entry(name string, kind byte, child, start uint32, size int) []byte {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	if name != "" {
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	}
	e[66], e[67] = kind, 1
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(e[at:], unused)
	}
	binary.LittleEndian.PutUint32(e[76:], child)
	binary.LittleEndian.PutUint32(e[116:], start)
	binary.LittleEndian.PutUint32(e[120:], uint32(size))
	return e
}
