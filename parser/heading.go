package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberStyle is how a heading is numbered; each style is a level of its own
// in the order in which a report uses them.
type numberStyle int

const (
	noNumber    numberStyle = iota
	partNumber              // 第一部分
	wordNumber              // 一、
	wordBracket             // （一）
	digitBare               // 1 坚定政治方向
	digitDot                // 1. 1、
	digitBracket
	wordIs // 一是, before a run-in heading
)

// numbering is the printed number of a heading and what follows it.
type numbering struct {
	style numberStyle
	rest  string
}

var numberPatterns = []struct {
	style   numberStyle
	pattern *regexp.Regexp
}{
	{partNumber, regexp.MustCompile(`^第[一二三四五六七八九十]{1,3}(部分|章|篇)[、：:\s　]*`)},
	{wordNumber, regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、．.][\s　]*`)},
	{wordBracket, regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[)）][、\s　]*`)},
	{digitBracket, regexp.MustCompile(`^[（(]\d{1,2}[)）][、\s　]*`)},
	{digitDot, regexp.MustCompile(`^\d{1,2}([、．]|\.[^\d])[\s　]*`)},
	{digitBare, regexp.MustCompile(`^\d{1,2}[\s　]+\D`)},
}

// runInNumber is numbering that only run-in headings have.
var runInNumber = regexp.MustCompile(`^[一二三四五六七八九十]是`)

// bracketed is a topic in brackets that opens a paragraph: 【概况】.
var bracketed = regexp.MustCompile(`^【[^】]{1,20}】`)

// numberingOf reads the number a line starts with.
func numberingOf(s string) numbering {
	if c, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune("第（(一二三四五六七八九十0123456789", c) || s == "" {
		return numbering{rest: s}
	}
	for _, p := range numberPatterns {
		if m := p.pattern.FindString(s); m != "" {
			if p.style == digitBare || p.style == digitDot && !strings.HasSuffix(m, " ") {
				m = strings.TrimRightFunc(m, func(c rune) bool { return unicode.Is(unicode.Han, c) || c == '“' || c == '《' })
			}
			return numbering{p.style, s[len(m):]}
		}
	}
	return numbering{rest: s}
}

// Lengths of opening sentences that are headings, in characters.
const (
	longestRunIn   = 22
	longestRefrain = 45
	shortRunIn     = 12
	briefOpener    = 13
)

// What a line may have at most to be a title, a numbered one, or no more than
// a piece of one, in characters.
const (
	longestHeading  = 40
	longestNumbered = 60
	fragment        = 5
)

var lineOfDate = regexp.MustCompile(`^[（(]?[\d〇一二三四五六七八九十]{2,4}年([\d一二三四五六七八九十]{1,2}月)?([\d一二三四五六七八九十]{1,3}日)?[）)]?$`)

// isHeadingLine tells a line that titles what follows it.
func isHeadingLine(lines []line, i int) bool {
	s := lines[i].text
	switch lines[i].hint {
	case headingHint:
		return true
	case captionHint, itemHint, rowHint:
		return false
	}
	n := utf8.RuneCountInString(s)
	number := numberingOf(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	ended := strings.ContainsRune("。！？；：，、…!?;:,", last)
	switch {
	case startsWithDash(s), n > longestNumbered, n < 20 && lineOfDate.MatchString(s), i+1 < len(lines) && continues(lines[i+1].text):
		return false
	case number.style != noNumber && number.rest != "":
		if !hasHan(number.rest) {
			return false
		}
		inner := strings.TrimSuffix(number.rest, "。")
		return !strings.ContainsAny(inner, "。；") && (!ended || last == '。' && (n <= longestHeading/2 || n <= longestHeading && titlesText(lines, i, number.style))) && !startsWithFigure(s)
	case ended || n > longestHeading || strings.ContainsAny(s, "。；！？"):
		return false
	case namesActor(s) && contains(s, captionEvents) != "" && n > fragment:
		return false
	case i > 0 && breaksOff(lines[i-1].text) && openMark(lines[i-1].text) != "":
		return false
	case !hasHan(s):
		return isFragment(s) && (i > 0 && isFragment(lines[i-1].text) || i+1 < len(lines) && isFragment(lines[i+1].text))
	}
	return n > 1 && (i+1 < len(lines) || isFragment(s) && i > 0 && isFragment(lines[i-1].text))
}

// titlesText tells a numbered line with text below it from an item of a list.
func titlesText(lines []line, i int, style numberStyle) bool {
	return (style == wordNumber || style == wordBracket) && i+1 < len(lines) && numberingOf(lines[i+1].text).style != style &&
		utf8.RuneCountInString(lines[i+1].text) > shortestBroken
}

// continues tells a line that begins with a mark no line begins with: it is
// the rest of the one above, broken at a link.
func continues(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("，。；：、！？”》」）’,;!?)", c)
}

func hasHan(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return unicode.Is(unicode.Han, c) }) >= 0
}

// isFragment tells a piece of a title set over several lines: 展望, 2024.
func isFragment(s string) bool {
	return utf8.RuneCountInString(s) <= fragment && !strings.ContainsAny(s, "。，；：、？！,;:")
}

// merges tells whether heading line b belongs to the title that a begins.
func merges(a, b line, together int) bool {
	if numberingOf(b.text).style != noNumber || a.hint != b.hint || a.level != b.level {
		return false
	}
	if utf8.RuneCountInString(b.text)+together > longestHeading {
		return false
	}
	if formOf(b.text) == spacedTitle && utf8.RuneCountInString(a.text) <= fragment && !isFragment(b.text) {
		return false // it has both its halves on its own line
	}
	year := func(s string) bool { return !hasHan(s) }
	return b.above == 0 && b.pictures == 0 || isFragment(a.text) && isFragment(b.text) || year(a.text) || year(b.text)
}

// element is a heading or a paragraph in reading order.
type element struct {
	title string // empty for a paragraph
	style numberStyle
	runIn bool
	fixed int // the level where the style does not decide it, else 0
	line  line
}

// outline tells the headings among the lines and gives each its title.
func outline(lines []line, topics func(string) bool) []element {
	heading := make([]bool, len(lines))
	for i := range lines {
		heading[i] = isHeadingLine(lines, i)
	}
	joined := joinLines(lines, func(i int) bool { return heading[i] })
	paired := headingsInPairs(joined)
	var out []element
	for i := 0; i < len(joined); i++ {
		l := joined[i]
		if !isHeadingLine(joined, i) {
			out = append(out, element{line: l})
			continue
		}
		title, length := l.text, utf8.RuneCountInString(l.text)
		for i+1 < len(joined) && isHeadingLine(joined, i+1) && (merges(joined[i], joined[i+1], length) || paired && title == l.text && joined[i].level == joined[i+1].level) {
			i++
			title += " " + joined[i].text
			length += utf8.RuneCountInString(joined[i].text)
			if l.original != "" || joined[i].original != "" {
				l.original = l.source() + " " + joined[i].source()
			}
		}
		out = append(out, element{title: trimTitle(title), style: numberingOf(title).style, line: l})
	}
	markRefrains(out)
	markRunIns(out, topics)
	markUniformOpeners(out)
	return out
}

// headingsInPairs tells a report whose every title is set on two lines, in a
// file that keeps each line of text apart: no heading then stands alone.
func headingsInPairs(lines []line) bool {
	const least = 3
	pairs, run := 0, 0
	for i := range lines {
		if isHeadingLine(lines, i) && numberingOf(lines[i].text).style == noNumber {
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
	return strings.TrimSuffix(strings.TrimSpace(trimDashes(s)), "。")
}

// firstSentence returns the sentence that opens a paragraph, without dashes
// and full stop, and what follows.
func firstSentence(s string) (first, rest string) {
	s = strings.TrimLeft(s, "—─-－–﹣ 　•·●")
	first, rest, ok := strings.Cut(s, "。")
	if !ok {
		return s, ""
	}
	return first, rest
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
		if first, rest := firstSentence(e.line.text); isRefrain(first, rest) {
			openers[firstRunes(first, same)]++
		}
	}
	for i := range elements {
		first, rest := firstSentence(elements[i].line.text)
		if isRefrain(first, rest) && openers[firstRunes(first, same)] > 1 {
			elements[i].title, elements[i].runIn, elements[i].fixed = first, true, 1
		}
	}
}

func isRefrain(first, rest string) bool {
	return utf8.RuneCountInString(first) <= longestRefrain && len(rest) > 3*len(first)
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
		if topic := bracketed.FindString(e.line.text); topic != "" {
			e.title, e.runIn = topic, true
			continue
		}
		first, rest := firstSentence(e.line.text)
		if rest == "" || !couldBeRunIn(first) {
			continue
		}
		style := numberingOf(first).style
		if runInNumber.MatchString(first) {
			style = wordIs
		}
		if style != noNumber && !startsWithFigure(first) || topics(first) || siblings(elements, i) > 0 {
			e.title, e.runIn, e.style = trimTitle(first), true, style
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
			if first, rest := firstSentence(elements[end].line.text); rest != "" && isBriefOpener(first) {
				brief = append(brief, end)
			}
		}
		if len(brief) < 2 || 3*len(brief) < 2*(end-start-1) {
			continue
		}
		for _, i := range brief {
			if e := &elements[i]; e.title == "" {
				first, _ := firstSentence(e.line.text)
				e.title, e.runIn = trimTitle(first), true
			}
		}
	}
}

// isBriefOpener tells a sentence of a few words; one cut in two is a flourish.
func isBriefOpener(first string) bool {
	n := utf8.RuneCountInString(first)
	return n >= 3 && n <= briefOpener && !strings.ContainsAny(first, "0123456789，,：:；？！”") && !opensWithTime(first)
}

func couldBeRunIn(first string) bool {
	n, longest := utf8.RuneCountInString(first), longestRunIn
	if numberingOf(first).style != noNumber {
		longest, first = longestHeading, numberingOf(first).rest
	}
	return n >= 4 && n <= longest && strings.Count(first, "，")+strings.Count(first, ",") < 2 &&
		!strings.ContainsAny(first, "0123456789：:；？！了") && !opensWithTime(first) && !opensWithActor(first) && !strings.HasSuffix(first, "”")
}

// actorOpener opens a sentence about somebody, which is no title.
var actorOpener = regexp.MustCompile(`^(全国|省|市|县|区|州|旗|我)政协[^提工机系]|^(委员|代表|大家|他|她)们?|^(市|县|区|省)(委|政府)`)

func opensWithActor(s string) bool { return actorOpener.MatchString(s) }

var timeOpener = regexp.MustCompile(`^(一年来|五年来|几年来|这一年|今年|去年|过去|近年|当前|目前|同时|此外|其中|其次|最后|首先|各位|同志|我们|我代表|新的一年|在此|据|截至)`)

func opensWithTime(s string) bool { return timeOpener.MatchString(s) }

// siblings counts the neighbours whose first sentence has the same shape: the
// same first or last two characters and nearly the same length, or, for short
// ones, the very same length.
func siblings(elements []element, i int) int {
	first, _ := firstSentence(elements[i].line.text)
	count := 0
	for k := max(0, i-4); k < min(len(elements), i+5); k++ {
		other, rest := firstSentence(elements[k].line.text)
		if k == i || rest == "" || !couldBeRunIn(other) {
			continue
		}
		n := utf8.RuneCountInString(first)
		d := utf8.RuneCountInString(other) - n
		if d == 0 && n <= shortRunIn && n >= shortRunIn/2 && !strings.ContainsAny(first+other, "，,") {
			count++
		} else if d >= -2 && d <= 2 && (firstRunes(other, 2) == firstRunes(first, 2) && firstRunes(first, 1) != "“" || lastRunes(other, 2) == lastRunes(first, 2)) {
			count++
		}
	}
	return count
}
