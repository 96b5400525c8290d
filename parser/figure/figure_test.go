package figure

import (
	"fmt"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/catalogue"
)

func figuresOf(text string) []model.Figure {
	return NewReader(catalogue.Builtin()).Figures(text)
}

func TestAFigureIsNamedByWhatItCounts(t *testing.T) {
	for text, want := range map[string]string{
		"全年召开主席会议11次。":          "主席会议",
		"先后举办了4期履职培训班。":         "履职培训班",
		"向县委报送请示、报告7件。":         "请示、报告",
		"发放宣传单和倡议书3000余份。":      "宣传单和倡议书",
		"帮助群众解决饮水难题15个。":        "解决饮水难题",
		"共收到提案120件。":            "收到提案",
		"形成有价值的调研报告6篇。":         "调研报告",
		"推出《凡人善举》等8篇接地气的委员故事。":  "委员故事",
		"组织6个专委会的委员赴外地学习。":      "专委会",
		"有12名委员被评为履职标兵。":        "履职标兵",
		"开展各种形式的学习座谈20多次。":      "学习座谈",
		"接待市政协来县调研9批次。":         "接待市政协来县调研",
		"组织界别委员开展“送医下乡”义诊活动5场。": "“送医下乡”义诊活动",
		"编发《民情速递》14期。":          "《民情速递》",
		"平均满意率平均为97%。":          "平均满意率",
		"转交14个县（市、区）研究办理。":      "县（市、区）",
		"聘请23名驻县省、市政协委员担任顾问。":   "驻县省、市政协委员",
		"改造老旧管网的饮用水工程5处。":       "改造饮用水工程",
		"投资2亿元的饮用水厂开工。":         "投资饮用水厂",
		"开办6个公共就业服务点。":          "公共就业服务点",
		"走进7家医院、学校听意见。":         "医院",
		"各专门委员会、各界别提出提案90件。":    "提出提案",
		"（1988年1月增补界别委员14人）":    "增补界别委员",
	} {
		figures := figuresOf(text)
		if len(figures) != 1 || figures[0].Label != want {
			t.Errorf("%s: got %v, want %s", text, labelsOf(figures), want)
		}
	}
}

func labelsOf(figures []model.Figure) []string {
	var out []string
	for _, f := range figures {
		out = append(out, fmt.Sprintf("%s %s [%s]", f.Text, f.Label, f.Indicator))
	}
	return out
}

func TestAnIndicatorNeedsItsWordsAndItsUnit(t *testing.T) {
	for text, want := range map[string]string{
		"社情民意信息报得勤，全年反映31条。":           "opinion_reports",
		"路灯不亮这类问题，先后解决了12件。":           "problems_solved",
		"共收到提案120件，审查立案113件，立案率94%。":   "proposals_received proposals_filed -",
		"提案办复率100%，满意率98.5%。":          "proposal_reply_rate proposal_satisfaction",
		"办结率、满意率均达到百分之百。":              "proposal_reply_rate",
		"编报社情民意信息45篇，其中被省政协采用12篇。":     "opinion_reports -",
		"在市级以上媒体刊发新闻稿件66篇，其中省级以上媒体9篇。": "news_items news_items_provincial",
		"建成委员工作室30家，其中乡镇18家、街道12家。":    "studios - -",
		"依托委员工作室开展微协商52场次，化解矛盾纠纷37起。":  "studio_activities disputes_resolved",
		"全县现有政协委员236名。":                "members",
		"组织40名政协委员旁听庭审。":               "-",
		"举办委员培训班2期，培训委员300余人次。":        "training_sessions people_trained",
		"收集问题线索88件，已解决80件。":            "supervision_clues problems_solved",
		"为困难学生捐款12万元。":                 "funds_raised",
		"引进项目3个，投资总额5.2亿元。":            "investment_projects investment_amount",
		"开展专题视察4次、专题调研8次，形成调研报告11篇。":   "inspections surveys research_reports",
		"召开常委会议6次、主席会议12次、党组会议20次。":    "standing_meetings chair_meetings party_group_meetings",
		"县委书记批示3件。":                    "leader_instructions",
		"编辑出版文史资料3部。":                  "publications",
		"接待外地政协来访考察26批次。":              "delegations_received",
		"栽种果树5000株。":                   "-",
		"制定完善各项规章制度15项。":               "rules_adopted",
		"组建护河志愿服务队，开展活动31次。":           "volunteer_events",
	} {
		var got []string
		for _, f := range figuresOf(text) {
			id := f.Indicator
			if id == "" {
				id = "-"
			}
			got = append(got, id)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", text, labelsOf(figuresOf(text)), want)
		}
	}
}

func TestAPartKeepsItsOwnLabelAndIsNoIndicator(t *testing.T) {
	figures := figuresOf("设立委员联络站22个，其中镇街14个、园区8个。")
	if len(figures) != 3 || figures[0].Part || !figures[1].Part || !figures[2].Part {
		t.Fatalf("got %v", labelsOf(figures))
	}
	if got := figures[1].Label; got != "镇街委员联络站" {
		t.Errorf("the part is labelled %s", got)
	}
}

func TestEachYearOfASeriesIsToldApart(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), "2019年收到提案91件，立案88件；2020年收到提案95件，立案90件。", Setting{Year: 2020})
	r.Relate([]*Passage{&p})
	for i, from := range []int{2019, 2019, 0, 0} {
		f := p.Figures[i]
		if f.Indicator == "" || from == 0 && f.Period != nil || from > 0 && (f.Period == nil || f.Period.From != from || f.Period.To != from) {
			t.Errorf("%s is %q of %+v", f.Text, f.Indicator, f.Period)
		}
	}
}

func TestDistributiveFiguresAreMarked(t *testing.T) {
	for text, want := range map[string]bool{
		"各乡镇政协联络组各配备2名干事。": true, "每季度开展1次视察。": true, "向12个村分别选派1名指导员。": true, "配备20名干事。": false,
	} {
		figures := figuresOf(text)
		if last := figures[len(figures)-1]; last.Each != want {
			t.Errorf("%s: %s is each=%v", text, last.Text, last.Each)
		}
	}
}

func TestAClauseBehindPartsGoesOnFromTheirWhole(t *testing.T) {
	figures := figuresOf("收到提案114件，其中集体提案35件、委员提案79件，立案98件。")
	if f := figures[len(figures)-1]; f.Label != "立案提案" || f.Indicator != "proposals_filed" {
		t.Errorf("got %v", labelsOf(figures))
	}
}

func TestAUnitInBracketsIsTheUsualOne(t *testing.T) {
	for _, text := range []string{"培训委员300人（次）。", "培训委员300人(次)。", "培训委员300人次。"} {
		if f := figuresOf(text); len(f) != 1 || f[0].Unit != "人次" || f[0].Label != "培训委员" || f[0].Indicator != "people_trained" {
			t.Errorf("%s: got %v", text, labelsOf(f))
		}
	}
}

func TestWhatIsAimedAtIsNoResult(t *testing.T) {
	for text, want := range map[string]bool{
		"今年的预期目标是：提案办复率99%。": true, "全年拟安排视察6次。": true, "增长6%，完成预期目标。": false, "安排视察6次。": false,
	} {
		for _, f := range figuresOf(text) {
			if f.Plan != want {
				t.Errorf("%s: %s is plan=%v", text, f.Text, f.Plan)
			}
		}
	}
}

func TestTheSpanOfAFigureIsKept(t *testing.T) {
	if got := figuresOf("换届以来，共收到提案310件。")[0].Period; got == nil || got.Text != "换届以来" {
		t.Errorf("span is %v", got)
	}
}

func TestFiguresLieInTheirSentence(t *testing.T) {
	text := "一年来，共开展视察6次；走访群众2.1万人次。“有事来协商”活动办了35场！"
	for _, f := range figuresOf(text) {
		if text[f.Start:f.End] != f.Text || !strings.Contains(f.Sentence, f.Text) {
			t.Errorf("%s at %d to %d in %s", f.Text, f.Start, f.End, f.Sentence)
		}
	}
}

func FuzzFiguresLieInsideTheText(f *testing.F) {
	f.Add("共收到提案86件，立案80件，其中建议案5件。")
	f.Add("20~100个，各1家、《》3次")
	r := NewReader(catalogue.Builtin())
	f.Fuzz(func(t *testing.T, s string) {
		for _, fig := range r.Figures(s) {
			if fig.Start < 0 || fig.End > len(s) || s[fig.Start:fig.End] != fig.Text {
				t.Fatalf("%q: %+v", s, fig)
			}
		}
	})
}

func BenchmarkFigures(b *testing.B) {
	text := "全年组织委员开展专题调研12次，形成报告9篇，提出意见建议130余条，其中被采纳88条；提案办复率达到百分之九十八。"
	r := NewReader(catalogue.Builtin())
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Figures(text)
	}
}

func TestARateOfTheSatisfiedMayTakeInThosePartlySatisfied(t *testing.T) {
	for text, want := range map[string][2]bool{ // partly, an indicator
		"满意和基本满意率达100%。":        {true, true},
		"办理满意率、基本满意率百分之九十。":     {true, true},
		"委员对办理满意率达92%。":         {false, true},
		"满意率达85%，其中基本满意率为15%。":  {false, true},
		"满意率百分之八十五，基本满意率百分之十五。": {false, true},
	} {
		f := figuresOf(text)
		if len(f) == 0 {
			t.Fatalf("%s: nothing is read", text)
		}
		if f[0].Partly != want[0] || want[1] != (f[0].Indicator != "") {
			t.Errorf("%s: %q, partly %v", text, f[0].Indicator, f[0].Partly)
		}
	}
}

func TestARangeReachesAsFarAsTheLastDigitThatIsStated(t *testing.T) {
	for text, want := range map[string][2]string{
		"走访150余户。": {"150", "160"}, "走访200多户。": {"200", "300"}, "走访近300户。": {"270", "300"}, "走访约300户。": {"270", "330"},
		"走访300户左右。": {"270", "330"}, "引资1.5亿余元。": {"150000000", "160000000"}, "走访12户。": {"12", "12"}, "走访不到100户。": {"0", "100"}, "列全省前3名。": {"1", "3"},
		"走访1005余户。": {"1005", "1006"},
	} {
		f := figuresOf(text)
		if len(f) != 1 {
			t.Fatalf("%s: %d figures", text, len(f))
		}
		if r := f[0].Range(); r.Low.String() != want[0] || r.High.String() != want[1] {
			t.Errorf("%s: from %s to %s, not %v", text, r.Low, r.High, want)
		}
	}
}

func TestThePartsOfAWholeAndTheRestOfIt(t *testing.T) {
	for text, want := range map[string][]int{ // the whole of each figure, -1 for none
		"收到提案615件，立案519件，其余96件作为意见处理。": {-1, -1, 0},
		"共有委员200名，其中党员80名，其余120名。":     {-1, 0, 0},
		"收到提案86件（其中集体提案12件）。":          {-1, 0},
		"收到提案86件，其中，经审查，集体提案12件。":      {-1, -1},
		"收到提案86件，其中，集体提案12件。":          {-1, 0},
		"收到提案86件，其中集体提案12件，个人提案74件。":   {-1, 0, 0},
	} {
		var got []int
		for _, f := range figuresOf(text) {
			i, ok := f.Of.Index()
			if !ok {
				i = -1
			}
			got = append(got, i)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: wholes %v, not %v", text, got, want)
		}
	}
}

func TestItemsOfAListShareTheirVerb(t *testing.T) {
	for text, want := range map[string]string{"接待省政协2批次、市政协5批次。": "接待市政协", "接待省政协2批次，市政协考察团5批次。": "考察团"} {
		if f := figuresOf(text); len(f) != 2 || f[0].Label != "接待省政协" || f[1].Label != want {
			t.Errorf("%s: %v", text, labelsOf(f))
		}
	}
}
