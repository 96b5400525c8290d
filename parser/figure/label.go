package figure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// labeller says what a figure counts, in the text's own words.
type labeller struct{ words *lexicon }

// longestLabel is in characters: a longer phrase holds more than the name of
// what is counted.
const longestLabel = 20

// label reads the phrase from what stands before and behind the figure.
// previous is the label of the figure before it, which an elliptic clause
// (立案80件) goes on from.
func (l *labeller) label(before, behind string, measure bool, previous string) string {
	if share, ok := l.share(before, previous); ok {
		return share
	}
	if measure && l.trimOpeners(strings.TrimRight(before, "把将的")) == "" { // 把13万元演出收入捐给…
		if noun := l.nounBehind(behind); noun != "" {
			return noun
		}
	}
	if !measure || strings.HasPrefix(behind, "的") {
		if noun := l.nounBehind(behind); noun != "" {
			return l.withVerb(before, noun)
		}
	}
	if phrase := l.phraseBefore(before); phrase != "" {
		return phrase
	}
	return trimLabel(behind) // 4次赴外地考察: a verb follows, and nothing stands before
}

// share reads a share of a whole: 占提案总数的, 占. What has the share stands
// before 占, or was named with the figure before.
func (l *labeller) share(before, previous string) (string, bool) {
	what, of, ok := strings.Cut(before, "占")
	if !ok {
		return "", false
	}
	if what = trimLabel(l.trimOpeners(what)); what == "" {
		what, _, _ = strings.Cut(previous, "占")
	}
	if of = trimLabel(l.trimClosers(of)); utf8.RuneCountInString(of) < 2 {
		return what + "占比", true
	}
	return what + "占" + of, true
}

// nounBehind returns the noun phrase that follows the figure at once, empty
// if something else does.
func (l *labeller) nounBehind(s string) string {
	s = strings.TrimPrefix(s, "的")
	if made := after(s, "评为", "列为", "确定为", "作为"); made != "" {
		return made
	}
	c, _ := utf8.DecodeRuneInString(s)
	if s == "" || !unicode.Is(unicode.Han, c) && !strings.ContainsRune("“《(（", c) {
		return ""
	}
	if strings.ContainsRune("和及与等、为", c) || text.HasPrefix(s, l.words.Words.Openers) != "" && !strings.HasPrefix(s, "全") {
		return ""
	}
	noun := s
	if of := strings.Index(noun, "的"); of > 0 && text.Contains(noun[:of], l.words.Words.Bodies) == "" {
		if tail := l.untilStop(noun[of+len("的"):]); tail != "" {
			return trimLabel(tail)
		}
	}
	noun, _, _ = strings.Cut(firstItem(l.untilStop(noun)), "的")
	return trimLabel(noun)
}

// placeEnds end the names of places and stand for them: 省、市政协委员 is one
// noun, not the first item of a list.
const placeEnds = "省市县区旗乡镇村"

// firstItem cuts s behind the first item of a list. What stands in brackets
// is no list of its own: 县(市、区).
func firstItem(s string) string {
	depth := 0
	for i, c := range s {
		switch {
		case strings.ContainsRune("（(", c):
			depth++
		case strings.ContainsRune("）)", c):
			depth--
		case c == '、' && depth <= 0:
			last, _ := utf8.DecodeLastRuneInString(s[:i])
			next, _ := utf8.DecodeRuneInString(s[i+len("、"):])
			if !strings.ContainsRune(placeEnds, last) || !strings.ContainsRune(placeEnds, next) {
				return s[:i]
			}
		case c == ' ' || c == '　':
			return s[:i]
		}
	}
	return s
}

// after returns what follows the first of the words in s.
func after(s string, words ...string) string {
	for _, w := range words {
		if _, rest, ok := strings.Cut(s, w); ok {
			return trimLabel(rest)
		}
	}
	return ""
}

// untilStop cuts s where a verb or function word ends the noun phrase.
func (l *labeller) untilStop(s string) string {
	end := len(s)
	l.words.stops.Each(s, func(start, _, kind int) {
		if kind == stopWord {
			end = min(end, start)
		}
	})
	return s[:end]
}

// withVerb puts the verb in front of a noun that says little without it.
func (l *labeller) withVerb(before, noun string) string {
	start, end, kind := l.words.lastVerb(before)
	gap := strings.Trim(before[end:], "了的等")
	if kind == heavyVerb && utf8.RuneCountInString(gap) <= 14 && !strings.HasPrefix(noun, before[start:end]) {
		return before[start:end] + noun
	}
	return noun
}

// phraseBefore returns the object of the last verb before the figure.
func (l *labeller) phraseBefore(before string) string {
	s := l.trimClosers(before)
	if i := strings.LastIndex(s, "《"); i >= 0 && strings.HasSuffix(s, "》") {
		return trimLabel(s[i:])
	}
	s = l.trimOpeners(s[l.objectAt(s):])
	for _, m := range l.words.Words.Modifiers {
		s = strings.ReplaceAll(s, m, "")
	}
	s = l.lastPart(s)
	return trimLabel(s)
}

// objectAt returns where in s the name of what is counted starts: behind the
// last light verb, or at the last heavy one. A light verb that leaves next to
// nothing is part of the object of the verb before it (解决…反映问题).
func (l *labeller) objectAt(s string) int {
	at, before, verb := 0, 0, 0
	l.words.Verbs.Each(s, func(start, end, kind int) {
		if end == len(s) || kind == NoVerb {
			return
		}
		before = at
		at, verb = end, start
		if kind == heavyVerb {
			at = start
		}
	})
	if utf8.RuneCountInString(s[at:]) <= 2 {
		if before == 0 { // who did it is not counted: 各参加单位提出提案
			return verb
		}
		return before
	}
	return at
}

// onlyVerb tells a label that is a verb and no object, with an adverb or not:
// 立案, 基本解决, 不予立案.
func (l *labeller) onlyVerb(s string) bool {
	_, end, _ := l.words.lastVerb(s)
	return end == len(s) && utf8.RuneCountInString(s) <= 5
}

// noun returns a label without the verb in front of it.
func (l *labeller) noun(label string) string {
	if n, _ := l.words.Verbs.At(label); n < len(label) {
		return label[n:]
	}
	return label
}

// lastPart cuts a long phrase behind its last 的 or 等, where the name stands. A
// verb in front that the label keeps stays: 解决饮水、路灯等问题 is 解决问题.
func (l *labeller) lastPart(s string) string {
	verb, rest := "", s
	if n, kind := l.words.Verbs.At(s); kind == heavyVerb {
		verb, rest = s[:n], s[n:]
	}
	for _, of := range []string{"等", "一类", "这类", "之类"} {
		if i := strings.LastIndex(rest, of); i > 0 && len(rest)-i-len(of) >= 2*len("字") {
			return verb + rest[i+len(of):]
		}
	}
	for _, of := range []struct {
		word  string
		least int
	}{{"等方面", 2}, {"的", 2}} {
		if i := strings.LastIndex(s, of.word); i >= 0 && len(s)-i-len(of.word) >= of.least*len("字") {
			s = s[i+len(of.word):]
		}
	}
	if utf8.RuneCountInString(s) > longestLabel {
		if i := strings.LastIndexAny(s, "、 　》"); i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			s = s[i+n:]
		}
	}
	return s
}

func (l *labeller) trimClosers(s string) string {
	for {
		s = strings.TrimRight(s, " 　、，")
		w := text.HasSuffix(s, l.words.Words.Closers)
		if w == "" || l.endsInVerb(text.LastRunes(s, 4)) {
			return s
		}
		s = strings.TrimSuffix(s, w)
	}
}

func (l *labeller) trimOpeners(s string) string {
	for {
		s = strings.TrimLeft(s, " 　、，")
		w := text.HasPrefix(s, l.words.Words.Openers)
		if w == "" || text.HasPrefix(s, l.words.Words.Unopened) != "" {
			return s
		}
		s = strings.TrimPrefix(s, w)
	}
}

// dated is a month at the start of a label.
var dated = regexp.MustCompile(`^\d{4}年\d{1,2}月`)

// trimLabel takes marks off the ends and bounds the length.
func trimLabel(s string) string {
	s = strings.TrimFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("，。；：、！？,;:!?", c)
	})
	s = strings.Trim(s, "了")
	if open := strings.TrimLeft(s, "（("); !strings.ContainsAny(open, "）)") { // the bracket closes behind the figure
		s = dated.ReplaceAllString(open, "")
	}
	return text.LastRunes(s, 2*longestLabel)
}

// endsInVerb tells a text that ends in a verb which the label keeps: 督办, 采用.
func (l *labeller) endsInVerb(s string) bool {
	start, end, kind := l.words.lastVerb(s)
	return end == len(s) && kind == heavyVerb && end-start > len("交")
}

// namesVerb tells a label that opens with a verb: 收到提案.
func (l *labeller) namesVerb(label string) bool {
	n, kind := l.words.Verbs.At(label)
	return n > 0 && kind != NoVerb
}
