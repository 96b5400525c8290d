package model_test

import (
	"duidu/model"
	"duidu/model/modeltest"
	"encoding/json"
	"strings"
	"testing"
)

func TestTheJSONOfAReportHasNoNullLists(t *testing.T) {
	r := model.Assemble(model.Report{Title: "<甲>&乙", Sections: []*model.Section{{Paragraphs: []model.Paragraph{{Text: "文"}}}}})
	data, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"captions":[]`, `"figures":[]`, `"notices":[]`, `"runs":[]`, `"sections":[]`, `<甲>&乙`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
	if strings.Contains(string(data), "\n") {
		t.Error("more than one line")
	}
	river := modeltest.Report(modeltest.River)
	for i := range river.Figures {
		line, err := model.FigureJSON(river, &river.Figures[i])
		if err != nil {
			t.Fatal(err)
		}
		var f struct{ Place, Text, Value, Sentence string }
		if err := json.Unmarshal(line, &f); err != nil || f.Place == "" || f.Value == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
}
