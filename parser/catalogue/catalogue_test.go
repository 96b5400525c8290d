package catalogue_test

import (
	"errors"
	"strings"
	"testing"

	"duidu/parser/catalogue"
)

const twoOfOneTheme = `
[[theme]]
id = "overview"
name = "概况"
[[theme]]
id = "proposals"
name = "提案"
[[indicator]]
id = "filed"
name = "立案"
theme = "proposals"
units = [["件"]]
words = ["立案"]
[[indicator]]
id = "answered"
name = "办复"
theme = "proposals"
units = [["件"]]
words = ["办复"]
`

func TestACatalogueThatNamesWhatItDoesNotHaveIsRefused(t *testing.T) {
	if _, err := catalogue.Parse("outlook = \"overview\"\n" + twoOfOneTheme); err != nil {
		t.Fatalf("the catalogue is refused whole: %v", err)
	}
	head := "outlook = \"overview\"\n"
	for name, c := range map[string]struct{ text, kind, says string }{
		"within":        {head + twoOfOneTheme + "within = [\"gone\"]\n", "catalogue-no-indicator", "gone"},
		"yields":        {head + twoOfOneTheme + "[indicator.yields]\nto = \"gone\"\n", "catalogue-no-indicator", "gone"},
		"behind":        {head + twoOfOneTheme + "behind = { of = \"gone\", words = [\"资金\"] }\n", "catalogue-no-indicator", "gone"},
		"rate's part":   {head + twoOfOneTheme + "[[rate]]\npart = \"gone\"\nwhole = \"filed\"\n", "catalogue-no-indicator", "gone"},
		"rate's whole":  {head + twoOfOneTheme + "[[rate]]\npart = \"filed\"\nwhole = \"gone\"\n", "catalogue-no-indicator", "gone"},
		"stages":        {"stages = [[\"filed\", \"gone\"]]\n" + head + twoOfOneTheme, "catalogue-no-indicator", "gone"},
		"a class":       {head + twoOfOneTheme + "with = [\"<没有>提案\"]\n", "catalogue-class", "没有"},
		"of one":        {head + twoOfOneTheme + "of_one = [\"year\"]\n", "catalogue-of-one", "year"},
		"an open class": {head + twoOfOneTheme + "with = [\"<没有提案\"]\n", "catalogue-class", "没有"},
		"outlook":       {"outlook = \"gone\"\n" + twoOfOneTheme, "catalogue-missing-theme", "gone"},
		"the same id":   {head + twoOfOneTheme + strings.Replace(twoOfOneTheme[strings.Index(twoOfOneTheme, "[[indicator]]"):], "answered", "other", 1), "catalogue-indicator", ""},
	} {
		got, err := catalogue.Parse(c.text)
		var e *catalogue.Error
		if !errors.As(err, &e) || e.Kind != c.kind || !strings.Contains(err.Error(), c.says) || got != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFaultInAnIndicatorsWordsNamesTheLineOfTheIndicator(t *testing.T) {
	text := "outlook = \"overview\"\n" + twoOfOneTheme + "with = [\"<没有>提案\"]\n"
	_, err := catalogue.Parse(text)
	var e *catalogue.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	if lines := strings.Split(text, "\n"); e.Line < 1 || lines[e.Line-1] != `id = "answered"` {
		t.Errorf("line %d: %v", e.Line, err)
	}
}
