//go:build linux

package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

var (
	scripts = regexp.MustCompile("(?ms)^```sh\n(.*?)^```$")
	openers = regexp.MustCompile("(?m)^```text\n(duidu .*)\n```$")
	links   = regexp.MustCompile(`\]\(([a-z.]+\.md)\)`)
)

var guides = []string{"guide.md", "guide.en.md"}

// samples copies the samples, so that the guide's files are written there.
func samples(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("samples")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestEveryCommandOfTheGuideWorks(t *testing.T) {
	for _, guide := range guides {
		dir, lines := samples(t), 0
		for _, block := range scripts.FindAllStringSubmatch(page(t, guide), -1) {
			for line := range strings.Lines(block[1]) {
				lines++
				out, errs, err := shell(t, dir, "set -o pipefail; "+line)
				if err != nil || errs != "" {
					t.Errorf("%s: %s%v\n%s", guide, line, err, errs)
				}
				if out == "" && !strings.Contains(line, "-o ") && !strings.Contains(line, ">") {
					t.Errorf("%s: %sprints nothing", guide, line)
				}
			}
		}
		if lines < 15 {
			t.Errorf("%s has only %d commands", guide, lines)
		}
	}
}

func TestEveryScreenOfTheGuideOpens(t *testing.T) {
	for _, guide := range guides {
		found := openers.FindAllStringSubmatch(page(t, guide), -1)
		if len(found) < 3 {
			t.Errorf("%s opens only %d screens", guide, len(found))
		}
		for _, m := range found {
			if err := opens(t, m[1]); err != nil {
				t.Errorf("%s: %s: %v", guide, m[1], err)
			}
		}
	}
}

// opens runs a command on a terminal until it shows its footer, and quits.
func opens(t *testing.T, line string) error {
	bin, err := build()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", "-c", "exec "+line)
	cmd.Dir = samples(t)
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "TERM=tmux-256color", "DUIDU_CONFIG="+os.DevNull,
		"XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 36})
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	defer terminal.Close()
	var mu sync.Mutex
	var out strings.Builder
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		chunk := make([]byte, 4096)
		for {
			n, err := terminal.Read(chunk)
			mu.Lock()
			out.Write(chunk[:n])
			mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	shown := func() bool { mu.Lock(); defer mu.Unlock(); return strings.Contains(out.String(), "F1") }
	for i := 0; !shown(); i++ {
		if i > 500 {
			cmd.Process.Kill()
			return fmt.Errorf("nothing is shown: %q", out.String())
		}
		time.Sleep(10 * time.Millisecond)
	}
	terminal.WriteString("q")
	timer := time.AfterFunc(10*time.Second, func() { cmd.Process.Signal(syscall.SIGKILL) })
	defer timer.Stop()
	err = cmd.Wait()
	<-ended
	return err
}

func TestTheLinksBetweenThePagesHold(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) < 5 {
		t.Fatalf("%v %v", pages, err)
	}
	for _, name := range pages {
		for _, m := range links.FindAllStringSubmatch(page(t, name), -1) {
			if _, err := os.Stat(m[1]); err != nil {
				t.Errorf("%s leads to %s, which is not there", name, m[1])
			}
		}
	}
}

func TestTheSettingsOfThePageAreAccepted(t *testing.T) {
	text := page(t, "config.md")
	_, block, _ := strings.Cut(text, "```toml\n")
	block, _, _ = strings.Cut(block, "```")
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(block), 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, err := shell(t, ".", "DUIDU_LANG= DUIDU_CONFIG="+path+" duidu config")
	if err != nil || errs != "" {
		t.Fatalf("%v %s", err, errs)
	}
	for line := range strings.Lines(out) {
		name, rest, _ := strings.Cut(line, " ")
		if name != "设置" && name != "store" && (!strings.Contains(rest, path) || !strings.Contains(text, "`DUIDU_"+strings.ToUpper(name)+"`")) {
			t.Errorf("%s is not on the page, or not accepted: %s", name, line)
		}
	}
	if strings.Count(out, "\n") < 8 {
		t.Errorf("%s", out)
	}
}
