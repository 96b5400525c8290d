//go:build unix

package ui

import (
	"os"

	"golang.org/x/sys/unix"
)

// canSuspend tells whether a shell waits behind the program. A terminal
// window that runs it alone would ignore the stop, and the program would
// wait for ever to be woken.
func canSuspend() bool {
	own, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	parent, err := unix.Getsid(os.Getppid())
	return err == nil && own == parent
}
