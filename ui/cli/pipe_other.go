//go:build !windows

package cli

import (
	"errors"
	"syscall"
)

// isClosedPipe tells whether an error says that nobody reads any more.
func isClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
