// Package doubt notices what does not add up: passages that stand twice, blanks of a
// template, figures that disagree.
package doubt

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"sync"
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
	seedStep     = repeatLength - repeatSeed + 1
)

// hanText is the Han characters and digits of all paragraphs in a row.
type hanText struct {
	runes   []rune
	offsets []int32 // byte offset in its paragraph, by rune
	ends    []int   // where each paragraph ends in runes
	table   []window
}

// hanTexts keeps the memory that reports are looked through with.
var hanTexts = sync.Pool{New: func() any { return new(hanText) }}

func (h *hanText) read(paragraphs []Passage) {
	size := 0
	for i := range paragraphs {
		size += len(paragraphs[i].Text)/len("汉") + 1
	}
	h.runes, h.offsets, h.ends = slices.Grow(h.runes[:0], size), slices.Grow(h.offsets[:0], size), h.ends[:0]
	for i := range paragraphs {
		s := paragraphs[i].Text
		for at := 0; at < len(s); {
			c, size := text.Decode(s, at)
			if c >= 0x4e00 && c <= 0x9fff || c >= '0' && c <= '9' || c >= 0x3400 && unicode.Is(unicode.Han, c) {
				h.runes = append(h.runes, c)
				h.offsets = append(h.offsets, int32(at))
			}
			at += size
		}
		h.ends = append(h.ends, len(h.runes))
	}
}

// Duplicates notices passages that stand in two paragraphs. Time is linear in
// the text: every window of repeatSeed characters is looked up once. Only one
// window of seedStep is kept, as every passage that is noticed holds one of them;
// its beginning is found from there.
func Duplicates(paragraphs []Passage) []model.Notice {
	h := hanTexts.Get().(*hanText)
	defer hanTexts.Put(h)
	h.read(paragraphs)
	seen := newWindows(h)
	var notices []model.Notice
	start := 0
	for p, end := range h.ends {
		done := start // what has been noticed so far
		for at := start; at+repeatSeed <= end; at++ {
			first, i := seen.first(at, (at-start)%seedStep == 0), at
			if first < 0 || first >= start {
				continue
			}
			for from := h.startOf(first); i > done && first > from && h.runes[first-1] == h.runes[i-1]; {
				first, i = first-1, i-1
			}
			n := agreeing(h.runes[first:h.endOf(first)], h.runes[i:end])
			if n < repeatLength {
				continue
			}
			notices = append(notices, model.Notice{Kind: model.NoticeDuplicate, Section: paragraphs[p].Path, Paragraph: paragraphs[p].Paragraph,
				Reason: "twice", Args: []string{strconv.Itoa(n), text.FirstRunes(paragraphs[p].Text[h.offsets[i]:], 18)}})
			done = i + n
			at = done - 1
		}
		start = end
	}
	return notices
}

// startOf returns where the paragraph that rune i lies in begins.
func (h *hanText) startOf(i int) int {
	k, _ := slices.BinarySearch(h.ends, i+1)
	if k == 0 {
		return 0
	}
	return h.ends[k-1]
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

// windows is a hash table of places where windows of repeatSeed characters
// first stood.
type windows struct {
	runes []rune
	table []window
	at    int // the window that hash is of, -1 before the first
	hash  model.Rolling
}

// window is a place in the table: nearly all that stand in another's are told
// apart by their hash.
type window struct {
	hash  uint32
	place int32 // + 1; 0 is empty
}

func newWindows(h *hanText) *windows {
	size := 16
	for size < 3*len(h.runes)/seedStep {
		size *= 2
	}
	h.table = slices.Grow(h.table[:0], size)[:size]
	clear(h.table)
	return &windows{runes: h.runes, table: h.table, at: -1, hash: model.NewRolling(repeatSeed)}
}

// first returns where the window that starts at rune i first stood, -1 where
// that is not known. keep puts i there for the next ones.
func (w *windows) first(i int, keep bool) int {
	w.roll(i)
	sum := w.hash.Sum()
	mask := uint64(len(w.table) - 1)
	for k := sum & mask; ; k = (k + 1) & mask {
		switch slot := &w.table[k]; {
		case slot.place == 0 && keep:
			*slot = window{uint32(sum >> 32), int32(i + 1)}
			return i
		case slot.place == 0:
			return -1
		case slot.hash == uint32(sum>>32):
			if first := int(slot.place) - 1; slices.Equal(w.runes[first:first+repeatSeed], w.runes[i:i+repeatSeed]) {
				return first
			}
		}
	}
}

// roll brings the hash to window i.
func (w *windows) roll(i int) {
	if w.at >= 0 && w.at+1 == i {
		w.hash.Add(uint64(w.runes[i+repeatSeed-1]), uint64(w.runes[w.at]))
	} else {
		w.hash.Reset()
		for _, c := range w.runes[i : i+repeatSeed] {
			w.hash.Add(uint64(c), 0)
		}
	}
	w.at = i
}

// templateBlank is a blank of a template that nobody filled in: ×件, 20**年.
var templateBlank = regexp.MustCompile(`(20)?[×✕＊*xX]{1,4}(件|次|条|人次|名|篇|个|份|年|月|日|家|元|万元|亿元|%|％|期|场|项|户)|[×＊*]{2,}`)

// Blanks notices template blanks. They yield no figure.
func Blanks(p Passage) []model.Notice {
	if !hasBlankSign(p.Text) {
		return nil
	}
	var notices []model.Notice
	for _, m := range templateBlank.FindAllStringIndex(p.Text, -1) {
		prev, _ := utf8.DecodeLastRuneInString(p.Text[:m[0]])
		if prev < utf8.RuneSelf && unicode.IsLetter(prev) {
			continue
		}
		notices = append(notices, model.Notice{Kind: model.NoticeBlank, Section: p.Path, Paragraph: p.Paragraph,
			Reason: "blank", Args: []string{p.Text[m[0]:m[1]]}})
	}
	return notices
}

var blankSigns = text.SetOf("xX*×✕＊")

// hasBlankSign tells that one of the signs for a blank stands in s.
func hasBlankSign(s string) bool {
	return blankSigns.In(s)
}

// SortNotices puts notices in reading order, those of the whole report first.
func SortNotices(r *model.Report) {
	slices.SortStableFunc(r.Notices, func(a, b model.Notice) int {
		if a.Section == nil || b.Section == nil {
			return cmp.Or(compareBool(b.Section == nil, a.Section == nil), a.Paragraph-b.Paragraph)
		}
		return cmp.Or(slices.Compare(a.Section, b.Section), a.Paragraph-b.Paragraph)
	})
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
