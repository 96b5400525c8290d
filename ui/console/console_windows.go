package console

import (
	"os"

	"golang.org/x/sys/windows"
)

// Keyboard is the file that keys come from when standard input is something else.
const Keyboard = "CONIN$"

// Prepare makes those of the files that are consoles understand control
// sequences, which Windows leaves to each program. It returns what sets them
// back. ErrLegacy: at least one can't.
func Prepare(files ...*os.File) (restore func(), err error) {
	type was struct {
		console windows.Handle
		mode    uint32
	}
	var changed []was
	for _, f := range files {
		console := windows.Handle(f.Fd())
		var mode uint32
		if windows.GetConsoleMode(console, &mode) != nil {
			continue // a file or a pipe
		}
		wanted := mode | windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
		if wanted == mode {
			continue
		}
		if windows.SetConsoleMode(console, wanted) != nil {
			err = ErrLegacy
			continue
		}
		changed = append(changed, was{console, mode})
	}
	return func() {
		for _, w := range changed {
			_ = windows.SetConsoleMode(w.console, w.mode)
		}
	}, err
}
