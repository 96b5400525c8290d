// Package layout tells what each line is: the lines of the head, headings, captions,
// body; it makes split paragraphs whole and builds the tree of sections.
package layout

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"duidu/parser/shape"
	"duidu/parser/text"
)

// bracketed is a topic in brackets that opens a paragraph: 【概况】.
var bracketed = regexp.MustCompile(`^(【[^】]{1,20}】|\[\p{Han}[^\]]{1,20}\])`)

// topicOf returns the topic in brackets that opens s.
func topicOf(s string) string {
	if s == "" || s[0] != '[' && !strings.HasPrefix(s, "【") {
		return ""
	}
	if shape.IsPiece(text.Clip(s, len("【第二十篇】"))) {
		return ""
	}
	return bracketed.FindString(s)
}

// Lengths of opening sentences that are headings, in characters.
const (
	longestRunIn   = 22
	longestRefrain = 45
	shortRunIn     = 12
	briefOpener    = 13
)

var lineOfDate = regexp.MustCompile(`^[（(]?[\d〇一二三四五六七八九十]{2,4}年([\d一二三四五六七八九十元]{1,2}月)?([\d一二三四五六七八九十]{1,3}日)?[）)]?$`)

// merges tells whether heading line b belongs to the title that a begins.
func merges(a, b Line, together int) bool {
	if topicOf(a.Text) != "" || topicOf(b.Text) != "" {
		return false
	}
	if style := shape.NumberingOf(a.Text).Style; (style == shape.WordNumber || style == shape.WordBracket) && !shape.IsFragment(b.Text) {
		return false
	}
	if shape.NumberingOf(b.Text).Style != shape.NoNumber || a.Hint != b.Hint || a.Level != b.Level {
		return false
	}
	if text.Runes(b.Text)+together > shape.LongestHeading {
		return false
	}
	if formOf(b.Text) == spacedTitle && text.Runes(a.Text) <= shape.Fragment && !shape.IsFragment(b.Text) {
		return false // it has both its halves on its own line
	}
	year := func(s string) bool { return !text.HasHan(s) }
	return b.Above == 0 && b.Pictures == 0 || shape.IsFragment(a.Text) && shape.IsFragment(b.Text) || year(a.Text) || year(b.Text)
}

// element is a heading or a paragraph in reading order.
type element struct {
	title string // empty for a paragraph
	style shape.NumberStyle
	runIn bool
	fixed int // the level where the style does not decide it, else 0
	line  Line
}

// Outline tells the headings among the lines and gives each its title.
func Outline(lines []Line, topics func(string) bool) []element {
	Classify(lines)
	joined := joinLines(lines)
	paired := headingsInPairs(joined)
	out := make([]element, 0, len(joined))
	for i := 0; i < len(joined); i++ {
		l := joined[i]
		if l.Kind != Heading {
			out = append(out, element{line: l})
			continue
		}
		title, length := l.Text, text.Runes(l.Text)
		for i+1 < len(joined) && joined[i+1].Kind == Heading && (merges(joined[i], joined[i+1], length) || paired && title == l.Text && joined[i].Level == joined[i+1].Level) {
			i++
			title += " " + joined[i].Text
			length += text.Runes(joined[i].Text)
			if l.Original != "" || joined[i].Original != "" {
				l.Original = l.Source() + " " + joined[i].Source()
			}
		}
		out = append(out, element{title: trimTitle(title), style: shape.NumberingOf(title).Style, line: l})
	}
	markRefrains(out)
	markRunIns(out, topics)
	markUniformOpeners(out)
	dropLoneRunIns(out)
	return out
}

// headingsInPairs tells a report whose every title is set on two lines, in a
// file that keeps each line of text apart: no heading then stands alone.
func headingsInPairs(lines []Line) bool {
	const least = 3
	pairs, run := 0, 0
	for i := range lines {
		if lines[i].Kind == Heading && shape.NumberingOf(lines[i].Text).Style == shape.NoNumber {
			run++
			continue
		}
		if run != 0 && run != 2 {
			return false
		}
		pairs += run / 2
		run = 0
	}
	return run == 0 && pairs >= least
}

// trimTitle drops the final full stop and the dashes in front.
func trimTitle(s string) string {
	return strings.TrimSuffix(strings.TrimSpace(shape.TrimDashes(s)), "。")
}

// markRefrains finds the parts of a report without standing headings: each
// opens with the same words (这一年，永定区政协常委会…).
func markRefrains(elements []element) {
	const same = 9
	openers := map[string]int{}
	for _, e := range elements {
		if e.title != "" {
			return
		}
		if first, rest := shape.FirstSentence(e.line.Text); isRefrain(first, rest) {
			openers[text.FirstRunes(first, same)]++
		}
	}
	for i := range elements {
		first, rest := shape.FirstSentence(elements[i].line.Text)
		if isRefrain(first, rest) && openers[text.FirstRunes(first, same)] > 1 {
			elements[i].title, elements[i].runIn, elements[i].fixed = first, true, 1
		}
	}
}

func isRefrain(first, rest string) bool {
	return text.Runes(first) <= longestRefrain && len(rest) > 3*len(first)
}

// markRunIns finds paragraphs whose first sentence names their topic. It is
// short, states no figure, and speaks of a topic of these reports or stands
// beside others of its kind; what is only an opening flourish does neither.
func markRunIns(elements []element, topics func(string) bool) {
	for i := range elements {
		e := &elements[i]
		if e.title != "" {
			continue
		}
		if topic := topicOf(e.line.Text); topic != "" {
			e.title, e.runIn = topic, true
			continue
		}
		if e.line.Kind != Body || saysOrder(e.line.Text) {
			continue
		}
		first, rest := shape.FirstSentence(e.line.Text)
		if rest == "" || !couldBeRunIn(first) {
			continue
		}
		style := shape.NumberingOf(first).Style
		if style != shape.NoNumber && !shape.StartsWithFigure(first) || topics(first) || siblings(elements, i) > 0 {
			e.title, e.runIn, e.style = trimTitle(first), true, style
		}
	}
	for i := 1; i+1 < len(elements); i++ {
		if e := &elements[i]; e.title == "" && e.line.Kind == Body && elements[i-1].runIn && elements[i+1].runIn && !saysOrder(e.line.Text) {
			first, rest := shape.FirstSentence(e.line.Text)
			if n := text.Runes(first); rest != "" && n == text.Runes(elements[i-1].title) && n == text.Runes(elements[i+1].title) && couldBeRunIn(first) {
				e.title, e.runIn = trimTitle(first), true
			}
		}
	}
}

// saysOrder tells a point of an enumeration: 一是, 其二. What follows is no title.
func saysOrder(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return second == '是' && strings.ContainsRune("一二三四五六七八九十", first) || first == '其' && strings.ContainsRune("一二三四五六", second)
}

// dropLoneRunIns takes back run-in headings that stand alone in their part: a
// maxim that opens the only paragraph below a heading titles nothing.
func dropLoneRunIns(elements []element) {
	for start := -1; start < len(elements); start++ {
		if start >= 0 && (elements[start].title == "" || elements[start].runIn) {
			continue
		}
		lone, count := 0, 0
		for end := start + 1; end < len(elements) && (elements[end].title == "" || elements[end].runIn); end++ {
			if elements[end].runIn {
				lone = end
				count++
			}
		}
		if count != 1 {
			continue
		}
		if e := &elements[lone]; e.style == shape.NoNumber && e.fixed == 0 && topicOf(e.title) == "" {
			e.title, e.runIn = "", false
		}
	}
}

// markUniformOpeners finds run-in headings that name no topic by themselves:
// most paragraphs of a part open with a sentence of a few words.
func markUniformOpeners(elements []element) {
	for start := 0; start < len(elements); start++ {
		if elements[start].title == "" || elements[start].runIn {
			continue
		}
		var brief []int
		end := start + 1
		for ; end < len(elements) && (elements[end].title == "" || elements[end].runIn); end++ {
			e := &elements[end]
			if first, rest := shape.FirstSentence(e.line.Text); rest != "" && (isBriefOpener(first) || shape.StartsWithDash(e.line.Text) && text.Runes(first) <= longestRunIn) {
				brief = append(brief, end)
			}
		}
		if len(brief) < 2 || 3*len(brief) < 2*(end-start-1) {
			continue
		}
		for _, i := range brief {
			if e := &elements[i]; e.title == "" {
				first, _ := shape.FirstSentence(e.line.Text)
				e.title, e.runIn = trimTitle(first), true
			}
		}
	}
}

var unlikeOpeners = text.SetOf("0123456789，,：:；？！”")

// isBriefOpener tells a sentence of a few words; one cut in two is a flourish.
func isBriefOpener(first string) bool {
	n := text.Runes(first)
	return n >= 2 && n <= briefOpener && !unlikeOpeners.In(first) && !opensWithTime(first)
}

func couldBeRunIn(first string) bool {
	if text.Longer(first, shape.LongestHeading) {
		return false
	}
	n := text.Runes(first)
	if number := shape.NumberingOf(first); number.Style != shape.NoNumber {
		return n >= 4 && n <= shape.LongestHeading && strings.Count(number.Rest, "，")+strings.Count(number.Rest, ",") < 2 && !unlikeTitles.In(number.Rest)
	}
	return n >= 4 && n <= longestRunIn && strings.Count(first, "，")+strings.Count(first, ",") < 2 &&
		!unlikeTitles.In(first) && !(text.Has(first, "，") && text.Has(first, "、")) && !isStatement(first) && !opensWithTime(first) && !opensWithActor(first) && !strings.HasSuffix(first, "”")
}

// unlikeTitles stand in what a sentence says rather than names.
var unlikeTitles = text.SetOf("0123456789：:；？！了")

// isStatement tells a sentence that says what something is.
func isStatement(s string) bool {
	return strings.HasSuffix(s, "的") || text.Has(strings.ReplaceAll(s, "实事求是", ""), "是")
}

// actorOpener opens a sentence about somebody, which is no title.
func opensWithActor(s string) bool {
	if actors.Starts(s) {
		return true
	}
	committee := committees.Prefix(s)
	next, n := utf8.DecodeRuneInString(s[len(committee):])
	return committee != "" && n > 0 && !strings.ContainsRune("提工机系", next) // 政协提案, 政协工作 name a topic
}

var (
	actors      = text.ListOf("委员", "代表", "大家", "他", "她", "市委", "县委", "区委", "省委", "市政府", "县政府", "区政府", "省政府")
	committees  = text.ListOf("全国政协", "省政协", "市政协", "县政协", "区政协", "州政协", "旗政协", "我政协")
	timeOpeners = text.ListOf("一年来", "五年来", "几年来", "这一年", "今年", "去年", "过去", "近年", "当前", "目前", "同时", "此外", "其中", "其次", "最后", "首先",
		"各位", "同志", "我们", "我代表", "新的一年", "在此", "据", "截至")
)

func opensWithTime(s string) bool { return timeOpeners.Starts(s) }

// siblings counts the neighbours whose first sentence has the same shape: the
// same first or last two characters and nearly the same length, or, for short
// ones, the very same length.
func siblings(elements []element, i int) int {
	first, _ := shape.FirstSentence(elements[i].line.Text)
	count := 0
	for k := max(0, i-4); k < min(len(elements), i+5); k++ {
		other, rest := shape.FirstSentence(elements[k].line.Text)
		if k == i || rest == "" || !couldBeRunIn(other) {
			continue
		}
		n := text.Runes(first)
		d := text.Runes(other) - n
		if d == 0 && n <= shortRunIn && n >= shortRunIn/2 && !strings.ContainsAny(first+other, "，,") {
			count++
		} else if d >= -2 && d <= 2 && (text.FirstRunes(other, 2) == text.FirstRunes(first, 2) && text.FirstRunes(first, 1) != "“" || text.LastRunes(other, 2) == text.LastRunes(first, 2)) {
			count++
		}
	}
	return count
}
