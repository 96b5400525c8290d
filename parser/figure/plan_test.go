package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

// planned tells of the last figure of a paragraph whether it is yet to be done.
func planned(paragraph string, set Setting) bool {
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), paragraph, set)
	r.Relate([]*Passage{&p})
	return p.Figures[len(p.Figures)-1].Plan
}

func TestWhatFollowsABoundIsToBeKeptTooUntilItIsSaidToBeDone(t *testing.T) {
	for words, want := range map[string]bool{
		"每年办议事会不少于4场，编报信息60条。":         true,
		"每年办议事会不少于4场，编报信息60条，走访企业20家。": true,
		"每年办议事会不少于4场；走访企业20家。":         false,
		"每年办议事会不少于4场，实际办了9场。":          false,
		"每年办议事会不少于4场，去年编报信息60条。":       false,
		"编报信息60条，每年办议事会不少于4场。走访企业20家。": false,
	} {
		if got := planned(words, Setting{Year: 2023}); got != want {
			t.Errorf("%s is a plan: %v", words, got)
		}
	}
}

func TestWhatHasToBeIsAPlanAndAWordThatHoldsItIsNone(t *testing.T) {
	for words, want := range map[string]bool{
		"全年委员要写提案90件。":                true,
		"各专委会全年也要走访企业20家。":            true,
		"全年主要走访企业20家。":                false,
		"全年编发纪要20期。":                  false,
		"年初开会时大家定下委员都要写提案；全年走访企业20家。": false,
	} {
		if got := planned(words, Setting{Year: 2023}); got != want {
			t.Errorf("%s is a plan: %v", words, got)
		}
	}
}

func TestWhatAPlanSetsDownIsAPlanAndWhatWasDoneOfItIsNone(t *testing.T) {
	for words, want := range map[string]bool{
		"会议审议通过了年度协商计划，确定专题协商4项。": true,
		"会议听取了协商情况汇报，确定重点提案4项。":   false,
		"拟出版文史资料2辑。":              true,
		"虚拟会议室开会2次。":              false,
		"草拟调研报告2篇。":               false,
		"争取今年编报信息60条。":            true,
		"争取资金60万元。":               false,
		"原计划开展视察6次，实际完成8次。":       false,
		"县政府承诺年内解决停车位80个。":        true,
		"初步考虑开展调研5项。":             true,
		"年度协商计划共列专题12个。":          true,
		"年度协商计划落实专题12个。":          false,
		"会议研究决定，年内视察3次。":          true,
		"会议听取汇报，视察3次。":            false,
		"接待来访3次，印发了活动方案，列入议题12个。": true,
		"接待来访3次，列入议题12个。":         false,
		"委员们讨论方案，提出意见12条。":        false,
		"春节过后，政协将派出调研组6个。":        true,
		"将收到的提案60件转交承办单位。":        false,
		"将调研报告6篇送到县委。":            false,
		"说起往后，主席扳着指头：讲堂12期。":      true,
		"账本最后一页写着下一步：再建工作室8个。":    true,
		"全年计划办讲堂12期，已办7期。":        false,
		"上半年办讲堂3期，下半年再办2期。":       true,
		"立足当前、面向未来，五年来办讲堂12期。":    false,
		"准备在秋天办书画展2次。":            true,
	} {
		if got := planned(words, Setting{Year: 2023}); got != want {
			t.Errorf("%s is a plan: %v", words, got)
		}
	}
}

func TestATitleThatExhortsIsNoPlan(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for title, want := range map[string]bool{
		"协商的步子要迈稳": false, "提案办理": false, "要把协商的步子迈稳": true, "明年怎么走": true, "下一步的安排": true,
	} {
		if got := r.Under(title, Setting{Year: 2023}).Plan; got != want {
			t.Errorf("what stands under %s is a plan: %v", title, got)
		}
	}
}

func TestAPlanTellsOfThePastUnderItsOwnHeadingAndOfEarlierYears(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	plan := Setting{Year: 2023, Plan: true}
	for title, want := range map[string]bool{"一、上年工作回顾": false, "二、提案办理": true} {
		if got := r.Under(title, plan).Plan; got != want {
			t.Errorf("what stands under %s is a plan: %v", title, got)
		}
	}
	for words, want := range map[string]bool{"走访企业20家。": true, "2022年走访企业20家。": false, "2023年走访企业20家。": true} {
		if got := planned(words, plan); got != want {
			t.Errorf("%s is a plan: %v", words, got)
		}
	}
}

func TestTheWholeOfNextYearIsNextYearsInItsSentence(t *testing.T) {
	for words, want := range map[string]bool{
		"2024年要求：每月编报信息50条；全年编报信息600条。":      true,
		"2024年每月编报社情民意信息50条。全年编报社情民意信息600条。": false,
		"2022年每月编报社情民意信息50条；全年编报社情民意信息600条。": false,
	} {
		if got := planned(words, Setting{Year: 2023, Last: 2024}); got != want {
			t.Errorf("%s is a plan: %v", words, got)
		}
	}
}

func TestWhatThereIsNowAmongPlansIsNone(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for words, want := range map[string][]bool{
		"再过两年，工作室要从20个增加到35个。": {false, true},
		"上半年办讲堂3期，下半年再办2期。":    {false, true},
		"下一步，办讲堂3期、座谈会2次。":     {true, true},
	} {
		p := r.Read(new(Memory), words, Setting{Year: 2023})
		r.Relate([]*Passage{&p})
		for i, f := range p.Figures {
			if f.Plan != want[i] {
				t.Errorf("%s: %s is a plan: %v", words, f.Text, f.Plan)
			}
		}
	}
}
