package parser

import (
	"strings"
	"testing"

	"duidu/model"
)

func TestAPageNumberBetweenDashesIsNoPartOfTheTextItStandsIn(t *testing.T) {
	r := parse(t, "调研十二次，写成报告十四篇，其中九篇送了市委、\n— 2 —\n市政府，六篇得到批示。\n\n稿件收了六十三篇，退改二十二篇，不用八篇；\n—412—\n九月定稿五十五篇，印成一册。\n")
	for _, want := range []string{"市委、市政府", "不用八篇；九月定稿"} {
		found := false
		r.Walk(func(_ model.Path, s *model.Section) {
			for _, p := range s.Paragraphs {
				found = found || strings.Contains(p.Text, want)
			}
		})
		if !found {
			t.Errorf("%s is not one paragraph again", want)
		}
	}
}

func TestWhoReportedItIsNoSentenceThatStops(t *testing.T) {
	r := parse(t, filler+"\n\n青山日报、青山客户端 记者 王某 党某 通讯员 吴某 报道\n")
	if n := kinds(r, model.NoticeGap); n != 0 {
		t.Errorf("%d gaps", n)
	}
}
