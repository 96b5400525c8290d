package lang

import (
	"fmt"
	"io/fs"
	"os"
	"testing"

	"duidu/ui/whole"
)

func TestEveryErrorOfTheSystemThatWeKnowIsSaidInAFewWords(t *testing.T) {
	for name, f := range map[string]Files{"zh": chineseFiles(), "en": englishFiles()} {
		seen := map[string]bool{}
		for _, c := range f.causes() {
			for _, err := range c.errors {
				if got := f.Cause(&fs.PathError{Op: "write", Path: "x", Err: err}); got != c.text || got == "" {
					t.Errorf("%s: %v is %q, want %q", name, err, got, c.text)
				}
			}
			seen[c.text] = true
		}
		for _, text := range []string{f.Denied, f.Missing, f.Full, f.ReadOnly, f.TooLong, f.NotFolder, f.Folder, f.Busy, f.BadName} {
			if !seen[text] {
				t.Errorf("%s: nothing says %q", name, text)
			}
		}
	}
}

func TestAnErrorThatNobodyKnowsIsSaidWithoutWhatStandsAroundIt(t *testing.T) {
	f := englishFiles()
	odd := fmt.Errorf("the moon is full")
	for _, err := range []error{odd, &fs.PathError{Op: "open", Path: "a", Err: odd}, &os.LinkError{Op: "rename", Old: "a", New: "b", Err: odd}} {
		if got := f.Cause(err); got != "the moon is full" {
			t.Errorf("%v: %q", err, got)
		}
	}
	if got := f.Cause(&fs.PathError{Op: "create", Path: "CON", Err: whole.ErrName}); got != f.BadName {
		t.Errorf("got %q", got)
	}
}
