package parsertest

import (
	"syscall"
	"testing"
	"time"
)

// Worked is how long this process has computed so far, on all processors
// together. Tests that bound a time bound this: how long something takes also
// depends on who else uses the machine.
func Worked(t testing.TB) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
