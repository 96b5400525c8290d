package ui

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/ui/ask"
)

// Two counties that cut their reports differently: what the first one says
// on supervision is part of a section on consultation.
const (
	hillCounty = `云岭县 2023
# leadership 一、把牢政治方向
党组把学习摆在首位，召开{13次|党组会议|party_group_meetings}会议，专题学习贯穿全年。
# deliberation 二、围绕中心建言
聚焦产业发展深入调研，开展{14次|专题协商|consultations}专题协商。建言受到重视，各方反响良好。
<supervision>派出监督小组盯住河道治理，委员进村入户发现问题。整改情况逐条回访，群众看得见变化。
# livelihood 三、情系群众
设在村口的工作室开门议事，全年活动{180余次|工作室活动|studio_activities}，帮助解决难题{400多个|解决问题|problems_solved}，其中用水难题{12个|用水难题|problems_solved|part}。
# capacity 四、建强队伍
全县委员{200名|委员|members}，分组参加培训。凝聚起推动高质量发展的强大合力。
`
	riverCounty = `江湾区 2023
# leadership 坚持党的领导
学习先行，党组带头研讨。
# supervision 认真开展监督
监督视察结合进行，围绕学校食堂提出建议。
# deliberation 协商议政
开展{5次|专题协商|consultations}专题协商，成果送区委参阅。
# proposals 提案工作
收到提案{426件|收到提案|proposals_received}，件件有回音。
# livelihood 工作室进社区
工作室活动{210场次|工作室活动|studio_activities}，解决难题{20余件|解决问题|problems_solved}。
# capacity 自身建设
委员{100名|委员|members}，述职评议全覆盖。凝聚起推动高质量发展的强大合力。
`
)

// two opens the comparison of two reports written for a test.
func two(t testing.TB, a, b string, w, h int) *rig {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, text := range []string{a, b} {
			r := modeltest.Report(text)
			yield(r.Path, r, nil)
		}
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"a", "b"}, Catalogue: modeltest.Catalogue()}, w, h)
	if r.app.top().name != ask.Compare {
		t.Fatalf("two paths open %s", r.app.top().name)
	}
	return r
}

// beside tells whether two texts stand in rows of the screen that are not
// farther apart than so many rows.
func (r *rig) beside(left, right string, apart int) {
	r.t.Helper()
	at := [2]int{-1, -1}
	for y, row := range r.screen()[4:] { // below the heads
		halves := strings.SplitN(row, "│", 2)
		if strings.Contains(halves[0], left) && at[0] < 0 {
			at[0] = y
		}
		if len(halves) > 1 && strings.Contains(halves[1], right) && at[1] < 0 {
			at[1] = y
		}
	}
	if at[0] < 0 || at[1] < 0 || at[0]-at[1] > apart || at[1]-at[0] > apart {
		r.t.Fatalf("%q stands in row %d, %q in row %d:\n%s", left, at[0], right, at[1], r.text())
	}
}

func TestAThemeBuriedInOneReportMeetsItsHeadingInTheOther(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 16)
	r.shows("云岭县 2023 ⇄ 江湾区 2023", "[1 章节]", "同步", "政治引领 ●●", "提案 ○●")
	r.press("/", "监督小组", "enter")
	r.beside("派出监督小组", "认真开展监督", 1)
	r.shows("民主监督", "第 1 处，共 1 | 0 处")
	r.press("tab", "/", "提案工作", "enter")
	r.showsLine("没有此主题", "江湾区 › 提案工作")
}

func TestThemesAreReachedInOrderAndThoseOfOneSideByThemselves(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 24)
	r.press("]")
	r.beside("二、围绕中心建言", "协商议政", 0)
	r.press("]")
	r.showsLine("云岭县 › 二、围绕中心建言", "江湾区 › 认真开展监督")
	r.press("}")
	r.showsLine("没有此主题", "江湾区 › 提案工作")
	r.press("}")
	r.shows("后面没有这样的主题了")
	r.press("[")
	r.showsLine("云岭县 › 二、围绕中心建言", "江湾区 › 认真开展监督")
}

func TestFiguresOfOneIndicatorStandBesideEachOther(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 16)
	r.press("f", "f")
	r.beside("14次", "5次", 0)
	r.showsLine("协商活动  14次", "协商活动  5次")
	r.showsLine("专题协商", "差 +9  比 2.8")
	r.press("a")
	r.shows("已摘选：数据 14次", "摘选 1")
	r.press("esc")
	r.showsNot("协商活动  14次")
	r.showsLine("数据 协商活动 14次", "数据 协商活动 5次")
}

func TestSectionsPairedByHandStayTogetherUntilParted(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 24)
	r.press("]", "L", "tab", "/", "自身建设", "enter", "tab", "=")
	r.shows("已配对两边的章节")
	if n := len(r.app.env.Pairings()); n != 1 {
		t.Fatalf("%d pairings", n)
	}
	r.press("L", "j")
	r.showsLine("云岭县 › 二、围绕中心建言", "手工配对", "江湾区 › 自身建设", "手工配对")
	r.press("esc", "esc", "c") // the pairing outlives the screen
	r.press("/", "聚焦产业", "enter")
	r.showsLine("云岭县 › 二、围绕中心建言", "江湾区 › 自身建设")
	r.press("=")
	r.shows("已解除配对")
	r.showsLine("云岭县 › 二、围绕中心建言", "江湾区 › 协商议政")
}

func TestTheReaderOpensAtThePlaceAndLeadsBackToIt(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 12)
	r.press("tab", "/", "收到提案", "enter")
	before := r.text()
	r.press("enter")
	r.shows("江湾区 2023 › 提案工作")
	r.press("esc")
	if r.text() != before {
		t.Errorf("came back to\n%s\nfrom\n%s", r.text(), before)
	}
	r.press("f")
	before = r.text()
	r.press("enter")
	r.showsLine("收到提案", "数据 2/5") // with its card
	r.press("esc")
	if r.text() != before {
		t.Errorf("came back to\n%s\nfrom\n%s", r.text(), before)
	}
}

func TestTheTableSubtractsOrSaysWhyNot(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2")
	r.shows("[2 数据]", "6 项，两边都有 4 项")
	r.showsLine("协商活动", "14次", "5次", "+9", "2.8", "▄", "│", "▄")
	r.showsLine("委员工作室活动", "180余次", "210场次", "约 −30", "约 0.86")
	r.showsLine("收到提案", "—", "426件")
	other := strings.Replace(riverCounty, "{5次|专题协商|consultations}", "{5次|专题协商|consultations|换届以来}", 1)
	r = two(t, hillCounty, other, 120, 30)
	r.press("2")
	r.showsLine("协商活动", "14次", "5次", "时段不同")
	if inLine(r.screen(), "协商活动", "+9") {
		t.Errorf("subtracted all the same:\n%s", r.text())
	}
}

func TestOtherFiguresUnfoldUnderTheirRow(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2", "/", "解决", "enter")
	r.showsLine("▸ 解决问题", "400多个◆ +1", "20余件◆")
	r.press("right")
	r.showsLine("▾ 解决问题")
	r.showsLine("用水难题", "12个", "其中")
	r.press("j", " ")
	r.shows("已摘选：数据 12个")
	r.press("left")
	r.showsLine("▸ 解决问题")
	r.showsNot("用水难题  ")
	r.press("enter") // shows what is folded away first
	r.showsLine("▾ 解决问题")
	r.press("enter")
	r.shows("[1 章节]", "Esc 回到数据")
	r.size(120, 12)
	r.beside("400多个", "20余件", 0)
	r.size(120, 30)
	r.press("esc")
	r.shows("[2 数据]")
	r.showsLine("▎ ▾ 解决问题")
	r.press("esc")
	r.shows("6 项") // the filter is gone, the screen is not
}

func TestTheTableCountsPerMemberWhereBothStateTheirMembers(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2", "p")
	r.shows("委员人均")
	r.showsLine("协商活动", "0.07", "0.05", "1.4")
	r.showsLine("委员人数", "200名", "100名", "不按人均计")
	r = two(t, hillCounty, strings.Replace(riverCounty, "委员{100名|委员|members}，", "", 1), 120, 30)
	r.press("2", "p")
	r.shows("江湾区 2023没有写明委员人数，按 C 填上")
}

func TestTheTableSortsFiltersAndSelects(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2", "s")
	r.shows("按差排序")
	rows := strings.Join(r.screen(), "\n")
	// within a unit: 个 and 名 have no order among each other
	if strings.Index(rows, "协商活动") > strings.Index(rows, "解决问题") || strings.Index(rows, "收到提案") < strings.Index(rows, "委员人数") {
		t.Errorf("not by difference:\n%s", rows)
	}
	r.showsLine("▎", "协商活动") // the cursor is on the first
	r.press("s", "s")
	r.shows("可信的在前")
	r.press("s")
	r.shows("只看两边都有的", "4 项，两边都有 4 项")
	r.showsNot("收到提案")
	r.press("s", "/", "提案")
	r.shows("1 项，两边都有 0 项")
	r.press("enter", " ")
	r.shows("已摘选：对比 收到提案", "摘选 1")
	r.showsLine("▎●  收到提案")
	r.press("/", "backspace", "backspace", "没有的")
	r.shows("没有与“没有的”相符的指标")
	r.press("esc")
	r.shows("6 项")
}

func TestTwoYearsOfOnePlaceShowGrowth(t *testing.T) {
	before := "云岭县 2022\n# deliberation 协商\n开展{8次|专题协商|consultations}专题协商。"
	now := "云岭县 2023\n# deliberation 协商\n开展{10次|专题协商|consultations}专题协商。"
	for _, pair := range [][2]string{{before, now}, {now, before}} {
		r := two(t, pair[0], pair[1], 120, 24)
		r.shows("云岭县 2022", "云岭县 2023", "逐年对比")
		r.press("2")
		r.showsLine("指标", "增减", "增长")
		r.showsLine("协商活动", "+2", "+25%")
		r.size(48, 12)
		r.showsLine("云岭县 20", "⇄20", "[数据]")
	}
}

func TestSharedWordingIsListedAndReachedInBothTexts(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 24)
	r.press("3")
	r.shows("[3 用语]", "相同用语 1 处")
	r.showsLine("15 字", "凝聚起推动高质量发展的强大合力")
	r.press("a")
	r.shows("先按 n 选一处")
	r.press("n")
	r.beside("▸     全县委员200名", "▸     委员100名", 0)
	r.press("n")
	r.shows("已是最后一处，共 1 处")
	r.press("a")
	r.shows("已摘选：凝聚起推动", "摘选 2")
}

func TestUnlinkedTextsScrollByThemselves(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 10)
	r.press("L")
	r.shows("各自滚动")
	right := func() string {
		var b strings.Builder
		for _, row := range r.screen()[4:8] {
			_, after, _ := strings.Cut(row, "│")
			b.WriteString(withoutGutter(after) + "\n")
		}
		return b.String()
	}
	before := right()
	r.press("G")
	if right() != before {
		t.Error("the other side moved")
	}
	r.press("L")
	if right() == before {
		t.Error("linking again does not bring the other side")
	}
}

// withoutGutter is a row of a text without the sign before it, which shows
// the theme the reader is at in the other text.
func withoutGutter(row string) string {
	_, size := utf8.DecodeRuneInString(row)
	return strings.NewReplacer("▪", " ", "▐", " ").Replace(row[size:]) // nor the strip after it
}

func TestANarrowComparisonShowsOneSideAtATime(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 60, 20)
	r.press("]", "]")
	r.shows("派出监督小组", "学校食堂") // one above the other
	r.press("|")
	r.shows("派出监督小组")
	r.showsNot("学校食堂")
	r.press("tab")
	r.shows("学校食堂")
	r.showsNot("派出监督小组")
	r.press("2")
	r.showsLine("协商活动", "14次", "5次")
	r.showsLine("党组会议", "13次")
}

func TestTheWheelScrollsTheSideUnderTheMouse(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 12)
	r.press("L")
	before := r.text()
	r.send(tea.MouseMsg{X: 100, Y: 6, Button: tea.MouseButtonWheelDown, Action: tea.MouseActionPress})
	for i, row := range strings.Split(before, "\n")[4:8] {
		now := r.screen()[4+i]
		if withoutGutter(strings.Split(row, "│")[0]) != withoutGutter(strings.Split(now, "│")[0]) {
			t.Errorf("the left side moved: %q", now)
		}
	}
	if r.text() == before {
		t.Error("nothing moved")
	}
}

func TestAThemeIsReachedByClickingOnIt(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 24)
	at := strings.Index(r.screen()[2], "民主监督")
	x := r.app.env.Cell.Width(r.screen()[2][:at])
	r.send(tea.MouseMsg{X: x, Y: 2, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
	r.showsLine("云岭县 › 二、围绕中心建言", "民主监督 ", "江湾区 › 认真开展监督")
}

func TestSentencesAreSelectedByKeysAndByDragging(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 24)
	r.press("]", "j", "v", "j", "a")
	r.shows("已摘选：文字 聚焦产业发展深入调研", "摘选 1")
	if text := r.app.env.Selection().Items[0].Text; !strings.HasSuffix(text, "各方反响良好。") {
		t.Errorf("selected %q", text)
	}
	r.press("A")
	r.shows("摘选 2")
	row := 0
	for y, text := range r.screen() {
		if strings.Contains(text, "聚焦产业") {
			row = y
		}
	}
	for i, action := range []tea.MouseAction{tea.MouseActionPress, tea.MouseActionMotion, tea.MouseActionRelease} {
		r.send(tea.MouseMsg{X: 6 + 7*min(i, 1), Y: row, Button: tea.MouseButtonLeft, Action: action})
	}
	r.press("a")
	r.shows("已摘选：文字 聚焦产业", "摘选 3")
	if text := r.app.env.Selection().Items[2].Text; text != "聚焦产业" {
		t.Errorf("dragging selected %q", text)
	}
}

func TestPassagesAreListedByLengthOrByRepeats(t *testing.T) {
	again := "山水相连情谊深长。"
	r := two(t, hillCounty+again+again, riverCounty+again, 120, 24)
	r.press("3")
	first := func() string { return r.screen()[18] }
	if !strings.Contains(first(), "凝聚起") {
		t.Fatalf("the longest is not first:\n%s", r.text())
	}
	r.press("s")
	r.shows("重复多的在前")
	if !strings.Contains(first(), "×2/1") || !strings.Contains(first(), "山水相连") {
		t.Errorf("the most repeated is not first:\n%s", r.text())
	}
}
