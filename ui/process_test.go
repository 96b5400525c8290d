//go:build linux

package ui

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"duidu/model"
	"duidu/ui/fixture"
	"duidu/ui/probe"
)

// The tests here run the program itself on a terminal of their own.

var buildOnce = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "duidu")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "duidu")
	out, err := exec.Command("go", "build", "-o", path, "duidu").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return path, nil
})

// TestMain runs the tests, or one of them again as a program that fails.
func TestMain(m *testing.M) {
	if os.Getenv("DUIDU_TEST_FAILING") != "" {
		failingProgram()
	}
	if path := os.Getenv(aTerminal); path != "" {
		beATerminal(path)
	}
	status := m.Run()
	if path, err := buildOnce(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(status)
}

// failingProgram runs screens whose search panics.
func failingProgram() {
	err := Run(context.Background(), Options{
		Load: loadLibrary, Paths: []string{"reports"}, Catalogue: fixture.Catalogue(), Lang: "en",
		Query: model.QueryReader{Simplify: func(string) string { panic("out of words") }},
	})
	if err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(2)
	}
	os.Exit(0)
}

// session is a program on a terminal that answers where its cursor is.
type session struct {
	*testing.T
	cmd      *exec.Cmd
	terminal *os.File
	before   unix.Termios

	mu       sync.Mutex
	out      bytes.Buffer
	answered int
	closed   chan struct{}
}

// onTerminal starts a command. The terminal gives column as the place of
// its cursor when asked, or no answer if it is empty.
func onTerminal(t *testing.T, column string, cmd *exec.Cmd) *session {
	t.Helper()
	tm, tty, err := pty.Open()
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	defer tty.Close()
	if err := pty.Setsize(tm, &pty.Winsize{Cols: 120, Rows: 30}); err != nil {
		t.Fatal(err)
	}
	s := &session{T: t, cmd: cmd, terminal: tm, closed: make(chan struct{})}
	s.before = s.settings()
	if cmd.Env == nil {
		cmd.Env = append(os.Environ(), "TERM=xterm-256color", "DUIDU_CONFIG=/dev/null", "LC_ALL=", "LANG=zh_CN.UTF-8",
			"RUNEWIDTH_EASTASIAN=")
	}
	cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	if cmd.Stdin == nil {
		cmd.Stdin = tty
	}
	cmd.Stdout, cmd.Stderr = tty, tty
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.listen(column)
	t.Cleanup(func() { cmd.Process.Kill(); tm.Close() })
	return s
}

func (s *session) listen(column string) {
	defer close(s.closed)
	chunk := make([]byte, 4096)
	for {
		n, err := s.terminal.Read(chunk)
		s.mu.Lock()
		s.out.Write(chunk[:n])
		asked := bytes.Count(s.out.Bytes(), []byte("\x1b[6n"))
		for ; s.answered < asked && column != ""; s.answered++ {
			s.terminal.WriteString("\x1b[5;" + column + "R")
		}
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (s *session) settings() unix.Termios {
	s.Helper()
	t, err := unix.IoctlGetTermios(int(s.terminal.Fd()), unix.TCGETS)
	if err != nil {
		s.Fatal(err)
	}
	return *t
}

func (s *session) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.String()
}

// forget drops what was drawn so far.
func (s *session) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.out.Reset()
	s.answered = 0
}

func (s *session) wait(want string) {
	s.Helper()
	for range 3000 { // half a minute, for a busy machine
		if strings.Contains(s.text(), want) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.Fatalf("%q never came:\n%q", want, s.text())
}

func (s *session) press(keys string) {
	s.Helper()
	if _, err := s.terminal.WriteString(keys); err != nil {
		s.Fatal(err)
	}
}

// ends waits for the program to end with a status and a terminal as it was.
func (s *session) ends(status int) {
	s.Helper()
	done := make(chan struct{})
	go func() { s.cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(30 * time.Second):
		s.Fatalf("the program goes on:\n%q", s.text())
	}
	select {
	case <-s.closed: // all it wrote has been read
	case <-time.After(time.Second):
	}
	if got := s.cmd.ProcessState.ExitCode(); got != status {
		s.Errorf("exit status %d, not %d:\n%q", got, status, s.text())
	}
	s.restored()
}

// restored checks that what the screens switch on has been switched off.
func (s *session) restored() {
	s.Helper()
	if s.settings() != s.before {
		s.Error("the terminal is left in another mode")
	}
	out := s.text()
	for _, mode := range []string{"?1049", "?1002", "?2004"} {
		if strings.LastIndex(out, "\x1b["+mode+"h") > strings.LastIndex(out, "\x1b["+mode+"l") {
			s.Errorf("mode %s is left on", mode)
		}
	}
	if strings.LastIndex(out, "\x1b[?25l") > strings.LastIndex(out, "\x1b[?25h") {
		s.Error("the cursor is left hidden")
	}
}

func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := buildOnce()
	if err != nil {
		t.Fatal(err)
	}
	return exec.Command(path, args...)
}

func TestASignalEndsTheProgramAndRestoresTheTerminal(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		s := onTerminal(t, "2", program(t))
		s.wait("永定区")
		s.cmd.Process.Signal(sig)
		s.ends(130)
	}
}

func TestQuittingRestoresTheTerminal(t *testing.T) {
	for key, status := range map[string]int{"q": 0, "\x03": 130} {
		s := onTerminal(t, "2", program(t))
		s.wait("永定区")
		s.press(key)
		s.ends(status)
	}
}

func TestAnInterruptEndsACommandThatWaitsForTheKeyboard(t *testing.T) {
	s := onTerminal(t, "", program(t, "show", "-"))
	time.Sleep(300 * time.Millisecond)
	s.press("\x03")
	s.ends(130)
}

func TestACommandThatPrintsAsksTheTerminalNothing(t *testing.T) {
	s := onTerminal(t, "", program(t, "version"))
	s.ends(0)
	if out := s.text(); strings.Contains(out, "\x1b") {
		t.Errorf("%q", out)
	}
}

func TestCtrlZGivesTheTerminalBackAndFgTakesItAgain(t *testing.T) {
	shell := exec.Command("bash", "-c", `set -m; "$0"; echo status $?; stty -a; fg; echo done`, program(t).Path)
	s := onTerminal(t, "2", shell)
	s.wait("永定区")
	s.forget()
	s.press("\x1a")
	s.wait("永定区") // fg drew it again
	out := s.text()
	left, taken := strings.Index(out, "\x1b[?1049l"), strings.LastIndex(out, "\x1b[?1049h")
	if left < 0 || taken < left || !strings.Contains(out[left:taken], "status 148") || !strings.Contains(out[left:taken], " icanon") {
		t.Fatalf("%q", out)
	}
	s.wait("\x1b[?1002h") // the mouse as well
	s.press("q")
	s.wait("done")
	s.ends(0)
}

func TestTheFirstFrameTellsOfFaultsInTheSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte("theme = dark\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := program(t)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=zh_CN.UTF-8", "DUIDU_CONFIG="+path)
	s := onTerminal(t, "2", cmd)
	s.wait("配置文件有 1 处未采用")
	s.press("q")
	s.ends(0)
}

func TestCtrlZWithoutAShellSaysSo(t *testing.T) {
	s := onTerminal(t, "2", program(t))
	s.wait("永定区")
	s.press("\x1a")
	s.wait("无处返回")
	s.press("q")
	s.ends(0)
}

func TestAPanicRestoresTheTerminalAndSaysSo(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "DUIDU_TEST_FAILING=1")
	s := onTerminal(t, "2", cmd)
	s.wait("清河县")
	s.press("\r")
	s.wait("凝聚共识")
	time.Sleep(300 * time.Millisecond)
	s.press("/")
	time.Sleep(300 * time.Millisecond) // keys that come in one read are one text
	s.press("x\r")
	s.ends(2)
	if out := s.text(); !strings.Contains(out, "out of words") || !strings.Contains(out[strings.LastIndex(out, "\x1b[?1049l"):], "internal error; selection") {
		t.Errorf("%q", out)
	}
}

func TestAReportMayComeFromAPipe(t *testing.T) {
	sample, err := filepath.Abs("../docs/samples/hanbin-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := onTerminal(t, "2", exec.Command("sh", "-c", `cat "$1" | "$0" -`, program(t).Path, sample))
	s.wait("汉滨区")
	s.press("q")
	s.ends(0)
	s = onTerminal(t, "2", program(t, "-"))
	s.wait("cat 报告.txt | duidu -")
	s.ends(2)
}

func TestWithoutAKeyboardThereIsOneLine(t *testing.T) {
	cmd := program(t)
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	cmd.Stdin = null
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // and no terminal behind it
	s := onTerminal(t, "2", cmd)
	s.wait("没有终端可按键")
	s.ends(2)
	if out := s.text(); strings.Count(out, "\n") != 1 || strings.Contains(out, "/dev/tty") {
		t.Errorf("%q", out)
	}
}

func TestATerminalThatIsDumbGetsTheTable(t *testing.T) {
	cmd := program(t, "../docs/samples")
	cmd.Env = append(os.Environ(), "TERM=dumb", "LANG=zh_CN.UTF-8", "DUIDU_CONFIG=/dev/null")
	s := onTerminal(t, "", cmd)
	s.ends(0)
	if out := s.text(); strings.Contains(out, "\x1b") || !strings.Contains(out, "TERM=dumb") || !strings.Contains(out, "原文数据") {
		t.Errorf("%q", out)
	}
}

func TestTheTerminalSaysHowWideItDraws(t *testing.T) {
	for _, c := range []struct{ column, rule string }{{"2", "──────"}, {"3", "------"}} {
		s := onTerminal(t, c.column, program(t))
		s.wait(c.rule)
		s.press("q")
		s.ends(0)
	}
	// The renderer's own idea of width must not reach the rows: it would
	// erase the end of those that hold ambiguous characters.
	s := onTerminal(t, "3", program(t, "../docs/samples/yongding-2023.txt"))
	s.wait("------")
	s.wait("永定区")
	s.press("q")
	s.ends(0)
	out := s.text()
	if drawn := out[strings.Index(out, "\x1b[?1049h"):]; strings.Contains(drawn, "\x1b[K") {
		t.Error("the renderer erases the ends of rows")
	}
}

func TestATerminalThatDoesNotAnswerCostsAMoment(t *testing.T) {
	cmd := program(t)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=zh_CN.UTF-8", "DUIDU_CONFIG=/dev/null", "RUNEWIDTH_EASTASIAN=")
	began := time.Now()
	s := onTerminal(t, "", cmd)
	s.wait("──────")
	if d := time.Since(began); d > probe.Patience+3*time.Second {
		t.Errorf("the first frame took %v", d)
	}
	s.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[1;3R") // too late: taken for no key
	s.wait("永定区")
	s.press("q")
	s.ends(0)
}

func TestANewSizeIsDrawnWhole(t *testing.T) {
	s := onTerminal(t, "2", program(t))
	s.wait("永定区")
	for _, size := range []pty.Winsize{{Cols: 90, Rows: 20}, {Cols: 1, Rows: 1}, {Cols: 130, Rows: 40}} {
		s.forget()
		if err := pty.Setsize(s.terminal, &size); err != nil {
			t.Fatal(err)
		}
		s.wait("\x1b[2J")
	}
	s.wait(strings.Repeat("─", 130))
	s.press("q")
	s.ends(0)
}

func TestThePipeMayCloseEarly(t *testing.T) {
	out, err := exec.Command("bash", "-c", `for i in 1 2 3 4 5 6 7 8; do set -- "$@" ../docs/samples; done; "$0" figures --long --format json "$@" | head -1`, program(t).Path).CombinedOutput()
	if err != nil || bytes.Count(out, []byte("\n")) != 1 {
		t.Errorf("%v: %d lines\n%.200s", err, bytes.Count(out, []byte("\n")), out)
	}
}

func TestALongFileIsOnTheScreenBeforeAllOfItIsRead(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("清河县政协2023年工作报告\n\n")
	for i := 0; b.Len() < 10<<20; i++ {
		fmt.Fprintf(&b, "第%d组委员围绕课题%d开展协商%d次，收到提案%d件，立案%d件。%s\n\n", i, i*7, i%90+1, i%300+9, i%200+5, strings.Repeat("委员们听取介绍，实地察看，提出意见。", 8))
	}
	path := filepath.Join(t.TempDir(), "清河县政协2023年工作报告.txt")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	run := program(t, path)
	began := time.Now()
	s := onTerminal(t, "2", run)
	s.wait("第1组委员")
	first := time.Since(began)
	if !strings.Contains(s.text(), "先看开头，全文读取中") {
		t.Error("the first screen does not say that it is the beginning")
	}
	s.forget()
	s.wait("清河县 2023") // the title is drawn anew once the whole is there
	whole := time.Since(began)
	if strings.Contains(s.text(), "先看开头") || first > whole*3/4 {
		t.Errorf("the first screen came after %v, the whole after %v:\n%q", first, whole, s.text())
	}
	t.Logf("first screen after %v, the whole after %v", first, whole)
	s.press("G")
	s.wait("课题140406")
	s.press("q")
	s.ends(0)
}
