package parser

import (
	"strings"
	"testing"
)

// metaOfText reads a whole text the way a saved page is read.
func metaOfText(t *testing.T, lines ...string) (place, city, province string, year, term, session int) {
	t.Helper()
	r, err := New(Options{}).Parse(stdinPath, []byte(strings.Join(lines, "\n")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return r.Place, r.City, r.Province, r.Year, r.Term, r.Session
}

func TestAPlaceNamedWithoutItsSuffixIsFoundByWhatItsCommitteeCallsItself(t *testing.T) {
	if place, city, province, _, _, _ := metaOfText(t, "成都武侯：院坝里的协商桌", "区政协把协商桌摆进院坝，一年议了十二件事，居民都说好。"); place != "武侯区" || city != "成都市" || province != "四川省" {
		t.Errorf("in the title: %q %q %q", place, city, province)
	}
	body := "市政协请宁波籍侨领回乡看一看，宁波的港口、宁波的学校都走到了。"
	if place, _, _, _, _, _ := metaOfText(t, body); place != "宁波市" {
		t.Errorf("named often: %q", place)
	}
	if place, _, _, _, _, _ := metaOfText(t, "县政协组织委员到宁波考察，又去了温州，看了两家企业。"); place != "" {
		t.Errorf("a place that was visited: %q", place)
	}
}

func TestAHiddenPlaceStillHasItsProvince(t *testing.T) {
	if place, _, province, _, _, session := metaOfText(t, "浙江某区政协二届四次会议收到以提案形式提出的意见建议", "到昨天中午，大会提案组收了一批提案，还在审查。审完的交给承办单位，有疑问的退回去再写，写好了明天还能交上来。"); place != "" || province != "浙江省" || session != 4 {
		t.Errorf("%q %q, session %d", place, province, session)
	}
}

func TestProposalsOfASessionAreOfTheYearItIsHeldIn(t *testing.T) {
	news := "到1月8日10时，提案组收到提案230件，比去年少一些，写得更细。"
	if _, _, _, year, _, _ := metaOfText(t, "瑞安市政协十二届五次会议收提案230件", "更新日期:2016-01-09 15:06:26", news); year != 2016 {
		t.Errorf("the news of a session: %d", year)
	}
	if _, _, _, year, _, _ := metaOfText(t, "瑞安市政协听取提案工作汇报", "更新日期:2016-01-09 15:06:26", "去年，委员提案230件，都已办复。"); year != 2015 {
		t.Errorf("a look back: %d", year)
	}
	if _, _, _, year, _, _ := metaOfText(t, "瑞安市政协送戏下乡", "更新日期:2016-05-09 15:06:26", "五次会议以来，委员送戏下乡十二场。"); year != 2016 {
		t.Errorf("what has been done by May: %d", year)
	}
}

func TestAnAccountYearByYearIsOfItsLastYear(t *testing.T) {
	if _, _, _, year, _, _ := metaOfText(t, "2001年，收提案66件。2002年，收提案48件。2003年，收提案58件。"); year != 2003 {
		t.Errorf("read %d", year)
	}
	if _, _, _, year, _, _ := metaOfText(t, "2015年市政协要打好六张牌，委员们议得热闹，会场里不时有掌声。"); year != 2014 {
		t.Errorf("a year to come: %d", year)
	}
}

func TestThePlaceOfTheTitleStandsHoweverOftenTheTextNamesAnother(t *testing.T) {
	body := strings.Repeat("政协开州区委员会来访座谈，开州区政协介绍了经验。", 40)
	if place, city, _, _, _, _ := metaOfText(t, "政协重庆市万州区第五届委员会常务委员会工作报告", "", "一、履职回顾", "", body); place != "万州区" || city != "重庆市" {
		t.Errorf("%q of %q", place, city)
	}
}

func TestAPageOfTheFirstMonthsIsOfTheYearThatItsTextNamesFirst(t *testing.T) {
	for lines, want := range map[string]int{
		"瑞安市政协的账本|更新日期:2016-01-19 15:06:26|2015年的账，政协一笔一笔记着。2016年的题目也定了，2016年委员还要进村。": 2015,
	} {
		if _, _, _, year, _, _ := metaOfText(t, strings.Split(lines, "|")...); year != want {
			t.Errorf("%s is of %d, want %d", lines, year, want)
		}
	}
}

func TestAHeadingOfWhatIsToBeDoneInAYearTellsOfTheYearBefore(t *testing.T) {
	body := "三次会议以来，委员们围绕产业和民生交来提案90件，审查立案82件。到去年底，这些提案都已经办完，一件一件答复了提案人，办复率100%。"
	if _, _, _, year, _, _ := metaOfText(t, "清河县政协提案工作情况的报告", "", body, "", "2020年提案工作安排", "", "2020年，提案工作要抓好三件事。"); year != 2019 {
		t.Errorf("read %d", year)
	}
}

func TestANameInsideAWordIsNoPlace(t *testing.T) {
	for body, want := range map[string]string{
		"县政协的建议很快形成县委会议纪要，教师的医保有了着落。":  "",
		"县政协开会，中共成县县委的负责人到会讲话，大家议得热烈。": "成县",
		"州政协开展爱心一日捐，全州委员踊跃参加，大家都捐了款。":  "",
	} {
		if place, _, _, _, _, _ := metaOfText(t, body); place != want {
			t.Errorf("%s is of %q, want %q", body, place, want)
		}
	}
}
