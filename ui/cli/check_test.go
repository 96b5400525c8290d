package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"duidu/parser"
)

// reading runs commands with the real parser in a folder with two reports.
func reading(t *testing.T) func(args ...string) result {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"a.txt": "青岭县政协2023年工作综述\n\n一、协商议政\n一年来，开展专题协商14次，形成协商成果9份。\n二、提案工作\n共收到提案86件，立案80件，办复率100%。\n",
		"b.txt": "白水县政协2023年工作综述\n\n一、提案工作\n全年收到提案126件，立案110件，办复率98%。\n二、协商议政\n开展专题协商5次。\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return func(args ...string) result {
		return runIn(t, Env{Stdin: strings.NewReader(""), Open: func(Options) (Engine, error) { return parser.New(parser.Options{}), nil }}, args...)
	}
}

func TestWhatWasExportedIsCheckedInEveryForm(t *testing.T) {
	run, out := reading(t), t.TempDir()
	exports := map[string][]string{
		"pair.md":    {"compare", "a.txt", "b.txt", "-o", "pair.md", "--format", "md"},
		"pair.csv":   {"compare", "a.txt", "b.txt", "-o", "pair.csv"},
		"pair.json":  {"compare", "a.txt", "b.txt", "-o", "pair.json"},
		"matrix.md":  {"figures", "--matrix", ".", "-o", "matrix.md", "--format", "md"},
		"figures.js": {"figures", ".", "-o", "figures.js", "--format", "json"},
		"long.csv":   {"figures", "--long", ".", "-o", "long.csv", "--format", "csv"},
		"theme.md":   {"digest", "提案", ".", "-o", "theme.md", "--format", "md"},
		"theme.txt":  {"digest", "提案", ".", "-o", "theme.txt"},
	}
	for name, args := range exports {
		if got := run(args...); got.status != 0 {
			t.Fatalf("%s: %+v", name, got)
		}
		if err := os.Rename(name, filepath.Join(out, name)); err != nil { // so that no folder holds exports as reports
			t.Fatal(err)
		}
	}
	for name := range exports {
		got := run("check", filepath.Join(out, name))
		if got.status != 0 || !strings.Contains(got.out, "0 条不符") || strings.Contains(got.out, "共 0 条") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	text, _ := os.ReadFile("a.txt")
	os.WriteFile("a.txt", []byte(strings.Replace(string(text), "86件", "87件", 1)), 0o600)
	for name := range exports {
		got := run("check", filepath.Join(out, name))
		if got.status != 1 || !strings.Contains(got.out, "86件") || strings.Contains(got.out, "126件") {
			t.Errorf("%s after its source changed: %+v", name, got)
		}
	}
}

func TestAFigureIsNotFoundInsideAnother(t *testing.T) {
	run := reading(t)
	run("compare", "a.txt", "b.txt", "-o", "pair.md", "--format", "md")
	text, _ := os.ReadFile("b.txt")
	os.WriteFile("b.txt", []byte(strings.Replace(string(text), "5次", "15次", 1)), 0o600)
	if got := run("check", "pair.md"); got.status != 1 || !strings.Contains(got.out, "：5次") {
		t.Errorf("%+v", got)
	}
}

func TestWhatHoldsNothingToCheckSaysSo(t *testing.T) {
	run := reading(t)
	if got := run("check", "a.txt"); got.status != statusUsage || !strings.Contains(got.errors, "没有写明来源的条目") {
		t.Errorf("%+v", got)
	}
}
