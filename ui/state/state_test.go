package state

import (
	"duidu/model/take"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// with is a state whose selection is notes of these texts.
func with(texts ...string) State {
	var st State
	for _, text := range texts {
		st.Selection = st.Selection.Add(take.Note(text))
	}
	return st
}

func texts(st State) string {
	var list []string
	for _, it := range st.Selection.Items {
		list = append(list, it.Text)
	}
	return strings.Join(list, " ")
}

func mustOpen(t testing.TB, path string) (*Store, State) {
	t.Helper()
	s, st, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s, st
}

func mustSave(t testing.TB, s *Store, number int, st State) {
	t.Helper()
	if err := s.Save(number, st); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsSavedIsThereAtTheNextStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "duidu", "state.json")
	s, st := mustOpen(t, path)
	if st.Selection.Len() != 0 {
		t.Fatal("a state from nowhere")
	}
	st = with("甲", "乙")
	st.Marks = []string{"/r/b.txt", "/r/a.txt"}
	st.Places = map[string]Place{"/r/a.txt": {Block: 3, Offset: 12, Characters: 900, Read: time.Unix(50, 0).UTC()}}
	st.Wishes = map[string]string{"library": "year"}
	mustSave(t, s, 1, st)
	_, back := mustOpen(t, path)
	if texts(back) != "甲 乙" || !slices.Equal(back.Marks, st.Marks) || back.Places["/r/a.txt"] != st.Places["/r/a.txt"] || back.Wishes["library"] != "year" {
		t.Errorf("came back as %+v", back)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 { // on Windows the folder of the user keeps others out
		t.Errorf("others may read it: %v", info.Mode())
	}
}

func TestAWishChangedInTheStateThatWasReadIsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	s, _ := mustOpen(t, path)
	mustSave(t, s, 1, State{Wishes: map[string]string{"library": "year"}})
	s, st := mustOpen(t, path)
	st.Wishes["library"] = "place"
	mustSave(t, s, 1, st)
	if _, back := mustOpen(t, path); back.Wishes["library"] != "place" {
		t.Errorf("the file holds %v", back.Wishes)
	}
}

func TestTwoProgramsDoNotUndoEachOther(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	first, _ := mustOpen(t, path)
	mustSave(t, first, 1, with("甲", "乙", "丙"))
	second, st := mustOpen(t, path)
	mustSave(t, first, 2, with("丙", "甲", "丁")) // 乙 out, 丁 in, another order
	st.Selection = st.Selection.Remove(take.Note("甲").ID()).Add(take.Note("戊"))
	mustSave(t, second, 1, st)
	if _, back := mustOpen(t, path); texts(back) != "丙 戊 丁" {
		t.Errorf("the file holds %s", texts(back))
	}
	mustSave(t, first, 3, with("丙", "甲", "丁")) // nothing new: 甲 stays out
	if _, back := mustOpen(t, path); texts(back) != "丙 丁 戊" {
		t.Errorf("the file holds %s", texts(back))
	}
}

func TestManyProgramsWritingAtOnceLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	var all sync.WaitGroup
	for p := range 8 {
		all.Add(1)
		go func() {
			defer all.Done()
			s, st, err := Open(path)
			for i := 1; i <= 10 && err == nil; i++ {
				st.Selection = st.Selection.Add(take.Note(fmt.Sprintf("%d-%d", p, i)))
				for err = s.Save(i, st); errors.Is(err, ErrBusy); err = s.Save(i, st) {
					// a slow disk keeps the others waiting: the next save has it all
				}
			}
			if err != nil {
				t.Error(err)
			}
		}()
	}
	all.Wait()
	if _, back := mustOpen(t, path); back.Selection.Len() != 80 {
		t.Errorf("%d of 80 notes are there", back.Selection.Len())
	}
}

func TestAnOlderStateNeverReplacesANewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	s, _ := mustOpen(t, path)
	mustSave(t, s, 2, with("新"))
	mustSave(t, s, 1, with("旧"))
	if _, back := mustOpen(t, path); texts(back) != "新" {
		t.Errorf("the file holds %s", texts(back))
	}
}

func TestADamagedFileIsSetAsideAndSaysSo(t *testing.T) {
	for name, content := range map[string]string{
		"half":    `{"version":1,"selection":{"items":[{"id":"no`,
		"empty":   "",
		"zeros":   "\x00\x00\x00",
		"other":   `[1,2]`,
		"newer":   `{"version":99}`,
		"doubled": `{"version":1}{"version":1}`,
	} {
		path := filepath.Join(t.TempDir(), "state.json")
		os.WriteFile(path, []byte(content), 0o600)
		s, st, err := Open(path)
		var damaged *Damaged
		if !errors.As(err, &damaged) || s == nil || st.Selection.Len() != 0 {
			t.Errorf("%s: store %v, error %v", name, s, err)
			continue
		}
		if kept, _ := os.ReadFile(damaged.Kept); string(kept) != content {
			t.Errorf("%s: kept %q", name, kept)
		}
		mustSave(t, s, 1, with("甲"))
		if _, back := mustOpen(t, path); texts(back) != "甲" {
			t.Errorf("%s: the file holds %s", name, texts(back))
		}
	}
}

func TestAFileDamagedOrDeletedWhileTheProgramRunsIsWrittenWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.json")
	s, _ := mustOpen(t, path)
	mustSave(t, s, 1, with("甲"))
	os.WriteFile(path, []byte("{"), 0o600)
	var damaged *Damaged
	if err := s.Save(2, with("甲", "乙")); !errors.As(err, &damaged) {
		t.Errorf("no word of the damage: %v", err)
	}
	if _, back := mustOpen(t, path); texts(back) != "甲 乙" {
		t.Errorf("the file holds %s", texts(back))
	}
	os.Remove(path)
	mustSave(t, s, 3, with("甲", "乙", "丙"))
	if _, back := mustOpen(t, path); texts(back) != "甲 乙 丙" {
		t.Errorf("the file holds %s", texts(back))
	}
}

func TestWhatCannotBeWrittenIsTriedAgainWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "in", "state.json")
	s, _ := mustOpen(t, path)
	os.WriteFile(filepath.Join(dir, "in"), nil, 0o600) // a file where the folder should be
	if err := s.Save(1, with("甲")); err == nil {
		t.Fatal("saved into a file as if it were a folder")
	}
	os.Remove(filepath.Join(dir, "in"))
	mustSave(t, s, 2, with("甲", "乙"))
	if _, back := mustOpen(t, path); texts(back) != "甲 乙" {
		t.Errorf("the file holds %s", texts(back))
	}
}

func TestAStateThatCannotBeReadIsLeftAlone(t *testing.T) {
	path := t.TempDir() // a folder
	if s, _, err := Open(path); s != nil || err == nil {
		t.Errorf("opened a folder: %v", err)
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder is gone")
	}
}

func TestOnlyTheLatestPlacesAreKept(t *testing.T) {
	places := make(map[string]Place)
	for i := range MaxPlaces + 10 {
		places[fmt.Sprint(i)] = Place{Read: time.Unix(int64(i), 0)}
	}
	merged := Merge(State{}, State{Places: places}, State{Places: map[string]Place{"9": {Read: time.Unix(1e6, 0), Block: 7}}})
	if len(merged.Places) != MaxPlaces || merged.Places["9"].Block != 7 {
		t.Errorf("%d places, 9 at %+v", len(merged.Places), merged.Places["9"])
	}
	if _, there := merged.Places["5"]; there {
		t.Error("the oldest place was kept")
	}
}

func TestTheFolderOfTheStateCanBeChosen(t *testing.T) {
	env := func(string) string { return "/some/where" }
	if got := DefaultPath(env); got != filepath.Join("/some/where", "state.json") {
		t.Error(got)
	}
	if got := DefaultPath(func(string) string { return "" }); !strings.HasSuffix(got, filepath.Join("duidu", "state.json")) {
		t.Error(got)
	}
}

// Whatever a file holds, it is read or set aside; and what three lists hold
// comes out of their merging once each.
func FuzzParse(f *testing.F) {
	good, _ := json.Marshal(Merge(State{}, with("甲"), State{}))
	f.Add(good, "甲 乙", "乙 丙", "丙 甲")
	f.Add([]byte(`{"version":1,"places":{"a":null},"marks":null}`), "", "a a", "b")
	f.Fuzz(func(t *testing.T, data []byte, base, mine, theirs string) {
		st, err := parse(data)
		if err == nil && st.Version != Version {
			t.Errorf("took version %d", st.Version)
		}
		b, m, o := with(strings.Fields(base)...), with(strings.Fields(mine)...), with(strings.Fields(theirs)...)
		merged := Merge(b, m, o)
		seen := make(map[string]bool)
		for _, it := range merged.Selection.Items {
			if seen[it.ID()] || !m.Selection.Contains(it.ID()) && !o.Selection.Contains(it.ID()) {
				t.Errorf("%q stands twice or comes from nowhere", it.ID())
			}
			seen[it.ID()] = true
		}
		for _, it := range m.Selection.Items {
			if !b.Selection.Contains(it.ID()) && !seen[it.ID()] {
				t.Errorf("my new %q is lost", it.ID())
			}
		}
	})
}

func BenchmarkSave(b *testing.B) {
	s, st := mustOpen(b, filepath.Join(b.TempDir(), "state.json"))
	for i := range 200 {
		st.Selection = st.Selection.Add(take.Item{At: &take.Spot{Start: i}, Kind: take.ItemSection, Text: strings.Repeat("全年开展协商活动十二次。", 40)})
	}
	n := 0
	for b.Loop() {
		n++
		mustSave(b, s, n, st)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "state.json")
	s, st := mustOpen(b, path)
	for i := range 200 {
		st.Selection = st.Selection.Add(take.Item{At: &take.Spot{Start: i}, Kind: take.ItemSection, Text: strings.Repeat("全年开展协商活动十二次。", 40)})
	}
	mustSave(b, s, 1, st)
	for b.Loop() {
		mustOpen(b, path)
	}
}
