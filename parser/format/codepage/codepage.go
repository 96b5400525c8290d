// Package codepage knows the encodings that office documents name by number.
package codepage

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Numbers of the pages that decide on their own what bytes mean.
const (
	Western     = 1252
	Simplified  = 936
	Traditional = 950
)

var pages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866,
	874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GB18030, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
	10000: charmap.Macintosh, 54936: simplifiedchinese.GB18030, 65001: unicode.UTF8,
}

// charsets maps the character sets of fonts to pages.
var charsets = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// Of returns the encoding of a page; that of Western Europe if it is not
// known.
func Of(page int) encoding.Encoding {
	if e := pages[page]; e != nil {
		return e
	}
	return charmap.Windows1252
}

// OfCharset returns the page that a font's character set means, 0 if it
// means none of its own.
func OfCharset(charset int) int { return charsets[charset] }

// Double tells that two bytes of a page may be one character.
func Double(page int) bool { return page == 932 || page == 936 || page == 949 || page == 950 }

// Pairs tells what text is whose bytes above 127 are all pairs, and mostly
// pairs of common Chinese characters: GBK, or Big5 if it is of traditional
// script. nil means that it is not so.
func Pairs(text []byte, traditional bool) encoding.Encoding {
	pairs, common := 0, 0
	for i := 0; i < len(text); i++ {
		lead := text[i]
		if lead < 0x80 {
			continue
		}
		if lead == 0x80 || lead == 0xFF || i+1 == len(text) {
			return nil
		}
		i++
		trail := text[i]
		if trail < 0x40 || trail == 0x7F || trail == 0xFF {
			return nil
		}
		pairs++
		simple := (lead >= 0xA1 && lead <= 0xA3 || lead >= 0xB0 && lead <= 0xF7) && trail >= 0xA1
		if simple && !traditional || traditional && lead >= 0xA1 && lead <= 0xF9 && (trail < 0x7F || trail >= 0xA1) {
			common++
		}
	}
	switch {
	case common*2 <= pairs:
		return nil
	case traditional:
		return traditionalchinese.Big5
	}
	return simplifiedchinese.GBK
}
