package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/screen"
	"duidu/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

func TestTheWholeLibraryIsSearchedAndReadFromHitToHit(t *testing.T) {
	r := open(t, 120, 40)
	r.press("g/")
	if !strings.HasPrefix(r.footer(), "全库检索：") {
		t.Errorf("footer is %q", r.footer())
	}
	r.press("饮水", "enter")
	r.shows("检索 › 饮水", "16 处 · 3 份报告")
	r.showsLine("清河县 2023", "5 处")
	r.showsLine("白石区 2022", "8 处")
	r.showsLine("用心用情为民", "协助解决饮水、出行")
	r.press("n", "enter")
	r.shows("清河县 2023", "“饮水” 第 2 处，共 5 处")
	r.press("n", "n", "n")
	r.shows("“饮水” 第 5 处，共 5 处")
	r.press("n") // goes on in the next report
	r.shows("白石区 2022", "“饮水” 第 1 处，共 8 处")
	r.press("N") // and back to the last hit of the one before
	r.shows("清河县 2023", "“饮水” 第 5 处，共 5 处")
	r.press("esc")
	r.shows("检索 › 饮水")
	r.press("G", "enter", "n")
	r.shows("后面的报告没有结果了")
	r.press("esc", "esc")
	r.shows("报告库")
}

func TestConditionsAndPatternsWorkOverTheLibrary(t *testing.T) {
	r := open(t, 120, 40)
	r.press("g/", "件>100", "enter")
	for _, row := range r.screen() {
		if strings.Contains(row, "收到提案3件") {
			t.Errorf("3 is not more than 100: %s", row)
		}
	}
	r.showsLine("全年共收到提案", "件")
	r.press("/", "backspace", "backspace", "backspace", "backspace", "backspace", "re:饮水.{0,6}就医", "enter")
	r.shows("16 处 · 3 份报告")
	r.showsLine("饮水、出行、就医")
	r.press("/", "没有的话", "enter")
	r.shows("全库没有找到")
}

func TestResultsFoldToTheCountsOfTheReports(t *testing.T) {
	r := open(t, 120, 40)
	r.press("g/", "饮水", "enter", "Z")
	rows := 0
	for _, row := range r.screen() {
		if strings.Contains(row, "协助解决饮水") {
			rows++
		}
	}
	if rows != 0 {
		t.Errorf("%d hits show", rows)
	}
	r.showsLine("清河县 2023", "5 处")
	r.press("j", "enter") // a folded report opens at its first hit
	r.shows("白石区 2022", "第 1 处，共 8 处")
	r.press("esc", "]", "a")
	r.shows("已摘选：文字")
}

func TestASearchGoesBatchByBatchAndStopsOnEsc(t *testing.T) {
	r := open(t, 120, 30)
	r.press("g/", "饮水")
	_, cmd := r.app.Update(tea.KeyMsg{Type: tea.KeyEnter})
	if cmd == nil {
		t.Fatal("nothing is searched")
	}
	first := cmd()
	r.shows("已查 0 /")
	r.press("esc") // while it is under way
	r.showsNot("报告库  3")
	r.app.Update(first) // comes too late
	r.shows("0 处 · 0 份报告")
	r.press("esc")
	r.shows("报告库")
}

func TestReportsAreGroupedByProvinceAndFold(t *testing.T) {
	r := open(t, 130, 30)
	r.press("p")
	r.showsLine("江南省", "3 份")
	r.showsLine("▸", "清河县") // the cursor stays on its report
	r.press("z")
	r.showsNot("白石区")
	r.showsLine("▸+ 江南省")
	r.press("enter")
	r.shows("白石区")
	r.press("Z")
	r.showsLine("省份不明", "1 份")
	r.showsNot("scan.pdf")
	r.press("p")
	r.shows("scan.pdf", "清河县")
}

func TestAFolderOpenedBeforeIsOpenedAgain(t *testing.T) {
	r := open(t, 110, 30)
	if n := len(r.app.env.Recent()); n != 1 || r.app.env.Recent()[0].Reports != 3 {
		t.Fatalf("remembered %+v", r.app.env.Recent())
	}
	r.app.env.SetRecent(append(r.app.env.Recent(), state.Recent{Paths: []string{"/old/reports"}, Reports: 7}))
	r.press("r")
	r.showsLine("▸ /", "reports", "3 份")
	r.press("j")
	r.showsLine("▸ /old/reports", "7 份")
	r.press("enter")
	r.shows("报告库", "清河县")
	if got := r.app.options.Paths; len(got) != 1 || got[0] != "/old/reports" {
		t.Errorf("read %v", got)
	}
	if got := r.app.env.Recent()[0].Paths[0]; got != "/old/reports" {
		t.Errorf("the latest is %s", got)
	}
}

func TestAReaderOpensAtAHitWithWhatStandsBeforeIt(t *testing.T) {
	r := open(t, 100, 24)
	hit := model.Anchor{Block: 8, Offset: 0}
	r.send(ask.Open{Screen: ask.Reader, Reports: []int{0}, At: hit, Query: "聚力同行"})
	r.shows("“聚力同行” 第 2 处")
	for y, row := range r.screen() {
		if strings.Contains(row, "二、聚力同行") && y > 2 && y < 4 {
			t.Errorf("the hit stands in row %d:\n%s", y, r.text())
		}
	}
}

func BenchmarkSearchOfALargeLibrary(b *testing.B) {
	r := newRig(b, Options{}, 160, 50)
	one := loadedReports(b)
	for i := range 60_000 {
		r.app.env.Reports.Add(screen.Entry{Path: fmt.Sprint(i), Report: one[i%len(one)]})
	}
	for _, query := range []string{"饮水", "没有的话", "件>200", "re:饮水.{0,6}就医"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				r.press("g/", query, "enter")
				r.press("esc")
			}
		})
	}
}

func loadedReports(b *testing.B) []*model.Report {
	var list []*model.Report
	_ = loadLibrary(b.Context(), nil, func(_ string, r *model.Report, _ error) {
		if r != nil {
			list = append(list, r)
		}
	})
	return list
}

func TestTheSameReportFromTwoSitesIsListedOnce(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, path := range []string{"a.txt", "site/a.html"} {
			yield(path, fixture.Report(fixture.Shape{Path: path, Place: "清河县", Year: 2023, Sections: 4, Paragraphs: 3}), nil)
		}
		// another county with the same words, and another year
		yield("b.txt", fixture.Report(fixture.Shape{Path: "b.txt", Place: "白石区", Year: 2023, Sections: 4, Paragraphs: 3}), nil)
		yield("c.txt", fixture.Report(fixture.Shape{Path: "c.txt", Place: "清河县", Year: 2022, Sections: 4, Paragraphs: 3}), nil)
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}}, 110, 24)
	rows := func() (n int) {
		for _, row := range r.screen()[3:23] {
			if strings.Contains(row, "工作综述") {
				n++
			}
		}
		return n
	}
	r.shows("1 份内容重复，已折叠")
	r.showsLine("清河县 +1", "2023")
	if n := rows(); n != 3 {
		t.Errorf("%d reports are listed:\n%s", n, r.text())
	}
	r.press("=")
	if n := rows(); n != 4 {
		t.Errorf("%d reports are listed", n)
	}
	r.showsNot("+1", "已折叠")
}

func TestTheMouseWorksInResultsAndCommands(t *testing.T) {
	r := open(t, 120, 30)
	click := func(y int) {
		r.send(tea.MouseMsg{X: 30, Y: y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	}
	r.press("g/", "饮水", "enter")
	r.send(tea.MouseMsg{X: 30, Y: 8, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if r.app.top().name != ask.Search || !inLine(r.screen(), "▸", "协助解决饮水") {
		t.Errorf("after the wheel:\n%s", r.text())
	}
	click(3) // the first hit
	click(3)
	r.shows("“饮水” 第 1 处，共 5 处")
	r.press("esc", "esc", ":", "按省")
	click(2)
	r.showsLine("江南省", "3 份")
	r.press("r")
	click(3) // the first folder, under the cursor already
	r.shows("清河县")
}
