package pane

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/ui/cell"

	"github.com/charmbracelet/x/ansi"
)

func twoForms() *model.Report {
	return model.Assemble(model.Report{Sections: []*model.Section{
		{Title: "协商议政", Original: "協商議政", Level: 1, Paragraphs: []model.Paragraph{
			{Text: "开展协商14次，" + strings.Repeat("形成协商成果，", 20), Original: "開展協(xié)商14次，" + strings.Repeat("形成協商成果，", 20)},
			{Text: "——两种文字相同。"},
		}},
	}})
}

// rowsOfPane scrolls through a pane row by row.
func rowsOfPane(p *Pane) []string {
	w, h := p.Size()
	p.SetSize(w, 1)
	defer p.SetSize(w, h)
	p.Home()
	var rows []string
	for {
		rows = append(rows, strings.TrimRight(strings.ReplaceAll(ansi.Strip(p.View()[0]), "▐", ""), " "))
		before := p.top
		if p.Scroll(1); p.top == before {
			return rows
		}
	}
}

func TestBothFormsAreWholeAndOnlyWhatChangedHasTwo(t *testing.T) {
	r := twoForms()
	for _, policy := range policies {
		for _, w := range []int{9, 24, 41, 80, 133} {
			p := newPane(policy, r)
			p.SetContent(Both(r, styles(), &model.Catalogue{}))
			p.SetSize(w, 12)
			checkGeometry(t, p, policy)
			text := strings.NewReplacer(" ", "", "\n", "", "│", "", "|", "").Replace(strings.Join(rowsOfPane(p), ""))
			want := "协商议政協商議政" + r.Sections[0].Paragraphs[0].Text + r.Sections[0].Paragraphs[0].Original + "——两种文字相同。"
			if text != want {
				t.Fatalf("width %d: %s\nwant %s", w, text, want)
			}
			p.End()
			if p.Progress() != 100 {
				t.Errorf("width %d: %d%% at the end", w, p.Progress())
			}
		}
	}
}

func TestAPlaceBelowATextLeadsBackToItsLastLine(t *testing.T) {
	r := twoForms()
	p := newPane(cell.Policy{}, r)
	p.SetContent(Both(r, styles(), &model.Catalogue{}))
	p.SetSize(60, 4)
	for range 40 {
		p.Scroll(1)
		a := p.Top()
		if a.Block >= len(r.Blocks()) || a.Offset > len(r.Blocks()[a.Block].Text) {
			t.Fatalf("top is %v", a)
		}
		for y := range 4 {
			if at, ok := p.At(10, y); ok && at.Offset > len(r.Blocks()[at.Block].Text) {
				t.Fatalf("row %d leads to %v", y, at)
			}
		}
		p.SetSize(59, 4)
		p.SetSize(60, 4)
		if b := p.Top(); b.Block > a.Block || b.Block < a.Block-1 {
			t.Fatalf("after a resize at %v, was at %v", b, a)
		}
	}
}

func TestAFilterShowsBlocksWithHitsUnderTheirHeadings(t *testing.T) {
	r := model.Assemble(model.Report{Sections: []*model.Section{
		{Paragraphs: []model.Paragraph{{Text: "开头的话。"}}},
		{Title: "一、提案", Level: 1, Paragraphs: []model.Paragraph{{Text: "没有要找的。"}, {Text: "收到甲件。"}},
			Sections: []*model.Section{{Title: "（一）督办", Level: 2, Paragraphs: []model.Paragraph{{Text: "督办甲件。"}, {Text: "别的。"}}}}},
		{Title: "二、协商", Level: 1, Paragraphs: []model.Paragraph{{Text: "协商若干。"}}},
	}})
	for _, w := range []int{8, 40, 90} {
		p := newPane(cell.Policy{}, r)
		p.SetSize(w, 9)
		if p.Filter() {
			t.Error("a filter without a search")
		}
		p.Find("甲件", p.Literal("甲件"), Forward)
		if !p.Filter() || !p.Filtered() {
			t.Fatal("no filter")
		}
		checkGeometry(t, p, cell.Policy{})
		if got := strings.ReplaceAll(strings.Join(rowsOfPane(p), ""), " ", ""); got != "一、提案收到甲件。（一）督办督办甲件。" {
			t.Errorf("width %d shows %q", w, got)
		}
		for range 3 {
			p.Again(Forward)
			checkGeometry(t, p, cell.Policy{})
		}
		p.Home()
		p.Scroll(-5)
		p.End()
		p.Scroll(5)
		p.ScrollTo(model.Anchor{Block: 0}) // hidden: the next one shown
		if top := p.Top(); !p.Shows(top.Block) {
			t.Errorf("width %d: the top is %v, which is hidden", w, top)
		}
		p.ShowAll()
		if got := strings.Join(rowsOfPane(p), ""); !strings.Contains(strings.ReplaceAll(got, " ", ""), "没有要找的") {
			t.Errorf("width %d: not all is shown again: %q", w, got)
		}
	}
}

func TestItemsOfAListHangWhereThereIsRoom(t *testing.T) {
	long := strings.Repeat("紧扣中心服务大局，", 12)
	r := model.Assemble(model.Report{Sections: []*model.Section{{Paragraphs: []model.Paragraph{
		{Text: "——" + long}, {Text: "（一）" + long}, {Text: "一是" + long}, {Text: long},
	}}}})
	p := newPane(cell.Policy{}, r)
	p.SetSize(83, 40)
	for i, want := range []int{6, 10, 8, 0} {
		lines := p.layout(i)
		if lines[0].Indent != 4 || lines[1].Indent != want {
			t.Errorf("block %d stands in %d and %d cells, want 4 and %d", i, lines[0].Indent, lines[1].Indent, want)
		}
	}
	p.SetSize(50, 40)
	if in := p.layout(0)[1].Indent; in != 0 {
		t.Errorf("in a narrow column the second line stands in %d cells", in)
	}
}

func TestTheLastHitIsKnown(t *testing.T) {
	p := newPane(cell.Policy{}, model.Assemble(model.Report{Sections: []*model.Section{{Paragraphs: []model.Paragraph{{Text: "甲乙甲丙甲"}}}}}))
	p.SetSize(40, 5)
	p.Find("甲", p.Literal("甲"), Forward)
	if p.AtEnd(Forward) || !p.AtEnd(Backward) {
		t.Error("at the first of three")
	}
	p.GoToHit(model.Anchor{Offset: len("甲乙甲丙")})
	if k, _ := p.Hits(); k != 3 || !p.AtEnd(Forward) || p.AtEnd(Backward) {
		t.Errorf("at hit %d", k)
	}
}
