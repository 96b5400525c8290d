//go:build unix && !solaris && !aix

package state

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// ErrBusy tells that another program held the lock for too long.
var ErrBusy = errors.New("another program is writing the state")

// lockPatience is how long to wait for a lock; a program holds it for as
// long as it takes to write a small file.
const lockPatience = 2 * time.Second

// lock takes the lock of a file and returns what gives it back.
func lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for until := time.Now().Add(lockPatience); ; time.Sleep(10 * time.Millisecond) {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return func() { f.Close() }, nil
		case errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.ENOLCK):
			// A file system without locks: writing unlocked is still atomic,
			// and better than not at all.
			return func() { f.Close() }, nil
		case !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR):
			f.Close()
			return nil, err
		case time.Now().After(until):
			f.Close()
			return nil, ErrBusy
		}
	}
}
