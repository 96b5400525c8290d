package parser

import (
	"strings"
	"testing"

	"duidu/parser/format"
	"duidu/parser/format/html"
)

func TestTheBodyRatherThanAHeadingStandsForTheYear(t *testing.T) {
	for name, body := range map[string]string{
		"heading first": "一、收到提案86件\n\n全年收到提案86件。" + filler + "\n\n二、加强学习\n\n" + filler + "\n",
		"body first":    "一、办好提案\n\n全年收到提案86件。" + filler + "\n\n二、收到提案86件\n\n" + filler + "\n",
	} {
		stands := 0
		for _, f := range parse(t, body).Figures {
			if f.Indicator != "proposals_received" || !f.Headline {
				continue
			}
			if stands++; f.Paragraph < 0 {
				t.Errorf("%s: the heading's %s stands for the year", name, f.Text)
			}
		}
		if stands != 1 {
			t.Errorf("%s: %d figures stand for the year", name, stands)
		}
	}
}

func TestARateOfNothingIsNoFault(t *testing.T) {
	for _, text := range []string{"全年收到提案0件，立案0件，立案率100%。", "全年收到提案0件，立案0件，其中集体提案0件，占50%。", "全年立案0件，办复5件，办复率100%。"} {
		if r := parse(t, "办好提案\n\n"+text+"\n\n"+filler); len(r.Figures) < 2 {
			t.Errorf("%s: %d figures", text, len(r.Figures))
		}
	}
}

func TestACellIsTheCountOfItsRowAndNotTheNumberInTheRowsName(t *testing.T) {
	table := "# 青山县政协工作综述\n\n" + filler + "\n\n| 项目 | 数量（件） |\n| --- | --- |\n| 收到提案其中联名3件 | 86 |\n| 立案提案 | 80 |\n"
	r := parsed(t, New(Options{}), "a.md", []byte(table))
	got := map[string]string{}
	for _, f := range r.Figures {
		got[f.Text] += f.Value.String() + f.Unit
	}
	if got["86"] != "86件" || got["80"] != "80件" {
		t.Errorf("%v", got)
	}
}

func TestAMailWithoutAKindIsADamagedPage(t *testing.T) {
	for name, data := range map[string]string{
		"no kind":      "MIME-Version: 1.0\r\nSubject: x\r\n\r\n<p>收到提案86件。</p>",
		"a wrong kind": "MIME-Version: 1.0\r\nContent-Type: ;;;\r\n\r\n<p>收到提案86件。</p>",
		"no fields":    "<p>收到提案86件。</p>",
	} {
		_, err := html.OpenMHTML([]byte(data), "")
		var e *format.Error
		if !asError(err, &e) || e.Kind != format.Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATitleAboveTheArticleIsReadAndALinkThatReadsLikeItIsNot(t *testing.T) {
	page := func(head string) []byte {
		return []byte(`<!DOCTYPE html><html><head><title>某县政协工作综述_某县政协网</title></head><body><div>` + head + `</div><article>` + strings.Repeat(proseOfOurOwn, 4) + `</article></body></html>`)
	}
	for head, want := range map[string]bool{
		`<p>某县政协工作综述</p>`:                 true,
		`<p><a href="/">某县政协工作综述</a></p>`: false,
		`<p><a href="/">某县政协</a>工作综述</p>`: true,
		`<p><a href="/">某县政协工作</a>综述</p>`: false,
	} {
		lines := linesOfFile(t, page(head))
		if got := strings.Contains(lines[0], "某县政协工作综述"); got != want {
			t.Errorf("%s: the text begins with %q", head, lines[0])
		}
	}
}
