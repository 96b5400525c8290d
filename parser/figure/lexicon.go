package figure

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"duidu/model"
	"duidu/parser/number"
	"duidu/parser/text"
)

//go:embed lexicon.toml
var lexiconTOML string

// topic is what a text may be about, and what is said of it in short.
type topic struct{ Words, Verbs []string }

// lexicon holds the words that tell how a sentence states a figure.
type lexicon struct {
	Before []struct {
		Words     []string
		Qualifier model.Qualifier
		Not       string
	}
	Topic  []topic
	Tail   map[string]model.Qualifier
	Behind map[string]model.Qualifier
	Words  struct {
		Counting, Fixed, Lasting        text.List
		Money, Foreign                  text.List
		FixedWords                      []string `toml:"fixed_words"`
		Counters, Lifespan, Numbered    text.List
		PlaceTails                      string `toml:"place_tails"`
		Light, Heavy, Nouns             []string
		Parts, Each, Per, Mean          text.List
		PerTime                         text.List `toml:"per_time"`
		Whenever                        string
		Receive, Together, None, Growth text.List
		AtLeast                         text.List `toml:"at_least"`
		EachOf                          string    `toml:"each_of"`
		Bodies, Whole                   text.List
		Terms, Onward                   text.List
		Bounds, Done                    text.List
		Giver, Scene, Net, Project      text.List
		Change                          text.List
		ByMembers                       text.List `toml:"by_members"`
		ByOthers                        text.List `toml:"by_others"`
		Rulers, Decrees, Adverbs        text.List
		Served                          text.List
		CountingUp                      text.List `toml:"counting_up"`
		Newly                           text.List
		ThereNow                        text.List `toml:"there_now"`
		Undone, Bringing                text.List
		DoneSoFar                       text.List `toml:"done_so_far"`
		TermDeeds                       text.List `toml:"term_deeds"`
		TopMatters                      text.List `toml:"top_matters"`
		Teams, Stations, Groups         text.List
	}

	Reach struct{ Below, Around, Threshold text.List }
	Rate  struct{ Names, Filler, Satisfied, Partly text.List }

	Cues map[string][]string
	// What a paragraph is searched for numbers by: the characters that begin one,
	// and these with those of fixed words, titles and quotations.
	numerals, mayCount *text.Set
	// Chinese digits, what may stand behind one that counts, and what before
	// one tells more than what stands behind: 第一, 人民币五.
	lone, mayFollow, leads *text.Set

	// All words that make something of a number: in front of it, behind it.
	qualifying, qualified text.List

	fixed *text.Matcher[int] // fixed words that hold a numeral
	cues  *text.Matcher[int] // what one scan of a paragraph looks for

	Verbs *text.Matcher[int] // light and heavy verbs; the value tells which
}

// What a word of the verbs trie is.
const (
	lightVerb = iota + 1
	heavyVerb
	NoVerb // a noun that shields the verb inside it
)

// loadLexicon reads the embedded word lists once. They are part of the
// program, so a fault in them is a programming error.
var loadLexicon = sync.OnceValue(func() *lexicon {
	var l lexicon
	if err := toml.Unmarshal([]byte(lexiconTOML), &l); err != nil {
		panic(fmt.Sprintf("lexicon.toml: %v", err))
	}
	var before []string
	for _, g := range l.Before {
		before = append(before, g.Words...)
	}
	l.qualifying, l.qualified = text.ListOf(before...), text.ListOf(slices.Sorted(maps.Keys(l.Behind))...)
	l.Verbs = text.NewMatcher[int]()
	l.cues = newCues(l.Cues)
	l.fixed = text.NewMatcher[int]()
	starts := numeralStarts + "《“‘"
	for _, w := range l.Words.FixedWords {
		starts += text.FirstRunes(w, 1)
		l.fixed.Add(w, 1)
	}
	l.numerals, l.mayCount = text.SetOf(numeralStarts), text.SetOf(starts)
	follow := numeralStarts + "亿兆点多余来几成年分~～-－–—至到∶/ "
	for unit := range number.LoadUnits().ByName {
		follow += text.FirstRunes(unit, 1)
	}
	for w := range l.Tail {
		follow += w
	}
	leads := "第届 "
	for _, w := range l.Words.Money.Words() {
		leads += text.LastRune(w)
	}
	l.lone, l.mayFollow, l.leads = text.SetOf("一二三四五六七八九"), text.SetOf(follow), text.SetOf(leads)
	for _, w := range l.Words.Light {
		l.Verbs.Add(w, lightVerb)
	}
	for _, w := range l.Words.Heavy {
		l.Verbs.Add(w, heavyVerb)
	}
	for _, w := range l.Words.Nouns {
		l.Verbs.Add(w, NoVerb)
	}
	return &l
})

// qualifierWord is a word with what it makes of a number.
type qualifierWord struct {
	text      string
	qualifier model.Qualifier
}

// before returns the qualifier that ends s, the longest if several do.
func (l *lexicon) before(s string) (qualifierWord, bool) {
	var best qualifierWord
	if !l.qualifying.Ends(s) {
		return best, false
	}
	for _, g := range l.Before {
		for _, w := range g.Words {
			if len(w) <= len(best.text) || !strings.HasSuffix(s, w) {
				continue
			}
			p, n := utf8.DecodeLastRuneInString(s[:len(s)-len(w)])
			if n == 0 || !strings.ContainsRune(g.Not, p) {
				best = qualifierWord{w, g.Qualifier}
			}
		}
	}
	return best, best.text != ""
}

// behind returns the qualifier that starts s.
func (l *lexicon) behind(s string) (qualifierWord, bool) {
	w := l.qualified.Prefix(s)
	return qualifierWord{w, l.Behind[w]}, w != ""
}

// tail reads 余 or 多 at byte i of s and returns the offset behind it.
func (l *lexicon) tail(s string, i int) (int, model.Qualifier) {
	_, n := utf8.DecodeRuneInString(s[i:])
	if q, ok := l.Tail[s[i:i+n]]; ok {
		return i + n, q
	}
	return i, ""
}

func (l *lexicon) moneyBefore(s string) (number.Unit, bool) {
	if w := l.Words.Money.Suffix(s); w != "" {
		return number.Unit{Name: w, Class: number.ClassMeasure}, true
	}
	return number.Unit{}, false
}

// fixedAfter tells that what follows 次 makes an ordinal of it, over a list of
// them too: 五次、六次全会.
func (l *lexicon) fixedAfter(s string) bool {
	for {
		rest, ok := strings.CutPrefix(s, "、")
		if !ok {
			return l.Words.Fixed.Starts(s)
		}
		n, ok := number.ReadNumeral(rest, 0)
		if !ok || !strings.HasPrefix(rest[n.End:], "次") {
			return false
		}
		s = rest[n.End+len("次"):]
	}
}

func (l *lexicon) countsBefore(s string) bool {
	if l.Words.Counting.Ends(s) {
		return true
	}
	near := text.LastRunes(s, 6)
	_, end, _ := l.lastVerb(near)
	return end > 0 && end == len(near)
}

// lastVerb returns the last verb in s and its kind; end is 0 if there is none.
func (l *lexicon) lastVerb(s string) (start, end, kind int) {
	l.Verbs.Each(s, func(a, b, k int) {
		if k != NoVerb {
			start, end, kind = a, b, k
		}
	})
	return start, end, kind
}

// isVerb tells a label that is a verb and nothing else: 全年反映26条.
func (l *lexicon) isVerb(label string) bool {
	n, kind := l.Verbs.At(label)
	return n == len(label) && kind != NoVerb && n > 0
}

// nameAround tells that a numeral with its unit is part of a place name.
func (l *lexicon) nameAround(s string, start, end int) bool {
	c, n := utf8.DecodeRuneInString(s[end:])
	return n > 0 && end-start <= 2*len("五") && strings.ContainsRune(l.Words.PlaceTails, c)
}
