//go:build unix

package store_test

import (
	"os/signal"
	"syscall"
)

// limitFiles makes writing beyond n bytes of a file fail, as on a full disk.
func limitFiles(n uint64) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}
