package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"duidu/ui/whole"
	"duidu/ui/write"
)

// Files are the words for what goes wrong with files.
type Files struct {
	Denied, Missing, Full, ReadOnly, TooLong, NotFolder, Folder, Odd, Busy, BadName string
	NoFormatF                                                                       string // suffix, suffixes that can be written
}

func chineseFiles() Files {
	return Files{
		Denied: "没有写入权限", Missing: "文件夹不存在", Full: "磁盘已满", ReadOnly: "磁盘是只读的",
		TooLong: "名称太长", NotFolder: "路径中有一段不是文件夹", Folder: "这是文件夹，请写上文件名", Odd: "不是普通文件", Busy: "文件正被占用",
		BadName:   `Windows 不允许这样的文件名：不能含有 < > : " | ? *，不能以点或空格结尾，也不能叫 CON、NUL、COM1 等`,
		NoFormatF: "不能写成 %s 文件，可以写 %s",
	}
}

func englishFiles() Files {
	return Files{
		Denied: "no permission to write", Missing: "the folder does not exist", Full: "the disk is full", ReadOnly: "the disk is read-only",
		TooLong: "the name is too long", NotFolder: "a part of the path is no folder", Folder: "that is a folder: add the name of a file", Odd: "not a regular file", Busy: "the file is in use",
		BadName:   `Windows takes no such file name: none with < > : " | ? *, none that ends in a dot or a space, and no CON, NUL, COM1 …`,
		NoFormatF: "%s files are not written here, only %s",
	}
}

// cause is what is said of errors that mean the same.
type cause struct {
	text   string
	errors []error
}

// causes are what is said of errors, first match first. What Windows calls them
// comes before what Go takes it for: a file that somebody else has open is none
// without permission.
func (f *Files) causes() []cause {
	return append(f.systemCauses(), []cause{
		{f.BadName, []error{whole.ErrName}},
		{f.Denied, []error{fs.ErrPermission}},
		{f.Missing, []error{fs.ErrNotExist}},
		{f.Folder, []error{syscall.EISDIR}}, // also of our own making, on every system
	}...)
}

// Cause is why a file could not be read or written, in a few words and
// without the names that the system puts around it.
func (f *Files) Cause(err error) string {
	for _, c := range f.causes() {
		for _, known := range c.errors {
			if errors.Is(err, known) {
				return c.text
			}
		}
	}
	var format *write.NoFormat
	if errors.As(err, &format) {
		return fmt.Sprintf(f.NoFormatF, format.Suffix, format.Suffixes())
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}
