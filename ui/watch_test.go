package ui

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"duidu/model"
	"duidu/ui/fixture"

	tea "github.com/charmbracelet/bubbletea"
)

// filesRead loads text files as reports and notes which it read.
type filesRead struct {
	mu   sync.Mutex
	read []string
}

func (f *filesRead) load(ctx context.Context, paths []string, yield func(string, *model.Report, error)) error {
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			place, err := os.ReadFile(path)
			f.mu.Lock()
			f.read = append(f.read, filepath.Base(path))
			f.mu.Unlock()
			yield(path, fixture.Report(fixture.Shape{Path: path, Place: string(place), Province: "江南省", Year: 2023, Sections: 1, Paragraphs: 1}), err)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

func writeTo(t *testing.T, path, place string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(place), 0o644); err != nil {
		t.Fatal(err)
	}
}

// openFolder opens a folder; what the watch reports comes by news.
func openFolder(t *testing.T, dir string) (r *rig, files *filesRead, news func()) {
	files = &filesRead{}
	o := Options{Load: files.load, Paths: []string{dir}, Catalogue: fixture.Catalogue(), Wanted: func(p string) bool { return strings.HasSuffix(p, ".txt") }}
	a := newApp(t.Context(), o, plainTerminal())
	a.status.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	r = &rig{t, a}
	r.size(110, 20)
	cmd := a.Init()
	for a.watcher == nil && cmd != nil { // the last command waits for changes
		_, cmd = a.Update(cmd())
	}
	if a.watcher == nil {
		t.Skip("this system does not tell of changes")
	}
	t.Cleanup(a.watching.Abort)
	return r, files, func() {
		t.Helper()
		select {
		case c := <-a.watcher.changes:
			_, cmd := a.Update(c)
			a.Update(cmd())
		case <-time.After(30 * time.Second):
			t.Fatal("no change was told")
		}
	}
}

func TestOnlyFilesThatChangedAreReadAgain(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c"} {
		writeTo(t, filepath.Join(dir, name+".txt"), name+"县")
	}
	r, files, news := openFolder(t, dir)
	r.shows("a县", "b县", "c县")
	r.press("j", " ")
	files.read = nil
	writeTo(t, filepath.Join(dir, "b.txt"), "乙县")
	writeTo(t, filepath.Join(dir, "b.tmp"), "不是报告")
	writeTo(t, filepath.Join(dir, ".b.txt.swp"), "不是报告")
	news()
	r.shows("a县", "乙县", "c县", "1 个文件有变化，已重新读取")
	r.showsLine("●", "乙县") // its number and mark stay
	r.showsNot("b县")
	if len(files.read) != 1 || files.read[0] != "b.txt" {
		t.Errorf("read %v", files.read)
	}
}

func TestNewFoldersAreFollowedAndFilesThatGoLeaveTheList(t *testing.T) {
	dir := t.TempDir()
	writeTo(t, filepath.Join(dir, "a.txt"), "a县")
	r, _, news := openFolder(t, dir)
	writeTo(t, filepath.Join(dir, "new", "d.txt"), "d县")
	news()
	r.shows("2 份 · 2 个地区", "d县")
	writeTo(t, filepath.Join(dir, "new", "e.txt"), "e县")
	news()
	r.shows("3 份 · 3 个地区", "e县")
	if err := os.RemoveAll(filepath.Join(dir, "new")); err != nil {
		t.Fatal(err)
	}
	news()
	r.shows("1 份 · 1 个地区", "2 个文件已不在")
	r.showsNot("d县")
	writeTo(t, filepath.Join(dir, "new", "e.txt"), "e县") // and back again
	news()
	r.shows("2 份 · 2 个地区", "e县")
}

func TestALibraryWorksWhereThereIsNothingToFollow(t *testing.T) {
	w, err := startWatch(t.Context(), 1, []string{filepath.Join(t.TempDir(), "no such folder")}, func(string) bool { return true })
	if err != nil || len(w.folders)+len(w.named) != 0 {
		t.Errorf("%v %v: %v", w.folders, w.named, err)
	}
	r := open(t, 100, 24) // built without the means to follow
	if r.app.watcher != nil {
		t.Error("something is followed")
	}
	r.shows("清河县")
}

func TestChangesOfAWatchThatIsOverAreDropped(t *testing.T) {
	r := open(t, 100, 24)
	n := len(r.app.env.Reports.List)
	r.send(changed{era: 7, written: []string{"x"}})
	r.send(reread{era: 7, gone: []string{"reports/qinghe.txt"}})
	if len(r.app.env.Reports.List) != n || r.app.env.Reports.Gone != 0 {
		t.Error("the library changed")
	}
}

func TestTheCursorIsPlacedAfterAFrameAndHiddenAfterTyping(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "terminal"))
	if err != nil {
		t.Fatal(err)
	}
	o := &output{File: f}
	for _, step := range []struct {
		at    caret
		frame string
	}{{caret{}, "a"}, {caret{true, 23, 6}, "b"}, {caret{}, "c"}, {caret{}, "d"}, {caret{true, 1, 1}, "\x1b[?1049l"}} {
		o.point(step.at)
		if n, err := o.Write([]byte(step.frame)); n != len(step.frame) || err != nil {
			t.Errorf("wrote %d of %q: %v", n, step.frame, err)
		}
	}
	got, err := os.ReadFile(f.Name())
	if want := "ab\x1b[24;7H\x1b[?25hc\x1b[?25ld\x1b[?1049l"; err != nil || string(got) != want {
		t.Errorf("the terminal got %q, want %q", got, want)
	}
}
