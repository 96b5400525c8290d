package script

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"duidu/model"
)

// Clean is the one sink: every text passes it before anything else looks at
// it, so that no later stage has to fear what a file may hold. Its result is
// valid UTF-8 with \n as the only line end; escape sequences, control and
// bidi characters and characters without width are gone. Nothing else
// changes. Text with nothing to remove is returned as it came, uncopied, and
// without a notice.
func Clean(text string) (string, []model.Notice) {
	var n RemovedCounts
	text = CleanInto(&n, text)
	return text, n.Notices()
}

// CleanInto does it for one text of several and counts on.
func CleanInto(n *RemovedCounts, text string) string {
	i := firstUnclean(text)
	if i == len(text) {
		return text
	}
	var w strings.Builder
	w.Grow(len(text))
	for i < len(text) {
		w.WriteString(text[:i])
		text = text[i:]
		text = text[n.drop(&w, text):]
		i = firstUnclean(text)
	}
	w.WriteString(text)
	return w.String()
}

// RemovedCounts is what clean took out, by what the reader may ask about.
type RemovedCounts struct {
	escapes, controls, directions, widthless, invalid int
}

func (n *RemovedCounts) Notices() []model.Notice {
	var parts []string
	for _, p := range []struct {
		name  string
		count int
	}{
		{"escapes", n.escapes}, {"controls", n.controls}, {"directions", n.directions},
		{"widthless", n.widthless}, {"invalid", n.invalid},
	} {
		if p.count > 0 {
			parts = append(parts, p.name, strconv.Itoa(p.count))
		}
	}
	if parts == nil { // line ends alone are no news
		return nil
	}
	return []model.Notice{{Kind: model.NoticeControl, Reason: "removed", Args: parts}}
}

// drop deals with the unclean character that s begins with and returns how
// many bytes of s that was.
func (n *RemovedCounts) drop(w *strings.Builder, s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		// A whole run counts and shows as one character: what was lost there
		// can't be told apart.
		for size < len(s) {
			r, k := utf8.DecodeRuneInString(s[size:])
			if r != utf8.RuneError || k != 1 {
				break
			}
			size++
		}
		n.invalid += size
		w.WriteRune(utf8.RuneError)
	case r == '\r':
		if strings.HasPrefix(s, "\r\n") {
			size = 2
		}
		w.WriteByte('\n')
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		w.WriteByte('\n')
	case r == 0x1b || isC1Introducer(r):
		n.escapes++
		return escapeLength(s)
	case isDirection(r):
		n.directions++
	case isWidthless(r):
		n.widthless++
	default:
		n.controls++
	}
	return size
}

// escapeLimit bounds, in bytes, how far the end of an escape sequence is
// looked for: beyond it a stray ESC would swallow the report's text.
const escapeLimit = 4096

// escapeLength returns the length of the escape sequence that s begins with,
// or that of the introducer alone if no sequence follows.
func escapeLength(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == 0x1b {
		if size == len(s) {
			return size
		}
		r = rune(s[size])
		if r >= 0x40 && r <= 0x5f {
			r += 0x40 // ESC [ is U+009B and so on
			size++
		} else if r >= 0x20 && r <= 0x2f { // ESC ( B: intermediates and a final byte
			i := size
			for i < len(s) && s[i] >= 0x20 && s[i] <= 0x2f {
				i++
			}
			if i < len(s) && s[i] >= 0x30 && s[i] <= 0x7e {
				return i + 1
			}
			return size
		} else if r >= 0x60 && r <= 0x7e || r >= 0x30 && r <= 0x3f {
			return size + 1
		} else {
			return size
		}
	}
	switch r {
	case 0x9b:
		return controlSequence(s, size)
	case 0x90, 0x98, 0x9d, 0x9e, 0x9f:
		return controlString(s, size)
	}
	return size
}

// controlSequence returns where the CSI sequence ends whose parameters begin
// at i; a sequence that is broken off ends there.
func controlSequence(s string, i int) int {
	for i < len(s) && s[i] >= 0x20 && s[i] <= 0x3f {
		i++
	}
	if i < len(s) && s[i] >= 0x40 && s[i] <= 0x7e {
		i++
	}
	return i
}

// controlString returns where the OSC, DCS, SOS, PM or APC string ends whose
// content begins at start. Without a terminator on its line only the
// introducer goes.
func controlString(s string, start int) int {
	for i := start; i < len(s) && i-start < escapeLimit; i++ {
		switch {
		case s[i] == 0x07:
			return i + 1
		case strings.HasPrefix(s[i:], "\x1b\\") || strings.HasPrefix(s[i:], "\u009c"):
			return i + 2
		case s[i] == '\n' || s[i] == '\r' || s[i] == 0x1b || s[i] == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0:
			return start
		}
	}
	return start
}

func isC1Introducer(r rune) bool {
	return r == 0x90 || r == 0x98 || r >= 0x9b && r <= 0x9f
}

func isDirection(r rune) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

func isWidthless(r rune) bool {
	switch {
	case r == 0x00ad, r == 0x034f, r == 0x180e, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200d, r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f:
		return true
	case r >= 0xfff9 && r <= 0xfffb: // interlinear annotation
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff: // variation selectors, tags
		return true
	}
	return false
}

// IsClean tells that Clean would leave text as it is. Then it is valid UTF-8
// without a byte order mark.
func IsClean(text string) bool { return firstUnclean(text) == len(text) }

// firstUnclean returns the offset of the first character that clean removes
// or replaces, or the length of s.
func firstUnclean(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 0x20 && c < 0x7f || c == '\n' || c == '\t':
			i++
		case c >= 0xe3 && c <= 0xec && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			i += 3 // hanzi and their punctuation: nothing unclean lies there
		case c == 0xef && i+2 < len(s) && s[i+1]&^1 == 0xbc && s[i+2]&0xc0 == 0x80:
			i += 3 // ，；：（ and their like
		case c < 0x80:
			return i
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || r < 0xa0 || r == '\u2028' || r == '\u2029' || isDirection(r) || isWidthless(r) {
				return i
			}
			i += size
		}
	}
	return len(s)
}
