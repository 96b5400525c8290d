package layout

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// A block of lines is set in a fixed width if this share of its lines come
// within wrapSlack columns of the longest, which has at most widestWrap.
const (
	wrappedShare  = 0.4
	wrapSlack     = 6
	widestWrap    = 120 // columns
	narrowestWrap = 24
)

// UnwrapLines joins the lines of a text set in a fixed width: a full line
// that does not end a sentence goes on in the next one. Each block between
// empty lines is judged by itself, for texts come together from several pages.
// What it returns stands in the memory of lines.
func UnwrapLines(lines []Line) []Line {
	out := lines[:0]
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Above == 0 && lines[to].Hint == format.NoHint {
			to++
		}
		out = unwrapBlock(out, lines[from:to])
		from = to
	}
	return out
}

func unwrapBlock(out, block []Line) []Line {
	widest := wrapWidth(block)
	full := false
	for i := range block {
		l := &block[i]
		wide := widest > 0 && width(l.Text) >= widest-wrapSlack
		if k := len(out) - 1; full && len(out[k].Text) < longestWrapped && !shape.EndsSentence(out[k].Text) && shape.NumberingOf(l.Text).Style == shape.NoNumber && !bothLabelled(l.Text, out[k].Text) {
			out[k].join(l)
		} else {
			out = append(out, *l)
		}
		full = wide
	}
	return out
}

// bothLabelled tells a line that opens with what it is about, as the one before does: 提案：….
func bothLabelled(line, before string) bool { return opensWithLabel(line) && opensWithLabel(before) }

func opensWithLabel(s string) bool {
	name, _, ok := text.Cut(text.FirstRunes(s, longestLineLabel), "：")
	return ok && name != "" && text.AllHan(name)
}

// longestLineLabel is how many characters such a label has at most, with its colon.
const longestLineLabel = 10

// wrapWidth returns the columns that a block was set in, 0 if its lines are
// paragraphs: then none is full, or no sentence ends among them.
func wrapWidth(block []Line) int {
	if len(block) < 2 {
		return 0
	}
	widest, full, ends, broken := 0, 0, false, 0
	for _, l := range block {
		widest = max(widest, width(l.Text))
		ends = ends || stops.In(l.Text) || strings.HasSuffix(l.Text, ".")
	}
	if widest > widestWrap || widest < narrowestWrap || !ends {
		return 0
	}
	for _, l := range block {
		if width(l.Text) >= widest-wrapSlack {
			if full++; !shape.EndsSentence(l.Text) {
				broken++
			}
		}
	}
	if float64(full) < wrappedShare*float64(len(block)) || 2*broken < full {
		return 0
	}
	return widest
}

// What is broken more often than this, or longer than that in bytes, is no
// paragraph that a page broke: joining on would cost time for nothing.
const (
	mostJoints     = 50
	longestWrapped = 64 << 10
)

// joinLines makes paragraphs whole again that a page or column break split.
// A line goes on in the next one if it stops inside a sentence; if it stops
// at a comma and pictures stand between, or the text ends, a part of it is
// missing and the break is marked as a gap instead. What it returns stands in the
// memory of lines.
func joinLines(lines []Line) []Line {
	out := lines[:0]
	for i := range lines {
		l := &lines[i]
		k := len(out) - 1
		if k < 0 || l.standsAlone() || out[k].standsAlone() || !shape.BreaksOff(out[k].Text) && !shape.Continues(l.Text) && !out[k].cutByPage() {
			if k >= 0 && l.standsAlone() {
				out[k].Gap = out[k].stopsShort()
			}
			out = append(out, *l)
			continue
		}
		switch prev := &out[k]; {
		case !goesOn(prev.Text, l.Text), prev.Joined >= mostJoints:
			out = append(out, *l)
		case l.Pictures > 1 && shape.EndsAtComma(prev.Text):
			prev.Gap = true
			out = append(out, *l)
		default:
			prev.join(l)
			prev.Joined += 1 + l.Joined
		}
	}
	if k := len(out) - 1; k >= 0 {
		l := &out[k] // the text ends here, whole or not
		l.Gap = l.stopsShort() || l.Kind == Body && (shape.BreaksOff(l.Text) && !shape.IsBody(l.Text) && !shape.IsCredit(l.Text) || text.HasAnySuffix(l.Text, "：", ":"))
	}
	return out
}

// cutByPage tells a line that ends within its sentence where a page's own lines
// stood below it.
func (l *Line) cutByPage() bool { return l.PageBelow && strings.HasSuffix(l.Text, "；") }

// standsAlone tells a line that is whole whatever it ends with.
func (l *Line) standsAlone() bool { return l.Kind != Body }

var sentenceMarks = text.SetOf("，。；,;")

// stopsShort tells a paragraph whose last sentence is not written out: it
// has others that are, or it is long enough to be one.
func (l *Line) stopsShort() bool {
	if l.standsAlone() {
		return false
	}
	if shape.BreaksOff(l.Text) {
		return sentenceMarks.In(l.Text) || shape.OpenMark(l.Text) != ""
	}
	return false
}

// goesOn tells whether next can be the rest of a line that breaks off. What
// looks like a new paragraph is none, unless it closes an open title.
func goesOn(prev, next string) bool {
	if m := shape.OpenMark(prev); m != "" && strings.Contains(next, m) {
		return true
	}
	if shape.Continues(next) {
		return true
	}
	if bothLabelled(next, prev) {
		return false
	}
	if shape.StartsWithDash(next) || shape.NumberingOf(next).Style != shape.NoNumber && !shape.StartsWithFigure(next) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(next)
	return !strings.ContainsRune("　“【（(•·●", c) && !text.HasAnyPrefix(next, "本报讯", "本网讯", "本报记者", "本网记者")
}
