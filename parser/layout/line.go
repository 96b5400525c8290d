package layout

import (
	"strings"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/text"
)

// Line is a line of a file and what layout found out about it.
type Line struct {
	format.Line
	Kind     Kind
	Pictures int  // captions taken out between this line and the one before
	Joined   int  // how many breaks were mended in it
	Gap      bool // its sentence stops here and never goes on

	weighed *weighed // when it was last told what it is
}

// Lines takes over what a format gave.
func Lines(given []format.Line) []Line {
	lines := make([]Line, len(given))
	for i, l := range given {
		lines[i] = Line{Line: l, Joined: l.Joints}
	}
	return lines
}

// JointNotices lists what was mended in one paragraph, and what is missing.
func (l *Line) JointNotices(p model.Path, paragraph int) []model.Notice {
	var out []model.Notice
	for range l.Joined {
		out = append(out, model.Notice{Kind: model.NoticeJoint, Section: p, Paragraph: paragraph,
			Reason: "joined", Args: []string{text.FirstRunes(l.Text, 16)}})
	}
	if l.Gap {
		out = append(out, model.Notice{Kind: model.NoticeGap, Section: p, Paragraph: paragraph,
			Reason: "unfinished", Args: []string{text.LastRunes(l.Text, 16)}})
	}
	return out
}

// join makes one line of l and what follows it.
func (l *Line) join(next *Line) {
	l.Original = text.JoinText(l.Source(), next.Source(), l.Original != "" || next.Original != "")
	l.Text = text.JoinText(l.Text, next.Text, true)
	l.Below, l.PageBelow = next.Below, next.PageBelow
}

// usualGap is the number of empty lines that stands between most lines.
func usualGap(lines []Line) int {
	count := map[int]int{}
	best := 0
	for _, l := range lines[min(1, len(lines)):] {
		count[l.Above]++
		if count[l.Above] > count[best] {
			best = l.Above
		}
	}
	return best
}

func TextsOf(lines []Line) []string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	return texts
}

// width is how many columns a text takes: two for what is not ASCII.
func width(s string) int {
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if n++; r >= 0x80 {
			n++
		}
	}
	return n
}
