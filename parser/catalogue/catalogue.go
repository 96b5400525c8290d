// Package catalogue reads the themes and indicators, with the words that call for
// them, from a TOML file.
package catalogue

import (
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"duidu/model"
	"duidu/parser/text"
)

//go:embed catalogue.toml
var catalogueTOML string

// Catalogue is a list of themes and indicators with the words that call for
// them. Another kind of report needs another file and no code.
type Catalogue struct {
	model.Catalogue
	Outlook    string             // the theme of what is to come
	Source     [32]byte           // a sum over its text: what is read with it depends on it
	units      map[string]int     // that indicators take, numbered
	wordStarts *text.Matcher[int] // first parts of indicator words; value: index into calls, plus 1
	calls      []callsOf
	RateRules  []RateRule
	ThemeWords *text.Matcher[int] // value: index into ThemeHits, plus 1
	ThemeHits  [][]ThemeHit
	behind     []behindRule
	within     map[string][]string // an indicator to those it is counted within
	wholes     map[string]bool     // indicators that others are counted within
	stocks     map[string]bool     // indicators of what there is, not of what was done
	places     map[string]int      // index in Indicators, by id
	themes     map[string]int      // index in Themes, by id
}

// Indicator returns the indicator of that id and whether there is one.
func (c *Catalogue) Indicator(id string) (model.Indicator, bool) {
	if i, ok := c.places[id]; ok {
		return c.Indicators[i], true
	}
	return model.Indicator{}, false
}

// ThemeAt returns the index of a theme in Themes, 0 where there is none of that
// id.
func (c *Catalogue) ThemeAt(id string) int { return c.themes[id] }

// ThemeHit is what a word says for a theme.
type ThemeHit struct {
	Theme  int // index into Themes
	Weight int
}

// indicatorCall is a word that calls for an indicator: parts that stand in
// this order.
type indicatorCall struct {
	rule   *indicatorRule
	parts  []string
	length int // of a single part, in characters
}

// callsOf are the calls of one word, with the units that any of them takes: a bit
// each by their number, which they share beyond 64.
type callsOf struct {
	units uint64
	list  []indicatorCall
}

type indicatorRule struct {
	id       string
	order    int    // in the catalogue: of two that fit as well, the first wins
	units    []bool // by their number in Catalogue.units, up to the last it takes
	with     text.List
	not      text.List
	notApart [][]string // words with text between them

	yields        string // the indicator that it is another of, where the paragraph speaks of it …
	where, unless text.List
}

// behindRule names what is counted behind another indicator's figure in words that by
// themselves call for none or for others.
type behindRule struct {
	id, of        string // the indicator that it is, and the one before
	units         []string
	words, unless text.List
}

// RateRule names two indicators and the rate that a text may state of them.
type RateRule struct {
	Part, Whole string   // ids
	Words       []string // what the rate is called: 立案率; the first names it
	English     string
}

// catalogueFile is the TOML form.
type catalogueFile struct {
	Name      string // for whoever reads the file
	Outlook   string
	PerMember string `toml:"per_member"`
	Stages    [][]string
	Class     map[string][]string
	Rate      []RateRule
	Theme     []struct {
		ID, Name, English string
		Words             []string
	}
	Indicator []struct {
		ID, Name, English, Theme string
		Units                    [][]string
		Words, With, Not, Within []string
		Yields                   struct {
			To            string
			Where, Unless []string
		}
		Behind struct {
			Of            string
			Words, Unless []string
		}
		Stock bool
	}
}

// Builtin is part of the program, so a fault in it is a
// programming error.
var Builtin = sync.OnceValue(func() *Catalogue {
	c, err := Parse(catalogueTOML)
	if err != nil {
		panic(fmt.Sprintf("catalogue.toml: %v", err))
	}
	return c
})

// Text is the text of a built-in catalogue by its name, of the first without
// one; false if there is none of that name.
func Text(name string) (string, bool) {
	switch name {
	case "", "cppcc":
		return catalogueTOML, true
	}
	return "", false
}

// Load reads a catalogue from a TOML file. An error names the file,
// the entry and what to change.
func Load(path string) (*Catalogue, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &Error{Path: path, Kind: "catalogue-unread", Err: errors.Unwrap(err)}
	}
	c, err := Parse(string(data))
	if err != nil {
		var fault *Error
		if errors.As(err, &fault) {
			fault.Path = path
		}
		return nil, err
	}
	return c, nil
}

// Parse reads a catalogue from TOML text.
func Parse(s string) (*Catalogue, error) {
	var file catalogueFile
	meta, err := toml.Decode(s, &file)
	if err != nil {
		return nil, tomlError(err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fault(s, "catalogue-key", extra[0][len(extra[0])-1]+" =", extra[0].String())
	}
	c := &Catalogue{Source: sha256.Sum256([]byte(s)), Outlook: file.Outlook, ThemeWords: text.NewMatcher[int](), wordStarts: text.NewMatcher[int](), units: map[string]int{}, within: map[string][]string{}, wholes: map[string]bool{}, stocks: map[string]bool{}, places: map[string]int{}, themes: map[string]int{}}
	themes := map[string]bool{}
	for i, t := range file.Theme {
		if t.ID == "" || t.Name == "" || themes[t.ID] {
			return nil, &Error{Kind: "catalogue-theme", Line: lineOf(s, "[[theme]]", i)}
		}
		themes[t.ID] = true
		c.themes[t.ID] = i
		c.Themes = append(c.Themes, model.Theme{ID: t.ID, Name: t.Name, English: t.English})
		for _, w := range t.Words {
			if err := c.addThemeWord(i, w); err != nil {
				return nil, located(err, s, t.ID)
			}
		}
	}
	seen, yields := map[string]bool{}, map[*indicatorRule]string{}
	for i, in := range file.Indicator {
		switch {
		case in.ID == "" || in.Name == "" || seen[in.ID]:
			return nil, &Error{Kind: "catalogue-indicator", Line: lineOf(s, "[[indicator]]", i)}
		case !themes[in.Theme]:
			return nil, &Error{Kind: "catalogue-no-theme", Line: lineOf(s, "[[indicator]]", i), Args: []string{in.ID, in.Theme}}
		case len(in.Units) == 0 || len(in.Words) == 0:
			return nil, &Error{Kind: "catalogue-no-words", Line: lineOf(s, "[[indicator]]", i), Args: []string{in.ID}}
		}
		seen[in.ID] = true
		c.places[in.ID] = i
		c.Indicators = append(c.Indicators, model.Indicator{ID: in.ID, Name: in.Name, English: in.English, Theme: in.Theme, Units: in.Units})
		for _, list := range []*[]string{&in.Words, &in.With, &in.Not} {
			if *list, err = file.expand(*list); err != nil {
				return nil, located(err, s, in.ID)
			}
		}
		rule := &indicatorRule{id: in.ID, order: i, with: text.ListOf(in.With...)}
		var not []string
		for _, w := range in.Not {
			if parts := strings.Split(w, "…"); len(parts) > 1 {
				rule.notApart = append(rule.notApart, parts)
			} else {
				not = append(not, w)
			}
		}
		rule.not = text.ListOf(not...)
		for _, u := range slices.Concat(in.Units...) {
			rule.take(c.unit(u))
		}
		rule.where, rule.unless = text.ListOf(in.Yields.Where...), text.ListOf(in.Yields.Unless...)
		yields[rule] = in.Yields.To
		c.within[in.ID], c.stocks[in.ID] = in.Within, in.Stock
		if in.Behind.Of != "" {
			c.behind = append(c.behind, behindRule{in.ID, in.Behind.Of, slices.Concat(in.Units...), text.ListOf(in.Behind.Words...), text.ListOf(in.Behind.Unless...)})
		}
		for _, w := range in.Within {
			c.wholes[w] = true
		}
		for _, w := range in.Words {
			parts := strings.Split(w, "…")
			c.addCall(indicatorCall{rule, parts, text.Runes(parts[0])})
		}
	}
	for _, id := range []string{model.ThemeOverview, file.Outlook} {
		if id != "" && !themes[id] {
			return nil, &Error{Kind: "catalogue-missing-theme", Args: []string{id}}
		}
	}
	for rule, to := range yields {
		if to != "" && !seen[to] {
			return nil, fault(s, "catalogue-no-indicator", "yields", "yields", to)
		}
		rule.yields = to
	}
	for _, b := range c.behind {
		if !seen[b.of] {
			return nil, fault(s, "catalogue-no-indicator", "behind", "behind", b.of)
		}
	}
	for w := range c.wholes {
		if !seen[w] {
			return nil, fault(s, "catalogue-no-indicator", "within", "within", w)
		}
	}
	for _, r := range file.Rate {
		if !seen[r.Part] || !seen[r.Whole] {
			return nil, fault(s, "catalogue-no-indicator", "[[rate]]", "[[rate]]", r.Part+", "+r.Whole)
		}
		c.RateRules = append(c.RateRules, r)
		if len(r.Words) > 0 {
			c.Rates = append(c.Rates, model.Rate{Part: r.Part, Whole: r.Whole, Name: r.Words[0], English: r.English})
		}
	}
	for _, id := range slices.Concat(file.Stages...) {
		if !seen[id] {
			return nil, fault(s, "catalogue-no-indicator", "stages", "stages", id)
		}
	}
	c.Stages = file.Stages
	c.Members = file.PerMember
	return c, nil
}

// expand puts the words of a class in place of its name: with 收 = 收到, 征集 the
// word <收>…提案 stands for 收到…提案 and 征集…提案.
func (f *catalogueFile) expand(words []string) ([]string, error) {
	var out []string
	for len(words) > 0 {
		w := words[0]
		words = words[1:]
		before, rest, ok := strings.Cut(w, "<")
		name, after, closed := strings.Cut(rest, ">")
		switch members := f.Class[name]; {
		case !ok:
			out = append(out, w)
		case !closed || len(members) == 0:
			return nil, &Error{Kind: "catalogue-class", Args: []string{w, name}}
		default:
			for _, m := range members {
				words = append(words, before+m+after)
			}
		}
	}
	return out, nil
}

// PartOf tells that figures of the indicator part are counted within those of
// whole and are an indicator nevertheless: 重点提案 of 立案提案.
func (c *Catalogue) PartOf(part, whole string) bool {
	return slices.Contains(c.within[part], whole)
}

// Whole tells an indicator that others are counted within and that is itself
// counted within none: what was received.
func (c *Catalogue) Whole(id string) bool { return c.wholes[id] && len(c.within[id]) == 0 }

// FirstOf is the indicator that one is counted within, the first if there are
// several; empty if there is none.
func (c *Catalogue) FirstOf(id string) string {
	if w := c.within[id]; len(w) > 0 {
		return w[0]
	}
	return ""
}

// IsStage tells an indicator that is one of several that follow each other.
func (c *Catalogue) IsStage(id string) bool {
	return slices.ContainsFunc(c.Stages, func(s []string) bool { return slices.Contains(s, id) })
}

// StageUnits lists the units that the stages before an indicator are counted in; none
// for one that is no stage.
func (c *Catalogue) StageUnits(id string) []string {
	for _, s := range c.Stages {
		if at := slices.Index(s, id); at > 0 {
			if in, ok := c.Indicator(s[0]); ok {
				return slices.Concat(in.Units...)
			}
		}
	}
	return nil
}

// Behind is the indicator of what is counted, in a unit and under a label, behind a figure
// of another one; empty if the other says nothing of it. Words are those between the two.
func (c *Catalogue) Behind(before, unit, label, words string) string {
	for i := range c.behind {
		b := &c.behind[i]
		if b.of == before && slices.Contains(b.units, unit) && b.words.Ends(label) && !b.unless.In(words) {
			return b.id
		}
	}
	return ""
}

// Stock tells an indicator of what there is at a time: it covers no years.
func (c *Catalogue) Stock(id string) bool { return c.stocks[id] }

// unit is the number of a unit, a new one if none has asked for it yet.
func (c *Catalogue) unit(name string) int {
	n, ok := c.units[name]
	if !ok {
		n = len(c.units)
		c.units[name] = n
	}
	return n
}

// take notes that the indicator is counted in a unit.
func (r *indicatorRule) take(unit int) {
	for len(r.units) <= unit {
		r.units = append(r.units, false)
	}
	r.units[unit] = true
}

// addCall enters a word by its first part.
func (c *Catalogue) addCall(call indicatorCall) {
	first := call.parts[0]
	n, at := c.wordStarts.At(first)
	if n != len(first) {
		c.calls = append(c.calls, callsOf{})
		at = len(c.calls)
		c.wordStarts.Add(first, at)
	}
	calls := &c.calls[at-1]
	calls.list = append(calls.list, call)
	for unit, takes := range call.rule.units {
		if takes {
			calls.units |= 1 << (unit % 64)
		}
	}
}

// addThemeWord adds a word written as 提案*3; without a star it weighs 1.
func (c *Catalogue) addThemeWord(theme int, entry string) error {
	word, stars, starred := strings.Cut(entry, "*")
	weight := 1
	if starred {
		n, err := strconv.Atoi(stars)
		if err != nil || n < 1 {
			return &Error{Kind: "catalogue-weight", Args: []string{entry}}
		}
		weight = n
	}
	_, at := c.ThemeWords.At(word)
	if n, _ := c.ThemeWords.At(word); n != len(word) {
		c.ThemeHits = append(c.ThemeHits, nil)
		at = len(c.ThemeHits)
		c.ThemeWords.Add(word, at)
	}
	c.ThemeHits[at-1] = append(c.ThemeHits[at-1], ThemeHit{theme, weight})
	return nil
}

// FigureMark stands for the figure itself in a context and in catalogue words.
const FigureMark = "◇"

// Vicinity is what an indicator is read from: the words before and
// behind a figure up to the next one, and the whole clause.
type Vicinity struct {
	Text   string // before + figureMark + behind
	Clause string
	Unit   string
	Label  string
	Around string // the paragraph up to the figure, where it is known
}

// forbids tells a text with a word in it that the indicator does not stand beside.
func (r *indicatorRule) forbids(s string) bool {
	return r.not.In(s) || slices.ContainsFunc(r.notApart, func(parts []string) bool { return inOrder(s, parts) })
}

// inOrder tells that the parts stand in s one behind the other.
func inOrder(s string, parts []string) bool {
	for _, p := range parts {
		_, rest, ok := text.Cut(s, p)
		if !ok {
			return false
		}
		s = rest
	}
	return true
}

// IndicatorOf returns the id of the indicator that the vicinity calls for,
// empty if none truly fits. The word nearest to the figure wins, a longer one
// before a shorter.
func (c *Catalogue) IndicatorOf(s Vicinity) string {
	best := 0
	var chosen *indicatorRule
	unit, ok := c.units[s.Unit]
	if !ok {
		return ""
	}
	at := text.Index(s.Text, FigureMark)
	shared := text.Has(s.Label, "、")
	c.wordStarts.All(s.Text, func(start int, value int) {
		calls := &c.calls[value-1]
		if calls.units>>(unit%64)&1 == 0 {
			return
		}
		for i := range calls.list {
			call := &calls.list[i]
			r := call.rule
			if unit >= len(r.units) || !r.units[unit] {
				continue
			}
			several := len(call.parts) > 1
			p := standing{start, start + len(call.parts[0]), call.length}
			if several {
				var ok bool
				if p, ok = apart(s.Text, call.parts); !ok {
					continue
				}
			}
			score := matchScore(s.Text, p, at, several, !several && shared && strings.HasPrefix(s.Label, call.parts[0]))
			if score < best || score == 0 || score == best && chosen != nil && r.order >= chosen.order {
				continue
			}
			if !r.forbids(s.Text) && (len(r.with.Words()) == 0 || r.with.In(s.Clause)) {
				best, chosen = score, r
			}
		}
	})
	if chosen == nil {
		return ""
	}
	if chosen.yields != "" && chosen.where.In(s.Around) && !chosen.unless.In(s.Text) {
		return chosen.yields
	}
	return chosen.id
}

// A word counts from 1000 down by its distance to the figure, so that the
// nearest wins; its own length breaks the ties that distance leaves.
const (
	nearest      = 1000
	perCharacter = 12
	lengthBonus  = 9
	longestReach = 6 // characters between a figure and the noun it counts
)

// standing is where the parts of a word stand around a figure.
type standing struct {
	start, end int // in bytes, from the first part to the last
	length     int // of the parts, in characters
}

// apart returns where the parts of a word stand in order, the first of them at its
// first place; false if they don't.
func apart(s string, parts []string) (standing, bool) {
	p := standing{start: -1}
	for _, part := range parts {
		i := text.Index(s[p.end:], part)
		if i < 0 {
			return p, false
		}
		if p.start < 0 {
			p.start = p.end + i
		}
		p.end += i + len(part)
		p.length += text.Runes(part)
	}
	return p, true
}

// matchScore rates how well a word stands around the figure at byte at; 0 if it is too
// far off. leading says that it is the first of several that share one figure
// (办复率、满意率均为100%).
func matchScore(s string, p standing, at int, several, leading bool) int {
	distance := 0
	switch {
	case p.start == at && several: // ◇…委员工作室: what is counted follows soon
		if distance = text.Runes(s[at+len(FigureMark):p.end]) - p.length + 1; distance > longestReach {
			return 0
		}
	case p.end <= at:
		distance = text.Runes(s[p.end:at])
	case p.start > at:
		distance = text.Runes(s[at+len(FigureMark) : p.start])
	}
	if leading {
		distance = 0
		p.length++
	}
	return max(nearest-perCharacter*distance+lengthBonus*p.length, 1)
}
