//go:build !windows

package lang

import "syscall"

// systemCauses are what is said of the errors of Unix.
func (f *Files) systemCauses() []cause {
	return []cause{
		{f.Full, []error{syscall.ENOSPC, syscall.EDQUOT}},
		{f.ReadOnly, []error{syscall.EROFS}},
		{f.TooLong, []error{syscall.ENAMETOOLONG}},
		{f.NotFolder, []error{syscall.ENOTDIR}},
		{f.Busy, []error{syscall.EBUSY, syscall.ETXTBSY}},
	}
}
