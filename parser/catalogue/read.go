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
		OfOne []string `toml:"of_one"`
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
	c := &Catalogue{Source: sha256.Sum256([]byte(s)), Outlook: file.Outlook, ThemeWords: text.NewMatcher[int](), wordStarts: text.NewMatcher[int](), units: map[string]int{}, within: map[string][]string{}, wholes: map[string]bool{}, stocks: map[string]bool{}, ofOne: map[string]One{}, places: map[string]int{}, themes: map[string]int{}}
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
		for _, name := range in.OfOne {
			one, ok := oneNames[name]
			if !ok {
				return nil, located(&Error{Kind: "catalogue-of-one", Args: []string{in.ID, name}}, s, in.ID)
			}
			c.ofOne[in.ID] |= one
		}
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
