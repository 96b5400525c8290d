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
