package state

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"duidu/model/take"
	"duidu/ui/whole"
)

// DefaultPath is where the state is kept: DUIDU_STATE_DIR, else the folder
// that XDG names for it.
func DefaultPath(getenv func(string) string) string {
	if dir := getenv("DUIDU_STATE_DIR"); dir != "" {
		return filepath.Join(dir, "state.json")
	}
	return filepath.Join(xdg.StateHome, "duidu", "state.json")
}

// Damaged tells that the file could not be understood and was set aside.
type Damaged struct {
	Kept string // where it is now
	Err  error  // what is wrong with it
}

func (d *Damaged) Error() string {
	return fmt.Sprintf("damaged state kept as %s: %v", d.Kept, d.Err)
}

// Unwrap gives what is wrong with the file.
func (d *Damaged) Unwrap() error { return d.Err }

// Store is the file of one running program.
type Store struct {
	path string
	now  func() time.Time

	mu     sync.Mutex
	base   State // as this program last wrote or read it
	number int   // of the newest state written
}

// Path is where the state is kept.
func (s *Store) Path() string { return s.path }

// Open reads the state. A *Damaged error leaves a store to work with and an
// empty state; with any other error the state can't be kept at all and the
// store is nil. A file that is not there is an empty state.
func Open(path string) (*Store, State, error) {
	s := &Store{path: path, now: time.Now}
	kept, err := s.read()
	var damaged *Damaged
	if err != nil && !errors.As(err, &damaged) {
		return nil, State{}, err
	}
	s.base = kept
	// The caller's own copy: what it changes must not change what it is
	// compared with.
	kept.Places, kept.Wishes = maps.Clone(kept.Places), maps.Clone(kept.Wishes)
	return s, kept, err
}

// Save writes what changed since the last state this program saved. Numbers
// rise with the age of the program: of two states on their way at once the
// older is dropped. On error nothing is lost: the next Save tries again
// with all of it. A *Damaged error tells that the file had to be set aside
// and that the state was written nevertheless.
func (s *Store) Save(number int, mine State) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number <= s.number {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	unlock, err := lock(s.path + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	theirs, err := s.read()
	var damaged *Damaged
	if err != nil && !errors.As(err, &damaged) {
		return err
	}
	base := s.base
	if theirs.Version == 0 {
		base = State{} // nothing is there any more: write all, not only what changed
	}
	data, err := json.Marshal(Merge(base, mine, theirs))
	if err != nil {
		return err
	}
	// 0600: what somebody reads and selects is nobody else's business.
	if err := whole.Write(s.path, append(data, '\n'), 0o600); err != nil {
		return err
	}
	s.base, s.number = mine, number
	if damaged != nil {
		return damaged
	}
	return nil
}

// Corrections reads what was set right by hand out of the state at a path. It
// changes nothing; without a file there is nothing.
func Corrections(path string) (take.Corrections, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	kept, err := parse(data)
	return kept.Corrections, err
}

// read reads the file; what can't be understood is set aside. Without a
// file it is the zero State, which no file holds.
func (s *Store) read() (State, error) {
	data, err := os.ReadFile(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return State{}, nil
	}
	if err != nil {
		return State{}, err
	}
	kept, err := parse(data)
	if err == nil {
		return kept, nil
	}
	aside := s.path + s.now().Format(".damaged-20060102-150405")
	if moved := os.Rename(s.path, aside); moved != nil {
		return State{}, moved
	}
	return State{}, &Damaged{Kept: aside, Err: err}
}

// parse reads a state that this or an earlier version wrote.
func parse(data []byte) (State, error) {
	var st State
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&st); err != nil {
		return State{}, err
	}
	if d.More() {
		return State{}, errors.New("more than one value")
	}
	if st.Version < 1 || st.Version > Version {
		return State{}, fmt.Errorf("version %d", st.Version)
	}
	return st, nil
}
