package parser

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/parsertest"
)

var listMisses = flag.Bool("misses", false, "list what the accuracy test finds amiss")

// gold is what people read from a report; docs/accuracy.md says how.
type gold struct {
	File, Title, Place, City, Province, Script string
	Year, Term, Session                        int
	Headings                                   []struct{ Title, Theme string }
	Captions                                   []string
	Broken                                     []string `json:"broken_paragraphs"` // ends of two halves, a | between
	Duplicates, Gaps                           []string
	Figures                                    []model.Figure
	Alignments                                 []struct {
		Theme    string
		Sentence string `json:"sentence_start"`
	}
}

// floors stand a little below what is measured (docs/accuracy.md), so that a
// change for the worse fails. Raise them with the parser.
var floors = map[string]map[string]float64{
	"digests": {"figures": .99, "strict": .96, "qualifier": .99, "indicator": .97, "each, plan": .98, "label": .89,
		"headings": .95, "theme": .88, "sentences": .84, "captions": .9, "joints": 1, "head": 1},
	"passages": {"figures": .99, "strict": .92, "qualifier": .99, "indicator": .92, "each, plan": .98, "label": .81},
	"reports": {"figures": .99, "strict": .98, "qualifier": .99, "indicator": .98, "each, plan": .99, "label": .925,
		"headings": .98, "theme": .97, "captions": 1, "joints": 1, "notices": 1, "head": 1},
	"whole texts": {"figures": .99, "strict": .97, "qualifier": .99, "indicator": .97, "each": .95, "plan": .97, "label": .905,
		"headline": .97, "span": .85, "part of": .92},
	"contact": {"figures": .98, "strict": .95, "qualifier": .99, "indicator": .96, "each": .9, "plan": .86, "label": .87,
		"headline": .94, "span": .9, "part of": .85},
	"untouched": {"figures": .99, "strict": .92, "headline": .83, "plan": .68, "span": .7, "part of": .76, "label": .835},
	"second": {"figures": .985, "strict": .93, "qualifier": .98, "indicator": .945, "each": .97, "plan": .93, "label": .86,
		"headline": .84, "span": .86, "part of": .78},
	"second untouched": {"figures": .99, "strict": .905, "headline": .6, "span": .67, "part of": .59, "plan": .9, "label": .87},
	"numerals":         {"qualifier": .98, "cases": .97},
}

func TestAccuracyStaysAboveItsFloors(t *testing.T) {
	p := New(Options{})
	own := []scorer{
		scoreReports(t, p, "digests", "testdata/gold/*-*.json", "../docs/samples/%s.txt"),
		scorePassages(t, p, "passages", "testdata/gold/passages.json"),
		scoreContact(t, p, "whole texts", "testdata/contact/seen/gold/whole/*.json", "testdata/contact/seen/whole/%s.txt"),
		scoreContact(t, p, "contact", "testdata/contact/seen/gold/passages/*.json", "testdata/contact/seen/passages/%s.txt"),
		scoreContact(t, p, "untouched", "testdata/contact/untouched/gold/passages/*.json", "testdata/contact/untouched/passages/%s.txt"),
		scoreContact(t, p, "second", "testdata/second/seen/gold/passages/*.json", "testdata/second/seen/passages/%s.txt"),
		scoreContact(t, p, "second untouched", "testdata/second/untouched/gold/passages/*.json", "testdata/second/untouched/passages/%s.txt"),
	}
	outside := []scorer{
		scoreReports(t, p, "reports", parsertest.SharedFolder+"/gold/*.json", parsertest.SharedFolder+"/reports/%s*.txt"),
		scoreNumerals(t, p, "numerals", parsertest.SharedFolder+"/cases/numerals.jsonl"),
	}
	if !parsertest.HaveShared() {
		outside = nil // these texts do not lie here
	}
	sets := append(own, outside...)
	table := [][]string{append([]string{""}, measures...)}
	for _, s := range sets {
		if len(s.tallies) == 0 {
			t.Errorf("%s: no text has been read; is its gold where it was?", s.name)
			continue
		}
		for m := range floors[s.name] {
			if !slices.Contains(measures, m) {
				t.Errorf("%s: %q is no measure", s.name, m)
			}
		}
		column := []string{s.name}
		for _, m := range measures {
			column = append(column, s.tallies[m].String())
			floor, wanted := floors[s.name][m]
			switch got, counted := s.tallies[m].f1(); {
			case wanted && !counted:
				t.Errorf("%s: %s has a floor, but nobody annotated it", s.name, m)
			case got < floor:
				t.Errorf("%s: %s %.3f, want at least %.3f", s.name, m, got, floor)
			}
		}
		table = append(table, column)
	}
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for row := range table[0] {
		for _, column := range table {
			fmt.Fprint(w, column[row], "\t")
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	t.Log("\n" + b.String())
}

// scoreReports parses the report of every gold file that matches pattern;
// reports says where it lies, %s being its name.
func scoreReports(t *testing.T, p *Parser, set, pattern, reports string) scorer {
	s := newScorer(t, set)
	paths, _ := filepath.Glob(pattern)
	for _, path := range paths {
		var g gold
		if err := json.Unmarshal(contents(t, path), &g); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		r, err := p.Parse(stdinPath, contents(t, fmt.Sprintf(reports, g.File)))
		if err != nil {
			t.Fatal(err)
		}
		s.report(g, r)
	}
	return s
}

func scorePassages(t *testing.T, p *Parser, set, path string) scorer {
	s := newScorer(t, set)
	var passages []struct {
		Text    string
		Figures []model.Figure
	}
	if err := json.Unmarshal(contents(t, path), &passages); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for _, g := range passages {
		s.figures(g.Text, g.Figures, p.Line(g.Text))
	}
	return s
}

// numeralCase is a line of the suite: one quantity, or none, that its input
// holds beside others.
type numeralCase struct {
	Input, Text, Value, Unit, Kind, Qual string
	High                                 string `json:"value_hi"`
	Flags                                []string
}

// scoreNumerals leaves out the cases that no work report would hold.
func scoreNumerals(t *testing.T, p *Parser, set, path string) scorer {
	s := newScorer(t, set)
	if _, err := os.Stat(path); err != nil {
		return s
	}
	for raw := range strings.Lines(string(contents(t, path))) {
		var c numeralCase
		if err := json.Unmarshal([]byte(raw), &c); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		line := strings.TrimSpace(c.Input)
		length := len([]rune(line))
		if c.odd() || strings.Contains(line, "\n") || length > 200 {
			continue
		}
		switch c.Kind {
		case "cardinal_chinese", "cardinal_arabic", "cardinal_mixed": // a bare number is given a classifier
			if line == c.Text {
				s.quantity(c.figure(c.Value, "件", c.Qual), line+"件", p.Line(line+"件"))
			}
		case "negative", "ordinal", "invalid":
			if got := p.Line(line); c.Text == "" && length <= 40 {
				s.right("cases", len(got) == 0, "%s: wanted none, got %v", line, keys(got))
			}
		case "count", "approx", "bound", "percent", "points", "cheng", "money", "measure", "range", "duration":
			if c.Unit == "" || c.Value == "" {
				continue
			}
			s.quantity(c.figure(c.Value, c.Unit, c.Qual), line, p.Line(line))
			if c.High != "" {
				s.quantity(c.figure(c.High, c.Unit, "exact"), line, p.Line(line))
			}
		}
	}
	return s
}

func (c numeralCase) odd() bool {
	for _, f := range c.Flags {
		switch f, _, _ = strings.Cut(f, ":"); f {
		case "neg", "spaced", "trad", "zhao", "long", "colloq", "note":
			return true
		}
	}
	return false
}

func (c numeralCase) figure(value, unit, qualifier string) model.Figure {
	return model.Figure{Value: decimal.RequireFromString(strings.ReplaceAll(value, ",", "")), Unit: unit, Qualifier: model.Qualifier(qualifier)}
}

// contents reads the one file that matches pattern.
func contents(t *testing.T, pattern string) []byte {
	t.Helper()
	paths, _ := filepath.Glob(pattern)
	if len(paths) != 1 {
		t.Fatalf("%s: %d files match", pattern, len(paths))
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}
