package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
)

// threeCounties yields reports of three counties, one of them over three years with
// a year missing.
func threeCounties(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
	for i, text := range []string{
		"乙县 2023\n# proposals 提案\n收到提案{90件|收到提案|proposals_received}。",
		"丙县 2023\n# proposals 提案\n收到提案{50件|收到提案|proposals_received}。",
		"甲县 2023\n# proposals 提案\n收到提案{80件|收到提案|proposals_received}。",
		"甲县 2022\n# proposals 提案\n收到提案{70件|收到提案|proposals_received}。",
		"甲县 2020\n# proposals 提案\n收到提案{60件|收到提案|proposals_received}。",
	} {
		r := modeltest.Report(text)
		r.Path = fmt.Sprintf("%d.txt", i)
		yield(r.Path, r, nil)
	}
	return nil
}

func ownRig(t *testing.T, o Options) *rig {
	o.Load, o.Paths, o.Catalogue = threeCounties, []string{"folder"}, modeltest.Catalogue()
	return newRig(t, o, 120, 30)
}

// lineOf is the first row of the screen that shows a text, 0 the topmost.
func (r *rig) lineOf(text string) int {
	r.t.Helper()
	for i, row := range r.screen() {
		if i > 0 && strings.Contains(row, text) {
			return i
		}
	}
	r.t.Fatalf("%q is not on the screen:\n%s", text, r.text())
	return -1
}

func TestTheOwnCountyStandsFirstInTheLibraryAndInTheMatrix(t *testing.T) {
	r := ownRig(t, Options{OwnPlace: "甲县"})
	if own, other := r.lineOf("甲县 本县"), r.lineOf("乙县"); own > other {
		t.Errorf("own county in row %d, another in row %d:\n%s", own, other, r.text())
	}
	r.press("m")
	head := r.screen()[r.lineOf("乙县")]
	if strings.Index(head, "甲县") > strings.Index(head, "乙县") {
		t.Errorf("the own county is not the first column: %s", head)
	}
}

func TestAKeyMakesAPlaceTheOwnCountyAndTheNextStartKnowsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	r := ownRig(t, Options{StatePath: path})
	r.press("down", "O")
	r.shows("丙县 设为本县")
	if own, other := r.lineOf("丙县 本县"), r.lineOf("乙县"); own > other {
		t.Error("it does not stand first")
	}
	if err := r.app.saveNow(); err != nil {
		t.Fatal(err)
	}
	again := ownRig(t, Options{StatePath: path})
	again.shows("丙县 本县")
	again.press("O")
	again.shows("不再有本县")
	again.showsNot(" 本县")
	set := ownRig(t, Options{StatePath: path, OwnPlace: "乙县"})
	set.shows("乙县 本县")
}

func TestKeysOfTheSettingsReplaceThoseOfTheTable(t *testing.T) {
	r := ownRig(t, Options{Keys: "library.sort=o nothing.here=x"})
	r.shows("nothing.here=x")
	r.press("o")
	r.shows("按地区排序")
	r.press("s")
	r.shows("没有按键")
}

func TestACountyStandsAmongItsNeighboursWithItsLastYearAndTheirMedian(t *testing.T) {
	r := ownRig(t, Options{OwnPlace: "甲县"})
	r.press("n")
	r.shows("甲县 2023 在邻县中")
	r.showsLine("收到提案", "70件", "80件", "+10", "70件", "2/3", "乙县 90件")
	r.press("enter")
	r.shows("乙县 2023  90件", "收到提案90件。", "收到提案50件。")
	r.press("esc")
	r.showsNot("收到提案50件。")
	r.press("o")
	r.shows("收到提案80件")
	r.press("esc")
	r.shows("在邻县中")
}

func TestYearsShowTheirGapsInOneCountyAndInAll(t *testing.T) {
	r := ownRig(t, Options{})
	r.press("down", "down", "n", "2")
	r.shows("甲县 历年")
	r.showsLine("2020", "2021", "2022", "2023")
	r.showsLine("收到提案", "60件", "·", "70件", "80件", "▆ ▇█")
	r.press("3")
	r.shows("各地历年 收到提案")
	r.showsLine("乙县", "·", "·", "·", "90件")
	r.showsLine("甲县", "60件", "·", "70件", "80件")
	r.press("left", "left")
	r.press("o")
	r.shows("这一格没有内容")
	r.press("w", "enter")
	r.shows("已写入")
	r.press("2", "1")
	r.shows("在邻县中")
}

func TestACountyWithOneYearHasNoTableOfYearsAndSaysSo(t *testing.T) {
	r := ownRig(t, Options{})
	r.press("n", "2")
	r.shows("只有一个年度")
	r.press("3")
	r.shows("只有一个年度")
	r.press("1")
	r.showsLine("收到提案", "—", "90件", "1/3")
}

func TestRankAndMedianStandBesideTheOwnCountysFigures(t *testing.T) {
	r := ownRig(t, Options{OwnPlace: "甲县"})
	r.press("/", "甲县 2023", "enter", " ", "/", "乙县", "enter", " ", "esc", "c", "2")
	r.showsLine("甲县", "名次 2/3 · 邻县中位 70件")
	r.press("esc", "-", "m")
	r.showsLine("收到提案", "80件", "名次 2/3 · 邻县中位 70件")
	other := ownRig(t, Options{})
	other.press("/", "2023", "enter", "m")
	other.showsNot("邻县中位")
}

func TestTheCountysTableSortsByRankAndFilters(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for i, text := range []string{
			"甲县 2023\n# deliberation 协商\n协商{9次|协商|consultations}。\n# proposals 提案\n收到提案{80件|收到提案|proposals_received}。",
			"乙县 2023\n# deliberation 协商\n协商{12次|协商|consultations}。\n# proposals 提案\n收到提案{50件|收到提案|proposals_received}。",
		} {
			r := modeltest.Report(text)
			r.Path = fmt.Sprintf("%d.txt", i)
			yield(r.Path, r, nil)
		}
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue(), OwnPlace: "甲县"}, 130, 30)
	r.press("n")
	if a, b := r.lineOf("协商活动"), r.lineOf("收到提案"); a > b {
		t.Fatalf("not in the order of the catalogue:\n%s", r.text())
	}
	r.press("s")
	r.shows("按名次排序")
	if a, b := r.lineOf("协商活动"), r.lineOf("收到提案"); b > a {
		t.Errorf("the second place stands first:\n%s", r.text())
	}
	r.press("/", "协商", "enter")
	r.showsNot("收到提案")
	r.press("esc")
	r.shows("收到提案")
}

func TestTheStrongestsValueStaysWhereItsNameIsCut(t *testing.T) {
	load := loadThese(
		modeltest.Report("云岭县 2023\n# proposals 提案\n收到提案{90件|收到提案|proposals_received}。"),
		modeltest.Report("一个名字很长很长的自治县 2022\n# proposals 提案\n收到提案{1234件|收到提案|proposals_received}。"),
	)
	for width := 60; width <= 120; width += 5 {
		r := newRig(t, Options{Load: load, Paths: []string{"r"}, Catalogue: modeltest.Catalogue()}, width, 20)
		r.press("n")
		r.showsLine("收到提案", "90件", "1234件")
	}
}
