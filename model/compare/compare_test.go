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

func TestAnotherFigureInAComparableUnitIsPreferred(t *testing.T) {
	r := row(t, compared(t, modeltest.Hill, modeltest.River), "opinion_reports")
	if r.B.Text != "12期" || r.Difference.Stated.String() != "-5" || len(r.OthersB) != 1 {
		t.Errorf("7期 was set against %s", r.B.Text)
	}
}

func TestFiguresInOneUnitTellMoreThanFiguresInTwo(t *testing.T) {
	a := "甲县 2023\n# livelihood 民生\n编发{7期|信息|opinion_reports}。"
	b := "乙县 2023\n# livelihood 民生\n反映{92条|信息|opinion_reports}，编发{30期|信息|opinion_reports|换届以来}。"
	if r := row(t, compared(t, a, b), "opinion_reports"); r.B.Text != "30期" || r.Reason != compare.ReasonSpan || r.Difference != nil {
		t.Errorf("7期 was set against %s: %s", r.B.Text, r.Reason)
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

func TestAStrayFigureDoesNotStandForTheYearOfATerm(t *testing.T) {
	b := "乙县 2023\n# proposals 提案\n收到{426件|收到提案|proposals_received}。"
	stray := compared(t, "甲县 2023\n# proposals 提案\n收到{86件|收到提案|proposals_received|换届以来}。云平台提交{2件|提案|proposals_received}。", b)
	if r := row(t, stray, "proposals_received"); r.A.Text != "86件" || r.Reason != compare.ReasonSpan {
		t.Errorf("%s beside %s: %q", r.A.Text, r.B.Text, r.Reason)
	}
	year := compared(t, "甲县 2023\n# proposals 提案\n收到{86件|收到提案|proposals_received|换届以来}。今年收到{40件|提案|proposals_received}。", b)
	if r := row(t, year, "proposals_received"); r.A.Text != "40件" || !r.Comparable() {
		t.Errorf("%s beside %s: %q", r.A.Text, r.B.Text, r.Reason)
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
