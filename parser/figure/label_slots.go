package figure

import (
	"strings"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/text"
)

// readBefore fills the slots from what stands before a figure, and tells
// whether 的 joins it to the figure and whether 有 does.
func (l *labeller) readBefore(a *around, at *slots) (of, has bool) {
	s := a.before
	p := a.scan(l.words, s)
	if w := p.firstOf(shareVerb, 0, len(s)); w >= 0 && a.measure {
		at[share], at[object] = s[w:], p.clean(p.opens(w), w, false)
		return false, false
	}
	end, of := p.trimRight(len(s))
	has = strings.HasPrefix(s[end:], "有")
	if p.jobBefore(end)&insideWord != 0 {
		return false, has // 23条建议中有18条
	}
	start := p.opens(end)
	if i := text.LastIndex(s[start:end], "《"); i >= 0 && strings.HasSuffix(s[start:end], "》") {
		at[object] = s[start+i : end]
		return false, has
	}
	v, from := p.lastVerb(start, end)
	switch {
	case of:
		at[object] = p.bounded(start, end)
	case v < 0:
		at[object] = p.name(start, end)
	case p.startsWith(start)&anyVerb != 0 && p.jobBefore(end)&actorWord != 0 && p.has(ofWord, from, end) && text.Runes(s[start:end]) <= shortPhrase: // 参与提案的委员
		at[object] = p.clean(start, end, true)
	default:
		l.readVerb(&p, at, v, start, from, end)
	}
	return of, has
}

// readVerb fills the slots from word v of s[start:end], a verb before a figure,
// whose object begins at from.
func (l *labeller) readVerb(p *phrase, at *slots, v, start, from, end int) {
	w := p.words[v]
	slot, first := light, w.start
	if w.job&tellingVerb != 0 {
		slot, first = verb, p.joined(start, w.start)
	}
	if w.job&organizeVerb != 0 {
		from = p.trimLeft(from, end, actorWord)
	}
	if from < end {
		at[object] = p.name(from, end)
	}
	if at[object] != "" {
		at[slot] = p.clean(first, w.end, false)
		at[subject] = p.with(slot, start, w.start, from, end)
	} else {
		at[slot] = p.clean(first, max(w.end, min(end, from)), false)
		who, acts := p.whoDid(start, first)
		if slot == light && !acts && (w.job&gainVerb == 0 || l.taken(who)) { // 党组会议开了25次
			at[object] = p.topic(start, first)
		} else {
			at[subject] = who
		}
	}
	if each := p.eachOf(start, w.start); each != "" {
		at[quota], at[subject] = each, ""
		if from >= end {
			at[object] = ""
		}
	}
}

// readBehind fills the slots from what follows a figure.
func (l *labeller) readBehind(a *around, at *slots) {
	s := strings.TrimPrefix(text.ClauseEnds.TrimRight(a.behind), "的")
	if n := listMark(s); n > len("（") && n <= len("（条）") { // 122项（条）成果
		s = s[n:]
	}
	if !a.ends && text.HasAnySuffix(s, "率", "满意度") {
		return // 这146件满意率100%: the next figure's name
	}
	if strings.HasPrefix(s, "由") { // 12个由委员和专家组成的调研组
		if _, rest, ok := text.Cut(s, "的"); ok {
			s = rest
		}
	}
	if !beginsNoun(s) {
		return
	}
	p := a.scan(l.words, s)
	if i := p.firstOf(madeWord, 0, len(s)); i >= 0 && !a.often {
		_, end := p.wordAt(i)
		at[noun] = l.nounFrom(&p, end)
		return
	}
	first, end := p.wordAt(0)
	told := at[verb]+at[light] != ""
	switch {
	case first&anyVerb != 0 && a.ends && !a.often && !a.lasting && text.Runes(s) <= longestDeedNoun && text.HasAnySuffix(s, "意见", "建议", "措施", "方案"): // 11条修改补充意见
		at[noun] = s
	case first&anyVerb != 0 && (a.lasting || !told && (a.often || at[object] == "" && end < len(s))): // 先后三次召开现场会
		*at = slots{}
		l.readVerbBehind(&p, at)
	case first&(trimmed|stopWord|becameWord|insideWord|anyVerb) != 0:
		if !a.ends {
			return
		}
		if at[became] = p.outcomeFrom(0); at[became] == "" && !told && at[object] == "" && text.Runes(s) <= longestOutcome {
			at[became] = p.clean(0, len(s), true)
		}
	case a.measure && (told && a.lasting || at[object] != "") && !strings.HasPrefix(a.behind, "的"):
	default:
		at[noun] = l.nounFrom(&p, 0)
		if rest := strings.TrimPrefix(s, at[noun]); a.ends && len(rest) < len(s) && rest != "" {
			at[became] = p.outcomeFrom(len(s) - len(rest))
			if c, _ := utf8.DecodeRuneInString(rest); at[became] == "" && oneDeed.Has(c) && !text.HasAnyPrefix(a.before, "给", "向") && !strings.HasSuffix(rest, "了") && text.Runes(rest) <= longestOutcome {
				at[became] = rest // 作大会发言
			}
			if text.Runes(at[became]) > 2 {
				at[became] += "的" // 得到资助的群众, 到会委员
			}
		}
	}
}

// beginsNoun tells that s begins with a hanzi or a mark that opens a name.
func beginsNoun(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return model.IsHan(c) || c == '“' || c == '《' || c == '（' && listMark(s) > len("（")
}

// readVerbBehind fills the slots from a verb that follows a figure at once and
// what it is about.
func (l *labeller) readVerbBehind(p *phrase, at *slots) {
	w := p.words[0]
	slot := light
	if w.job&tellingVerb != 0 {
		slot = verb
	}
	at[slot] = p.text[w.start:w.end]
	from := w.end
	if len(p.words) > 1 && p.words[1].start == from && p.words[1].job&particle != 0 {
		from = p.words[1].end
	}
	at[noun] = l.nounFrom(p, from)
}

// longestDeedNoun is how many characters a noun has at most that begins with a verb.
const longestDeedNoun = 8

// longestOutcome is how many characters say in short what became of the figure's noun.
const longestOutcome = 14

// nounFrom returns the noun phrase that starts at byte i.
func (l *labeller) nounFrom(p *phrase, i int) string {
	end := len(p.text)
	for k, w := range p.words {
		switch {
		case w.start < i || w.end > end:
		case w.job&ofWord != 0 && w.start > i:
			if said := p.text[i:w.start]; l.standsAlone(said) && !l.describes(said, p.text[w.end:]) {
				end = w.start
			} else {
				i = w.end
			}
		case w.start == i:
		case w.job&plainVerb != 0 && strings.HasSuffix(p.text[:w.end], "了"): // 提案翻了
			end = w.start
		case w.job&particle != 0 && strings.HasPrefix(p.text[w.end:], "了") && p.words[max(k-1, 0)].job&anyVerb == 0: // 提案走上了
			end = w.start
		case w.job&(stopWord|beWord|preposition|timeWord|sinceWord) != 0, w.job&anyVerb != 0 && p.endsClause(k):
			if next := p.nextOf(k); next < 0 || l.standsAlone(p.text[i:w.start]) {
				end = w.start
			}
		}
	}
	end = i + len(firstItem(p.text[i:end]))
	end = i + len(l.withoutDeed(p.text[i:end]))
	return p.clean(i, end, false)
}

// nextOf is the index of the 的 behind word k in its part of the clause; -1 if
// there is none.
func (p *phrase) nextOf(k int) int {
	for n := k + 1; n < len(p.words); n++ {
		if p.words[n].job&ofWord != 0 && !strings.ContainsAny(p.text[p.words[k].end:p.words[n].start], "、，") && p.words[n].end < len(p.text) {
			return n
		}
	}
	return -1
}

// endsClause tells that a verb ends its clause, or is said to be done.
func (p *phrase) endsClause(k int) bool {
	w := p.words[k]
	if w.end == len(p.text) {
		return true
	}
	return k+1 < len(p.words) && p.words[k+1].start == w.end && p.words[k+1].job&particle != 0 && strings.HasPrefix(p.text[w.end:], "了")
}

// standsAlone tells a noun that a 的 behind it does not make part of another:
// 4个乡镇的工作.
func (l *labeller) standsAlone(s string) bool {
	return l.bodies.In(s)
}

// withoutDeed leaves out what those who are counted do, where one character says it: the
// 学《选读》 of 20名委员学《选读》, the 任监督员 of 30名委员任监督员.
func (l *labeller) withoutDeed(s string) string {
	at, end, _ := l.bodies.Next(s, 0)
	if text.Runes(s[:at]) > 2 || end == 0 || end == len(s) {
		if i := text.Index(s, "《"); i > 0 {
			if c, n := utf8.DecodeLastRuneInString(s[:i]); oneDeed.Has(c) {
				return s[:i-n]
			}
		}
		return s
	}
	if c, n := utf8.DecodeRuneInString(s[end:]); oneDeed.Has(c) && text.Runes(s[end+n:]) > 2 {
		return s[:end]
	}
	return s
}

// oneDeed are verbs of one character with what is done behind them.
var oneDeed = text.SetOf("任作学发当写读听看交送提编派")

// describes tells a phrase that only says which bodies or people are counted that stand
// behind its 的: 贴近群众的单位.
func (l *labeller) describes(said, rest string) bool {
	at, _, _ := l.bodies.Next(said, 0)
	next, _, named := l.bodies.Next(rest, 0)
	return at > 0 && text.Runes(said) >= shortestDescription && next == 0 && named
}

// shortestDescription is how many characters such a phrase has at least.
const shortestDescription = 4

// outcomeFrom returns what s says from byte i on about the noun before it, if
// it says that something came of it: 到会, 得到资助.
func (p *phrase) outcomeFrom(i int) string {
	i = p.trimLeft(i, len(p.text), adverb|timeWord)
	if first := p.startsWith(i); first&(tellingVerb|becameWord) == 0 || first&preposition != 0 && first&becameWord == 0 || text.Runes(p.text[i:]) > longestOutcome {
		return ""
	}
	return p.clean(i, len(p.text), true)
}
