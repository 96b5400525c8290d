package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"duidu/model"
	"duidu/parser/text"
)

// A watermark gives itself away in one of these ways: it runs aslant; it is
// paler than the text and lies over it; it is larger, comes again and again,
// and lies over it.
const (
	palest       = 0.62 // ink of a pale stroke at most, where text has 1
	palerShare   = 0.7  // and of the text's ink
	largerShare  = 1.3  // size of a dark watermark, of the text's
	maxOverlaps  = 64   // places where strokes of one style are tried
	maxWatermark = 48   // characters shown of one in the notice
	gridStep     = 24   // points, of the index of a page's strokes
)

// style is what the strokes of one watermark have in common.
type style struct{ ink, size int }

func (s *pdfStroke) style() style {
	return style{int(math.Round(s.ink * 50)), int(math.Round(s.size * 2))}
}

// styleUse counts where strokes of a style stand.
type styleUse struct {
	strokes, runes int
	tried, over    int
	again          int // most strokes of one text on a page
	texts          map[string]int
}

// leftOut is what was taken off the pages.
type leftOut struct {
	texts []string
	pages map[string]map[int]bool // numbers of the pages by text
}

func (l *leftOut) add(text string, page int) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	if l.pages[text] == nil {
		l.pages[text] = map[int]bool{}
		l.texts = append(l.texts, text)
	}
	l.pages[text][page] = true
}

// notices tells the texts of watermarks and on how many pages they stood.
func (l *leftOut) notices() []model.Notice {
	const most = 4
	pages := map[int]bool{}
	var shown []string
	for i, mark := range l.texts {
		for p := range l.pages[mark] {
			pages[p] = true
		}
		switch {
		case i < most:
			shown = append(shown, text.FirstRunes(mark, maxWatermark))
		case i == most:
			shown = append(shown, "等")
		}
	}
	if len(shown) == 0 {
		return nil
	}
	return []model.Notice{{Kind: model.NoticeOmission, Reason: "watermark", Args: []string{strconv.Itoa(len(pages)), strings.Join(shown, "、")}}}
}

// leaveOut takes watermarks off the pages.
func leaveOut(pages []pdfPage) leftOut {
	left := leftOut{pages: map[string]map[int]bool{}}
	for i := range pages {
		p := &pages[i]
		for _, text := range p.marked {
			left.add(text, p.number)
		}
		_, skew := p.directionOf()
		p.strokes = slices.DeleteFunc(p.strokes, func(s pdfStroke) bool {
			_, off := s.quarterOf()
			if math.Abs(off-skew) <= slantSlip {
				return false
			}
			left.add(s.text, p.number)
			return true
		})
	}
	marks := watermarkStyles(pages)
	if len(marks) == 0 {
		return left
	}
	for i := range pages {
		p := &pages[i]
		p.strokes = slices.DeleteFunc(p.strokes, func(s pdfStroke) bool {
			if !marks[s.style()] {
				return false
			}
			left.add(s.text, p.number)
			return true
		})
	}
	return left
}

// watermarkStyles finds the styles that only watermarks have.
func watermarkStyles(pages []pdfPage) map[style]bool {
	uses := map[style]*styleUse{}
	all := 0
	for i := range pages {
		for k := range pages[i].strokes {
			s := &pages[i].strokes[k]
			u := uses[s.style()]
			if u == nil {
				u = &styleUse{texts: map[string]int{}}
				uses[s.style()] = u
			}
			n := s.runes()
			u.strokes, u.runes, all = u.strokes+1, u.runes+n, all+n
		}
	}
	text := textStyle(uses, all)
	suspect := func(s style) bool {
		u := uses[s]
		pale := float64(s.ink) <= 50*palest && float64(s.ink) <= palerShare*float64(text.ink)
		large := float64(s.size) >= largerShare*float64(text.size) && u.strokes > 1
		return s != text && (pale || large)
	}
	for i := range pages {
		pages[i].tryOverlaps(uses, suspect)
	}
	marks := map[style]bool{}
	for s, u := range uses {
		if !suspect(s) {
			continue
		}
		pale := float64(s.ink) <= 50*palest && float64(s.ink) <= palerShare*float64(text.ink)
		switch {
		case pale && u.over > 0 && u.over*5 >= u.tried:
			marks[s] = true
		case pale && u.again >= 3 && u.again*2 >= u.strokes/len(pages) && float64(s.size) >= largerShare*float64(text.size):
			marks[s] = true
		case !pale && u.over > 0 && u.over*2 >= u.tried && u.repeats():
			marks[s] = true
		}
	}
	return marks
}

// repeats tells that every text of a style stands there several times.
func (u *styleUse) repeats() bool {
	for _, n := range u.texts {
		if n < 2 {
			return false
		}
	}
	return len(u.texts) > 0
}

// textStyle is the style of most of the text: of the dark ones, since there
// may be more watermark than text.
func textStyle(uses map[style]*styleUse, all int) style {
	const share, dark = 0.05, 0.7
	darkest := 0
	for s, u := range uses {
		if float64(u.runes) >= share*float64(all) {
			darkest = max(darkest, s.ink)
		}
	}
	best := style{}
	for s, u := range uses {
		if float64(s.ink) < dark*float64(darkest) {
			continue
		}
		most := 0
		if uses[best] != nil {
			most = uses[best].runes
		}
		if u.runes > most || u.runes == most && (s.size < best.size || s.size == best.size && s.ink < best.ink) {
			best = s
		}
	}
	return best
}

// tryOverlaps counts how many strokes of suspect styles lie over others, and
// which come several times.
func (p *pdfPage) tryOverlaps(uses map[style]*styleUse, suspect func(style) bool) {
	var some []int
	texts := map[style]map[string]int{}
	for i := range p.strokes {
		s := &p.strokes[i]
		k := s.style()
		if !suspect(k) {
			continue
		}
		if texts[k] == nil {
			texts[k] = map[string]int{}
		}
		if isWatermarkText(s.text) {
			texts[k][s.text]++
			uses[k].texts[s.text]++
			uses[k].again = max(uses[k].again, texts[k][s.text])
		}
		if uses[k].tried < maxOverlaps {
			uses[k].tried++
			some = append(some, i)
		}
	}
	if len(some) == 0 {
		return
	}
	bands := map[int][]int{}
	boxes := make([]pdfBox, len(p.strokes))
	for i := range p.strokes {
		boxes[i] = p.strokes[i].box()
		for _, band := range bandsOf(boxes[i]) {
			bands[band] = append(bands[band], i)
		}
	}
	for _, i := range some {
		s := &p.strokes[i]
		if slices.ContainsFunc(bandsOf(boxes[i]), func(band int) bool {
			return slices.ContainsFunc(bands[band], func(k int) bool {
				o := &p.strokes[k]
				return !suspect(o.style()) && !s.besides(o) && overlap(boxes[i], boxes[k], min(s.size, o.size))
			})
		}) {
			uses[s.style()].over++
		}
	}
}

// besides tells that two strokes stand on one line, where wrong widths make
// them overlap.
func (s *pdfStroke) besides(o *pdfStroke) bool {
	const slip = 0.2
	across := (o.y-s.y)*s.dx - (o.x-s.x)*s.dy
	return s.dx*o.dx+s.dy*o.dy > 0.99 && math.Abs(across) < slip*s.size && s.size < largerShare*o.size && o.size < largerShare*s.size
}

// bandsOf are the bands of the page that a box touches, a few at most.
func bandsOf(b pdfBox) []int {
	const most = 64
	from, to := int(math.Floor(b.y0/gridStep)), int(math.Floor(b.y1/gridStep))
	var out []int
	for band := from; band <= to && len(out) < most; band++ {
		out = append(out, band)
	}
	return out
}

// overlap tells that two strokes lie over each other, and do not just touch.
func overlap(a, b pdfBox, size float64) bool {
	w, h := min(a.x1, b.x1)-max(a.x0, b.x0), min(a.y1, b.y1)-max(a.y0, b.y0)
	return w > 0.3*size && h > 0.25*size
}

// isWatermarkText tells words from marks and numbers.
func isWatermarkText(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			n += 2
		} else if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= 4
}
