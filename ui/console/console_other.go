//go:build !windows

package console

import "os"

// Keyboard is the file that keys come from when standard input is something else.
const Keyboard = "/dev/tty"

// Prepare has nothing to do where terminals understand control sequences by
// themselves; TERM=dumb says of one that it does not.
func Prepare(...*os.File) (restore func(), err error) { return func() {}, nil }
