package parser

import (
	"slices"
	"strings"
	"testing"

	"duidu/model"
)

// themesOf are the themes of the runs of the paragraph that holds some words, in order.
func themesOf(t *testing.T, r *model.Report, words string) []string {
	t.Helper()
	var list []string
	r.Walk(func(_ model.Path, s *model.Section) {
		for _, p := range s.Paragraphs {
			if strings.Contains(p.Text, words) {
				for _, run := range p.Runs {
					list = append(list, run.Theme)
				}
			}
		}
	})
	if list == nil {
		t.Errorf("%s: no paragraph holds it", words)
	}
	return list
}

func TestWhatAnOutlookCountsIsStillOutlook(t *testing.T) {
	r := parse(t, "一、提案办理\n\n全年立案提案120件，办复率100%。\n\n二、2022年工作安排\n\n全年立案提案不少于130件，办复率100%，满意率98%以上。\n")
	if got := themesOf(t, r, "不少于130件"); !slices.Equal(got, []string{"outlook"}) {
		t.Errorf("below the heading of a year to come: %v", got)
	}
	if got := themesOf(t, r, "立案提案120件"); !slices.Equal(got, []string{"proposals"}) {
		t.Errorf("what was done: %v", got)
	}
}

func TestASentenceOnTheYearToComeIsOutlookAndTheNextOneToo(t *testing.T) {
	r := parse(t, "一、提案办理\n\n全年立案提案120件，办复率100%。2022年，提案要写得更短。办理要跑得更勤。\n\n提案委说，明年起每件提案都当面答复。\n")
	if got := themesOf(t, r, "立案提案120件"); !slices.Equal(got, []string{"proposals", "outlook"}) {
		t.Errorf("from the year named on: %v", got)
	}
	if got := themesOf(t, r, "明年起"); !slices.Equal(got, []string{"outlook"}) {
		t.Errorf("behind who says it: %v", got)
	}
	dated := parse(t, "一、提案办理\n\n全年立案提案120件，办复率100%。2022年3月，提案办复情况向全会作了报告。\n")
	if got := themesOf(t, dated, "立案提案120件"); slices.Contains(got, "outlook") {
		t.Errorf("a day that is past: %v", got)
	}
}

func TestAReportNamedForAThemeIsAboutItInEveryPart(t *testing.T) {
	body := "\n各位委员：\n\n我代表常务委员会报告提案工作，请予审议。\n\n一、做了什么\n\n委员写提案120件，立案110件。\n\n二、助推产业转型\n\n讲园区和产业链的件件有回音，企业落了地。\n"
	r, err := New(Options{}).Parse("test.txt", []byte("政协青山县常务委员会提案工作情况报告\n（2022年1月5日在县政协五届二次会议上）\n"+body))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range r.Sections {
		if s.Title != "" && s.Theme != "proposals" {
			t.Errorf("%s: %s", s.Title, s.Theme)
		}
	}
}

func TestASentenceThatCountsWorkOfManyThemesSumsUpTheYear(t *testing.T) {
	r := parse(t, "一、民生协商\n\n立案提案120件，报送社情民意信息80条，开专题协商会12次，编辑文史书籍3部，组织民主监督活动9次。\n")
	if got := themesOf(t, r, "立案提案120件"); !slices.Equal(got, []string{"overview"}) {
		t.Errorf("%v", got)
	}
}

func TestATitleOfTwoLinesAndOneThatStandsTwiceAreNoHeadings(t *testing.T) {
	for _, head := range []string{
		"青山县五次全会收提案301件\n260件立案\n\n",
		"把善款送到最要紧的人手里\n把善款送到最要紧的人手里\n\n",
	} {
		r, err := New(Options{}).Parse("test.txt", []byte(head+strings.Repeat(filler, 3)+"\n\n"+strings.Repeat(filler, 2)+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := headingsOf(r); got != "" || r.Title == "" {
			t.Errorf("%q: title %q, headings %q", head, r.Title, got)
		}
	}
}

func TestTextsInARowHaveTheirOwnTitles(t *testing.T) {
	r, err := New(Options{}).Parse("test.txt", []byte("某县政协总结范文\n\n工作总结 篇1\n\n"+filler+"\n\n一、做了什么\n\n"+filler+"\n\n1、写提案\n\n"+filler+"\n\n工作总结 篇2\n\n"+filler+"\n\n2、再走访\n\n"+filler+"\n\n二、打算\n\n"+filler+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := "工作总结 篇1\n  一、做了什么\n    1、写提案\n工作总结 篇2\n  2、再走访\n  二、打算"
	if got := headingsOf(r); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestASessionThatOpensIsTheWholesAndWhatIsOnlyPlannedIsOutlook(t *testing.T) {
	r := parse(t, "清河县政协收到提案126件\n\n26日，政协清河县九届四次会议开幕。提案委员会审查提案，立案提案118件，重点提案8件，提案已交办。明年每个工作室活动不少于1次。")
	for start, want := range map[string]string{"26日": "overview", "提案委员会": "proposals", "明年": "outlook"} {
		got := ""
		for _, s := range r.Sections {
			for _, p := range s.Paragraphs {
				at := strings.Index(p.Text, start)
				for _, run := range p.Runs {
					if at >= run.Start && at < run.End {
						got = run.Theme
					}
				}
			}
		}
		if got != want {
			t.Errorf("%s… is %s, want %s", start, got, want)
		}
	}
}
