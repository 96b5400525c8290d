package format

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/shape"
	"duidu/parser/text"
)

// mendLinks joins paragraphs of a text in which every link of the page it was
// copied from stands on a line of its own:
//
//	我们听了关于
//	某某草案的报告
//	，并进行了讨论。
//
// Such a text parts its paragraphs by empty lines and has lines that begin
// with a comma; only where both hold, lines without an empty one between them
// are one paragraph.
func mendLinks(lines []Line) []Line {
	const least = 2
	odd := 0
	for _, l := range lines {
		if shape.Continues(l.Text) && l.Above == 0 {
			odd++
		}
	}
	if odd < least || usualGap(lines) == 0 && !partedByBlanks(lines) {
		return lines
	}
	out := make([]Line, 0, len(lines))
	s := false // past the lines of the head
	for i, l := range lines {
		k := len(out) - 1
		s = s || shape.LineKindOf(l.Text) == shape.BodyLine
		if k < 0 || !s || l.Above > 0 || !goesOnAtLink(out[k].Text, lines[i-1].Text, l.Text) {
			out = append(out, l)
			continue
		}
		out[k].Text = text.JoinText(out[k].Text, l.Text, true)
		out[k].Below = l.Below
		out[k].Joints++
	}
	return out
}

// partedByBlanks tells that whole paragraphs seldom stand right under each
// other.
func partedByBlanks(lines []Line) bool {
	const paragraph = 2 * shape.LongestHeading
	together, long := 0, 0
	for i, l := range lines {
		if text.Runes(l.Text) < paragraph {
			continue
		}
		long++
		if i > 0 && l.Above == 0 && text.Runes(lines[i-1].Text) >= paragraph && !shape.BreaksOff(lines[i-1].Text) {
			together++
		}
	}
	return long > 0 && together*5 <= long
}

// goesOnAtLink tells that next is the rest of the paragraph so far, of which
// last is the last line.
func goesOnAtLink(paragraph, last, next string) bool {
	if shape.Continues(next) {
		return true
	}
	if shape.NumberingOf(paragraph).Style != shape.NoNumber && paragraph == last && text.Runes(last) > shape.Fragment {
		return false // a heading right above its text
	}
	c, _ := utf8.DecodeLastRuneInString(last)
	return !strings.ContainsRune("。！？：!?:", c)
}
