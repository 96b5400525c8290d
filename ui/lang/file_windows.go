package lang

import "golang.org/x/sys/windows"

// systemCauses are what is said of the errors of Windows.
func (f *Files) systemCauses() []cause {
	return []cause{
		{f.Full, []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}},
		{f.ReadOnly, []error{windows.ERROR_WRITE_PROTECT}},
		{f.TooLong, []error{windows.ERROR_FILENAME_EXCED_RANGE}},
		{f.NotFolder, []error{windows.ERROR_DIRECTORY}},
		{f.Busy, []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_USER_MAPPED_FILE}},
		{f.BadName, []error{windows.ERROR_INVALID_NAME}},
	}
}
