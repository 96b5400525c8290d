package export

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// writer names, in the environment, the file that this test program writes
// without end when it runs as a helper.
const writer = "DUIDU_EXPORT_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writer); path != "" {
		for n := 1; ; n++ {
			if err := writeFile(path, exported(n), overwrite); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
			fmt.Println(n)
		}
	}
	os.Exit(m.Run())
}

// exported is a file of 200 KB that says the same all through.
func exported(n int) []byte { return bytes.Repeat([]byte(fmt.Sprintf("第%06d份\n", n)), 14_000) }

func kills() int {
	if n, err := strconv.Atoi(os.Getenv("DUIDU_KILLS")); err == nil {
		return n
	}
	return 6
}

func TestAKillLeavesTheOldFileOrTheNewOneWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 13))
	path := filepath.Join(t.TempDir(), "摘选.txt")
	for range kills() {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), writer+"="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		lines.Scan() // one is written
		time.AfterFunc(time.Duration(random.IntN(20_000))*time.Microsecond, func() { c.Process.Kill() })
		said := lines.Text()
		for lines.Scan() {
			said = lines.Text()
		}
		c.Wait()
		n, err := strconv.Atoi(said)
		if err != nil {
			t.Fatalf("the helper says %q", said)
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, exported(n)) && !bytes.Equal(got, exported(n+1)) {
			t.Fatalf("killed after file %d: %d bytes that begin with %.30q", n, len(got), got)
		}
	}
}

// TestADeviceIsNoFileToWriteTo tries the one that is always full: it stays a
// device, and the error is said.
func TestADeviceIsNoFileToWriteTo(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	if err := writeFile("/dev/full", []byte("摘选"), overwrite); err == nil {
		t.Error("a device was replaced by a file")
	}
	if info, err := os.Stat("/dev/full"); err != nil || info.Mode().IsRegular() {
		t.Errorf("/dev/full is %v, %v", info, err)
	}
}
