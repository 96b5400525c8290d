package compare_test

import (
	"duidu/model"
	"duidu/model/compare"
	"testing"
)

func TestATextWithoutRunsHasTheThemeOfItsSection(t *testing.T) {
	r := model.Assemble(model.Report{Sections: []*model.Section{{
		Theme: "unity", Sections: []*model.Section{{Title: "来访", Paragraphs: []model.Paragraph{
			{Text: "接待来访", Runs: []model.Run{{Theme: "publicity", Start: 6, End: 900}, {Theme: "x", Start: -4, End: 2}}},
			{Text: "热烈祝贺", Role: model.Slogan},
		}}},
	}}})
	cover := compare.Cover(r)
	if cover["unity"].Characters != 2 || cover["publicity"].Characters != 2 || len(cover) != 2 {
		t.Errorf("%+v", cover)
	}
}
