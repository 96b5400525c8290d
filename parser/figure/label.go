package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"duidu/parser/text"
)

// labeller says what a figure counts, in the text's own words.
type labeller struct {
	words *text.Matcher[job]
	lex   *lexicon
}

// naming is a label with what the tree of figures must know of it.
type naming struct {
	label  string
	noun   string // what is counted, without verbs; empty where the label leaves it out
	behind bool   // the noun stands behind the figure
	verb   bool   // the label begins with or is a verb
	frame  *frame
	share  bool // … of the figure before: the label is still to come
	of     bool // 的 joins the label and the noun that it leaves out
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

// label reads what stands before and behind a figure, up to its neighbours or
// the clause's ends.
// The words are found in room.
func (l *labeller) label(room []word, before, behind string, measure bool) naming {
	var at slots
	of := l.readBefore(room, before, &at)
	if at[share] == "" && (!measure || strings.HasPrefix(behind, "的") && at[object] == "" || at[subject]+at[object]+at[verb]+at[light] == "") {
		l.readBehind(room, behind, &at)
	}
	n := frameOf(&at).say(&at)
	n.of = of
	return n
}

// readBefore fills the slots from what stands before a figure, and tells
// whether 的 joins it to the figure.
func (l *labeller) readBefore(room []word, s string, at *slots) (of bool) {
	p := scan(l.words, s, room[:0])
	for _, w := range p.words {
		if w.job&shareVerb != 0 {
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
	if w.job&gainVerb != 0 && utf8.RuneCountInString(at[object]) <= 2 {
		slot = verb
	}
	at[slot] = s[w.start:w.end]
	if at[object] == "" {
		first := w.start
		if slot == verb {
			first = p.joined(start, w.start)
		}
		at[slot] = p.clean(first, max(w.end, min(end, from)), false)
		who, acts := p.whoDid(start, first)
		if slot == light && !acts { // 党组会议开了25次
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
	return false
}

// readBehind fills the slots from what follows a figure.
func (l *labeller) readBehind(room []word, s string, at *slots) {
	raw := s
	s = strings.TrimRight(s, text.ClauseMarks)
	ended := len(s) < len(raw)
	s = strings.TrimPrefix(s, "的")
	if n := listMark(s); n > len("（") && n <= len("（条）") { // 122项（条）成果
		s = s[n:]
	}
	c, _ := utf8.DecodeRuneInString(s)
	if s == "" || c == '（' && strings.IndexByte(s, "）"[2]) < 0 || !unicode.Is(unicode.Han, c) && !strings.ContainsRune("“《(（", c) {
		return
	}
	p := scan(l.words, s, room[:0])
	for _, w := range p.words {
		if w.job&madeWord != 0 {
			at[noun] = l.nounFrom(&p, w.end)
			return
		}
	}
	if first := p.startsWith(0); first&(stopWord|beWord|preposition|andWord|adverb|ofWord|becameWord|timeWord) != 0 || first&anyVerb != 0 && (at[subject]+at[object] != "" || p.words[0].end == len(s)) {
		if ended {
			at[became] = p.outcomeFrom(0)
		}
		return
	}
	at[noun] = l.nounFrom(&p, 0)
	if rest := strings.TrimPrefix(s, at[noun]); ended && len(rest) < len(s) && rest != "" {
		at[became] = p.outcomeFrom(len(s) - len(rest))
	}
}

// longestOutcome is how many characters say in short what became of the figure's noun.
const longestOutcome = 14
