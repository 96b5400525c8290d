package parser

import (
	"fmt"
	"regexp"
	"sort"
	"unicode"
	"unicode/utf8"

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
	var h hanText
	for i, c := range s {
		if unicode.Is(unicode.Han, c) || c >= '0' && c <= '9' {
			h.runes = append(h.runes, c)
			h.offsets = append(h.offsets, i)
		}
	}
	return h
}

// duplicates notices passages that stand in two paragraphs. Time is linear
// in the text: every window of repeatSeed characters is hashed once.
func duplicates(paragraphs []where) []model.Notice {
	type spot struct{ paragraph, at int }
	seen := map[uint64]spot{}
	texts := make([]hanText, len(paragraphs))
	var notices []model.Notice
	for p := range paragraphs {
		texts[p] = hanOf(paragraphs[p].text)
		h := texts[p]
		hashes := windowHashes(h.runes, repeatSeed)
		for i := 0; i < len(hashes); i++ {
			first, ok := seen[hashes[i]]
			if !ok || first.paragraph == p {
				if !ok {
					seen[hashes[i]] = spot{p, i}
				}
				continue
			}
			n := agreeing(texts[first.paragraph].runes[first.at:], h.runes[i:])
			if n < repeatLength {
				continue
			}
			text := paragraphs[p].text[h.offsets[i]:]
			notices = append(notices, model.Notice{Kind: model.NoticeDuplicate, Section: paragraphs[p].path, Paragraph: paragraphs[p].paragraph,
				Detail: fmt.Sprintf("这段文字前面已经出现过（%d 字）：%s…", n, firstRunes(text, 18))})
			i += n - 1
		}
	}
	return notices
}

// windowHashes are rolling hashes of all windows of n characters.
func windowHashes(runes []rune, n int) []uint64 {
	if len(runes) < n {
		return nil
	}
	const base = 1_000_003
	var h, top uint64 = 0, 1
	for i := 0; i < n-1; i++ {
		top *= base
	}
	out := make([]uint64, 0, len(runes)-n+1)
	for i, c := range runes {
		if i >= n {
			h -= uint64(runes[i-n]) * top
		}
		h = h*base + uint64(c)
		if i >= n-1 {
			out = append(out, h)
		}
	}
	return out
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
