package format

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"duidu/parser/text"
)

// Newspapers break an article off at the foot of a page (下转第四版) and go on
// with it on another (上接第一版), which their sites save as a page of its own.
var (
	onwardMark = text.Lazily(`[（(\[【]?\s*(?:文章)?[下续續](?:转|轉|接)\s*第?\s*([A-Za-z]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。，；]{0,10}$`)
	fromMark   = text.Lazily(`^[（(\[【]?\s*(?:上接|紧接|緊接|接)\s*第?\s*([A-Za-z]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版[^。，；）)\]】]{0,30}[）)\]】]?`)
)

// jumpWords stand in every mark; in the bytes of a file they are looked for in
// each encoding.
var jumpWords = sync.OnceValue(func() [][]byte {
	var list [][]byte
	for _, w := range []string{"下转", "下轉", "下接", "续转", "续接", "續轉", "續接", "上接", "紧接", "緊接", "接第", "（接", "(接"} {
		list = append(list, []byte(w))
		for _, enc := range []string{EncGB18030, EncBig5} {
			if b, err := Codecs[enc].NewEncoder().Bytes([]byte(w)); err == nil {
				list = append(list, b)
			}
		}
	}
	return list
})

// MayJump tells bytes that can hold a mark: those of a text or a page.
func MayJump(data []byte) bool {
	switch Of(data) {
	case PlainText, HTML, MHTML, Markdown:
	default:
		return false
	}
	return slices.ContainsFunc(jumpWords(), func(w []byte) bool { return bytes.Contains(data, w) })
}

// jump is where an article's text goes on, or comes from.
type jump struct {
	Onward, From string // pages as the marks name them; empty for none
}

// markSpan is how far from a line's end a mark may begin, in characters.
const markSpan = 44

// MarkSearch is how many lines at the ends of a page may hold a mark.
const MarkSearch = 8

// TakeJumps takes the marks out of the lines.
func TakeJumps(lines []Line) ([]Line, jump) {
	var j jump
	for i := 0; i < min(len(lines), MarkSearch); i++ {
		if !text.Has(lines[i].Text, "接") || !text.Has(lines[i].Text, "版") {
			continue
		}
		m := fromMark().FindStringSubmatch(lines[i].Text)
		if m == nil {
			continue
		}
		j.From = m[1]
		if rest := strings.TrimSpace(lines[i].Text[len(m[0]):]); rest != "" {
			lines[i].Text = rest
		} else {
			lines = slices.Delete(slices.Clone(lines), i, i+1)
		}
		break
	}
	for i := len(lines) - 1; i >= max(0, len(lines)-MarkSearch); i-- {
		tail := text.LastRunes(lines[i].Text, markSpan)
		if !text.Has(tail, "版") {
			continue
		}
		m := onwardMark().FindStringSubmatchIndex(tail)
		if m == nil {
			continue
		}
		for k := range m {
			m[k] += len(lines[i].Text) - len(tail)
		}
		j.Onward = lines[i].Text[m[2]:m[3]]
		if rest := strings.TrimSpace(lines[i].Text[:m[0]]); rest != "" {
			lines[i].Text = rest
		} else {
			lines = slices.Delete(slices.Clone(lines), i, i+1)
		}
		break
	}
	return lines, j
}
