package format

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf "golang.org/x/text/encoding/unicode"

	"duidu/model"
	"duidu/parser/script"
	"duidu/parser/text"
)

// Encodings that reports come in. GB18030 holds GBK and GB2312, and the Big5
// of x/text holds HKSCS, so that each family needs one decoder.
const (
	EncUTF8    = "utf-8"
	EncGB18030 = "gb18030"
	EncBig5    = "big5"
	EncUTF16LE = "utf-16le"
	EncUTF16BE = "utf-16be"
	EncHZ      = "hz-gb-2312" // GB2312 in seven bits, between ~{ and ~}
)

var Codecs = map[string]encoding.Encoding{
	EncGB18030: simplifiedchinese.GB18030,
	EncBig5:    traditionalchinese.Big5,
	EncUTF16LE: utf.UTF16(utf.LittleEndian, utf.UseBOM),
	EncUTF16BE: utf.UTF16(utf.BigEndian, utf.UseBOM),
	EncHZ:      simplifiedchinese.HZGB2312,
}

// EncodingNames are the names that pages and flags use for them.
var EncodingNames = map[string]string{
	"utf-8": EncUTF8, "utf8": EncUTF8, "utf-8-sig": EncUTF8, "unicode-1-1-utf-8": EncUTF8,
	"gb18030": EncGB18030, "gbk": EncGB18030, "gb2312": EncGB18030, "gb_2312-80": EncGB18030, "cp936": EncGB18030,
	"windows-936": EncGB18030, "x-gbk": EncGB18030, "gb2312-80": EncGB18030, "euc-cn": EncGB18030, "hz-gb-2312": EncHZ, "hz": EncHZ,
	"big5": EncBig5, "big5-hkscs": EncBig5, "big5hkscs": EncBig5, "cp950": EncBig5, "x-x-big5": EncBig5, "cn-big5": EncBig5,
	"utf-16": EncUTF16LE, "utf16": EncUTF16LE, "utf-16le": EncUTF16LE, "utf-16be": EncUTF16BE, "unicode": EncUTF16LE,
}

// EncodingNamed returns the encoding that a flag or a page names, or an
// *Error of kind UnknownEncoding that lists what there is.
func EncodingNamed(name string) (string, error) {
	if enc, ok := EncodingNames[strings.ToLower(strings.TrimSpace(name))]; ok {
		return enc, nil
	}
	return "", &Error{Kind: UnknownEncoding, Detail: name}
}

var charsetPattern = text.Lazily(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]+)`)

// DeclaredEncoding is what a page says of itself in its first bytes, as one
// of the names above; "" where it says nothing that is known.
func DeclaredEncoding(start []byte) (enc, said string) {
	m := charsetPattern().FindSubmatch(start[:min(len(start), 4<<10)])
	if m == nil {
		return "", ""
	}
	said = strings.ToLower(string(m[1]))
	return EncodingNames[said], said
}

// EncodingOf names the encoding of a text, or returns "" if it is none: a
// byte order mark, then valid UTF-8, then whichever reads as the commonest
// characters. declared wins only where the bytes leave a doubt: pages keep
// the charset of the template they were pasted into.
func EncodingOf(data []byte, declared string) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return EncUTF8
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return EncUTF16LE
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return EncUTF16BE
	}
	start := sampleOf(data)
	if text := WithoutCutRune(start, len(data) > len(start)); utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 {
		return EncUTF8 // chance makes no such bytes, and UTF-16 reads hanzi into plain ASCII
	}
	enc, score := "", minScore
	for _, name := range []string{EncGB18030, EncBig5, EncUTF16LE, EncUTF16BE} {
		s := EncodingScore(start, name)
		if name == declared {
			s += declaredBonus
		} else if strings.HasPrefix(name, "utf-16") && s < minScore16 {
			continue
		}
		if s > score {
			enc, score = name, s
		}
	}
	utf16 := enc == EncUTF16LE || enc == EncUTF16BE
	if bytes.Count(start, []byte{0}) > len(start)/100 && !utf16 {
		return ""
	}
	if !utf16 && mostlyUTF8(WithoutCutRune(start, len(data) > len(start))) {
		return EncUTF8
	}
	return enc
}

// sampleOf returns the bytes that decide: the first ones, or those around
// the first that is not ASCII, since a page's head may be long. An even
// offset keeps the halves of UTF-16 together.
func sampleOf(data []byte) []byte {
	from := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	if from < SniffBytes/2 {
		from = 0
	} else if i := bytes.LastIndexByte(data[:from], '\n'); i >= 0 && from-i < SniffBytes/2 {
		from = i + 1
	} else {
		from = max(0, from-SniffBytes/2)
	}
	from &^= 1
	return data[from:min(len(data), from+SniffBytes)]
}

// WithoutCutRune drops the beginning of a character at the end of start,
// where cut tells that there may be one.
func WithoutCutRune(start []byte, cut bool) []byte {
	if !cut {
		return start
	}
	for i := 0; i < utf8.UTFMax && len(start) > 0 && !utf8.RuneStart(start[len(start)-1]); i++ {
		start = start[:len(start)-1]
	}
	if len(start) > 0 && start[len(start)-1] >= utf8.RuneSelf {
		start = start[:len(start)-1]
	}
	return start
}

// mostlyUTF8 accepts UTF-8 with a few broken bytes, as files cut in the
// middle of a character have; other Chinese encodings break all over.
func mostlyUTF8(start []byte) bool {
	if utf8.Valid(start) {
		return bytes.Count(start, []byte{0}) <= len(start)/100
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

// Weights of a character for EncodingScore, and the mean weight under which
// bytes are no text in that encoding. declaredBonus settles a doubt and no
// more: the wrong decoder of a real text loses by several points.
const (
	topWeight     = 8
	rareWeight    = -2
	foreignWeight = -4
	brokenWeight  = -12
	minScore      = -1.5
	minScore16    = 2 // of UTF-16, in which any bytes at all are characters
	declaredBonus = 0.5
)

// runeWeights gives the commoner a character the more: by its rank among
// the commonest of both scripts, in steps that halve the frequency.
var runeWeights = sync.OnceValue(func() map[rune]int {
	w := map[rune]int{}
	rank := 0
	for _, r := range script.CommonData {
		if !unicode.IsSpace(r) {
			rank++
			w[r] = max(2, topWeight-rank/400)
		}
	}
	for _, r := range "，。、；：“”（）《》！？％—…·　" {
		w[r] = topWeight
	}
	for _, r := range "政协協委员員会會议議提案县縣区區常全" { // the words of these reports
		w[r] = topWeight
	}
	return w
})

// EncodingScore returns the mean weight of the characters outside ASCII when
// start is read in the named encoding, or a value below minScore if the
// bytes do not fit.
func EncodingScore(start []byte, name string) float64 {
	const never = -100
	even := start
	if strings.HasPrefix(name, "utf-16") {
		even = start[:len(start)&^1]
	}
	text, _ := Codecs[name].NewDecoder().Bytes(even)
	weights := runeWeights()
	sum, all := 0, 0
	for i, r := range string(text) {
		switch {
		case r >= ' ' && r < 0x7f, strings.ContainsRune("\t\n\r\f\v\x1b", r):
			continue
		case r == utf8.RuneError && i+utf8.UTFMax+1 > len(text):
			continue // a character cut at the end
		case r < 0xa0, r == utf8.RuneError, unicode.Is(unicode.Co, r):
			sum += brokenWeight
		case weights[r] > 0:
			sum += weights[r]
		case model.IsHan(r):
			sum += rareWeight
		case r >= 0xff01 && r <= 0xff5e, r >= 0x2000 && r < 0x2700, r >= 0x3000 && r < 0x3020:
		default:
			sum += foreignWeight
		}
		all++
	}
	if all == 0 {
		return never
	}
	return float64(sum) / float64(all)
}

// Decode turns data of a named encoding into UTF-8; wrong bytes are U+FFFD.
func Decode(data []byte, enc string) (string, error) {
	if enc == EncUTF8 {
		return strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), "\uFFFD"), nil
	}
	c, ok := Codecs[enc]
	if !ok {
		return "", &Error{Kind: UnknownEncoding, Detail: enc}
	}
	out, err := c.NewDecoder().Bytes(data)
	if err != nil {
		return "", &Error{Kind: NotText, Detail: enc, Err: err}
	}
	return strings.ToValidUTF8(string(bytes.TrimPrefix(out, []byte("\uFEFF"))), "\uFFFD"), nil
}

// decoded is a text with the encoding it was found in and what is odd about
// it, in words for a notice.
type decoded struct {
	Text, Encoding string
	Doubts         []model.Notice
	Clean          bool // known to be what script.Clean would make of it
}

// DecodeText finds the encoding of data, unless the user forced one, and
// decodes it. A file that goes over into another encoding midway is decoded
// piece by piece.
func DecodeText(data []byte, declared, said, forced string) (decoded, error) {
	if forced != "" {
		text, err := Decode(data, forced)
		return decoded{Text: text, Encoding: forced}, err
	}
	d := decoded{Text: string(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))), Encoding: EncUTF8}
	if isHZ(data) {
		text, err := Decode(data, EncHZ)
		return decoded{Text: text, Encoding: EncHZ, Doubts: []model.Notice{{Kind: model.NoticeEncoding, Reason: "encoding-hz"}}}, err
	}
	if d.Clean = script.IsClean(d.Text); !d.Clean {
		d.Encoding = EncodingOf(data, declared)
	}
	if d.Encoding == "" {
		return d, &Error{Kind: NotText, Detail: "binary"}
	}
	if declared != "" && declared != d.Encoding {
		d.Doubts = append(d.Doubts, model.Notice{Kind: model.NoticeEncoding, Reason: "encoding-claimed", Args: []string{said, d.Encoding}})
	}
	if d.Clean {
		d.unread()
		return d, nil
	}
	if pieces := switches(data, d.Encoding); len(pieces) > 1 {
		var b strings.Builder
		for i, p := range pieces {
			text, err := Decode(p.data, p.encoding)
			if err != nil {
				return d, err
			}
			b.WriteString(text)
			if i > 0 {
				d.Doubts = append(d.Doubts, model.Notice{Kind: model.NoticeEncoding, Reason: "encoding-changed", Args: []string{strconv.Itoa(p.line), p.encoding}})
			}
		}
		d.Text = b.String()
		return d, nil
	}
	var err error
	d.Text, err = Decode(data, d.Encoding)
	if err == nil {
		d.unread()
		d.doubtLosses()
	}
	return d, err
}
