package parser

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"duidu/parser/format"
)

// tree makes files (and, for names that end in /, folders) below a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		p := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// walked lists what walkFiles visits, below root, errors as their kind.
func walked(t *testing.T, root string, paths ...string) []string {
	t.Helper()
	var got []string
	err := walkFiles(context.Background(), paths, func(p string, err error) error {
		if rel, e := filepath.Rel(root, p); e == nil && p != stdinPath {
			p = filepath.ToSlash(rel)
		}
		if err != nil {
			var e *format.Error
			if !errors.As(err, &e) {
				t.Errorf("%s: %T, want *Error", p, err)
				return nil
			}
			p += " " + string(e.Kind)
		}
		got = append(got, p)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestAFolderIsWalkedInOrderForWhatCouldBeAReport(t *testing.T) {
	root := tree(t, map[string]string{
		"b.txt": "甲", "a.HTML": "<html>", "c.docx": "PK", "d.jpg": "x", "e.go": "x", "e.csv": "x",
		"县/z.md": "甲", "县/市/y.pdf": "%PDF-", "no-suffix": "区政协提出提案12件。", "program": "\x7fELF\x02\x01\x01\x00\x00",
		"empty": "", ".hidden.txt": "甲", ".git/x.txt": "甲",
	})
	want := []string{"a.HTML", "b.txt", "c.docx", "no-suffix", "县/z.md", "县/市/y.pdf"}
	if got := walked(t, root, root); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	named := []string{filepath.Join(root, "e.csv"), stdinPath, filepath.Join(root, ".hidden.txt"), filepath.Join(root, "gone")}
	want = []string{"e.csv", "-", ".hidden.txt", "gone not-found"}
	if got := walked(t, root, named...); !reflect.DeepEqual(got, want) {
		t.Errorf("named: got %v, want %v", got, want)
	}
}

func TestALoopOfLinksIsCutAndABrokenLinkIsNamed(t *testing.T) {
	root := tree(t, map[string]string{"a/x.txt": "甲", "b/y.txt": "乙"})
	for link, to := range map[string]string{"a/up": "..", "b/a": "../a", "b/gone.txt": "nowhere", "c": "c"} {
		if err := os.Symlink(to, filepath.Join(root, link)); err != nil {
			t.Skip(err)
		}
	}
	got := walked(t, root, root)
	want := []string{"a/x.txt", "b/gone.txt not-found", "b/y.txt", "c link-loop"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAFolderThatCannotBeReadDoesNotEndTheWalk(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	root := tree(t, map[string]string{"a/x.txt": "甲", "b/y.txt": "乙"})
	if err := os.Chmod(filepath.Join(root, "a"), 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(root, "a"), 0o755)
	want := []string{"a permission", "b/y.txt"}
	if got := walked(t, root, root); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheWalkEndsWithItsVisitorAndItsContext(t *testing.T) {
	root := tree(t, map[string]string{"a.txt": "甲", "b.txt": "乙"})
	stop, visits := errors.New("enough"), 0
	err := walkFiles(context.Background(), []string{root}, func(string, error) error { visits++; return stop })
	if err != stop || visits != 1 {
		t.Errorf("got %v after %d visits", err, visits)
	}
	ctx, cancel := context.WithCancel(context.Background())
	visits = 0
	err = walkFiles(ctx, []string{root}, func(string, error) error { visits++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || visits != 1 {
		t.Errorf("got %v after %d visits", err, visits)
	}
}

func TestEveryErrorSaysItsKindAndPathInOneLine(t *testing.T) {
	for _, k := range format.Kinds() {
		e := &format.Error{Path: "报告.doc", Kind: k, Detail: "某物", Err: errors.New("i/o")}
		s := e.Error()
		if fault := e.Fault(); fault.Kind != string(k) || fault.Path != e.Path || strings.Contains(s, "\n") || !strings.Contains(s, "报告.doc") {
			t.Errorf("%s: %q", k, s)
		}
	}
}
