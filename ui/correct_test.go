package ui

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/ui/paper"
	"duidu/ui/state"
	"duidu/ui/write"
)

// twoCounties yields two reports of which something was read wrongly.
func twoCounties(_ context.Context, _ []string, yield func(string, *model.Report, error)) error {
	for i, text := range []string{
		"甲县 2020\n# deliberation 协商\n协商{10次|协商活动|consultations}，又{4次|来访}。\n# proposals 提案\n收到提案{80件|收到提案|proposals_received}。",
		"乙县 2023\n# deliberation 协商\n协商{5次|协商活动|consultations}。\n# proposals 提案\n收到提案{40件|收到提案|proposals_received}。",
	} {
		r := modeltest.Report(text)
		r.Path = fmt.Sprintf("%d.txt", i)
		yield(r.Path, r, nil)
	}
	return nil
}

func correcting(t *testing.T, path string, w, h int) *rig {
	r := newRig(t, Options{
		Load: twoCounties, Paths: []string{"folder"}, Catalogue: modeltest.Catalogue(), StatePath: path,
		Locate: func(name string) []string {
			return map[string][]string{"丙县": {"东省 丙县"}, "丁县": {"东省 丁县", "西省 丁县"}, "西省丁县": {"西省 丁县"}}[name]
		},
	}, w, h)
	r.app.memory.after = func(_ time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		return func() tea.Msg { return f(time.Now()) }
	}
	r.app.memory.waiting = false
	return r
}

// retype puts another text into the prompt that is open.
func (r *rig) retype(text string) {
	r.send(tea.KeyMsg{Type: tea.KeyCtrlU})
	r.press(text, "enter")
}

func TestThePlaceAndTheYearAreSetRightInTheLibraryAndKept(t *testing.T) {
	path := statePath(t)
	r := correcting(t, path, 120, 30)
	r.press("/", "甲县", "enter", "C")
	r.shows("更正：", "地区=甲县", "年度=2020", "委员人数=")
	r.retype("地区=丁县 年度=2020")
	r.shows("有 2 处叫“丁县”")
	r.retype("地区=西省丁县 年度=二〇")
	r.shows("年度“二〇”应是四位数字")
	r.retype("地区=西省丁县 年度=2022 委员人数=100")
	r.shows("已更正 3 项")
	r.press("esc")
	r.showsLine("丁县", "西省", "2022", "手工更正 3")

	again := correcting(t, path, 120, 30) // nothing was ended
	again.showsLine("丁县", "西省", "2022")
	again.press("/", "丁县", "enter", "U")
	again.shows("已撤销更正 委员人数由“—”更正为“100”")
	again.press("U", "U")
	again.shows("已撤销更正 地区由“甲县”更正为“西省 丁县”")
	again.press("esc")
	again.showsLine("甲县", "2020")
	again.press("/", "甲县", "enter", "U")
	again.shows("没有更正过")
	if list, err := state.Corrections(path); err != nil || len(list) != 0 {
		t.Errorf("kept %v, %v", list, err)
	}
}

func TestAFigureIsSetRightWhereItIsReadAndInTheComparison(t *testing.T) {
	r := correcting(t, "", 140, 36)
	r.press("/", "甲县", "enter", "enter", "f", "f", "C")
	r.shows("更正 4次：", "所指=来访", "指标=", "是数据=是")
	r.retype("所指=视察 指标=没有的")
	r.shows("没有指标“没有的”")
	r.retype("所指=视察 指标=党组 是数据=是") // one indicator has it in its name
	r.shows("已更正 2 项", "党组会议", "视察")
	r.press("i")
	r.shows("手工更正", "4次 的所指由“来访”更正为“视察”")
	r.press("i", "F", "C")
	r.retype("所指=协商活动 指标=协商活动 是数据=否")
	r.shows("10次 不是数据")
	r.press("esc", "esc", "esc", "esc", "c", "2")
	r.showsLine("党组会议", "4次")
	r.showsNot("10次")
	r.press("s", "s", "s", "s") // only what both have
	r.showsLine("收到提案", "80件", "40件", "+40")
	r.press("C")
	r.shows("更正 80件：", "指标=收到提案")
	r.retype("所指=收到提案 指标=立案提案")
	r.showsNot("+40")
	r.press("U")
	r.showsLine("收到提案", "80件", "40件", "+40")
}

func TestEveryExportSaysThatSomethingWasSetRight(t *testing.T) {
	r := correcting(t, "", 140, 36)
	r.press("/", "甲县", "enter", "C")
	r.retype("年度=2023")
	r.press("esc", "c", "2", "a", "w")
	r.retype("pair.csv")
	r.shows("已写入")
	written := map[string]string{}
	for _, f := range []write.Format{write.FormatText, write.FormatMarkdown, write.FormatCSV, write.FormatJSON} {
		data, err := paper.Export(r.app.env.Selection(), f, r.app.env.Words)
		if err != nil {
			t.Fatal(err)
		}
		written[string(f)] = string(data)
	}
	data, err := os.ReadFile("pair.csv")
	if err != nil {
		t.Fatal(err)
	}
	written["pair.csv"] = string(data)
	for name, text := range written {
		if !strings.Contains(text, "手工更正") && !strings.Contains(text, `"corrected":true`) {
			t.Errorf("%s does not say so:\n%s", name, text)
		}
	}
}

func TestWhoseMembersAreMissingIsSaidAndTheyCanBeTypedIn(t *testing.T) {
	r := correcting(t, "", 140, 36)
	r.press("c", "2", "p")
	r.shows("甲县 2020", "乙县 2023没有写明委员人数，按 C 填上")
	r.press("1", "C")
	r.retype("委员人数=100")
	r.press("2", "p")
	r.shows("乙县 2023没有写明委员人数")
	r.showsNot("甲县 2020、乙县")
	r.press("tab", "1", "C")
	r.retype("委员人数=50")
	r.press("2", "p")
	r.showsLine("协商活动", "0.1", "0.1")
}
