package parser

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/parser/format/ofdtest"
	"duidu/parser/parsertest"
	"duidu/parser/text"
)

// typeset is a text as an office sets it: its title and its headings in type
// of their own, its paragraphs indented by the program.
func typeset(r *model.Report, text string) []ofdtest.Paragraph {
	levels := map[string]int{closed(r.Title): 1}
	r.Walk(func(at model.Path, s *model.Section) {
		if s.Title != "" {
			levels[closed(s.Title)] = min(1+len(at), 3)
		}
	})
	var out []ofdtest.Paragraph
	for _, line := range paragraphsOf(text) {
		line = strings.TrimFunc(line, func(c rune) bool { return c == ' ' || c == '　' || c == '\t' || c == '\u00a0' })
		out = append(out, ofdtest.Paragraph{Text: line, Level: levels[closed(line)]})
	}
	return out
}

func closed(s string) string { return text.CloseUp(strings.TrimSpace(s)) }

// strangerWords stand around the text in some of the files.
const strangerWords = "公文汇编 内部资料 市水务局印章"

// The writer of these files follows the standard and has not seen the reader.
func TestOFDFilesOfAnotherHandReadAsTheirText(t *testing.T) {
	p := New(Options{})
	texts := parsertest.CorpusFiles(t, "reports/*.txt")
	for name, text := range parsertest.CorpusFiles(t, "whole/*.txt") {
		texts[name] = text
	}
	names := slices.Sorted(maps.Keys(texts))
	variants := ofdtest.Variants()
	variants["all in one type"] = variants["plain"]
	for v, variant := range slices.Sorted(maps.Keys(variants)) {
		var sum agreement
		n := 0.0
		for i, name := range names {
			every := 3 // a third of the texts in each of the many forms
			if !modeltest.Thorough() {
				every = 12
			} else if variant == "plain" || variant == "scattered" || variant == "converted from PDF" {
				every = 1
			}
			if (i+v)%every > 0 {
				continue
			}
			body := parsed(t, p, name, []byte(texts[name]))
			paragraphs := typeset(body, texts[name])
			if variant == "all in one type" {
				for k := range paragraphs {
					paragraphs[k].Level = 0
				}
			}
			other := parsed(t, p, name+".ofd", ofdtest.File(paragraphs, variants[variant]))
			a := compareReadings(body, other)
			if a.figures < 0.99 {
				t.Errorf("%s, %s: %+v", variant, name, a)
			}
			for _, b := range other.Blocks() {
				for word := range strings.FieldsSeq(strangerWords) {
					if strings.Contains(b.Text, word) {
						t.Errorf("%s, %s: %s stands in the text: %s", variant, name, word, b.Text)
					}
				}
			}
			sum.figures, sum.headings, sum.captions, n = sum.figures+a.figures, sum.headings+a.headings, sum.captions+a.captions, n+1
		}
		t.Logf("%-24s figures %.4f headings %.4f captions %.4f", variant, sum.figures/n, sum.headings/n, sum.captions/n)
		if sum.headings/n < 0.97 && variants[variant].More == nil { // which has one more
			t.Errorf("%s: headings %.4f", variant, sum.headings/n)
		}
	}
}

func TestATableOfAnotherHandGivesTheSameFigures(t *testing.T) {
	p := New(Options{})
	want := parsed(t, p, "docx", tableForms["docx"](t)).Figures
	for variant, o := range ofdtest.Variants() {
		got := parsed(t, p, "a.ofd", ofdtest.File([]ofdtest.Paragraph{{Text: "提案办理情况", Level: 2}, {Rows: numbers}}, o)).Figures
		if !slices.EqualFunc(got, want, func(a, b model.Figure) bool {
			return a.Value.Equal(b.Value) && a.Unit == b.Unit && a.Label == b.Label
		}) {
			t.Errorf("%s: %d figures of %d", variant, len(got), len(want))
			for _, f := range got {
				t.Log(f.Value, f.Unit, f.Label)
			}
		}
	}
}
