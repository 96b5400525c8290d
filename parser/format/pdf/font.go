package pdf

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"

	"duidu/parser/format"
)

// pdfFont turns the bytes that a PDF shows into characters and widths.
type pdfFont struct {
	toUnicode *charMap
	codes     *charMap // of an embedded encoding
	multibyte string   // of a known encoding of East Asian fonts
	guessed   bool     // the bytes alone tell that encoding
	wide      bool     // codes of two bytes
	simple    [256]string
	known     map[string]shown // codes that were looked up
	shown     []shown          // room for the codes of a string
	sample    []byte           // of strings that may be in such an encoding
	half      string           // the first byte of a code cut in two
	cids      []rune           // characters by glyph numbers
	narrow    int              // glyph number of the first narrow letter of a set
	wideSpans []widthSpan      // widths by glyph number, in thousandths of the size
	widthsAt  intervals
	missing   float64 // width of the others
	bold      bool
	vertical  bool
}

type widthSpan struct {
	low, high int
	width     float64
}

// font reads the font that a page calls by a name.
func (r *pdfReader) font(o types.Object) *pdfFont {
	d := r.dict(o)
	key := fmt.Sprintf("%p", d) // the library keeps one copy of each object
	if ref, ok := o.(types.IndirectRef); ok {
		key = ref.String()
	}
	f := r.fonts[key]
	if f == nil {
		f = r.newFont(d)
		r.fonts[key] = f
	}
	return f
}

func (r *pdfReader) newFont(d types.Dict) *pdfFont {
	f := &pdfFont{missing: 500}
	defer f.sortWidths()
	base := r.name(d["BaseFont"])
	f.bold = boldName(base)
	if _, cmap := r.stream(d["ToUnicode"]); cmap != nil {
		f.toUnicode = readCharMap(cmap, &r.codes)
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
			f.width(int(first)+i, int(first)+i, n*scale)
		}
	}
	table := charmap.Windows1252
	if r.name(d["Encoding"]) == "MacRomanEncoding" || r.name(r.dict(d["Encoding"])["BaseEncoding"]) == "MacRomanEncoding" {
		table = charmap.Macintosh
	}
	for i := range f.simple {
		if c := table.DecodeByte(byte(i)); c != utf8.RuneError {
			f.simple[i] = string(c)
		}
	}
	if r.name(d["Subtype"]) == "Type3" && f.toUnicode == nil {
		f.simple = [256]string{}
	}
	names := r.array(r.dict(d["Encoding"])["Differences"])
	if f.toUnicode == nil && len(names) == 0 && r.name(d["Subtype"]) != "Type3" {
		f.sample = make([]byte, 0, maxSample)
	}
	code := 0
	for _, o := range names {
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
	if own := r.dict(d["Encoding"]); encoding == "" && own != nil {
		if _, cmap := r.stream(d["Encoding"]); cmap != nil {
			f.codes = readCharMap(cmap, &r.codes)
			encoding = cmp.Or(f.codes.parent, r.name(own["UseCMap"]))
		}
		mode, _ := r.number(own["WMode"])
		f.vertical = mode == 1
	}
	f.vertical = f.vertical || strings.HasSuffix(encoding, "-V")
	f.multibyte = knownCharMap(encoding)
	descendants := r.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	below := r.dict(descendants[0])
	f.bold = f.bold || r.boldDescriptor(r.dict(below["FontDescriptor"]))
	if w, ok := r.number(below["DW"]); ok {
		f.missing = w
	}
	f.cids, f.narrow = cidCharacters(r.text(r.dict(below["CIDSystemInfo"])["Ordering"]))
	if f.cids == nil && f.toUnicode == nil && f.multibyte == "" {
		if f.cids = r.embeddedCharacters(below); f.cids == nil {
			f.sample = make([]byte, 0, maxSample)
		}
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
					f.width(int(first)+k, int(first)+k, n)
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
		f.width(int(first), int(last), w)
		i += 3
	}
}

func (f *pdfFont) width(low, high int, w float64) {
	if low >= 0 && high >= low && high < maxRange {
		f.wideSpans = append(f.wideSpans, widthSpan{low, high, w})
	}
}

func (f *pdfFont) sortWidths() {
	f.widthsAt = newIntervals(len(f.wideSpans), func(i int) (low, high uint64) {
		return uint64(f.wideSpans[i].low), uint64(f.wideSpans[i].high)
	})
}

func (f *pdfFont) widthOf(glyph int) (float64, bool) {
	if i := f.widthsAt.at(uint64(glyph)); i >= 0 {
		return f.wideSpans[i].width, true
	}
	return f.missing, false
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

// decode cuts a shown string into its codes. What it returns is good until it
// is called again.
func (f *pdfFont) decode(s string) []shown {
	if f.guessed {
		s = f.half + s
		f.half = ""
	} else {
		f.keepSample(s)
	}
	out := f.shown[:0]
	for len(s) > 0 {
		n := f.codeLength(s)
		if f.guessed && n == 1 && s[0] >= 0x81 {
			f.half = s // goes on in the next string
			break
		}
		out = append(out, f.character(s[:n]))
		s = s[n:]
	}
	f.shown = out
	return out
}

func (f *pdfFont) codeLength(s string) int {
	if f.codes != nil {
		if n := f.codes.length(s); n > 0 {
			return n
		}
	}
	if f.multibyte != "" {
		return codeLength(s, f.multibyte)
	}
	if f.wide {
		return min(2, len(s))
	}
	return 1
}

// character is the text and the width of one code.
func (f *pdfFont) character(code string) shown {
	c, have := f.known[code]
	if !have {
		c = f.lookup(code)
		if f.known == nil {
			f.known = map[string]shown{}
		}
		if len(f.known) < maxRange {
			f.known[strings.Clone(code)] = c
		}
	}
	return c
}

func (f *pdfFont) lookup(code string) shown {
	n := int(number(code))
	glyph := n
	if f.codes != nil {
		if g, ok := f.codes.glyph(code); ok {
			glyph = g
		}
	}
	c := shown{blank: code == " ", text: f.textOf(code, n, glyph)}
	if f.multibyte == "" {
		c.width, _ = f.widthOf(glyph)
		return c
	}
	c.width = f.missing
	switch {
	case f.guessed && f.wide:
	case f.guessed: // widths of the bytes
		c.width = 0
		for i := range len(code) {
			w, _ := f.widthOf(int(code[i]))
			c.width += w
		}
	case len(c.text) == 1 && c.text[0] >= ' ': // its glyph is a letter of one of two kinds
		w, ok := f.widthOf(int(c.text[0]) - ' ' + 1)
		if narrow, also := f.widthOf(int(c.text[0]) - '!' + f.narrow); also && c.text != " " && (!ok || f.multibyte != format.EncUTF16BE) {
			w, ok = narrow, true
		}
		if !ok {
			w = f.missing / 2
		}
		c.width = w
	}
	return c
}

// textOf asks the font's own table first, then its encoding.
func (f *pdfFont) textOf(code string, n, glyph int) string {
	text, ok := f.toUnicode.lookup(code)
	if ok && !isUnsaid(text) {
		return text
	}
	switch {
	case f.multibyte != "":
		if known := decodeCode(code, f.multibyte); known != "" {
			return known
		}
	case glyph < len(f.cids) && f.cids[glyph] != 0:
		return string(f.cids[glyph])
	case !f.wide && !ok && n < len(f.simple) && f.simple[n] != "":
		return f.simple[n]
	}
	if ok {
		return text
	}
	return string(utf8.RuneError)
}

// isUnsaid tells what a table gives that doesn't know a character: nothing,
// or a number that fonts use for themselves.
func isUnsaid(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && (r == 0 || r == utf8.RuneError && n > 0 || unicode.Is(unicode.Co, r))
}
