package parser

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// sniffBytes is how much of a file decides on its format and encoding.
const sniffBytes = 8 << 10

// Formats by content that reports come in. Others have names of their own,
// see formatNames; only text is read so far.
const (
	formatText = "text"
	formatHTML = "html"
	formatDOCX = "docx"
	formatPDF  = "pdf"
)

// magic are the first bytes of formats that are not plain text.
var magic = []struct {
	start  string
	format string
}{
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole"},
	{"%PDF-", formatPDF},
	{"{\\rtf", "rtf"},
	{"PK\x03\x04", "zip"},
	{"PK\x05\x06", "zip"},
	{"Rar!\x1A\x07", "rar"},
	{"7z\xBC\xAF\x27\x1C", "7z"},
	{"\x1F\x8B", "gzip"},
	{"BZh", "bzip2"},
	{"\xFD7zXZ\x00", "xz"},
	{"\x28\xB5\x2F\xFD", "zstd"},
	{"\x89PNG\r\n\x1A\n", "png"},
	{"\xFF\xD8\xFF", "jpeg"},
	{"GIF8", "gif"},
	{"BM", ""}, // settled by its header below: a text may start so
	{"II*\x00", "tiff"},
	{"MM\x00*", "tiff"},
	{"AT&TFORM", "djvu"},
	{"\x7FELF", "program"},
	{"MZ\x90", "program"},
	{"SQLite format 3\x00", "sqlite"},
}

// sniff tells the format and encoding of a file by its content and decodes
// it. text is valid UTF-8 without a byte order mark; bytes that are wrong in
// the encoding are U+FFFD in it. err is an *Error without a path.
func sniff(data []byte) (format, enc, text string, err error) {
	format = formatOf(data)
	if format != formatText {
		return format, "", "", &Error{Kind: UnsupportedFormat, Detail: format}
	}
	enc = encodingOf(data)
	if enc == "" {
		return format, "", "", &Error{Kind: NotText, Detail: "binary"}
	}
	if text, err = decode(data, enc); err != nil {
		return format, enc, "", err
	}
	if strings.TrimSpace(text) == "" {
		return format, enc, "", &Error{Kind: Empty}
	}
	return format, enc, text, nil
}

// looksReadable tells that the first bytes of a file could be a report's.
func looksReadable(start []byte) bool {
	switch formatOf(start) {
	case formatText:
		return encodingOf(start) != ""
	case formatHTML, formatDOCX, formatPDF:
		return true
	}
	return false
}

// formatOf names the format; text is what nothing else claims.
func formatOf(data []byte) string {
	start := data[:min(len(data), sniffBytes)]
	for _, m := range magic {
		if !bytes.HasPrefix(start, []byte(m.start)) {
			continue
		}
		switch {
		case m.start == "BM":
			if len(start) > 14 && bytes.Equal(start[6:10], []byte{0, 0, 0, 0}) {
				return "bmp"
			}
		case strings.HasPrefix(m.start, "PK"):
			return zipFormat(data)
		default:
			return m.format
		}
	}
	if len(start) > 12 && string(start[:4]) == "RIFF" && string(start[8:12]) == "WEBP" {
		return "webp"
	}
	if len(start) > 262 && string(start[257:262]) == "ustar" {
		return "tar"
	}
	if isHTML(start) {
		return formatHTML
	}
	return formatText
}

// zipFormat tells office documents from archives by the names of their
// parts, which stand in the clear.
func zipFormat(data []byte) string {
	start, end := data[:min(len(data), sniffBytes)], data[max(0, len(data)-4*sniffBytes):]
	holds := func(name string) bool {
		return bytes.Contains(start, []byte(name)) || bytes.Contains(end, []byte(name))
	}
	switch {
	case holds("word/"):
		return formatDOCX
	case holds("xl/"):
		return "xlsx"
	case holds("ppt/"):
		return "pptx"
	case holds("application/vnd.oasis.opendocument.text"):
		return "odt"
	case holds("OFD.xml"):
		return "ofd"
	}
	return "zip"
}

// isHTML looks for a tag that only a page has. The tags are ASCII in every
// encoding but UTF-16, whose zeros are taken out for the look.
func isHTML(start []byte) bool {
	if bytes.HasPrefix(start, []byte("\xFF\xFE")) || bytes.HasPrefix(start, []byte("\xFE\xFF")) {
		start = bytes.ReplaceAll(start[2:], []byte{0}, nil)
	}
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	if len(start) == 0 || start[0] != '<' {
		return false
	}
	low := bytes.ToLower(start)
	for _, tag := range []string{"<!doctype html", "<html", "<?xml"} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return tag != "<?xml" || bytes.Contains(low, []byte("<html"))
		}
	}
	tags := 0
	for _, tag := range []string{"<head", "<meta ", "<body", "<div", "<p>", "<p ", "<table", "<span", "<br"} {
		if bytes.Contains(low, []byte(tag)) {
			tags++
		}
	}
	return tags >= 2
}

// codecs are the encodings by the names that reports and flags use.
var codecs = map[string]encoding.Encoding{
	"gb18030":  simplifiedchinese.GB18030,
	"big5":     traditionalchinese.Big5,
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// encodingOf names the encoding of a text, or returns "" if it is none: a
// byte order mark, then valid UTF-8, then whichever of GB18030 and Big5
// reads as the commoner characters.
func encodingOf(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return "utf-8"
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return "utf-16be"
	}
	start := data[:min(len(data), sniffBytes)]
	if bytes.Count(start, []byte{0}) > len(start)/100 {
		return ""
	}
	if mostlyUTF8(start, len(data) > len(start)) {
		return "utf-8"
	}
	gb, big5 := encodingScore(start, "gb18030"), encodingScore(start, "big5")
	switch {
	case max(gb, big5) < 0:
		return ""
	case big5 > gb:
		return "big5"
	}
	return "gb18030"
}

// mostlyUTF8 accepts UTF-8 with a few broken bytes, as files cut in the
// middle of a character have; other Chinese encodings break all over. cut
// tells that start may end inside a character.
func mostlyUTF8(start []byte, cut bool) bool {
	if cut {
		for i := 0; i < utf8.UTFMax && len(start) > 0 && !utf8.RuneStart(start[len(start)-1]); i++ {
			start = start[:len(start)-1]
		}
		if len(start) > 0 && start[len(start)-1] >= utf8.RuneSelf {
			start = start[:len(start)-1]
		}
	}
	if utf8.Valid(start) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(start); {
		r, n := utf8.DecodeRune(start[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 2: // two-byte sequences arise by chance in GB18030
			good++
		}
		i += n
	}
	return good > 20*bad
}

// frequent are characters and marks that fill Chinese prose, in both scripts:
// every second or third character of a text in the right encoding is here.
const frequent = "，。、；：“”（）《》的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過民产產种種面而方后後多定行学學法所政协協委员員会會议議提案区區县縣市全面党黨建设設务務工作开開展组組织織业業社经經济濟情况況报報告题題活动動意见見"

var isFrequent = sync.OnceValue(func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range frequent {
		set[r] = true
	}
	return set
})

// rareText is the encodingScore, and shortText the number of characters, under
// which a long run of valid codes is taken for bytes that mean something else.
const (
	rareText  = 60
	shortText = 100
)

// encodingScore returns the share of frequent characters, in thousandths, among
// the characters outside ASCII; below 0 if the bytes do not fit the encoding.
func encodingScore(start []byte, name string) int {
	text, _ := codecs[name].NewDecoder().Bytes(start)
	common, wrong, other := 0, 0, 0
	for _, r := range string(text) {
		switch {
		case r < utf8.RuneSelf:
			if r < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1b", r) {
				wrong++
			}
		case r == utf8.RuneError:
			wrong++
		case isFrequent()[r]:
			common++
		default:
			other++
		}
	}
	all := common + other + wrong
	if all == 0 || wrong*10 > all {
		return -1
	}
	score := (common*1000 - wrong*2000) / all
	if all > shortText && score < rareText {
		return -1
	}
	return score
}

// decode turns data of a named encoding into UTF-8.
func decode(data []byte, enc string) (string, error) {
	if enc == "utf-8" {
		return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), "\uFFFD"), nil
	}
	c, ok := codecs[enc]
	if !ok {
		return "", &Error{Kind: UnsupportedFormat, Detail: enc}
	}
	out, err := c.NewDecoder().Bytes(data)
	if err != nil {
		return "", &Error{Kind: NotText, Detail: enc, Err: err}
	}
	return strings.ToValidUTF8(string(bytes.TrimPrefix(out, []byte("\uFEFF"))), "\uFFFD"), nil
}
