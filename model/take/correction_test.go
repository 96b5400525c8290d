package take_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/modeltest"
	"duidu/model/take"
)

const wrong = `甲县 2022
# proposals 提案
收到提案{90件|收到提案|proposals_received}，立案{80件|立案|proposals_filed}。另有{8件|来信|proposals_filed}。
# deliberation 协商
协商{10次|协商活动|consultations}，上午{9次|时}。`

func figureOf(r *model.Report, text string) *model.Figure {
	for i := range r.Figures {
		if r.Figures[i].Text == text {
			return &r.Figures[i]
		}
	}
	return nil
}

func TestEveryFieldIsSetRightAndTold(t *testing.T) {
	r := modeltest.Report(wrong)
	before, _ := json.Marshal(r)
	at := func(text string) *take.Stated { return take.StatedAt(figureOf(r, text)) }
	list := take.Corrections{}.
		With(take.Correction{Content: r.Content, Field: take.FieldPlace, Was: "甲县", Value: "丙省 丁市 乙县"}).
		With(take.Correction{Content: r.Content, Field: take.FieldYear, Was: "2022", Value: "2023"}).
		With(take.Correction{Content: r.Content, Field: take.FieldMembers, Value: "120"}).
		With(take.Correction{Content: r.Content, Field: take.FieldLabel, Figure: at("10次"), Was: "协商活动", Value: "专题协商"}).
		With(take.Correction{Content: r.Content, Field: take.FieldIndicator, Figure: at("80件"), Was: "proposals_filed", Value: "opinion_reports"}).
		With(take.Correction{Content: r.Content, Field: take.FieldNone, Figure: at("9次"), Value: "none"})
	stored, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	list = nil
	if err := json.Unmarshal(stored, &list); err != nil {
		t.Fatal(err)
	}
	got := list.Corrector(nil).Report(r)
	if got.Place != "乙县" || got.City != "丁市" || got.Province != "丙省" || got.Year != 2023 || got.Members != 120 || !got.Corrected || !got.Source().Corrected {
		t.Errorf("the report is %s %s %s %d, %d members", got.Province, got.City, got.Place, got.Year, got.Members)
	}
	if f := figureOf(got, "10次"); f.Label != "专题协商" || !f.Corrected || !f.Headline {
		t.Errorf("the label is %q", f.Label)
	}
	if f := figureOf(got, "80件"); f.Indicator != "opinion_reports" || !f.Headline {
		t.Errorf("the indicator is %q, headline %v", f.Indicator, f.Headline)
	}
	if f := figureOf(got, "8件"); !f.Headline {
		t.Error("the only other figure of the indicator does not stand for it")
	}
	if figureOf(got, "9次") != nil {
		t.Error("what is no figure is one")
	}
	if sum := list.Corrector(nil).Summary(r.Summary()); !reflect.DeepEqual(sum, got.Summary()) {
		t.Errorf("the summary says\n%+v\nthe report\n%+v", sum, got.Summary())
	}
	told := 0
	for _, n := range got.Notices {
		if n.Kind == model.NoticeCorrection {
			told++
		}
	}
	if told != len(list) {
		t.Errorf("%d of %d corrections are told", told, len(list))
	}
	if after, _ := json.Marshal(r); string(after) != string(before) {
		t.Error("what was read has been changed")
	}
}

func TestACorrectionHoldsForTheContentAlone(t *testing.T) {
	r, other := modeltest.Report(wrong), modeltest.Report("甲县 2022\n# unity 联谊\n来访很多。")
	other.Content = "other bytes"
	k := take.Corrections{{Content: r.Content, Field: take.FieldYear, Was: "2022", Value: "2023"}}.Corrector(nil)
	if k.Report(other) != other {
		t.Error("another content is set right")
	}
	moved := *r
	moved.Path = "elsewhere/copy.txt"
	if k.Report(&moved).Year != 2023 {
		t.Error("the same content in another file is not set right")
	}
	if unknown := (&model.Report{}); k.Report(unknown) != unknown {
		t.Error("a report of no known content is set right")
	}
}

func TestSettingBackWhatWasReadTakesTheCorrectionAway(t *testing.T) {
	c := take.Correction{Content: "x", Field: take.FieldYear, Was: "2022", Value: "2023"}
	list := take.Corrections{}.With(c)
	again := c
	again.Value = "2024"
	if list = list.With(again); len(list) != 1 || list[0].Value != "2024" {
		t.Fatalf("%v", list)
	}
	if got := list.Read(c, "2024"); got != "2022" {
		t.Errorf("what was read is %q", got)
	}
	again.Value = "2022"
	if list = list.With(again); len(list) != 0 {
		t.Errorf("%v is left", list)
	}
	list = list.With(c)
	rest, took, ok := list.WithoutLast("x", nil)
	if !ok || took.Value != "2023" || len(rest) != 0 || len(list) != 1 {
		t.Errorf("took %v, left %v of %v", took, rest, list)
	}
	if _, _, ok := rest.WithoutLast("x", nil); ok {
		t.Error("took one where there is none")
	}
}

func TestAFigureThatStandsThereNoMoreIsSaidToBeLost(t *testing.T) {
	r := modeltest.Report(wrong)
	c := take.Correction{Content: r.Content, Field: take.FieldLabel, Figure: take.StatedAt(figureOf(r, "10次")), Was: "协商活动", Value: "x"}
	c.Figure.Text = "11次"
	got := take.Corrections{c}.Corrector(nil).Report(r)
	if last := got.Notices[len(got.Notices)-1]; last.Reason != "correction-lost" || !reflect.DeepEqual(got.Figures, r.Figures) {
		t.Errorf("told as %+v", last)
	}
}

func TestPartsOfWhatIsNoFigureRefersToNothing(t *testing.T) {
	r := modeltest.Report("甲县 2022\n# proposals 提案\n收到{90件|收到提案|proposals_received}，其中{8件|集体提案|proposals_received|part}，来访{3次|来访}，又{2次|来访}。")
	r.Figures[1].Of, r.Figures[3].Of = model.RefTo(0), model.RefTo(2)
	got := take.Corrections{{Content: r.Content, Field: take.FieldNone, Figure: take.StatedAt(&r.Figures[0]), Value: "none"}}.Corrector(nil).Report(r)
	if f := figureOf(got, "8件"); f.Of != 0 || !f.Part {
		t.Errorf("the part is of %v", f.Of)
	}
	if i, ok := figureOf(got, "2次").Of.Index(); !ok || got.Figures[i].Text != "3次" {
		t.Errorf("another part is of the figure %d", i)
	}
}

func TestMembersTypedInGiveRatesThatNoTextStates(t *testing.T) {
	a := modeltest.Report("甲县 2022\n# deliberation 协商\n协商{10次|协商活动|consultations}。# capacity 建设\n委员{100名|委员|members}。")
	b := modeltest.Report("乙县 2022\n# deliberation 协商\n协商{6次|协商活动|consultations}。")
	rate := func(b *model.Report) *compare.Rates {
		for _, row := range compare.Compare(a, b, modeltest.Catalogue()).Figures {
			if row.Indicator == "consultations" {
				return row.PerMember
			}
		}
		return nil
	}
	if rate(b) != nil {
		t.Fatal("a rate without members")
	}
	k := take.Corrections{{Content: b.Content, Field: take.FieldMembers, Value: "50"}}.Corrector(nil)
	if got := rate(k.Report(b)); got == nil || got.B.Stated.String() != "0.12" || got.A.Stated.String() != "0.1" {
		t.Errorf("per member %+v", got)
	}
	m := compare.NewMatrix([]*model.Report{a, k.Report(b)}, modeltest.Catalogue())
	for _, row := range m.Indicators {
		if row.Indicator.ID == "consultations" {
			if got, ok := m.PerMember(row.Cells[1], 1); !ok || got.Stated.String() != "0.12" {
				t.Errorf("the matrix has %v, %v", got, ok)
			}
		}
	}
}

func TestANoticeOfACorrectionNamesIndicators(t *testing.T) {
	c := take.Correction{Field: take.FieldIndicator, Figure: &take.Stated{Text: "8件"}, Was: "", Value: "visits"}
	n := c.Notice(func(id string) string { return strings.ReplaceAll(id, "visits", "来访") })
	if !reflect.DeepEqual(n.Args, []string{"8件", "—", "来访"}) {
		t.Errorf("%q", n.Args)
	}
}
