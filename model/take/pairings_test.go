package take_test

import (
	"encoding/json"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/model/take"
)

func place(path string, section ...int) take.Place {
	return take.Place{Path: path, Section: section}
}

func TestAPairingTwiceIsNoneAndTheLatestPartnerCounts(t *testing.T) {
	ab := take.Pairing{A: place("a", 0), B: place("b", 1)}
	ba := take.Pairing{A: ab.B, B: ab.A}
	if got := (take.Pairings{}).Toggle(ab).Toggle(ba); len(got) != 0 {
		t.Errorf("the mirror of a pairing does not part it: %v", got)
	}
	again := take.Pairing{A: place("b", 1), B: place("a", 2)}
	other := take.Pairing{A: place("a", 0), B: place("c", 0)}
	got := take.Pairings{}.Toggle(ab).Toggle(other).Toggle(again)
	if len(got) != 2 || got.Index(ab) >= 0 || got.Index(other) < 0 || got.Index(again) < 0 {
		t.Errorf("kept %v", got)
	}
}

func TestPairedSectionsStandBesideEachOtherInBothDirections(t *testing.T) {
	a := modeltest.Report("甲县 2023\n# leadership 学习\n学习很多。学习很好。\n# unity 联谊\n来访很多。来访很好。")
	b := modeltest.Report("乙县 2023\n# capacity 机关\n机关很多。机关很好。\n# outlook 展望\n明天更好。明天更多。")
	c := compare.Compare(a, b, modeltest.Catalogue())
	at := model.Anchor{Block: 3, Offset: len("来访很多。")}
	if _, ok := take.Pairings(nil).Beside(c, compare.SideA, at); ok {
		t.Fatal("paired without a pairing")
	}
	ps := take.Pairings{}.Toggle(take.Pairing{A: place(a.Path, 1), B: place(b.Path, 0)})
	stored, err := json.Marshal(ps)
	if err != nil {
		t.Fatal(err)
	}
	ps = nil
	if err := json.Unmarshal(stored, &ps); err != nil {
		t.Fatal(err)
	}
	got, ok := ps.Beside(c, compare.SideA, at)
	if want := (model.Anchor{Block: 1, Offset: len("机关很多。")}); !ok || got != want {
		t.Errorf("leads to %v, not %v", got, want)
	}
	if back, ok := ps.Beside(c, compare.SideB, got); !ok || back != at {
		t.Errorf("leads back to %v, not %v", back, at)
	}
	if _, ok := ps.Beside(c, compare.SideB, model.Anchor{Block: 2}); ok {
		t.Error("a section that was not paired is")
	}
	gone := take.Pairings{{A: place(a.Path, 1), B: place(b.Path, 7)}}
	if _, ok := gone.Beside(c, compare.SideA, at); ok {
		t.Error("leads into a section that is no more")
	}
}
