package figure

import (
	"testing"

	"duidu/parser/catalogue"
)

// What a figure leaves out the text has said elsewhere.
func TestAFigureThatLeavesOutWhatItCountsIsNamedByItsText(t *testing.T) {
	for _, c := range []struct{ text, figure, indicator string }{
		{"立案80件，80件全部办复。", "80件", "proposals_filed"},
		{"修订制度9项，新立5项。", "5项", "rules_adopted"},
		{"满意率由88%升到97%。", "97%", "proposal_satisfaction"},
		{"从评价看，表示满意的70件，表示基本满意的20件，两项合计占97%。", "97%", "proposal_satisfaction"},
		{"到1月17日止，收到提案90件。", "90件", "proposals_received"},
		{"收到提案90件。重点提案少而精，数量是10件。", "10件", "key_proposals"},
		{"收到提案90件，委员提案60件。", "60件", ""},
		{"收到信息153条，部门办结146条，办结率95%。", "95%", ""},
		{"议事室搭起来了，全年协商46场。", "46场", "studio_activities"},
		{"议事室搭起来了，全年专题协商6场。", "6场", "consultations"},
		{"地区生产总值1055亿元，签约项目56个，投资70亿元。", "70亿元", ""},
		{"320名委员、16个界别拧成一股绳。", "320名", "members"},
		{"参与提案的委员178名。", "178名", ""},
		{"32名委员、16个界别拧成一股绳。", "32名", ""},
	} {
		figures := figuresOf(c.text)
		last := -1
		for i, f := range figures {
			if f.Text == c.figure {
				last = i
			}
		}
		if last < 0 {
			t.Errorf("%s: no %s", c.text, c.figure)
		} else if got := figures[last].Indicator; got != c.indicator {
			t.Errorf("%s: %s is %q, want %q", c.text, c.figure, got, c.indicator)
		}
	}
}

func TestAHeadingsCountIsWhatTheTextBelowSaysItIs(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	heading, body := r.Read("（二）光明：46个站", Setting{}), r.Read("光明建成委员联络站46个。", Setting{})
	heading.Heading = true
	r.Relate([]*Passage{&heading, &body})
	if got := heading.Figures[0].Indicator; got != "studios" {
		t.Errorf("the heading's count is %q, want studios", got)
	}
}
