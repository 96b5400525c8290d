package parser

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/parsertest"
)

// plainReports are the built-in samples and, where they are at hand, the
// published reports, as they are stored.
func plainReports(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"../docs/samples/*.txt", filepath.Join(parsertest.SharedFolder, "reports", "*.txt")} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			texts[p] = string(data)
		}
	}
	return texts
}

// otherNumber changes the last Arabic digit of a figure's text; false when it
// has none.
func otherNumber(s string) (string, bool) {
	i := strings.LastIndexAny(s, "0123456789")
	if i < 0 {
		return "", false
	}
	digit := s[i] + 1
	if s[i] >= '8' {
		digit = s[i] - 1
	}
	return s[:i] + string(digit) + s[i+1:], true
}

// told is what a figure says but for its number.
type told struct {
	Value, Unit, Label, Indicator, Subject string
	Period                                 model.Period
	Of                                     model.Ref
	Each, Plan, Part                       bool
}

func toldBy(f model.Figure) told {
	t := told{Value: f.Value.String(), Unit: f.Unit, Label: f.Label, Indicator: f.Indicator, Subject: f.Subject,
		Of: f.Of, Each: f.Each, Plan: f.Plan, Part: f.Part}
	if f.Period != nil {
		t.Period = *f.Period
	}
	return t
}

// headlinesBut lists the headline figures of all indicators but those that
// figure changed speaks of.
func headlinesBut(figures []model.Figure, changed model.Figure) map[string]int {
	heads := map[string]int{}
	for i, f := range figures {
		if f.Headline && f.Indicator != changed.Indicator && !slices.Contains(changed.Also, f.Indicator) {
			heads[f.Indicator] = i
		}
	}
	return heads
}

func TestAnotherNumberInOneFigureChangesNoOther(t *testing.T) {
	p := New(Options{})
	tried, all := 0, 0
	for path, source := range plainReports(t) {
		before, err := p.Parse(path, []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range before.Figures {
			all++
			at := strings.Index(source, f.Sentence)
			other, ok := otherNumber(f.Text)
			if !ok || at < 0 || strings.Count(source, f.Sentence) != 1 {
				continue // in Chinese numerals, broken over lines, or in traditional script
			}
			at += f.At
			after, err := p.Parse(path, []byte(source[:at]+other+source[at+len(f.Text):]))
			if err != nil {
				t.Fatal(err)
			}
			tried++
			if why := differsBut(before.Figures, after.Figures, i); why != "" {
				t.Errorf("%s: %s for %s in «%s»: %s", filepath.Base(path), other, f.Text, f.Sentence, why)
			}
		}
	}
	if tried*2 < all || tried < 80 {
		t.Errorf("only %d of %d figures could be changed", tried, all)
	}
}

// forgetNamesake allows that a figure loses the indicator that it had from one
// that it says again, 426件提案 from 收到提案426件, once that says another number.
func forgetNamesake(x, y *told, f, changed model.Figure) {
	if y.Indicator == "" && f.Indicator == changed.Indicator && f.Unit == changed.Unit && f.Value.Equal(changed.Value) {
		x.Indicator = ""
	}
}

// differsBut says what differs between two readings besides the value of
// figure i.
func differsBut(before, after []model.Figure, i int) string {
	if len(before) != len(after) {
		return fmt.Sprintf("%d figures instead of %d", len(after), len(before))
	}
	for k := range before {
		x, y := toldBy(before[k]), toldBy(after[k])
		if k == i {
			x.Value, y.Value = "", ""
			x.Each, y.Each = false, false // 分别选派1名 is one for each, 分别联系4个 is not
		}
		forgetNamesake(&x, &y, before[k], before[i])
		if !reflect.DeepEqual(x, y) {
			return fmt.Sprintf("%s was %+v, is %+v", before[k].Text, x, y)
		}
	}
	if x, y := headlinesBut(before, before[i]), headlinesBut(after, before[i]); !maps.Equal(x, y) {
		return fmt.Sprintf("headlines were %v, are %v", x, y)
	}
	return ""
}

// otherNumbers gives every run of Arabic digits in a sentence other digits by
// chance, as many, the first no 0; years, ordinals and what is written between
// brackets stay, since they are no amounts.
func otherNumbers(random *rand.Rand, sentence string, figures []model.Figure) string {
	b := []byte(sentence)
	for _, f := range figures {
		for i := f.At; i < f.At+len(f.Text); i++ {
			if b[i] < '0' || b[i] > '9' {
				continue
			}
			first := i == f.At || b[i-1] < '0' || b[i-1] > '9'
			if b[i] = byte('0' + random.IntN(10)); first && b[i] == '0' {
				b[i] = '1'
			}
		}
	}
	return string(b)
}

func TestOtherNumbersInOneSentenceChangeNoOther(t *testing.T) {
	p := New(Options{})
	random := rand.New(rand.NewPCG(5, 6))
	tried := 0
	texts := plainReports(t)
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		source := texts[path]
		before, err := p.Parse(path, []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		for from, to := 0, 0; from < len(before.Figures); from = to {
			f := before.Figures[from]
			for to = from + 1; to < len(before.Figures) && before.Figures[to].Sentence == f.Sentence; to++ {
			}
			other := otherNumbers(random, f.Sentence, before.Figures[from:to])
			if other == f.Sentence || strings.Count(source, f.Sentence) != 1 {
				continue // in Chinese numerals, broken over lines, or in traditional script
			}
			after, err := p.Parse(path, []byte(strings.Replace(source, f.Sentence, other, 1)))
			if err != nil {
				t.Fatal(err)
			}
			if sameByChance(after.Figures, from, to) {
				continue // 138个 twice: the one may well be the other said again
			}
			tried++
			if why := othersDiffer(before.Figures, after.Figures, from, to); why != "" {
				t.Errorf("%s: «%s» for «%s»: %s", filepath.Base(path), other, f.Sentence, why)
			}
		}
	}
	t.Logf("%d sentences", tried)
	if tried < 30 {
		t.Errorf("only %d sentences could be changed", tried)
	}
}

// sameByChance tells that a figure of one sentence has the value of another one elsewhere, a
// value that no two things are taken to have by chance.
func sameByChance(figures []model.Figure, from, to int) bool {
	for i := from; i < min(to, len(figures)); i++ {
		for k := range figures {
			if (k < from || k >= to) && figures[k].Value.Equal(figures[i].Value) && figures[k].Value.GreaterThanOrEqual(decimal.NewFromInt(30)) {
				return true
			}
		}
	}
	return false
}

// othersDiffer says what differs between two readings outside the figures of
// one sentence.
func othersDiffer(before, after []model.Figure, from, to int) string {
	if len(before) != len(after) {
		return fmt.Sprintf("%d figures instead of %d", len(after), len(before))
	}
	for k := range before {
		x, y := toldBy(before[k]), toldBy(after[k])
		for i := from; i < to; i++ {
			forgetNamesake(&x, &y, before[k], before[i])
		}
		if (k < from || k >= to) && !reflect.DeepEqual(x, y) {
			return fmt.Sprintf("%s was %+v, is %+v", before[k].Text, x, y)
		}
	}
	return ""
}
