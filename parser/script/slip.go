package script

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
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

// rareWeight is above the weights of characters that hardly any text has.
const rareWeight = -1

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
	case r >= 0x2460 && r < 0x2500, r >= 0x2160 && r < 0x2180, r >= 0x3220 && r < 0x3280: // ① Ⅰ ㈠ are somebody's
		return 1
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

// mendSlips returns the mendings of the shifted runs of a paragraph, of which
// the stretches that lie between two bytes of it are looked at. Nearly all have
// none, and are looked at once without keeping anything.
func mendSlips(s string, from, to int) []mending {
	if !utf8.ValidString(s) {
		return nil
	}
	for from > 0 && (s[from-1] >= utf8.RuneSelf || s[from-1] == '?') { // up to where the stretch begins
		from--
	}
	var list []mending
	table := gbk()
	p := newSlipLead(s, from)
	for i, r := range s[from:] {
		i += from
		t, ok := table.token(i, r)
		if !ok && i >= to {
			break
		}
		if ok {
			p.take(table, t.bytes, int(table.weights[r]), t.mark) // what GBK has is among the weights
			p.end = t.end
		}
		if !ok || p.length == longestStretch {
			end := i + utf8.RuneLen(r)
			if p.shifted() {
				list = append(list, mendings(s, p.start, end)...)
			}
			p = newSlipLead(s, end)
		}
	}
	if p.shifted() {
		list = append(list, mendings(s, p.start, p.end)...)
	}
	return list
}

// slipLead is by how much the likeliest path that ends shifted leads over the
// likeliest that ends straight: all that a stretch without a slip is asked.
type slipLead struct {
	start    int // of the stretch in the paragraph
	end      int // of what has been looked at of it
	length   int // tokens
	lead     int
	trail    byte // the second one of the token before
	mark     bool // the token before is one
	returned bool // a path that ends straight may have been shifted before
}

func newSlipLead(s string, start int) slipLead {
	p := newSlipPath(s, start)
	return slipLead{start: start, lead: p.best[shifted] - p.best[straight]}
}

// take goes on to a token, as slipPath.take does.
func (p *slipLead) take(table *gbkTable, pair [2]byte, weight int, mark bool) {
	enters := p.length == 0
	if p.length > 0 {
		entry := -evidenceUnmarked
		if p.mark {
			entry = -evidenceMarked
			if p.lead > 0 {
				p.lead, p.returned = 0, true
			}
		}
		if entry > p.lead {
			p.lead, enters = entry, true
		}
	}
	if !mark {
		p.lead -= weight
		switch {
		case enters:
			p.lead += table.pairWeight(leadBefore(pair[0]), pair[0])
		case !p.mark:
			p.lead += table.pairWeight(p.trail, pair[0])
		}
	}
	p.trail, p.mark = pair[1], mark
	p.length++
}

// shifted tells that a path through the stretch is likelier than the straight one.
func (p *slipLead) shifted() bool { return p.length > 0 && (p.returned || p.lead > 0) }

// token is what r is at byte i; false for ASCII and what GBK lacks, which end a
// stretch.
func (t *gbkTable) token(i int, r rune) (gbkToken, bool) {
	mark := r == '?' || r == '？' || r == utf8.RuneError
	pair := uint16(0)
	if uint32(r) <= 0xffff {
		pair = t.pairs[r]
	}
	return gbkToken{start: i, end: i + utf8.RuneLen(r), r: r, bytes: [2]byte{byte(pair >> 8), byte(pair)}, mark: mark}, pair != 0 || mark
}

// slipReading says how a token is read.
type slipReading uint8

const (
	straight slipReading = iota // as it stands
	shifted                     // its first byte ends a character, its second begins one
)

// slipPath is the likeliest reading of a stretch up to a token.
type slipPath struct {
	start    int    // of the stretch in the paragraph
	length   int    // tokens
	best     [2]int // the weight of the best path that ends in each reading
	previous gbkToken
}

func newSlipPath(s string, start int) slipPath {
	p := slipPath{start: start, best: [2]int{0, -evidenceUnmarked}}
	if note, _ := noteBefore(s, start); note > 0 {
		p.best[shifted] = -evidenceMarked
	}
	return p
}

// take goes on to a token and returns, for each reading of it, the reading of
// the token before.
func (p *slipPath) take(table *gbkTable, t gbkToken) (from [2]slipReading) {
	behind := p.length > 0 // a token stands before
	next := p.best
	from[shifted] = shifted
	if behind {
		entry := p.best[straight] - evidenceUnmarked
		if p.previous.mark {
			entry = p.best[straight] - evidenceMarked
			if p.best[shifted] > p.best[straight] { // a mark may have put things right
				next[straight], from[straight] = p.best[shifted], shifted
			}
		}
		if entry > p.best[shifted] {
			next[shifted], from[shifted] = entry, straight
		}
	}
	if !t.mark {
		next[straight] += int(table.weights[t.r]) // what GBK has is among them
		switch {
		case !behind || from[shifted] == straight:
			next[shifted] += table.pairWeight(leadBefore(t.bytes[0]), t.bytes[0])
		case !p.previous.mark:
			next[shifted] += table.pairWeight(p.previous.bytes[1], t.bytes[0])
		}
	}
	p.best, p.previous = next, t
	p.length++
	return from
}

// pairWeight is the weight of a character of two bytes, 0 where the first is
// not known.
func (t *gbkTable) pairWeight(lead, trail byte) int {
	return int(t.pairWeights[uint16(lead)<<8|uint16(trail)])
}

// mendings returns what the stretch from byte start to byte end asks for.
func mendings(s string, start, end int) []mending {
	var list []gbkToken
	var from [][2]slipReading
	again, table := newSlipPath(s, start), gbk()
	for i, r := range s[start:end] {
		if t, ok := table.token(start+i, r); ok {
			list, from = append(list, t), append(from, again.take(table, t))
		}
	}
	path := make([]slipReading, len(list))
	state := straight
	if again.best[shifted] > again.best[straight] {
		state = shifted
	}
	for i := len(list) - 1; i >= 0; i-- {
		path[i] = state
		state = from[i][state]
	}
	note, lead := noteBefore(s, start)
	return pathMendings(s, list, path, lead, note)
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
		if b, ok := gbk().pair(r); ok && b[0] == lead {
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
	near := s[max(0, end-2*longestSyllable-hanBytes):end]
	if strings.IndexByte(near, '?') < 0 && strings.IndexByte(near, "？"[0]) < 0 { // as nearly everywhere; U+FFFD begins as ？ does
		return 0, 0
	}
	i := strings.LastIndexAny(near, "?？\ufffd")
	if i < 0 {
		return 0, 0
	}
	i += max(0, end-2*longestSyllable-hanBytes)
	mark := markLength(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	b, ok := gbk().pair(before)
	if !ok {
		return 0, 0
	}
	n, r := noteFor(s[i+mark:], b[1])
	if n == 0 || i+mark+n != end {
		return 0, 0
	}
	code, _ := gbk().pair(r)
	next, _ := utf8.DecodeRuneInString(s[end:])
	if first, ok := gbk().pair(next); ok && hanWeight(gbkRune(code[1], first[0])) > 1 {
		return mark + n, code[1]
	}
	return mark + n, 0
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
