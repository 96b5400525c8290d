package state

import (
	"errors"
	"os"
	"time"
)

// ErrBusy tells that another program held the lock for too long.
var ErrBusy = errors.New("another program is writing the state")

// lockPatience is how long to wait for a lock; a program holds it for as
// long as it takes to write a small file.
const lockPatience = 2 * time.Second

// Answers of tryLock.
var (
	errHeld    = errors.New("held by another program")
	errNoLocks = errors.New("no locks here")
)

// lock takes the lock of a file and returns what gives it back: closing the
// file, which the system does too for a program that is killed.
func lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for until := time.Now().Add(lockPatience); ; time.Sleep(10 * time.Millisecond) {
		err = tryLock(f)
		switch {
		case err == nil, errors.Is(err, errNoLocks):
			// Where there are no locks, writing unlocked is still atomic, and
			// better than not at all.
			return func() { f.Close() }, nil
		case !errors.Is(err, errHeld):
			f.Close()
			return nil, err
		case time.Now().After(until):
			f.Close()
			return nil, ErrBusy
		}
	}
}
