// Package doubt notices what does not add up: passages that stand twice, blanks of a
// template, figures that disagree.
package doubt

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/text"
)

// where is a paragraph with its place, as the doubts look at it.
type Passage struct {
	Path      model.Path
	Paragraph int
	Text      string
}

// A passage that stands twice is one that nobody writes twice by chance:
// formulas of this prose run to some twenty characters.
const (
	repeatSeed   = 24 // characters that must agree before it is looked at
	repeatLength = 30 // characters of a passage that is noticed
)

// hanText is the Han characters and digits of all paragraphs in a row.
type hanText struct {
	runes   []rune
	offsets []int32 // byte offset in its paragraph, by rune
	ends    []int   // where each paragraph ends in runes
}

func hanOf(paragraphs []Passage) hanText {
	size := 0
	for _, p := range paragraphs {
		size += len(p.Text)/len("汉") + 1
	}
	h := hanText{runes: make([]rune, 0, size), offsets: make([]int32, 0, size)}
	for _, p := range paragraphs {
		for i, c := range p.Text {
			if c >= 0x3400 && unicode.Is(unicode.Han, c) || c >= '0' && c <= '9' {
				h.runes = append(h.runes, c)
				h.offsets = append(h.offsets, int32(i))
			}
		}
		h.ends = append(h.ends, len(h.runes))
	}
	return h
}

// Duplicates notices passages that stand in two paragraphs. Time is linear in
// the text: every window of repeatSeed characters is looked up once.
func Duplicates(paragraphs []Passage) []model.Notice {
	h := hanOf(paragraphs)
	seen := newWindows(h.runes)
	var notices []model.Notice
	start := 0
	for p, end := range h.ends {
		for i := start; i+repeatSeed <= end; {
			first, ok := seen.put(i)
			if !ok || first >= start {
				i++
				continue
			}
			n := agreeing(h.runes[first:h.endOf(first)], h.runes[i:end])
			if n < repeatLength {
				i++
				continue
			}
			notices = append(notices, model.Notice{Kind: model.NoticeDuplicate, Section: paragraphs[p].Path, Paragraph: paragraphs[p].Paragraph,
				Detail: fmt.Sprintf("这段文字前面已经出现过（%d 字）：%s…", n, text.FirstRunes(paragraphs[p].Text[h.offsets[i]:], 18))})
			i += n
		}
		start = end
	}
	return notices
}

// endOf returns where the paragraph that rune i lies in ends.
func (h *hanText) endOf(i int) int {
	k, _ := slices.BinarySearch(h.ends, i+1)
	return h.ends[k]
}

// agreeing is how many characters a and b have in common from their start.
func agreeing(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// windows is a hash table of the places where windows of repeatSeed
// characters first stood. Places are put in rising order.
type windows struct {
	runes []rune
	table []int32 // place + 1; 0 is empty
	at    int     // the window that hash is of, -1 before the first
	hash  uint64
}

func newWindows(runes []rune) *windows {
	size := 16
	for size < 2*len(runes) {
		size *= 2
	}
	return &windows{runes: runes, table: make([]int32, size), at: -1}
}

// windowBase is the base of the rolling hash, windowTop its power for the
// character that leaves the window.
const windowBase = 1_000_003

var windowTop = func() uint64 {
	top := uint64(1)
	for range repeatSeed - 1 {
		top *= windowBase
	}
	return top
}()

// put enters the window that starts at rune i, or returns where the same
// characters stood first.
func (w *windows) put(i int) (int, bool) {
	w.roll(i)
	mask := uint64(len(w.table) - 1)
	for k := w.hash * 0x9E3779B97F4A7C15 >> 20 & mask; ; k = (k + 1) & mask {
		first := int(w.table[k]) - 1
		switch {
		case first < 0:
			w.table[k] = int32(i + 1)
			return 0, false
		case slices.Equal(w.runes[first:first+repeatSeed], w.runes[i:i+repeatSeed]):
			return first, true
		}
	}
}

// roll brings the hash to window i.
func (w *windows) roll(i int) {
	if w.at >= 0 && w.at+1 == i {
		w.hash -= uint64(w.runes[w.at]) * windowTop
		w.hash = w.hash*windowBase + uint64(w.runes[i+repeatSeed-1])
	} else {
		w.hash = 0
		for _, c := range w.runes[i : i+repeatSeed] {
			w.hash = w.hash*windowBase + uint64(c)
		}
	}
	w.at = i
}

// templateBlank is a blank of a template that nobody filled in: ×件, 20**年.
var templateBlank = regexp.MustCompile(`(20)?[×✕＊*xX]{1,4}(件|次|条|人次|名|篇|个|份|年|月|日|家|元|万元|亿元|%|％|期|场|项|户)|[×＊*]{2,}`)

// Blanks notices template blanks. They yield no figure.
func Blanks(p Passage) []model.Notice {
	if !strings.ContainsAny(p.Text, "×✕＊*xX") {
		return nil
	}
	var notices []model.Notice
	for _, m := range templateBlank.FindAllStringIndex(p.Text, -1) {
		prev, _ := utf8.DecodeLastRuneInString(p.Text[:m[0]])
		if prev < utf8.RuneSelf && unicode.IsLetter(prev) {
			continue
		}
		notices = append(notices, model.Notice{Kind: model.NoticeBlank, Section: p.Path, Paragraph: p.Paragraph,
			Detail: "模板空白没有填写：" + p.Text[m[0]:m[1]]})
	}
	return notices
}

// SortNotices puts notices in reading order, those of the whole report first.
func SortNotices(r *model.Report) {
	order := map[string]int{}
	n := 0
	r.Walk(func(p model.Path, _ *model.Section) {
		order[fmt.Sprint(p)] = n
		n++
	})
	sort.SliceStable(r.Notices, func(i, j int) bool {
		a, b := r.Notices[i], r.Notices[j]
		if (a.Section == nil) != (b.Section == nil) {
			return a.Section == nil
		}
		if x, y := order[fmt.Sprint(a.Section)], order[fmt.Sprint(b.Section)]; x != y {
			return x < y
		}
		return a.Paragraph < b.Paragraph
	})
}
