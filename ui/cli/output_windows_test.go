package cli

import "golang.org/x/sys/windows"

// What Windows says when a disk is full or a pipe has no reader.
var (
	errDiskFull    error = windows.ERROR_DISK_FULL
	errNobodyReads error = windows.ERROR_NO_DATA
)
