package parser

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/format/html"
)

// article wraps the inside of an article into a page of its own.
func article(inside string) []byte {
	return []byte(`<!DOCTYPE html><html><head><title>某县政协工作综述_某县政协网</title></head><body><nav><a href="/">首页</a></nav><article>` + inside + `</article><footer>版权所有</footer></body></html>`)
}

const proseOfOurOwn = "<p>一年来，县政协围绕中心、服务大局，召开会议12次，收到提案86件，提出意见建议140条。</p>"

func TestTheTagsOfAPageSayWhatItsLinesAre(t *testing.T) {
	expectLines(t, article(`<h1>某县政协工作综述</h1><h2>提案工作</h2>`+proseOfOurOwn+`<h3>督办</h3><p>领导督办重点提案6件。</p>
<ul><li>走访乡镇12个</li><li>座谈3次</li></ul><ol start="4"><li>继续学习</li></ol>
<figure><img src="a.jpg"><figcaption>委员在田间</figcaption></figure><p><img src="b.jpg"></p><p style="text-align:center">委员在学校</p><h2>展望</h2><p>继续努力。</p>`),
		"T 某县政协工作综述", "H2 提案工作", "一年来，县政协围绕中心、服务大局，召开会议12次，收到提案86件，提出意见建议140条。", "H3 督办", "领导督办重点提案6件。",
		"I • 走访乡镇12个", "I • 座谈3次", "I 4. 继续学习", "C 委员在田间", "C 委员在学校", "H2 展望", "继续努力。")
}

func TestTheTitleThatAPageNamesIsTheReportsTitle(t *testing.T) {
	r := parsed(t, New(Options{}), "a.html", article("<h1>把好事办好！</h1><h2>把实事办实</h2>"+proseOfOurOwn+"<h2>把难事办妥</h2>"+proseOfOurOwn))
	if r.Title != "把好事办好！" || len(r.Sections) != 3 || r.Sections[1].Title != "把实事办实" {
		t.Errorf("%q %+v", r.Title, r.Sections)
	}
}

func TestLineEndsBetweenHanziAreNoBlanks(t *testing.T) {
	expectLines(t, article("<p>县政协全年\n\t收到提案\r\n86件，a\nb&nbsp;c，<b>立案</b><ruby>窖<rt>jiào</rt></ruby>藏。<br>其次，召开会议12次。</p>"+proseOfOurOwn),
		"县政协全年收到提案86件，a b c，立案窖藏。", "其次，召开会议12次。", "一年来，县政协围绕中心、服务大局，召开会议12次，收到提案86件，提出意见建议140条。")
}

func TestWhatAPageHidesIsNotRead(t *testing.T) {
	hidden := `<style>.x{display:none} #y{position:absolute;left:-9999px}</style><p style="display: none">藏一，</p><div class="x a">藏二，</div><p id="y">藏三，</p><p hidden>藏四，</p><span style="font-size:0">藏五，</span><script>藏六，</script><!-- 藏七 -->`
	for _, l := range linesOfFile(t, article(hidden+proseOfOurOwn)) {
		if strings.Contains(l, "藏") {
			t.Errorf("%q", l)
		}
	}
}

func TestATableOfAPageIsReadByRows(t *testing.T) {
	page := article(proseOfOurOwn + `<table><caption>提案情况（单位：件）</caption><tr><th rowspan="2">类别</th><th colspan="2">数量</th></tr><tr><th>收到</th><th>立案</th></tr>
<tr><td>经济提案</td><td>40</td><td>38</td></tr><tr><td>社会提案</td><td>46</td><td>41</td></tr></table>`)
	r := parsed(t, New(Options{}), "a.html", page)
	var got []string
	for _, f := range r.Figures[3:] {
		got = append(got, f.Text+f.Unit)
	}
	if strings.Join(got, " ") != "40件 38件 46件 41件" {
		t.Errorf("%q", got)
	}
}

func TestAPageNestedDeeperThanThereIsReasonForIsStillRead(t *testing.T) {
	for _, tag := range []string{"div", "span", "table><tr><td", "b"} {
		start := time.Now()
		r := parsed(t, New(Options{}), "deep.html", []byte("<html><body>"+strings.Repeat("<"+tag+">", 100_000)+proseOfOurOwn))
		if len(r.Figures) != 3 || time.Since(start) > 10*time.Second {
			t.Errorf("%s: %d figures in %v", tag, len(r.Figures), time.Since(start))
		}
	}
}

func TestAnEmptyPageSaysSo(t *testing.T) {
	wantKind(t, "empty.html", []byte("<html><body><script>x</script></body></html>"), format.Empty)
	wantKind(t, "menu.html", []byte("<html><body><nav><a>首页</a></nav></body></html>"), format.Empty)
}

func TestAPageSavedWholeIsReadFromItsFirstPart(t *testing.T) {
	page := string(article("<h1>某县政协工作综述</h1>" + proseOfOurOwn))
	head := "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n----b--\r\n"
	tail := "\r\n----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----b----\r\n"
	quoted := strings.NewReplacer("=", "=3D").Replace(page)
	for name, part := range map[string]string{
		"base64": "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(page)),
		"quoted": "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted,
		"gbk":    "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(encode(t, page, format.EncGB18030)),
		"cut":    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + page,
	} {
		data := head + part + tail
		if name == "cut" {
			data = head + part
		}
		r := parsed(t, New(Options{}), name, []byte(data))
		if r.Format != format.MHTML || len(r.Figures) != 3 || r.Title != "某县政协工作综述" {
			t.Errorf("%s: %s %q %d", name, r.Format, r.Title, len(r.Figures))
		}
	}
	wantKind(t, "none.mht", []byte(head+"Content-Type: image/png\r\n\r\nx"+tail), format.Damaged)
}

func TestMarkdownIsReadByItsMarks(t *testing.T) {
	text := "# 某县政协工作综述\n\n## 提案工作\n\n一年来，县政协**收到提案**86件，\n立案79件，见[附表](http://a.cn/b)。\n\n![委员在田间](a.jpg)\n\n- 走访乡镇12个\n\n展望\n----\n\n| 项目 | 数量（件） |\n|---|---:|\n| 收到提案 | 86 |\n| 立案提案 | 79 |\n"
	expectLines(t, []byte(text), "T 某县政协工作综述", "H2 提案工作", "一年来，县政协收到提案86件，立案79件，见附表。", "C 委员在田间", "I • 走访乡镇12个", "H2 展望", "R 项目 ｜ 数量（件）", "R 收到提案 ｜ 86", "R 立案提案 ｜ 79")
	r := parsed(t, New(Options{}), "a.md", []byte(text))
	if r.Format != format.Markdown || len(r.Figures) != 5 || r.Figures[3].Text != "86" || r.Figures[3].Unit != "件" {
		t.Errorf("%s %+v", r.Format, r.Figures)
	}
	if src, _ := format.OpenText([]byte("# 1号楼\n二、工作。"), "", ""); src.Format != format.PlainText {
		t.Errorf("a text with a # is %s", src.Format)
	}
}

func paperPart(text ...string) []byte {
	parts := []piecePart{{headline, "凝聚力量办实事"}, {subtitle, "——某县政协全年工作综述"}}
	for _, t := range text {
		parts = append(parts, piecePart{paragraphPart, t})
	}
	return []byte(paperPage(parts))
}

func TestAnArticleThatGoesOnOnAnotherPageIsJoined(t *testing.T) {
	first := paperPart("一年来，县政协围绕中心工作，召开各类会议12次，收到提案86件，提出意见建议140条。", "组织委员深入乡镇开展视察，形成报告提交县委，其中关于饮水安全的建议被采纳，惠及群众三千余户，", "（下转第四版）")
	second := paperPart("（上接第一版）推动建成水厂5座。", "新的一年，县政协将继续努力，办好每一件提案。")
	other := paperPart("这是另一篇文章，讲的是别的事情，与前一篇毫无关系。")
	root := tree(t, map[string]string{"1.html": string(first), "4.html": string(second), "3.html": string(other)})
	var got []*model.Report
	err := New(Options{}).Load(context.Background(), []string{root}, func(_ string, r *model.Report, err error) error {
		if err != nil {
			t.Error(err)
		}
		got = append(got, r)
		return nil
	})
	if err != nil || len(got) != 2 {
		t.Fatalf("%d reports, %v", len(got), err)
	}
	text := ""
	for _, b := range got[0].Blocks() {
		text += b.Text + "\n"
	}
	if !strings.Contains(text, "惠及群众三千余户，推动建成水厂5座。") || strings.Contains(text, "下转") || strings.Contains(text, "上接") || strings.Count(text, "凝聚力量办实事") != 1 {
		t.Errorf("joined:\n%s", text)
	}
	alone := parsed(t, New(Options{}), "1.html", first)
	if n := alone.Notices[0]; n.Kind != model.NoticeGap || !slices.Contains(n.Args, "四") {
		t.Errorf("%v", alone.Notices)
	}
	if err := os.Remove(filepath.Join(root, "1.html")); err != nil {
		t.Fatal(err)
	}
	n := 0
	_ = New(Options{}).Load(context.Background(), []string{root}, func(string, *model.Report, error) error { n++; return nil })
	if n != 2 {
		t.Errorf("without its first part the second is not shown: %d", n)
	}
}

func TestParagraphsThatLinksBrokeAreWholeAgain(t *testing.T) {
	text := "各位代表：\n\n我们听取了关于\n某某草案的报告\n，并进行了三天的讨论，现在报告工作。\n\n一年来，各方面都有成绩，根据\n共同纲领\n、有关规定，我们完成了任务。\n\n下面分几点来讲。\n\n一、过去一年\n\n工作有进步。\n\n\nPublic domain\nfalse"
	expectLines(t, []byte(text), "各位代表：", "我们听取了关于某某草案的报告，并进行了三天的讨论，现在报告工作。", "一年来，各方面都有成绩，根据共同纲领、有关规定，我们完成了任务。", "下面分几点来讲。", "一、过去一年", "工作有进步。")
}

func FuzzHTML(f *testing.F) {
	f.Add(string(article(proseOfOurOwn)))
	f.Add(`<div><p>甲<br>乙<table><tr><td colspan=9999999 rowspan=-1>1<td>2<tr><td>3<td>4</table><ol start=x><li>丙`)
	f.Add(`<html><style>.a{display:none}</style><p class=a>甲<pre> 乙 `)
	p := New(Options{})
	f.Fuzz(func(t *testing.T, page string) {
		readable(t, p, []byte("<html>"+page))
		readable(t, p, []byte("MIME-Version: 1.0\nContent-Type: text/html\n\n"+page))
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# a\n\n| a | 1 |\n|---|\n- x\n![甲](b)\n**c**")
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range format.MarkdownLines(text) {
			if strings.Contains(l.Text, "\n") {
				t.Fatalf("%q", l.Text)
			}
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	var parts []piecePart
	for i := range 60 {
		parts = append(parts, piecePart{paragraphPart, fmt.Sprint("第", i, "段。", simplifiedText)})
	}
	data := []byte(portalPage(parts))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := html.Open(data, "", ""); err != nil {
			b.Fatal(err)
		}
	}
}
