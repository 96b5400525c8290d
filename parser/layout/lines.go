package layout

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

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
func wrapWidth(lines []format.Line) int {
	if len(lines) < fewestLines {
		return 0
	}
	count := map[int]int{}
	for _, l := range lines {
		count[utf8.RuneCountInString(l.Text)]++
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
	if best > widestWrap || best < shape.ShortestBroken || float64(most) < wrappedShare*float64(len(lines)) {
		return 0
	}
	return best
}

// UnwrapLines joins the lines of a text set in a fixed width: a full line
// that does not end a sentence goes on in the next one.
func UnwrapLines(lines []format.Line) []format.Line {
	width := wrapWidth(lines)
	if width == 0 {
		return lines
	}
	var out []format.Line
	full := false
	for _, l := range lines {
		n := utf8.RuneCountInString(l.Text)
		if k := len(out) - 1; full && k >= 0 && len(out[k].Text) < longestWrapped && !shape.EndsSentence(out[k].Text) && l.Above == 0 && shape.NumberingOf(l.Text).Style == shape.NoNumber {
			out[k].Original = text.JoinText(out[k].Source(), l.Source(), out[k].Original != "" || l.Original != "")
			out[k].Text = text.JoinText(out[k].Text, l.Text, true)
			out[k].Below = l.Below
		} else {
			out = append(out, l)
		}
		full = n >= width-wrapSlack
	}
	return out
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
func joinLines(lines []format.Line, heading func(int) bool) []format.Line {
	var out []format.Line
	var starts []int
	for i, l := range lines {
		k := len(out) - 1
		if k < 0 || heading(i) || heading(starts[k]) || standsAlone(out[k]) || standsAlone(l) || !shape.BreaksOff(out[k].Text) && !shape.Continues(l.Text) {
			if k >= 0 && heading(i) && !heading(starts[k]) && !standsAlone(out[k]) && shape.BreaksOff(out[k].Text) {
				out[k].Gap = true
			}
			out, starts = append(out, l), append(starts, i)
			continue
		}
		switch prev := &out[k]; {
		case !goesOn(prev.Text, l.Text), prev.Joints >= mostJoints:
			out, starts = append(out, l), append(starts, i)
		case l.Pictures > 1 && shape.EndsAtComma(prev.Text):
			prev.Gap = true
			out, starts = append(out, l), append(starts, i)
		default:
			prev.Original = text.JoinText(prev.Source(), l.Source(), prev.Original != "" || l.Original != "")
			prev.Text = text.JoinText(prev.Text, l.Text, true)
			prev.Joints += 1 + l.Joints
		}
	}
	if k := len(out) - 1; k >= 0 && !heading(starts[k]) && !standsAlone(out[k]) && shape.BreaksOff(out[k].Text) && shape.EndsAtComma(out[k].Text) {
		out[k].Gap = true
	}
	return out
}

// standsAlone tells a line that is whole whatever it ends with.
func standsAlone(l format.Line) bool { return l.Hint == format.RowHint }

// goesOn tells whether next can be the rest of a line that breaks off. What
// looks like a new paragraph is none, unless it closes an open title.
func goesOn(prev, next string) bool {
	if m := shape.OpenMark(prev); m != "" && strings.Contains(next, m) {
		return true
	}
	if shape.Continues(next) {
		return true
	}
	if shape.StartsWithDash(next) || shape.NumberingOf(next).Style != shape.NoNumber && !shape.StartsWithFigure(next) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(next)
	return !strings.ContainsRune("　“【（(•·●", c)
}

func TextsOf(lines []format.Line) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	return texts
}
