package lang

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// Files are the words for what goes wrong with files.
type Files struct {
	Denied, Missing, Full, ReadOnly, TooLong, NotFolder, Folder, Odd, Busy string
}

func chineseFiles() Files {
	return Files{
		Denied: "没有写入权限", Missing: "文件夹不存在", Full: "磁盘已满", ReadOnly: "磁盘是只读的",
		TooLong: "名称太长", NotFolder: "路径中有一段不是文件夹", Folder: "这是文件夹，请写上文件名", Odd: "不是普通文件", Busy: "文件正被占用",
	}
}

func englishFiles() Files {
	return Files{
		Denied: "no permission to write", Missing: "the folder does not exist", Full: "the disk is full", ReadOnly: "the disk is read-only",
		TooLong: "the name is too long", NotFolder: "a part of the path is no folder", Folder: "that is a folder: add the name of a file", Odd: "not a regular file", Busy: "the file is in use",
	}
}

// Cause is why a file could not be read or written, in a few words and
// without the names that the system puts around it.
func (f *Files) Cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return f.Denied
	case errors.Is(err, fs.ErrNotExist):
		return f.Missing
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return f.Full
	case errors.Is(err, syscall.EROFS):
		return f.ReadOnly
	case errors.Is(err, syscall.ENAMETOOLONG):
		return f.TooLong
	case errors.Is(err, syscall.ENOTDIR):
		return f.NotFolder
	case errors.Is(err, syscall.EISDIR):
		return f.Folder
	case errors.Is(err, syscall.EBUSY), errors.Is(err, syscall.ETXTBSY):
		return f.Busy
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
