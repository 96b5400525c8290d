package docs

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var testNames = regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`)

func TestEveryPromiseNamesTestsThatExist(t *testing.T) {
	declared := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for line := range strings.Lines(string(source)) {
			if name, ok := strings.CutPrefix(line, "func "); ok {
				declared[testNames.FindString(name)] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	promises := 0
	for line := range strings.Lines(page(t, "trust.md")) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || strings.Contains(line, "---") || strings.Contains(line, "promise |") {
			continue
		}
		promises++
		names := testNames.FindAllString(cells[3], -1)
		if len(names) == 0 && !strings.Contains(cells[3], "_test.go") {
			t.Errorf("no test holds this promise: %s", cells[1])
		}
		for _, name := range names {
			if !declared[name] {
				t.Errorf("%s is not a test: %s", name, cells[1])
			}
		}
	}
	if promises < 20 {
		t.Errorf("only %d promises were found", promises)
	}
}
