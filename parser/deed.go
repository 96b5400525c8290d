package parser

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/catalogue"
	"duidu/parser/number"
	"duidu/parser/text"
)

// oneDeed tells what one person did, one giver gave, one village was given or one
// event reached: the body's own figure is of the whole year.
func (p *Parser) oneDeed(f *model.Figure) bool {
	before := f.Sentence[:f.At]
	words := &p.figures.Words.Words
	one := p.catalogue.OfOne(f.Indicator)
	switch {
	case ofOnePerson(f), p.ofOnePlace(before), words.TopMatters.In(before):
		return true
	case f.Value.Equal(number.One) && text.HasAnyPrefix(clauseBefore(f), "就", "围绕"): // on one matter
		return true
	}
	return one&catalogue.OneGroup != 0 && p.ofOneGroup(before) ||
		one&catalogue.OneDay != 0 && onOneDay(before) ||
		one&catalogue.OneDeed != 0 && text.HasAnySuffix(before, "这", "那") ||
		one&catalogue.OneThing != 0 && strings.HasPrefix(f.Sentence[f.At+len(f.Text):], "的") || // 投资300万元的大棚
		one&catalogue.OneGiver != 0 && words.Giver.In(since(before)) ||
		one&catalogue.OneScene != 0 && words.Scene.In(before) ||
		one&catalogue.OneProject != 0 && words.Project.In(before)
}

// since is what a sentence says behind its last semicolon.
func since(sentence string) string {
	if _, rest, ok := text.CutLast(sentence, "；"); ok {
		return rest
	}
	return sentence
}

// ofOnePerson tells a clause about somebody who was named before: 他提交提案26件.
func ofOnePerson(f *model.Figure) bool {
	if before := f.Sentence[:f.At]; !text.Has(before, "他") && !text.Has(before, "她") {
		return false
	}
	clause := clauseBefore(f)
	who := strings.TrimLeft(clause, " 　“")
	return text.HasAnyPrefix(who, "他", "她") && !text.HasAnyPrefix(who, "他们", "她们")
}

// onOneDay tells a sentence that opens with a day on which something took place: 5月12日，.
// 到5月12日 tells how far a count goes.
func onOneDay(before string) bool {
	month, rest := number.OrdinalAfter(strings.TrimLeft(before, " 　"))
	if month < 1 || month > 12 || !strings.HasPrefix(rest, "月") {
		return false
	}
	day, rest := number.OrdinalAfter(rest[len("月"):])
	rest, ok := strings.CutPrefix(rest, "日")
	if !ok || day <= 0 || strings.HasPrefix(rest, "起") {
		return false
	}
	if c, size := utf8.DecodeRuneInString(rest); until.Starts(rest) || dashes.Has(c) { // 8月23日至24日: days one after another
		last, rest := number.OrdinalAfter(rest[size:])
		return last > day && strings.HasPrefix(rest, "日")
	}
	return true
}

var dashes = text.SetOf("—－-")

// openingMarks are marks that may stand before the first words of a sentence.
var openingMarks = text.SetOf(" 　■·◆●“")

// until opens a clause that says up to when a count goes; longestUntil is how many
// characters such a clause has at most.
var until = text.ListOf("截至", "截止", "到", "至")

const longestUntil = 14

// ofOneGroup tells a sentence that opens with one of the groups or stations that the body
// has several of: 调研组走访了, 该工作室成立以来.
func (p *Parser) ofOneGroup(before string) bool {
	near := openingMarks.TrimLeft(before)
	if end := text.ClauseEnds.Index(near); end > 0 && until.Starts(near) && text.Runes(near[:end]) <= longestUntil {
		_, size := utf8.DecodeRuneInString(near[end:])
		near = near[end+size:] // 截至2023年9月，该工作室…
	}
	if p.figures.Words.Words.Teams.Starts(near) {
		return true
	}
	for _, one := range []string{"该", "这个", "这家", "这一"} {
		if rest, ok := strings.CutPrefix(near, one); ok {
			return p.figures.Words.Words.Stations.Starts(rest) || p.figures.Words.Words.Groups.Starts(rest)
		}
	}
	return false
}

// ofOnePlace tells a sentence that opens with the name of one village or township: what
// it counts is that place's own.
func (p *Parser) ofOnePlace(before string) bool {
	near := text.FirstRunes(openingMarks.TrimLeft(before), 6)
	if text.Has(near, "乡镇") { // 指导乡镇: all of them
		return false
	}
	for _, kind := range []string{"村", "乡", "镇", "街道", "社区"} {
		name, rest, ok := text.Cut(near, kind)
		if n := text.Runes(name); !ok || n < 2 || n > 3 || !text.AllHan(name) {
			continue
		}
		if p.figures.Words.Words.Stations.Starts(before[text.Index(before, name)+len(name)+len(kind):]) {
			c, _ := utf8.DecodeRuneInString(name)
			return !strings.ContainsRune("各全有多几两该本每", c)
		}
		c, _ := utf8.DecodeRuneInString(rest)
		return c != utf8.RuneError && !strings.ContainsRune("级干政委联代党的街、和及与振", c)
	}
	return false
}
