package figure

import (
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/catalogue"
)

// read reads paragraphs of a review of 2023.
func read(paragraphs ...string) []model.Figure {
	r := NewReader(catalogue.Builtin())
	passages := make([]*Passage, len(paragraphs))
	for i, s := range paragraphs {
		p := r.Read(new(Memory), s, Setting{Year: 2023})
		passages[i] = &p
	}
	r.Relate(passages)
	var all []model.Figure
	for _, p := range passages {
		all = append(all, p.Figures...)
	}
	return all
}

// indicators lists what each figure is of, "-" for none.
func indicators(figures []model.Figure) string {
	var names []string
	for i := range figures {
		name := figures[i].Indicator
		if name == "" {
			name = "-"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestFiguresAreWhatTheirSentenceSaysTheyAreOf(t *testing.T) {
	for text, want := range map[string]string{
		// the money of projects, beside money raised
		"全年引来项目18个、资金1.17亿元。":  "investment_projects investment_amount",
		"协助引进项目6个，到位资金3.2亿元。":  "investment_projects investment_amount",
		"引进项目6个，争取帮扶资金300万元。":  "investment_projects funds_raised",
		"走访项目6个，捐出资金3万元。":      "- funds_raised",
		"协助引进项目6个。\n到位资金80万元。": "investment_projects -",
		// the rulers' own, beside what they took from the body
		"县政府投入资金3000万元。":                "-",
		"县委、县政府先后出台制度5项，兑现补助资金260万元。":   "- -",
		"县里出台制度6项，政协自己修订制度3项。":          "- rules_adopted",
		"县委、县政府领导批示15次。":                "leader_instructions",
		"政协机关投入帮扶资金30万元。":               "funds_raised",
		"县政府办公室牵头召开政协提案交办会，交办立案提案120件。": "proposals_filed",
		// offices, and what goes to them
		"218件立案提案交由52个承办单位办理。": "proposals_filed -",
		// what a plan says
		"明年计划开展专题协商6次、视察4次。": "consultations inspections",
		// what is only dealt with, came about or was planned
		"办理涉及医疗的提案66件。":                 "-",
		"上述提案交由31个单位办理。":                "-",
		"村里产生的矛盾220起，化解216起。":           "- -",
		"完成年度协商计划12项。":                  "consultations",
		"协商计划所列12项任务全部完成。":              "-",
		"捐款66万元，其中1万元以上的12人。":           "funds_raised - -",
		"省政协网站先后31次报道县政协。":              "news_items_provincial",
		"征集到反映当地历史的稿件36篇。":              "-",
		"99.2%的提案已经办复。":                 "proposal_reply_rate",
		"解决民生实事98件。":                    "problems_solved",
		"民生实事项目票决98件。":                  "-",
		"界别委员工作室9个，其中新挂牌3个。":            "studios -",
		"委员工作室已建成42个，今年新建16个。":          "studios -",
		"表彰优秀委员30名、优秀社情民意信息15条。":        "- -",
		"争取到位帮扶资金420万元。":                "funds_raised",
		"推动解决问题412个，群众满意率达99%。":         "problems_solved -",
		"会议召开，出席委员126人。":                "-",
		"应出席委员126人，实到120人。":             "members -",
		"全县政协委员捐款286万元。":                "funds_raised",
		"全县投入资金286万元。":                  "-",
		"馆藏文史资料3600余册。":                 "-",
		"委员提交提案1件以上的198名。":              "- -",
		"提案数量由2021年的142件增加到2023年的186件。": "proposals_received proposals_received",
		// how a count went on
		"满意率由2017年的92%提高到2021年的98.5%。":    "proposal_satisfaction proposal_satisfaction",
		"社情民意信息从2019年的86条上升到2023年的152条。":  "opinion_reports opinion_reports",
		"五年来，收到提案1023件；截至2023年的情况是办案30件。": "proposals_received -",
		// what a bracket says more of it
		"收到提案200件（其中集体提案20件），立案190件。": "proposals_received - proposals_filed",
		"编报信息80条(其中省级采用5条)。":          "opinion_reports -",
		"收到提案200件（见下表）。":              "proposals_received",
		"在媒体发稿26篇（条），走访企业30家（户）。":     "news_items -",
		"召开常委会会议5次（专题议政2次）、主席会议12次。":  "standing_meetings consultations chair_meetings",
		"召开党组会议28次；召开机关党组会22次。":       "party_group_meetings -",
		// to whom, beside what
		"向20个单位派驻民主监督小组12个。":  "- supervision_groups",
		"向县教育局等8个部门派驻民主监督小组。": "-",
		"建成12个社区委员工作室。":       "studios",
		// small matters, beside what is only called small
		"解决小微问题233个。":    "problems_solved",
		"实现群众“微心愿”120个。": "problems_solved",
		"征集微建议96条。":      "micro_suggestions",
		// a sum of what members and others handed in
		"收到委员提案190件、集体提案25件，共计215件。": "- - proposals_received",
		// some members, beside all of them
		"共有198名委员提交提案，占委员总数的82.5%。": "- -",
		"共有委员198名，其中女委员40名。":        "members -",
	} {
		if got := indicators(read(strings.Split(text, "\n")...)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestWhatTheRulersDidIsSaidToBeTheirs(t *testing.T) {
	for text, want := range map[string]string{
		"县委、县政府先后出台制度5项。": "县委、县政府",
		"县里又出台制度6项。":      "县里",
		"政协修订制度6项。":       "",
		"县委书记带队修订制度6项。":   "",
	} {
		if got := read(text)[0].Subject; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestNumbersWithOneUnitInCommonEachHaveIt(t *testing.T) {
	for text, want := range map[string]string{
		"农业、工业、文教类提案分别为25、31、42件。": "25件 31件 42件",
		"满意率等分别提高1.2、0.8、2.1个百分点。": "1.2个百分点 0.8个百分点 2.1个百分点",
		"两率分别提高0.5和1.2个百分点。":       "0.5个百分点 1.2个百分点",
		"第1、2、3期分别办在城里。":           "",
		"分别在1、2月开会9次。":             "9次",
		"各组调研分别完成，见表1、2，共30次。":     "30次",
	} {
		var got []string
		for _, f := range read(text) {
			got = append(got, f.Value.String()+f.Unit)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
	f := read("农业、工业、文教类提案分别为25、31、42件。")
	if f[0].Label != "农业" || f[1].Label != "工业" {
		t.Errorf("%v", labelsOf(f))
	}
}

func TestEachOfSoManyYearsHasItsOwnFigure(t *testing.T) {
	years := func(text string) (years []int) {
		for _, f := range read(text) {
			last := 2023
			if f.Period != nil {
				last = f.Period.To
			}
			if f.Years() > 1 {
				last = 0
			}
			years = append(years, last)
		}
		return years
	}
	for text, want := range map[string][]int{
		"2021年至2023年分别收到提案85件、92件、97件。": {2021, 2022, 2023},
		"三年来，收到提案分别为85、92、97件。":         {2021, 2022, 2023},
		"三年来，收到提案分别为85、92件。":            {0, 0},
		"三年来分别开会，收到提案85件、92件、97件。":      {0, 0, 0},
	} {
		got := years(text)
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", text, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s: %v, want %v", text, got, want)
			}
		}
	}
}

func TestPointsToBeHadAndMonthsCoveredAreNoFigures(t *testing.T) {
	for text, want := range map[string]string{
		"每名委员满分100分：会议25分，提案20分。": "",
		"缺席一次扣5分。":                "",
		"60分以下为不称职。":              "",
		"委员平均得分83.4分，最高得了97分。":    "83.4分 97分",
		"今年前11个月编报信息86条。":         "86条",
		"每两个月商量1场。":               "1场",
		"蹲点调研11个月，走访农户60户。":       "11个月 60户",
		"满分100分，评议结果：教育局得分95.5分。": "95.5分",
	} {
		var got []string
		for _, f := range read(text) {
			got = append(got, f.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

func TestTheSecondOfTwoCountsIsNamedLikeTheFirst(t *testing.T) {
	f := read("培训委员560人次，接待考察团42批380人次。")
	if f[2].Label != f[1].Label || strings.Contains(f[2].Label, "培训") {
		t.Errorf("%v", labelsOf(f))
	}
	if f = read("向省、市政协报送社情民意信息420条。"); f[0].Label != "社情民意信息" {
		t.Errorf("%v", labelsOf(f))
	}
	if f = read("召开常委会会议5次（专题议政2次）、主席会议12次。"); f[2].Label != "主席会议" {
		t.Errorf("%v", labelsOf(f))
	}
	if f = read("收到提案200件（见下表）。"); f[0].Label != "收到提案" {
		t.Errorf("%v", labelsOf(f))
	}
	if f = read("组织活动210次。", "提案数量增加32件，增长15.8%。"); strings.Contains(f[2].Label, "活动") {
		t.Errorf("%v", labelsOf(f))
	}
}

func TestAFigureThatNamesNothingIsOfWhatItsParagraphIsAbout(t *testing.T) {
	for text, want := range map[string]string{
		"委员围绕中心工作写提案。到1月17日，收到345件。": "proposals_received",
		"委员围绕中心工作写信。到1月17日，收到345封。":  "-",
		"委员培训是老传统。共办10期，582名委员参加。":   "training_sessions people_trained",
		"委员读书是老传统。共办10期，582名委员参加。":   "- -",
	} {
		if got := indicators(read(text)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), "共办10期。", r.Under("二、委员培训", Setting{Year: 2023}))
	if got := indicators(p.Figures); got != "training_sessions" {
		t.Errorf("under a heading: %s", got)
	}
}

func TestALabelNamesTheNounBehindWhatDescribesIt(t *testing.T) {
	for text, want := range map[string][]string{
		"选了19家贴近群众的单位。":              {"单位"},
		"听取4个乡镇的工作汇报。":               {"听取乡镇"},
		"组织12个由委员和专家组成的调研组。":         {"调研组"},
		"给53家承办单位发《提案评价表》。":          {"承办单位"},
		"6个单位作交流发言。":                 {"作交流发言的单位"},
		"3个专题定为重点提案。":                {"专题"},
		"信息采用率由32%提高到46%。":           {"信息采用率", "信息采用率"},
		"培训委员12期1680人次，其中今年2期320人次。": {"培训委员", "培训委员", "培训委员", "培训委员"},
		"到11月底办复165件。":               {"办复"},
		"现有委员213名，其中常委38名。":          {"委员", "常委"},
		"协商座谈会16次，其中专题协商3次。":         {"协商座谈会", "专题协商"},
		"围绕老旧小区改造等12个课题开展调研。":        {"课题"},
		"推动解决停车难、用水难等86个问题。":         {"推动解决问题"},
		"提出整改意见43条，已整改41条。":          {"整改意见", "整改意见"},
		"帮助86户脱贫户增收。":                {"帮助脱贫户"},
		"举办读书分享会8场。":                 {"读书分享会"},
		"接待外地考察团66个，计365人。":          {"接待外地考察团", "接待外地考察团"},
		"落实的提案有82件，正在落实的12件。":        {"落实的提案", "正在落实提案"},
		"收到提案345件，比去年多29件，增长9%。":     {"收到提案", "比去年多", "提案增长"},
		"146件满意率100%。":               {"", "满意率"},
		"县政协十届三次全会收大会提案271件。":        {"大会提案"},
	} {
		figures := read(text)
		for i := range max(len(figures), len(want)) {
			if i >= len(figures) || i >= len(want) || figures[i].Label != want[i] {
				var got []string
				for _, f := range figures {
					got = append(got, f.Label)
				}
				t.Errorf("%s: %q, want %q", text, got, want)
				break
			}
		}
	}
}

func TestRatesOfAReviewAreOfItsYearsAndSharesOfMembersAreNot(t *testing.T) {
	for text, want := range map[string]int{
		"五年来，收到提案500件，现在全部办结，满意率98%。": 5,
		"五年来，会期8天。":                   1,
		"五年来新任委员占委员总数的54%。":           1,
		"五年来，写过提案的委员有369名，占委员总数的70%。": 5,
		"到目前，自2017年以来收到提案220件。":       7,
		"接连三年得奖；全年收到提案20件。":           1,
	} {
		figures := read(text)
		if len(figures) == 0 {
			t.Fatalf("%s: nothing was read", text)
		}
		if got := figures[len(figures)-1].Years(); got != want {
			t.Errorf("%s: %d years, want %d", text, got, want)
		}
	}
}

func TestWhatItWasBeforeIsNoPartOfWhatItIs(t *testing.T) {
	figures := read("收到提案186件（上年172件），立案168件（其中集体提案22件）。")
	if figures[1].Part || !figures[3].Part {
		t.Errorf("%v", figures)
	}
}

func TestASumIsOfThingsOfOneKind(t *testing.T) {
	figures := read("收到提案30件，立案18件，其中建议案1件，9件提案列为重点提案。另外，委员在网上又提交提案2件。")
	if last := &figures[len(figures)-1]; last.Part {
		t.Errorf("%s is taken for a part of figure %d", last.Text, last.Of)
	}
}

func TestTheYearOfAWordLikeYearlyIsTheOneBeforeIt(t *testing.T) {
	figures := read("2022年度收到提案36件，2023年度收到提案42件。")
	if p := figures[0].Period; p == nil || p.From != 2022 || p.Years != 1 {
		t.Errorf("the first covers %v", p)
	}
	if p := figures[1].Period; p != nil {
		t.Errorf("the second covers %v", p)
	}
}

func TestWhatIsToBeThereByALaterYearIsAPlanAndWhatIsThereAlreadyIsNone(t *testing.T) {
	for text, want := range map[string][]bool{
		"到2025年，建成委员工作室50个。":         {true},
		"到2023年，建成委员工作室50个。":         {false},
		"到2024年1月17日，收到提案345件。":      {false},
		"会议部署了今年的工作：组织调研8项。":         {true},
		"按照工作要点，年内召开常委会议4次。":         {true},
		"县政协将围绕产业发展开展视察6次。":          {true},
		"全年任务是报送信息300条以上。":           {true},
		"2024年，委员工作室由现在的24个增加到36个。":  {false, true},
		"今年计划视察6次，已完成4次。":            {true, false},
		"计划用三年时间建成30个委员之家，目前已建成12个。": {true, false},
		"计划用三年时间建成30个委员之家，目前将建成12个。": {true, true},
	} {
		figures := read(text)
		figures = slices.DeleteFunc(figures, func(f model.Figure) bool { return f.Unit == "年" })
		for i := range want {
			if len(figures) != len(want) || figures[i].Plan != want[i] {
				t.Errorf("%s: %d figures, plans %v", text, len(figures), want)
				break
			}
		}
	}
}
