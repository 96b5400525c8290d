//go:build !windows

package cli

import "syscall"

// What the system says when a disk is full or a pipe has no reader.
var (
	errDiskFull    error = syscall.ENOSPC
	errNobodyReads error = syscall.EPIPE
)
