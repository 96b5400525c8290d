package pdf

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf16"

	"duidu/parser/format"
)

// charMap is a CMap: which codes there are, and what text, or which numbers
// of glyphs, they stand for.
type charMap struct {
	spaces [][2]string // the codes that there are, low and high, byte by byte
	text   map[string]string
	ranges []charRange
	found  intervals
	parent string // name of the CMap that this one goes on from
}

// charRange gives codes in a row texts in a row. Some programs give the
// Unicode numbers where CMaps have those of glyphs.
type charRange struct {
	low, high uint64 // keys, see codeKey
	first     []uint16
	number    uint32 // without first: a glyph, or a character
}

// maxRange bounds a range of a CMap: there are not more characters.
const maxRange = 1 << 16

// readCharMap reads the parts of a CMap that say how codes are cut and what
// they stand for. left is how many codes the document may still list.
func readCharMap(data []byte, left *int) *charMap {
	m := &charMap{text: map[string]string{}}
	lex := pdfLexer{data: data}
	var args []token
	for *left > 0 {
		t := lex.next()
		if t.kind == tokenEnd {
			break
		}
		if t.kind != tokenWord {
			if args = append(args, t); len(args) > maxRange {
				args = nil
			}
			continue
		}
		switch t.text {
		case "usecmap":
			if n := len(args); n > 0 {
				m.parent = args[n-1].text
			}
		case "endcodespacerange":
			for i := 0; i+1 < len(args) && len(m.spaces) < 64; i += 2 {
				if low, high := args[i].text, args[i+1].text; len(low) == len(high) && len(low) > 0 && len(low) <= 4 {
					m.spaces = append(m.spaces, [2]string{low, high})
				}
			}
		case "endbfchar", "endcidchar":
			for i := 0; i+1 < len(args); i += 2 {
				*left--
				m.add(args[i].text, args[i].text, args[i+1])
			}
		case "endbfrange", "endcidrange":
			m.addRanges(args, left)
		}
		args = args[:0]
	}
	m.found = newIntervals(len(m.ranges), func(i int) (low, high uint64) { return m.ranges[i].low, m.ranges[i].high })
	return m
}

func (m *charMap) addRanges(args []token, left *int) {
	for i := 0; i+2 < len(args); i += 3 {
		low, high := args[i].text, args[i+1].text
		*left--
		if args[i+2].kind != tokenOpen {
			m.add(low, high, args[i+2])
			continue
		}
		k := i + 3 // an array: a text for each code
		for c := number(low); k < len(args) && args[k].kind != tokenClose; k++ {
			code := codeOf(c, len(low))
			m.add(code, code, args[k])
			*left--
			c++
		}
		i = k - 2
	}
}

// add notes what the codes from low to high stand for: a text, the name of a
// glyph, or a number.
func (m *charMap) add(low, high string, to token) {
	r := charRange{low: codeKey(low), high: codeKey(high)}
	switch to.kind {
	case tokenString:
		if low == high {
			m.text[low] = utf16Text(to.text)
			return
		}
		if r.first = utf16Units(to.text); len(r.first) == 0 {
			return
		}
	case tokenName:
		if low == high {
			m.text[low] = glyphText(to.text)
		}
		return
	case tokenNumber:
		r.number = uint32(max(0, min(to.number, maxRange*17)))
	default:
		return
	}
	if len(low) == len(high) && r.high >= r.low && r.high-r.low <= maxRange {
		m.ranges = append(m.ranges, r)
	}
}

// lookup gives the text of a code.
func (m *charMap) lookup(code string) (string, bool) {
	if m == nil {
		return "", false
	}
	if text, ok := m.text[code]; ok {
		return text, true
	}
	key := codeKey(code)
	i := m.found.at(key)
	if i < 0 {
		return "", false
	}
	r := m.ranges[i]
	if r.first == nil {
		return string(rune(r.number + uint32(key-r.low))), true
	}
	units := slices.Clone(r.first)
	units[len(units)-1] += uint16(key - r.low)
	return string(utf16.Decode(units)), true
}

// glyph gives the number of the glyph that a code stands for.
func (m *charMap) glyph(code string) (int, bool) {
	key := codeKey(code)
	if i := m.found.at(key); i >= 0 && m.ranges[i].first == nil {
		return int(m.ranges[i].number + uint32(key-m.ranges[i].low)), true
	}
	return 0, false
}

// length is how many bytes the code has that s begins with; 0 if there is
// no such code.
func (m *charMap) length(s string) int {
	for _, space := range m.spaces {
		low, high := space[0], space[1]
		n := 0
		for n < len(low) && n < len(s) && s[n] >= low[n] && s[n] <= high[n] {
			n++
		}
		if n == len(low) {
			return n
		}
	}
	return 0
}

// codeKey orders codes, and keeps those of one byte and of two apart.
func codeKey(code string) uint64 { return uint64(len(code))<<32 | uint64(number(code)) }

func number(code string) uint32 {
	n := uint32(0)
	for i := range len(code) {
		n = n<<8 | uint32(code[i])
	}
	return n
}

func codeOf(n uint32, length int) string {
	b := make([]byte, length)
	for i := length - 1; i >= 0; i-- {
		b[i] = byte(n)
		n >>= 8
	}
	return string(b)
}

func utf16Units(s string) []uint16 {
	var units []uint16
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(s) == 1 {
		units = append(units, uint16(s[0]))
	}
	return units
}

func utf16Text(s string) string { return string(utf16.Decode(utf16Units(s))) }

// intervals finds which of many ranges a number lies in, in the time of a
// binary search. Of ranges that overlap the last one counts, as it does for
// a program that reads them in order.
type intervals struct {
	bounds []uint64 // where pieces begin, rising
	owners []int32  // the range that each piece belongs to, or -1
}

func newIntervals(count int, of func(int) (low, high uint64)) intervals {
	if count == 0 {
		return intervals{}
	}
	v := intervals{bounds: make([]uint64, 0, 2*count)}
	for i := range count {
		low, high := of(i)
		v.bounds = append(v.bounds, low, high+1)
	}
	slices.Sort(v.bounds)
	v.bounds = slices.Compact(v.bounds)
	v.owners = make([]int32, len(v.bounds))
	free := make([]int, len(v.bounds)+1) // leads to the next piece without an owner
	for k := range free {
		free[k] = k
	}
	next := func(k int) int {
		for free[k] != k {
			free[k] = free[free[k]]
			k = free[k]
		}
		return k
	}
	for k := range v.owners {
		v.owners[k] = -1
	}
	for i := count - 1; i >= 0; i-- {
		low, high := of(i)
		from, _ := slices.BinarySearch(v.bounds, low)
		for k := next(from); k < len(v.bounds) && v.bounds[k] <= high; k = next(k) {
			v.owners[k], free[k] = int32(i), k+1
		}
	}
	return v
}

// at is the range that n lies in, or -1.
func (v intervals) at(n uint64) int {
	k := sort.Search(len(v.bounds), func(k int) bool { return v.bounds[k] > n }) - 1
	if k < 0 {
		return -1
	}
	return int(v.owners[k])
}

// codeLengths says how many bytes the code has that s begins with, in an
// encoding that predefined CMaps use.
func codeLength(s, enc string) int {
	n := 1
	lead := s[0]
	switch enc {
	case format.EncUTF16BE:
		n = 2
		if lead >= 0xD8 && lead <= 0xDB {
			n = 4
		}
	case encUTF32:
		n = 4
	case format.EncUTF8:
		for _, first := range []byte{0xC0, 0xE0, 0xF0} {
			if lead >= first {
				n++
			}
		}
	case format.EncGB18030, format.EncBig5:
		if lead >= 0x81 {
			n = 2
		}
		if enc == format.EncGB18030 && n == 2 && len(s) >= 4 && s[1] >= '0' && s[1] <= '9' {
			n = 4
		}
	case encGB7:
		n = 2
	}
	return min(n, len(s))
}

// Encodings that only CMaps have: UTF-32, and GB 2312 in seven bits.
const (
	encUTF32 = "utf-32be"
	encGB7   = "gb7"
)

// decodeCode gives the text of one code.
func decodeCode(code, enc string) string {
	switch enc {
	case encUTF32:
		return string(rune(number(code)))
	case encGB7:
		b := []byte(code)
		for i := range b {
			b[i] |= 0x80
		}
		code, enc = string(b), format.EncGB18030
	}
	text, err := format.Decode([]byte(code), enc)
	if err != nil {
		return ""
	}
	return text
}

// knownCharMap is the encoding behind the name of a predefined CMap.
func knownCharMap(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	for _, family := range []string{"UniGB-", "UniCNS-", "UniJIS-", "UniKS-"} {
		if form, ok := strings.CutPrefix(name, family); ok {
			switch {
			case strings.HasPrefix(form, "UTF32"):
				return encUTF32
			case strings.HasPrefix(form, "UTF8"):
				return format.EncUTF8
			}
			return format.EncUTF16BE
		}
	}
	switch {
	case name == "GB", name == "GBT":
		return encGB7
	case strings.HasPrefix(name, "GB"):
		return format.EncGB18030
	case strings.HasPrefix(name, "B5"), strings.HasPrefix(name, "ETen"), strings.HasPrefix(name, "ETHK"), strings.HasPrefix(name, "HK"):
		return format.EncBig5
	}
	return ""
}
