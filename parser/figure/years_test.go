package figure

import (
	"fmt"
	"strings"
	"testing"

	"duidu/parser/catalogue"
)

// yearsOf is the years of each figure of a paragraph of the report on 2023: 2023, or
// 2021-2023; — where a figure has none but the reported one.
func yearsOf(paragraph string) string {
	r := NewReader(catalogue.Builtin())
	p := r.Read(new(Memory), paragraph, Setting{Year: 2023, Last: 2024})
	r.Relate([]*Passage{&p})
	var list []string
	for _, f := range p.Figures {
		switch {
		case f.Period == nil:
			list = append(list, "—")
		case f.Period.From == 0:
			list = append(list, fmt.Sprintf("%d years", f.Period.Years))
		case f.Period.From == f.Period.To:
			list = append(list, fmt.Sprint(f.Period.From))
		default:
			list = append(list, fmt.Sprintf("%d-%d", f.Period.From, f.Period.To))
		}
	}
	return strings.Join(list, " ")
}

func sayTheirYears(t *testing.T, want map[string]string) {
	t.Helper()
	for paragraph, years := range want {
		if got := yearsOf(paragraph); got != years {
			t.Errorf("%s: %s, want %s", paragraph, got, years)
		}
	}
}

func TestAYearThatSomethingBeganInOpensYearsThatGoOn(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"从2020年搭起协商平台到现在，办议事会90场。":             "2020-2023",
		"自2016年第一辑算起，编文史书12本。":                 "2016-2023",
		"自2019年算起，办议事会90场。":                    "2019-2023",
		"2021年到现在，办议事会90场。":                    "2021-2023",
		"打2018年起，办议事会90场。":                     "2018-2023",
		"从2020年的台账看，办议事会90场。":                  "2020",
		"2020年搭起协商平台到现在还新，办议事会90场。":            "2020",
		"自2020年换届大会闭幕那天下午办公室腾出两间屋子以来，办议事会90场。": "2020", // too far behind the year
	})
}

func TestAYearThatOpensASentenceHoldsOverItsSemicolons(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"2021年，收到提案90件；立案80件；办复78件。":      "2021 2021 2021",
		"收到提案90件；2021年收到70件，立案60件；办复78件。": "— 2021 2021 —",
		"2021年，收到提案90件。立案80件。":            "2021 —",
	})
}

func TestACountThatMovedOnIsOfItsOwnPointOfTime(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"五年来，信息员由26名增到64名。":       "— —",
		"五年来，信息员由26名增到2021年的64名。": "— 2021",
		"五年来，办复率由2018年的88%升到97%。": "2018 —",
	})
}

func TestAListOfAsManyItemsAsYearsHasOneYearEach(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"2021年至2023年收到提案分别为305件、342件、391件。": "2021 2022 —",
		"2019年至2021年收到提案分别为305件、342件、391件。": "2019 2020 2021",
		"2021年至2023年分别收到提案305件、342件、391件。":  "2021 2022 —",
		"2021年至2023年收到提案分别为305件、342件。":      "2021-2023 2021-2023",
		"2021年至2023年收到提案305件、342件、391件。":    "2021-2023 2021-2023 2021-2023",
	})
}

func TestANumberOfYearsBehindThemIsThoseYears(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"从2017年到2023年，七年间，收到提案305件。":  "2017-2023",
		"从2017年到2023年，五年间，收到提案305件。":  "5 years",
		"2017年到2023年不论。五年间，收到提案305件。": "5 years",
	})
}

func TestTheSameTimeOfTheYearBeforeIsThatYear(t *testing.T) {
	sayTheirYears(t, map[string]string{
		"收到提案90件，去年同期86件。":     "— 2022",
		"收到提案90件，上年同期收到86件。":   "— 2022",
		"收到提案90件，比去年同期多4件。":    "— —",
		"同去年同期一样，收到提案90件。":     "—",
		"去年此时收到86件，眼下收到提案90件。": "2022 —",
	})
}

func TestATermThatIsToldByItsNumberIsAStretchOfYears(t *testing.T) {
	for text, want := range map[string][]int{
		"第九届视察47次，委员920人次；第十届减到38次。":    {5, 5, 5},
		"立案率由第一届的76%增至第五届的91.6%。":       {5, 5},
		"第十届委员会有委员213名。":                {1},
		"第十届三次会议收到提案86件。":               {1},
		"1981年设会。第三届提案420件，2023年收到86件。": {5, 1},
	} {
		figures := read(text)
		for i := range want {
			if len(figures) != len(want) || figures[i].Years() != want[i] {
				t.Errorf("%s: %d figures, the %d. over %d years, want %v", text, len(figures), i+1, figures[min(i, len(figures)-1)].Years(), want)
				break
			}
		}
	}
}

func TestAFiveYearPlanNamesItsYears(t *testing.T) {
	for text, want := range map[string][2]int{
		"“十三五”期间，提出意见建议1260条。":  {2016, 2020},
		"“十四五”以来，提出意见建议860条。":   {2021, 2023},
		"“十二五”时期收到提案820件。":      {2011, 2015},
		"围绕“十四五”规划，开展协商12次。":    {0, 0},
		"围绕“十五五”期间的规划，开展协商12次。": {2026, 2030},
	} {
		got := [2]int{}
		if p := read(text)[0].Period; p != nil {
			got = [2]int{p.From, p.To}
		}
		if got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestTheBracketBehindATermsNameDatesItsParagraph(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for words, want := range map[string][2]int{
		"第二届委员会（1987年6月—1990年5月），委员102名。收到提案310件。":   {1987, 1990},
		"第九届委员会（2021年10月至今），委员206名。收到提案310件。":        {2021, 2023},
		"老委员座谈会（1987年6月—1990年5月的照片），来了12人。收到提案310件。": {},
	} {
		p := r.Read(new(Memory), words, Setting{Year: 2023})
		r.Relate([]*Passage{&p})
		var got [2]int
		if of := p.Figures[len(p.Figures)-1].Period; of != nil {
			got = [2]int{of.From, of.To}
		}
		if got != want {
			t.Errorf("%s: %v, want %v", words, got, want)
		}
	}
}

func TestAReportOfAYearDoesNotLookBackOnThreeWhereItOnlyComparesThem(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for lines, want := range map[string]int{
		"清河县政协2023年工作总结|收到提案182件；近三年收到提案分别为160件、170件、182件。": 0,
		"清河县政协工作总结|近三年，县政协围绕中心履职。":                          3,
		"清河县政协工作概况|委员89名，常委17名。三年间召开常委会议14次。":               0,
	} {
		if got := r.Over(strings.Split(lines, "|"), Setting{Year: 2023}).Review; got != want {
			t.Errorf("%s looks back on %d years, want %d", lines, got, want)
		}
	}
}
