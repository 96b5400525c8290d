package whole

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isHeld tells whether an error says that somebody else has the file open.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
		errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
