package parser

import (
	"fmt"
	"strings"
	"testing"

	"duidu/model"
)

// parse reads a body under a head of its own with the built-in catalogue.
func parse(t testing.TB, body string) *model.Report {
	t.Helper()
	head := "务实履职 为民尽责\n——青山县政协2021年工作综述\n\n"
	r, err := New(Options{}).Parse("test.txt", []byte(head+body))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// firstPart is the first section that has a title.
func firstPart(r *model.Report) *model.Section {
	for _, s := range r.Sections {
		if s.Title != "" {
			return s
		}
	}
	return r.Sections[0]
}

// headingsOf prints the outline, one heading a line, two blanks a level.
func headingsOf(r *model.Report) string {
	var b strings.Builder
	r.Walk(func(_ model.Path, s *model.Section) {
		if s.Title != "" {
			fmt.Fprintf(&b, "%s%s\n", strings.Repeat("  ", s.Level-1), s.Title)
		}
	})
	return strings.TrimSpace(b.String())
}

func kinds(r *model.Report, kind model.NoticeKind) int {
	n := 0
	for _, notice := range r.Notices {
		if notice.Kind == kind {
			n++
		}
	}
	return n
}

const filler = "我们认真组织委员学习有关文件，听取各方面的意见，把好事办好、把实事办实，受到基层欢迎。"

func TestNumberedHeadingsNestByTheirStyle(t *testing.T) {
	r := parse(t, strings.Join([]string{
		"一、加强思想政治建设", "（一）坚持理论学习", filler, "（二）开展专题研讨", filler, "二、提高提案质量", "（一）抓好立案", filler, "1.严格审查", filler, "2.分类交办", filler,
	}, "\n\n"))
	want := `一、加强思想政治建设
  （一）坚持理论学习
  （二）开展专题研讨
二、提高提案质量
  （一）抓好立案
    1.严格审查
    2.分类交办`
	if got := headingsOf(r); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestAHeadingSetOverTwoLinesIsOne(t *testing.T) {
	r := parse(t, "全力推进提案工作\n促进成果落地见效\n"+filler+"\n用心服务界别群众\n架起党群连心桥梁\n"+filler+"\n")
	if got := headingsOf(r); got != "全力推进提案工作 促进成果落地见效\n用心服务界别群众 架起党群连心桥梁" {
		t.Errorf("got\n%s", got)
	}
}

func TestARunInSentenceIsAHeadingWhenItNamesATopic(t *testing.T) {
	r := parse(t, strings.Join([]string{
		"提升履职实效", "扎实开展民主监督。" + filler, "——持续办好重点提案。" + filler, "全年收到提案12件。" + filler,
		"做好委员服务", "春风化雨润桃李。" + filler, filler,
	}, "\n\n"))
	if got := headingsOf(r); got != "提升履职实效\n  扎实开展民主监督\n  持续办好重点提案\n做好委员服务" {
		t.Errorf("got\n%s", got)
	}
	s := firstPart(r).Sections[0]
	if !s.RunIn || !strings.HasPrefix(s.Paragraphs[0].Text, "扎实开展民主监督。") {
		t.Error("a run-in heading does not stay in its paragraph")
	}
}

func TestBriefOpenersOfMostParagraphsAreHeadings(t *testing.T) {
	r := parse(t, strings.Join([]string{"把根扎深", "学得勤。" + filler, "走得远。" + filler, "回望来路，步履坚实。" + filler}, "\n\n"))
	if got := headingsOf(r); got != "把根扎深\n  学得勤\n  走得远" {
		t.Errorf("got\n%s", got)
	}
}

func TestARefrainOpensThePartsOfAReportWithoutHeadings(t *testing.T) {
	part := func(s string) string {
		return "过去的一年里，我们县政协" + s + "。" + strings.Repeat(filler, 4)
	}
	r := parse(t, strings.Join([]string{filler, part("坚持党的领导"), part("聚焦民主监督"), filler}, "\n\n"))
	if got := headingsOf(r); got != "过去的一年里，我们县政协坚持党的领导\n过去的一年里，我们县政协聚焦民主监督" {
		t.Errorf("got\n%s", got)
	}
}

func TestASidebarsHeadingsStandBelowItsTitle(t *testing.T) {
	r := parse(t, strings.Join([]string{
		"夯实思想根基,凝聚奋进力量", filler, "展望", "2031", "工作关键词", "加强学习 在强基固本上下功夫", filler, "办好提案 在提质增效上下功夫", filler, "广泛协商议政,服务发展大局", filler,
	}, "\n\n"))
	want := `夯实思想根基,凝聚奋进力量
展望 2031 工作关键词
  加强学习 在强基固本上下功夫
  办好提案 在提质增效上下功夫
广泛协商议政,服务发展大局`
	if got := headingsOf(r); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestAParagraphSplitByAPageIsWholeAgain(t *testing.T) {
	r := parse(t, "加强和改进提案工作\n\n围绕老城区停车难问题，组织住城委员开展了\n\n3次专题视察，提出建议9条。\n\n"+filler)
	if kinds(r, model.NoticeJoint) != 1 || !strings.Contains(firstPart(r).Paragraphs[0].Text, "开展了3次专题视察") {
		t.Errorf("paragraphs are %+v", firstPart(r).Paragraphs)
	}
}

func TestLinesOfAFixedWidthAreParagraphsAgain(t *testing.T) {
	text := []rune(strings.Repeat(filler, 5))
	var lines []string
	for i := 0; i < len(text); i += 24 {
		lines = append(lines, string(text[i:min(i+24, len(text))]))
	}
	r := parse(t, "办好重点提案\n\n"+strings.Join(lines, "\n"))
	if s := firstPart(r); headingsOf(r) != "办好重点提案" || len(s.Paragraphs) != 1 || s.Paragraphs[0].Text != string(text) {
		t.Errorf("headings %s, paragraphs %+v", headingsOf(r), s.Paragraphs)
	}
}

func TestCaptionsAreTakenOutOfTheTextTheyInterrupt(t *testing.T) {
	r := parse(t, "增进团结合作\n\n"+filler+"随后委员们来到敬老院，为老人们送去了过冬的棉被，并\n\n\n\n\n青山县政协委员到敬老院开展慰问活动\n\n和老人们包起了饺子。\n\n（图片由青山县政协提供）\n\n"+filler)
	if got := strings.Join(r.Captions, "|"); got != "青山县政协委员到敬老院开展慰问活动|（图片由青山县政协提供）" {
		t.Errorf("captions are %s", got)
	}
	if kinds(r, model.NoticeJoint) != 1 || kinds(r, model.NoticeGap) != 0 {
		t.Errorf("notices are %v", r.Notices)
	}
}

func TestTextThatNeverGoesOnIsAGap(t *testing.T) {
	r := parse(t, "办好重点提案\n\n"+filler+"主席会议成员牵头督办了城乡供水一体化\n\n加强委员联络\n\n"+filler)
	if kinds(r, model.NoticeGap) != 1 {
		t.Errorf("notices are %v", r.Notices)
	}
}

func TestAPassageThatStandsTwiceIsNoticedOnce(t *testing.T) {
	long := "委员们走进田间地头，与种粮大户算投入账、产出账和生态账，先后提出推广节水灌溉、培育本地良种等十余条具体意见。"
	r := parse(t, "服务乡村振兴\n\n"+filler+long+"\n\n建言产业发展\n\n"+long+"有关部门逐条作了答复。")
	if kinds(r, model.NoticeDuplicate) != 1 {
		t.Errorf("notices are %v", r.Notices)
	}
}

func TestTemplateBlanksYieldANoticeAndNoFigure(t *testing.T) {
	r := parse(t, "办好提案\n\n全年收到提案×件，立案XX件，20**年办结率100%。"+filler)
	if kinds(r, model.NoticeBlank) != 3 || len(r.Figures) != 1 {
		t.Errorf("notices %v, figures %v", r.Notices, figureLabels(r.Figures))
	}
}

func TestASentenceTakesTheThemeItSpeaksOf(t *testing.T) {
	r := parse(t, "围绕中心服务大局\n\n围绕产业发展开展专题协商6次。组织特邀监督员参加民主监督活动11次，反馈问题线索40件。编报社情民意信息88条，走访群众900人次。")
	var themes []string
	for _, run := range firstPart(r).Paragraphs[0].Runs {
		themes = append(themes, run.Theme)
	}
	if got := strings.Join(themes, " "); got != "deliberation supervision livelihood" {
		t.Errorf("themes are %s", got)
	}
}

func FuzzNothingIsLostBetweenLinesAndSections(f *testing.F) {
	f.Add("一、学习\n" + filler + "\n\n\n\n青山县政协开展调研活动\n\n（一）协商。" + filler)
	f.Add("展望\n2024\n关键词\n\n——" + filler + "\n，续上行")
	p := New(Options{})
	f.Fuzz(func(t *testing.T, s string) {
		r, err := p.Parse("f.txt", []byte("总结\n\n"+s))
		if err != nil {
			return
		}
		keepsPromises(t, r)
	})
}

func BenchmarkParse(b *testing.B) {
	var text strings.Builder
	text.WriteString("务实履职 助力发展\n——青山县政协2021年工作综述\n\n")
	for i := range 40 {
		fmt.Fprintf(&text, "%d 开展专题协商\n\n加强民主监督。组织委员视察%d次，收集问题线索%d件。%s\n\n", i+1, i+2, i*3, filler)
	}
	data := []byte(text.String())
	p := New(Options{})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := p.Parse("b.txt", data); err != nil {
			b.Fatal(err)
		}
	}
}

func figureLabels(figures []model.Figure) []string {
	var out []string
	for _, f := range figures {
		out = append(out, fmt.Sprintf("%s %s [%s]", f.Text, f.Label, f.Indicator))
	}
	return out
}
