package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var keys = []Key{
	{Name: "lang", Values: []string{"zh", "en"}},
	{Name: "encoding"},
	{Name: "catalogue", Kind: File},
	{Name: "width", Kind: Number},
}

func TestASettingComesWithItsLine(t *testing.T) {
	got := Parse([]byte("\ufeff# mine\r\nlang = \"en\"\r\n\r\n  \"width\" = 90 # cells\r\nencoding='big5'\r\n"), keys)
	want := map[string]Setting{"lang": {"en", 2}, "width": {"90", 4}, "encoding": {"big5", 5}}
	if !reflect.DeepEqual(got.Values, want) || got.Faults != nil {
		t.Errorf("%+v", got)
	}
}

func TestAFaultIsNamedWithItsLineAndTheRestIsRead(t *testing.T) {
	for _, c := range []struct {
		text   string
		reason Reason
		line   int
		key    string
	}{
		{"width = 80\nlang = en\nencoding = \"gbk\"", NotTOML, 2, ""},
		{"width = 80\nencoding = \"gbk\"\nlanguage = \"en\"", UnknownKey, 3, "language"},
		{"width = 80\nlang = \"fr\"\nencoding = \"gbk\"", NotAllowed, 2, "lang"},
		{"width = 80\nlang = 3\nencoding = \"gbk\"", WantsText, 2, "lang"},
		{"width = 80\nencoding = \"gbk\"\nwidth = 90", NotTOML, 3, ""},
		{"width = 80\nencoding = \"gbk\"\n[theme]\ndark = true", UnknownKey, 3, "theme"},
		{"width = 80\nencoding = \"gbk\"\nlang = [\"zh\"]", WantsText, 3, "lang"},
		{"width = 80\nencoding = \"gbk\"\n%%%", NotTOML, 3, ""},
		{"width = 80\nencoding = \"gbk\"\nlang.x = \"zh\"", WantsText, 3, "lang"},
	} {
		got := Parse([]byte(c.text), keys)
		if len(got.Faults) != 1 || got.Faults[0].Reason != c.reason || got.Faults[0].Line != c.line || got.Faults[0].Key != c.key {
			t.Errorf("%q: %+v", c.text, got.Faults)
		}
		if got.Values["width"].Value != "80" || got.Values["encoding"].Value != "gbk" || len(got.Values) != 2 {
			t.Errorf("%q: the rest is %+v", c.text, got.Values)
		}
	}
	for _, width := range []string{"-1", `"80"`, "8.5", "true", "99999999999"} {
		if got := Parse([]byte("width = "+width), keys); len(got.Faults) != 1 || got.Faults[0].Reason != WantsNumber {
			t.Errorf("width %s: %+v", width, got)
		}
	}
}

func TestFaultsComeInOrderAndHaveAnEnd(t *testing.T) {
	got := Parse([]byte("a = 1\nb c\nwidth = \"x\"\nd e"), keys)
	for i, f := range got.Faults {
		if f.Line != i+1 {
			t.Errorf("%+v", got.Faults)
		}
	}
	if len(got.Faults) != 4 {
		t.Errorf("%+v", got.Faults)
	}
	if got := Parse([]byte(strings.Repeat("no toml\n", 1000)), keys); len(got.Faults) != maxFaults+1 {
		t.Errorf("%d faults", len(got.Faults))
	}
}

func TestAFileOfTheUserMayBeMissingButNotOneThatWasNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.toml")
	if got := Load(path, NoFault, keys); got.Faults != nil || got.Path != path {
		t.Errorf("%+v", got)
	}
	if got := Load(path, IsFault, keys); len(got.Faults) != 1 || got.Faults[0].Reason != CantRead {
		t.Errorf("%+v", got)
	}
	for _, p := range []string{"", os.DevNull} {
		if got := Load(p, IsFault, keys); got.Faults != nil || got.Path != "" {
			t.Errorf("%q: %+v", p, got)
		}
	}
	if got := Load(t.TempDir(), NoFault, keys); len(got.Faults) != 1 || got.Faults[0].Reason != NotRegular {
		t.Errorf("a folder: %+v", got)
	}
}

func TestACatalogueIsLookedForBesideTheSettings(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "config.toml")
	elsewhere := filepath.Join(t.TempDir(), "my.toml")
	for value, want := range map[string]string{
		"my.toml": filepath.Join(folder, "my.toml"), elsewhere: elsewhere, "": "",
	} {
		if err := os.WriteFile(path, []byte("catalogue = '"+value+"'\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := Load(path, IsFault, keys).Values["catalogue"].Value; got != want {
			t.Errorf("%q is looked for at %q", value, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("lang = \"en\"\nwidth = 3\n[keys]\n\"a.b\" = [\"x\"]")
	f.Add("x = '''\n\n'''\ny")
	f.Fuzz(func(t *testing.T, text string) {
		got := Parse([]byte(text), keys)
		for name, v := range got.Values {
			if v.Line < 0 || v.Line > strings.Count(text, "\n")+1 {
				t.Errorf("%s on line %d", name, v.Line)
			}
			if name == "lang" && v.Value != "zh" && v.Value != "en" {
				t.Errorf("lang is %q", v.Value)
			}
		}
		for _, f := range got.Faults {
			if f.Line < 0 || f.Line > strings.Count(text, "\n")+1 {
				t.Errorf("%+v", f)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	data := []byte("lang = \"en\"\nwidth = 90\nencoding = \"gbk\"\ncatalogue = \"my.toml\"\n")
	for b.Loop() {
		Parse(data, keys)
	}
}
