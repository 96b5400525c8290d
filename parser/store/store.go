// Package store keeps on disk what was read of reports: summaries, texts and
// figures, by the content of the file and the version of the program. It is
// a cache and nothing else: what is damaged, of another version or held by
// another program is not believed but read again from the files, and a store
// that can't be written is done without.
package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// schema is the version of the form in which things are kept. It changes
// whenever the form of a part does.
const schema = "3"

// Key names a reading: the same file read by the same program.
type Key [16]byte

// KeyOf makes the key of a file's content. beside is whatever else the reading
// depends on.
func KeyOf(content []byte, beside string) Key {
	h := sha256.New()
	fmt.Fprintf(h, "%d %s", len(beside), beside)
	h.Write(content)
	return Key(h.Sum(nil)[:len(Key{})])
}

// Ref leads to a report that is kept.
type Ref struct {
	id  uint64
	key Key
}

// RefTo leads to the report of a key once it is written.
func RefTo(key Key) Ref { return Ref{key: key} }

// Store is a store on disk. The file is opened when it is first needed and
// closed when it is not for a while, so that other programs get their turn.
// All methods may be called from several goroutines.
type Store struct {
	file, version string
	maxBytes      int64

	mu       sync.RWMutex // for reading while a transaction lasts, for writing to open and close
	db       *bolt.DB
	writable bool
	restless time.Time // until then the file is not tried again
	uses     atomic.Int64

	queue queue
	told  atomic.Pointer[trouble]
}

const (
	// idleTime is how long a file that nobody reads stays open.
	idleTime = 300 * time.Millisecond
	// readWait and writeWait are how long another program is waited for:
	// the first holds up a screen, the second nobody.
	readWait  = 100 * time.Millisecond
	writeWait = 2 * time.Second
	// restTime is how long a file that could not be opened is left alone.
	restTime = 3 * time.Second
	// maxStore bounds the file, in bytes; beyond it the store begins anew.
	maxStore = 16 << 30
)

var errAbsent = errors.New("no store")

// New returns the store in a file. version names the program and all that
// its readings depend on; what another version kept is not used. Nothing is
// opened yet.
func New(file, version string) *Store {
	s := &Store{file: file, version: schema + " " + version, maxBytes: maxStore}
	s.queue.init()
	return s
}

// trouble is why a store is not used as it should be.
type trouble struct {
	locked bool // another program holds it
	err    error
}

// Trouble is why the store could not be read or written, nil if it could:
// the first that happened. locked tells that another program held it.
func (s *Store) Trouble() (locked bool, err error) {
	if t := s.told.Load(); t != nil {
		return t.locked, t.err
	}
	return false, nil
}

func (s *Store) tell(err error) {
	s.told.CompareAndSwap(nil, &trouble{errors.Is(err, bolterrors.ErrTimeout), err})
}

// view runs f on what is kept. A fault of the file, which may be damaged in
// any way, ends the store and not the program.
func (s *Store) view(f func(*bolt.Tx) error) error {
	err := s.tryView(f)
	if errors.Is(err, errDamaged) {
		s.discard()
	}
	return err
}

func (s *Store) tryView(f func(*bolt.Tx) error) (err error) {
	s.mu.RLock()
	if s.db == nil {
		s.mu.RUnlock()
		if !s.openToRead() {
			return errAbsent
		}
		s.mu.RLock()
	}
	defer s.mu.RUnlock()
	if s.db == nil {
		return errAbsent
	}
	defer caught(&err)()
	s.uses.Add(1)
	return s.db.View(f)
}

// caught makes a fault while the mapped file is read an error; its result is
// to be deferred. Damage can lead anywhere, also outside of the file.
func caught(err *error) func() {
	old := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(old)
		if fault := recover(); fault != nil {
			*err = fmt.Errorf("%w: %v", errDamaged, fault)
		}
	}
}

// openToRead opens the file so that others may read it as well.
func (s *Store) openToRead() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		return true
	}
	if time.Now().Before(s.restless) {
		return false
	}
	db, err := s.open(true, readWait)
	if err != nil {
		s.restless = time.Now().Add(restTime)
		if errors.Is(err, bolterrors.ErrTimeout) {
			s.tell(err)
		}
		return false // one that is damaged is removed by who writes
	}
	s.db, s.writable = db, false
	go s.closeIdle(db)
	return true
}

// open opens the file if it is whole and of this version. Both are looked
// at with the lock held.
func (s *Store) open(readOnly bool, wait time.Duration) (db *bolt.DB, err error) {
	if err := checkLength(s.file); err != nil && !(errors.Is(err, os.ErrNotExist) && !readOnly) {
		return nil, err
	}
	defer caught(&err)()
	db, err = bolt.Open(s.file, 0o600, &bolt.Options{
		// Without waiting for the disk: what a power cut leaves half written
		// is found by its sums, and what is lost is read again.
		NoSync:  true,
		Timeout: wait, ReadOnly: readOnly, FreelistType: bolt.FreelistMapType, MaxSize: int(s.maxBytes), NoStatistics: true,
	})
	if err != nil {
		if !errors.Is(err, bolterrors.ErrTimeout) && !isSystem(err) {
			err = fmt.Errorf("%w: %v", errDamaged, err)
		}
		return nil, err
	}
	err = checkLength(s.file) // it may have changed while the lock was waited for
	if err == nil {
		err = s.settle(db, readOnly)
	}
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// isSystem tells whether an error is the system's and not the file's.
func isSystem(err error) bool {
	var path *os.PathError
	return errors.As(err, &path)
}

var errOtherVersion = errors.New("of another version")

var (
	metaBucket = []byte("meta")
	versionKey = []byte("version")
)

// settle checks the version of a file, and lays out one that is new.
func (s *Store) settle(db *bolt.DB, readOnly bool) error {
	isNew := false
	err := db.View(func(tx *bolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if isNew = meta == nil; isNew {
			first, _ := tx.Cursor().First()
			isNew = first == nil
		}
		if meta == nil || string(meta.Get(versionKey)) != s.version {
			return errOtherVersion
		}
		return nil
	})
	if isNew && !readOnly {
		return db.Update(s.create)
	}
	return err
}

// closeIdle closes the file once it has not been read for a while.
func (s *Store) closeIdle(db *bolt.DB) {
	last := int64(-1)
	for {
		time.Sleep(idleTime)
		if now := s.uses.Load(); now != last {
			last = now
			continue
		}
		s.mu.Lock()
		if s.db == db && !s.writable {
			s.close()
		}
		s.mu.Unlock()
		return
	}
}

// close closes the file; s.mu is held.
func (s *Store) close() {
	if s.db != nil {
		_ = s.db.Close()
		s.db, s.writable = nil, false
	}
}

// discard ends a damaged store; it is made anew.
func (s *Store) discard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.close()
	_ = os.Remove(s.file)
}

// File is the path of the store.
func (s *Store) File() string { return s.file }

// Size is how large the store is and how many reports of this version it
// keeps; 0 for both when there is none.
func (s *Store) Size() (bytes int64, reports int) {
	if st, err := os.Stat(s.file); err == nil {
		bytes = st.Size()
	}
	_ = s.view(func(tx *bolt.Tx) error {
		if b := tx.Bucket(keysBucket); b != nil {
			reports = b.Stats().KeyN
		}
		return nil
	})
	return bytes, reports
}

// Clear removes the store. One that another program holds stays.
func (s *Store) Clear() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.close()
	if _, err := os.Stat(s.file); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	db, err := bolt.Open(s.file, 0o600, &bolt.Options{Timeout: readWait})
	if errors.Is(err, bolterrors.ErrTimeout) {
		s.tell(err)
		return err
	}
	if err != nil {
		return os.Remove(s.file) // it is no store
	}
	defer db.Close()
	if os.Remove(s.file) == nil {
		return nil
	}
	// Windows removes no file that is open.
	if err := db.Close(); err != nil {
		return err
	}
	return os.Remove(s.file)
}

// folder makes the folder of the file.
func (s *Store) folder() error { return os.MkdirAll(filepath.Dir(s.file), 0o700) }
