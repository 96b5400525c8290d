package parser

import "strings"

// ErrorKind sorts what can keep a file from being read, so that callers can
// word it in their reader's language.
type ErrorKind string

const (
	NotFound          ErrorKind = "not-found"
	Permission        ErrorKind = "permission"
	NotRegular        ErrorKind = "not-regular" // a device, FIFO or socket
	TooLarge          ErrorKind = "too-large"
	Empty             ErrorKind = "empty"
	NotText           ErrorKind = "not-text"
	UnsupportedFormat ErrorKind = "unsupported-format"
	ReadFailed        ErrorKind = "read-failed" // the system's word is in Err
)

// Error says why one path could not be read. Detail is what was found: a
// size in bytes, a format's name. It is data for the message, not a message.
type Error struct {
	Path   string
	Kind   ErrorKind
	Detail string
	Err    error
}

// Error returns one line in Chinese: what, why, and what to do about it.
func (e *Error) Error() string {
	what := "无法读取 " + e.Path + "：" + strings.ReplaceAll(reasons[e.Kind], "{}", e.Detail)
	if e.Kind == ReadFailed && e.Err != nil {
		return what + "（" + e.Err.Error() + "）"
	}
	return what
}

// Unwrap returns what the system said, if it was asked.
func (e *Error) Unwrap() error { return e.Err }

// reasons must have an entry for every kind; {} stands for the detail.
var reasons = map[ErrorKind]string{
	NotFound:          "没有这个文件或文件夹，请检查路径",
	Permission:        "没有读取权限，请修改权限或换一个位置",
	NotRegular:        "它是{}，不是普通文件；若要读取管道内容，请用 - 从标准输入读入",
	TooLarge:          "文件有 {} 字节，超过上限；请拆分，或只另存其中的正文",
	Empty:             "文件里没有文字，请检查是否下载或保存完整",
	NotText:           "内容不是文字（{}），请另存为 .txt 再打开",
	UnsupportedFormat: "还不能读取{}，请在原来的程序里另存为 .txt（UTF-8）再打开",
	ReadFailed:        "读取中断，请重试",
}
