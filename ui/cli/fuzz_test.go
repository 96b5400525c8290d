package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzArguments calls the program in ways nobody thought of: it never
// fails but with one of its statuses, and never says anything raw.
func FuzzArguments(f *testing.F) {
	for _, seed := range []string{
		"figures\nhill\n--format\ncsv", "compare\nhill\nriver\n--view\n=", "--\n--lang\n-", "-o", "-ofigures\nhill", "--width=-9\nshow\nhill",
		"find\n件>\nhill", "find\n*\nhill", "help\nfigures\nx", "--lang=\n--theme=\nconfig", "show\n-h=3", "-\x1b[2J", "config\n--path=x", "--no-such\xff",
		"__complete\nfigures\n--", "completion\nbash\nzsh", "figures\n--lines\n--lines=no", "convert\n--from\n\n", "find\n议/\nriver\n--format=json",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, "\n")
		if strings.Contains(line, "/") {
			return // it might write a file anywhere
		}
		t.Chdir(t.TempDir())
		var out, errs bytes.Buffer
		env := Env{
			Stdin: strings.NewReader("議案3件\n"), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" },
			Open: func(Options) (Engine, error) { return library, nil },
		}
		status := Run(context.Background(), env, args)
		if status < 0 || status > 2 {
			t.Errorf("%q: status %d", args, status)
		}
		said := errs.String()
		if strings.ContainsAny(said, "\x1b\a\x00") || strings.Contains(said, "%!") && !strings.Contains(line, "%") || !utf8.ValidString(said) || strings.Contains(said, "goroutine") {
			t.Errorf("%q says %q", args, said)
		}
		if status == 2 && said == "" {
			t.Errorf("%q: nothing is said", args)
		}
	})
}
