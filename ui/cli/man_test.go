package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"duidu/ui/lang"
)

// writeMan is a folder: the pages of the manual are written there, one a
// command, in English, and in Chinese below zh_CN. What makes the pages is linked
// into this test and not into the program.
var writeMan = flag.String("write-man", "", "write the man pages into this folder")

func TestEveryCommandHasAManPageInBothLanguages(t *testing.T) {
	folder := *writeMan
	if folder == "" {
		folder = t.TempDir()
	}
	date := time.Unix(0, 0).UTC()
	// As for every reproducible build: the date of what the pages are made from.
	if n, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		date = time.Unix(n, 0).UTC()
	}
	for at, l := range map[string]lang.Lang{"man1": lang.English, "zh_CN/man1": lang.Chinese} {
		a := &app{env: Env{Getenv: func(string) string { return "" }}, texts: lang.CommandsFor(l)}
		root := a.rootCommand()
		root.DisableAutoGenTag = true
		plainUsages(root)
		to := filepath.Join(folder, filepath.FromSlash(at))
		if err := os.MkdirAll(to, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "duidu", Manual: "duidu", Date: &date}, to); err != nil {
			t.Fatal(err)
		}
		var pages func(c *cobra.Command)
		pages = func(c *cobra.Command) {
			if !c.IsAvailableCommand() && c.HasParent() {
				return
			}
			name := filepath.Join(to, strings.ReplaceAll(c.CommandPath(), " ", "-")+".1")
			page, err := os.ReadFile(name)
			if err != nil {
				t.Error(err)
				return
			}
			if !bytes.Contains(page, []byte(c.Short)) || !bytes.Contains(page, []byte(".SH SYNOPSIS")) {
				t.Errorf("%s does not say what it is", name)
			}
			for _, sub := range c.Commands() {
				pages(sub)
			}
		}
		pages(root)
	}
}
