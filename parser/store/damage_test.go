package store_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"duidu/model"
	"duidu/model/modeltest"
	"duidu/parser/parsertest"
	"duidu/parser/store"
)

// made is the i-th of many reports; each knows its number.
func made(i int) *model.Report {
	r := modeltest.Report(fmt.Sprintf("青溪县 %d\n# unity 联谊\n第%d份，来访{%d次|来访|visits}。\n%s", 1949+i%80, i, i, strings.Repeat("团结就是力量。", i%40)))
	r.Path = fmt.Sprintf("made-%05d", i)
	return r
}

// believe checks that whatever the store gives is what was put into it, and
// returns how many reports it gave.
func believe(t *testing.T, s *store.Store, n int) int {
	t.Helper()
	given := 0
	for i := range n {
		want := made(i)
		ref, sum, ok := s.Unchanged(fileOf(want.Path))
		if !ok {
			continue
		}
		if sum.Year != want.Year || sum.Characters != want.Characters {
			t.Fatalf("report %d: summary %+v", i, sum)
		}
		if got, ok := s.Report(ref, want.Path); ok {
			given++
			parsertest.SameReport(t, got, want)
		}
	}
	return given
}

func fillStore(file string, n int) {
	s := store.New(file, "test")
	for i := range n {
		keep(s, made(i))
	}
	s.Flush()
}

func TestADamagedStoreIsNeverBelieved(t *testing.T) {
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole")
	const n = 60
	fillStore(whole, n)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 24 {
		file := filepath.Join(dir, strconv.Itoa(round))
		bad := append([]byte{}, data...)
		switch round % 3 {
		case 0: // some bytes
			for range 1 + random.IntN(200) {
				bad[random.IntN(len(bad))] ^= byte(1 + random.IntN(255))
			}
		case 1: // a page
			page := random.IntN(len(bad)/4096) * 4096
			for i := page; i < page+4096; i++ {
				bad[i] = byte(random.IntN(256))
			}
		case 2: // the end
			bad = bad[:random.IntN(len(bad))]
		}
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		s := store.New(file, "test")
		believe(t, s, n)
		keep(s, made(n))
		s.Flush()
		believe(t, store.New(file, "test"), n+1)
		os.Remove(file)
	}
}

func TestADamagedStoreIsMadeAnew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	for name, data := range map[string]string{"noise": strings.Repeat("不是库", 5000), "short": "短", "empty": "", "zeros": strings.Repeat("\x00", 1<<16)} {
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		s := store.New(file, "test")
		if got := believe(t, s, 3); got != 0 {
			t.Errorf("%s: %d reports", name, got)
		}
		for i := range 3 {
			keep(s, made(i))
		}
		s.Flush()
		if got := believe(t, store.New(file, "test"), 3); got != 3 {
			t.Errorf("%s: %d reports kept of 3, trouble %v", name, got, troubleOf(s))
		}
	}
}

// helper names what this test program does when it runs as a helper.
const helper = "DUIDU_STORE_TEST"

func TestMain(m *testing.M) {
	what, file, _ := strings.Cut(os.Getenv(helper), " ")
	switch what {
	case "full":
		limitFiles(full)
		writeUntilFull(file)
	case "write": // reports without end, in batches of some
		for from := 0; ; from += 7 {
			s := store.New(file, "test")
			for i := range 7 {
				keep(s, made((from+i)%maxMade))
			}
			s.Flush()
			fmt.Println(from + 7)
		}
	}
	os.Exit(m.Run())
}

const maxMade = 400

func troubleOf(s *store.Store) error {
	_, err := s.Trouble()
	return err
}

// full is the size in bytes that no file of the helper may pass.
const full = 400 << 10

func writeUntilFull(file string) {
	s := store.New(file, "test")
	for i := range maxMade {
		keep(s, made(i))
		if i%20 == 19 {
			s.Flush()
		}
	}
	fmt.Println(troubleOf(s) != nil)
	os.Exit(0)
}

// start runs this program as a helper and waits for its first line.
func start(t *testing.T, what, file string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), helper+"="+what+" "+file)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Scan()
	return c, lines
}

// kills is how often the writer is killed; DUIDU_KILLS asks for more.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("DUIDU_KILLS")); err == nil {
		return n
	}
	return 6
}

func TestNothingWrongIsReadAfterAKill(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	random := rand.New(rand.NewPCG(1, 2))
	given, most := 0, 0
	for range kills() {
		c, lines := start(t, "write", file)
		go func() {
			for lines.Scan() {
			}
		}()
		time.Sleep(time.Duration(random.IntN(40000)) * time.Microsecond)
		_ = c.Process.Kill()
		_ = c.Wait()
		s := store.New(file, "test")
		now := believe(t, s, maxMade)
		if now < given {
			t.Fatalf("%d reports after the kill, %d before", now, given)
		}
		given, most = now, max(most, now)
		if given > maxMade/2 {
			os.Remove(file)
			given = 0
		}
	}
	if most == 0 {
		t.Error("nothing was written before the kills, so this test says nothing")
	}
}

func TestTwoProgramsShareAStore(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	a, b := store.New(file, "test"), store.New(file, "test")
	for i := range 40 {
		if i%2 == 0 {
			keep(a, made(i))
		} else {
			keep(b, made(i))
		}
	}
	a.Flush()
	b.Flush()
	if got := believe(t, a, 40); got != 40 || troubleOf(a) != nil || troubleOf(b) != nil {
		t.Errorf("%d reports of 40, trouble %v, %v", got, troubleOf(a), troubleOf(b))
	}
	if got := believe(t, b, 40); got != 40 {
		t.Errorf("%d reports of 40", got)
	}
}

func TestAStoreThatAnotherProgramHoldsIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	fillStore(file, 5)
	held, err := bolt.Open(file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := store.New(file, "test")
	began := time.Now()
	if got := believe(t, s, 5); got != 0 {
		t.Errorf("%d reports from a file that is being written", got)
	}
	if took := time.Since(began); took > 5*time.Second { // an instant on an idle machine
		t.Errorf("a reader was held up for %v", took)
	}
	keep(s, made(5))
	s.Flush()
	if locked, err := s.Trouble(); !locked {
		t.Errorf("trouble %v, locked %v", err, locked)
	}
	if s.Clear() == nil {
		t.Error("a store in use was cleared")
	}
	held.Close()
	if got := believe(t, store.New(file, "test"), 6); got != 5 {
		t.Errorf("%d reports of 5", got)
	}
}

func TestAFullDiskIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	c, lines := start(t, "full", file)
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	if lines.Text() == "skip" {
		t.Skip("no limit of file sizes here")
	}
	if lines.Text() != "true" {
		t.Error("writing beyond the limit was no trouble")
	}
	if got := believe(t, store.New(file, "test"), maxMade); got == 0 || got == maxMade {
		t.Errorf("%d reports of %d kept", got, maxMade)
	}
}

func TestAClearedStoreIsEmptyAndFillsAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "store")
	s := store.New(file, "test")
	if err := s.Clear(); err != nil {
		t.Errorf("clearing nothing: %v", err)
	}
	keep(s, made(1))
	s.Flush()
	if err := s.Clear(); err != nil {
		t.Fatal(err)
	}
	if bytes, n := s.Size(); bytes != 0 || n != 0 {
		t.Errorf("after clearing: %d reports in %d bytes", n, bytes)
	}
	keep(s, made(2))
	s.Flush()
	if _, n := s.Size(); n != 1 {
		t.Errorf("after filling again: %d reports", n)
	}
}
