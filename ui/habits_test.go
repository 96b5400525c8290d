package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/screen"
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

func TestASearchInAComparisonCountsBothSidesAndGoesOnInTheOther(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("/", "展", "enter")
	left, right := strings.Count(hillCounty, "展"), strings.Count(riverCounty, "展")
	r.shows(fmt.Sprintf("“展” 第 1 处，共 %d | %d 处", left, right))
	r.press("tab", "n")
	r.shows(fmt.Sprintf("第 2 处，共 %d | %d 处", left, right))
	r.press("&")
	r.shows("[只看有结果的段")
	r.showsNot("收到提案426件")
	r.press("esc")
	r.shows("收到提案426件")
	r.press("esc")
	r.showsNot("“展”")
}

func TestTheKeysOfTheReaderWorkInAComparisonOrSayWhyNot(t *testing.T) {
	var terminal bytes.Buffer
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.app.env.Terminal = &terminal
	r.press("]", "m")
	r.shows("已加书签", "●")
	r.press("m")
	r.shows("已去掉书签")
	r.press("o")
	r.shows("对读只显示简体")
	r.press("i")
	r.shows("这份报告没有提示")
	r.press("y")
	r.shows("已发送到终端剪贴板")
	if terminal.Len() == 0 {
		t.Error("nothing was sent")
	}
}

func TestBothTextsOfAThemeBeginInTheSameRow(t *testing.T) {
	for _, size := range [][2]int{{120, 30}, {120, 14}, {200, 60}} {
		r := two(t, hillCounty, riverCounty, size[0], size[1])
		for range 5 {
			r.press("]")
			if one := r.app.top().screen.(screen.Scoped).Scope(); one != "sections" {
				t.Fatal(one)
			}
			for _, row := range r.screen() {
				left, right, ok := strings.Cut(row, "│")
				if ok && strings.HasPrefix(left, "▸") != strings.HasPrefix(right, "▸") {
					if !strings.Contains(r.text(), "没有此主题") {
						t.Errorf("at %v: %q", size, row)
					}
				}
			}
		}
	}
}

func TestAKeyGoesToTheNextStretchOfATheme(t *testing.T) {
	long := "河湾县 2023\n# proposals 提案\n收到提案{80件|收到提案|proposals_received}。\n# supervision 监督\n监督小组走访。\n# proposals 再说提案\n提案办得好。"
	r := two(t, long, riverCounty, 120, 30)
	r.press(")")
	r.showsLine("▸", "再说提案")
	r.press(")")
	r.shows("此主题后面没有了")
	r.press("(")
	r.showsLine("河湾县 › 提案")
}

func TestAComparisonOpensWhereItWasLeft(t *testing.T) {
	path := statePath(t)
	t.Chdir(t.TempDir())
	start := func() *rig {
		return newRigHere(t, Options{Load: loadOf(2), Paths: []string{"a", "b"}, StatePath: path}, 120, 30)
	}
	r := start()
	r.press("]", "]", "tab", "j", "j", "j")
	place := r.screen()[2:24]
	if err := r.app.saveNow(); err != nil {
		t.Fatal(err)
	}
	again := start()
	here := func(rows []string) string {
		for _, row := range rows {
			if _, right, ok := strings.Cut(row, "│"); ok && strings.HasPrefix(right, "▸") {
				return strings.TrimRight(right, " ▐▪")
			}
		}
		return ""
	}
	if got, want := here(again.screen()), here(place); got != want || want == "" {
		t.Errorf("it opens at %q, not at %q", got, want)
	}
	r.press("2")
	if err := r.app.saveNow(); err != nil {
		t.Fatal(err)
	}
	start().shows("[2 数据]")
}

func TestTheTableFiltersByNumbers(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2", "/", "次>100")
	r.showsLine("委员工作室活动", "180余次")
	r.showsNot("协商活动")
}

func TestWhatBothReportsCountStandsFirst(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("2")
	rows := r.text()
	if both, one := strings.Index(rows, "委员人数"), strings.Index(rows, "党组会议"); both < 0 || one < both {
		t.Errorf("one-sided rows stand first:\n%s", rows)
	}
	r.shows("只有一方写到", "差 左−右")
}

func TestPhrasesInsideLongerOnesAreFolded(t *testing.T) {
	const long = "坚持以人民为中心的发展思想凝心聚力谋划全年各项工作"
	const most = "以人民为中心的发展思想凝心聚力谋划全年各项工作" // on its own in both, and nearly all of the long one
	const once = "凝心聚力谋划全年各项工作"            // on its own in one of them
	const own = "以人民为中心的发展思想"              // on its own in both
	a := "甲县 2023\n# leadership 引领\n" + long + "。县里再次" + most + "。早春时节" + own + "落地。"
	b := "乙县 2023\n# leadership 引领\n" + long + "。他们也要" + most + "。盛夏以来" + once + "有序。秋后大家" + own + "走深。"
	r := two(t, a, b, 120, 36)
	r.press("3")
	listed := func(phrase string) bool {
		for _, row := range r.screen()[20:] { // the list stands below the texts
			if _, text, ok := strings.Cut(row, " 字"); ok && strings.HasPrefix(strings.TrimLeft(text, " ×0123456789/"), phrase) {
				return true
			}
		}
		return false
	}
	check := func(when string, want map[string]bool) {
		t.Helper()
		for phrase, is := range want {
			if listed(phrase) != is {
				t.Errorf("%s: %q listed is %v\n%s", when, phrase, !is, r.text())
			}
		}
	}
	folded := map[string]bool{long: true, own: true, most: false, once: false}
	check("folded", folded)
	r.shows("含 2")
	r.press("z")
	check("unfolded", map[string]bool{long: true, own: true, most: true, once: true})
	r.press("z")
	check("folded again", folded)
}

func TestAFamilyOpensWithItsStagesItsPartsAndTheirShares(t *testing.T) {
	texts := []string{
		"甲县 2023\n# proposals 提案\n收到提案{100件|收到提案|proposals_received}，其中集体提案{20件|集体提案|proposals_received|part}，立案{80件|立案提案|proposals_filed}，办复率{100%|办复率|proposal_reply_rate}。",
		"乙县 2023\n# proposals 提案\n收到提案{50件|收到提案|proposals_received}，立案{45件|立案提案|proposals_filed}。",
	}
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for i, text := range texts {
			r := modeltest.Report(text)
			r.Path = fmt.Sprintf("%d.txt", i)
			if i == 0 {
				r.Figures[1].Of = model.RefTo(0)
			}
			yield(r.Path, r, nil)
		}
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue()}, 140, 36)
	r.press("/", "甲县", "enter", " ", "/", "乙县", "enter", " ", "esc", "c", "2", "/", "收到提案", "enter")
	r.showsNot("20件 20%")
	r.press("right")
	r.showsLine("立案提案", "80件 80%", "45件 90%", "计算")
	r.showsLine("提案办复率", "100%", "—")
	r.showsLine("集体提案", "20件 20%", "—", "计算")
	received, filed, replied := r.lineOf("收到提案"), r.lineOf("80件 80%"), r.lineOf("提案办复率")
	if received > filed || filed > replied {
		t.Errorf("the stages do not follow each other:\n%s", r.text())
	}
	r.press("left")
	r.showsNot("20件 20%")
}

func TestADigestReadsOneThemeCountyByCounty(t *testing.T) {
	r := open(t, 120, 30)
	r.press("t", "t", "t", "t", "t") // proposals
	r.shows("汇编 提案", "2 份 · 5 段", "1 份没有此主题")
	r.showsLine("▸ 清河县 2023", "段", "项")
	r.shows("全年共收到提案")
	r.press("]")
	r.showsLine("▸ 白石区 2022")
	r.press("a")
	r.shows("已摘选：文字", "摘选 1")
	if it := r.app.env.Selection().Items[0]; it.Source.Place != "白石区" {
		t.Errorf("selected from %s", it.Source.Place)
	}
	r.press("enter")
	r.shows("白石区 2022 ›")
	r.press("esc", "w", "enter")
	r.shows("已写入", "汇编 提案.csv")
	data, err := os.ReadFile("汇编 提案.csv")
	if err != nil || !strings.Contains(string(data), "清河县,2023") {
		t.Errorf("written %q, %v", data, err)
	}
	r.press("w", "enter")
	r.shows("已有此文件")
	r.press("esc")
}

func TestADigestOnWishShowsOnlyWhatWasNotSaidTheYearBefore(t *testing.T) {
	a := "甲县 2022\n# proposals 提案\n提案办得认真。\n# livelihood 民生\n听取民意。"
	b := "甲县 2023\n# proposals 提案\n提案办得认真。今年首次公开办理结果。\n# livelihood 民生\n听取民意。"
	r := two(t, a, b, 120, 30)
	r.press("esc", "t")
	for range 10 {
		if strings.Contains(r.screen()[0], "汇编 提案") {
			break
		}
		r.press("t")
	}
	r.shows("提案办得认真", "今年首次公开")
	r.press("x")
	r.shows("[只看新说法]", "今年首次公开")
	rows := strings.Join(r.screen()[2:], "\n")
	if strings.Count(rows, "提案办得认真") != 1 { // of the first year alone
		t.Errorf("what was said before stays:\n%s", rows)
	}
}

func TestTheThemeInViewOpensItsDigest(t *testing.T) {
	r := two(t, hillCounty, riverCounty, 120, 30)
	r.press("]", "]", "t")
	r.shows("汇编 民主监督")
	r.press("esc", "enter", "]", "]", "t")
	r.shows("汇编")
}

func TestYCopiesInTheReader(t *testing.T) {
	var terminal bytes.Buffer
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Terminal: &terminal}, 120, 30)
	r.press("enter", "v", "j", "y")
	r.shows("已发送到终端剪贴板")
	if terminal.Len() == 0 {
		t.Error("nothing was sent")
	}
}

func TestTheMatrixHidesSparseRowsStandsByYearAndIsWritten(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for i, text := range []string{
			"甲县 2023\n# proposals 提案\n收到提案{80件|收到提案|proposals_received}。",
			"甲县 2021\n# proposals 提案\n收到提案{60件|收到提案|proposals_received}，开展{5次|专题协商|consultations}专题协商。",
			"甲县 2022\n# proposals 提案\n收到提案{70件|收到提案|proposals_received}。",
		} {
			r := modeltest.Report(text)
			r.Path = fmt.Sprintf("%d.txt", i)
			yield(r.Path, r, nil)
		}
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue()}, 120, 30)
	r.press("m")
	r.showsLine("协商活动", "—", "5次", "—")
	for _, row := range r.screen() {
		if strings.Contains(row, "协商活动") && strings.Contains(row, "█") {
			t.Errorf("a lone value has a bar: %s", row)
		}
	}
	r.press("z")
	r.showsNot("协商活动")
	r.shows("已隐藏稀疏行列 1")
	r.press("o")
	r.showsLine("2021", "2022", "2023")
	r.showsLine("收到提案", "60件", "70件", "80件")
	r.press("w", "enter")
	r.shows("已写入")
	data, err := os.ReadFile("多地数据.csv")
	if err != nil || !strings.Contains(string(data), "收到提案,60件,70件,80件") {
		t.Errorf("%q %v", data, err)
	}
	r.press("t")
	r.shows("汇编 提案")
}

func TestASearchIsShownWhileItIsTypedAndRemembered(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "/", "饮水")
	r.shows("“饮水” 第 1 处")
	r.press("esc")
	r.showsNot("“饮水”")
	r.press("/", "饮水", "enter", "esc", "/", "up")
	if !strings.HasPrefix(r.footer(), "/饮水") {
		t.Errorf("the history has %q", r.footer())
	}
	r.press("enter")
	r.shows("“饮水” 第 1 处")
}

func TestSeveralWordsAreAllWantedInAParagraph(t *testing.T) {
	r := newRig(t, Options{Load: loadThese(modeltest.Report("甲县 2023\n# proposals 提案\n协商在前。\n监督在后。\n协商与监督并重。"))}, 120, 30)
	r.press("enter", "/", "协商 监督", "enter")
	r.shows("共 2 处") // both words of the one paragraph that has both
}

func TestEverySentenceBeginsALineOnWish(t *testing.T) {
	r := open(t, 120, 40)
	r.press("enter", "s")
	found := false
	for _, row := range r.screen() {
		_, text, _ := strings.Cut(row, "│")
		if strings.HasPrefix(strings.TrimSpace(text), "全年共收到提案") {
			found = true
		}
	}
	if !found {
		t.Errorf("no sentence begins a line:\n%s", r.text())
	}
	r.press("G", "g", "f", "s")
	r.shows("数据 1/")
}

func TestAReceiptIsReadWholeQuotesItsPlaceAndOpensThere(t *testing.T) {
	r := open(t, 120, 30)
	r.press("j", "enter", "i", "j", "j", "j")
	r.showsLine("設(shè) → 设")
	long := model.Report{Path: "a.txt", Place: "甲县", Year: 2023, Sections: []*model.Section{{Title: "一、提案", Level: 1, Theme: "proposals", Paragraphs: []model.Paragraph{
		{Text: "先有一段。"}, {Text: "建设美丽家园，人人有责。", Original: "建設(shè)美麗家園，人人有責。"},
	}}}, Notices: []model.Notice{{Kind: model.NoticePinyin, Detail: "設(shè)"}}}
	q := newRig(t, Options{Load: loadThese(model.Assemble(long))}, 120, 30)
	q.press("enter", "i", "j")
	q.shows("建設(shè)美麗家園，人人有責。")
	q.press("enter")
	q.shows("› 一、提案")
}

func TestAStarFindsTheLikeOfASentenceTheEarliestFirst(t *testing.T) {
	texts := []string{
		"甲县 2023\n# deliberation 协商\n坚持把协商民主贯穿履行职能全过程，全年开展专题协商{12次|专题协商|consultations}。另有来访。",
		"乙县 2021\n# deliberation 协商\n始终把协商民主贯穿于履行职能的全过程，全年共开展专题协商{8次|专题协商|consultations}。",
		"丙县 2022\n# deliberation 协商\n协商民主是全过程人民民主的重要组成部分。",
		"丁县\n# deliberation 协商\n坚持把协商民主贯穿履行职能全过程，全年开展专题协商{9次|专题协商|consultations}。",
	}
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for i, text := range texts {
			r := modeltest.Report(text)
			r.Path = fmt.Sprintf("%d.txt", i)
			yield(r.Path, r, nil)
		}
		return nil
	}
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue()}, 130, 36)
	r.press("/", "甲县", "enter", "enter", "f", "*")
	r.shows("3 处 · 3 份报告")
	r.showsNot("丙县", "人民民主")
	if first, second, last := r.lineOf("乙县 2021"), r.lineOf("甲县 2023"), r.lineOf(" 丁县"); first > second || second > last {
		t.Errorf("not the earliest first, those of no year last:\n%s", r.text())
	}
	r.press("enter")
	r.shows("始终把协商民主贯穿于", "第 1 处")
	r.press("esc", "esc", "g/", "like:协商", "enter")
	r.shows("句子太短")
}

func TestHalfWidthMarksShowWideOnWishAndAreCopiedAsTheyStand(t *testing.T) {
	load := func(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
		for _, place := range []string{"甲县", "乙县"} {
			r := modeltest.Report(place + " 2023\n# deliberation 协商\n岁月不居,时节如流,开展协商{12次|协商|consultations}.足音铿锵.")
			yield(r.Path, r, nil)
		}
		return nil
	}
	path := statePath(t)
	r := newRig(t, Options{Load: load, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue(), StatePath: path}, 120, 30)
	r.press("enter")
	r.shows("岁月不居,时节如流,开展协商12次.足音铿锵.")
	r.press(",")
	r.shows("岁月不居，时节如流，开展协商12次。足音铿锵。", "原文不变")
	r.press("f", "A")
	if got := r.app.env.Selection().Items[0].Text; !strings.Contains(got, "不居,时节如流,") {
		t.Errorf("selected %q", got)
	}
	r.press("/", "时节如流", "enter")
	r.shows("第 1 处，共 1 处")
	r.press("esc", "esc", "esc", "esc", "c", ",")
	r.shows("岁月不居，时节如流，")
	r.press(",")
	r.shows("岁月不居,时节如流,", "标点照原样")
}
