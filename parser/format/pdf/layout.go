package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// pdfRun is a stretch of characters on one baseline without a wide gap.
type pdfRun struct {
	text      string
	x0, x1, y float64
	size      float64
	bold      bool    // all of it
	ends      [2]bool // whether its first and its last character are bold
	blank     bool    // a blank parts it from the run before
}

// pdfRow is the runs on one baseline, from left to right.
type pdfRow []pdfRun

// pdfLine is a line of a column.
type pdfLine struct {
	pdfRun
	cells       []string // what wide gaps part
	starts      []float64
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
	cellGapShare = 1.5  // between cells
	baselineSlip = 0.4  // by which characters of a line may stand off it
)

// rowsOf sorts the characters of a page into rows.
func rowsOf(p pdfPage) []pdfRow {
	glyphs := slices.Clone(p.glyphs)
	slices.SortStableFunc(glyphs, func(a, b pdfGlyph) int { return cmp.Compare(a.y, b.y) })
	var rows []pdfRow
	for len(glyphs) > 0 {
		n := 1
		base := glyphs[0]
		for n < len(glyphs) && glyphs[n].y-base.y <= baselineSlip*max(base.size, glyphs[n].size) {
			if glyphs[n].size > base.size {
				base = glyphs[n] // a raised mark came first
			}
			n++
		}
		row := slices.Clone(glyphs[:n])
		slices.SortStableFunc(row, func(a, b pdfGlyph) int { return cmp.Compare(a.x0, b.x0) })
		if r := runsOf(row); len(r) > 0 {
			rows = append(rows, r)
		}
		glyphs = glyphs[n:]
	}
	return rows
}

// runsOf joins the characters of a row. A character drawn twice to look bold
// counts once.
func runsOf(row []pdfGlyph) pdfRow {
	var out pdfRow
	var text strings.Builder
	var run pdfRun
	var last pdfGlyph
	blank := false
	parted := false
	close := func() {
		if t := strings.TrimSpace(text.String()); t != "" {
			run.text = t
			out = append(out, run)
		}
		text.Reset()
		run, last, blank = pdfRun{}, pdfGlyph{}, false
	}
	for _, g := range row {
		if strings.TrimFunc(g.text, unicode.IsSpace) == "" {
			blank = true
			continue
		}
		if last.text == g.text && g.x0-last.x0 < 0.2*g.size {
			continue
		}
		if last.text != "" {
			gap := g.x0 - last.x1
			size := min(g.size, last.size)
			parted = blank || gap > spaceBetween(last.text, g.text)*size
			if gap > runGapShare*size {
				close()
			} else if parted {
				text.WriteByte(' ')
			}
		}
		if last.text == "" {
			run = pdfRun{x0: g.x0, y: g.y, size: g.size, bold: true, ends: [2]bool{g.bold, g.bold}, blank: parted}
		}
		text.WriteString(g.text)
		run.x1, run.bold, run.ends[1] = max(run.x1, g.x1), run.bold && g.bold, g.bold
		if g.size > run.size {
			run.size, run.y = g.size, g.y
		}
		last, blank = g, false
	}
	close()
	return out
}

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
	pageNumber = text.Lazily(`^[-—–─－·•~～\s]*(第\s*)?(\d{1,4}|[ivxIVX]{1,5})(\s*页)?(\s*[/／]?\s*(共\s*)?\d{1,4}\s*页?)?[-—–─－·•~～\s]*$`)
	digitRun   = text.Lazily(`\d+`)
)

// withoutRunningHeads drops what stands at the edge of page after page, and
// page numbers.
func withoutRunningHeads(pages []pdfPage, rows [][]pdfRow) {
	const edgeRows = 3
	key := func(r pdfRow) string { return digitRun().ReplaceAllString(text.CloseUp(r.text()), "#") }
	atEdge := func(page, i int) bool {
		n, h := len(rows[page]), pages[page].height
		y := rows[page][i].top()
		return i < edgeRows && y < edgeShare*h || i >= n-edgeRows && y > (1-edgeShare)*h
	}
	seen := map[string]int{}
	for p := range rows {
		once := map[string]bool{}
		for i, r := range rows[p] {
			if k := key(r); atEdge(p, i) && !once[k] {
				seen[k]++
				once[k] = true
			}
		}
	}
	for p := range rows {
		i := -1
		n := len(rows[p])
		kept := make([]pdfRow, 0, n)
		for _, r := range rows[p] {
			i++
			if atEdge(p, i) && (seen[key(r)] > 1 && seen[key(r)]*3 >= len(rows) || pageNumber().MatchString(r.text())) {
				continue
			}
			kept = append(kept, r)
		}
		rows[p] = kept
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
	gutter, ok := gutterOf(rows)
	if !ok && depth == 0 {
		gutter, ok = f.knownGutter(rows)
	}
	if ok && depth == 0 {
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
)

// gutterOf finds the x between two columns of text, if there are.
func gutterOf(rows []pdfRow) (float64, bool) {
	candidates := map[int]float64{}
	for _, r := range rows {
		for _, run := range r {
			candidates[int(run.x0/4)] = run.x0 - 1
		}
	}
	best, x := 0, 0.0
	for _, g := range candidates {
		if n := columnsAt(rows, g); n > best || n == best && n > 0 && g < x {
			best, x = n, g
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
	if len(rows) == 0 {
		return
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		left, right = min(left, r[0].x0), max(right, r[len(r)-1].x1)
	}
	f.count++
	for _, r := range rows {
		l := pdfLine{pdfRun: r[0], left: left, right: right, flow: f.count, page: f.page}
		l.text, l.x1, l.ends[1] = r.text(), r[len(r)-1].x1, r[len(r)-1].ends[1]
		for i, run := range r {
			l.size, l.bold = max(l.size, run.size), l.bold && run.bold
			if k := len(l.cells) - 1; k >= 0 && run.x0-r[i-1].x1 < cellGapShare*run.size {
				l.cells[k] += strings.Repeat(" ", blankBefore(run)) + run.text
			} else {
				l.cells, l.starts = append(l.cells, run.text), append(l.starts, run.x0)
			}
		}
		f.lines = append(f.lines, l)
	}
}

func blankBefore(r pdfRun) int {
	if r.blank {
		return 1
	}
	return 0
}

// markPictures marks the first line under each picture. below tells that one
// stands at the foot of the page, so that its words are on the next.
func markPictures(lines []pdfLine, pictures []pdfBox) (below bool) {
	for _, b := range pictures {
		best := -1
		for i, l := range lines {
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
