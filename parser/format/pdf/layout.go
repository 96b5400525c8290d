package pdf

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"duidu/parser/text"
)

// pdfLine is a line of a column.
type pdfLine struct {
	pdfRun
	left, right float64 // of its column
	flow        int     // number of the column, counted over the document
	page        int
	picture     bool // it stands under one
}

// edgeShare is the part of a page's height where running heads stand.
const edgeShare = 0.13

var (
	pageNumber = text.Lazily(`^[-—–─－·•~～\s]*(第\s*)?(\d{1,4}|[ivxIVX]{1,5})(\s*页)?(\s*[/／]?\s*(共\s*)?\d{1,4}\s*页?)?[-—–─－·•~～\s]*$`)
	digitRun   = text.Lazily(`\d+`)
)

// withoutRunningHeads drops what stands at the edge of page after page, and
// page numbers.
func withoutRunningHeads(sheets []pdfSheet) {
	const edgeRows = 3
	key := func(r pdfRow) string { return digitRun().ReplaceAllString(text.CloseUp(r.text()), "#") }
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
