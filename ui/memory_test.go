package ui

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"duidu/ui/fixture"
	"duidu/ui/state"
)

// keeping opens the library of a folder with a state, and lets time run at
// once: every change is written as soon as it is made.
func keeping(t testing.TB, path, folder string) *rig {
	t.Chdir(folder)
	r := newRigHere(t, Options{Load: loadLibrary, Paths: []string{"reports"}, StatePath: path}, 120, 30)
	r.app.memory.after = func(_ time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		return func() tea.Msg { return f(time.Now()) }
	}
	r.app.memory.waiting = false // for the time that stood still while loading
	return r
}

func statePath(t testing.TB) string { return filepath.Join(t.TempDir(), "state.json") }

func TestTheSelectionTheMarksAndThePlaceComeBack(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	r := keeping(t, path, home)
	r.shows("清河县")
	r.press("s", "s", " ", "j", "enter", "f", "a", "esc", "]", "]", "j", "j", "j")
	top := r.screen()[2:10]
	name := r.screen()[0]

	// nothing was ended: this is what a crash leaves behind
	again := keeping(t, path, home)
	again.shows("摘选 1", "●")
	again.press("/", strings.Fields(strings.TrimPrefix(name, " 对读"))[0], "enter", "enter")
	if got := again.screen()[2:10]; strings.Join(got, "\n") != strings.Join(top, "\n") {
		t.Errorf("reading goes on at\n%s\nnot at\n%s", strings.Join(got, "\n"), strings.Join(top, "\n"))
	}
	again.press("f", "a")
	again.shows("摘选 2")
}

func TestAFigureSelectedEarlierCountsAsSelectedFromTheSameFileOnly(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	keeping(t, path, home).press("enter", "f", "a")

	here := keeping(t, path, home)
	here.press("enter", "f")
	here.showsLine("● 协商活动")
	here.press("a")
	here.shows("已取消摘选：数据 3次", "摘选 0")

	elsewhere := keeping(t, path, t.TempDir()) // another file of the same name
	elsewhere.press("enter", "f")
	elsewhere.showsNot("● 协商活动")
}

func TestTheOrderOfTheLibraryComesBack(t *testing.T) {
	path := statePath(t)
	keeping(t, path, t.TempDir()).press("s", "s") // by year
	if _, st, err := state.Open(path); err != nil || st.Wishes["library"] != "year" {
		t.Fatalf("kept %v, %v", st.Wishes, err)
	}
	r := keeping(t, path, t.TempDir())
	r.press("s")
	r.shows("按字数排序") // the one after
}

func TestTwoProgramsKeepWhatEachSelected(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	one, two := keeping(t, path, home), keeping(t, path, home)
	one.press("enter", "f", "a")
	two.press("j", "enter", "f", "a")
	one.press("f", "a")
	if _, st, _ := state.Open(path); st.Selection.Len() != 3 {
		t.Errorf("%d of 3 items are kept", st.Selection.Len())
	}
}

func TestADamagedStateIsSetAsideWithANotice(t *testing.T) {
	path := statePath(t)
	os.WriteFile(path, []byte(`{"version":1,"sel`), 0o600)
	r := keeping(t, path, t.TempDir())
	r.shows("已损坏，原文件移至 " + path + ".damaged-")
	r.press("enter", "f", "a")
	if _, st, err := state.Open(path); err != nil || st.Selection.Len() != 1 {
		t.Errorf("kept %d items, %v", st.Selection.Len(), err)
	}
}

func TestAStateThatCannotBeWrittenIsToldOnceAndTheWorkGoesOn(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "in")
	r := keeping(t, filepath.Join(folder, "state.json"), t.TempDir())
	os.WriteFile(folder, nil, 0o600) // a file where the folder should be
	r.press("enter")
	r.shows("摘选和标记未能保存到")
	r.press("f", "a", "f", "a")
	r.showsNot("未能保存到")
	r.shows("摘选 2")
	os.Remove(folder)
	r.press("f", "a")
	if _, st, err := state.Open(filepath.Join(folder, "state.json")); err != nil || st.Selection.Len() != 3 {
		t.Errorf("kept %d items, %v", st.Selection.Len(), err)
	}
}

func TestWithoutAPathNothingIsKept(t *testing.T) {
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}}, 120, 30)
	r.press(" ", "enter", "f", "a")
	if r.app.memory.store != nil || r.app.saveNow() != nil {
		t.Error("something was kept")
	}
}

func TestTheStateIsWrittenAtTheEndAndAPanicSaysWhere(t *testing.T) {
	path := statePath(t)
	r := newRig(t, Options{Load: loadLibrary, Paths: []string{"reports"}, StatePath: path}, 120, 30)
	r.press("enter", "f", "a") // time stands still: nothing is written yet
	if _, err := os.Stat(path); err == nil {
		t.Fatal("written before its time")
	}
	err := r.app.lastWords(tea.ErrProgramPanic)
	if err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("the panic says %v", err)
	}
	if _, st, _ := state.Open(path); st.Selection.Len() != 1 {
		t.Errorf("%d items are kept", st.Selection.Len())
	}
	r.app.env = nil // what a panic may leave
	if err := r.app.saveNow(); err == nil {
		t.Error("saved from nothing")
	}
}

func TestAPanicEndsTheProgramWithTheStateKept(t *testing.T) {
	path := statePath(t)
	in, keys := io.Pipe()
	out, done := &terminal{}, make(chan error, 1)
	filter := sized()
	go func() {
		done <- Run(t.Context(), Options{
			Load: loadLibrary, Paths: []string{"reports"}, StatePath: path, Catalogue: fixture.Catalogue(), Terminal: out,
			Program: []tea.ProgramOption{tea.WithInput(in), tea.WithOutput(out), tea.WithFilter(func(m tea.Model, msg tea.Msg) tea.Msg {
				if k, ok := msg.(tea.KeyMsg); ok && k.String() == "~" {
					panic("a fault put in by a test")
				}
				return filter(m, msg)
			})},
		})
	}()
	out.wait(t, "清河县")
	io.WriteString(keys, "\r")
	out.wait(t, "凝聚共识")
	io.WriteString(keys, "f")
	out.wait(t, "协商活动")
	io.WriteString(keys, "a")
	out.wait(t, "已摘选")
	io.WriteString(keys, "~")
	select {
	case err := <-done:
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("it says %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the program goes on")
	}
	if !out.contains("\x1b[?1049l") {
		t.Error("the terminal was left in its other screen")
	}
	if _, st, _ := state.Open(path); st.Selection.Len() != 1 {
		t.Errorf("%d items are kept", st.Selection.Len())
	}
}

// faulty is a clipboard that panics, in the command that copies.
type faulty struct{}

func (faulty) Write([]byte) (int, error) { panic("a fault in a command") }

func TestAPanicInsideACommandEndsTheProgramWithTheStateKept(t *testing.T) {
	path := statePath(t)
	in, keys := io.Pipe()
	out, done := &terminal{}, make(chan error, 1)
	go func() {
		done <- Run(t.Context(), Options{
			Load: loadLibrary, Paths: []string{"reports"}, StatePath: path, Catalogue: fixture.Catalogue(), Terminal: faulty{},
			Program: []tea.ProgramOption{tea.WithInput(in), tea.WithOutput(out), tea.WithFilter(sized())},
		})
	}()
	out.wait(t, "清河县")
	io.WriteString(keys, "\r")
	out.wait(t, "凝聚共识")
	io.WriteString(keys, "f")
	out.wait(t, "协商活动")
	io.WriteString(keys, "a")
	out.wait(t, "已摘选")
	io.WriteString(keys, "y")
	select {
	case err := <-done:
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("it says %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the program goes on")
	}
	if !out.contains("\x1b[?1049l") {
		t.Error("the terminal was left in its other screen")
	}
	if _, st, _ := state.Open(path); st.Selection.Len() != 1 {
		t.Errorf("%d items are kept", st.Selection.Len())
	}
}

func TestMarksOfReportsThatAreNotLoadedStay(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	keeping(t, path, home).press(" ", " ")
	few := newRigHere(t, Options{Load: loadOf(1), Paths: []string{"a", "b"}, StatePath: path}, 120, 30)
	if err := few.app.saveNow(); err != nil {
		t.Fatal(err)
	}
	if _, st, _ := state.Open(path); len(st.Marks) != 2 {
		t.Errorf("marks kept: %q", st.Marks)
	}
}

func TestBookmarksFoldersAndTheMeasureComeBack(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	r := keeping(t, path, home)
	r.press("p", "enter", "]", "]", "m", "+", "+")
	again := keeping(t, path, home)
	again.showsLine("江南省", "3 份")
	again.press("r")
	again.showsLine(filepath.Join(home, "reports"), "3 份")
	again.press("esc", "j", "enter", "'")
	again.shows("书签 1 个")
	again.showsLine("●") // the sign beside the text
	again.press("+")
	again.shows("正文每行 50 字")
}

// What is kept is known by its version, not by where it lies in memory: an
// edit of a list in place is written as well.
func TestAnEditInPlaceIsKept(t *testing.T) {
	path, home := statePath(t), t.TempDir()
	r := keeping(t, path, home)
	r.press("enter", "f", "a")
	selection := r.app.env.Selection()
	selection.Items[0].Text = "改过的文字"
	r.app.env.SetSelection(selection)
	r.press("down")
	if _, st, err := state.Open(path); err != nil || len(st.Selection.Items) != 1 || st.Selection.Items[0].Text != "改过的文字" {
		t.Errorf("kept %+v, %v", st, err)
	}
}

func TestNothingIsWrittenWhereNothingChanged(t *testing.T) {
	path := statePath(t)
	r := keeping(t, path, t.TempDir())
	r.app.memory.noted.marks = r.app.env.Reports.MarksVersion()
	before := r.app.memory.number
	r.press("down", "up", "f1", "esc")
	if r.app.memory.number != before {
		t.Errorf("%d writings", r.app.memory.number-before)
	}
}
