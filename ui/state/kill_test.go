package state

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

	"duidu/model/take"
)

// saver names, in the environment, the file that this test program saves to
// without end when it runs as a helper.
const saver = "DUIDU_STATE_SAVER"

func TestMain(m *testing.M) {
	if path := os.Getenv(saver); path != "" {
		saveForEver(path)
	}
	os.Exit(m.Run())
}

// saveForEver saves states of 40 notes of one number each, and says which it
// has saved.
func saveForEver(path string) {
	s, _, err := Open(path)
	for n := 1; err == nil; n++ {
		var st State
		for i := range 40 {
			st.Selection = st.Selection.Add(take.Note(fmt.Sprintf("%d/%d", n, i)))
		}
		if err = s.Save(n, st); err == nil {
			fmt.Println(n)
		}
	}
	fmt.Println(err)
	os.Exit(1)
}

// kills is how often the helper is killed; DUIDU_KILLS asks for more.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("DUIDU_KILLS")); err == nil {
		return n
	}
	return 6
}

func TestAKillLeavesTheOldStateOrTheNewOneWhole(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	folder := t.TempDir()
	for round := range kills() {
		path := filepath.Join(folder, fmt.Sprint(round), "state.json")
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), saver+"="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		lines.Scan() // one is saved
		time.AfterFunc(time.Duration(random.IntN(20_000))*time.Microsecond, func() { c.Process.Kill() })
		said := lines.Text()
		for lines.Scan() {
			said = lines.Text()
		}
		c.Wait()
		saved, err := strconv.Atoi(said)
		if err != nil {
			t.Fatalf("the helper says %q", said)
		}
		_, st, err := Open(path)
		if err != nil {
			t.Fatalf("killed after state %d: %v", saved, err)
		}
		items := st.Selection.Items
		if len(items) != 40 {
			t.Fatalf("killed after state %d: %d of 40 notes are kept", saved, len(items))
		}
		whole, _, _ := strings.Cut(items[0].Text, "/")
		if n, _ := strconv.Atoi(whole); n < saved || n > saved+1 {
			t.Fatalf("killed after state %d: %s is kept", saved, whole)
		}
		for _, it := range items {
			if !strings.HasPrefix(it.Text, whole+"/") {
				t.Fatalf("notes of two states: %q and %q", items[0].Text, it.Text)
			}
		}
	}
}
