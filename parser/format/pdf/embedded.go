package pdf

import (
	"encoding/binary"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxEmbedded bounds the glyphs of a font: their numbers have two bytes.
const maxEmbedded = 1 << 16

// embeddedCharacters gives the characters of a font by glyph number, by the
// table in the font's own file, where the PDF has none: from it the program
// that wrote the file chose its glyphs. It is nil where that has none either.
func (r *pdfReader) embeddedCharacters(d types.Dict) []rune {
	descriptor := r.dict(d["FontDescriptor"])
	for _, key := range []string{"FontFile2", "FontFile3"} {
		_, file := r.stream(descriptor[key])
		glyphs := charactersOfFont(file)
		if glyphs == nil {
			continue
		}
		_, toGlyph := r.stream(d["CIDToGIDMap"])
		if toGlyph == nil {
			return glyphs
		}
		out := make([]rune, min(len(toGlyph)/2, maxEmbedded))
		for cid := range out {
			if g := int(toGlyph[2*cid])<<8 | int(toGlyph[2*cid+1]); g < len(glyphs) {
				out[cid] = glyphs[g]
			}
		}
		return out
	}
	return nil
}

// fontBytes reads numbers from a font's file; 0 beyond its end.
type fontBytes []byte

func (b fontBytes) u16(at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func (b fontBytes) u32(at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}

func (b fontBytes) from(at int) fontBytes {
	if at < 0 || at > len(b) {
		return nil
	}
	return b[at:]
}

// charactersOfFont turns the "cmap" table of a TrueType or OpenType file
// round: the character of each glyph, 0 where there is none. Of several
// characters the lowest outside the blocks of doubles counts.
func charactersOfFont(file fontBytes) []rune {
	const offset, entry = 12, 16
	var cmap fontBytes
	for i := range min(file.u16(4), 64) {
		at := offset + entry*i
		if at+entry <= len(file) && string(file[at:at+4]) == "cmap" {
			cmap = file.from(file.u32(at + 8))
		}
	}
	glyphs := map[int]rune{}
	add := func(c rune, glyph int) {
		if old := glyphs[glyph]; glyph > 0 && glyph < maxEmbedded && c >= ' ' && (old == 0 || isCompatible(old) && !isCompatible(c)) {
			glyphs[glyph] = c
		}
	}
	for i := range min(cmap.u16(2), 64) {
		platform, encoding := cmap.u16(4+8*i), cmap.u16(6+8*i)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		switch table := cmap.from(cmap.u32(8 + 8*i)); table.u16(0) {
		case 4:
			table.segments(add)
		case 12:
			table.groups(add)
		}
	}
	if len(glyphs) == 0 {
		return nil
	}
	highest := 0
	for g := range glyphs {
		highest = max(highest, g)
	}
	out := make([]rune, highest+1)
	for g, c := range glyphs {
		out[g] = c
	}
	return slices.Clip(out)
}

// segments reads a table of format 4: stretches of characters below 65536.
func (b fontBytes) segments(add func(rune, int)) {
	n := b.u16(6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	left := maxEmbedded // characters that may still be listed
	for i := range n {
		first, last := b.u16(starts+2*i), b.u16(ends+2*i)
		for c := first; c <= last && c < 0xFFFF && left > 0; c++ {
			left--
			glyph := c
			if at := b.u16(offsets + 2*i); at != 0 {
				if glyph = b.u16(offsets + 2*i + at + 2*(c-first)); glyph == 0 {
					continue
				}
			}
			add(rune(c), (glyph+b.u16(deltas+2*i))&0xFFFF)
		}
	}
}

// groups reads a table of format 12: stretches of all characters.
func (b fontBytes) groups(add func(rune, int)) {
	left := 2 * maxEmbedded
	for i := range min(b.u32(12), len(b)/12) {
		first, last, glyph := b.u32(16+12*i), b.u32(20+12*i), b.u32(24+12*i)
		for c := first; c <= last && left > 0; c++ {
			left--
			add(rune(c), glyph+c-first)
		}
	}
}
