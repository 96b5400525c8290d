//go:build !unix

package ui

// canSuspend is false where programs can't be suspended.
func canSuspend() bool { return false }
