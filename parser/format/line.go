// Package format gives a file's lines in reading order and what the file says of
// them: sniffing, encodings, plain text, Markdown, tables, page chrome. Formats
// with a reader of some size have a folder each.
package format

import (
	"strings"
	"unicode"

	"duidu/parser/shape"
	"duidu/parser/text"
)

// Line is one line of a report on its way to becoming a heading, a caption
// or a paragraph.
type Line struct {
	Text      string
	Original  string // before conversion and repairs; empty if the same
	Above     int    // empty lines before it
	Below     int    // empty lines after it
	Joints    int    // how many breaks at links were mended in it
	PageBelow bool   // lines of the page, left out, stood right below it
	Hint      Hint   // what the file's format says it is
	Level     int    // of a heading the format names, from 1
	Row       *row   // the cells, if it is a table's row
}

// SplitLines cuts cleaned text into its lines. Empty ones are counted, since
// they tell where a picture stood, and white space at the ends goes.
func SplitLines(text string) []Line {
	lines := make([]Line, 0, strings.Count(text, "\n")+1)
	empty := 0
	for raw := range strings.Lines(text) {
		t := strings.TrimFunc(raw, unicode.IsSpace)
		if t == "" {
			empty++
			continue
		}
		if n := len(lines); n > 0 {
			lines[n-1].Below = empty
		}
		lines = append(lines, Line{Text: t, Above: empty})
		empty = 0
	}
	return lines
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

// Source is the line as the file spelt it.
func (l *Line) Source() string {
	if l.Original != "" {
		return l.Original
	}
	return l.Text
}

// Hint is what the file's own format says a line is. Later stages trust it
// before they guess from the line's shape.
type Hint uint8

// PictureGap is how many empty lines a picture stands for: as many as a text
// copied from a page has in its place.
const PictureGap = 3

// UnderPicture notes that l stands right under a picture: a caption if the
// file sets it in the middle, else a line that its words must tell.
func (l *Line) UnderPicture(centred bool) {
	body := strings.TrimSuffix(l.Text, "。")
	if text.Runes(l.Text) > shape.LongestCaption || shape.NumberingOf(l.Text).Style != shape.NoNumber || shape.StartsWithDash(l.Text) ||
		strings.ContainsAny(body, "。；！？") || strings.HasSuffix(body, "，") {
		return
	}
	if centred {
		l.Hint = CaptionHint
	} else {
		l.Above = max(l.Above, PictureGap)
	}
}

// settleHeadline takes the only heading of the highest level, on top, for
// the document's title; it may be set on several lines.
func settleHeadline(lines []Line) {
	highest, count, first, last := 10, 0, -1, -1
	for i, l := range lines {
		switch {
		case l.Hint == HeadlineHint:
			return
		case l.Hint != HeadingHint || l.Level > highest:
			continue
		case l.Level < highest:
			highest, count, first = l.Level, 0, i
		}
		count++
		last = i
	}
	if count == 0 || first > 3 || last-first >= count {
		return
	}
	for _, l := range lines[:first] {
		if shape.LineKindOf(l.Text) == shape.KindLine {
			return // the title stands above, in no style of its own
		}
	}
	for i := first; i <= last; i++ {
		lines[i].Hint, lines[i].Level = HeadlineHint, 0
	}
}
