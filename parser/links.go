package parser

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
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
func mendLinks(lines []line) []line {
	const least = 2
	odd := 0
	for _, l := range lines {
		if continues(l.text) && l.above == 0 {
			odd++
		}
	}
	if odd < least || usualGap(lines) == 0 && !partedByBlanks(lines) {
		return lines
	}
	out := make([]line, 0, len(lines))
	text := false // past the lines of the head
	for i, l := range lines {
		k := len(out) - 1
		text = text || lineKindOf(l.text) == bodyLine
		if k < 0 || !text || l.above > 0 || !goesOnAtLink(out[k].text, lines[i-1].text, l.text) {
			out = append(out, l)
			continue
		}
		out[k].text = joinText(out[k].text, l.text, true)
		out[k].below = l.below
		out[k].joints++
	}
	return out
}

// partedByBlanks tells that whole paragraphs seldom stand right under each
// other.
func partedByBlanks(lines []line) bool {
	const paragraph = 2 * longestHeading
	together, long := 0, 0
	for i, l := range lines {
		if utf8.RuneCountInString(l.text) < paragraph {
			continue
		}
		long++
		if i > 0 && l.above == 0 && utf8.RuneCountInString(lines[i-1].text) >= paragraph && !breaksOff(lines[i-1].text) {
			together++
		}
	}
	return long > 0 && together*5 <= long
}

// goesOnAtLink tells that next is the rest of the paragraph so far, of which
// last is the last line.
func goesOnAtLink(paragraph, last, next string) bool {
	if continues(next) {
		return true
	}
	if numberingOf(paragraph).style != noNumber && paragraph == last && utf8.RuneCountInString(last) > fragment {
		return false // a heading right above its text
	}
	c, _ := utf8.DecodeLastRuneInString(last)
	return !strings.ContainsRune("。！？：!?:", c)
}

// trimTail drops what a page left below a copied text: its licence, its
// buttons, the marks of its scripts. The notice says what went.
func trimTail(lines []line) ([]line, []model.Notice) {
	words := loadChrome()
	n := len(lines)
	for n > 0 {
		t := lines[n-1].text
		if !isChrome(t, words) && !mentionsAny([]string{t}, words.Licence) && (hasHan(t) || utf8.RuneCountInString(t) > 2*fragment) {
			break
		}
		n--
	}
	if n == 0 || n == len(lines) {
		return lines, nil
	}
	var gone []string
	for _, l := range lines[n:] {
		gone = append(gone, firstRunes(l.text, 12))
	}
	return lines[:n], []model.Notice{{Kind: model.NoticeRepair, Detail: "删去文末的网页附注：" + firstRunes(strings.Join(gone, "、"), 60)}}
}
