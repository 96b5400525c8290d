package parser

import (
	"fmt"
	"regexp"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"duidu/model"
)

// where is a paragraph with its place, as the doubts look at it.
type where struct {
	path      model.Path
	paragraph int
	text      string
}

// A passage that stands twice is one that nobody writes twice by chance:
// formulas of this prose run to some twenty characters.
const (
	repeatSeed   = 24 // Han characters that must agree before it is looked at
	repeatLength = 30 // Han characters of a passage that is noticed
)

// hanText is the Han characters of a paragraph with their byte offsets.
type hanText struct {
	runes   []rune
	offsets []int
}

func hanOf(s string) hanText {
	n := len(s) / len("汉")
	h := hanText{make([]rune, 0, n), make([]int, 0, n)}
	for i, c := range s {
		if c >= 0x3400 && unicode.Is(unicode.Han, c) || c >= '0' && c <= '9' {
			h.runes = append(h.runes, c)
			h.offsets = append(h.offsets, i)
		}
	}
	return h
}

// duplicates notices passages that stand in two paragraphs. Time is linear in
// the text: every window of repeatSeed characters is hashed and looked up
// once.
func duplicates(paragraphs []where) []model.Notice {
	texts := make([]hanText, len(paragraphs))
	total := 0
	for p := range paragraphs {
		texts[p] = hanOf(paragraphs[p].text)
		total += len(texts[p].runes)
	}
	seen := newSpots(total)
	var notices []model.Notice
	for p, h := range texts {
		for i, next := 0, windows(h.runes, repeatSeed); i+repeatSeed <= len(h.runes); i++ {
			first, ok := seen.put(next(), spot{p, i})
			if !ok || first.paragraph == p {
				continue
			}
			n := agreeing(texts[first.paragraph].runes[first.at:], h.runes[i:])
			if n < repeatLength {
				continue
			}
			text := paragraphs[p].text[h.offsets[i]:]
			notices = append(notices, model.Notice{Kind: model.NoticeDuplicate, Section: paragraphs[p].path, Paragraph: paragraphs[p].paragraph,
				Detail: fmt.Sprintf("这段文字前面已经出现过（%d 字）：%s…", n, firstRunes(text, 18))})
			for ; n > 1; n-- {
				i++
				if i+repeatSeed <= len(h.runes) {
					next()
				}
			}
		}
	}
	return notices
}

// spot is where a window starts.
type spot struct{ paragraph, at int }

// spots is a hash table of windows that only ever grows to a known size.
type spots struct {
	hashes []uint64
	at     []spot
}

func newSpots(n int) *spots {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &spots{make([]uint64, size), make([]spot, size)}
}

// put enters a window if it is new; otherwise it returns where it stood first.
func (s *spots) put(hash uint64, at spot) (spot, bool) {
	hash |= 1 // 0 marks an empty place
	mask := uint64(len(s.hashes) - 1)
	for i := hash * 0x9E3779B97F4A7C15 >> 20 & mask; ; i = (i + 1) & mask {
		switch s.hashes[i] {
		case 0:
			s.hashes[i], s.at[i] = hash, at
			return spot{}, false
		case hash:
			return s.at[i], true
		}
	}
}

// windows returns a function that gives the hashes of the windows of n
// characters one after the other. It is called at most once a window.
func windows(runes []rune, n int) func() uint64 {
	const base = 1_000_003
	var h, top uint64 = 0, 1
	for i := 0; i < n-1 && i < len(runes); i++ {
		h = h*base + uint64(runes[i])
		top *= base
	}
	at := 0
	return func() uint64 {
		if at > 0 {
			h -= uint64(runes[at-1]) * top
		}
		h = h*base + uint64(runes[at+n-1])
		at++
		return h
	}
}

func agreeing(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// templateBlank is a blank of a template that nobody filled in: ×件, 20**年.
var templateBlank = regexp.MustCompile(`(20)?[×✕＊*xX]{1,4}(件|次|条|人次|名|篇|个|份|年|月|日|家|元|万元|亿元|%|％|期|场|项|户)|[×＊*]{2,}`)

// blanks notices template blanks. They yield no figure.
func blanks(p where) []model.Notice {
	var notices []model.Notice
	for _, m := range templateBlank.FindAllStringIndex(p.text, -1) {
		prev, _ := utf8.DecodeLastRuneInString(p.text[:m[0]])
		if prev < utf8.RuneSelf && unicode.IsLetter(prev) {
			continue
		}
		notices = append(notices, model.Notice{Kind: model.NoticeBlank, Section: p.path, Paragraph: p.paragraph,
			Detail: "模板空白没有填写：" + p.text[m[0]:m[1]]})
	}
	return notices
}

// clearParts takes the indicator off the figures of one paragraph that make
// up another one before them: collected in all, then by year or by kind.
func clearParts(figures []model.Figure) {
	for w := range figures {
		whole := figures[w]
		if whole.Indicator == "" || whole.Unit == "%" || whole.Part {
			continue
		}
		sum := decimal.Zero
		var parts []int
		for k := w + 1; k < len(figures); k++ {
			f := figures[k]
			if f.Indicator != whole.Indicator || f.Unit != whole.Unit || f.Part {
				continue
			}
			sum = sum.Add(f.Value)
			parts = append(parts, k)
			if len(parts) > 1 && sum.Equal(whole.Value) {
				for _, k := range parts {
					figures[k].Part, figures[k].Indicator = true, ""
				}
				break
			}
		}
	}
}

// sortNotices puts notices in reading order, those of the whole report first.
func sortNotices(r *model.Report) {
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
