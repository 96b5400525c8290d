package layout

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/shape"
	"duidu/parser/text"
)

// TakeCaptions takes photo captions and credits out of the lines, so that
// the paragraphs they interrupt can be joined. The lines that stay know how
// many stood before them.
func TakeCaptions(lines []format.Line) (rest []format.Line, captions []string) {
	usual := format.UsualGap(lines)
	taken := 0
	for i, l := range lines {
		if IsCaption(lines, i, usual) {
			captions = append(captions, l.Text)
			taken++
			continue
		}
		l.Pictures = taken
		taken = 0
		rest = append(rest, l)
	}
	return rest, captions
}

// captionPlaces end the name of who is in a picture; captionEvents are what
// pictures show.
const captionPlaces = "县区市州旗乡镇"

var captionEvents = []string{"调研", "视察", "召开", "开展", "举行", "举办", "督导", "督办", "检查", "走访", "慰问", "考察", "座谈", "培训",
	"参观", "协商", "宣讲", "植树", "写春联", "活动", "一行", "现场", "交流"}

// namesActor tells a line that opens with a place or a committee.
func namesActor(s string) bool {
	head := text.FirstRunes(s, 10)
	if i := strings.IndexAny(head, captionPlaces); i > 0 && text.AllHan(head[:i]) {
		return true
	}
	i := strings.Index(head, "政协")
	return i > 0 && text.AllHan(head[:i]) || strings.Contains(head, "街道")
}

// captionOpen and captionCredit mark a caption by themselves.
var (
	captionOpen   = regexp.MustCompile(`^(图为|图[一二三四五六七八九十①②③④⑤⑥：:]|上图|下图|左图|右图|资料图|▲|△|▼|◆图)`)
	captionCredit = regexp.MustCompile(`^[（(]?(本版|本文|以上|文中)?(图片|照片|摄影|供图|图/文|图文)([由：:/／\s]|均由).{0,30}$|(摄|供图|摄影报道)[）)]?$|^[（(].{0,16}(图片|供图|摄影).{0,16}[）)]$`)
)

// marksCaption tells a line that says of itself that it is a caption.
func marksCaption(s string) bool {
	return strings.ContainsAny(s, "图摄照▲△▼") && (captionOpen.MatchString(s) || captionCredit.MatchString(s))
}

// IsCaption weighs what speaks for a caption. A wide gap above is where the
// picture stood; without one the words must tell.
func IsCaption(lines []format.Line, i, usual int) bool {
	l := lines[i]
	switch l.Hint {
	case format.CaptionHint:
		return true
	case format.HeadlineHint, format.HeadingHint, format.RowHint:
		return false
	}
	n := utf8.RuneCountInString(l.Text)
	if n > shape.LongestCaption || shape.NumberingOf(l.Text).Style != shape.NoNumber || shape.StartsWithDash(l.Text) {
		return false
	}
	if marksCaption(l.Text) {
		return true
	}
	body := strings.TrimSuffix(l.Text, "。")
	if strings.ContainsAny(body, "。；！？") || strings.HasSuffix(body, "，") || strings.HasSuffix(body, "：") {
		return false
	}
	score := 0
	if i > 0 && l.Above >= usual+2 {
		score += 2
	}
	if i == 0 && l.Below >= usual+2 {
		score++
		if i+1 < len(lines) && IsCaption(lines, i+1, usual) {
			score++ // the first of a row of pictures
		}
	}
	if namesActor(l.Text) {
		score++
	}
	if text.Contains(l.Text, captionEvents) != "" {
		score++
	}
	if i > 0 && i+1 < len(lines) && shape.BreaksOff(lines[i-1].Text) && !strings.ContainsAny(body, "，,") {
		score++ // it stands in the middle of a sentence
	}
	if strings.Contains(l.Text, "工作综述") || strings.Contains(l.Text, "工作报告") || strings.HasPrefix(l.Text, "热烈祝贺") {
		score -= 2
	}
	return score >= 3
}
