package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"duidu/model"
	"duidu/ui/cell"
	"duidu/ui/lang"
)

func TestShownTextKeepsToTheWidthAndLosesNothing(t *testing.T) {
	whole := run(t, "", "show", "hill").out
	for _, width := range []string{"1", "2", "3", "9", "20", "41"} {
		got := run(t, "", "show", "hill", "--width", width).out
		limit := 0
		fmt.Sscan(width, &limit)
		for line := range strings.Lines(got) {
			line = strings.TrimRight(line, "\n")
			if w := (cell.Policy{}).Width(line); w > max(limit, 2) {
				t.Errorf("width %s: %q has %d cells", width, line, w)
			}
			if limit > 4 && strings.HasPrefix(line, "。") {
				t.Errorf("width %s: a line begins with 。", width)
			}
		}
		if join(got) != join(whole) {
			t.Errorf("width %s: text was lost", width)
		}
	}
}

func join(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == '\n' || c == ' ' || c == '　' }), "")
}

func TestAFileAppearsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.csv")
	if got := run(t, "", "figures", "hill", "--format", "csv", "-o", path); got.status != 0 || got.out != "" {
		t.Fatalf("%+v", got)
	}
	first, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(first, []byte("\ufeff")) {
		t.Fatalf("%q %v", first, err)
	}
	if got := run(t, "", "figures", "river", "--format", "csv", "-o", path); got.status != 2 || !strings.Contains(got.errors, "--force") {
		t.Errorf("%+v", got)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, first) {
		t.Error("the file was overwritten without asking")
	}
	if got := run(t, "", "figures", "none", "-o", path, "--force"); got.status != 2 {
		t.Errorf("%+v", got)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, first) {
		t.Error("a run that read nothing overwrote the file")
	}
	if got := run(t, "", "figures", "river", "--format", "csv", "-o", path, "--force"); got.status != 0 {
		t.Errorf("%+v", got)
	}
	if now, _ := os.ReadFile(path); bytes.Equal(now, first) {
		t.Error("--force did not overwrite")
	}
	if got := run(t, "", "figures", "hill", "-o", dir); got.status != 2 {
		t.Errorf("%+v", got)
	}
	if got := run(t, "", "figures", "hill", "-o", filepath.Join(dir, "no", "such")); got.status != 2 || strings.Count(got.errors, "\n") != 1 {
		t.Errorf("%+v", got)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("files were left behind: %v", left)
	}
}

// brokenPipe is a pipe whose reader has gone.
type brokenPipe struct{ err error }

func (b brokenPipe) Write([]byte) (int, error) { return 0, b.err }

func TestAClosedPipeIsNoError(t *testing.T) {
	got := runIn(t, Env{Stdin: strings.NewReader(""), Stdout: brokenPipe{&os.PathError{Op: "write", Path: "|1", Err: errNobodyReads}}}, "figures", "hill")
	if got.status != 0 || got.errors != "" {
		t.Errorf("%+v", got)
	}
	got = runIn(t, Env{Stdin: strings.NewReader(""), Stdout: brokenPipe{&os.PathError{Op: "write", Path: "out", Err: errDiskFull}}}, "figures", "hill")
	if got.status != 2 || got.errors != "duidu: 不能写入 标准输出：磁盘已满\n" {
		t.Errorf("a full disk: %+v", got)
	}
}

func TestADiskThatFillsUpIsSaidOfTheFileAskedFor(t *testing.T) {
	var errs bytes.Buffer
	a := &app{env: Env{Stderr: &errs}, texts: lang.CommandsFor(lang.Chinese), opts: Options{Output: filepath.Join(t.TempDir(), "out.csv")}}
	if _, err := a.open(); err != nil {
		t.Fatal(err)
	}
	defer a.out.file.Discard()
	full := &os.PathError{Op: "write", Path: a.out.file.Name(), Err: errDiskFull}
	if got := a.status(context.Background(), full); got != 2 || errs.String() != "duidu: 不能写入 "+a.opts.Output+"：磁盘已满\n" {
		t.Errorf("%d %q", got, errs.String())
	}
}

func TestAnInterruptedRunSaysSoByItsStatus(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	env := Env{
		Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard,
		Open: func(Options) (Engine, error) { return library, nil },
	}
	if status := Run(ctx, env, []string{"figures", "hill"}); status != 130 {
		t.Errorf("status %d", status)
	}
}

// silence is input that never comes.
type silence chan struct{}

func (s silence) Read([]byte) (int, error) { <-s; return 0, io.EOF }

func TestAnInterruptEndsACommandThatWaitsForInput(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer stop()
	in := make(silence)
	defer close(in)
	env := Env{
		Stdin: in, Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" },
		Open: func(Options) (Engine, error) { return library, nil },
	}
	if status := Run(ctx, env, []string{"figures", "--lines"}); status != 130 {
		t.Errorf("status %d", status)
	}
}

func TestProgressShowsOnATerminalOnceALoadTakesLong(t *testing.T) {
	for _, c := range []struct {
		terminal bool
		took     time.Duration
		want     string
	}{
		{true, 1200 * time.Millisecond, "\r正在取 a.cn · 30/60 KB\x1b[K\r正在取 a.cn · 30/60 KB\x1b[K\r\x1b[K"},
		{false, time.Hour, ""}, {true, time.Second / 4, ""},
	} {
		synctest.Test(t, func(t *testing.T) {
			var errs bytes.Buffer
			a := &app{env: Env{Stderr: &errs, ErrTTY: c.terminal}, texts: lang.CommandsFor(lang.Chinese)}
			end := a.showProgress(func() model.Progress {
				return model.Progress{Address: "https://a.cn/b", Got: 30 << 10, All: 60 << 10}
			})
			time.Sleep(c.took)
			end()
			if errs.String() != c.want {
				t.Errorf("%+v: %q", c, errs.String())
			}
		})
	}
}

func TestWhatIsPrintedTakesTheLineOfProgressAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var screen bytes.Buffer
		a := &app{env: Env{Stdout: &screen, Stderr: &screen, ErrTTY: true, OutTTY: true}, texts: lang.CommandsFor(lang.Chinese)}
		end := a.showProgress(func() model.Progress { return model.Progress{Files: 7} })
		time.Sleep(patience + patience/2)
		w, err := a.open()
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, "甲\n")
		a.out.Flush()
		a.say("乙")
		end()
		if want := "\r正在读取，已有 7 个文件\x1b[K\r\x1b[K甲\nduidu: 乙\n"; screen.String() != want {
			t.Errorf("%q", screen.String())
		}
	})
}

func TestNamesOfFilesNeverReachTheTerminalRaw(t *testing.T) {
	e := fakeEngine{}
	for name, text := range library {
		e[name+"\x1b]0;x\a"] = strings.Replace(text, " 20", "\x1b[2J 20", 1)
	}
	env := Env{Stdin: strings.NewReader(""), Open: func(Options) (Engine, error) { return e, nil }}
	for _, args := range [][]string{
		{"figures", "hill"}, {"figures", "hill", "--long"}, {"find", "解决", "hill"}, {"compare", "hill", "river"},
		{"compare", "hill", "river", "--view", "sections"}, {"compare", "hill", "river", "--view", "wording"}, {"show", "hill"},
		{"show", "hill", "--format", "md"}, {"show", "hill", "--format", "json"}, {"figures", "hill", "--long", "--format", "csv"},
	} {
		for i, a := range args {
			if a == "hill" || a == "river" {
				args[i] += "\x1b]0;x\a"
			}
		}
		if got := runIn(t, env, args...); strings.ContainsAny(got.out+got.errors, "\x1b\a") || got.out == "" {
			t.Errorf("%q: %q %q", args, got.out, got.errors)
		}
	}
}
