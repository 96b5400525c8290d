package compare_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

func compared(t *testing.T, a, b string) *compare.Comparison {
	t.Helper()
	return compare.Compare(modeltest.Report(a), modeltest.Report(b), modeltest.Catalogue())
}

func row(t *testing.T, c *compare.Comparison, name string) *compare.FigureRow {
	t.Helper()
	for i := range c.Figures {
		if c.Figures[i].Indicator == name || c.Figures[i].Indicator == "" && c.Figures[i].Name == name {
			return &c.Figures[i]
		}
	}
	t.Fatalf("no row %s", name)
	return nil
}

func TestInterchangeableUnitsAreSubtracted(t *testing.T) {
	r := row(t, compared(t, modeltest.Hill, modeltest.River), "studio_activities")
	if !r.Comparable() || r.Difference.Stated.String() != "-30" || r.Ratio.Value.Round(2).String() != "0.86" {
		t.Errorf("180余次 and 210场次: %+v", r)
	}
	if len(r.OthersB) != 1 || !r.OthersB[0].Each {
		t.Error("the figure for each member is not folded under the row")
	}
}

func TestNoFigureIsSwappedInSoThatARowCanBeSubtracted(t *testing.T) {
	// 12期 would go with 7期, but 92条 is what stands for the report.
	r := row(t, compared(t, modeltest.Hill, modeltest.River), "opinion_reports")
	if r.B == nil || r.B.Text != "92条" || r.Reason != compare.ReasonUnit || r.Difference != nil || len(r.OthersB) != 1 {
		t.Errorf("7期 was set against %v: %s", r.B, r.Reason)
	}
}

func TestPartsWithoutAWholeFillNoCellAndTheirSumStandsBeside(t *testing.T) {
	a := "甲县 2023\n# capacity 自身建设\n举办培训{1次|常委培训|training_sessions|part}、{2次|党务培训|training_sessions|part}和{45次|界别培训|training_sessions|part}。"
	b := "乙县 2023\n# capacity 自身建设\n举办培训{9期|委员培训|training_sessions}。"
	r := row(t, compared(t, a, b), "training_sessions")
	if r.A != nil || r.Reason != compare.ReasonPart || r.SumA == nil || r.SumA.Stated.String() != "48" || r.TrustA != compare.TrustPart || r.TrustB != compare.TrustWhole {
		t.Errorf("%v beside %v: %s, sum %v, %s %s", r.A, r.B, r.Reason, r.SumA, r.TrustA, r.TrustB)
	}
	two := a + "\n另办{3次|机关培训|training_sessions|part}、{4次|网上培训|training_sessions|part}。"
	if r := row(t, compared(t, two, b), "training_sessions"); r.SumA != nil {
		t.Errorf("two lists were added up to %v", r.SumA)
	}
}

func TestUnlikeStretchesShowTheirYearlyMeansAndNoDifference(t *testing.T) {
	a := "甲县 2023\n# proposals 提案\n收到{152件|收到提案|proposals_received}，立案{131件|立案提案|proposals_filed}。"
	b := "乙市 2026\n# proposals 提案\n收到{1285件|收到提案|proposals_received|五年来:5}，立案{1143件|立案提案|proposals_filed|五年来:5}。"
	c := compared(t, a, b)
	r := row(t, c, "proposals_received")
	if r.Reason != compare.ReasonSpan || r.Difference != nil || r.MeanA.Stated.String() != "152" || r.MeanB.Stated.String() != "257" {
		t.Errorf("%s: %v %v %v", r.Reason, r.Difference, r.MeanA, r.MeanB)
	}
	unknown := strings.ReplaceAll(b, "五年来:5", "换届以来")
	if r := row(t, compared(t, a, unknown), "proposals_received"); r.MeanB != nil || r.MeanA != nil || r.TrustB != compare.TrustDoubt {
		t.Errorf("a mean over a stretch of unknown length: %v, %s", r.MeanB, r.TrustB)
	}
	var rate *compare.Derived
	for i := range c.Derived {
		if c.Derived[i].Kind == compare.DerivedRate {
			rate = &c.Derived[i]
		}
	}
	if rate == nil || rate.A.Stated.Round(1).String() != "86.2" || rate.B.Stated.Round(1).String() != "88.9" {
		t.Errorf("rate of filing: %+v", rate)
	}
}

func TestASharedRateFillsTheRowOfEach(t *testing.T) {
	a := "甲县 2023\n# proposals 提案\n办复率、满意率均为{100%|办复率、满意率|proposal_reply_rate|also:proposal_satisfaction}。"
	b := "乙县 2023\n# proposals 提案\n满意率{98%|满意率|proposal_satisfaction}。"
	c := compared(t, a, b)
	r := row(t, c, "proposal_satisfaction")
	if r.A == nil || !r.Comparable() || r.Difference.Stated.String() != "2" {
		t.Errorf("%v beside %v: %s", r.A, r.B, r.Reason)
	}
	if r := row(t, c, "proposal_reply_rate"); r.A == nil || r.Reason != compare.ReasonOnlyA {
		t.Errorf("%v: %s", r.A, r.Reason)
	}
}

func TestMembersThatAreTypedInCount(t *testing.T) {
	a, b := modeltest.Report("甲县 2023\n# d 协商\n协商{12次|协商|consultations}。"), modeltest.Report("乙县 2023\n# d 协商\n协商{9次|协商|consultations}。")
	a.Members, b.Members = 120, 300
	p := row(t, compare.Compare(a, b, modeltest.Catalogue()), "consultations").PerMember
	if p == nil || p.A.Stated.String() != "0.1" || p.B.Stated.String() != "0.03" {
		t.Errorf("per member %+v", p)
	}
}

func TestWhatOnlyOneReportCountsIsMarked(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	if r := row(t, c, "proposals_received"); r.Reason != compare.ReasonOnlyB || r.A != nil || r.Difference != nil {
		t.Errorf("%+v", r)
	}
	if r := row(t, c, "party_group_meetings"); r.Reason != compare.ReasonOnlyA {
		t.Errorf("%+v", r)
	}
}

func TestFiguresWithoutIndicatorMeetByTheirLabels(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	if r := row(t, c, "问题线索"); r.Difference.Stated.String() != "64" {
		t.Errorf("%+v", r)
	}
	for _, r := range c.Figures {
		if r.Name == "民主监督小组" {
			t.Error("a label only one report has made a row")
		}
	}
}

func TestALabelThatSaysTooLittlePairsNothing(t *testing.T) {
	c := compared(t,
		"甲县 2023\n# supervision 监督\n{42名|委员|}旁听庭审，发出{300份|调查问卷|}。",
		"乙县 2023\n# publicity 宣传\n聘请{12名|委员|}写稿，发出{200份|调查问卷|}。")
	if len(c.Figures) != 1 || c.Figures[0].Name != "调查问卷" {
		t.Errorf("rows %+v", c.Figures)
	}
}

func TestCountsAreSharedOutAmongMembers(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	p := row(t, c, "consultations").PerMember
	if p == nil || p.A.Stated.String() != "0.07" || p.B.Stated.String() != "0.05" || p.Ratio.Value.String() != "1.4" {
		t.Errorf("consultations per member: %+v", p)
	}
	if row(t, c, "members").PerMember != nil {
		t.Error("members per member")
	}
	without := modeltest.Catalogue()
	without.Members = "judges"
	d := compare.Compare(modeltest.Report(modeltest.Hill), modeltest.Report(modeltest.River), without)
	if row(t, d, "consultations").PerMember != nil {
		t.Error("the catalogue's own count of members was not asked for")
	}
}

func TestUnlikeFiguresAreNeverSubtracted(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want compare.Reason
	}{
		{"编发{7期|信息|opinion_reports}。", "反映{92条|信息|opinion_reports}。", compare.ReasonUnit},
		{"收到{86件|收到提案|proposals_received}。", "收到{426件|收到提案|proposals_received|五年来}。", compare.ReasonSpan},
		{"{100%|满意率|proposal_satisfaction}。", "{92.7%|重点提案办理平均满意率|proposal_satisfaction|of:重点提案}。", compare.ReasonWhole},
		{"满意率{92%|满意率|proposal_satisfaction}。", "满意和基本满意率达{100%|满意率|proposal_satisfaction|partly}。", compare.ReasonSatisfied},
		{"满意率{92%|满意率|proposal_satisfaction}，基本满意率{8%|基本满意率}。", "满意率{90%|办理满意率|proposal_satisfaction}。", ""},
		{"{100%|办复率、满意率|proposal_satisfaction}。", "{90%|提案满意率|proposal_satisfaction}。", ""},
		{"名列全省{前20名|排名|consultations}。", "开展{5名|协商|consultations}。", compare.ReasonRank},
		{"每月{1次|协商|consultations|each}。", "共{12次|协商|consultations}。", compare.ReasonEach},
		{"明年开展{9次|协商|consultations|plan}。", "共{12次|协商|consultations}。", compare.ReasonPlan},
		{"全县捐款{9元|捐款|consultations|subject:全县}。", "共{12元|捐款|consultations}。", compare.ReasonBody},
	} {
		ab := compared(t, "甲县 2023\n# proposals 工作\n"+c.a, "乙县 2023\n# proposals 工作\n"+c.b).Figures[0]
		if ab.Reason != c.want {
			t.Errorf("%s ⇄ %s: %q, want %q", c.a, c.b, ab.Reason, c.want)
		}
		if (ab.Difference != nil) != (c.want == "") {
			t.Errorf("%s ⇄ %s: a difference in spite of %q", c.a, c.b, ab.Reason)
		}
	}
}

func TestAPassageThatStandsTwiceIsCountedOnce(t *testing.T) {
	twice := "收到提案{86件|收到提案|proposals_received}。\n收到提案{86件|收到提案|proposals_received}。"
	r := compared(t, "甲县 2023\n"+twice, modeltest.River).Figures
	for _, row := range r {
		if row.Indicator == "proposals_received" && len(row.OthersA) != 0 {
			t.Error("the repeated figure is listed as another one")
		}
	}
}

func TestEveryRespectInWhichFiguresAreUnlikeKeepsThemApart(t *testing.T) {
	in, _ := modeltest.Catalogue().Indicator("consultations")
	like := modeltest.Figure("12次|协商|consultations")
	like.Indicator = "consultations"
	rate := like
	rate.Unit = "%"
	if why := compare.WhyNot(in, &like, &like); why != "" {
		t.Errorf("like and like: %s", why)
	}
	for want, change := range map[compare.Reason]func(f *model.Figure){
		compare.ReasonRank:      func(f *model.Figure) { f.Qualifier = model.Top },
		compare.ReasonUnit:      func(f *model.Figure) { f.Unit = "元" },
		compare.ReasonEach:      func(f *model.Figure) { f.Each = true },
		compare.ReasonPlan:      func(f *model.Figure) { f.Plan = true },
		compare.ReasonBody:      func(f *model.Figure) { f.Subject = "全县" },
		compare.ReasonPart:      func(f *model.Figure) { f.Part = true },
		compare.ReasonSpan:      func(f *model.Figure) { f.Period = &model.Period{Text: "五年来", Years: 5} },
		compare.ReasonSatisfied: func(f *model.Figure) { f.Partly = true },
		compare.ReasonWhole:     func(f *model.Figure) { f.RateOf = "重点提案" },
	} {
		one := like
		if want == compare.ReasonSatisfied || want == compare.ReasonWhole {
			one = rate
		}
		other := one
		change(&other)
		if ab, ba := compare.WhyNot(in, &one, &other), compare.WhyNot(in, &other, &one); ab != want || ba != want {
			t.Errorf("%s: %q and %q", want, ab, ba)
		}
	}
	if compare.WhyNot(in, &like, nil) != compare.ReasonOnlyA || compare.WhyNot(in, nil, &like) != compare.ReasonOnlyB {
		t.Error("a figure of one side alone")
	}
}

func TestTheMirroredComparisonIsTheMirrorOfTheComparison(t *testing.T) {
	ab, ba := compared(t, modeltest.Hill, modeltest.River), compared(t, modeltest.River, modeltest.Hill)
	if len(ab.Figures) != len(ba.Figures) || len(ab.Themes) != len(ba.Themes) {
		t.Fatal("another number of rows")
	}
	for i, x := range ab.Figures {
		y := ba.Figures[i]
		if x.Name != y.Name || (x.A == nil) != (y.B == nil) || x.A != nil && x.A.Text != y.B.Text {
			t.Errorf("row %d: %s ⇄ %s", i, x.Name, y.Name)
		}
		want := x.Reason
		if other, ok := map[compare.Reason]compare.Reason{compare.ReasonOnlyA: compare.ReasonOnlyB, compare.ReasonOnlyB: compare.ReasonOnlyA}[want]; ok {
			want = other
		}
		if y.Reason != want {
			t.Errorf("%s: %q ⇄ %q", x.Name, x.Reason, y.Reason)
		}
		if x.Difference != nil && !x.Difference.Stated.Equal(y.Difference.Stated.Neg()) {
			t.Errorf("%s: differences don't mirror", x.Name)
		}
	}
	for i, x := range ab.Themes {
		if y := ba.Themes[i]; x.Theme != y.Theme || !slices.Equal(x.A.Spans, y.B.Spans) {
			t.Errorf("theme %d: %s ⇄ %s", i, x.Theme.ID, y.Theme.ID)
		}
	}
	if ab.Wording.A.Shared != ba.Wording.B.Shared || len(ab.Wording.Passages) != len(ba.Wording.Passages) {
		t.Error("shared wording doesn't mirror")
	}
}

func TestAThemeInTheMiddleOfALongPartMeetsItsOwnHeading(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	var theme *compare.ThemeRow
	for i := range c.Themes {
		if c.Themes[i].Theme.ID == "supervision" {
			theme = &c.Themes[i]
		}
	}
	if theme == nil || theme.Only() != compare.Both || len(theme.A.Sections) != 0 || len(theme.B.Sections) != 1 {
		t.Fatalf("supervision: %+v", theme)
	}
	lead, _ := theme.A.Lead()
	text := c.A.Blocks()[lead.Block].Text
	if !strings.HasPrefix(text[lead.Offset:], "改善水质") {
		t.Errorf("supervision in A starts at %q", text[lead.Offset:])
	}
	to, ok := c.Counterpart(compare.SideA, lead)
	if b := c.B.Blocks()[to.Block]; !ok || !b.Heading || b.Text != "一、认真开展民主监督" {
		t.Errorf("it meets %q", b.Text)
	}
	back, ok := c.Counterpart(compare.SideB, to)
	if !ok || back != lead {
		t.Errorf("and back at %v, want %v", back, lead)
	}
}

func TestAThemeOfOneSideIsMarkedAndHasNoCounterpart(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	for _, theme := range c.Themes {
		if theme.Theme.ID != "proposals" {
			continue
		}
		if theme.Only() != compare.SideB {
			t.Error("proposals stand only in B")
		}
		lead, _ := theme.B.Lead()
		if _, ok := c.Counterpart(compare.SideB, lead); ok {
			t.Error("a counterpart to nothing")
		}
		return
	}
	t.Error("no row for proposals")
}

func TestEveryCounterpartIsAPlaceInTheOtherReport(t *testing.T) {
	c := compared(t, modeltest.Hill, modeltest.River)
	for block, b := range c.A.Blocks() {
		for at := range b.Text {
			to, ok := c.Counterpart(compare.SideA, model.Anchor{Block: block, Offset: at})
			if !ok {
				continue
			}
			text := c.B.Blocks()[to.Block].Text
			if to.Offset >= len(text) || text[to.Offset]&0xc0 == 0x80 {
				t.Fatalf("%d/%d meets %v, inside a character or past the end", block, at, to)
			}
		}
	}
}

func TestTheJSONOfAComparisonKeepsItsContract(t *testing.T) {
	data, err := compared(t, modeltest.Hill, modeltest.River).JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		A, B     struct{ Path, Title, Place, City, Province string }
		Sections []struct {
			Theme string
			A, B  [][]int
		}
		Figures []struct {
			Indicator, Name, Unit string
			A, B                  *struct{ Value string }
			Difference, Ratio     *string
			Comparable            any
			OthersA               []any `json:"others_a"`
			OthersB               []any `json:"others_b"`
		}
		Wording struct {
			SharedA  float64 `json:"shared_a"`
			Passages []any
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.A.Place != "山城县" || len(got.Sections) == 0 || strings.Contains(string(data), `"others_a":null`) {
		t.Errorf("%s", data)
	}
	for _, f := range got.Figures {
		switch f.Indicator {
		case "consultations":
			if f.Comparable != true || *f.Difference != "9" || *f.Ratio != "2.8" {
				t.Errorf("%+v", f)
			}
		case "proposals_received":
			if f.Comparable != "only b" || f.A != nil || f.Difference != nil {
				t.Errorf("%+v", f)
			}
		}
	}
	part, err := compared(t, modeltest.Hill, modeltest.River).JSON(compare.ViewWording)
	if err != nil || strings.Contains(string(part), `"figures"`) {
		t.Errorf("asked for the wording alone: %s", part)
	}
}

func TestAThingSaidAThousandTimesIsPairedInOrder(t *testing.T) {
	text := func(place string) string {
		var b strings.Builder
		b.WriteString(place + " 2023\n# livelihood 民生\n")
		for i := range 2000 {
			fmt.Fprintf(&b, "办好{%d件|民生实事}。帮扶{%d户|困难群众}。\n", i, i)
		}
		return b.String()
	}
	c := compared(t, text("甲县"), text("乙县"))
	if len(c.Figures) != 4000 {
		t.Fatalf("%d rows", len(c.Figures))
	}
	for i, r := range c.Figures {
		if r.A.Label != r.B.Label || r.A.Paragraph != r.B.Paragraph {
			t.Fatalf("row %d sets %s of paragraph %d against %s of %d", i, r.A.Label, r.A.Paragraph, r.B.Label, r.B.Paragraph)
		}
	}
}
