package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/pane"
	"duidu/ui/screen"
	"duidu/ui/state"

	tea "github.com/charmbracelet/bubbletea"
)

func TestTheSourceIsShownAloneOrBelowWhatWasChanged(t *testing.T) {
	r := open(t, 120, 24)
	r.press("j", "enter", "o")
	r.shows("[原文]", "縣政協常委會團結帶領")
	r.press("o")
	r.shows("[简体与原文]", "县政协常委会团结带领", "縣政協常委會團結帶領")
	r.showsLine("│ 一年來，縣政協")
	if raw := r.app.View(); !strings.Contains(raw, string(r.app.env.Styles.Changed)+"縣") || !strings.Contains(raw, string(r.app.env.Styles.Changed)+"县") {
		t.Error("what was changed is not marked")
	}
	r.press("f") // figures are there in this form
	r.showsLine("数据 1/")
	r.press("esc", "o")
	r.showsNot("縣政協")
}

func TestASearchStaysWhenTheFormChanges(t *testing.T) {
	r := open(t, 120, 24)
	r.press("j", "enter", "/", "委员", "enter")
	r.shows("“委员” 第 1 处")
	r.press("o", "o")
	r.shows("[简体与原文]", "“委员” 第 1 处")
}

func TestTheOutlineFoldsOneSectionAndAll(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "tab", "j", "z")
	r.showsLine("一、聚力同行", "+1")
	r.press("z")
	r.showsNot("+1")
	r.press("Z")
	if n := strings.Count(r.text(), "· 用心用情为民"); n != 0 {
		t.Errorf("%d sections show in a folded outline", n)
	}
	r.press("Z")
	r.shows("· 用心用情为民")
	r.press("esc", "esc", "enter", "i", "z") // notices fold by kind
	r.showsLine("文字缺失", "+1")
}

func TestTheTextInViewIsFoundInAFoldedOutline(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "Z", "]", "]") // in 用心用情为民 of the first part
	r.showsLine("▸ 一、聚力同行")
}

func TestBookmarksAreSetListedAndJumpedTo(t *testing.T) {
	r := open(t, 120, 24)
	r.press("enter", "'")
	r.shows("还没有书签")
	r.press("]", "]", "]", "m")
	r.shows("已加书签：二、聚力同行")
	r.showsLine("●二、聚力同行")
	r.press("g", "esc", "j", "enter", "'") // in another report
	r.showsLine("书签 1 个")
	r.showsLine("清河县 2023", "二、聚力同行")
	r.press("enter")
	r.shows("清河县 2023 › 二、聚力同行")
	r.press("m")
	r.shows("已去掉书签")
	if n := len(r.app.env.Bookmarks); n != 0 {
		t.Errorf("%d bookmarks", n)
	}
}

func TestTheTextColumnIsAsWideAsTheReaderLikes(t *testing.T) {
	r := open(t, 200, 24)
	widest := func() int {
		n := 0
		for _, row := range r.screen()[2:20] {
			if _, text, ok := strings.Cut(row, "│"); ok {
				n = max(n, r.app.env.Cell.Width(strings.TrimSpace(strings.TrimRight(text, "▐ "))))
			}
		}
		return n
	}
	r.press("enter")
	if n := widest(); n > 88 || n < 84 {
		t.Errorf("at first %d cells", n)
	}
	r.press("+")
	r.shows("正文每行 46 字")
	if n := widest(); n > 92 || n < 88 {
		t.Errorf("after + %d cells", n)
	}
	r.press("esc", "j", "enter") // the next report is set alike
	if n := widest(); n > 92 || n < 88 {
		t.Errorf("in the next report %d cells", n)
	}
	r.press("-", "-", "-")
	r.shows("正文每行 40 字")
}

func TestOnlyParagraphsWithHitsShow(t *testing.T) {
	r := open(t, 120, 40)
	r.press("enter", "&", "饮水", "enter")
	r.shows("[只看有结果的段落]", "饮水、出行")
	r.showsNot("出台《委员联系界别群众办法》")
	before := r.text()
	r.press("j", "G", "g", "n", "N")
	if r.text() == before {
		r.showsNot("出台《委员联系界别群众办法》")
	}
	r.press("&")
	r.shows("出台《委员联系界别群众办法》")
	r.press("&") // the search is still there
	r.showsNot("出台《委员联系界别群众办法》")
	r.press("tab", "g", "enter") // to a part without hits
	r.showsNot("[只看有结果的段落]")
}

func TestTheOutlineCountsTheHitsOfEverySection(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "/", "饮水", "enter")
	r.showsLine("目录", "5处")
	r.showsLine("一、聚力同行", "1处")
	r.showsLine("用心用情为民", "1处")
	r.press("esc")
	r.showsNot("1处")
}

func TestSeveralWordsAreMarkedEachInItsOwnWay(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "/", "提案|饮水", "enter")
	raw, s := r.app.View(), r.app.env.Styles
	if !strings.Contains(raw, string(s.HitOf(0))) || !strings.Contains(raw, string(s.HitOf(1))) {
		t.Error("both words look alike")
	}
}

func TestAWrongPatternIsExplained(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "/", "re:(", "enter")
	r.shows("正则表达式写得不对")
	r.press("esc", "esc", "g/", "re:[", "enter")
	r.shows("正则表达式写得不对")
}

// The complaint seen most often about readers is that they can't search.
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

func TestAnActionIsFoundByItsNameAndByItsLetters(t *testing.T) {
	for _, typed := range []string{"全库", "qkjs", "quanku", "search the lib"} {
		r := open(t, 120, 30)
		r.press(":")
		r.showsLine("Enter →", "阅读")
		r.press(typed)
		r.showsLine("▸ g/", "全库检索")
		r.press("enter")
		r.shows("输入要找的词")
	}
	r := open(t, 120, 30)
	r.press("：", "djlf") // as an input method types it
	r.press("esc")
	r.shows("报告库")
	r.press(":", "dd") // 对读两份: its key is shown, and why not now
	r.showsLine("c", "对读两份", "现已标记 0 份")
	r.press("enter")
	r.shows("对读要标记两份报告")
}

func TestKeysThatArriveInOnePieceAreAllDone(t *testing.T) {
	r := open(t, 110, 30)
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj")})
	r.showsLine("▸", "临水市")
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("/白石")}) // the prompt takes the rest as text
	r.shows("筛选：白石")
	r.press("enter", "esc")
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("g/饮水")})
	r.shows("输入要找的词", "全库检索：饮水")
}

func TestAKeyThatMayBeginASequenceActsAfterAMoment(t *testing.T) {
	r := open(t, 110, 30)
	r.press("G")
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("g")})
	r.showsLine("✗", "scan.pdf")
	old := waited{r.app.sequence.id - 1}
	r.send(old)
	if r.app.sequence.first != "g" {
		t.Error("an old timer ended the wait")
	}
	r.send(waited{r.app.sequence.id})
	r.showsLine("▸", "清河县")
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("g")})
	r.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j")}) // g, and then j
	r.showsLine("▸", "白石区")
}

// The complaint seen most often about mice is that text can't be selected
// any more.
func TestOneKeyGivesTheMouseToTheTerminalAndSaysSo(t *testing.T) {
	r := open(t, 110, 30)
	r.press("M")
	if !strings.Contains(r.footer(), "鼠标已交还终端") {
		t.Errorf("footer says %q", r.footer())
	}
	r.press("j")
	r.showsLine("[鼠标归终端·M]") // as long as it is so
	r.press("M")
	r.showsNot("[鼠标归终端·M]")
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
	if n := len(r.app.env.Recent); n != 1 || r.app.env.Recent[0].Reports != 3 {
		t.Fatalf("remembered %+v", r.app.env.Recent)
	}
	r.app.env.Recent = append(r.app.env.Recent, state.Recent{Paths: []string{"/old/reports"}, Reports: 7})
	r.press("r")
	r.showsLine("▸ /", "reports", "3 份")
	r.press("j")
	r.showsLine("▸ /old/reports", "7 份")
	r.press("enter")
	r.shows("报告库", "清河县")
	if got := r.app.options.Paths; len(got) != 1 || got[0] != "/old/reports" {
		t.Errorf("read %v", got)
	}
	if got := r.app.env.Recent[0].Paths[0]; got != "/old/reports" {
		t.Errorf("the latest is %s", got)
	}
}

func TestTheCursorOfTheTerminalStandsWhereTheUserTypes(t *testing.T) {
	r := open(t, 80, 24)
	frame, at := takeCaret(r.app.draw(), r.app.env.Cell)
	if at.shown || strings.Contains(frame, pane.CaretMark) {
		t.Errorf("nobody types: %+v", at)
	}
	r.press("/", "白石区")
	if _, at = takeCaret(r.app.draw(), r.app.env.Cell); at != (caret{true, 23, 6 + 6}) {
		t.Errorf("caret at %+v", at)
	}
	r.press("left")
	if _, at = takeCaret(r.app.draw(), r.app.env.Cell); at.col != 10 {
		t.Errorf("after left at %+v", at)
	}
	if strings.Contains(r.app.View(), pane.CaretMark) {
		t.Error("the mark reaches the terminal")
	}
}

// A comparer that cuts characters at the edge of a pane shows false text.
func TestTwoPanesSideBySideNeverSplitACharacter(t *testing.T) {
	for w := 100; w <= 131; w++ {
		for _, ambiguous := range []string{"narrow", "wide"} {
			r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Ambiguous: ambiguous}, w, 40)
			r.press("enter")
			var shown strings.Builder
			bar := r.app.env.Glyphs.Bar
			for _, row := range r.screen()[2:39] {
				if n := r.app.env.Cell.Width(row); n != w {
					t.Fatalf("%s %d: a row of %d cells", ambiguous, w, n)
				}
				_, text, _ := strings.Cut(row, bar)
				shown.WriteString(strings.NewReplacer(" ", "", "▐", "", "|", "").Replace(text))
			}
			report := r.app.env.Reports.Report(0)
			want := ""
			for _, b := range report.Blocks()[3:6] {
				want += strings.ReplaceAll(b.Text, " ", "")
			}
			if !strings.Contains(shown.String(), want) {
				t.Fatalf("%s %d: the text differs:\n%s\n%s", ambiguous, w, shown.String(), want)
			}
		}
	}
}

// “ ” — … are one cell on some terminals and two on others.
func TestQuotesTakeTheCellsThatTheTerminalGivesThem(t *testing.T) {
	rows := map[string]string{}
	for _, ambiguous := range []string{"narrow", "wide"} {
		r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Ambiguous: ambiguous}, 60, 24)
		r.press("enter")
		for _, row := range r.screen() {
			if strings.Contains(row, "“一河两岸”") {
				rows[ambiguous] = row
			}
		}
	}
	if rows["narrow"] == "" || rows["wide"] == "" || len([]rune(rows["wide"])) >= len([]rune(rows["narrow"])) {
		t.Errorf("the same row, twice: %q", rows)
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
