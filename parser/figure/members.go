package figure

import (
	"strings"

	"github.com/shopspring/decimal"

	"duidu/model"
	"duidu/parser/text"
)

// countMembers finds how many the body has where no clause says so in so many words: the first
// plain count of 委员 that is larger than those who do one thing together.
func (t *tree) countMembers() {
	id := t.reader.catalogue.Members
	if id == "" {
		return
	}
	first := -1
	for k := range t.nodes {
		n := &t.nodes[k]
		f := n.figure
		switch {
		case f.Indicator == id:
			return
		case first >= 0 || f.Indicator != "" || f.Part || f.Each || f.Plan || n.out || n.hint.growth || f.Qualifier != model.Exact || !people(f.Unit) || f.Value.LessThan(manyMembers):
		case t.plainMembers(k):
			first = k
		}
	}
	if first < 0 {
		return
	}
	for k := range t.alike(t.nodes[first].figure) {
		if f := t.nodes[k].figure; f.Indicator == "" && !f.Part && t.plainMembers(k) {
			f.Indicator, f.Period = id, nil
		}
	}
}

// ofAll tells a count of which it is said which share of all it is: 提出提案298件，占立案总数的16.3%.
// What was filed is told as a share of what was received, and is no part.
func (t *tree) ofAll(k int) bool {
	f := t.nodes[k].figure
	if f.Indicator == "" || f.Unit == "%" || t.reader.catalogue.IsStage(f.Indicator) && !t.isFirstStage(k) {
		return false
	}
	return text.HasAnySuffix(strings.TrimRight(t.shareBehind(k), "的"), "总数", "总量", "总件数", "总人数")
}

// shareBehind is what the percentage right behind a figure is said to be a share of;
// empty where there is none.
func (t *tree) shareBehind(k int) string {
	if k+1 == len(t.nodes) || t.nodes[k+1].figure.Unit != "%" || t.nodes[k+1].passage != t.nodes[k].passage {
		return ""
	}
	_, of, _ := text.Cut(t.since(k+1), "占")
	return of
}

// someMembers tells those of whom it is said which share of the members they are (198名委员
// 提交提案，占委员总数的82.5%), and those who came.
func (t *tree) someMembers(k int) bool {
	f := t.nodes[k].figure
	if f.Indicator == "" || f.Indicator != t.reader.catalogue.Members {
		return false
	}
	came := text.HasAnyPrefix(f.Label, "出席", "到会", "列席", "首届") && !text.Has(t.since(k), "应")
	return came || text.Has(t.shareBehind(k), t.reader.memberWord())
}

// manyMembers is more than a part of them is called 委员 without saying which.
var manyMembers = decimal.NewFromInt(100)

// plainMembers tells a figure that names the members and no kind of them: 委员, 全体政协委员, but not
// 参与的委员, and not with a share of all.
func (t *tree) plainMembers(k int) bool {
	n := &t.nodes[k]
	of, ok := strings.CutSuffix(n.figure.Label, t.reader.memberWord())
	if !ok || strings.HasSuffix(t.since(k), "的"+n.figure.Label) {
		return false
	}
	if k+1 < len(t.nodes) && t.nodes[k+1].figure.Unit == "%" && t.nodes[k+1].hint.sentence == n.hint.sentence && t.nodes[k+1].passage == n.passage {
		return false
	}
	of = strings.TrimSuffix(of, "政协")
	return strings.Trim(of, "全体本届县市区旗州") == ""
}
