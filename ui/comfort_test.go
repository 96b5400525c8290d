package ui

import (
	"strings"
	"testing"

	"duidu/ui/pane"

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
	if n := len(r.app.env.Bookmarks()); n != 0 {
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
