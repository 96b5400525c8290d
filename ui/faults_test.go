//go:build linux

package ui

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// The tests here take from the program what it stands on: its terminal, its
// home, its size, the harmlessness of what it reads.

// envOf are the variables that a program needs on a terminal of our tests,
// and no home but the one given.
func envOf(more ...string) []string {
	return append([]string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "DUIDU_CONFIG=/dev/null", "LANG=zh_CN.UTF-8"}, more...)
}

// aTerminal names, in the environment, the program that this test program
// shows on a terminal of its own when it runs as a terminal. What it draws goes
// to standard output behind its process id, what comes in is typed.
const aTerminal = "DUIDU_TEST_TERMINAL"

func beATerminal(path string) {
	cmd := exec.Command(path)
	tm, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 30})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(cmd.Process.Pid)
	go io.Copy(tm, os.Stdin)
	io.Copy(os.Stdout, tm)
	os.Exit(0)
}

// running tells whether a process is there and has not ended.
func running(pid string) bool {
	stat, err := os.ReadFile("/proc/" + pid + "/stat")
	return err == nil && !strings.Contains(string(stat), ") Z ")
}

func TestATerminalThatGoesAwayEndsTheProgramWithItsStateKept(t *testing.T) {
	folder := t.TempDir()
	cmd := exec.Command(os.Args[0])
	cmd.Env = envOf("HOME="+folder, "DUIDU_STATE_DIR="+folder, aTerminal+"="+program(t).Path)
	keys, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	drawn, pid := bufio.NewReader(out), ""
	if pid, err = drawn.ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	pid = strings.TrimSpace(pid)
	if !running(pid) {
		t.Skip("no terminals here: ", pid)
	}
	waitFor := func(want string) {
		var seen strings.Builder
		for !strings.Contains(seen.String(), want) {
			c, err := drawn.ReadByte()
			if err != nil {
				t.Fatalf("%q never came: %q", want, seen.String())
			}
			seen.WriteByte(c)
		}
	}
	waitFor("永定区")
	io.WriteString(keys, " ") // a mark
	waitFor("已标记 1")
	cmd.Process.Kill() // and the terminal with it
	cmd.Wait()
	for began := time.Now(); running(pid); time.Sleep(20 * time.Millisecond) {
		if time.Since(began) > 20*time.Second {
			t.Fatal("the program goes on without a terminal")
		}
	}
	if data, err := os.ReadFile(filepath.Join(folder, "state.json")); err != nil || !strings.Contains(string(data), `"marks":["sample:`) {
		t.Errorf("kept %q, %v", data, err)
	}
}

func TestAStormOfSizesEndsInTheLastOne(t *testing.T) {
	s := onTerminal(t, "2", program(t))
	s.wait("永定区")
	for i := range 400 {
		if err := pty.Setsize(s.terminal, &pty.Winsize{Cols: uint16(1 + i*37%200), Rows: uint16(1 + i*11%60)}); err != nil {
			t.Fatal(err)
		}
	}
	s.forget()
	if err := pty.Setsize(s.terminal, &pty.Winsize{Cols: 97, Rows: 25}); err != nil {
		t.Fatal(err)
	}
	s.wait(strings.Repeat("─", 97))
	s.press("q")
	s.ends(0)
}

func TestWithoutAHomeTheProgramRuns(t *testing.T) {
	for name, env := range map[string][]string{
		"none":      envOf(),
		"no folder": envOf("HOME=/dev/null", "DUIDU_STATE_DIR=/dev/null/state", "XDG_CACHE_HOME=/dev/null/cache", "XDG_CONFIG_HOME=/dev/null/config"),
	} {
		cmd := program(t)
		cmd.Env = env
		s := onTerminal(t, "2", cmd)
		s.wait("永定区")
		s.press("\r")
		s.wait("换届头一年")
		s.press("q")
		time.Sleep(100 * time.Millisecond)
		s.press("q")
		status := 0
		if name == "no folder" {
			s.wait("未能保存")
		}
		s.ends(status)
	}
}

func TestNothingReadReachesTheTerminalRaw(t *testing.T) {
	const clipboard = "\x1b]52;c;aGFjaw==\x07"
	folder := t.TempDir()
	hostile := "总结" + clipboard + "\u202e标题\u2066\n\n\x1b[2J收到提案86件\u202e，立案80件。\x9b31m\n\n一、学习" + clipboard + "\n\n全年学习12次。\x1b]0;title\x07\n"
	for i, name := range []string{"甲\x1b]52;c;aGFjaw==\x07.txt", "乙\u202etxt.exe.txt", "丙\x1b[2J\r\n.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(fmt.Sprint(hostile, i)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := onTerminal(t, "2", program(t, folder))
	s.wait("3 份")
	for _, keys := range []string{"\r", "f", "a", "i", "\x1b", "o", "e"} {
		s.press(keys)
		time.Sleep(150 * time.Millisecond)
	}
	s.cmd.Process.Signal(syscall.SIGTERM)
	s.ends(130)
	for _, live := range []string{"\x1b]52", "\x1b]0;", "\u202e", "\u2066", "\u009b", "\x1b[31m收"} {
		if strings.Contains(s.text(), live) {
			t.Errorf("%q reached the terminal", live)
		}
	}
}
