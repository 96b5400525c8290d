package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

// counted is what the last figure of a paragraph of 清河县's report counts: its label, its
// indicator and the other body whose it is.
func counted(paragraph string) (label, indicator, subject string) {
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), paragraph, Setting{Year: 2023, Home: [3]string{"清河县", "邢台市", "河北省"}})
	r.Relate([]*Passage{&p})
	f := p.Figures[len(p.Figures)-1]
	return f.Label, f.Indicator, f.Subject
}

func TestWhatAnOfficeGaveIsItsOwnAndWhatItWasGivenIsNot(t *testing.T) {
	for words, want := range map[string]string{
		"县教育局今年资助困难学生90名。": "县教育局",
		"县总工会捐款12万元。":      "县总工会",
		"清水慈善会资助困难家庭60户。":  "清水慈善会",
		"向县中心小学捐款12万元。":    "",
		"政协委员为第二小学捐款12万元。": "",
		"县工商联界捐款12万元。":     "",
		"走访县总工会，捐款12万元。":   "",
		"县教育局办复提案12件。":     "",
		"看望第二小学困难学生90名。":   "",
	} {
		if _, _, got := counted(words); got != want {
			t.Errorf("%s is of %q, want %q", words, got, want)
		}
	}
}

func TestWhatIsToldOfAnotherCountyIsTheirs(t *testing.T) {
	for words, want := range map[string]string{
		"邻近的邱县收到提案377件。":          "邱县",
		"收到提案90件；邱县政协去年收到提案70件。":  "邱县",
		"清河县收到提案90件。":             "",
		"河北省收到提案90件。":             "",
		"邱县政协客人带来提案70件。":          "",
		"收到提案90件，邱县去年的经验写进提案70件。": "", // within a stretch
	} {
		if _, _, got := counted(words); got != want {
			t.Errorf("%s is of %q, want %q", words, got, want)
		}
	}
}

func TestMembersProposalsAreAKindWhereOthersStandBesideThem(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for words, want := range map[string]string{
		"委员提案70件，集体提案20件。": "",
		"集体提案20件，委员提案70件。": "",
		"委员提案70件，立案60件。":   "proposals_received",
		"委员提案70件。集体提案20件。": "proposals_received",
	} {
		for _, f := range r.Figures(words) {
			if f.Text == "70件" && f.Indicator != want {
				t.Errorf("%s: 70件 is %q, want %q", words, f.Indicator, want)
			}
		}
	}
}

func TestALineIsNamedByTheTopicItOpensWith(t *testing.T) {
	for words, want := range map[string]string{
		"微建议：提交1126条。":         "提交微建议",
		"提案：交来90件。":            "交来提案",
		"微建议：委员们都动了笔，提交1126条。": "提交",
		"微建议和社情民意信息：提交1126条。":  "提交", // too long for a topic
		"“微建议”：提交1126条。":       "提交",
	} {
		if got, _, _ := counted(words); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

func TestAHeadInBracketsIsNoneOfTheWordsOfItsLine(t *testing.T) {
	for words, want := range map[string]string{
		"【办公室】外出12次。":    "外出",
		"【提案办理】走访企业20家。": "走访企业",
	} {
		if got, _, _ := counted(words); got != want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
	}
}

func TestACountAloneInBracketsIsWhatTheOneBeforeIsComparedWith(t *testing.T) {
	for words, want := range map[string]string{
		"全年收到提案90件（86件）。":     "",
		"全年收到提案90件(86件)。":     "",
		"全年收到提案90件（立案提案86件）。": "proposals_filed",
	} {
		label, got, _ := counted(words)
		if got != want {
			t.Errorf("%s: 86件 is %q, want %q", words, got, want)
		}
		if want == "" && label != "收到提案" {
			t.Errorf("%s: 86件 counts %s", words, label)
		}
	}
	if got := wholeIn("全年收到提案90件（86件）。", "86件"); got != "" {
		t.Errorf("86件 is of %s", got)
	}
}

func TestThePartOnABulletHasItsWholeAboveTheList(t *testing.T) {
	for item, want := range map[string]bool{"· 采用12条。": true, "●被省政协采用12条。": true, "采用12条。": false, "· 走访12条街。": false} {
		r := NewReader(catalogue.Builtin())
		above, below := r.Read(new(Memory), "全年编报社情民意信息80条。", Setting{}), r.Read(new(Memory), item, Setting{})
		r.Relate([]*Passage{&above, &below})
		if _, got := below.Figures[0].Of.Index(); got != want {
			t.Errorf("%s is a part of what stands above: %v", item, got)
		}
	}
}
