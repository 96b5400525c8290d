package parser

import (
	"strings"
	"testing"
)

func TestOneDeedDoesNotStandForTheYear(t *testing.T) {
	for words, want := range map[string]bool{
		"全年委员捐款30万元。":            true,
		"一位委员捐款30万元。":            false,
		"现场走访慰问困难群众40户。":         false,
		"走访慰问困难群众40户。":           true,
		"柳树村有困难群众90户，慰问了40户。":    false,
		"5月12日，村民代表20名到场。":       false,
		"到5月12日，走访慰问群众20名。":      true,
		"资助这100名学生。":             false,
		"资助学生100名。":              true,
		"柳镇那家接待群众830人次。":         false,
		"把高中振兴定为一号协商议题，前后调研14次。": false,
		"把高中振兴定为议题，全年调研14次。":     true,
		"指导乡镇化解纠纷36起。":           true,
		"清河镇化解纠纷36起。":            false,
		"对往年B类提案42件再办一次。":        false,
		"任职以来，他提交提案26件。":         false,
		"任职以来，他们提交提案26件。":        true,
		"重点提案由8件增加到12件。":         true,
		"重点提案8件、12件。":            false,
		"18个乡镇实现委员工作站全覆盖。":       false,
		"调研组走访6个村，收集意见62条。":      false,
		"走访6个村，收集意见62条。":         true,
		"该工作室接待群众260人次。":         false,
		"该县政协接待群众260人次。":         true,
		"就停车难开展民主监督1次。":          false,
		"就停车难开展民主监督6次。":          true,
		"引来投资300万元的木耳大棚。":        false,
		"引来投资300万元。":             true,
		"提出提案29件，占立案总数的16%。":     false,
		"收到提案29件，立案率90%。":        true,
		"截至9月，该工作室收集社情民意46条。":    false,
		"截至9月，收集社情民意46条。":        true,
		"8月3日至4日，走访慰问困难群众40户。":   false,
		"8月3日起，走访慰问困难群众40户。":     true,
		"本次活动慰问困难群众40户。":         false,
		"大会提案90件，平时提案20件。":       false,
		"大会提案90件。":               true,
	} {
		r := parse(t, words)
		got := false
		for _, f := range r.Figures {
			got = got || f.Headline
		}
		if got != want {
			t.Errorf("%s has a headline: %v", words, got)
		}
	}
}

func TestWhatIsLeftStandsForWhatWasFiled(t *testing.T) {
	r := parse(t, "按提案工作条例审过，立案178件，并案140件，实际立案76件，转为意见建议62件。")
	var stands []string
	for _, f := range r.Figures {
		if f.Headline {
			stands = append(stands, f.Text)
		}
	}
	if len(stands) != 1 || stands[0] != "76件" {
		t.Errorf("%v stand for what was filed, want 76件", stands)
	}
}

// standing lists the figures of a text that stand for their indicators.
func standing(t *testing.T, words string) string {
	t.Helper()
	var list []string
	for _, f := range parse(t, words).Figures {
		if f.Headline {
			list = append(list, f.Text)
		}
	}
	return strings.Join(list, " ")
}

func TestOnlyTheBodysOwnFigureOfItsOwnTermStands(t *testing.T) {
	for words, want := range map[string]string{
		"上届共收到提案90件。":                 "",
		"上一届共收到提案90件，本届收到120件。":       "120件",
		"比上届更勤，共收到提案90件。":             "90件",
		"上届定下规矩；共收到提案90件。":            "90件",
		"柳树街道联络站提出意见建议30条。":           "",
		"东岭镇工作室提出意见建议30条。":            "",
		"各乡镇联络站提出意见建议30条。":            "30条",
		"委员当场提出意见建议30条。":              "",
		"委员提出意见建议30条。":                "30条",
		"2019年收到提案86件，2021年收到提案120件。": "120件",
	} {
		if got := standing(t, words); got != want {
			t.Errorf("%s: %q stand, want %q", words, got, want)
		}
	}
}
