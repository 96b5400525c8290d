package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// pdfLines makes paragraphs of the lines on the pages of some documents, one
// after the other. What size of type is a heading's is the same in all.
func pdfLines(documents ...[]pdfPage) []format.Line {
	all := make([]flows, len(documents))
	var lines []pdfLine
	for i, pages := range documents {
		all[i] = flowsOf(pages)
		lines = append(lines, all[i].lines...)
	}
	t := typeOf(lines)
	var out []format.Line
	for i := range all {
		all[i].widen()
		out = t.paragraphs(all[i].lines, out)
	}
	return out
}

// flowsOf puts what stands on the pages of a document in the order of reading.
func flowsOf(pages []pdfPage) flows {
	var sheets []pdfSheet
	for i := range pages {
		for _, s := range pages[i].sheets() {
			tables := s.takeGrids()
			s.rows = rowsOf(s.runs)
			for k := range tables {
				s.place(&tables[k])
			}
			s.runs, s.rules = nil, nil
			sheets = append(sheets, s)
		}
		pages[i].strokes, pages[i].rules = nil, nil
	}
	withoutRunningHeads(sheets)
	var f flows
	cut := false
	for _, s := range sheets {
		from := len(f.lines)
		f.page = s.page
		f.add(s.rows, 0)
		if cut && from < len(f.lines) {
			f.lines[from].picture = f.lines[from].centred()
		}
		cut = markPictures(f.lines[from:], s.pictures)
	}
	f.joinTables()
	return f
}

// paragraphs appends the paragraphs and the rows that lines make.
func (t typography) paragraphs(lines []pdfLine, out []format.Line) []format.Line {
	for i := 0; i < len(lines); {
		if table := lines[i].table; table != nil {
			before := ""
			if len(out) > 0 {
				before = out[len(out)-1].Text
			}
			out = append(out, format.TableLines(table.cells, before)...)
			i++
			continue
		}
		n := 1
		for i+n < len(lines) && lines[i+n].table == nil && !t.begins(lines[i+n-1], lines[i+n]) {
			n++
		}
		above := 0
		if i > 0 && lines[i-1].table == nil {
			above = t.emptyBetween(lines[i-1], lines[i])
		}
		out = append(out, t.paragraph(lines[i:i+n], above))
		i += n
	}
	return out
}

// place puts a table among the rows of its sheet, as a row of its own.
func (s *pdfSheet) place(t *pdfTable) {
	at, _ := slices.BinarySearchFunc(s.rows, t.box.y0, func(r pdfRow, y float64) int { return cmp.Compare(r.top(), y) })
	s.rows = slices.Insert(s.rows, at, t.row())
}

// joinTables makes one table of two that a page's end parts: nothing stands
// between them, and their columns begin at the same places. A head that the
// second one repeats goes.
func (f *flows) joinTables() {
	const slip = 12 // points
	lines := f.lines[:0]
	for _, l := range f.lines {
		k := len(lines) - 1
		if k < 0 || l.table == nil || lines[k].table == nil || l.table.page != lines[k].table.page+1 ||
			!slices.EqualFunc(lines[k].table.xs, l.table.xs, func(a, b float64) bool { return math.Abs(a-b) < slip }) {
			lines = append(lines, l)
			continue
		}
		first, more := lines[k].table, l.table.cells
		for i := 0; len(more) > 1 && i < len(first.cells) && sameCells(first.cells[i], more[0]); i++ {
			more = more[1:]
		}
		first.cells, first.page = append(first.cells, more...), l.table.page
	}
	f.lines = lines
}

func sameCells(a, b []format.Cell) bool {
	return slices.EqualFunc(a, b, func(a, b format.Cell) bool { return text.CloseUp(a.Text) == text.CloseUp(b.Text) })
}

// typography is the usual type of a document, in points.
type typography struct {
	size    float64
	leading float64   // from baseline to baseline
	larger  []float64 // sizes of headings, the largest first
	// firstLines tells that only the first lines of paragraphs are set in.
	firstLines bool
}

func typeOf(lines []pdfLine) typography {
	chars := map[float64]int{}
	round := func(s float64) float64 { return math.Round(s*2) / 2 }
	for _, l := range lines {
		if l.table != nil {
			continue
		}
		chars[round(l.size)] += utf8.RuneCountInString(l.text)
	}
	var t typography
	for s, n := range chars {
		if n > chars[t.size] || n == chars[t.size] && s < t.size {
			t.size = s
		}
	}
	for s := range chars {
		if s > headingScale*t.size {
			t.larger = append(t.larger, s)
		}
	}
	slices.SortFunc(t.larger, func(a, b float64) int { return cmp.Compare(b, a) })
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if a, b := lines[i-1], lines[i]; a.flow == b.flow && a.table == nil && b.table == nil && sameSize(a.size, t.size) && sameSize(b.size, t.size) && b.y > a.y {
			steps = append(steps, b.y-a.y)
		}
	}
	indented := 0
	for _, l := range lines {
		if l.indent() > 1.2 {
			indented++
		}
	}
	t.firstLines = indented*2 < len(lines)
	t.leading = 1.5 * t.size
	if len(steps) > 0 {
		slices.Sort(steps)
		t.leading = steps[len(steps)*2/5] // most steps lie inside paragraphs
	}
	return t
}

// paragraphGap is how much more than the usual step to the next line means a
// new paragraph.
const paragraphGap = 1.22

// headingScale is how much larger than the text a heading's type is.
const headingScale = 1.12

func sameSize(a, b float64) bool { return math.Abs(a-b) <= 0.08*max(a, b) }

// widen gives a column of few lines the edges of one that it could belong
// to, the nearest: it has none of its own to tell a full line by.
func (f *flows) widen() {
	const few, farthest = 3, 32 // columns
	count := make([]int, f.count+1)
	edges := make([]pdfLine, f.count+1)
	for _, l := range f.lines {
		if l.table == nil {
			count[l.flow]++
			edges[l.flow] = l
		}
	}
	for i := range f.lines {
		l := &f.lines[i]
		if count[l.flow] > few || l.table != nil {
			continue
		}
		fits := func(flow int) bool {
			return flow > 0 && flow <= f.count && count[flow] > few && math.Abs(edges[flow].left-l.left) < 3*l.size && edges[flow].right > l.right-l.size
		}
		for d := 1; d <= farthest; d++ {
			e := l.flow - d
			if !fits(e) {
				e = l.flow + d
			}
			if fits(e) {
				l.left, l.right = min(l.left, edges[e].left), max(l.right, edges[e].right)
				break
			}
		}
	}
}

// short tells that a line ends well before the edge of its column.
func (l pdfLine) short() float64 { return (l.right - l.x1) / l.size }

func (l pdfLine) indent() float64 { return (l.x0 - l.left) / l.size }

// centred tells a line set in the middle.
func (l pdfLine) centred() bool {
	return l.indent() > 2.5 && math.Abs(l.indent()-l.short()) < 2
}

// begins tells that b begins a new paragraph after a.
func (t typography) begins(a, b pdfLine) bool {
	if !sameSize(a.size, b.size) || a.bold && !b.ends[0] || b.bold && !a.ends[1] || b.picture {
		return true
	}
	if a.picture && a.flow == b.flow && a.short() > 2 { // words set as wide as their picture
		return math.Abs(a.x0+a.x1-b.x0-b.x1) > 2*a.size || b.y-a.y > paragraphGap*t.leading || b.x0 < a.x0-1
	}
	if a.size > headingScale*t.size { // a title goes on only where its line is full
		return a.short() > 3 || b.y-a.y > 2*a.size
	}
	if (a.flow == b.flow || a.page == b.page && b.y > a.y && b.x0 < a.x1) && b.y-a.y > paragraphGap*t.leading {
		return true
	}
	if a.centred() || b.centred() {
		return a.short() > 2
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a.text, "”’）)》"))
	ended := strings.ContainsRune("。！？：；…!?:;", end)
	indented := b.indent() > 1.2
	switch {
	case indented && !t.firstLines && a.indent() > 1.2 && math.Abs(a.x0-b.x0) < a.size/2: // a block set in, or two first lines
		return ended || a.short() > 2.5
	case indented:
		return true
	case a.short() > 1 && isFigureEnd(a.text, b.text):
		return true // a full line alone breaks a number
	case a.short() > 2.5:
		return ended || a.short() > 8 || a.indent() > 1.2
	}
	return false
}

// emptyBetween is how many lines would fit between two lines.
func (t typography) emptyBetween(a, b pdfLine) int {
	if a.flow != b.flow || b.y <= a.y {
		return 0
	}
	return min(format.PictureGap, max(0, int(math.Round((b.y-a.y)/t.leading))-1))
}

// paragraph joins lines to one.
func (t typography) paragraph(lines []pdfLine, above int) format.Line {
	var joined []byte
	for _, l := range lines {
		joined = appendPrint(joined, l.text)
	}
	text := string(joined)
	first := lines[0]
	out := format.Line{Text: text, Above: above}
	length := utf8.RuneCountInString(text)
	switch {
	case first.picture && first.size <= headingScale*t.size:
		out.UnderPicture(first.centred() || first.size < 0.95*t.size)
	case first.size > headingScale*t.size && length <= shape.LongestNumbered:
		out.Hint = format.HeadingHint
		for i, s := range t.larger {
			if sameSize(s, first.size) {
				out.Level = i + 1
				break
			}
		}
	}
	return out
}

// appendPrint goes on with a line of print: a hyphen at the end of the one
// before goes, hanzi close up, Latin words keep their blank.
func appendPrint(text []byte, next string) []byte {
	p, n := utf8.DecodeLastRune(text)
	c, _ := utf8.DecodeRuneInString(next)
	latin := p < utf8.RuneSelf && unicode.IsLetter(p)
	if p == '-' && unicode.IsLower(c) {
		q, _ := utf8.DecodeLastRune(text[:len(text)-n])
		if q < utf8.RuneSelf && unicode.IsLetter(q) {
			return append(text[:len(text)-n], next...)
		}
	}
	if latin && c < utf8.RuneSelf && unicode.IsLetter(c) {
		text = append(text, ' ')
	}
	return append(text, next...)
}
