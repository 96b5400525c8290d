package ui

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"duidu/ui/ask"
	"duidu/ui/lang"
	"duidu/ui/screen"
)

//go:generate go test . -run KeysAre|Readings -update

// go test ./ui -run KeysAre -update
var update = flag.Bool("update", false, "write what is made of the tables anew")

// keyGroups names the groups of actions by the beginnings of their ids.
var keyGroups = map[string]lang.Phrase{
	"shell":            {ZH: "各屏通用", EN: "Every screen"},
	"library":          {ZH: "报告库", EN: "Library"},
	"reader":           {ZH: "阅读", EN: "Reader"},
	"compare":          {ZH: "对读", EN: "Compare"},
	"compare.sections": {ZH: "对读：章节", EN: "Compare: sections"},
	"compare.table":    {ZH: "对读：数据", EN: "Compare: figures"},
	"compare.wording":  {ZH: "对读：用语", EN: "Compare: wording"},
	"matrix":           {ZH: "多地", EN: "Matrix"},
	"digest":           {ZH: "汇编", EN: "Digest"},
	"neighbours":       {ZH: "本县与历年", EN: "Own county and years"},
	"search":           {ZH: "全库检索", EN: "Search of the library"},
	"export":           {ZH: "摘选与导出", EN: "Selection and export"},
}

func TestTheDocumentedKeysAreThoseOfTheTables(t *testing.T) {
	for path, l := range map[string]lang.Lang{"../docs/keys.md": lang.Chinese, "../docs/keys.en.md": lang.English} {
		want := keysDocument(l)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is out of date: run go test ./ui -run KeysAre -update", path)
		}
	}
}

// keysDocument is the page of all keys in a language.
func keysDocument(l lang.Lang) string {
	p := func(zh, en string) string { return lang.Phrase{ZH: zh, EN: en}.In(l) }
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", p("按键", "Keys"), p(
		"本页由程序的按键表生成，与 F1 帮助一致。组合键写作 C-x（Ctrl 加 x）、S-x（Shift 加 x）；多个键作用相同，任按其一。\n"+
			"按不了的键会在底行说明原因。输入检索词、筛选词、文件名时，Enter 确定，Esc 取消。\n"+
			"鼠标：点按定位，滚轮滚动，在一侧内拖动即选取；要用终端自己的选字，先按 M 交还鼠标，或按住 Shift 拖动。",
		"This page is made from the program's table of keys, as the help on F1 is. C-x is Ctrl and x, S-x is Shift and x;\n"+
			"keys in one row do the same. A key that can't act says why in the last row. While a query, a filter or a file name\n"+
			"is typed, Enter accepts and Esc cancels. Mouse: click to point, wheel to scroll, drag inside a pane to select; for the\n"+
			"terminal's own selection press M to give it the mouse, or hold Shift while dragging."))
	tables := Tables(Options{})
	for _, table := range append(tables[1:], tables[0]) {
		var groups []string
		rows := make(map[string]string)
		for _, a := range table.Actions {
			group := keyGroup(a.ID)
			if rows[group] == "" {
				groups = append(groups, group)
			}
			rows[group] += fmt.Sprintf("| %s | %s |\n", keysCell(a, l), strings.ReplaceAll(a.Text.In(l), "|", `\|`))
		}
		for _, group := range groups {
			title := group
			if g, ok := keyGroups[group]; ok {
				title = g.In(l)
			}
			fmt.Fprintf(&b, "\n## %s\n\n| %s | %s |\n|---|---|\n%s", title, p("键", "key"), p("作用", "what it does"), rows[group])
		}
	}
	return b.String()
}

// keyGroup is the part of an id before its last point.
func keyGroup(id string) string { return id[:strings.LastIndex(id, ".")] }

func keysCell(a screen.Action, l lang.Lang) string {
	var names []string
	for _, k := range a.Keys {
		name := strings.ReplaceAll(keyName(k, l), "|", `\|`)
		if name == "`" {
			names = append(names, "`` ` ``")
			continue
		}
		names = append(names, "`"+name+"`")
	}
	return strings.Join(names, " ")
}

// guideKey finds a key that the guide names: one sign or letter, or a key
// with a name.
var guideKey = regexp.MustCompile("`([^`\\s]|Enter|Tab|Esc|Space|F1|PgUp|PgDn)`")

// guideScreens are the screens that the parts of the guide are about.
var guideScreens = [][]ask.Screen{
	{ask.Library, ask.Reader, ask.Compare, ask.Export}, {ask.Library}, {ask.Reader}, {ask.Compare, ask.Library}, {ask.Matrix, ask.Library, ask.Neighbours}, {ask.Export, ask.Reader, ask.Matrix},
}

func TestTheKeysOfTheGuideWorkOnItsScreens(t *testing.T) {
	for path, l := range map[string]lang.Lang{"../docs/guide.md": lang.Chinese, "../docs/guide.en.md": lang.English} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(string(text), "\n## ")[1:]
		for i, screens := range guideScreens {
			known := make(map[string]bool)
			for _, table := range Tables(Options{}) {
				if table.Screen != "" && !slices.Contains(screens, table.Screen) {
					continue
				}
				for _, a := range table.Actions {
					for _, k := range a.Keys {
						known[keyName(k, l)] = true
					}
				}
			}
			found := guideKey.FindAllStringSubmatch(parts[i], -1)
			for _, m := range found {
				if !known[m[1]] {
					t.Errorf("%s, part %d: %s does nothing there", path, i+1, m[1])
				}
			}
			if len(found) < 5 {
				t.Errorf("%s, part %d names only %d keys", path, i+1, len(found))
			}
		}
	}
}
