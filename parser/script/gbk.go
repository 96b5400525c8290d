package script

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbkTable turns characters into their two bytes in GBK and back, one at a
// time. It is laid out once, when the first text looks damaged.
type gbkTable struct {
	pairs [1 << 16]uint16 // by character; 0 for those that GBK lacks or has in one byte
	runes [1 << 16]uint16 // by pair; 0 where no character is

	weights     [1 << 16]int8 // hanWeight, by character
	pairWeights [1 << 16]int8 // … and by pair, 0 where the first byte is not known
}

var gbk = sync.OnceValue(func() *gbkTable {
	t := new(gbkTable)
	var all bytes.Buffer
	for r := rune(utf8.RuneSelf); r <= 0xffff; r++ {
		if utf8.ValidRune(r) && r != utf8.RuneError {
			all.WriteRune(r)
			all.WriteByte('\n')
		}
	}
	coded, err := encoding.ReplaceUnsupported(simplifiedchinese.GBK.NewEncoder()).Bytes(all.Bytes())
	if err != nil {
		panic("GBK: " + err.Error()) // the table is x/text's own
	}
	in := all.Bytes()
	for len(coded) > 0 && len(in) > 0 {
		r, n := utf8.DecodeRune(in)
		in = in[n+1:]
		end := bytes.IndexByte(coded, '\n')
		if end == 2 {
			t.pairs[r] = uint16(coded[0])<<8 | uint16(coded[1])
		}
		coded = coded[end+1:]
	}
	all.Reset()
	for pair := 0x8140; pair <= 0xfefe; pair++ {
		if pair&0xff >= 0x40 {
			all.Write([]byte{byte(pair >> 8), byte(pair), '\n'})
		}
	}
	in = all.Bytes()
	coded, _ = simplifiedchinese.GBK.NewDecoder().Bytes(in)
	for ; len(in) > 0; in = in[3:] {
		end := bytes.IndexByte(coded, '\n')
		if r, n := utf8.DecodeRune(coded); n == end && r != utf8.RuneError && r <= 0xffff {
			t.runes[uint16(in[0])<<8|uint16(in[1])] = uint16(r)
		}
		coded = coded[end+1:]
	}
	for r := range t.weights {
		t.weights[r] = int8(hanWeight(rune(r)))
	}
	for pair, r := range t.runes {
		switch {
		case r != 0:
			t.pairWeights[pair] = t.weights[r]
		case pair>>8 != 0:
			t.pairWeights[pair] = int8(hanWeight(lostCharacter))
		}
	}
	return t
})

// pair returns the two bytes of a character; false if GBK does not have it so.
func (t *gbkTable) pair(r rune) (p [2]byte, ok bool) {
	if r < 0 || r > 0xffff || t.pairs[r] == 0 {
		return p, false
	}
	return [2]byte{byte(t.pairs[r] >> 8), byte(t.pairs[r])}, true
}

// gbkRune returns the character of two bytes of GBK, or lostCharacter if lead is 0 or
// there is none.
func gbkRune(lead, trail byte) rune {
	if r := gbk().runes[uint16(lead)<<8|uint16(trail)]; r != 0 {
		return rune(r)
	}
	return lostCharacter
}
