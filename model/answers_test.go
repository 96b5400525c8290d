package model_test

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
)

func TestAnAnchorIsBeforeThoseFurtherOnAlone(t *testing.T) {
	here := model.Anchor{Block: 3, Offset: 6}
	for there, before := range map[model.Anchor]bool{
		here:                   false,
		{Block: 3, Offset: 7}:  true,
		{Block: 3, Offset: 5}:  false,
		{Block: 4, Offset: 0}:  true,
		{Block: 2, Offset: 90}: false,
	} {
		if here.Before(there) != before {
			t.Errorf("%v before %v is %v", here, there, !before)
		}
	}
}

func TestWhatStandsInOneTextAloneIsOneChange(t *testing.T) {
	for _, c := range []struct{ text, original, new, old string }{
		{"全年认真协商办理提案五十件", "全年办理提案五十件", "认真协商", ""},
		{"全年办理提案五十件", "全年认真协商办理提案五十件", "", "认真协商"},
		{"走访委员三百人次", "走訪委员三百人次", "访", "訪"},
		{"视察了工业园区两次", "视察两次", "了工业园区", ""},
	} {
		list := model.Changes(c.text, c.original)
		if len(list) != 1 {
			t.Errorf("%s: %v", c.text, list)
			continue
		}
		if n, o := c.text[list[0].Start:list[0].End], c.original[list[0].FromStart:list[0].FromEnd]; n != c.new || o != c.old {
			t.Errorf("%s: %q of %q", c.text, n, o)
		}
	}
}

func TestAFigureWithoutTextIsNoHit(t *testing.T) {
	r := modeltest.Report("山城县 2023\n# proposals 一、提案\n全年立案{126件|立案提案}，并案{9件|并案提案}。")
	query := func() string {
		q, err := model.ParseQuery(">5", model.QueryReader{Numeral: numeral, Catalogue: modeltest.Catalogue()})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, h := range model.Find(r, q) {
			found = append(found, r.Blocks()[h.Block].Text[h.Offset:h.End])
		}
		return strings.Join(found, " ")
	}
	if got := query(); got != "126件 9件" {
		t.Fatalf("found %q", got)
	}
	r.Figures[0].End = r.Figures[0].Start
	if got := query(); got != "9件" {
		t.Errorf("found %q", got)
	}
}

func TestFiguresCompareOverStretchesOfOneLengthAlone(t *testing.T) {
	of := func(years int, text string) *model.Figure {
		return &model.Figure{Period: &model.Period{Text: text, Years: years}}
	}
	for _, c := range []struct {
		f, g *model.Figure
		same bool
	}{
		{&model.Figure{}, &model.Figure{}, true},
		{of(5, "五年来"), of(5, "届内"), true},
		{of(5, "五年来"), of(3, "三年来"), false},
		{of(5, "五年来"), &model.Figure{}, false},
		{of(0, "近年来"), of(0, "近年来"), true},
		{of(0, "近年来"), of(0, "历年"), false},
		{of(0, "近年来"), &model.Figure{}, false},
	} {
		if c.f.SamePeriod(c.g) != c.same || c.g.SamePeriod(c.f) != c.same {
			t.Errorf("%v and %v: want %v", c.f.Period, c.g.Period, c.same)
		}
	}
}

func TestUnitsCompareWithinAGroupAlone(t *testing.T) {
	in := model.Indicator{Units: [][]string{{"次", "场", "场次"}, {"人", "人次"}}}
	for pair, want := range map[[2]string]bool{
		{"次", "次"}: true, {"次", "场"}: true, {"场次", "场"}: true, {"人", "人次"}: true,
		{"次", "人"}: false, {"次", "件"}: false, {"件", "件"}: true,
	} {
		if in.Comparable(pair[0], pair[1]) != want {
			t.Errorf("%v: want %v", pair, want)
		}
	}
}

func TestAReportIsNamedAfterItsPlaceElseItsFile(t *testing.T) {
	for want, s := range map[string]model.Summary{
		"山城县 2023":  {Path: "a/one.txt", Place: "山城县", Year: 2023},
		"a/two.txt": {Path: "a/two.txt", Year: 2023},
	} {
		if got := s.Name(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
