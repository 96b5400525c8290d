package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func onlyHas(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(names) {
		t.Fatalf("the folder has %v, want %v", entries, names)
	}
	for i, e := range entries {
		if e.Name() != names[i] {
			t.Errorf("the folder has %s, want %s", e.Name(), names[i])
		}
	}
}

func TestWritingReplacesAFileWholeAndLeavesNothingBesideIt(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "对读.txt")
	for _, text := range []string{"甲县提案 86 件", "乙县", ""} {
		if err := Write(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != text {
			t.Errorf("got %q, want %q", got, text)
		}
		onlyHas(t, folder, "对读.txt")
	}
}

func TestWritingCanKeepThePermissionsThatAFileHas(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows no such permissions")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := WriteKeeping(path, []byte("甲"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestAFileIsNotThereBeforeItIsWholeAndNeverIfItIsDiscarded(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	f, err := New(path, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("甲"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a file is there: %v", err)
	}
	f.Discard()
	onlyHas(t, folder)
}

func TestPlacingNeverTakesTheNameOfAFileThatIsThere(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	for i, text := range []string{"first", "second"} {
		f, err := New(path, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
		if err := f.Place(); i == 0 && err != nil || i == 1 && !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v", text, err)
		}
		f.Discard()
		onlyHas(t, folder, "a.txt")
	}
	if got := content(t, path); got != "first" {
		t.Errorf("the file holds %q", got)
	}
}

func TestAnErrorNamesTheFileThatWasAskedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none", "a.txt")
	err := Write(path, nil, 0o600)
	var cause *fs.PathError
	if !errors.As(err, &cause) || cause.Path != path || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestNamesThatWindowsHasNoFileForAreKnownEverywhere(t *testing.T) {
	for _, name := range []string{
		"对读：汉滨 与 慈利.txt", "COM10.txt", "console.txt", "报告.2023.docx", ".gitignore", "LPT", "a.con", "加.空 格.md", "NULL",
	} {
		if !IsWindowsName(name) {
			t.Errorf("%q is a name", name)
		}
	}
	for _, name := range []string{
		"", "对读:汉滨.txt", "甲?.txt", "甲*.csv", `甲"乙".txt`, "甲|乙", "<甲>", `a\b`, "a/b", "报告.", "报告 ", "con", "CON.txt", "nul.tar.gz",
		"aux .txt", "com1", "Com¹.csv", "lpt9.docx", "a\tb", "CONIN$",
	} {
		if IsWindowsName(name) {
			t.Errorf("%q is no name", name)
		}
	}
}
