package compare_test

import (
	"slices"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
)

const fourOfATheme = `
# proposals 一、提案
提案立案以后交给单位办理。
单位办理以后答复给委员看。
委员看过答复以后说说意见。
意见说过以后提案可以办结。
# unity 二、联谊
委员走访台胞台属并且座谈。
`

func TestEveryPlaceOfAReportMeetsItselfInACopy(t *testing.T) {
	c := compared(t, "甲县 2023"+fourOfATheme, "乙县 2023"+fourOfATheme)
	for i, b := range c.A.Blocks() {
		for _, at := range []int{0, len("提案")} {
			if b.Heading && at > 0 {
				continue
			}
			here := model.Anchor{Block: i, Offset: at}
			for _, side := range []compare.Side{compare.SideA, compare.SideB} {
				if there, ok := c.Counterpart(side, here); !ok || there != here {
					t.Errorf("%q at %d meets %v", b.Text, at, there)
				}
			}
		}
	}
}

func TestTheShareThatTheTextGivesAPartIsTheShareOfThePart(t *testing.T) {
	r := modeltest.Report("甲县 2023\n# proposals 提案\n收到{200件|收到提案|proposals_received}，其中{50件|集体提案||part}，占{26%|集体提案||part}，{30件|联名提案||part}。")
	whole := slices.IndexFunc(r.Figures, func(f model.Figure) bool { return f.Text == "200件" })
	for i := range r.Figures {
		if i != whole {
			r.Figures[i].Of = model.RefTo(whole)
		}
	}
	f := compare.FamilyOf(r, "proposals_received", modeltest.Catalogue())
	if len(f.Parts) != 2 {
		t.Fatalf("%+v", f.Parts)
	}
	if p := f.Parts[0]; p.Computed() || p.Share == nil || p.Share.Stated.String() != "26" {
		t.Errorf("the stated share is %+v", p.Share)
	}
	if p := f.Parts[1]; !p.Computed() || p.Share == nil || p.Share.Stated.Round(1).String() != "15" {
		t.Errorf("the computed share is %+v", p.Share)
	}
}

func TestRowsOfLabelsStandInTheOrderOfTheText(t *testing.T) {
	a := "甲县 2023\n# capacity 自身建设\n编印{12期|政协简报|}，建成{8个|委员之家|}，发出{300份|调查问卷|}，走访{40家|会员企业|}。"
	b := "乙县 2023\n# capacity 自身建设\n编印{10期|政协简报|}，建成{6个|委员之家|}，发出{200份|调查问卷|}，走访{30家|会员企业|}。"
	var names []string
	for _, r := range compared(t, a, b).Figures {
		names = append(names, r.Name)
	}
	if want := []string{"政协简报", "委员之家", "调查问卷", "会员企业"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

func TestALabelOfOneCharacterMeetsItsLikeAlone(t *testing.T) {
	c := compared(t,
		"甲县 2023\n# capacity 自身建设\n种{300棵|树|}，编印{12期|政协简报|}。",
		"乙县 2023\n# capacity 自身建设\n种{200棵|柳树|}，编印{10期|政协简报|}。")
	if len(c.Figures) != 1 || c.Figures[0].Name != "政协简报" {
		t.Errorf("%+v", c.Figures)
	}
}
