// Package shape tells what one line looks like by itself: numbered, a page's mark, a
// byline, one that stops inside its sentence. Readers of formats and the
// layout both ask it; it knows no neighbours.
package shape

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

//go:embed heads.toml
var headsTOML string

type headTable struct {
	SloganStart  text.List `toml:"slogan_start"`
	SloganEnd    text.List `toml:"slogan_end"`
	Salutation   text.List `toml:"salutation"`
	BylinePrefix text.List `toml:"byline_prefix"`
	BylineStart  text.List `toml:"byline_start"`
	PageMark     text.List `toml:"page_mark"`
	PageTrail    text.List `toml:"page_trail"`
	Office       []string  `toml:"office"`
	FormulaOpen  text.List `toml:"formula_open"`
	Recap        text.List `toml:"recap"`
	Outlook      text.List `toml:"outlook"`
	Plans        text.List `toml:"plans"`
	Past         text.List `toml:"past"`
	LooksBack    text.List `toml:"looks_back"`
	Kinds        []kind    `toml:"kind"`

	names text.List // the words of all kinds
}

// kind is a kind of report and what its head says.
type kind struct {
	Name     string    `toml:"name"`
	Words    text.List `toml:"words"`
	SpokenTo text.List `toml:"spoken_to"`
	SameYear bool      `toml:"same_year"`
	AtEnd    bool      `toml:"at_end"`
	Ahead    bool      `toml:"ahead"`
}

// Names tells that one of the lines of a head names the kind.
func (k *kind) Names(lines []string) bool {
	if !k.AtEnd {
		return slices.ContainsFunc(lines, k.Words.In)
	}
	return slices.ContainsFunc(lines, func(l string) bool {
		if cut := strings.TrimRight(l, "）)"); cut != l {
			l = cut[:max(0, strings.LastIndexAny(cut, "（("))] // （节选）
		}
		return k.Words.Ends(l)
	})
}

// PlanKind tells that a kind of report tells of what is to be done.
func PlanKind(name string) bool {
	return slices.ContainsFunc(HeadWords().Kinds, func(k kind) bool { return k.Name == name && k.Ahead })
}

// PastTitle tells that a heading looks back, as one may in a plan.
func PastTitle(title string) bool { return HeadWords().Past.In(title) }

var HeadWords = sync.OnceValue(func() *headTable {
	t := new(headTable)
	if _, err := toml.Decode(headsTOML, t); err != nil {
		panic("heads.toml: " + err.Error()) // embedded: a test reads it
	}
	var names []string
	for i := range t.Kinds {
		names = append(names, t.Kinds[i].Words.Words()...)
	}
	t.names = text.ListOf(names...)
	return t
})

// LineKind is what a line near the top looks like, before its neighbours
// decide on its role.
type LineKind int

const (
	PlainLine   LineKind = iota // could be a headline, a heading, a caption
	LooseLine                   // short, but a sentence: a caption at best
	SloganLine                  // 热烈祝贺…召开
	KindLine                    // names the kind of report: …2023年工作综述
	DashLine                    // ——…
	SittingLine                 // （2023年1月5日在…会议上）
	AuthorLine                  // 通讯员 …, 主席 …
	PageLine                    // 来源：… 浏览次数：…
	TrailLine                   // 首页 > 政务公开 >
	BodyLine                    // running text, a numbered heading, 各位委员
)

// LineKindOf goes by the line alone.
func LineKindOf(l string) LineKind {
	w := HeadWords()
	if len(l) > 400 || len(l) > 200 && text.Has(l, "。") || w.Salutation.Starts(l) {
		return BodyLine
	}
	n := text.Runes(l)
	flat := text.CloseUp(l)
	switch {
	case w.PageTrail.In(l), IsTrail(l):
		return TrailLine
	case w.PageMark.In(l) && !text.Has(l, "。"), isDay(flat) && !isRemark(flat):
		return PageLine
	case w.SloganStart.Starts(flat) && w.SloganEnd.Ends(strings.TrimRight(flat, "!！")) && n <= 60:
		return SloganLine
	case isByline(l) && n <= 60, text.HasAnySuffix(flat, "日电", "日讯") && n <= 20:
		return AuthorLine
	case isSitting(flat) && n <= 90, isRemark(flat):
		return SittingLine
	case isNumbered(l), IsPiece(flat):
		return BodyLine
	case strings.HasSuffix(l, "。") && strings.Count(l, "。") == 1 && n <= 45 && !StartsWithDash(l):
		return LooseLine
	case strings.ContainsAny(strings.TrimRight(l, "。"), "。；") || text.HasAnySuffix(l, "。", "：", "，", ":", ",") || n > 70:
		return BodyLine
	case StartsWithDash(l):
		return DashLine
	case NamesKind(flat) && n <= 50:
		return KindLine
	}
	return PlainLine
}

// JoinsFormula tells that a formal title goes on from line a to line b:
// 中国人民政治协商会议 / 某县第八届委员会常务委员会 / 工作报告.
func JoinsFormula(a, b string) bool {
	a, b = text.CloseUp(a), text.CloseUp(b)
	if text.Runes(b) == 1 {
		return true // a line end inside the word
	}
	if years := number.Years(text.Clip(b, len("2024年度"))); len(years) > 0 && years[0].Start == 0 && NamesKind(b) && (IsBody(a) || IsOffice(a) || strings.HasSuffix(a, "政协")) {
		return true // 清河县政协 / 2024年工作总结
	}
	return text.HasAnySuffix(a, "会议", "委员会", "人民政府", "政协", "关于") &&
		(HeadWords().FormulaOpen.Starts(a) || text.Has(a, "届")) &&
		(NamesKind(b) || text.Has(b, "委员会") || text.Has(b, "会议"))
}

func NamesKind(flat string) bool {
	return HeadWords().names.In(flat)
}

// isSitting finds the line that says when and where the report was read.
func isSitting(flat string) bool {
	s := strings.TrimRight(flat, ")）。")
	at := text.Has(s, "会议上") || text.Has(s, "大会上") || strings.HasSuffix(s, "会议通过") ||
		text.Has(s, "次会议") && (strings.HasSuffix(s, "通过") || strings.HasSuffix(s, "讲话"))
	if !at || strings.ContainsAny(flat, "。；") {
		return false
	}
	return StartsWithDash(flat) || text.HasAnyPrefix(flat, "（", "(") || startsWithDay(flat)
}

// IsTrail finds 首页 > 政务 > 政协 by its marks.
func IsTrail(l string) bool {
	for _, mark := range []string{">", "＞", "»", "›"} {
		if strings.Count(l, mark) > 1 {
			return true
		}
	}
	return false
}

// isRemark finds （摘要）, （2024年1月） and their like under a title.
func isRemark(flat string) bool {
	return text.HasAnyPrefix(flat, "（", "(") && text.HasAnySuffix(flat, "）", ")") && text.Runes(flat) <= 20
}

// startsWithDay tells that s opens with 2023年1月5日 or 1月5日.
func startsWithDay(s string) bool {
	if ys := number.Years(text.Clip(s, 30)); len(ys) > 0 && text.Runes(s[:ys[0].Start]) == 0 {
		s = ys[0].After
	}
	n, rest := number.OrdinalAfter(s)
	return n > 0 && strings.HasPrefix(rest, "月")
}

// isDay tells that a line is nothing but a date and a time of day.
func isDay(flat string) bool {
	if text.Runes(flat) > 26 {
		return false
	}
	digit := false
	for _, r := range flat {
		switch {
		case number.YearDigit(r) >= 0 || r == '十':
			digit = true
		case strings.ContainsRune("年月日时分秒-/.:：()（）[]【】", r):
		default:
			return false
		}
	}
	return digit && strings.ContainsAny(flat, "月日-/.:")
}

func isByline(l string) bool {
	w := HeadWords()
	s := strings.TrimLeft(l, " 　")
	for p := w.BylinePrefix.Prefix(s); p != ""; p = w.BylinePrefix.Prefix(s) {
		s = strings.TrimLeft(s[len(p):], " 　")
	}
	return w.BylineStart.Starts(s) && !strings.HasSuffix(strings.TrimRight(l, ")）"), "。")
}

// IsSpeakerUnder finds who read the report: a name or an office under the
// session, a name under an office, elsewhere only an office and a name.
func IsSpeakerUnder(l, above string, k LineKind) bool {
	switch k {
	case SittingLine:
		return IsName(l) || HoldsOffice(text.CloseUp(l))
	case AuthorLine:
		return IsName(l) && text.HasAnySuffix(above, HeadWords().Office...)
	}
	office, name, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(l, "　", " ")), " ")
	return text.HasAnySuffix(office, HeadWords().Office...) && IsName(name) && text.Runes(office) <= 16
}

// IsName tells that l could be a person's name, perhaps spaced.
func IsName(l string) bool {
	flat := text.CloseUp(l)
	for _, r := range flat {
		if !model.IsHan(r) && r != '·' {
			return false
		}
	}
	n := text.Runes(flat)
	return n >= 2 && (n <= 4 || text.Has(flat, "·"))
}

// HoldsOffice tells that a line ends in an office, or in one and a name.
func HoldsOffice(flat string) bool {
	if text.Runes(flat) > 20 {
		return false
	}
	for _, o := range HeadWords().Office {
		if i := strings.LastIndex(flat, o); i >= 0 && (i+len(o) == len(flat) || IsName(flat[i+len(o):])) {
			return true
		}
	}
	return false
}

// IsPiece finds the title of one of several texts that a page strings together:
// 工作总结 篇2, 【第1篇】.
func IsPiece(flat string) bool {
	if rest, ok := strings.CutPrefix(flat, "【第"); ok {
		n, rest := number.OrdinalAfter(rest)
		return n > 0 && strings.HasPrefix(rest, "篇】")
	}
	i := text.LastIndex(flat, "篇")
	if i <= 0 || len(flat)-i > len("篇二十一") {
		return false
	}
	n, rest := number.OrdinalAfter(flat[i+len("篇"):])
	return n > 0 && rest == ""
}

// isNumbered finds 一、 （一） 1 1. 第一部分, but not a date.
func isNumbered(l string) bool {
	s := strings.TrimLeft(l, "（( 第")
	n, rest := number.OrdinalAfter(s)
	if n == 0 {
		return false
	}
	if digit := strings.TrimLeft(rest, ".．"); len(digit) < len(rest) && digit != "" && text.IsDigit(rune(digit[0])) {
		return false // 1.63平方公里
	}
	return rest == "" || text.HasAnyPrefix(rest, "、", ".", "．", " ", "　", "）", ")", "部分", "章")
}

func StartsWithDash(l string) bool {
	return text.HasAnyPrefix(l, "—", "──", "--", "－－", "–", "﹣")
}

func TrimDashes(s string) string { return strings.Trim(s, "—─-－–﹣ 　") }

// IsSpaced tells that a line is set with blanks between single characters.
func IsSpaced(l string) bool {
	words := strings.Fields(l)
	for _, w := range words {
		if text.Runes(w) > 1 {
			return false
		}
	}
	return len(words) > 2
}
