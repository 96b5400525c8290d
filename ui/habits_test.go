package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/fixture"
)

// manyReports are reports of several provinces, one a year.
func manyReports(n int) Loader {
	return func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for i := range n {
			r := fixture.Report(fixture.Shape{
				Path: fmt.Sprintf("r/%02d.txt", i), Place: fmt.Sprintf("第%d县", i), Province: []string{"上海市", "吉林省", "北京市", "湖南省"}[i%4],
				City: "某市", Year: 2020 + i%4, Sections: 2, Paragraphs: 1,
			})
			r.Kind = "国民经济和社会发展计划执行情况报告"
			yield(r.Path, r, nil)
		}
		return nil
	}
}

func TestAPairFromTheCommandLineLeavesNoMarks(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	t.Chdir(home)
	r := newRigHere(t, Options{Load: loadOf(2), Paths: []string{"a", "b"}, StatePath: path}, 120, 30)
	r.shows("⇄")
	if _, ok := r.app.saveNow(), true; !ok || len(r.app.env.Reports.Marked()) != 0 {
		t.Errorf("%d marked", len(r.app.env.Reports.Marked()))
	}
	next := newRigHere(t, Options{Load: loadLibrary, Paths: []string{"reports"}, StatePath: path}, 120, 30)
	next.press("m")
	next.shows("× 3 份")
}

func TestTheTitleCountsTheMarksAndKeysMarkAllAndNone(t *testing.T) {
	r := newRig(t, Options{Load: manyReports(40), Paths: []string{"r"}}, 110, 20)
	r.press(" ", " ")
	r.shows("●已标记 2")
	r.press("-")
	r.shows("标记已全部取消")
	r.showsNot("已标记")
	r.press("/", "湖南", "enter", "+")
	r.shows("已标记 10 份")
	r.press("esc")
	r.shows("●已标记 10")
	r.press("m")
	r.shows("× 10 份")
}

func TestTheMatrixIsOverWhatTheFilterLeaves(t *testing.T) {
	r := newRig(t, Options{Load: manyReports(40), Paths: []string{"r"}}, 110, 20)
	r.press("/", "湖南", "enter", "m")
	r.shows("× 10 份")
	r.press("esc", "esc", "/", "没有的地方", "enter", "m")
	r.shows("多地比较至少要两份报告")
}

func TestTheLibrarySaysWhereInTheListOneIs(t *testing.T) {
	r := newRig(t, Options{Load: manyReports(40), Paths: []string{"r"}}, 80, 24)
	r.shows("第 1 / 40 行", "▐")
	r.press("G")
	r.shows("第 40 / 40 行")
	rows := r.screen()
	if !strings.HasSuffix(rows[22], "▐") {
		t.Errorf("the bar is not at its end:\n%s", r.text())
	}
}

func TestTheOrderIsSeenAndTurnsRound(t *testing.T) {
	r := newRig(t, Options{Load: manyReports(8), Paths: []string{"r"}}, 110, 20)
	r.press("s") // by place: as the administrative codes are
	r.showsLine("地区↑")
	var order []string
	for _, row := range r.screen()[3:11] {
		for _, p := range []string{"北京", "上海", "吉林", "湖南"} {
			if strings.Contains(row, p) && (len(order) == 0 || order[len(order)-1] != p) {
				order = append(order, p)
			}
		}
	}
	if got := strings.Join(order, " "); got != "北京 吉林 上海 湖南" {
		t.Errorf("provinces stand as %s", got)
	}
	r.press("s")
	r.showsLine("年度↓")
	r.press("S")
	r.showsLine("年度↑")
	if first := r.screen()[3]; !strings.Contains(first, "2020") {
		t.Errorf("the first is now %s", first)
	}
	r.shows("按年度倒序")
}

func TestTheKindIsWholeWhereThereIsRoom(t *testing.T) {
	r := newRig(t, Options{Load: manyReports(4), Paths: []string{"r"}}, 200, 20)
	r.showsLine("国民经济和社会发展计划执行情况")
}

func TestAFileThatCouldNotBeReadIsNamedOnceAndStandsInLine(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		yield("folder/a.txt", fixture.Library()[0], nil)
		yield("folder/旧.doc", nil, errors.New("无法读取 folder/旧.doc：请另存为 DOCX"))
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}}, 100, 24)
	r.press("j")
	r.showsLine("▸✗ 旧.doc  未能读取: 请另存为 DOCX")
}

func TestTypingInAFilterReplacesWhatIsThere(t *testing.T) {
	r := open(t, 120, 30)
	r.press("/", "白石", "enter", "/", "清河")
	r.showsLine("清河县")
	r.shows("筛选“清河”")
	r.press("esc", " ", "j", " ", "c", "2", "/", "没有", "enter", "/", "协商", "enter")
	r.shows("筛选“协商”")
	if r.app.top().name != ask.Compare {
		t.Errorf("on %s", r.app.top().name)
	}
}
