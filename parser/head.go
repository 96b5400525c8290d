package parser

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

//go:embed heads.toml
var headsTOML string

type headTable struct {
	SloganStart  []string `toml:"slogan_start"`
	SloganEnd    []string `toml:"slogan_end"`
	Salutation   []string `toml:"salutation"`
	BylinePrefix []string `toml:"byline_prefix"`
	BylineStart  []string `toml:"byline_start"`
	PageMark     []string `toml:"page_mark"`
	PageTrail    []string `toml:"page_trail"`
	Office       []string `toml:"office"`
	FormulaOpen  []string `toml:"formula_open"`
	Recap        []string `toml:"recap"`
	Outlook      []string `toml:"outlook"`
	Kinds        []struct {
		Name     string   `toml:"name"`
		Words    []string `toml:"words"`
		SpokenTo []string `toml:"spoken_to"`
		SameYear bool     `toml:"same_year"`
	} `toml:"kind"`
}

var headWords = sync.OnceValue(func() *headTable {
	t := new(headTable)
	if _, err := toml.Decode(headsTOML, t); err != nil {
		panic("heads.toml: " + err.Error()) // embedded: a test reads it
	}
	return t
})

// lineKind is what a line near the top looks like, before its neighbours
// decide on its role.
type lineKind int

const (
	plainLine   lineKind = iota // could be a headline, a heading, a caption
	looseLine                   // short, but a sentence: a caption at best
	sloganLine                  // 热烈祝贺…召开
	kindLine                    // names the kind of report: …2023年工作综述
	dashLine                    // ——…
	sittingLine                 // （2023年1月5日在…会议上）
	authorLine                  // 通讯员 …, 主席 …
	pageLine                    // 来源：… 浏览次数：…
	trailLine                   // 首页 > 政务公开 >
	bodyLine                    // running text, a numbered heading, 各位委员
)

// lineKindOf goes by the line alone.
func lineKindOf(l string) lineKind {
	w := headWords()
	if len(l) > 400 || len(l) > 200 && strings.Contains(l, "。") || hasAnyPrefix(l, w.Salutation...) {
		return bodyLine
	}
	n := utf8.RuneCountInString(l)
	flat := closeUp(l)
	switch {
	case mentionsAny([]string{l}, w.PageTrail), isTrail(l):
		return trailLine
	case mentionsAny([]string{l}, w.PageMark) && !strings.Contains(l, "。"), isDay(flat) && !isRemark(flat):
		return pageLine
	case hasAnyPrefix(flat, w.SloganStart...) && hasAnySuffix(strings.TrimRight(flat, "!！"), w.SloganEnd...) && n <= 60:
		return sloganLine
	case isByline(l) && n <= 60, hasAnySuffix(flat, "日电", "日讯") && n <= 20:
		return authorLine
	case isSitting(flat) && n <= 90, isRemark(flat):
		return sittingLine
	case isNumbered(l):
		return bodyLine
	case strings.HasSuffix(l, "。") && strings.Count(l, "。") == 1 && n <= 45 && !startsWithDash(l):
		return looseLine
	case strings.ContainsAny(strings.TrimRight(l, "。"), "。；") || hasAnySuffix(l, "。", "：", "，", ":", ",") || n > 70:
		return bodyLine
	case startsWithDash(l):
		return dashLine
	case namesKind(flat) && n <= 50:
		return kindLine
	}
	return plainLine
}

// joinsFormula tells that a formal title goes on from line a to line b:
// 中国人民政治协商会议 / 某县第八届委员会常务委员会 / 工作报告.
func joinsFormula(a, b string) bool {
	a, b = closeUp(a), closeUp(b)
	if utf8.RuneCountInString(b) == 1 {
		return true // a line end inside the word
	}
	return hasAnySuffix(a, "会议", "委员会", "人民政府", "政协", "关于") &&
		(hasAnyPrefix(a, headWords().FormulaOpen...) || strings.Contains(a, "届")) &&
		(namesKind(b) || strings.Contains(b, "委员会") || strings.Contains(b, "会议"))
}

func namesKind(flat string) bool {
	for _, k := range headWords().Kinds {
		if mentionsAny([]string{flat}, k.Words) {
			return true
		}
	}
	return false
}

// isSitting finds the line that says when and where the report was read.
func isSitting(flat string) bool {
	s := strings.TrimRight(flat, ")）。")
	at := strings.Contains(s, "会议上") || strings.Contains(s, "大会上") ||
		strings.Contains(s, "次会议") && (strings.HasSuffix(s, "通过") || strings.HasSuffix(s, "讲话"))
	if !at || strings.ContainsAny(strings.TrimRight(flat, "。"), "。；") {
		return false
	}
	return startsWithDash(flat) || hasAnyPrefix(flat, "（", "(") || startsWithDay(flat)
}

// isTrail finds 首页 > 政务 > 政协 by its marks.
func isTrail(l string) bool {
	for _, mark := range []string{">", "＞", "»", "›"} {
		if strings.Count(l, mark) > 1 {
			return true
		}
	}
	return false
}

// isRemark finds （摘要）, （2024年1月） and their like under a title.
func isRemark(flat string) bool {
	return hasAnyPrefix(flat, "（", "(") && hasAnySuffix(flat, "）", ")") && utf8.RuneCountInString(flat) <= 20
}

// startsWithDay tells that s opens with 2023年1月5日 or 1月5日.
func startsWithDay(s string) bool {
	if ys := years(clip(s, 30)); len(ys) > 0 && utf8.RuneCountInString(s[:ys[0].start]) == 0 {
		s = ys[0].after
	}
	n, rest := ordinalAfter(s)
	return n > 0 && strings.HasPrefix(rest, "月")
}

// isDay tells that a line is nothing but a date and a time of day.
func isDay(flat string) bool {
	if utf8.RuneCountInString(flat) > 26 {
		return false
	}
	digit := false
	for _, r := range flat {
		switch {
		case yearDigit(r) >= 0 || r == '十':
			digit = true
		case strings.ContainsRune("年月日时分秒-/.:：()（）[]【】", r):
		default:
			return false
		}
	}
	return digit && strings.ContainsAny(flat, "月日-/.:")
}

func isByline(l string) bool {
	w := headWords()
	s := l
	for again := true; again; {
		again = false
		for _, p := range w.BylinePrefix {
			if t := strings.TrimLeft(strings.TrimPrefix(s, p), " 　"); len(t) < len(s) {
				s, again = t, true
			}
		}
	}
	return hasAnyPrefix(s, w.BylineStart...) && !strings.HasSuffix(strings.TrimRight(l, ")）"), "。")
}

// isSpeakerUnder finds who read the report: a name or an office under the
// session, a name under an office, elsewhere only an office and a name.
func isSpeakerUnder(l, above string, k lineKind) bool {
	switch k {
	case sittingLine:
		return isName(l) || holdsOffice(closeUp(l))
	case authorLine:
		return isName(l) && hasAnySuffix(above, headWords().Office...)
	}
	office, name, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(l, "　", " ")), " ")
	return hasAnySuffix(office, headWords().Office...) && isName(name) && utf8.RuneCountInString(office) <= 16
}

// isName tells that l could be a person's name, perhaps spaced.
func isName(l string) bool {
	flat := closeUp(l)
	for _, r := range flat {
		if !unicode.Is(unicode.Han, r) && r != '·' {
			return false
		}
	}
	n := utf8.RuneCountInString(flat)
	return n >= 2 && (n <= 4 || strings.Contains(flat, "·"))
}

// holdsOffice tells that a line ends in an office, or in one and a name.
func holdsOffice(flat string) bool {
	if utf8.RuneCountInString(flat) > 20 {
		return false
	}
	for _, o := range headWords().Office {
		if i := strings.LastIndex(flat, o); i >= 0 && (i+len(o) == len(flat) || isName(flat[i+len(o):])) {
			return true
		}
	}
	return false
}

// isNumbered finds 一、 （一） 1 1. 第一部分, but not a date.
func isNumbered(l string) bool {
	s := strings.TrimLeft(l, "（( 第")
	n, rest := ordinalAfter(s)
	if n == 0 {
		return false
	}
	return rest == "" || hasAnyPrefix(rest, "、", ".", "．", " ", "　", "）", ")", "部分", "章")
}

func startsWithDash(l string) bool {
	return hasAnyPrefix(l, "—", "──", "--", "－－", "–", "﹣")
}

func trimDashes(s string) string { return strings.Trim(s, "—─-－–﹣ 　") }

// isSpaced tells that a line is set with blanks between single characters.
func isSpaced(l string) bool {
	words := strings.Fields(l)
	for _, w := range words {
		if utf8.RuneCountInString(w) > 1 {
			return false
		}
	}
	return len(words) > 2
}

// closeUp drops all blanks, so that 工 作 报 告 and 会议  上 are found.
func closeUp(s string) string {
	if !strings.Contains(s, " ") && !strings.Contains(s, "　") && !strings.ContainsAny(s, "\t\u00a0") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '　' || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
}
