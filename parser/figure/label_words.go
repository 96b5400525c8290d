package figure

import (
	_ "embed"
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"duidu/model"
	"duidu/parser/text"
)

//go:embed label.toml
var labelTOML string

// job is a set of what a word does around a figure.
type job int

const (
	plainVerb   job = 1 << iota // left out of a label: 召开
	tellingVerb                 // kept in it: 立案
	adverb
	timeWord
	sinceWord // what stands before it says when
	beWord
	preposition
	particle
	andWord
	ofWord
	actorWord
	stopWord
	madeWord
	shareVerb // 占
	etcWord
	insideWord
	becameWord
	compareWord
	orWord
	gainVerb // plain, but told with what is taken in
	takenWord
	toWord
	openQuote
	growVerb     // a telling verb
	organizeVerb // a plain verb
	eachWord
	generalWord
	forWord
)

const anyVerb = plainVerb | tellingVerb

// trimmed is what says nothing at the end of a phrase.
const trimmed = adverb | timeWord | beWord | preposition | andWord | ofWord

// newLabeller puts the lists of label.toml and the verbs of the lexicon in one
// matcher. A word of whole does nothing, and keeps those inside it from
// being read. The lists are part of the program, so a fault in them is a
// programming error.
var newLabeller = sync.OnceValue(func() labeller {
	l := loadLexicon()
	var lists map[string][]string
	if err := toml.Unmarshal([]byte(labelTOML), &lists); err != nil {
		panic(fmt.Sprintf("label.toml: %v", err))
	}
	jobs := map[string]job{"的": ofWord, "“": openQuote, "《": openQuote, "占": shareVerb, "占了": shareVerb, "每": eachWord, "等": etcWord, "等方面": etcWord, "一类": etcWord, "这类": etcWord, "之类": etcWord}
	add := func(words []string, j job) {
		for _, w := range words {
			jobs[w] |= j
		}
	}
	add(l.Words.Light, plainVerb)
	add(l.Words.Heavy, tellingVerb)
	add(l.Words.Nouns, 0)
	for _, w := range lists["plain"] {
		jobs[w] &^= tellingVerb
	}
	for name, j := range map[string]job{
		"plain": plainVerb, "telling": tellingVerb, "adverb": adverb, "time": timeWord, "since": sinceWord, "be": beWord, "prep": preposition,
		"particle": particle, "and": andWord, "actor": actorWord, "stop": stopWord, "made": madeWord, "inside": insideWord, "became": becameWord, "compare": compareWord, "or": orWord, "gain": plainVerb | gainVerb, "taken": takenWord, "general": generalWord, "for": preposition | forWord, "to": preposition | toWord, "grow": tellingVerb | growVerb, "organize": plainVerb | organizeVerb, "whole": 0,
	} {
		add(lists[name], j)
	}
	t := text.NewMatcher[job]()
	for w, j := range jobs {
		t.Add(w, j)
	}
	bodies := text.NewMatcher[bool]()
	for _, w := range l.Words.Bodies.Words() {
		bodies.Add(w, true)
	}
	return labeller{words: t, bodies: bodies, often: lists["often"], lasting: lists["lasting"]}
})

// word is a word of the lists where it stands in a text, in bytes.
type word struct {
	start, end int
	job        job
}

// phrase is a text with the words of the lists that stand in it.
type phrase struct {
	text  string
	words []word
}

// scan finds the words of the lists in s, in room where it suffices. What
// stands in quotation marks is a name and no word of the lists.
func scan(t *text.Matcher[job], s string, room []word) phrase {
	for start, end, j := t.Next(s, 0); end > 0; start, end, j = t.Next(s, end) {
		w := word{start, end, j}
		if w.job&openQuote != 0 {
			close := "”"
			if s[start:end] == "《" {
				close = "》"
			}
			if i := text.Index(s[end:], close); i >= 0 {
				end += i + len(close)
			}
			continue
		}
		if s[start:end] == "了" && start > 0 && (len(room) == 0 || room[len(room)-1].end < start) { // 栽了
			if c, n := utf8.DecodeLastRuneInString(s[:start]); model.IsHan(c) {
				w = word{start - n, end, plainVerb}
			}
		}
		room = append(room, w)
	}
	for k := range room {
		if loose(s, room, k) {
			room[k].job &^= anyVerb
		}
	}
	return phrase{s, room}
}

// loose tells a verb of one character amid characters that are no words of the
// lists: it is more likely a part of a longer word (城建).
func loose(s string, words []word, k int) bool {
	w := words[k]
	if w.job&anyVerb == 0 || w.end-w.start > len("字") || w.start == 0 || w.end == len(s) || w.job&beWord != 0 {
		return false
	}
	if k > 0 && words[k-1].end == w.start || k+1 < len(words) && words[k+1].start == w.end && words[k+1].job&^takenWord == 0 {
		return false
	}
	for _, b := range words[:k] {
		if b.job&preposition != 0 {
			return false
		}
	}
	c, _ := utf8.DecodeLastRuneInString(s[:w.start])
	next, _ := utf8.DecodeRuneInString(s[w.end:])
	return model.IsHan(c) && next != '了' && next != '过'
}

// grows tells a label that only says how much more or less there was.
func (l *labeller) grows(label string) bool {
	n, j := l.words.At(label)
	return n == len(label) && j&growVerb != 0
}
