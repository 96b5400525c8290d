package parsertest

import (
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// usage is the time worked outside of the kernel and inside.
func usage(t testing.TB) (user, system time.Duration) {
	var made, ended, inKernel, outside windows.Filetime
	if err := windows.GetProcessTimes(windows.CurrentProcess(), &made, &ended, &inKernel, &outside); err != nil {
		t.Fatal(err)
	}
	return span(outside), span(inKernel)
}

// span is a length of time that Windows counts in units of 100 ns. Filetime's own
// conversion would take it for a date.
func span(f windows.Filetime) time.Duration {
	return time.Duration(int64(f.HighDateTime)<<32|int64(f.LowDateTime)) * 100
}
