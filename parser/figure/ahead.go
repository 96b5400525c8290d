package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/parser/text"
)

// looksAhead tells that the stretch of a sentence from byte a to byte b speaks
// of what is to come.
func (r *Reader) looksAhead(s string, t tags, a, b int) bool {
	for _, g := range t.within(a, b) {
		if !r.pointsAhead(s, g, a, b) {
			continue
		}
		if !strings.ContainsAny(s[g.end:b], "；;") || opening(s[a:g.start]) { // inside a sentence it holds to the semicolon
			return true
		}
	}
	return false
}

// pointsAhead tells a cue in the stretch from byte a to byte b that what follows is to come.
func (r *Reader) pointsAhead(s string, g tag, a, b int) bool {
	before, behind := s[:g.start], s[g.end:b]
	switch {
	case g.class&(plan|shall) != 0:
		return true
	case g.class&intend != 0 && r.intends(s[g.start:g.end], behind):
		return true
	case g.class&setDown != 0 && opensClause(before) && passesPlan(s[a:g.start]):
		return true
	case g.class&toCome == 0:
		return false
	}
	return opensClause(before) || opensSpeech(before) || strings.HasPrefix(behind, "：") || speaksOf.Ends(before) && strings.HasPrefix(behind, "，")
}

// speaksOf leads to what is talked about: 说起往后，….
var speaksOf = text.ListOf("说起", "说到", "谈起", "谈到", "讲起", "讲到", "提起", "提到", "问起", "问到")

// passesPlan tells that s ends in a clause in which a plan was made or passed:
// 会议通过了年度协商计划，.
func passesPlan(s string) bool {
	s = text.ClauseEnds.TrimRight(s)
	clause := lastClause(s)
	return plans.Ends(strings.TrimRight(clause, "》”")) && passing.In(clause)
}

var (
	plans   = text.ListOf("计划", "要点", "方案", "工作安排")
	passing = text.ListOf("通过", "审议", "制定", "制订", "批准", "研究", "印发", "讨论", "出台", "审定")
)

// intends tells that a verb follows 拟 or 将 which says what is to be done: 将派出6个组, not
// 将收到的6件转交.
func (r *Reader) intends(word, rest string) bool {
	n, kind := r.Words.Verbs.At(rest)
	if n == 0 || kind == NoVerb {
		return false
	}
	if word != "将" {
		return true
	}
	clause := rest
	if end := text.ClauseEnds.Index(rest); end >= 0 {
		clause = rest[:end]
	}
	return !r.Words.Words.Receive.Starts(rest) && !ofWhat.Starts(rest[n:]) && !r.Words.Words.Bringing.In(clause)
}

// ofWhat stands behind a verb that only says of what the things are that 将 stands before.
var ofWhat = text.ListOf("的", "到的", "出的", "来的", "了", "过")

// titleLooksAhead tells the same of a title, whose 要 may exhort (步子要迈稳).
func titleLooksAhead(title string, t tags) bool {
	for _, g := range t {
		if g.class&plan != 0 || g.class&(toCome|shall) != 0 && opensClause(title[:g.start]) {
			return true
		}
	}
	return false
}

// aheadAllThrough tells a paragraph whose first figure stands at byte first and that opens
// with what is to come (下一步，…): all
// its sentences speak of it, whether they say so again or not.
func aheadAllThrough(s string, t tags, first int) bool {
	for _, g := range t {
		if g.start > first || !opening(s[:g.start]) {
			return false
		}
		if g.class&(plan|toCome) != 0 && opensClause(s[:g.start]) {
			return true
		}
	}
	return false
}

// opensClause tells that s ends where a clause begins.
func opensClause(s string) bool {
	s = strings.TrimSuffix(s, "“")
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s, "从"), "到"), "在")
	c, n := utf8.DecodeLastRuneInString(s)
	return n == 0 || strings.ContainsRune("，。；：！,;:", c) || c == ' ' || c == '　'
}

// opensSpeech tells that s ends in what somebody said: 副主席说往后要….
func opensSpeech(s string) bool { return strings.HasSuffix(s, "说") || strings.HasSuffix(s, "”") }
