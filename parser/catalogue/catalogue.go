// Package catalogue reads the themes and indicators, with the words that call for
// them, from a TOML file.
package catalogue

import (
	"slices"

	"duidu/model"
	"duidu/parser/text"
)

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
	ofOne      map[string]One      // … to the single matters whose figures are not the year's
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

// One is a set of single matters that a sentence may tell of, in the midst of a year's
// work.
type One uint8

const (
	OneGroup   One = 1 << iota // a group or station of several: 该调研组…
	OneDay                     // 5月12日，…
	OneDeed                    // one that was told before: 这, 那
	OneGiver                   // who gave, named
	OneScene                   // a meeting told as it went
	OneProject                 // one project
	OneThing                   // a thing that has its own figure: 300万元的大棚
)

// oneNames are what a catalogue calls them.
var oneNames = map[string]One{
	"group": OneGroup, "day": OneDay, "deed": OneDeed, "giver": OneGiver, "scene": OneScene, "project": OneProject, "thing": OneThing,
}

// OfOne returns the single matters in whose sentences a figure of the indicator does
// not stand for the year.
func (c *Catalogue) OfOne(id string) One { return c.ofOne[id] }

// Stock tells an indicator of what there is at a time: it covers no years.
func (c *Catalogue) Stock(id string) bool { return c.stocks[id] }
