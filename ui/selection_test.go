package ui

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"duidu/model/take"
	"duidu/ui/ask"
	"duidu/ui/fixture"
	"duidu/ui/lang"
	"duidu/ui/paper"
)

// newFile is what a new file is called today.
func newFile(suffix string) string {
	return "对读摘选-" + time.Now().Format("20060102") + suffix
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAClerkTakesAFigureAndASectionAwayAsText(t *testing.T) {
	r := open(t, 120, 36)
	r.press("enter", "f", "a", "tab", "j", "a", "e")
	r.shows("摘选  2 项", "格式：文本", "预览")
	r.showsLine("1", "数据", "清河县", "2023", "协商活动 3次")
	r.showsLine("2", "章节", "清河县", "2023", "围绕“一河两岸”")
	r.press("enter")
	r.shows("写入（文本）：" + newFile(".txt"))
	r.press("enter")
	r.shows("已写入 2 项（", newFile(".txt"))
	text := read(t, newFile(".txt"))
	for _, want := range []string{
		"1. 协商活动 3次\n江南省云川市清河县 2023年《凝聚共识 书写履职新篇》 › 一、聚力同行 担当尽责\n",
		"来源  江南省云川市清河县 2023年《凝聚共识 书写履职新篇》  reports/qinghe.txt",
		"　　围绕“一河两岸”综合治理开展专题协商3次，形成协商成果报告送县委、县政府参阅。",
		"2. 一、聚力同行 担当尽责\n江南省云川市清河县 2023年",
		"用心用情为民", // the part below it
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the file:\n%s", want, text)
		}
	}
	r.showsLine("2", "章节") // the selection stays
}

func TestAFigureIsWrittenWithTheSentenceThatStatesIt(t *testing.T) {
	report := fixture.Report(fixture.Shape{Path: "a.txt", Place: "清河县", City: "云川市", Year: 2023, Sections: 1, Paragraphs: 1})
	for i := range report.Figures {
		report.Figures[i].Sentence = "协商活动的原句。"
	}
	r := newRig(t, Options{Load: loadThese(report), Paths: []string{"a.txt"}}, 120, 36)
	r.press("f", "a", "e", "enter", "enter")
	if text := read(t, newFile(".txt")); !strings.Contains(text, "清河县 2023年") || !strings.Contains(text, "　　协商活动的原句。\n") {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestAFileOfAKindThatIsNotWrittenIsRefusedOnEveryScreen(t *testing.T) {
	for _, c := range []struct {
		keys       []string
		file, says string
	}{
		{[]string{"enter", "f", "a", "e", "enter"}, "摘.pdf", "不能写成 .pdf 文件，可以写 .txt .md .csv .json .docx .xlsx"},
		{[]string{"m", "w"}, "表.json", "不能写成 .json 文件，可以写 .csv .md .docx .xlsx .txt"},
	} {
		r := open(t, 140, 30)
		r.press(c.keys...)
		r.press("ctrl+u", c.file, "enter")
		r.shows(c.says)
		if _, err := os.Stat(c.file); err == nil {
			t.Errorf("%s was written", c.file)
		}
	}
}

func TestTheSuffixSaysTheFormat(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "f", "a", "e", "enter", "ctrl+u", "摘.csv")
	r.shows("写入（CSV 表格）：摘.csv")
	r.press("enter")
	if text := read(t, "摘.csv"); !strings.HasPrefix(text, "\ufeff序号,类型,地区") || !strings.Contains(text, "清河县") {
		t.Errorf("the file holds\n%s", text)
	}
	r.shows("格式：CSV 表格")
	r.press("f")
	r.shows("格式：JSON")
	r.press("w", "enter")
	if text := read(t, newFile(".json")); !strings.Contains(text, `"place":"清河县"`) {
		t.Errorf("the file holds\n%s", text)
	}
}

func TestAFileThatIsThereIsReplacedOnlyWithConsent(t *testing.T) {
	r := open(t, 120, 30)
	os.WriteFile("旧.txt", []byte("old"), 0o600)
	r.press("enter", "f", "a", "e", "enter", "ctrl+u", "旧.txt", "enter")
	r.shows("文件已存在（3 B），要覆盖吗")
	r.press("n")
	r.shows("写入（文本）：旧.txt") // another name, from this one
	r.press("enter", "esc", "esc")
	if got := read(t, "旧.txt"); got != "old" {
		t.Fatalf("replaced without consent by %q", got)
	}
	r.press("enter", "ctrl+u", "旧.txt", "enter", "y")
	r.shows("已写入 1 项")
	if got := read(t, "旧.txt"); !strings.Contains(got, "清河县") {
		t.Errorf("the file holds %q", got)
	}
	if info, _ := os.Stat("旧.txt"); info.Mode().Perm() != 0o600 {
		t.Errorf("its permissions became %v", info.Mode())
	}
}

func TestWhatCannotBeWrittenSaysWhyInOneLineAndLosesNothing(t *testing.T) {
	r := open(t, 160, 30)
	os.Mkdir("locked", 0o500)
	os.WriteFile("plain", nil, 0o600)
	r.press("enter", "f", "a", "e")
	for path, why := range map[string]string{
		"none/a.txt": "文件夹不存在", "none/": "文件夹不存在", "plain/a.txt": "不是文件夹", "/dev/null": "不是普通文件",
		strings.Repeat("长", 200) + ".txt": "名称太长",
	} {
		r.press("enter", "ctrl+u", path, "enter")
		if !strings.Contains(r.footer(), why) || !strings.Contains(r.footer(), "未能写入") {
			t.Errorf("%s: %q", path, r.footer())
		}
		r.shows("摘选 1")
	}
	if os.Getuid() != 0 {
		r.press("enter", "ctrl+u", "locked/a.txt", "enter")
		r.shows("没有写入权限")
	}
}

func TestTabCompletesAPath(t *testing.T) {
	r := open(t, 120, 30)
	os.MkdirAll("年报/甲", 0o700)
	os.WriteFile("年报/甲一.txt", nil, 0o600)
	os.WriteFile("年报/.hidden", nil, 0o600)
	r.press("enter", "f", "a", "e", "enter", "ctrl+u", "年", "tab")
	r.shows("写入（文本）：年报/")
	r.press("tab")
	r.shows("：年报/甲")
	r.press("tab") // the choices
	r.showsLine("2", "甲/", "甲一.txt")
	r.showsNot("hidden")
	r.press("tab")
	r.shows("：年报/甲/")
	r.press("shift+tab")
	r.shows("：年报/甲一.txt")
	r.press("ctrl+u", "年报/甲/", "enter") // into a folder under its usual name
	if text := read(t, filepath.Join("年报", "甲", newFile(".txt"))); !strings.Contains(text, "清河县") {
		t.Errorf("the file holds %q", text)
	}
	r.press("enter")
	r.shows("：年报/甲/" + newFile(".txt")) // where the last one went
}

func TestItemsAreMovedNotedTakenOutAndPutBack(t *testing.T) {
	r := open(t, 120, 30)
	r.press("enter", "f", "a", "f", "a", "f", "a", "e")
	r.press("J")
	r.showsLine("1", "收到提案")
	r.showsLine("▸", "2", "协商活动 3次")
	r.press("t", "会上再问", "enter")
	r.showsLine("▸", "3", "备注", "会上再问")
	r.press("K", "K")
	r.showsLine("▸", "1", "备注", "会上再问")
	r.press("K")
	r.shows("已在最前")
	r.press(" ", " ")
	r.shows("摘选  2 项")
	r.press("u")
	r.showsLine("▸", "1", "收到提案")
	r.press("u")
	r.showsLine("▸", "1", "备注", "会上再问")
	r.showsLine("2", "收到提案")
	r.press("D")
	r.shows("摘选是空的", "已取消摘选：全部，4 项")
	r.press("y")
	r.shows("复制：摘选是空的")
	r.press("u")
	r.shows("摘选  4 项")
	r.press("t", "会上再问", "enter")
	r.shows("同样的备注已经有了")
}

func TestCopyingSendsTheTextToTheTerminal(t *testing.T) {
	var terminal bytes.Buffer
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Terminal: &terminal}, 120, 30)
	r.press("enter", "f", "a", "e", "y")
	r.shows("已发送到终端剪贴板（", " B）")
	head, tail := "\x1b]52;c;", "\x07"
	raw := terminal.String()
	if !strings.HasPrefix(raw, head) || !strings.HasSuffix(raw, tail) {
		t.Fatalf("sent %q", raw)
	}
	text, err := base64.StdEncoding.DecodeString(raw[len(head) : len(raw)-len(tail)])
	want, _ := paper.Export(r.app.env.Selection(), "text", lang.NamesFor(lang.Chinese))
	if err != nil || string(text) != string(want) {
		t.Errorf("sent %q, %v", text, err)
	}
	terminal.Reset()
	r.app.env.Getenv = func(name string) string { return map[string]string{"TMUX": "/tmp/x"}[name] }
	r.press("y")
	r.shows("set-clipboard on")
	if !strings.Contains(terminal.String(), "\x1bPtmux;") {
		t.Error("nothing for tmux to hand through")
	}
}

func TestWhatIsTooLongForTheClipboardIsOfferedAFile(t *testing.T) {
	var terminal bytes.Buffer
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, Terminal: &terminal}, 120, 30)
	note := func(text string) { r.send(ask.Insert{Item: take.Note(text), At: -1}) }
	note(strings.Repeat("a", 74994-len("1. \n")))
	r.press("e", "y")
	r.shows("已发送到终端剪贴板")
	if n := terminal.Len(); n != 100000 {
		t.Errorf("the longest sequence has %d bytes", n)
	}
	terminal.Reset()
	note("一句话")
	r.press("y")
	r.shows("超过终端剪贴板的 75.0 KB，请存为文件", "写入（文本）："+newFile(".txt"))
	if terminal.Len() > 0 {
		t.Error("it was sent all the same")
	}
	r.press("enter")
	r.shows("已写入 2 项（75.0 KB）")
}

func TestTheOriginalSpellingGoesAlong(t *testing.T) {
	r := open(t, 120, 36)
	r.press("j", "enter", "a", "e", "w", "enter")
	if text := read(t, newFile(".txt")); !strings.Contains(text, "团结带领") || !strings.Contains(text, "團結帶領") {
		t.Errorf("the file holds\n%s", text)
	}
}
