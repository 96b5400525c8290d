//go:build unix

package parsertest

import (
	"syscall"
	"testing"
	"time"
)

// usage is the time worked outside of the kernel and inside.
func usage(t testing.TB) (user, system time.Duration) {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano()), time.Duration(used.Stime.Nano())
}
