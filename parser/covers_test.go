package parser

import (
	"testing"

	"duidu/model"
	"duidu/parser/format"
)

func TestAPeriodCoversItsFirstAndItsLastYear(t *testing.T) {
	period := &model.Period{From: 2020, To: 2023, Years: 4}
	for year, want := range map[int]bool{2019: false, 2020: true, 2021: true, 2023: true, 2024: false, 0: true} {
		if covers(period, year) != want {
			t.Errorf("%d: %v", year, !want)
		}
	}
	if !covers(&model.Period{Years: 5}, 2023) {
		t.Error("a period of unknown years covers none")
	}
}

func TestAUnitIsInTheFirstGroupThatHasIt(t *testing.T) {
	in := model.Indicator{Units: [][]string{{"次", "场"}, {"人", "人次"}}}
	for unit, want := range map[string]int{"次": 0, "场": 0, "人": 1, "人次": 1, "件": 2} {
		if got := unitGroup(in, unit); got != want {
			t.Errorf("%s is in group %d, not %d", unit, got, want)
		}
	}
}

func TestAMailIsKnownByAFieldAtItsVeryBeginning(t *testing.T) {
	page := "Content-Type: text/html; charset=utf-8\r\n\r\n" + string(article("<h1>某县政协工作综述</h1>"+proseOfOurOwn))
	for name, head := range map[string]string{"first": "MIME-Version: 1.0\r\n", "in small letters": "mime-version: 1.0\r\n", "second": "Subject: x\r\nMIME-Version: 1.0\r\n"} {
		if r := parsed(t, New(Options{}), "page", []byte(head+page)); r.Format != format.MHTML {
			t.Errorf("%s: read as %s", name, r.Format)
		}
	}
}
