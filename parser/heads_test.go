package parser

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/format"
)

func TestThePageSaysWhenAndWhoseWhereTheTextIsSilent(t *testing.T) {
	for _, c := range []struct {
		name, text string
		year       int
		place      string
	}{
		{"an almanac tells of the year before", "P. 31\n" + "桐城市年鉴2019\n" + paragraph, 2018, ""},
		{"news is of the year it was put up in", "2019-03-02 10:11 来源：桐城市政协\n桐城市政协给夜市装灯\n桐城市政协的委员给夜市装了21盏灯。", 2019, "桐城市"},
		{"a review is of the year before", "2019-03-02 10:11 来源：桐城市政协\n桐城市政协的账本\n一年来，桐城市政协收到提案81件。", 2018, "桐城市"},
		{"no year after the page's own", "2019-03-02 10:11 来源：桐城市政协\n桐城市政协往前看\n到2035年，2035年的桐城，桐城市政协的委员说要有三座桥。", 2019, "桐城市"},
	} {
		r := parsed(t, New(Options{}), "test.txt", []byte(c.text))
		if r.Year != c.year || c.place != "" && r.Place != c.place {
			t.Errorf("%s: %s %d, want %s %d", c.name, r.Place, r.Year, c.place, c.year)
		}
	}
}

func TestPartsOfAnOutlookAreOutlookAndPartsOfManyThemesAnOverview(t *testing.T) {
	r := parse(t, strings.Join([]string{
		"一、过去一年的工作", "（一）学得深", "党组会议集中学习12次，理论武装更牢。", "（二）提得准", "收到提案81件，立案70件，办复率100%。", "（三）帮得实", "走访群众300人，为群众办实事20件。",
		"二、今年的打算", "（一）学得更深", "党组会议集中学习不少于12次。", "（二）提得更准", "提案质量要再高一点。",
	}, "\n\n"))
	want := []string{"overview", "overview", "leadership", "proposals", "livelihood", "outlook", "outlook", "outlook"}
	var got []string
	r.Walk(func(_ model.Path, s *model.Section) { got = append(got, s.Theme) })
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("themes %v\nwant   %v", got, want)
	}
}

func TestATextWithoutHeadingsIsAboutWhatItsTitleNames(t *testing.T) {
	r := parsed(t, New(Options{}), "test.txt", []byte("桐城市政协收到提案81件\n会上说，今年的题目贴着日子走。\n夜市的灯也在里面。"))
	for _, s := range r.Sections {
		for _, p := range s.Paragraphs {
			for _, run := range p.Runs {
				if run.Theme != "proposals" {
					t.Errorf("%q is %s", p.Text, run.Theme)
				}
			}
		}
	}
}

func TestAPageThatHidesItsArticleIsReadAndOneThatHidesTheRestSaysSo(t *testing.T) {
	body := "<p>" + strings.Repeat(filler, 2) + "</p>"
	wechat := "<html><head><title></title></head><body><h1>桐城市政协的一年</h1><div id=js_content style='visibility: hidden; opacity: 0'>" + strings.Repeat(body, 3) + "</div></body></html>"
	if r := parsed(t, New(Options{}), "a.html", []byte(wechat)); r.Characters < 200 {
		t.Errorf("%d characters read", r.Characters)
	}
	rest := "<html><head><title>桐城市政协的一年</title></head><body><h1>桐城市政协的一年</h1><div>" + strings.Repeat(body, 3) + "<div style='display:none'>" + body + "</div></div></body></html>"
	r := parsed(t, New(Options{}), "a.html", []byte(rest))
	if kinds(r, model.NoticeOmission) != 1 {
		t.Errorf("nothing says that text is hidden: %v", r.Notices)
	}
}

func TestABoxOfCommentsLongerThanTheArticleIsNotTheArticle(t *testing.T) {
	page := "<html><head><title>桐城市政协的一年</title></head><body><div id=m><h1>桐城市政协的一年</h1><div><p>" + strings.Repeat(filler, 3) + "</p><p>" + filler + "</p></div><div><h3>网友评论</h3><ul>" +
		strings.Repeat("<li><p>希望把我们巷子口的路灯也修一修，晚上下班回来实在看不清，孩子们都害怕。</p></li>", 12) + "</ul></div></div></body></html>"
	r := parsed(t, New(Options{}), "a.html", []byte(page))
	for _, b := range r.Blocks() {
		if strings.Contains(b.Text, "巷子口") {
			t.Fatalf("a comment is read: %s", b.Text)
		}
	}
	if r.Characters < 150 {
		t.Errorf("%d characters read", r.Characters)
	}
}

func TestATableBesideTheTextGoesOnWithIt(t *testing.T) {
	page := "<html><head><title>桐城市政协的一年</title></head><body><h1>桐城市政协的一年</h1><div>" + strings.Repeat("<p>"+filler+"</p>", 8) + "</div><table><tr><td>承办单位</td><td>提案数（件）</td></tr><tr><td>交通局</td><td>31</td></tr></table></body></html>"
	r := parsed(t, New(Options{}), "a.html", []byte(page))
	found := 0
	for _, b := range r.Blocks() {
		if b.Text == "承办单位 ｜ 提案数（件）" || b.Text == "交通局 ｜ 31" {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%d of the table's 2 rows are read", found)
	}
}

func TestDamagedEncodingsAreMendedOrTold(t *testing.T) {
	text := "桐城市政协收到提案81件，全部办结，委员满意。"
	gbk := encode(t, text, format.EncGB18030)
	misread, err := format.Decode([]byte(text), format.EncGB18030)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		data       []byte
		told       bool
	}{
		{"HZ", "桐城市政协", encode(t, text, format.EncHZ), true},
		{"a line of GBK before one of UTF-8", "交通局领办", append(append(gbk, '\n'), "第二件由交通局领办，路修好了，灯也亮了。\n"...), true},
		{"UTF-8 read as GBK", "桐城市政协", []byte(misread), true},
		{"a lost byte", "收到提案81件", []byte(strings.Replace(text, "，", "\xbc\x8c", 1) + strings.Repeat(text, 5)), true},
		{"signs that are nobody's slip", "①奥迪②迪奥", []byte("展台上有①奥迪②迪奥两家。"), false},
	} {
		r := parsed(t, New(Options{}), "a.txt", c.data)
		found := false
		for _, b := range r.Blocks() {
			found = found || strings.Contains(b.Text, c.want)
		}
		if told := kinds(r, model.NoticeEncoding) > 0; !found || told != c.told {
			t.Errorf("%s: read %v, told %v, %v", c.name, found, told, r.Notices)
		}
	}
}

func TestFrontMatterGivesTheTitleAndIsNoText(t *testing.T) {
	r := parsed(t, New(Options{}), "a.md", []byte("---\ntitle: \"桐城市政协2031年工作综述\"\nauthor:\n  - 办公室\n---\n\n## 提案\n\n"+filler+"\n\n## 监督\n\n"+filler+"\n"))
	if r.Title != "桐城市政协2031年工作综述" {
		t.Errorf("title %q", r.Title)
	}
	for _, b := range r.Blocks() {
		if strings.Contains(b.Text, "author") {
			t.Errorf("settings are text: %s", b.Text)
		}
	}
}
