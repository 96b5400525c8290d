package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/screen"

	tea "github.com/charmbracelet/bubbletea"
)

func TestAClerkFindsHerNeighbourAndReadsIt(t *testing.T) {
	r := open(t, 110, 30)
	r.shows("报告库", "3 份 · 3 个地区", "1 个文件未能读取")
	r.showsLine("清河县", "江南省 云川市", "2023")
	r.showsLine("scan.pdf", "未能读取", "扫描件没有文字层")
	r.press("/", "白石")
	r.showsLine("白石区", "繁")
	r.showsNot("清河县")
	r.press("enter")
	r.shows("筛选“白石”：1 份")
	r.press("enter")
	r.shows("白石区 2022", "目录", "凝聚共识 书写履职新篇", "——白石区政协2022年工作综述")
	r.press("f")
	r.showsLine("协商活动", "协商议政", "数据 1/")
	r.showsLine("3次")
	r.press("f", "f")
	r.showsLine("余条", "多于")
	r.press("esc")
	r.showsNot("数据 1/")
	r.press("esc", "esc")
	r.shows("报告库", "清河县")
}

func TestComparingTakesExactlyTwoMarkedReports(t *testing.T) {
	r := open(t, 120, 30)
	r.press("c")
	r.shows("现已标记 0 份")
	r.press(" ", " ", " ", "c")
	r.shows("现已标记 3 份")
	r.press("k", " ") // takes a mark off again
	if n := len(r.app.env.Reports.Marked()); n != 2 {
		t.Fatalf("%d marked", n)
	}
	var asked ask.Open
	cmd := lookup(r.app.top().actions, "c").Do()
	asked, _ = cmd().(ask.Open)
	if asked.Screen != ask.Compare || len(asked.Reports) != 2 {
		t.Errorf("asked for %+v", asked)
	}
}

func TestSortingSaysWhatItSortsByAndKeepsTheCursorOnItsReport(t *testing.T) {
	r := open(t, 110, 30)
	r.press("j") // 白石区
	for _, name := range []string{"地区", "年度", "字数", "数据", "提示", "读入先后"} {
		r.press("s")
		if !strings.Contains(r.footer(), "按"+name+"排序") {
			t.Errorf("footer says %q", r.footer())
		}
		r.showsLine("▸", "白石区")
	}
}

func TestReadingKeysWalkThroughTheText(t *testing.T) {
	r := open(t, 110, 24)
	r.press("enter", "G")
	r.shows("100%")
	r.press("g")
	r.shows("凝聚共识 书写履职新篇")
	r.press(" ")
	r.showsNot("凝聚共识 书写履职新篇")
	r.press("b")
	r.shows("凝聚共识 书写履职新篇")
	r.press("]")
	r.shows("› 一、聚力同行 担当尽责")
	r.press("]", "]")
	r.shows("› 二、聚力同行 担当尽责")
	r.press("j", "[")
	r.shows("› 二、聚力同行 担当尽责")
	r.press("[")
	r.shows("› 用心用情为民")
}

func TestASearchCountsItsHitsAndSaysWhenThereAreNone(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "n")
	r.shows("还没有检索")
	r.press("/", "提案")
	if !strings.HasPrefix(r.footer(), "/提案") {
		t.Errorf("the prompt is not at the left end of the last line: %q", r.footer())
	}
	r.press("enter")
	r.shows("“提案” 第 1 处，共 ")
	r.press("n")
	r.shows("“提案” 第 2 处，共 ")
	r.press("N", "?", "没有的话", "enter")
	r.shows("没有找到“没有的话”")
	r.press("esc")
	r.shows("清河县 2023") // the search is gone, the reader is not
}

func TestEnterInTheOutlineJumps(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "tab", "j", "j", "j", "enter")
	r.shows("› 二、聚力同行 担当尽责")
}

func TestANarrowTerminalShowsOnePartAtATime(t *testing.T) {
	r := open(t, 60, 24)
	r.press("enter")
	r.showsNot("目录 ")
	r.press("tab")
	r.shows("目录")
	r.showsNot("紧扣中心")
	r.press("tab")
	r.shows("紧扣中心")
}

func TestTheOriginalIsShownAtTheSamePlace(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "o")
	r.shows("原文与显示的文字相同")
	r.press("esc", "j", "enter")
	r.shows("县政协常委会团结带领")
	r.press("o")
	r.shows("[原文]", "縣政協常委會團結帶領")
	r.press("f")
	r.shows("原文中不标数据")
	r.press("o")
	r.shows("县政协常委会团结带领")
}

func TestNoticesAreListedAndLeadToTheirPlace(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "i")
	r.shows("提示 1 条", "句子没有写完")
	r.showsLine("▸", "文字缺失", "1")
	r.press("j", "enter")
	r.shows("› 一、聚力同行 担当尽责")
	r.press("esc")
	r.shows("目录")
}

func TestAFigureOutOfViewIsNotWhatAKeyIsMeantFor(t *testing.T) {
	r := open(t, 120, 14)
	r.press("enter", "f", "a")
	r.shows("摘选 1")
	r.press("G", "a") // the section in view, not the figure left behind
	r.shows("摘选 2")
}

func TestWhatIsSelectedTwiceIsTakenOutAgain(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "f", "a")
	r.shows("已摘选：数据 3次", "摘选 1")
	r.press("A")
	r.shows("已摘选：文字", "摘选 2")
	r.press("a")
	r.shows("已取消摘选：数据 3次", "摘选 1")
	r.press("esc", "a")
	r.shows("已摘选：章节", "摘选 2")
}

func TestEscGoesOneLevelBackAndNeverQuits(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "tab", "f", "/", "提案", "enter", "i", "f1")
	for range 12 {
		r.press("esc")
	}
	r.shows("报告库")
}

// loadOf yields the first n fixtures, each for a path of its own.
func loadOf(n int) Loader {
	return func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, r := range fixture.Library()[:n] {
			yield(r.Path, r, nil)
		}
		return nil
	}
}

func TestOnePathThatIsAReportOpensItsReader(t *testing.T) {
	r := newRig(t, Options{Load: loadOf(1), Paths: []string{"a"}}, 100, 24)
	r.shows("清河县 2023")
	folder := newRig(t, Options{Load: loadOf(3), Paths: []string{"folder"}}, 100, 24)
	folder.shows("报告库")
	two := newRig(t, Options{Load: loadOf(2), Paths: []string{"a", "b"}}, 100, 24)
	if marked := two.app.env.Reports.Marked(); len(marked) != 0 {
		t.Errorf("two paths: %d marked", len(marked))
	}
}

func TestTheFirstFrameDoesNotWaitForTheReports(t *testing.T) {
	wait := make(chan struct{})
	load := func(ctx context.Context, _ []string, yield func(string, *model.Report, error)) error {
		<-wait
		return errors.New("磁盘已满")
	}
	a := newApp(t.Context(), Options{Load: load, Catalogue: fixture.Catalogue()}, plainTerminal())
	cmd := a.Init()
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if !strings.Contains(a.View(), "正在读取") {
		t.Errorf("first frame:\n%s", a.View())
	}
	close(wait)
	a.Update(cmd())
	if !strings.Contains(a.View(), "读取中断：磁盘已满") {
		t.Errorf("last frame:\n%s", a.View())
	}
}

func TestAResultOfAnOldLoadIsDropped(t *testing.T) {
	r := open(t, 100, 24)
	before := len(r.app.env.Reports.List)
	late := []screen.Entry{{Path: "late.txt", Report: fixture.Library()[0]}}
	r.send(loaded{era: 99, entries: late})
	r.send(loaded{era: r.app.feed.era, entries: late, done: true}) // that era is over
	if len(r.app.env.Reports.List) != before {
		t.Error("the library changed")
	}
}

func TestEnglishScreensHaveEnglishTexts(t *testing.T) {
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Lang: "en"}, 120, 30)
	r.shows("Library", "3 reports · 3 places", "Enter read", "F1 help")
	r.press("enter", "f")
	r.shows("Outline", "figure 1/", "consultations")
}

func TestTheMouseClicksAndScrolls(t *testing.T) {
	r := open(t, 120, 30)
	r.send(tea.MouseMsg{X: 5, Y: 4, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	r.showsLine("▸", "白石区")
	r.send(tea.MouseMsg{X: 5, Y: 4, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	r.shows("白石区 2022")
	top := r.text()
	r.send(tea.MouseMsg{X: 80, Y: 10, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	if r.text() == top {
		t.Error("the wheel does not scroll")
	}
}

func TestSentencesAreSelectedByKeys(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "f", "v")
	r.shows("增减语句")
	selected := func() string {
		r.press("a")
		items := r.app.env.Selection().Items
		if len(items) == 0 {
			t.Fatal("nothing selected")
		}
		text := items[len(items)-1].Text
		r.press("a")
		return text
	}
	one := selected()
	if !strings.Contains(one, "3次") || strings.Count(one, "。") != 1 {
		t.Errorf("selected %q", one)
	}
	r.press("j", "j")
	if got := selected(); !strings.HasPrefix(got, one) || strings.Count(got, "。")+strings.Count(got, "……") < 3 {
		t.Errorf("two more: %q", got)
	}
	r.press("k", "k", "k", "k")
	if got := selected(); got != one {
		t.Errorf("back to %q", got)
	}
	r.press("esc", "a")
	if k := r.app.env.Selection().Items[0].Kind; k != take.ItemFigure {
		t.Errorf("after Esc a selects a %s", k)
	}
}

func TestDraggingSelectsWithinTheText(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter")
	y := -1
	for i, row := range r.screen() {
		if strings.Contains(row, "围绕“一河两岸”综合治理") && y < 0 {
			y = i
		}
	}
	x := r.app.env.Cell.Width(r.screen()[y][:strings.Index(r.screen()[y], "综合治理")])
	mouse := func(x int, a tea.MouseAction) {
		r.send(tea.MouseMsg{X: x, Y: y, Button: tea.MouseButtonLeft, Action: a})
	}
	mouse(x, tea.MouseActionPress)
	mouse(x+7, tea.MouseActionMotion)
	mouse(x+7, tea.MouseActionRelease)
	r.press("a")
	if items := r.app.env.Selection().Items; len(items) != 1 || items[0].Text != "综合治理" {
		t.Errorf("selected %+v", items)
	}
	mouse(x+7, tea.MouseActionPress) // and backward
	mouse(x+2, tea.MouseActionMotion)
	r.press("a")
	if items := r.app.env.Selection().Items; len(items) != 2 || items[1].Text != "合治理" {
		t.Errorf("selected %+v", items)
	}
}

func TestNoScreenOpensByItselfOnceTheUserHasPressedAKey(t *testing.T) {
	a := newApp(t.Context(), Options{Load: loadOf(1), Paths: []string{"a"}, Catalogue: fixture.Catalogue()}, plainTerminal())
	cmd := a.Init()
	a.Update(tea.KeyMsg{Type: tea.KeyDown})
	_, next := a.Update(cmd())
	if next != nil {
		if m, ok := next().(ask.Open); ok {
			t.Errorf("opened %+v", m)
		}
	}
}

func TestAnOldTimerEndsNoNewMessage(t *testing.T) {
	r := open(t, 100, 24)
	r.press("s")
	old := r.app.status.id
	r.press("s")
	r.send(expired{old})
	r.shows("按年度排序")
	r.send(expired{r.app.status.id})
	r.showsNot("按年度排序")
}

func TestFilesThatCouldNotBeReadComeLast(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		yield("broken.doc", nil, errors.New("旧版 Word 文件"))
		yield("a.txt", fixture.Library()[0], nil)
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}}, 100, 24)
	rows := r.screen()
	if !strings.Contains(rows[3], "清河县") || !strings.Contains(rows[4], "broken.doc") {
		t.Errorf("order:\n%s", r.text())
	}
	r.press("j", "enter")
	r.shows("光标处没有可读的报告")
}

func TestTheCurrentFigureIsNeverHiddenByItsCard(t *testing.T) {
	check := func(r *rig, f model.Figure) {
		t.Helper()
		text := strings.Join(r.screen()[2:], "")
		text, _, _ = strings.Cut(text, "───") // the card begins with a rule
		text = strings.NewReplacer(" ", "", "▐", "").Replace(text)
		if !strings.Contains(text, f.Text) {
			t.Fatalf("%s does not show:\n%s", f.Text, r.text())
		}
	}
	figures := fixture.Library()[0].Figures
	for h := 10; h < 30; h++ { // the card takes its rows with the first figure
		r := open(t, 60, h)
		r.press("enter", "f")
		check(r, figures[0])
	}
	r := open(t, 60, 17)
	r.press("enter")
	for _, f := range figures {
		r.press("f")
		check(r, f)
	}
	r.press("f")
	r.shows("后面没有数据了")
}

func TestAReaderOpensWhereItIsAskedTo(t *testing.T) {
	r := open(t, 100, 24)
	r.send(ask.Open{Screen: ask.Reader, Reports: []int{0}, At: model.Anchor{Block: 8}})
	r.shows("› 二、聚力同行 担当尽责")
	if got := fixture.Library()[0].Blocks()[8].Text; !strings.Contains(got, "二、") {
		t.Fatalf("block 8 is %q", got)
	}
}

func TestKeysThatComeAtOnceAreKeysOneByOne(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "ffF")
	r.shows("数据 1/")
	r.press("ff/提案")
	if !strings.HasPrefix(r.footer(), "/提案") {
		t.Errorf("the prompt holds %q", r.footer())
	}
}
