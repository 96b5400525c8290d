package parser

import (
	"strings"
	"testing"

	"duidu/model"
)

// doubtsOf returns the arithmetic notices of a paragraph.
func doubtsOf(t *testing.T, text string) string {
	var out []string
	for _, n := range parse(t, "办好提案\n\n"+text+"\n\n"+filler).Notices {
		if n.Kind == model.NoticeArithmetic {
			out = append(out, n.Reason+" "+strings.Join(n.Args, " "))
		}
	}
	return strings.Join(out, "|")
}

func TestFiguresThatDoNotAgreeAreDoubted(t *testing.T) {
	for text, want := range map[string]string{
		"共收到提案80件，审查立案86件。":                                   "part-over-whole",
		"共收到提案200件，审查立案150件，立案率85%。":                          " 75",
		"建成委员工作室20个，其中乡镇15个、界别9个。":                            "sum-over-whole 24",
		"立案提案80件，其中经济类40件，占50%；文教类24件，占30%；社会类16件，占25%。":      "16件",
		"立案提案90件，经济方面60件，占66.7%；文教方面40件，占44.4%；其他20件，占22.2%。": "shares ",
	} {
		if got := doubtsOf(t, text); !strings.Contains(got, want) {
			t.Errorf("%s: doubts are %q, want %s", text, got, want)
		}
	}
}

func TestRoundingIsNoDoubt(t *testing.T) {
	for _, text := range []string{
		"共收到提案93件，审查立案54件，立案率58.07%。",
		"立案提案79件，其中经济类47件，占59.5%；文教类16件，占20.3%；城建类16件，占20.3%。",
		"建成委员工作室20个，其中乡镇12个、界别8个。",
		"共收到提案80余件，审查立案86件。",
	} {
		if got := doubtsOf(t, text); got != "" {
			t.Errorf("%s: doubts are %q", text, got)
		}
	}
}
