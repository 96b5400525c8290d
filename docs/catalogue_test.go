package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheCatalogueOfThePageIsRightAndFaultsHaveTheirLine checks the example
// of catalogue.md, and the same with a fault in it.
func TestTheCatalogueOfThePageIsRightAndFaultsHaveTheirLine(t *testing.T) {
	m := regexp.MustCompile("(?s)```toml\n(.*?)```").FindStringSubmatch(page(t, "catalogue.md"))
	if m == nil {
		t.Fatal("no example")
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"mine.toml": m[1], "bad.toml": strings.Replace(m[1], `theme = "cases"`, `theme = "deeds"`, 1)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if out, errs, err := shell(t, dir, "duidu catalogue mine.toml --lang en"); err != nil || !strings.Contains(out, "3 themes, 3 indicators") {
		t.Errorf("%s%s %v", out, errs, err)
	}
	if _, errs, err := shell(t, dir, "duidu catalogue bad.toml --lang en"); err == nil || !strings.Contains(errs, "line 24:") || !strings.Contains(errs, "deeds") {
		t.Errorf("%s %v", errs, err)
	}
	if out, _, err := shell(t, dir, "duidu catalogue > own.toml && duidu catalogue own.toml --lang en"); err != nil || !strings.Contains(out, "fine") {
		t.Errorf("the built-in one printed: %s %v", out, err)
	}
}
