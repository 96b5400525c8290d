package model_test

import (
	"errors"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
)

func TestACapitalAsksForCapitals(t *testing.T) {
	r := modeltest.Paragraphs("掌上App上线，APP与app同步，ＡＰＰ二期启动。")
	for query, want := range map[string]string{"app": "App APP app ＡＰＰ", "APP": "APP ＡＰＰ", "App": "App"} {
		q, err := model.ParseQuery(query, model.QueryReader{})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, h := range model.Find(r, q) {
			found = append(found, r.Blocks()[h.Block].Text[h.Offset:h.End])
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

func TestAlternativesAreFoundTogetherAndToldApart(t *testing.T) {
	q, err := model.ParseQuery("协商｜次=14 | ", model.QueryReader{Numeral: numeral, Catalogue: modeltest.Catalogue()})
	if err != nil || q.Terms() != 2 {
		t.Fatalf("%d terms, %v", q.Terms(), err)
	}
	r := modeltest.Report(mixed)
	terms := ""
	for i, h := range model.Find(r, q) {
		terms += string(rune('0' + h.Term))
		if i > 2 {
			break
		}
	}
	if terms != "001" {
		t.Errorf("terms found in order: %s", terms)
	}
}

func TestARegularExpressionFindsItsMatchesAndNothingEmpty(t *testing.T) {
	if got := strings.Join(hits(t, `re:满意率[^，。]{0,4}`, model.QueryReader{}), " "); got != "满意率９２．７ 满意率92.7" {
		t.Errorf("found %q", got)
	}
	if got := hits(t, `re:x*`, model.QueryReader{}); len(got) != 0 {
		t.Errorf("found %q", got)
	}
	if _, err := model.ParseQuery("re:(", model.QueryReader{}); !errors.Is(err, model.ErrPattern) {
		t.Errorf("an open bracket: %v", err)
	}
	if _, err := model.ParseQuery("re:", model.QueryReader{}); !errors.Is(err, model.ErrEmptyQuery) {
		t.Errorf("no pattern: %v", err)
	}
}
