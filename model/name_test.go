package model_test

import (
	"slices"
	"testing"

	"duidu/model"
)

func TestReportsOfOnePlaceAndYearAreToldApartByTheirFiles(t *testing.T) {
	report := func(path, place string, year int) *model.Report {
		return &model.Report{Path: path, Place: place, Year: year}
	}
	got := model.Names([]*model.Report{
		report("d/draft.txt", "甲县", 2023), report("d/final.txt", "甲县", 2023), report("d/old.txt", "甲县", 2022),
		report("a/same.txt", "乙县", 2023), report("b/same.txt", "乙县", 2023), report("c.txt", "", 0),
	})
	want := []string{"甲县 2023 (draft.txt)", "甲县 2023 (final.txt)", "甲县 2022", "乙县 2023 (a/same.txt)", "乙县 2023 (b/same.txt)", "c.txt"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
