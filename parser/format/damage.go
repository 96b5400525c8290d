package format

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"

	"duidu/model"
	"duidu/parser/text"
)

// What goes wrong with a text on its way: it was sent in seven bits, read in
// the wrong encoding and saved so, lost bytes, or was put together from files in
// different encodings. (The encodings themselves are in encoding.go.)

// misread are characters that UTF-8 gives when it is read as GBK: the first two
// bytes of the commonest hanzi and marks.
var misread = text.SetOf("鍗鏀鍏銆锛鐨涓浼绗閮鎻愬嚭鍜屽勾寮棰濮鍛")

// unread puts lines back that had been UTF-8 and were read as GBK and saved so.
// The bytes that were lost on the way stay lost.
func (d *decoded) unread() {
	const share, least = 12, 6 // one such character in so many; so many in all
	if misread.Count(d.Text) < least {
		return
	}
	lines, first, count := strings.SplitAfter(d.Text, "\n"), 0, 0
	for i, l := range lines {
		n := misread.Count(l)
		if n*share < text.Runes(l) || n == 0 {
			continue
		}
		b, err := encoding.ReplaceUnsupported(simplifiedchinese.GB18030.NewEncoder()).Bytes([]byte(l))
		if err != nil || !mostlyHan(b) {
			continue
		}
		lines[i] = strings.ToValidUTF8(string(b), "□")
		if count++; count == 1 {
			first = i + 1
		}
	}
	if count == 0 {
		return
	}
	d.Text, d.Clean = strings.Join(lines, ""), false
	d.Doubts = append(d.Doubts, model.Notice{Kind: model.NoticeEncoding, Reason: "encoding-misread", Args: []string{strconv.Itoa(first), strconv.Itoa(count)}})
}

// mostlyHan tells bytes that are hanzi in UTF-8 but for a few that were lost.
func mostlyHan(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError:
			bad++
		case n == 3:
			good++
		}
		b = b[n:]
	}
	return good > 2*bad
}

// doubtLosses tells where bytes were lost that no character could be read from.
func (d *decoded) doubtLosses() {
	n, line := strings.Count(d.Text, "\uFFFD"), 0
	if n == 0 {
		return
	}
	line = 1 + strings.Count(d.Text[:strings.Index(d.Text, "\uFFFD")], "\n")
	d.Doubts = append(d.Doubts, model.Notice{Kind: model.NoticeEncoding, Reason: "bytes-lost", Args: []string{strconv.Itoa(n), strconv.Itoa(line)}})
}

// isHZ tells text of seven bits in which hanzi stand between ~{ and ~}.
func isHZ(data []byte) bool {
	start := data[:min(len(data), SniffBytes)]
	if !bytes.Contains(start, []byte("~{")) || !bytes.Contains(data, []byte("~}")) || !isASCII(data) {
		return false
	}
	text, err := Decode(start, EncHZ)
	return err == nil && hanIn(text) >= 2
}

func hanIn(s string) int {
	n := 0
	for _, r := range s {
		if model.IsHan(r) {
			n++
		}
	}
	return n
}

// piece is a run of lines in one encoding.
type piece struct {
	data     []byte
	encoding string
	line     int // number of its first line, from 1
}

// Sizes for switches, in bytes: lines are judged in windows of at least this
// size, and a window must be clearly wrong before it is read otherwise.
const (
	switchWindow = 256
	switchMargin = 4.0
)

// switches cuts data where it goes over into another encoding, at line ends
// (no byte of these encodings looks like one). Valid UTF-8 has no switches.
func switches(data []byte, enc string) []piece {
	if strings.HasPrefix(enc, "utf-16") || utf8.Valid(data) {
		return nil
	}
	var pieces []piece
	line, from, first := 1, 0, 1
	for i := 0; i < len(data); i++ {
		if data[i] == '\n' {
			line++
		}
		if i+1 < len(data) && (data[i] != '\n' || i+1-from < switchWindow && surelyUTF8(lineAt(data, i+1)) == surelyUTF8(data[from:i+1])) {
			continue
		}
		window := data[from : i+1]
		e := windowEncoding(window, enc)
		if k := len(pieces) - 1; k >= 0 && (pieces[k].encoding == e || isASCII(window)) {
			pieces[k].data = data[from-len(pieces[k].data) : i+1]
		} else {
			pieces = append(pieces, piece{window, e, first})
		}
		from, first = i+1, line
	}
	return pieces
}

// lineAt is the line of data that begins at i.
func lineAt(data []byte, i int) []byte {
	if end := bytes.IndexByte(data[i:], '\n'); end >= 0 {
		return data[i : i+end]
	}
	return data[i:]
}

// surelyUTF8 tells bytes that are UTF-8 and by chance would not be.
func surelyUTF8(b []byte) bool {
	const least = 6 // hanzi
	return utf8.Valid(b) && hanIn(string(b)) >= least
}

func isASCII(b []byte) bool {
	return bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// windowEncoding is the file's encoding unless the window reads far better
// in another one.
func windowEncoding(window []byte, enc string) string {
	if utf8.Valid(window) {
		if enc != EncUTF8 && bytes.ContainsFunc(window, func(r rune) bool { return model.IsHan(r) }) {
			return EncUTF8
		}
		return enc
	}
	score := -100.0
	if enc != EncUTF8 {
		score = EncodingScore(window, enc)
	} else if mostlyUTF8(window) {
		return enc
	}
	best, other := score, enc
	for _, name := range []string{EncGB18030, EncBig5} {
		if s := EncodingScore(window, name); s > minScore+2 && s > score+switchMargin && s > best {
			best, other = s, name
		}
	}
	return other
}
