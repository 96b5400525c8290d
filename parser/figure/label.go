package figure

import (
	"cmp"
	"strings"

	"duidu/parser/text"
)

// labeller says what a figure counts, in the text's own words.
type labeller struct {
	words          *text.Matcher[job]
	bodies         *text.Matcher[bool] // nouns that a 的 behind them does not make part of another
	often, lasting []string            // units of how often and how long
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
	labels         *text.Joiner
	often, lasting bool // the unit says how often, how long
}

func (a *around) scan(t *text.Matcher[job], s string) phrase {
	p := scan(t, s, a.room[:0])
	a.room = p.words
	return p
}

// label reads what stands around a figure.
func (l *labeller) label(a *around) naming {
	var at slots
	of, has := l.readBefore(a, &at)
	if a.quota != "" && at[quota] == "" && strings.HasPrefix(a.before, "、") {
		at[quota], at[subject] = a.quota, ""
	}
	if at[share] == "" && (!a.measure || at[object] == "" || a.often || a.lasting) {
		l.readBehind(a, &at)
	}
	if of && at[noun] != "" && at[became] == "" && l.attribute(at[object]) { // 结对的21个村
		at[became], at[object] = at[object]+"的", ""
	}
	if strings.HasSuffix(a.before, "等") && at[noun] != "" {
		at[object], at[subject] = "", "" // 围绕小区改造等12个课题: the last of a list is none of the name
		if strings.HasSuffix(a.before, at[verb]+"等") {
			at[verb] = ""
		}
	}
	l.keepGain(&at)
	if has && at[became] != "" && at[verb]+at[light] == "" { // 他有23篇被采用
		at[object] = ""
	}
	if at == (slots{light: at[light], quota: at[quota], share: at[share]}) && a.clause != "" {
		at[object] = l.topicOf(a)
	}
	n := frameOf(&at).say(&at, a.labels)
	n.quota = at[quota]
	if of && !n.behind {
		n.noun = "" // 满意的89件
	}
	return n
}

// keepGain keeps a verb of taking in where it is told with what is taken in
// (收到400件提案) or with nothing.
func (l *labeller) keepGain(at *slots) {
	v := at[verb] + at[light]
	if _, j := l.words.At(v); v == "" || j&gainVerb == 0 {
		return
	}
	what := cmp.Or(at[noun], at[object])
	if at[verb], at[light] = "", v; what == "" || l.taken(what) {
		at[verb], at[light] = v, ""
	}
}

// attribute tells a short phrase with a verb, which 的 makes a part of the name
// of what is counted.
func (l *labeller) attribute(s string) bool {
	if n := text.Runes(s); n < 2 || n > 6 {
		return false
	}
	_, end, j := l.words.Next(s, 0)
	for end > 0 {
		if j&tellingVerb != 0 {
			return true
		}
		_, end, j = l.words.Next(s, end)
	}
	return false
}

// taken tells that s begins with what the body takes in.
func (l *labeller) taken(s string) bool {
	_, j := l.words.At(s)
	return j&takenWord != 0
}

// topicOf returns what a clause is about, if it begins with that.
func (l *labeller) topicOf(a *around) string {
	p := a.scan(l.words, text.ClauseEnds.TrimRight(a.clause))
	start := p.opens(len(p.text))
	end := len(p.text)
	for _, w := range p.words {
		if w.start > start && w.job&(anyVerb|stopWord|beWord|preposition|adverb|timeWord) != 0 {
			end = w.start
			break
		}
	}
	if end <= start || end == len(p.text) || p.jobBefore(end)&actorWord != 0 || p.startsWith(start)&(anyVerb|preposition|stopWord) != 0 {
		return ""
	}
	topic := p.name(start, end)
	if n := text.Runes(topic); n < 2 || n > longestActor {
		return ""
	}
	return topic
}
