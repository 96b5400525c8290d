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

// pdfLines makes paragraphs of the lines on the pages.
func pdfLines(pages []pdfPage) []format.Line {
	rows := make([][]pdfRow, len(pages))
	for i, p := range pages {
		rows[i] = rowsOf(p)
	}
	withoutRunningHeads(pages, rows)
	var f flows
	cut := false
	for i, p := range pages {
		from := len(f.lines)
		f.page = i
		f.add(rows[i], 0)
		if cut && from < len(f.lines) {
			f.lines[from].picture = f.lines[from].centred()
		}
		cut = markPictures(f.lines[from:], p.pictures)
	}
	t := typeOf(f.lines)
	f.widen()
	var out []format.Line
	for i := 0; i < len(f.lines); {
		if n, cells := tableAt(f.lines[i:]); n > 0 {
			before := ""
			if len(out) > 0 {
				before = out[len(out)-1].Text
			}
			out = append(out, format.TableLines(cells, before)...)
			i += n
			continue
		}
		n := 1
		for i+n < len(f.lines) && !t.begins(f.lines[i+n-1], f.lines[i+n]) {
			n++
		}
		above := 0
		if i > 0 {
			above = t.emptyBetween(f.lines[i-1], f.lines[i])
		}
		out = append(out, t.paragraph(f.lines[i:i+n], above))
		i += n
	}
	return out
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
		if a, b := lines[i-1], lines[i]; a.flow == b.flow && sameSize(a.size, t.size) && sameSize(b.size, t.size) && b.y > a.y {
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
	const few = 3
	count := map[int]int{}
	edges := map[int]pdfLine{}
	for _, l := range f.lines {
		count[l.flow]++
		edges[l.flow] = l
	}
	for i := range f.lines {
		l := &f.lines[i]
		if count[l.flow] > few {
			continue
		}
		best := 0
		for flow, e := range edges {
			fits := flow != l.flow && count[flow] > few && math.Abs(e.left-l.left) < 3*l.size && e.right > l.right-l.size
			if fits && (best == 0 || distance(flow, l.flow) < distance(best, l.flow) || distance(flow, l.flow) == distance(best, l.flow) && flow < best) {
				best = flow
			}
		}
		if best != 0 {
			l.left, l.right = min(l.left, edges[best].left), max(l.right, edges[best].right)
		}
	}
}

func distance(a, b int) int { return max(a-b, b-a) }

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
	text := lines[0].text
	for _, l := range lines[1:] {
		text = joinPrint(text, l.text)
	}
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

// joinPrint joins two lines of print: a hyphen at a line's end goes, hanzi
// close up, Latin words keep their blank.
func joinPrint(a, b string) string {
	p, n := utf8.DecodeLastRuneInString(a)
	c, _ := utf8.DecodeRuneInString(b)
	if p == '-' && unicode.IsLower(c) && len(a) > n {
		if q, _ := utf8.DecodeLastRuneInString(a[:len(a)-n]); unicode.IsLetter(q) && q < utf8.RuneSelf {
			return a[:len(a)-n] + b
		}
	}
	return text.JoinText(a, b, true)
}

// tableAt finds a table at the head of lines: at least three rows whose
// cells begin at the same places. It returns how many lines it takes.
func tableAt(lines []pdfLine) (int, [][]format.Cell) {
	const least = 3
	if len(lines) < least || len(lines[0].cells) < 2 {
		return 0, nil
	}
	var cells [][]format.Cell
	n := 0
	for ; n < len(lines) && len(lines[n].cells) == len(lines[0].cells) && lines[n].flow == lines[0].flow; n++ {
		if n > 0 && !aligned(lines[n-1], lines[n]) {
			break
		}
		row := make([]format.Cell, len(lines[n].cells))
		for i, c := range lines[n].cells {
			row[i].Text = c
		}
		cells = append(cells, row)
	}
	if n < least || !format.HasNumberCell(cells) {
		return 0, nil
	}
	return n, cells
}

// aligned tells that the cells of two rows begin, or lie, under each other.
func aligned(a, b pdfLine) bool {
	for i := range a.starts {
		if math.Abs(a.starts[i]-b.starts[i]) > 6*a.size {
			return false
		}
	}
	return true
}
