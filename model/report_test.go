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
	lines, err := model.FiguresJSON(modeltest.Report(modeltest.River))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		var f struct{ Place, Text, Value, Sentence string }
		if err := json.Unmarshal([]byte(line), &f); err != nil || f.Place == "" || f.Value == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
}
