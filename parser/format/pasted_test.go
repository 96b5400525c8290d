package format

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"duidu/parser/parsertest"
)

// textsOf are the lines of a pasted text, rows marked.
func textsOf(t *testing.T, text string) []string {
	t.Helper()
	src, err := OpenText([]byte(text), "", "")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range src.Lines {
		mark := ""
		if l.Hint == RowHint {
			mark = "R "
		}
		out = append(out, mark+l.Text)
	}
	return out
}

func TestPastedTablesAreRows(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"tabs":             {"办理情况\n单位\t件数\t满意率\n教育局\t23\t100%\n水利局\t7\t98.6%\n　　以上是情况。", "办理情况/R 单位 ｜ 件数 ｜ 满意率/R 教育局 ｜ 23 ｜ 100%/R 水利局 ｜ 7 ｜ 98.6%/以上是情况。"},
		"blanks":           {"办理情况\n单　　位　　收　到　　满意率\n教育局　　23件　　100%\n水利局　　7件  98.6%\n合　　计　　30件　　99.7%\n　　以上是情况。", "办理情况/R 单位 ｜ 收到 ｜ 满意率/R 教育局 ｜ 23件 ｜ 100%/R 水利局 ｜ 7件 ｜ 98.6%/R 合计 ｜ 30件 ｜ 99.7%/以上是情况。"},
		"names and blanks": {"王某　　李某　　张某\n赵某　　钱某　　孙某\n周某　　吴某　　郑某", "王某　　李某　　张某/赵某　　钱某　　孙某/周某　　吴某　　郑某"},
		"one spaced row":   {"单位  件数  满意率\n教育局  23件  100%\n完", "单位  件数  满意率/教育局  23件  100%/完"},
		"uneven blanks":    {"单位  件数  满意率\n教育局  23件  100%\n水利局  7件\n完", "单位  件数  满意率/教育局  23件  100%/水利局  7件/完"},
		"a head of counts": {"合计  30件  100%\n教育局  23件  100%\n水利局  7件  98%\n完", "合计  30件  100%/教育局  23件  100%/水利局  7件  98%/完"},
		"empty corner":     {"\t件数\t满意率\n教育局\t23\t100%\n水利局\t\t98.6%", "R — ｜ 件数 ｜ 满意率/R 教育局 ｜ 23 ｜ 100%/R 水利局 ｜ — ｜ 98.6%"},
		"empty end":        {"单位\t件数\n教育局\t23\n水利局\t", "R 单位 ｜ 件数/R 教育局 ｜ 23/水利局"},
		"a cell a line":    {"附：办理情况\n单位\n件数\n满意率\n教育局\n23\n100%\n水利局\n7\n98.6%\n以上是情况。", "附：办理情况/R 单位 ｜ 件数 ｜ 满意率/R 教育局 ｜ 23 ｜ 100%/R 水利局 ｜ 7 ｜ 98.6%/以上是情况。"},
		"numbered items":   {"1.\t听取通报\n2.\t协商讨论", "1.\t听取通报/2.\t协商讨论"},
		"an indented text": {"\t会议听取了通报。\n\t委员进行了讨论。", "会议听取了通报。/委员进行了讨论。"},
		"names":            {"主任\n王某\n副主任\n李某\n委员\n张某", "主任/王某/副主任/李某/委员/张某"},
		"counters":         {"浏览\n123\n字号\n分享到\n收藏", "浏览/123/字号/分享到/收藏"},
		"one row":          {"单位\n件数\n教育局\n23\n完", "单位/件数/教育局/23/完"},
		"sections":         {"一、协商\n二、监督\n1\n三、提案\n2", "一、协商/二、监督/1/三、提案/2"},
	} {
		if got := strings.Join(textsOf(t, c.text), "/"); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

func TestALongListIsLookedAtOnce(t *testing.T) {
	took := func(n int) time.Duration {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "甲\n乙\n%d\n丙\n丁\n戊\n%d\n", i, i)
		}
		lines := SplitLines(b.String())
		var all []time.Duration
		for range 3 {
			start := parsertest.Worked(t)
			for range 3 {
				pastedTables(lines)
			}
			all = append(all, parsertest.Worked(t)-start)
		}
		return slices.Min(all)
	}
	if a, b := took(2_000), took(16_000); a > 0 && b > 30*a {
		t.Errorf("eight times the lines take %v in place of %v", b, a)
	}
}
