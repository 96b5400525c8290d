package text

import "unicode/utf8"

// The characters of a Set stand in pages of so many.
const (
	pageRunes = 64
	pageCount = 1 << 16 / pageRunes
)

// Set is a set of characters that is asked of every character of a text. It is
// made once, from a string of them, and then only read.
type Set struct {
	pages [pageCount]uint16 // by the upper bits of a character: its page in bits
	bits  []uint64          // a bit for each character of a page; the first page is empty
	han   bool              // one of them is a hanzi
	wide  map[rune]struct{} // those above the pages
	ascii [utf8.RuneSelf]bool
}

// SetOf returns the set of the characters of a string.
func SetOf(characters string) *Set {
	s := &Set{bits: make([]uint64, 1)}
	for _, r := range characters {
		s.add(r)
	}
	return s
}

func (s *Set) add(r rune) {
	switch {
	case r < utf8.RuneSelf:
		s.ascii[r] = true
	case r >= pageRunes*pageCount:
		if s.wide == nil {
			s.wide = map[rune]struct{}{}
		}
		s.wide[r] = struct{}{}
		return
	}
	page := &s.pages[r/pageRunes]
	if *page == 0 {
		*page = uint16(len(s.bits))
		s.bits = append(s.bits, 0)
	}
	s.bits[*page] |= 1 << (r % pageRunes)
	s.han = s.han || isHanLead(string(r)[0])
}

// isHanLead tells the first byte of nearly every hanzi; no mark begins so.
func isHanLead(c byte) bool { return c-0xe4 <= 0xe9-0xe4 }

// Has tells whether r is in the set.
func (s *Set) Has(r rune) bool {
	if uint32(r) < pageRunes*pageCount {
		return s.bits[s.pages[uint32(r)/pageRunes]]>>(uint32(r)%pageRunes)&1 != 0
	}
	_, ok := s.wide[r]
	return ok
}

// placeOf is a number of its own for each character of the set, all of them
// small; false for the rarest characters, which have none.
func (s *Set) placeOf(r rune) (int, bool) {
	if uint32(r) >= pageRunes*pageCount {
		return 0, false
	}
	return int(s.pages[uint32(r)/pageRunes])*pageRunes + int(uint32(r)%pageRunes), true
}

// Index returns the offset in bytes of the first character of t that is in the
// set, -1 if none is. What is not UTF-8 is in no set.
func (s *Set) Index(t string) int {
	for i := 0; i < len(t); {
		c := t[i]
		if c < utf8.RuneSelf {
			if s.ascii[c] {
				return i
			}
			i++
			continue
		}
		if isHanLead(c) && i+2 < len(t) && (!s.han || t[i+1]&0xc0 == 0x80 && t[i+2]&0xc0 == 0x80) {
			if s.han && s.Has(rune(c&0xf)<<12|rune(t[i+1]&0x3f)<<6|rune(t[i+2]&0x3f)) {
				return i
			}
			i += 3
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if (r != utf8.RuneError || n > 1) && s.Has(r) {
			return i
		}
		i += n
	}
	return -1
}

// In tells whether a character of t is in the set.
func (s *Set) In(t string) bool { return s.Index(t) >= 0 }

// Count returns how many characters of t are in the set.
func (s *Set) Count(t string) int {
	n := 0
	for i := s.Index(t); i >= 0; i = s.Index(t) {
		_, size := utf8.DecodeRuneInString(t[i:])
		t = t[i+size:]
		n++
	}
	return n
}
