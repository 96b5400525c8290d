package parser

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// takeCaptions takes photo captions and credits out of the lines, so that
// the paragraphs they interrupt can be joined. The lines that stay know how
// many stood before them.
func takeCaptions(lines []line) (rest []line, captions []string) {
	usual := usualGap(lines)
	taken := 0
	for i, l := range lines {
		if isCaption(lines, i, usual) {
			captions = append(captions, l.text)
			taken++
			continue
		}
		l.pictures = taken
		taken = 0
		rest = append(rest, l)
	}
	return rest, captions
}

var (
	// captionActor opens a caption: a place or its committee.
	captionActor = regexp.MustCompile(`^\p{Han}{1,9}?(县|区|市|州|旗|乡|镇|政协|街道)`)
	// captionEvent is what a picture shows.
	captionEvent = regexp.MustCompile(`调研|视察|召开|开展|举行|举办|督导|督办|检查|走访|慰问|考察|座谈|培训|参观|协商|宣讲|植树|写春联|活动|一行|现场|交流`)
	// captionOpen and captionCredit mark a caption by themselves.
	captionOpen   = regexp.MustCompile(`^(图为|图[一二三四五六七八九十①②③④⑤⑥：:]|上图|下图|左图|右图|资料图|▲|△|▼|◆图)`)
	captionCredit = regexp.MustCompile(`^[（(]?(本版|本文|以上|文中)?(图片|照片|摄影|供图|图/文|图文)([由：:/／\s]|均由).{0,30}$|(摄|供图|摄影报道)[）)]?$|^[（(].{0,16}(图片|供图|摄影).{0,16}[）)]$`)
)

// longestCaption is in characters.
const longestCaption = 60

// isCaption weighs what speaks for a caption. A wide gap above is where the
// picture stood; without one the words must tell.
func isCaption(lines []line, i, usual int) bool {
	l := lines[i]
	n := utf8.RuneCountInString(l.text)
	if n > longestCaption || numberingOf(l.text).style != noNumber || startsWithDash(l.text) {
		return false
	}
	if captionOpen.MatchString(l.text) || captionCredit.MatchString(l.text) {
		return true
	}
	body := strings.TrimSuffix(l.text, "。")
	if strings.ContainsAny(body, "。；！？") || strings.HasSuffix(body, "，") || strings.HasSuffix(body, "：") {
		return false
	}
	score := 0
	if i > 0 && l.above >= usual+2 {
		score += 2
	}
	if i == 0 && l.below >= usual+2 {
		score++
	}
	if captionActor.MatchString(l.text) {
		score++
	}
	if captionEvent.MatchString(l.text) {
		score++
	}
	if i > 0 && i+1 < len(lines) && breaksOff(lines[i-1].text) && !strings.ContainsAny(body, "，,") {
		score++ // it stands in the middle of a sentence
	}
	if strings.Contains(l.text, "工作综述") || strings.Contains(l.text, "工作报告") || strings.HasPrefix(l.text, "热烈祝贺") {
		score -= 2
	}
	return score >= 3
}
