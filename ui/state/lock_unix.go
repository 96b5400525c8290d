//go:build unix && !solaris && !aix

package state

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes the lock of a file, for this opening of it alone.
func tryLock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK), errors.Is(err, syscall.EINTR):
		return errHeld
	case errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK):
		return errNoLocks
	}
	return err
}
