package pdf

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfRun is a stretch of characters on one baseline without a wide gap.
type pdfRun struct {
	text      string
	x0, x1, y float64
	size      float64
	bold      bool    // all of it
	ends      [2]bool // whether its first and its last character are bold
	blank     bool    // a blank parts it from the run before
	places    []pdfCut
	from      int32     // what places count bytes from
	table     *pdfTable // it stands for a table
}

// pdfRow is the runs on one baseline, from left to right.
type pdfRow []pdfRun

// Shares of the size of the type, for what a gap means.
const (
	wordGapShare = 0.3  // between Latin words that no blank parts
	hanGapShare  = 0.6  // between hanzi set apart
	runGapShare  = 0.45 // between columns that nearly touch
	figureGap    = 0.2  // between figures of two columns
	seamShare    = 0.05 // that shows two pieces of text
	laidOver     = 0.3  // by which figures that belong apart overlap
	baselineSlip = 0.4  // by which characters of a line may stand off it
)

// rowsOf sorts runs into rows.
func rowsOf(runs []pdfRun) []pdfRow {
	runs = slices.Clone(runs)
	slices.SortStableFunc(runs, func(a, b pdfRun) int { return cmp.Compare(a.y, b.y) })
	var rows []pdfRow
	for len(runs) > 0 {
		n := 1
		base := runs[0]
		for n < len(runs) && runs[n].y-base.y <= baselineSlip*max(base.size, runs[n].size) {
			if runs[n].size > base.size {
				base = runs[n] // a raised mark came first
			}
			n++
		}
		row := runs[:n]
		slices.SortStableFunc(row, func(a, b pdfRun) int { return cmp.Compare(a.x0, b.x0) })
		rows = append(rows, joinedRuns(row))
		runs = runs[n:]
	}
	return rows
}

// joinedRuns joins the runs of a row that no wide gap parts. One drawn twice
// to look bold counts once. Figures laid over each other stay apart: their
// font's widths are wrong.
func joinedRuns(row []pdfRun) pdfRow {
	var out pdfRow
	var text []byte
	var places []pdfCut
	begin := func(r pdfRun) {
		out, text, places = append(out, r), append(text[:0], r.text...), append(places[:0], r.places...)
		for i := range places {
			places[i].at -= r.from
		}
	}
	end := func() {
		run := &out[len(out)-1]
		run.text, run.places, run.from = string(text), slices.Clone(places), 0
	}
	last := pdfRun{}
	for _, r := range inOrder(row) {
		k := len(out) - 1
		if k < 0 {
			begin(r)
			last = r
			continue
		}
		run := &out[k]
		if last.text == r.text && r.x0-last.x0 < 0.2*r.size {
			continue
		}
		gap, size := r.x0-run.x1, min(r.size, last.size)
		parted := r.blank || gap > spaceBetween(last.text, r.text)*size
		over := gap < -laidOver*size && isFigureEnd(last.text, r.text)
		if gap > widestGap(last.text, r.text)*size || over {
			end()
			r.blank = parted || over
			begin(r)
		} else {
			if parted {
				text = append(text, ' ')
			}
			for i, p := range r.places {
				p.at, p.seam = p.at-r.from+int32(len(text)), p.seam || i == 0
				places = append(places, p)
			}
			text = append(text, r.text...)
			run.x1, run.bold, run.ends[1] = max(run.x1, r.x1), run.bold && r.bold, r.ends[1]
			if r.size > run.size {
				run.size, run.y = r.size, r.y
			}
		}
		last = r
	}
	end()
	return out
}

// inOrder parts runs around others that were drawn into their gaps, as a
// letter of another font is. The runs are sorted by where they begin.
func inOrder(row []pdfRun) []pdfRun {
	out := make([]pdfRun, 0, len(row))
	var waiting []pdfRun // ends of parted ones, the next one last
	for _, r := range row {
		for n := len(waiting) - 1; n >= 0 && waiting[n].x0 <= r.x0; n-- {
			out, waiting = append(out, waiting[n]), waiting[:n]
		}
		if k := len(out) - 1; k >= 0 && r.x0 < out[k].x1 {
			if left, right, ok := out[k].around(r.x0, r.x1); ok {
				out[k], waiting = left, append(waiting, right)
			}
		}
		out = append(out, r)
	}
	slices.Reverse(waiting)
	return append(out, waiting...)
}

// widestGap is the gap up to which two pieces of text are one. Figures of
// two columns stand nearer than words do.
func widestGap(a, b string) float64 {
	if isFigureEnd(a, b) {
		return figureGap
	}
	return runGapShare
}

// isFigureEnd tells that a ends and b begins with a figure.
func isFigureEnd(a, b string) bool {
	p, _ := utf8.DecodeLastRuneInString(a)
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, "+-−"))
	return (unicode.IsDigit(p) || p == '%') && unicode.IsDigit(c)
}

// cut parts a run at x, between two characters of it.
func (r pdfRun) cut(x float64) (left, right pdfRun, ok bool) {
	return r.partedAt(sort.Search(len(r.places), func(i int) bool { return r.places[i].middle() >= x }))
}

// around parts a run where it leaves room for another from x0 to x1.
func (r pdfRun) around(x0, x1 float64) (left, right pdfRun, ok bool) {
	slip := 0.15 * r.size
	i := sort.Search(len(r.places), func(i int) bool { return r.places[i].middle() >= (x0+x1)/2 })
	if i == 0 || i == len(r.places) || float64(r.places[i-1].x1) > x0+slip || float64(r.places[i].x0) < x1-slip {
		return r, r, false
	}
	left, right, ok = r.partedAt(i)
	right.blank = false // the white was the other's place
	return left, right, ok
}

// partedAt parts a run before its i-th character.
func (r pdfRun) partedAt(i int) (left, right pdfRun, ok bool) {
	if i <= 0 || i >= len(r.places) {
		return r, r, false
	}
	at := r.places[i].at - r.from
	left, right = r, r
	left.text, left.x1, left.places = strings.TrimRight(r.text[:at], " "), float64(r.places[i-1].x1), r.places[:i]
	right.text, right.x0, right.places, right.from = r.text[at:], float64(r.places[i].x0), r.places[i:], r.places[i].at
	right.blank = len(left.text) < int(at)
	return left, right, true
}

func (c pdfCut) middle() float64 { return float64(c.x0+c.x1) / 2 }

// spaceBetween is how wide a gap must be to be a blank.
func spaceBetween(a, b string) float64 {
	p, _ := utf8.DecodeLastRuneInString(a)
	c, _ := utf8.DecodeRuneInString(b)
	if p < utf8.RuneSelf && c < utf8.RuneSelf {
		return wordGapShare
	}
	return hanGapShare
}

func (r pdfRow) top() float64 { return r[0].y }

func (r pdfRow) text() string {
	if len(r) == 1 {
		return r[0].text
	}
	var b strings.Builder
	for i, run := range r {
		if i > 0 && run.blank {
			b.WriteByte(' ')
		}
		b.WriteString(run.text)
	}
	return b.String()
}
