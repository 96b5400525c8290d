package pdf

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"duidu/parser/format"
)

// pdfFont turns the bytes that a PDF shows into characters and widths.
type pdfFont struct {
	toUnicode *charMap
	codes     *charMap // of an embedded encoding: how many bytes a code has
	multibyte string   // of a known encoding of East Asian fonts
	wide      bool     // codes of two bytes
	simple    [256]string
	widths    map[int]float64 // by code, in thousandths of the size
	missing   float64         // width of the others
	bold      bool
	vertical  bool
}

// charMap is a CMap: which codes there are and what text they stand for.
type charMap struct {
	lengths [5]bool // by bytes of a code
	text    map[string]string
	ranges  []charRange
}

type charRange struct {
	low, high uint32
	length    int
	first     []uint16
}

// maxRange bounds a range of a CMap: there are not more characters.
const maxRange = 1 << 16

// font reads the font that a page calls by a name.
func (r *pdfReader) font(o types.Object) *pdfFont {
	key := ""
	if ref, ok := o.(types.IndirectRef); ok {
		key = ref.String()
		if f := r.fonts[key]; f != nil {
			return f
		}
	}
	f := r.newFont(r.dict(o))
	if key != "" {
		r.fonts[key] = f
	}
	return f
}

func (r *pdfReader) newFont(d types.Dict) *pdfFont {
	f := &pdfFont{widths: map[int]float64{}, missing: 500}
	base := r.name(d["BaseFont"])
	f.bold = boldName(base)
	if _, cmap := r.stream(d["ToUnicode"]); cmap != nil {
		f.toUnicode = readCharMap(cmap)
	}
	if r.name(d["Subtype"]) == "Type0" {
		r.compositeFont(f, d)
		return f
	}
	if descriptor := r.dict(d["FontDescriptor"]); descriptor != nil {
		f.bold = f.bold || r.boldDescriptor(descriptor)
		if w, ok := r.number(descriptor["MissingWidth"]); ok {
			f.missing = w
		}
	}
	scale := 1.0
	if m := r.array(d["FontMatrix"]); len(m) == 6 { // Type 3 has a space of its own
		if a, ok := r.number(m[0]); ok {
			scale = a * 1000
		}
	}
	first, _ := r.number(d["FirstChar"])
	for i, w := range r.array(d["Widths"]) {
		if n, ok := r.number(w); ok {
			f.widths[int(first)+i] = n * scale
		}
	}
	for i := range f.simple {
		if c := charmap.Windows1252.DecodeByte(byte(i)); c != utf8.RuneError {
			f.simple[i] = string(c)
		}
	}
	if r.name(d["Subtype"]) == "Type3" && f.toUnicode == nil {
		f.simple = [256]string{}
	}
	code := 0
	for _, o := range r.array(r.dict(d["Encoding"])["Differences"]) {
		if n, ok := r.number(o); ok {
			code = int(n)
			continue
		}
		if code >= 0 && code < len(f.simple) {
			if text := glyphText(r.name(o)); text != "" {
				f.simple[code] = text
			}
		}
		code++
	}
	return f
}

func boldName(name string) bool {
	low := strings.ToLower(name)
	return strings.Contains(low, "bold") || strings.Contains(low, "heavy") || strings.Contains(low, "black") || strings.Contains(low, "simhei") || strings.Contains(name, "黑体")
}

func (r *pdfReader) boldDescriptor(d types.Dict) bool {
	weight, _ := r.number(d["FontWeight"])
	return weight >= 600 || boldName(r.name(d["FontName"]))
}

// compositeFont reads a font of many characters, as Chinese ones are.
func (r *pdfReader) compositeFont(f *pdfFont, d types.Dict) {
	f.wide, f.missing = true, 1000
	encoding := r.name(d["Encoding"])
	if encoding == "" {
		if _, cmap := r.stream(d["Encoding"]); cmap != nil {
			f.codes = readCharMap(cmap)
		}
	}
	f.vertical = strings.HasSuffix(encoding, "-V")
	f.multibyte = knownCharMap(strings.TrimSuffix(strings.TrimSuffix(encoding, "-H"), "-V"))
	descendants := r.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	below := r.dict(descendants[0])
	f.bold = f.bold || r.boldDescriptor(r.dict(below["FontDescriptor"]))
	if w, ok := r.number(below["DW"]); ok {
		f.missing = w
	}
	if f.multibyte != "" {
		return // widths go by glyph numbers, which a known encoding hides
	}
	list := r.array(below["W"])
	for i := 0; i+1 < len(list); {
		first, ok := r.number(list[i])
		if !ok {
			return
		}
		if ws := r.array(list[i+1]); ws != nil {
			for k, w := range ws {
				if n, ok := r.number(w); ok {
					f.widths[int(first)+k] = n
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last, _ := r.number(list[i+1])
		w, _ := r.number(list[i+2])
		for c := int(first); c <= int(last) && c-int(first) < maxRange; c++ {
			f.widths[c] = w
		}
		i += 3
	}
}

// knownCharMap is the encoding behind the name of a predefined CMap.
func knownCharMap(name string) string {
	switch {
	case strings.HasPrefix(name, "GB"):
		return format.EncGB18030
	case strings.HasPrefix(name, "UniGB-UTF16"), strings.HasPrefix(name, "UniCNS-UTF16"), strings.HasPrefix(name, "UniJIS-UTF16"),
		strings.HasPrefix(name, "UniGB-UCS2"), strings.HasPrefix(name, "UniCNS-UCS2"), strings.HasPrefix(name, "UniJIS-UCS2"), strings.HasPrefix(name, "UniKS"):
		return format.EncUTF16BE
	case strings.HasPrefix(name, "B5"), strings.HasPrefix(name, "ETen"), strings.HasPrefix(name, "ETHK"), strings.HasPrefix(name, "HK"):
		return format.EncBig5
	}
	return ""
}

// glyphText reads the name of a glyph: uni4E2D, u4E2D, or a Latin name.
func glyphText(name string) string {
	base, _, _ := strings.Cut(name, ".")
	for _, p := range []string{"uni", "u"} {
		if hex, ok := strings.CutPrefix(base, p); ok && len(hex) >= 4 && len(hex) <= 6 {
			if n, err := strconv.ParseUint(hex, 16, 32); err == nil && n <= utf8.MaxRune {
				return string(rune(n))
			}
		}
	}
	if len(base) == 1 {
		return base
	}
	return latinGlyphs[base]
}

// latinGlyphs are the names of the signs that stand among Chinese text.
var latinGlyphs = map[string]string{
	"space": " ", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"period": ".", "comma": ",", "percent": "%", "hyphen": "-", "minus": "−", "plus": "+", "slash": "/", "colon": ":", "semicolon": ";",
	"parenleft": "(", "parenright": ")", "bracketleft": "[", "bracketright": "]", "quotedblleft": "“", "quotedblright": "”",
	"quoteleft": "‘", "quoteright": "’", "quotesingle": "'", "quotedbl": "\"", "endash": "–", "emdash": "—", "ellipsis": "…", "bullet": "•",
	"periodcentered": "·", "exclam": "!", "question": "?", "equal": "=", "less": "<", "greater": ">", "ampersand": "&", "at": "@", "numbersign": "#", "asterisk": "*", "underscore": "_",
}

// shown is one code of a string: its text and its width in thousandths.
type shown struct {
	text  string
	width float64
	blank bool // the single byte 32, which word spacing widens
}

// decode cuts a shown string into its codes.
func (f *pdfFont) decode(s string) []shown {
	if f.multibyte != "" && f.toUnicode == nil {
		return f.decodeKnown(s)
	}
	out := make([]shown, 0, len(s))
	for len(s) > 0 {
		n := f.codeLength(s)
		code := 0
		for i := range n {
			code = code<<8 | int(s[i])
		}
		c := shown{width: f.missing, blank: n == 1 && code == 32}
		if w, ok := f.widths[code]; ok {
			c.width = w
		}
		c.text = f.textOf(s[:n], code)
		out = append(out, c)
		s = s[n:]
	}
	return out
}

func (f *pdfFont) codeLength(s string) int {
	n := 1
	if f.wide {
		n = 2
	}
	if f.codes != nil {
		for i := 1; i < len(f.codes.lengths); i++ {
			if f.codes.lengths[i] {
				n = i
			}
		}
	} else if f.multibyte == format.EncGB18030 || f.multibyte == format.EncBig5 {
		n = 1
		if s[0] >= 0x81 {
			n = 2
		}
	}
	return min(n, len(s))
}

func (f *pdfFont) textOf(code string, n int) string {
	if f.toUnicode != nil {
		if text, ok := f.toUnicode.lookup(code); ok {
			return text
		}
	}
	if f.wide {
		return string(utf8.RuneError)
	}
	if n < len(f.simple) && f.simple[n] != "" {
		return f.simple[n]
	}
	return string(utf8.RuneError)
}

// decodeKnown decodes a string of a known encoding as a whole.
func (f *pdfFont) decodeKnown(s string) []shown {
	text, err := format.Decode([]byte(s), f.multibyte)
	if err != nil {
		return nil
	}
	var out []shown
	for _, r := range text {
		w := f.missing
		if r < utf8.RuneSelf {
			w = f.missing / 2
		}
		out = append(out, shown{text: string(r), width: w})
	}
	return out
}

// readCharMap reads the parts of a CMap that say how codes are cut and what
// text they stand for.
func readCharMap(data []byte) *charMap {
	m := &charMap{text: map[string]string{}}
	lex := pdfLexer{data: data}
	var args []token
	for {
		t := lex.next()
		if t.kind == tokenEnd {
			return m
		}
		if t.kind != tokenWord {
			if args = append(args, t); len(args) > maxRange {
				args = nil
			}
			continue
		}
		switch t.text {
		case "endcodespacerange":
			for _, a := range args {
				if a.kind == tokenString && len(a.text) < len(m.lengths) {
					m.lengths[len(a.text)] = true
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				m.text[args[i].text] = utf16Text(args[i+1].text)
			}
		case "endbfrange":
			m.addRanges(args)
		}
		args = args[:0]
	}
}

func (m *charMap) addRanges(args []token) {
	for i := 0; i+2 < len(args); i += 3 {
		low, high := args[i].text, args[i+1].text
		if args[i+2].kind == tokenOpen { // an array: a text for each code
			k := i + 3
			for c := number(low); k < len(args) && args[k].kind != tokenClose; k++ {
				m.text[codeOf(c, len(low))] = utf16Text(args[k].text)
				c++
			}
			i = k - 2
			continue
		}
		lo, hi := number(low), number(high)
		if hi-lo > maxRange || hi < lo {
			continue
		}
		m.ranges = append(m.ranges, charRange{lo, hi, len(low), utf16Units(args[i+2].text)})
	}
}

func (m *charMap) lookup(code string) (string, bool) {
	if text, ok := m.text[code]; ok {
		return text, true
	}
	n := number(code)
	for _, r := range m.ranges {
		if r.length == len(code) && n >= r.low && n <= r.high && len(r.first) > 0 {
			units := append([]uint16(nil), r.first...)
			units[len(units)-1] += uint16(n - r.low)
			return string(utf16.Decode(units)), true
		}
	}
	return "", false
}

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
