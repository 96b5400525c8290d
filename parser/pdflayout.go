package parser

import (
	"cmp"
	"maps"
	"math"
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

// pdfLine is a line of a column.
type pdfLine struct {
	pdfRun
	left, right float64 // of its column
	flow        int     // number of the column, counted over the document
	page        int
	picture     bool // it stands under one
}

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

// edgeShare is the part of a page's height where running heads stand.
const edgeShare = 0.13

var (
	pageNumber = lazily(`^[-—–─－·•~～\s]*(第\s*)?(\d{1,4}|[ivxIVX]{1,5})(\s*页)?(\s*[/／]?\s*(共\s*)?\d{1,4}\s*页?)?[-—–─－·•~～\s]*$`)
	digitRun   = lazily(`\d+`)
)

// withoutRunningHeads drops what stands at the edge of page after page, and
// page numbers.
func withoutRunningHeads(sheets []pdfSheet) {
	const edgeRows = 3
	key := func(r pdfRow) string { return digitRun().ReplaceAllString(closeUp(r.text()), "#") }
	atEdge := func(sheet, i int) bool {
		rows, h := sheets[sheet].rows, sheets[sheet].height
		y := rows[i].top()
		return rows[i][0].table == nil && (i < edgeRows && y < edgeShare*h || i >= len(rows)-edgeRows && y > (1-edgeShare)*h)
	}
	seen := map[string]int{}
	pages := map[int]bool{}
	for s := range sheets {
		pages[sheets[s].page] = true
		once := map[string]bool{}
		for i, r := range sheets[s].rows {
			if !atEdge(s, i) {
				continue
			}
			if k := key(r); !once[k] {
				seen[k]++
				once[k] = true
			}
		}
	}
	for s := range sheets {
		var kept []pdfRow
		for i, r := range sheets[s].rows {
			if atEdge(s, i) && (seen[key(r)] > 1 && seen[key(r)]*3 >= len(pages) || pageNumber().MatchString(r.text())) {
				continue
			}
			kept = append(kept, r)
		}
		sheets[s].rows = kept
	}
}

// flows counts the columns of a document.
type flows struct {
	lines   []pdfLine
	count   int
	page    int
	gutters []float64 // of the pages so far
}

// add puts rows into reading order: whole rows as they come, and between
// them the columns, each from top to bottom.
func (f *flows) add(rows []pdfRow, depth int) {
	rows = withTables(rows, f.page)
	gutter, ok := gutterOf(rows)
	if !ok && depth == 0 {
		gutter, ok = f.knownGutter(rows)
	}
	if ok && depth == 0 && len(f.gutters) < mostGutters && !slices.ContainsFunc(f.gutters, func(g float64) bool { return math.Abs(g-gutter) < 2 }) {
		f.gutters = append(f.gutters, gutter)
	}
	if !ok || depth > 3 {
		f.column(rows)
		return
	}
	for len(rows) > 0 {
		n := 0
		for n < len(rows) && crosses(rows[n], gutter) {
			n++
		}
		if n > 0 {
			f.column(rows[:n])
			rows = rows[n:]
			continue
		}
		for n < len(rows) && !crosses(rows[n], gutter) {
			n++
		}
		left, right := parted(rows[:n], gutter)
		if len(right) == 0 || len(left) == 0 {
			f.column(rows[:n])
		} else {
			f.add(left, depth+1)
			f.add(right, depth+1)
		}
		rows = rows[n:]
	}
}

func crosses(r pdfRow, gutter float64) bool {
	return slices.ContainsFunc(r, func(run pdfRun) bool { return run.x0 < gutter && run.x1 > gutter })
}

func parted(rows []pdfRow, gutter float64) (left, right []pdfRow) {
	for _, r := range rows {
		i := 0
		for i < len(r) && r[i].x0 < gutter {
			i++
		}
		if i > 0 {
			left = append(left, r[:i])
		}
		if i < len(r) {
			right = append(right, r[i:])
		}
	}
	return left, right
}

// Columns of text: how many rows they have at least, and how many characters
// a row of them has on average; less is a table.
const (
	columnRows  = 4
	columnWidth = 7
	mostGutters = 32 // places tried for a gutter, the likeliest ones
)

// gutterOf finds the x between two columns of text, if there are: left of
// where most rows begin, or go on.
func gutterOf(rows []pdfRow) (float64, bool) {
	type candidate struct {
		x    float64
		runs int
	}
	at := map[int]candidate{}
	for _, r := range rows {
		for _, run := range r {
			k := int(run.x0 / 4)
			at[k] = candidate{run.x0 - 1, at[k].runs + 1}
		}
	}
	likely := slices.SortedFunc(maps.Values(at), func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.runs, a.runs), cmp.Compare(a.x, b.x))
	})
	best, x := 0, 0.0
	for _, c := range likely[:min(len(likely), mostGutters)] {
		if n := columnsAt(rows, c.x); n > best || n == best && n > 0 && c.x < x {
			best, x = n, c.x
		}
	}
	return x, best > 0
}

// knownGutter finds a gutter of the pages before on one that has little in
// its second column, as last pages do.
func (f *flows) knownGutter(rows []pdfRow) (float64, bool) {
	for _, g := range f.gutters {
		across, beside := 0, 0
		for _, r := range rows {
			if crosses(r, g) {
				across++
			} else if slices.ContainsFunc(r, func(run pdfRun) bool { return run.x0 > g }) {
				beside++
			}
		}
		if beside > 0 && across*5 <= len(rows) {
			return g, true
		}
	}
	return 0, false
}

// columnsAt counts the rows in the smaller of the two columns that g parts;
// 0 if it parts none.
func columnsAt(rows []pdfRow, g float64) int {
	left, right := parted(slices.DeleteFunc(slices.Clone(rows), func(r pdfRow) bool { return crosses(r, g) }), g)
	n := min(len(left), len(right))
	if n < columnRows || widthOf(left) < columnWidth || widthOf(right) < columnWidth {
		return 0
	}
	top, bottom := max(left[0].top(), right[0].top()), min(left[len(left)-1].top(), right[len(right)-1].top())
	low, high := left, right
	if right[len(right)-1].top()-right[0].top() < left[len(left)-1].top()-left[0].top() {
		low, high = right, left
	}
	if bottom-top < 0.6*(low[len(low)-1].top()-low[0].top()) || len(high) == 0 {
		return 0
	}
	return n
}

// widthOf is the mean number of characters in a row.
func widthOf(rows []pdfRow) int {
	n := 0
	for _, r := range rows {
		n += utf8.RuneCountInString(r.text())
	}
	return n / max(1, len(rows))
}

// column adds rows that one column holds.
func (f *flows) column(rows []pdfRow) {
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		if r[0].table == nil {
			left, right = min(left, r[0].x0), max(right, r[len(r)-1].x1)
		}
	}
	f.count++
	for _, r := range rows {
		l := pdfLine{pdfRun: r[0], left: left, right: right, flow: f.count, page: f.page}
		if t := r[0].table; t != nil && len(t.boxes) > 0 {
			f.place(t)
			f.count++
			continue
		} else if t != nil {
			l.left, l.right = l.x0, l.x1
			f.lines = append(f.lines, l)
			continue
		}
		l.text, l.x1, l.ends[1] = r.text(), r[len(r)-1].x1, r[len(r)-1].ends[1]
		for _, run := range r {
			l.size, l.bold = max(l.size, run.size), l.bold && run.bold
		}
		f.lines = append(f.lines, l)
	}
}

// place reads the boxes of a table that only places text, each as a column.
func (f *flows) place(t *pdfTable) {
	for _, rows := range t.boxes {
		f.column(rows)
	}
}

// markPictures marks the first line under each picture. below tells that one
// stands at the foot of the page, so that its words are on the next.
func markPictures(lines []pdfLine, pictures []pdfBox) (below bool) {
	for _, b := range pictures {
		best := -1
		for i, l := range lines {
			if l.table != nil {
				continue
			}
			if middle := (b.x0 + b.x1) / 2; middle < l.left || middle > l.right || l.y < b.y1 || l.y-b.y1 > 4*l.size {
				continue
			}
			if best < 0 || l.y < lines[best].y {
				best = i
			}
		}
		if best >= 0 {
			lines[best].picture = true
		}
		below = below || !slices.ContainsFunc(lines, func(l pdfLine) bool { return l.y > b.y1 })
	}
	return below
}
