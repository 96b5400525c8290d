package parser

import (
	"strings"
	"testing"

	"duidu/model"
)

const (
	chromeTitle = "临河县政协2031年工作综述"
	chromeFirst = "2031年，临河县政协常委会把协商桌搬到渡口和集市，听船家、菜农、摊主说难处，一年走了四十多个村。"
	chromeLast  = "全年收到提案93件，办复率100%，渡口的棚子、集市的水龙头，都是这样一件一件办成的。"
)

// pasted are heads and tails of pages as they are copied with the text between
// them; nothing of either belongs to the report.
var pasted = []struct{ name, head, tail string }{
	{"buttons", "下载\n打印\n全屏\n【字号：\n加大\n还原\n】\n" + chromeTitle, "打印本页 关闭窗口"},
	{"the way to the page, below its menu", "首页\n政务公开\n走进临河\n当前位置：首页 > 政协 > 要闻\n" + chromeTitle + "\n日期：2032-01-09", "上一篇：没有了\n下一篇：春耕开犁"},
	{"the site's name", "临河政协\n" + chromeTitle + "\n来源：临河日报　浏览次数：31", "主办：临河县政协办公室　电话：0000-1234567"},
	{"an account's line", "原创 李小舟 临河政协 2032-01-09 08:15 发表于四川\n" + chromeTitle, "阅读 812\n赞\n在看\n写留言"},
	{"a newspaper's page", "第03版：要闻\n上一版 下一版\n临河日报 2032年1月9日 星期五\n" + chromeTitle, "版面导航 标题导航"},
	{"other articles", chromeTitle, "新闻推荐\n渡口修了新石阶 过河不再湿鞋\n集市分出早晚两场"},
	{"the editor and what follows", chromeTitle, "[责任编辑: 周某]\n1. 全县春耕动员会召开\n2. 老城墙修缮开工"},
}

func TestWhatAPagePutsAroundATextIsLeftOutAndTold(t *testing.T) {
	for _, c := range pasted {
		t.Run(c.name, func(t *testing.T) {
			r := parsed(t, New(Options{}), "test.txt", []byte(c.head+"\n"+chromeFirst+"\n"+chromeLast+"\n"+c.tail))
			if r.Title != chromeTitle || r.Year != 2031 {
				t.Errorf("title %q of %d", r.Title, r.Year)
			}
			if got := headingsOf(r); got != "" {
				t.Errorf("headings %q", got)
			}
			var left strings.Builder
			for _, b := range r.Blocks() {
				if !strings.Contains(chromeTitle+chromeFirst+chromeLast, b.Text) {
					left.WriteString(b.Text + "|")
				}
			}
			if left.Len() > 0 {
				t.Errorf("still there: %s", left.String())
			}
			if kinds(r, model.NoticeOmission) == 0 {
				t.Error("nothing says what was left out")
			}
		})
	}
}

func TestAReportsOwnLinesAreNoPagesLines(t *testing.T) {
	text := strings.Join([]string{chromeTitle, "一、协商的三张桌子", filler, "（一）渡口", "承办单位：县交通局", filler, "二、时间都去哪儿了", filler, "2032年1月9日"}, "\n\n")
	r := parsed(t, New(Options{}), "test.txt", []byte(text))
	if kinds(r, model.NoticeOmission) != 0 {
		t.Errorf("left out: %v", r.Notices)
	}
	if got := headingsOf(r); got != "一、协商的三张桌子\n  （一）渡口\n二、时间都去哪儿了" {
		t.Errorf("headings\n%s", got)
	}
}

func TestLinesThatOnlyLookLikeHeadingsAreNone(t *testing.T) {
	for _, line := range []string{
		"经济建设31件 占33.3% 文化建设12件 占12.9%",
		"建成渡口议事亭18个",
		"（周某）",
		"本报记者 周某",
		"临河县政协办公室",
		"■ 评出好提案7件",
		"• 走了四十多个村",
	} {
		r := parse(t, strings.Join([]string{"把协商桌搬到渡口", filler, line, filler}, "\n\n"))
		if got := headingsOf(r); strings.Contains(got, strings.TrimLeft(line, "■• ")) {
			t.Errorf("%s is a heading:\n%s", line, got)
		}
	}
}

func TestAMaximAboveTheOnlyParagraphOfAPartIsNoHeading(t *testing.T) {
	r := parse(t, strings.Join([]string{"一、提案", "提案贵精不贵多。" + filler, "二、监督", "监督要盯得住。" + filler}, "\n\n"))
	if got := headingsOf(r); got != "一、提案\n二、监督" {
		t.Errorf("headings\n%s", got)
	}
}

func TestTitlesOfDocumentsInAListStandAlone(t *testing.T) {
	items := []string{"关于修缮北门渡口石阶的提案", "关于集市分早晚两场的提案", "关于给摆渡船装灯的建议"}
	r := parse(t, filler+"\n"+strings.Join(items, "\n")+"\n"+filler)
	for _, item := range items {
		found := false
		for _, b := range r.Blocks() {
			found = found || b.Text == item && !b.Heading
		}
		if !found {
			t.Errorf("%s does not stand alone", item)
		}
	}
}

func TestATextThatStopsInsideItsLastSentenceHasAGap(t *testing.T) {
	if r := parse(t, filler+"\n\n渡口的棚子搭好以后，摆渡的老周说，往后下雨天过河的人"); kinds(r, model.NoticeGap) != 1 {
		t.Errorf("%v", r.Notices)
	}
	for _, whole := range []string{"渡口的棚子搭好了，过河的人都说好。", "渡口的棚子搭好了，过河的人都说好 [2]", "数据由县政协办公室提供（截至2031年底）"} {
		if r := parse(t, filler+"\n\n"+whole); kinds(r, model.NoticeGap) != 0 {
			t.Errorf("%s: %v", whole, r.Notices)
		}
	}
}

// whole reads a text with its head.
func whole(t *testing.T, text string) *model.Report {
	t.Helper()
	r, err := New(Options{}).Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheLineInWhichAPaperOrASiteNamesItselfIsNoTitle(t *testing.T) {
	const title = "清河县政协把协商桌搬进村"
	for _, top := range []string{
		"清河某报 2024年10月3日 第2版 要闻", "清河某报　　2024年12月17日　　07版：协商", "清河在线 > 今日聚焦", "某某网 | 清河", "清河政协网 · 信息之窗",
		"首 页 政协动态 协商建言 委员声音 主席访谈", "直通清河|时评|文化|体育|国内", "中新社清河分社 • 正文", "新闻热线:023-61520000 举报电话:023-61520001",
		"清河县志　卷十四　群团政协", "Page 322 - 清河年鉴2019", "清河网 综合",
	} {
		r := whole(t, top+"\n"+title+"\n2024-10-03 08:12  来源:县融媒体中心\n\n"+paragraph+"\n"+paragraph)
		if r.Title != title {
			t.Errorf("below %s the title is %q", top, r.Title)
		}
	}
	for text, want := range map[string]string{
		"清河县政协\n2024年工作综述\n\n" + paragraph + "\n" + paragraph:               "清河县政协2024年工作综述",
		"清河网讯 县政协一年办成十件事\n2024-10-03 08:12  来源:清河网\n\n" + paragraph:         "县政协一年办成十件事",
		"提案审查情况的报告 （2024年1月19日四次会议审议通过）\n\n" + paragraph + "\n" + paragraph: "提案审查情况的报告",
		"县政协　一年来的工作\n2024-10-03 08:12  来源:清河网\n\n" + paragraph:              "县政协　一年来的工作",
	} {
		if r := whole(t, text); strings.ReplaceAll(r.Title, "　", " ") != strings.ReplaceAll(want, "　", " ") {
			t.Errorf("the title is %q, want %q", r.Title, want)
		}
	}
}
