// Package docs holds the pages of documentation to what the program does.
package docs

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

//go:generate go test . -run JSON -update

// go test ./docs -update
var update = flag.Bool("update", false, "write the examples of the pages anew")

var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "duidu")
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "duidu"), "duidu").CombinedOutput()
	if err != nil {
		return "", errors.New(string(out))
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := build(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

// shell runs a command line with the program in its path and no settings.
func shell(t *testing.T, dir, line string) (stdout, stderr string, err error) {
	t.Helper()
	bin, err := build()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	cmd := exec.Command("bash", "-c", line)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &errs
	cmd.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "DUIDU_CONFIG="+os.DevNull, "DUIDU_LANG=zh",
		"XDG_STATE_HOME="+t.TempDir(), "XDG_CACHE_HOME="+t.TempDir())
	err = cmd.Run()
	return out.String(), errs.String(), err
}

// page reads a page of documentation.
func page(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
