package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/model"
)

// line is one line of a report on its way to becoming a heading, a caption
// or a paragraph.
type line struct {
	text     string
	original string // before conversion and repairs; empty if the same
	above    int    // empty lines before it
	below    int    // empty lines after it
	pictures int    // captions taken out between this line and the one before
	joints   int    // how many breaks were mended in it
	gap      bool   // its sentence stops here and never goes on
	hint     hint   // what the file's format says it is
	level    int    // of a heading the format names, from 1
	row      *row   // the cells, if it is a table's row
}

// splitLines cuts cleaned text into its lines. Empty ones are counted, since
// they tell where a picture stood, and white space at the ends goes.
func splitLines(text string) []line {
	var lines []line
	empty := 0
	for raw := range strings.Lines(text) {
		t := strings.TrimFunc(raw, unicode.IsSpace)
		if t == "" {
			empty++
			continue
		}
		if n := len(lines); n > 0 {
			lines[n-1].below = empty
		}
		lines = append(lines, line{text: t, above: empty})
		empty = 0
	}
	return lines
}

// usualGap is the number of empty lines that stands between most lines.
func usualGap(lines []line) int {
	count := map[int]int{}
	best := 0
	for _, l := range lines[min(1, len(lines)):] {
		count[l.above]++
		if count[l.above] > count[best] {
			best = l.above
		}
	}
	return best
}

// A text is set in lines of a fixed width if at least this share of its lines
// have one length, give or take what keeps marks off line ends.
const (
	wrappedShare = 0.5
	wrapSlack    = 2
	widestWrap   = 60 // characters
	fewestLines  = 6
)

// wrapWidth returns the length of the lines that a text was set in, in
// characters; 0 if its lines are paragraphs.
func wrapWidth(lines []line) int {
	if len(lines) < fewestLines {
		return 0
	}
	count := map[int]int{}
	for _, l := range lines {
		if l.hint == noHint {
			count[utf8.RuneCountInString(l.text)]++
		}
	}
	best, most := 0, 0
	for width := range count {
		n := 0
		for d := -wrapSlack; d <= wrapSlack; d++ {
			n += count[width+d]
		}
		if n > most || n == most && width > best {
			best, most = width, n
		}
	}
	if best > widestWrap || best < shortestBroken || float64(most) < wrappedShare*float64(len(lines)) {
		return 0
	}
	return best
}

// unwrapLines joins the lines of a text set in a fixed width: a full line
// that does not end a sentence goes on in the next one.
func unwrapLines(lines []line) []line {
	width := wrapWidth(lines)
	if width == 0 {
		return lines
	}
	var out []line
	full := false
	for _, l := range lines {
		n := utf8.RuneCountInString(l.text)
		if k := len(out) - 1; full && k >= 0 && l.hint == noHint && out[k].hint == noHint && len(out[k].text) < longestWrapped && !endsSentence(out[k].text) && l.above == 0 && numberingOf(l.text).style == noNumber {
			out[k].original = joinText(out[k].source(), l.source(), out[k].original != "" || l.original != "")
			out[k].text = joinText(out[k].text, l.text, true)
			out[k].below = l.below
		} else {
			out = append(out, l)
		}
		full = n >= width-wrapSlack
	}
	return out
}

func endsSentence(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？!?…", c)
}

// What is broken more often than this, or longer than that in bytes, is no
// paragraph that a page broke: joining on would cost time for nothing.
const (
	mostJoints     = 50
	longestWrapped = 64 << 10
)

// joinLines makes paragraphs whole again that a page or column break split.
// A line goes on in the next one if it stops inside a sentence; if it stops
// at a comma and pictures stand between, a part of the page is missing and
// the break is marked as a gap instead.
func joinLines(lines []line, heading func(int) bool) []line {
	var out []line
	var starts []int
	for i, l := range lines {
		k := len(out) - 1
		if k < 0 || heading(i) || heading(starts[k]) || standsAlone(out[k]) || standsAlone(l) || !breaksOff(out[k].text) && !continues(l.text) {
			if k >= 0 && heading(i) && !heading(starts[k]) && !standsAlone(out[k]) && breaksOff(out[k].text) {
				out[k].gap = true
			}
			out, starts = append(out, l), append(starts, i)
			continue
		}
		switch prev := &out[k]; {
		case !goesOn(prev.text, l.text), prev.joints >= mostJoints:
			out, starts = append(out, l), append(starts, i)
		case l.pictures > 1 && endsAtComma(prev.text):
			prev.gap = true
			out, starts = append(out, l), append(starts, i)
		default:
			prev.original = joinText(prev.source(), l.source(), prev.original != "" || l.original != "")
			prev.text = joinText(prev.text, l.text, true)
			prev.joints += 1 + l.joints
		}
	}
	if k := len(out) - 1; k >= 0 && !heading(starts[k]) && !standsAlone(out[k]) && breaksOff(out[k].text) && endsAtComma(out[k].text) {
		out[k].gap = true
	}
	return out
}

// standsAlone tells a line that is whole whatever it ends with.
func standsAlone(l line) bool { return l.hint == rowHint }

// source is the line as the file spelt it.
func (l *line) source() string {
	if l.original != "" {
		return l.original
	}
	return l.text
}

// joinText joins two halves; a blank goes between Latin words only.
func joinText(a, b string, wanted bool) string {
	if !wanted {
		return ""
	}
	p, _ := utf8.DecodeLastRuneInString(a)
	c, _ := utf8.DecodeRuneInString(b)
	if p < utf8.RuneSelf && c < utf8.RuneSelf && unicode.IsLetter(p) && unicode.IsLetter(c) {
		return a + " " + b
	}
	return a + b
}

// shortestBroken is how many characters a line has at least before its end
// without a full stop means a break: shorter ones are headings and names.
const shortestBroken = 15

// breaksOff tells that a line stops inside a sentence.
func breaksOff(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("。！？；：…!?;:", c) {
		return false
	}
	if openMark(s) != "" {
		return true
	}
	return !strings.ContainsRune("”》）)」’】.", c) && utf8.RuneCountInString(s) >= shortestBroken
}

func endsAtComma(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("，、,", c)
}

// openMark returns the mark that would close what the line leaves open.
func openMark(s string) string {
	for _, m := range [][2]string{{"“", "”"}, {"《", "》"}} {
		if open := strings.LastIndex(s, m[0]); open >= 0 && !strings.Contains(s[open:], m[1]) {
			return m[1]
		}
	}
	return ""
}

// goesOn tells whether next can be the rest of a line that breaks off. What
// looks like a new paragraph is none, unless it closes an open title.
func goesOn(prev, next string) bool {
	if m := openMark(prev); m != "" && strings.Contains(next, m) {
		return true
	}
	if continues(next) {
		return true
	}
	if startsWithDash(next) || numberingOf(next).style != noNumber && !startsWithFigure(next) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(next)
	return !strings.ContainsRune("　“【（(•·●", c)
}

// startsWithFigure tells 4次专项视察 from a numbered heading 4 专项视察.
func startsWithFigure(s string) bool {
	n, ok := readNumeral(s, 0)
	if !ok || !n.arabic {
		return false
	}
	_, ok = loadUnits().at(s, n.end)
	return ok
}

// jointNotices lists what joinLines did to one paragraph.
func (l *line) jointNotices(p model.Path, paragraph int) []model.Notice {
	var out []model.Notice
	for range l.joints {
		out = append(out, model.Notice{Kind: model.NoticeJoint, Section: p, Paragraph: paragraph,
			Detail: "被分页或分栏断开的段落已接上：" + firstRunes(l.text, 16) + "…"})
	}
	if l.gap {
		out = append(out, model.Notice{Kind: model.NoticeGap, Section: p, Paragraph: paragraph,
			Detail: "句子没有写完，此后文字可能缺失：…" + lastRunes(l.text, 16)})
	}
	return out
}
