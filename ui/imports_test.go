package ui

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryPackageImportsOnlyWhatItMay reads the imports of every file of
// the project: who may know whom is the shape of the program.
func TestEveryPackageImportsOnlyWhatItMay(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && file != root {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		files++
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		for _, im := range source.Imports {
			target, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				return err
			}
			if why := forbidden(filepath.ToSlash(name), target); why != "" {
				t.Errorf("%s imports %s: %s", name, target, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 40 {
		t.Fatalf("only %d files seen", files)
	}
}

// screens are the folders that may not know each other.
var screens = []string{"library", "reader", "compare", "matrix", "export", "search", "digest", "neighbours"}

// forbidden says why a file may not import a package, empty if it may.
func forbidden(file, target string) string {
	test := strings.HasSuffix(file, "_test.go")
	top, rest, _ := strings.Cut(file, "/")
	under := func(path string) bool { return target == path || strings.HasPrefix(target, path+"/") }
	terminal := strings.Contains(target, "charmbracelet/bubbletea") || strings.Contains(target, "charmbracelet/lipgloss") || strings.Contains(target, "charmbracelet/bubbles")
	switch {
	case rest == "":
		return "" // main may know everyone
	case terminal && top != "ui":
		return "only ui draws"
	case top == "ui" && under("duidu/parser") && !test:
		return "main passes a loader in"
	case top == "parser" && under("duidu/ui"):
		return "reading knows no screen"
	case top == "model" && !test && !under("duidu/model") && target != "github.com/shopspring/decimal" && strings.Contains(strings.Split(target, "/")[0], "."):
		return "the model knows the standard library and decimal numbers"
	case top == "model" && (under("duidu/ui") || under("duidu/parser")):
		return "the model knows nobody"
	case top == "model" && !test && (under("duidu/model/compare") || under("duidu/model/take")) && !strings.Contains(rest, "/"):
		return "a report knows nothing of what is done with it"
	case strings.HasPrefix(file, "model/compare/") && under("duidu/model/take"):
		return "comparing knows nothing of what is carried away"
	case strings.HasPrefix(file, "ui/write/") && !test && (under("duidu/model") || under("duidu/ui")) && target != "duidu/ui/cell":
		return "files are written from values of their own"
	case strings.HasPrefix(file, "ui/state/") && (terminal || under("duidu/ui") && target != "duidu/ui/whole"):
		return "what is kept knows files and no terminal"
	case under("duidu/ui/fixture") && !test:
		return "fixtures are for tests"
	}
	if why := forbiddenInParser(file, target); why != "" {
		return why
	}
	return forbiddenInUI(file, target)
}

// rooms are the folders of parser with the rank of each: a room may know
// those of a lower rank. The folder parser itself stands above them all.
var rooms = map[string]int{
	"text": 0, "number": 1, "place": 1, "catalogue": 1, "script": 2, "shape": 3, "format": 4,
	"format/codepage": 0, "format/numbering": 0, "format/block": 5, "format/parts": 5,
	"format/html": 6, "format/docx": 6, "format/pdf": 6, "format/doc": 6, "format/rtf": 6,
	"format/ofd": 7, "format/wordxml": 7, "format/epub": 7, // they hand on to html, docx and pdf
	"layout": 8, "meta": 9, "figure": 9, "theme": 9, "doubt": 10, "fetch": 11, "store": 0,
}

// forbiddenInParser keeps the rooms in one direction. A test may know more.
func forbiddenInParser(file, target string) string {
	from, inRoom := strings.CutPrefix(path.Dir(file), "parser/")
	to, ours := strings.CutPrefix(target, "duidu/parser/")
	if target == "duidu/parser" && inRoom {
		return "the rooms don't know who puts them together"
	}
	if !ours || !inRoom || strings.HasSuffix(file, "_test.go") || to == from {
		return ""
	}
	low, known := rooms[to]
	high, here := rooms[from]
	switch {
	case from == "parsertest":
		return ""
	case !known || !here:
		return "a room must have its rank in this test"
	case low >= high:
		return "rooms know those before them only"
	}
	return ""
}

// forbiddenInUI keeps screens apart and the shell on top.
func forbiddenInUI(file, target string) string {
	parts := strings.Split(file, "/")
	if parts[0] != "ui" || len(parts) < 3 {
		return ""
	}
	if target == "duidu/ui" {
		return "the shell stands above its screens"
	}
	for _, s := range screens {
		if target == "duidu/ui/"+s && parts[1] != s {
			return "screens don't know each other; they ask"
		}
	}
	return ""
}

func TestTheImportRulesForbidWhatTheyShould(t *testing.T) {
	for _, c := range []struct {
		file, target string
		wrong        bool
	}{
		{"main.go", "duidu/parser", false},
		{"ui/reader/reader.go", "duidu/parser", true},
		{"ui/reports_test.go", "duidu/parser", false}, // a test may play main
		{"parser/parser.go", "duidu/ui/cell", true},
		{"parser/parser.go", "github.com/charmbracelet/lipgloss", true},
		{"parser/parser.go", "duidu/parser/doubt", false},
		{"parser/layout/heading.go", "duidu/parser/format", false},
		{"parser/format/line.go", "duidu/parser/layout", true},
		{"parser/format/html/html.go", "duidu/parser/format/docx", true},
		{"parser/text/runes.go", "duidu/parser/number", true},
		{"parser/figure/figure.go", "duidu/parser", true},
		{"parser/figure/figure_test.go", "duidu/parser/doubt", false},
		{"parser/drawer/drawer.go", "duidu/parser/text", true},
		{"model/compare.go", "golang.org/x/text/width", true},
		{"model/figure.go", "github.com/shopspring/decimal", false},
		{"model/find.go", "strings", false},
		{"model/find.go", "duidu/model/take", true},
		{"model/take/item.go", "duidu/model/compare", false},
		{"model/compare/align.go", "duidu/model/take", true},
		{"ui/write/docx.go", "duidu/ui/lang", true},
		{"ui/library/library.go", "duidu/ui/reader", true},
		{"ui/library/library.go", "duidu/ui", true},
		{"ui/screens.go", "duidu/ui/reader", false},
		{"ui/reader/reader.go", "duidu/ui/fixture", true},
		{"ui/state/store.go", "github.com/charmbracelet/bubbletea", true},
		{"ui/state/state.go", "duidu/model", false},
	} {
		if got := forbidden(c.file, c.target) != ""; got != c.wrong {
			t.Errorf("%s imports %s: forbidden is %v", c.file, c.target, got)
		}
	}
}
