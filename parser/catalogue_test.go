package parser

import (
	"strings"
	"testing"

	"duidu/parser/catalogue"
)

func TestTheBuiltInCatalogueNamesEverythingInBothLanguages(t *testing.T) {
	c := catalogue.Builtin()
	for _, th := range c.Themes {
		if th.Name == "" || th.English == "" {
			t.Errorf("theme %s lacks a name", th.ID)
		}
	}
	for _, in := range c.Indicators {
		if in.Name == "" || in.English == "" {
			t.Errorf("indicator %s lacks a name", in.ID)
		}
		for _, group := range in.Units {
			for _, u := range group {
				if strings.TrimSpace(u) != u || u == "" {
					t.Errorf("indicator %s has the unit %q", in.ID, u)
				}
			}
		}
	}
}

func TestAnotherKindOfReportNeedsAnotherCatalogueAndNoCode(t *testing.T) {
	c, err := catalogue.Load("testdata/court.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := `某县人民法院工作报告

一、充分发挥审判职能
全年共受理各类案件5210件，审结4987件，结案率95.7%。全院有员额法官31名。

二、切实解决执行难
执行到位金额1.8亿元，公布失信名单420人次。

三、下一步打算
将继续推进智慧法院建设，力争审结率达到96%。
`
	r, err := New(Options{Catalogue: c}).Parse("court.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"5210件": "cases_accepted", "4987件": "cases_closed", "1.8亿元": "enforced_amount", "31名": "judges"}
	for _, f := range r.Figures {
		if f.Indicator != want[f.Text] {
			t.Errorf("%s %s is %q, want %q", f.Text, f.Label, f.Indicator, want[f.Text])
		}
		if f.Plan != (f.Text == "96%") {
			t.Errorf("%s is plan=%v", f.Text, f.Plan)
		}
	}
	var themes []string
	for _, s := range r.Sections {
		if s.Title != "" {
			themes = append(themes, s.Theme)
		}
	}
	if got := strings.Join(themes, " "); got != "trials enforcement plans" {
		t.Errorf("themes are %s", got)
	}
}

func TestAFaultInACatalogueIsNamedWithItsEntry(t *testing.T) {
	const theme = "[[theme]]\nid=\"a\"\nname=\"甲\"\n"
	for text, want := range map[string]string{
		"[[indicator]]\nid=\"x\"\nname=\"乙\"\ntheme=\"b\"\nunits=[[\"件\"]]\nwords=[\"乙\"]": `"b"`,
		theme + "words=[\"词*重\"]": "词*重",
		theme + "[[indicator]]\nid=\"x\"\nname=\"乙\"\ntheme=\"a\"\nwords=[\"乙\"]":                 "catalogue-no-words",
		theme + "[[indicator]]\nname=\"乙\"\ntheme=\"a\"\nunits=[[\"件\"]]\nwords=[\"乙\"]":          "catalogue-indicator",
		theme + "[[indicator]]\nid=\"x\"\nname=\"乙\"\ntheme=\"a\"\nunits=[[\"件\"]]\nword=[\"乙\"]": "word",
		"outlook=\"b\"\n[[theme]]\nid=\"overview\"\nname=\"甲\"\n":                                 `"b"`,
		theme: "overview",
	} {
		if _, err := catalogue.Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v does not name %s", text, err, want)
		}
	}
	if _, err := catalogue.Load("testdata/none.toml"); err == nil || !strings.Contains(err.Error(), "none.toml") {
		t.Errorf("a missing catalogue gives %v", err)
	}
}
