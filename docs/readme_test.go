package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	reLink    = regexp.MustCompile(`\]\(([^)#\s]+)\)`)
	rePicture = regexp.MustCompile(`!\[[^\]]*\]\(([^)\s]+)\)`)
	reRow     = regexp.MustCompile(`^\|.*\|$`)
)

// outline is what two languages of one page have in common: headings by level,
// commands, pictures and links by the files they lead to, tables by their size.
func outline(t *testing.T, path string) []string {
	t.Helper()
	var list []string
	links := map[string]bool{}
	for line := range strings.Lines(page(t, path)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "#"):
			list = append(list, strings.Repeat("#", strings.IndexByte(line, ' ')))
		case strings.HasPrefix(line, "    "):
			list = append(list, line)
		case reRow.MatchString(line):
			list = append(list, "row of "+string(rune('0'+strings.Count(line, "|")-1)))
		}
		for _, m := range reLink.FindAllStringSubmatch(line, -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			file := filepath.Join(filepath.Dir(path), filepath.FromSlash(m[1]))
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s leads to %s, which is not there", path, m[1])
			}
			// One page of each language is the same page.
			links[strings.Replace(strings.TrimPrefix(filepath.ToSlash(file), "../docs/"), ".en.md", ".md", 1)] = true
		}
		for _, m := range rePicture.FindAllStringSubmatch(line, -1) {
			list = append(list, "picture "+filepath.Base(m[1]))
		}
	}
	delete(links, "../README.md") // to the other language
	delete(links, "README.md")
	for file := range links {
		list = append(list, "link to "+file)
	}
	at := slices.IndexFunc(list, func(s string) bool { return strings.HasPrefix(s, "link to ") })
	slices.Sort(list[at:])
	return list
}

func TestTheREADMEsSayTheSameInTwoLanguages(t *testing.T) {
	zh, en := outline(t, "../README.md"), outline(t, "README.en.md")
	for i := range max(len(zh), len(en)) {
		if i >= len(zh) || i >= len(en) || zh[i] != en[i] {
			t.Fatalf("they part at\n%q\n%q", zh[min(i, len(zh)-1)], en[min(i, len(en)-1)])
		}
	}
	if len(zh) < 60 {
		t.Errorf("only %d parts were compared", len(zh))
	}
}

// TestEveryDirectModuleIsAccountedFor holds docs/libraries.md to go.mod.
func TestEveryDirectModuleIsAccountedFor(t *testing.T) {
	text := page(t, "libraries.md")
	modules := 0
	for line := range strings.Lines(page(t, "../go.mod")) {
		f := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(f) < 2 || !strings.Contains(f[0], ".") || !strings.HasPrefix(f[1], "v") || strings.Contains(line, "// indirect") {
			continue
		}
		modules++
		name := strings.TrimSuffix(strings.TrimPrefix(f[0], "github.com/"), "/v2")
		row := ""
		for l := range strings.Lines(text) {
			if strings.HasPrefix(l, "|") && strings.Contains(l, name) {
				row = l
			}
		}
		if row == "" {
			t.Errorf("libraries.md has no row for %s", name)
		} else if !regexp.MustCompile(`MIT|BSD|Apache|ISC|MPL`).MatchString(row) {
			t.Errorf("libraries.md says nothing of the licence of %s", name)
		}
	}
	if modules < 20 {
		t.Errorf("only %d modules were seen", modules)
	}
}
