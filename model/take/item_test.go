package take_test

import (
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/model/take"
)

const nested = `
山城县 2023
# proposals 一、提案
全年提案立案。
## proposals_a （一）督办
重点提案由主席督办。
办理结果公开。
# unity 二、联谊
走访委员。
`

func TestASectionIsTakenWithTheTitlesBelowItsOwn(t *testing.T) {
	r := modeltest.Report(nested)
	for want, p := range map[string]model.Path{
		"全年提案立案。\n（一）督办\n重点提案由主席督办。\n办理结果公开。": {0},
		"重点提案由主席督办。\n办理结果公开。":                 {0, 0},
		"走访委员。": {1},
	} {
		it, ok := take.Section(r, p)
		if !ok || it.Text != want {
			t.Errorf("%v: %q, want %q", p, it.Text, want)
		}
	}
	if _, ok := take.Section(r, model.Path{4}); ok {
		t.Error("a section that is not there is taken")
	}
}

func TestAPassageRunsFromAnchorToAnchorInEitherOrder(t *testing.T) {
	r := modeltest.Report(nested)
	at := map[string]int{}
	for i, b := range r.Blocks() {
		at[b.Text] = i
	}
	anchor := func(block string, characters int) model.Anchor {
		return model.Anchor{Block: at[block], Offset: 3 * characters}
	}
	for _, c := range []struct {
		from, to model.Anchor
		want     string
	}{
		{anchor("重点提案由主席督办。", 2), anchor("重点提案由主席督办。", 4), "提案"},
		{anchor("重点提案由主席督办。", 5), anchor("办理结果公开。", 2), "主席督办。\n办理"},
		{anchor("全年提案立案。", 4), anchor("重点提案由主席督办。", 4), "立案。\n（一）督办\n重点提案"},
		{anchor("办理结果公开。", 2), anchor("办理结果公开。", 99), "结果公开。"},
	} {
		for _, ends := range [][2]model.Anchor{{c.from, c.to}, {c.to, c.from}} {
			it, ok := take.Passage(r, ends[0], ends[1])
			if !ok || it.Text != c.want {
				t.Errorf("%v: %q, want %q", ends, it.Text, c.want)
			}
		}
	}
	if it, ok := take.Passage(r, anchor("走访委员。", 1), anchor("走访委员。", 1)); ok {
		t.Errorf("nothing between two places is taken as %q", it.Text)
	}
}

func TestARowIsToldFromTheOthersOfItsComparison(t *testing.T) {
	a := modeltest.Report("山城县 2023\n# proposals 一、提案\n立案{126件|立案提案|proposals_filed}，收到{140件|收到提案|proposals_received}。")
	b := modeltest.Report("水城县 2023\n# proposals 一、提案\n立案{98件|立案提案|proposals_filed}，收到{101件|收到提案|proposals_received}。")
	a.Path, b.Path = "a.txt", "b.txt"
	c := compare.Compare(a, b, modeltest.Catalogue())
	ids := map[string]bool{}
	for i := range c.Figures {
		it := take.Row(c, &c.Figures[i], modeltest.Catalogue())
		again := take.Row(c, &c.Figures[i], modeltest.Catalogue())
		if it.ID() != again.ID() {
			t.Errorf("%q and %q are one row", it.ID(), again.ID())
		}
		ids[it.ID()] = true
	}
	if len(c.Figures) < 2 || len(ids) != len(c.Figures) {
		t.Errorf("%d IDs of %d rows: %v", len(ids), len(c.Figures), ids)
	}
}

func TestNotesAreToldApartByTheirText(t *testing.T) {
	if take.Note("先看提案").ID() == take.Note("再看联谊").ID() {
		t.Error("two notes have one ID")
	}
}

func TestAnItemIsTakenOutWhereverItStands(t *testing.T) {
	one, two, three := take.Note("一"), take.Note("二"), take.Note("三")
	s := take.Selection{}.Add(one, two, three)
	for _, it := range []take.Item{one, two, three} {
		left := s.Remove(it.ID())
		if left.Len() != 2 || left.Contains(it.ID()) || s.Len() != 3 {
			t.Errorf("without %s: %v", it.Text, left.Items)
		}
	}
	if left := s.Remove(take.Note("四").ID()); left.Len() != 3 {
		t.Errorf("%v", left.Items)
	}
	if back := s.Remove(one.ID()).Insert(one, 0); back.Index(one.ID()) != 0 || back.Len() != 3 {
		t.Errorf("%v", back.Items)
	}
	if twice := s.Toggle(two).Toggle(two); twice.Index(two.ID()) != 2 {
		t.Errorf("%v", twice.Items)
	}
	if last := s.Remove(two.ID()).Insert(two, -1); last.Index(two.ID()) != 2 {
		t.Errorf("%v", last.Items)
	}
}
