package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// labeller says what a figure counts, in the text's own words.
type labeller struct {
	words          *text.Matcher[job]
	bodies         []string // nouns that a 的 behind them does not make part of another
	often, lasting []string // units of how often and how long
}

// naming is a label with what the tree of figures must know of it.
type naming struct {
	label  string
	noun   string // what is counted, without verbs; empty where the label leaves it out
	behind bool   // the noun stands behind the figure
	verb   bool   // the label begins with or is a verb
	frame  *frame
	share  bool   // … of the figure before: the label is still to come
	quota  string // of whom it is stated
}

// slots are the parts of what stands around a figure that a label is made of;
// those that do not stand there are empty.
type slots [slotCount]string

const (
	subject = iota // who did it, or what the clause is about
	verb           // the last verb before the figure that a label keeps
	light          // … or one that it leaves out
	object         // what the verb is about, or a noun without one
	noun           // what stands behind the figure at once
	became         // what the noun behind did or what became of it, up to the clause's end
	quota          // each of whom the figure is stated of
	share          // 占
	slotCount
)

// letters name the slots in the frames.
const letters = "SVLONWEZ"

// longestLabel is in characters: a longer phrase holds more than the name of
// what is counted.
const longestLabel = 20

// around is what a label is read from.
type around struct {
	before, behind string // the figure, up to its neighbours or the clause's ends
	clause         string // the clause before the figure's, empty where another figure is nearer
	quota          string // of whom the figure before it in the list is stated
	measure        bool   // the unit measures rather than counts
	ends           bool   // the clause ends before another figure
	room           []word // that may be written over
	often, lasting bool   // the unit says how often, how long
}

func (a *around) scan(t *text.Matcher[job], s string) phrase {
	p := scan(t, s, a.room[:0])
	a.room = p.words
	return p
}

// label reads what stands around a figure.
func (l *labeller) label(a *around) naming {
	var at slots
	of := l.readBefore(a, &at)
	if a.quota != "" && at[quota] == "" && strings.HasPrefix(a.before, "、") {
		at[quota], at[subject] = a.quota, ""
	}
	if at[share] == "" && (!a.measure || at[object] == "" || a.often || a.lasting) {
		l.readBehind(a, &at)
	}
	if at[object]+at[subject]+at[noun]+at[became]+at[verb] == "" && a.clause != "" {
		at[object] = l.topicOf(a)
	}
	n := frameOf(&at).say(&at)
	n.quota = at[quota]
	if of && !n.behind {
		n.noun = "" // 满意的89件
	}
	return n
}

// topicOf returns what a clause is about, if it begins with that.
func (l *labeller) topicOf(a *around) string {
	p := a.scan(l.words, strings.TrimRight(a.clause, text.ClauseMarks))
	start := p.opens(len(p.text))
	end := len(p.text)
	for _, w := range p.words {
		if w.start > start && w.job&(anyVerb|stopWord|beWord|preposition|adverb|timeWord) != 0 {
			end = w.start
			break
		}
	}
	if k := p.endsWith(end); end <= start || end == len(p.text) || k >= 0 && p.words[k].job&actorWord != 0 || p.startsWith(start)&(anyVerb|preposition|stopWord) != 0 {
		return ""
	}
	topic := p.name(start, end)
	if n := utf8.RuneCountInString(topic); n < 2 || n > longestActor {
		return ""
	}
	return topic
}

// readBefore fills the slots from what stands before a figure, and tells
// whether 的 joins it to the figure.
func (l *labeller) readBefore(a *around, at *slots) (of bool) {
	s := a.before
	p := a.scan(l.words, s)
	for _, w := range p.words {
		if w.job&shareVerb != 0 && a.measure {
			at[share] = s[w.start:w.end]
			at[object] = p.clean(p.opens(w.start), w.start, false)
			return false
		}
	}
	end, of := p.trimRight(len(s))
	if k := p.endsWith(end); k >= 0 && p.words[k].job&insideWord != 0 {
		return false // 23条建议中有18条
	}
	start := p.opens(end)
	if i := strings.LastIndex(s[start:end], "《"); i >= 0 && strings.HasSuffix(s[start:end], "》") {
		at[object] = s[start+i : end]
		return false
	}
	if of {
		at[object] = p.bounded(start, end)
		return true
	}
	v, from := p.lastVerb(start, end)
	if v < 0 {
		at[object] = p.name(start, end)
		return false
	}
	w := p.words[v]
	slot := light
	if w.job&tellingVerb != 0 {
		slot = verb
	}
	if from < end {
		if w.job&organizeVerb != 0 {
			from = p.trimLeft(from, end, actorWord)
		}
		at[object] = p.name(from, end)
	}
	if w.job&gainVerb != 0 && from < end && p.startsWith(from)&takenWord != 0 {
		slot = verb
	}
	first := w.start
	if slot == verb {
		first = p.joined(start, w.start)
	}
	at[slot] = p.clean(first, w.end, false)
	if at[object] == "" {
		at[slot] = p.clean(first, max(w.end, min(end, from)), false)
		who, acts := p.whoDid(start, first)
		if slot == light && !acts { // 党组会议开了25次
			at[object] = p.topic(start, first)
		} else {
			at[subject] = who
		}
	}
	if k := p.endsWith(end); at[object] != "" && slot == light && k >= 0 && p.words[k].job&generalWord != 0 && p.words[k].start == from {
		if who, acts := p.whoDid(start, w.start); acts {
			at[subject] = who
		}
	}
	if k := p.endsWith(w.start); slot == verb && at[object] != "" && k > 0 && p.words[k].job&actorWord != 0 && p.words[k-1].job&forWord != 0 && p.words[k-1].end == p.words[k].start { // 为群众解决问题
		at[subject] = s[p.words[k-1].start:w.start]
	}
	if each := p.eachOf(start, w.start); each != "" {
		at[quota], at[subject] = each, ""
		if from >= end {
			at[object] = ""
		}
	}
	return false
}

// readBehind fills the slots from what follows a figure.
func (l *labeller) readBehind(a *around, at *slots) {
	s := strings.TrimRight(a.behind, text.ClauseMarks)
	s = strings.TrimPrefix(s, "的")
	if n := listMark(s); n > len("（") && n <= len("（条）") { // 122项（条）成果
		s = s[n:]
	}
	c, _ := utf8.DecodeRuneInString(s)
	if s == "" || c == '（' && listMark(s) <= len("（") || !unicode.Is(unicode.Han, c) && !strings.ContainsRune("“《(（", c) {
		return
	}
	p := a.scan(l.words, s)
	for _, w := range p.words {
		if w.job&madeWord != 0 && !a.often {
			at[noun] = l.nounFrom(&p, w.end)
			return
		}
	}
	first := p.startsWith(0)
	told := at[verb]+at[light]+at[share] != ""
	if first&anyVerb != 0 && a.lasting {
		*at = slots{}
		l.readVerb(&p, at)
		return
	}
	if first&anyVerb != 0 && !told && (a.often || at[object] == "" && p.words[0].end < len(s)) { // 先后三次召开现场会
		at[object] = ""
		l.readVerb(&p, at)
		return
	}
	alone := !told && at[object] == ""
	if first&(stopWord|beWord|preposition|andWord|adverb|ofWord|becameWord|timeWord|insideWord|anyVerb) != 0 {
		if at[became] = p.outcomeFrom(0); !a.ends {
			at[became] = ""
		} else if alone && at[became] == "" && utf8.RuneCountInString(s) <= longestOutcome {
			at[became] = p.clean(0, len(s), true)
		}
		return
	}
	if a.measure && !alone && (a.lasting || at[object] != "") && !strings.HasPrefix(a.behind, "的") {
		return
	}
	at[noun] = l.nounFrom(&p, 0)
	if rest := strings.TrimPrefix(s, at[noun]); a.ends && len(rest) < len(s) && rest != "" {
		at[became] = p.outcomeFrom(len(s) - len(rest))
	}
}

// readVerb fills the slots from a verb that follows a figure at once and what
// it is about.
func (l *labeller) readVerb(p *phrase, at *slots) {
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

// longestOutcome is how many characters say in short what became of the figure's noun.
const longestOutcome = 14
