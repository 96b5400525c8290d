package parser

import (
	"strings"
	"testing"
)

func TestAReportWithoutATitleIsKnownByWhomItSpeaksTo(t *testing.T) {
	body := strings.Repeat("一年来，各承办单位认真办理，委员对结果表示满意。", 12)
	for opening, want := range map[string]string{
		"各位委员：\n受政协青山县第八届委员会常务委员会委托，我向大会报告提案工作情况，请予审议。": "提案工作报告",
		"各位代表：\n现在，我代表县人民政府向大会报告政府工作，请予审议。":             "政府工作报告",
	} {
		r := parsed(t, New(Options{}), "青山县.txt", []byte(opening+"\n"+body+"\n"))
		if r.Kind != want {
			t.Errorf("%s is %q", opening, r.Kind)
		}
	}
}

func TestTheCaptionOfATableIsRead(t *testing.T) {
	body := strings.Repeat("<p>一年来，各承办单位认真办理，委员对结果表示满意，县政协还组织回头看。</p>", 8)
	r := parsed(t, New(Options{}), "a.html", []byte("<html><body><article><h1>政协青山县委员会2023年工作报告</h1>"+body+
		"<table><caption>各界别提案情况</caption><tr><th>界别</th><th>收到</th></tr><tr><td>农业界</td><td>26件</td></tr><tr><td>教育界</td><td>17件</td></tr></table>"+body+"</article></body></html>"))
	var text strings.Builder
	for _, b := range r.Blocks() {
		text.WriteString(b.Text + "\n")
	}
	for _, c := range r.Captions {
		text.WriteString(c + "\n")
	}
	if !strings.Contains(text.String(), "各界别提案情况") {
		t.Errorf("the caption is lost:\n%s", text.String())
	}
}

func TestAWorkPlanTellsOfWhatIsToBeDone(t *testing.T) {
	body := "\n\n一、提案办理\n\n立案提案120件，办复率100%。\n\n二、上年工作完成情况\n\n走访企业60家，开展视察12次。\n\n三、文史工作\n\n编辑文史书籍3部，印了又印。\n"
	for title, want := range map[string]bool{"政协青山县委员会2023年工作要点": true, "政协青山县委员会2023年工作要点（节选）": true, "政协青山县委员会2023年工作要点落实见闻": false} {
		r := parsed(t, New(Options{}), "a.txt", []byte(title+body))
		if got := r.Kind == "工作计划"; got != want {
			t.Errorf("%s is %q", title, r.Kind)
		}
		for _, f := range r.Figures {
			past := f.Text == "60家" || f.Text == "12次"
			if f.Plan != (want && !past) {
				t.Errorf("%s: %s is a plan: %v", title, f.Text, f.Plan)
			}
		}
		for _, s := range r.Sections {
			if s.Title != "" && (s.Theme == "outlook") != (want && s.Title != "二、上年工作完成情况") {
				t.Errorf("%s: %s is %s", title, s.Title, s.Theme)
			}
		}
	}
}

func TestACellWithItsUnitIsNamedByItsRowAndColumn(t *testing.T) {
	r := parsed(t, New(Options{}), "a.html", []byte("<html><body><article><h1>政协青山县委员会2023年工作报告</h1>"+strings.Repeat("<p>一年来，各承办单位认真办理，委员对结果表示满意，县政协还组织回头看。</p>", 8)+
		"<table><tr><th>界别</th><th>收到提案</th><th>开会时间</th></tr><tr><td>农业界</td><td>26件</td><td>3月</td></tr><tr><td>教育界</td><td>走访企业17家</td><td>9月</td></tr></table></article></body></html>"))
	labels := map[string]string{}
	for _, f := range r.Figures {
		labels[f.Text] = f.Label
	}
	if !strings.HasSuffix(labels["26件"], "收到提案") {
		t.Errorf("26件 counts %q", labels["26件"])
	}
	if labels["17家"] != "走访企业" {
		t.Errorf("a cell that says what it counts: %q", labels["17家"])
	}
}
