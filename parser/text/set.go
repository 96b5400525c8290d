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
	wide  map[rune]struct{} // those above the pages
	ascii [utf8.RuneSelf]bool
	near  signs // by the last twelve bits of a character, which tell most of a text from them
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
	s.near[r>>6&63] |= 1 << (r & 63)
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
}

// isHanLead tells the first byte of nearly every hanzi; no mark begins so.
func isHanLead(c byte) bool { return c-0xe4 <= 0xe9-0xe4 }

// Has tells whether r is in the set.
func (s *Set) Has(r rune) bool {
	return s.near[r>>6&63]>>(r&63)&1 != 0 && s.holds(r)
}

func (s *Set) holds(r rune) bool {
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
		if c-0xe1 < 0xf0-0xe1 && i+2 < len(t) {
			if a, b := t[i+1], t[i+2]; (a^0x80|b^0x80)&0xc0 == 0 {
				if s.near[a&63]>>(b&63)&1 != 0 && s.holds(rune(c&0xf)<<12|rune(a&0x3f)<<6|rune(b&0x3f)) {
					return i
				}
				i += 3
				continue
			}
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

// Last returns the offset in bytes of the last character of t that is in the
// set, -1 if none is.
func (s *Set) Last(t string) int {
	for len(t) > 0 {
		r, n := before(t)
		t = t[:len(t)-n]
		if s.Has(r) {
			return len(t)
		}
	}
	return -1
}

// TrimLeft cuts off the characters of the set that t begins with.
func (s *Set) TrimLeft(t string) string {
	for len(t) > 0 {
		r, n := Decode(t, 0)
		if !s.Has(r) {
			break
		}
		t = t[n:]
	}
	return t
}

// TrimRight cuts off the characters of the set that t ends with.
func (s *Set) TrimRight(t string) string {
	for len(t) > 0 {
		r, n := before(t)
		if !s.Has(r) {
			break
		}
		t = t[:len(t)-n]
	}
	return t
}

// Trim cuts off the characters of the set at both ends of t.
func (s *Set) Trim(t string) string { return s.TrimRight(s.TrimLeft(t)) }

// Starts tells that a character of the set starts t.
func (s *Set) Starts(t string) bool {
	if t == "" {
		return false
	}
	r, _ := Decode(t, 0)
	return s.Has(r)
}

// Ends tells that a character of the set ends t.
func (s *Set) Ends(t string) bool {
	if t == "" {
		return false
	}
	r, _ := before(t)
	return s.Has(r)
}

// before is utf8.DecodeLastRuneInString of a string that is not empty, at once
// where a hanzi or one of its marks ends it, and -1 for what is not UTF-8.
func before(t string) (rune, int) {
	c := t[len(t)-1]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if i := len(t) - 3; i >= 0 && t[i]-0xe1 < 0xed-0xe1 && isTrail(t[i+1]) && isTrail(c) {
		return rune(t[i]&0xf)<<12 | rune(t[i+1]&0x3f)<<6 | rune(c&0x3f), 3
	}
	r, n := utf8.DecodeLastRuneInString(t)
	if r == utf8.RuneError && n == 1 {
		return -1, 1
	}
	return r, n
}
