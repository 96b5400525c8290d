package shape

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/number"
	"duidu/parser/text"
)

// LongestCaption is in characters.
const LongestCaption = 60

// What a line may have at most to be a title, a numbered one, or no more than
// a piece of one, in characters.
const (
	LongestHeading  = 40
	LongestNumbered = 60
	Fragment        = 5
)

// Continues tells a line that begins with a mark no line begins with: it is
// the rest of the one above, broken at a link.
func Continues(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return goOn.Has(c)
}

// IsFragment tells a piece of a title set over several lines: 展望, 2024.
func IsFragment(s string) bool {
	return len(s) <= Fragment*utf8.UTFMax && text.Runes(s) <= Fragment && !anyMark.In(s)
}

var beforeText = text.SetOf("—─-－–﹣ 　•·●")

// FirstSentence returns the sentence that opens a paragraph, without dashes
// and full stop, and what follows.
func FirstSentence(s string) (first, rest string) {
	s = beforeText.TrimLeft(s)
	first, rest, ok := text.Cut(s, "。")
	if !ok {
		return s, ""
	}
	return first, rest
}

func EndsSentence(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return sentenceEnds.Has(c)
}

// ShortestBroken is how many characters a line has at least before its end
// without a full stop means a break: shorter ones are headings and names.
const ShortestBroken = 15

// BreaksOff tells that a line stops inside a sentence. A note's mark,
// [2], stands behind what is whole; a full stop may be a dot.
func BreaksOff(s string) bool {
	if strings.HasSuffix(s, "]") && footnote().MatchString(s) {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(s)
	if finals.Has(c) {
		return false
	}
	if OpenMark(s) != "" {
		return true
	}
	if c == '.' {
		return false
	}
	return !closers.Has(c) && (len(s) >= ShortestBroken*utf8.UTFMax || text.Runes(s) >= ShortestBroken)
}

// footnote is the mark of a note: [2], [1][4].
var footnote = text.Lazily(`[\s　]*(\[\d{1,3}\])+$`)

// What a line ends with that does not break off, and what closes a stretch.
var (
	finals       = text.SetOf("。！？；：…!?;:|*")
	sentenceEnds = text.SetOf("。！？!?…")
	goOn         = text.SetOf("，。；：、！？”》」）’,;!?)")
	anyMark      = text.SetOf("。，；：、？！,;:")
	closers      = text.SetOf("”》）)」’】\"'")
	clauseMarks  = text.SetOf("，。；")
)

// IsCredit tells a line that says who wrote or sent a text: （程某）, 本报记者唐某.
func IsCredit(s string) bool {
	if text.Longer(s, blanksCounted*longestCredit) {
		return false
	}
	first, last := ends(s)
	byEnds := creditStarts.Has(first) || creditEnds.Has(last)
	if !byEnds && !isByline(s) {
		return false
	}
	flat := text.CloseUp(s)
	n := text.Runes(flat)
	if n > longestCredit || clauseMarks.In(strings.TrimSuffix(flat, "。")) {
		return false
	}
	if byEnds && (text.HasAnyPrefix(flat, "本", "通讯员", "记者") || text.HasAnySuffix(flat, "）", ")", "综合", "讯", "消息", "报道")) && credit().MatchString(flat) && NumberingOf(flat).Style == NoNumber {
		return true
	}
	return isByline(s) && n <= 30
}

// The characters that such lines begin and end with, and names of committees end with.
var creditStarts, creditEnds, bodyEnds = text.SetOf("本通记"), text.SetOf("）)合讯息道"), text.SetOf("协会室委府编")

// How many characters a line has at most that says who wrote a text or that is the
// name of a committee; one with blanks amid its characters is blanksCounted times as
// long at most.
const (
	longestCredit = 40
	longestBody   = 26
	blanksCounted = 4
)

var credit = text.Lazily(`^[（(【\[][^（）()【】\[\]]{2,24}[）)]$|^(本报|本刊|本网|本台|通讯员|记者)[^，]{0,20}$|^\p{Han}{1,6}[网报台][\s　]*(综合|讯|消息)$|^[^，。]{0,30}(记者|通讯员)[^，。]{1,30}报道$`)

var anyBlank = text.SetOf(" \t　\u00a0")

// ends are the first and the last character of a line that are no blanks.
func ends(s string) (first, last rune) {
	s = anyBlank.Trim(s)
	first, _ = utf8.DecodeRuneInString(s)
	last, _ = utf8.DecodeLastRuneInString(s)
	return first, last
}

// IsBody tells a line that is the name of a committee or an office.
func IsBody(s string) bool {
	if _, last := ends(s); !bodyEnds.Has(last) || text.Longer(s, blanksCounted*longestBody) {
		return false
	}
	flat := strings.TrimLeft(text.CloseUp(s), "□■●◆")
	n := text.Runes(flat)
	return n >= 4 && n <= longestBody && text.HasAnySuffix(flat, "政协", "委员会", "办公室", "县委", "市委", "区委", "人民政府", "委员会编", "研究室") && !strings.ContainsAny(flat, "，。；：、第") &&
		text.HasAnyPrefix(flat, "政协", "中共", "中国", "民进", "民建", "民盟", "农工党", "九三", "致公党", "台盟", "民革") || n >= 4 && n <= 16 && text.HasAnySuffix(flat, "政协", "委", "人民政府", "办公室", "委员会") && placeBody().MatchString(flat)
}

var placeBody = text.Lazily(`^\p{Han}{1,10}[省市县区州旗盟](政协|委|人民政府|政协办公室|人民政府办公室|政协委员会|政协委员会办公室)$`)

// IsOffice tells the office that issues a report, below its title: 县政协办公室.
func IsOffice(s string) bool {
	flat := text.CloseUp(s)
	return text.Runes(flat) <= 16 && text.HasAnySuffix(flat, "办公室", "研究室", "秘书处", "办公厅")
}

// IsDocument tells the title of a proposal, a report or a rule.
func IsDocument(s string) bool {
	s = strings.TrimRight(strings.TrimLeft(s, "《•·●■◆ 　"), "》")
	return strings.HasPrefix(s, "关于") && text.HasAnySuffix(s, "提案", "建议", "意见", "报告", "通知", "方案", "办法", "议案", "建议案", "决定", "规定")
}

func EndsAtComma(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return c == '，' || c == '、' || c == ','
}

// OpenMark returns the mark that would close what the line leaves open: a
// quotation before a title.
func OpenMark(s string) string {
	quotation, title := false, false // closed, or none stands there
	open := ""
	for i := len(s) - 3; i >= 0 && !(quotation && title); i-- {
		switch {
		case s[i] == "“"[0] && s[i+1] == "“"[1]:
			switch s[i+2] {
			case "”"[2]:
				quotation = true
			case "“"[2]:
				if !quotation {
					return "”"
				}
			}
		case s[i] == "《"[0] && s[i+1] == "《"[1]:
			switch s[i+2] {
			case "》"[2]:
				title = true
			case "《"[2]:
				if !title {
					open, title = "》", true
				}
			}
		}
	}
	return open
}

// StartsWithFigure tells 4次专项视察 from a numbered heading 4 专项视察.
func StartsWithFigure(s string) bool {
	n, ok := number.ReadNumeral(s, 0)
	if !ok || !n.Arabic {
		return false
	}
	_, ok = number.LoadUnits().At(s, n.End)
	return ok
}
