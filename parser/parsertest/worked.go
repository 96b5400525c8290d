package parsertest

import (
	"testing"
	"time"
)

// Worked is how long this process has kept the processors busy so far, on all
// of them together. Tests that bound a time bound this: how long something takes
// also depends on who else uses the machine.
func Worked(t testing.TB) time.Duration {
	user, system := usage(t)
	return user + system
}

// Computed is the part of it outside of the kernel. Tests of growth compare this:
// memory that the kernel hands out for the first time costs many times what
// writing to it does, and whether it is the first time is chance.
func Computed(t testing.TB) time.Duration {
	user, _ := usage(t)
	return user
}
