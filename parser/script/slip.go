package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// In GBK a hanzi is two bytes. Where a page has lost one of them, every
// character after it is read from the second byte of one and the first byte
// of the next, up to the next ASCII character: 。“十四五” becomes ?！笆?四五”.
// Putting a byte back in front of the run restores it; that it was one is
// seen from rare characters turning into common ones. So each stretch of
// two-byte characters is read both ways at once, as it stands and shifted by
// a byte, and the likeliest path through the two readings is taken.

//go:embed data/common.txt
var CommonData string

// commonness has, for the hanzi from firstCommon on, how much more likely
// each is in text than in a shifted run, as a logarithm.
var commonness = sync.OnceValue(func() *[lastHan - firstHan + 1]int8 {
	t := new([lastHan - firstHan + 1]int8)
	for i := range t {
		t[i] = -4
	}
	rank := 0
	for _, r := range CommonData {
		if r < firstHan || r > lastHan {
			continue
		}
		switch {
		case rank < 200:
			t[r-firstHan] = 4
		case rank < 1000:
			t[r-firstHan] = 2
		case rank < 2000:
			t[r-firstHan] = 1
		case rank < 3000:
			t[r-firstHan] = -1
		default:
			t[r-firstHan] = -2
		}
		rank++
	}
	for _, r := range formalNumerals { // rare in books, not in receipts
		t[r-firstHan] = 1
	}
	return t
})

const formalNumerals = "壹贰叁肆伍陆柒捌玖拾佰仟"

// hanWeight returns how much a character speaks for text against a shifted run.
func hanWeight(r rune) int {
	switch {
	case r >= firstHan && r <= lastHan:
		return int(commonness()[r-firstHan])
	case strings.ContainsRune("，。、", r):
		return 4
	case strings.ContainsRune("“”：；（）《》—…！％", r):
		return 2
	}
	return -4
}

// lostCharacter stands for a character of which one byte is gone for good.
const lostCharacter = '□'

// What has to speak for a run being shifted, in the measure of weight: less
// where a mark shows that a byte was lost, or a note names it.
const (
	evidenceMarked   = 10
	evidenceUnmarked = 18
)

// longestStretch bounds, in characters, what is read both ways in one piece.
const longestStretch = 1 << 16

// gbkToken is a character of a stretch: two bytes in GBK, or a mark that stands
// for what could not be read.
type gbkToken struct {
	start, end int // in the paragraph
	r          rune
	bytes      [2]byte
	mark       bool
}

// slipped tells whether a paragraph may have shifted runs at all: rare
// characters stand close to each other or to a mark.
func slipped(s string) bool {
	const near = 8 * hanBytes
	table := commonness()
	last := -near - 1
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < 0x80:
			if c == '?' {
				last = i
			}
			i++
		case c >= 0xe3 && c <= 0xe9 && i+2 < len(s):
			r := rune(c&0xf)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f)
			if r >= firstHan && r <= lastHan && table[r-firstHan] < -1 {
				if i-last <= near {
					return true
				}
				last = i
			}
			i += 3
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			if markLength(s[i:]) > 0 {
				last = i
			}
			i += n
		}
	}
	return false
}

// mendSlips returns the mendings of the shifted runs of a paragraph.
func mendSlips(s string) []mending {
	if !slipped(s) {
		return nil
	}
	// What GBK lacks becomes one byte, as ASCII is, and ends a stretch.
	coded, err := encoding.ReplaceUnsupported(simplifiedchinese.GBK.NewEncoder()).Bytes([]byte(s))
	if err != nil {
		return nil
	}
	var list []mending
	var stretch []gbkToken
	flush := func() {
		list = append(list, mendStretch(s, stretch)...)
		stretch = stretch[:0]
	}
	k := 0
	for i, r := range s {
		t := gbkToken{start: i, end: i + utf8.RuneLen(r), r: r, mark: markLength(s[i:]) > 0}
		switch {
		case k >= len(coded): // the text was not UTF-8
			return nil
		case coded[k] < 0x80:
			k++
			if !t.mark {
				flush()
				continue
			}
		case k+1 < len(coded):
			t.bytes = [2]byte{coded[k], coded[k+1]}
			k += 2
		default:
			return nil
		}
		if stretch = append(stretch, t); len(stretch) == longestStretch {
			flush()
		}
	}
	flush()
	return list
}

// slipReading says how a token is read.
type slipReading uint8

const (
	straight slipReading = iota // as it stands
	shifted                     // its first byte ends a character, its second begins one
)

// mendStretch finds the likeliest reading of a stretch and returns the
// mendings it asks for.
func mendStretch(s string, list []gbkToken) []mending {
	if len(list) == 0 {
		return nil
	}
	note, toneByte := noteBefore(s, list[0].start)
	// best holds the weight of the best path so far that ends in each
	// reading; from tells the reading before.
	best := [2]int{0, -evidenceUnmarked}
	if note > 0 {
		best[shifted] = -evidenceMarked
	}
	from := make([][2]slipReading, len(list))
	for i, t := range list {
		entry := best[straight] - evidenceUnmarked
		if i > 0 && list[i-1].mark {
			entry = best[straight] - evidenceMarked
		}
		var next [2]int
		next[straight] = best[straight]
		if i > 0 && list[i-1].mark && best[shifted] > best[straight] {
			next[straight], from[i][straight] = best[shifted], shifted // a mark may have put things right
		}
		next[shifted], from[i][shifted] = best[shifted], shifted
		if i > 0 && entry > best[shifted] {
			next[shifted], from[i][shifted] = entry, straight
		}
		if !t.mark {
			next[straight] += hanWeight(t.r)
			next[shifted] += shiftedWeight(list, i, from[i][shifted] == shifted)
		}
		best = next
	}
	path := make([]slipReading, len(list))
	state := straight
	if best[shifted] > best[straight] {
		state = shifted
	}
	for i := len(list) - 1; i >= 0; i-- {
		path[i] = state
		state = from[i][state]
	}
	return pathMendings(s, list, path, toneByte, note)
}

// shiftedWeight returns the weight of the character that ends with the first
// byte of list[i]; continued tells that the token before is shifted too.
func shiftedWeight(list []gbkToken, i int, continued bool) int {
	var lead byte
	switch {
	case !continued || i == 0:
		lead = leadBefore(list[i].bytes[0])
	case !list[i-1].mark:
		lead = list[i-1].bytes[1]
	}
	if lead == 0 {
		return 0
	}
	return hanWeight(gbkRune(lead, list[i].bytes[0]))
}

// pathMendings writes out the shifted runs of a path.
func pathMendings(s string, list []gbkToken, path []slipReading, lead byte, note int) []mending {
	var out []mending
	for i := 0; i < len(list); {
		if path[i] == straight {
			i++
			continue
		}
		var b strings.Builder
		m := mending{start: list[i].start}
		var pending byte
		switch {
		case i == 0 && note > 0:
			m.start -= note
			if pending = lead; lead == 0 {
				b.WriteRune(lostCharacter)
			}
		case i > 0 && list[i-1].mark:
			m.start = list[i-1].start
		}
		if pending == 0 && !list[i].mark {
			pending = leadBefore(list[i].bytes[0])
		}
		open := false // a character has been begun
		for ; i < len(list) && path[i] == shifted; i++ {
			t := list[i]
			if t.mark && open && i == len(list)-1 {
				continue // it stands for the end of the run's last character
			}
			m.end = t.end
			if t.mark {
				if open {
					b.WriteRune(lostCharacter)
				}
				pending, open = 0, false
				continue
			}
			b.WriteRune(gbkRune(pending, t.bytes[0]))
			pending, open = t.bytes[1], true
		}
		if open {
			b.WriteString(lastOf(s, &m, pending))
		}
		m.text = b.String()
		out = append(out, m)
	}
	return out
}

// lastOf returns the character that lead begins and the shifted run m has
// lost the end of. It may be told by the letter after the run, which is
// its second byte, or by the pinyin note there; either then belongs to m.
func lastOf(s string, m *mending, lead byte) string {
	rest := s[m.end:]
	if rest != "" && rest[0] >= 0x40 && rest[0] < 0x7f {
		if r := gbkRune(lead, rest[0]); hanWeight(r) > 0 {
			m.end++
			return string(r)
		}
	}
	mark := markLength(rest)
	if n, r := noteFor(rest[mark:], lead); n > 0 {
		m.end += mark + n
		return string(r)
	}
	m.end += mark
	return string(lostCharacter)
}

// noteFor returns the length of the end of a pinyin note that s begins with,
// lái), and the character beginning with lead that it is the reading of.
func noteFor(s string, lead byte) (int, rune) {
	n := syllableLength(s)
	closed := closeParenthesis(s[n:])
	if n == 0 || closed == 0 {
		return 0, 0
	}
	for _, r := range readings()[toneless(s[:n])] {
		if b, err := simplifiedchinese.GBK.NewEncoder().String(string(r)); err == nil && len(b) == 2 && b[0] == lead {
			return n + closed, r
		}
	}
	return 0, 0
}

// noteBefore returns the length of the pinyin note that ends at s[:end] if
// it may have pushed out a byte, and that byte: 們全 is 82 83 C8 AB, of which
// 83 C8 happens to be 內, so that a careless program has put (nèi) between
// its bytes, and 們?nèi) is left. The byte is 0 if it is lost as well, as it
// is where what followed it could not be read either.
func noteBefore(s string, end int) (int, byte) {
	i := strings.LastIndexAny(s[max(0, end-2*longestSyllable-hanBytes):end], "?？\ufffd")
	if i < 0 {
		return 0, 0
	}
	i += max(0, end-2*longestSyllable-hanBytes)
	mark := markLength(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	b, err := simplifiedchinese.GBK.NewEncoder().String(string(before))
	if err != nil || len(b) != 2 {
		return 0, 0
	}
	n, r := noteFor(s[i+mark:], b[1])
	if n == 0 || i+mark+n != end {
		return 0, 0
	}
	code, _ := simplifiedchinese.GBK.NewEncoder().String(string(r))
	next, _ := utf8.DecodeRuneInString(s[end:])
	if first, err := simplifiedchinese.GBK.NewEncoder().String(string(next)); err == nil && len(first) == 2 && hanWeight(gbkRune(code[1], first[0])) > 1 {
		return mark + n, code[1]
	}
	return mark + n, 0
}

// gbkRune returns the character of two bytes of GBK, or lostCharacter if lead is 0 or
// there is none.
func gbkRune(lead, trail byte) rune {
	if lead < 0x81 {
		return lostCharacter
	}
	b, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{lead, trail})
	r, n := utf8.DecodeRune(b)
	if err != nil || r == utf8.RuneError || n != len(b) {
		return lostCharacter
	}
	return r
}

// markLength returns the length of what s begins with in place of a byte
// that could not be read.
func markLength(s string) int {
	for _, m := range []string{"?", "？", "\ufffd"} {
		if strings.HasPrefix(s, m) {
			return len(m)
		}
	}
	return 0
}

// leadBefore returns the byte that most likely stood before b: that of the
// punctuation mark ending so, which is commoner than all the hanzi that do,
// or 0 if b can't tell.
func leadBefore(b byte) byte {
	switch b {
	case 0xa2, 0xa3: // 、 。
		return 0xa1
	case 0xac: // ，
		return 0xa3
	}
	return 0
}
