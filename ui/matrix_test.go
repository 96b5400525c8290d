package ui

import (
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/fixture"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/shopspring/decimal"
)

// counties makes n reports that each state their members, proposals of
// their own number, and, every third one, no consultations.
func counties(n int) ([]*model.Report, *model.Catalogue) {
	catalogue := fixture.Catalogue()
	catalogue.Indicators = append(catalogue.Indicators, model.Indicator{ID: model.DefaultMembers, Name: "委员人数", English: "members", Theme: "capacity", Units: [][]string{{"名"}}})
	var reports []*model.Report
	for i := range n {
		text := fmt.Sprintf("现有委员200名。收到提案%d件。", 10+i)
		if i%3 > 0 {
			text += fmt.Sprintf("开展协商%d次。", 1+i%7)
		}
		r := model.Report{Path: fmt.Sprintf("r/%d.txt", i), Place: fmt.Sprintf("第%d县", i), Year: 2023, Sections: []*model.Section{
			{Title: "一、建言资政", Level: 1, Theme: "proposals", Paragraphs: []model.Paragraph{{Text: strings.Repeat("铺垫的话。", 40)}, {Text: text}}},
		}}
		for _, unit := range []string{"名 members", "件 proposals_received", "次 consultations"} {
			unit, id, _ := strings.Cut(unit, " ")
			end := strings.Index(text, unit+"。")
			if end < 0 {
				continue
			}
			start := strings.LastIndexFunc(text[:end], func(r rune) bool { return r > '9' }) + len("员")
			value := decimal.RequireFromString(text[start:end])
			r.Figures = append(r.Figures, model.Figure{
				Text: text[start : end+len(unit)], Value: value, Unit: unit, Qualifier: model.Exact, Indicator: id, Theme: "proposals", Headline: true,
				Sentence: "原句：" + text, Section: model.Path{0}, Paragraph: 1, Start: start, End: end + len(unit),
			})
		}
		reports = append(reports, model.Assemble(r))
	}
	return reports, catalogue
}

func openMatrix(t testing.TB, n, w, h int) *rig {
	reports, catalogue := counties(n)
	r := newRig(t, Options{Load: loadThese(reports...), Paths: []string{"r"}, Catalogue: catalogue}, w, h)
	if n == 2 {
		r.press(" ", " ")
	}
	r.press("m")
	return r
}

func TestIndicatorsStandBesideEachOtherAndMissingOnesAreSeen(t *testing.T) {
	r := openMatrix(t, 3, 120, 30)
	r.shows("多地数据  3 项 × 3 份")
	r.showsLine("指标", "第0县 2023", "第1县 2023", "第2县 2023")
	r.showsLine("收到提案", "10件", "███", "11件", "12件", "████")
	r.showsLine("协商活动", "—", "2次", "3次")
	r.press("tab")
	r.shows("多地篇幅")
	r.showsLine("提案", "100.0% 2")
}

func TestOnlyMarkedReportsAreComparedIfThereAreAny(t *testing.T) {
	r := open(t, 120, 30)
	r.press(" ", " ", "m")
	r.shows("× 2 份", "清河县 2023", "白石区 2022")
	r.showsNot("临水市")
}

func TestEnterOnACellReadsItsSentenceAndEscComesBackToIt(t *testing.T) {
	r := openMatrix(t, 9, 120, 24)
	r.press("j", "j", "right", "right") // the third county, its members
	r.showsLine("▸", "第2县 2023")
	r.press("left")
	r.shows("第2县 2023 › 收到提案", "12件", "委员人均 0.06", "原句：")
	r.press("enter")
	r.shows("第2县 2023 › 一、建言资政", "收到提案12件", "数据 2/3")
	r.press("esc")
	r.showsLine("▸", "第2县 2023")
	r.shows("第2县 2023 › 收到提案")
}

func TestACellWithNothingInItSaysSo(t *testing.T) {
	r := openMatrix(t, 9, 120, 24)
	r.press("enter")
	r.shows("看原文：这一格没有内容")
	r.press(" ")
	r.shows("摘选：这一格没有内容")
	r.press("x", "left", "enter")
	r.shows("看原文：这一列不是报告")
}

func TestRowsAreSortedByAnyColumnWithWhatIsMissingLast(t *testing.T) {
	r := openMatrix(t, 12, 120, 30)
	order := func() string {
		var names []string
		for _, row := range r.screen()[3:15] {
			names = append(names, strings.TrimSuffix(strings.Fields(strings.TrimLeft(row, " ▸"))[0], "县"))
		}
		return strings.ReplaceAll(strings.Join(names, " "), "第", "")
	}
	r.press("s")
	r.shows("按“协商活动”从大到小", "协商活动↓")
	if got := order(); !strings.HasPrefix(got, "5 4 11 10 2 1 8 7 ") {
		t.Errorf("the largest first: %s", got)
	}
	r.press("s")
	if got := order(); !strings.HasPrefix(got, "7 1 8 2 10 4 11 5 ") {
		t.Errorf("the smallest first: %s", got)
	}
	r.press("s", ">", ">", ">")
	r.shows("按“委员人数”从大到小")
	r.press("<")
	r.shows("按“收到提案”从大到小")
	if got := order(); got != "11 10 9 8 7 6 5 4 3 2 1 0" {
		t.Errorf("by proposals: %s", got)
	}
	r.press("left", "left", "s")
	r.shows("按“名称”从小到大")
	r.press("<")
	r.shows("已是第一列")
}

func TestRatesPerMemberReplaceTheFigures(t *testing.T) {
	r := openMatrix(t, 3, 120, 30)
	r.press("p")
	r.shows("[委员人均]")
	r.showsLine("收到提案", "0.05", "0.06", "0.06")
	r.showsLine("委员人数", "·", "·", "·")
	r.press("tab", "p")
	r.shows("人均只用于数据")
	plain := open(t, 120, 30)
	plain.press("m", "p")
	plain.shows("没有一份报告写明委员人数")
}

func TestACellAndARowAreSelected(t *testing.T) {
	r := openMatrix(t, 9, 120, 24)
	r.press("right", " ")
	r.shows("已摘选：数据 10件", "摘选 1")
	r.showsLine("第0县 2023", "●", "10件")
	r.press("A")
	r.shows("已摘选：第0县 2023，1 项", "摘选 2") // the other one it states
	r.press("A")
	r.shows("已取消摘选：第0县 2023，2 项", "摘选 0")
	r.press("x", "A")
	r.shows("已摘选：收到提案，9 项", "摘选 9")
	r.press("tab", " ", "e")
	r.showsLine("10", "备注", "第0县", "2023", "提案：占正文 100.0%")
}

func TestColumnsScrollBesideTheNames(t *testing.T) {
	r := openMatrix(t, 9, 80, 24)
	r.press("x", "right", "right", "right", "right", "right")
	r.shows("第 6 列，共 9 列")
	r.showsLine("收到提案", "15件")
	r.showsNot("第0县 2023")
	r.press("$")
	r.showsLine("收到提案", "18件")
	r.press("0")
	r.showsLine("▸", "协商活动")
	r.shows("第0县 2023")
}

func TestAFilterLeavesTheRowsThatMatch(t *testing.T) {
	r := openMatrix(t, 30, 100, 24)
	r.press("/", "第2")
	r.showsLine("第2县")
	r.showsLine("第29县")
	r.showsNot("第3县", "第19县")
	r.press("enter", "G", "right", "enter")
	r.shows("第29县 2023 › 一、建言资政")
	r.press("esc")
	r.shows("筛选“第2”：11 行")
	r.press("esc")
	r.showsNot("筛选“")
	r.shows("第28县", "第19县") // the cursor stays on its row
	r.press("esc")
	r.shows("报告库")
}

func TestTheMouseChoosesACellAndOpensIt(t *testing.T) {
	r := openMatrix(t, 9, 120, 24)
	x := strings.Index(r.screen()[5], "12件")
	click := tea.MouseMsg{X: len([]rune(r.screen()[5][:x])) + 4, Y: 5, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress}
	r.send(click)
	r.shows("第2县 2023 › 收到提案")
	r.send(click)
	r.shows("数据 2/3")
}

// A key and its frame on a thousand reports must cost what they cost on a hundred.
func BenchmarkKeyInMatrix(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("%dreports", n), func(b *testing.B) {
			r := openMatrix(b, n, 200, 60)
			down, right := tea.KeyMsg{Type: tea.KeyDown}, tea.KeyMsg{Type: tea.KeyRight}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				if i%7 == 0 {
					r.app.Update(right)
				} else {
					r.app.Update(down)
				}
				_ = r.app.View()
			}
		})
	}
}
