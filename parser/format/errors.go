package format

import "strings"

// ErrorKind sorts what can keep a file from being read, so that callers can
// word it in their reader's language.
type ErrorKind string

const (
	NotFound          ErrorKind = "not-found"
	Permission        ErrorKind = "permission"
	NotRegular        ErrorKind = "not-regular" // a device, FIFO or socket
	LinkLoop          ErrorKind = "link-loop"   // a link that leads to itself
	TooLarge          ErrorKind = "too-large"
	Empty             ErrorKind = "empty"
	NotText           ErrorKind = "not-text"
	UnsupportedFormat ErrorKind = "unsupported-format"
	UnknownEncoding   ErrorKind = "unknown-encoding"
	NoTextLayer       ErrorKind = "no-text-layer" // a PDF of pictures
	NoCharacters      ErrorKind = "no-characters" // a PDF whose fonts don't say what their signs are
	Damaged           ErrorKind = "damaged"       // cut off, or not what its head says
	Locked            ErrorKind = "locked"        // asks for a password
	ReadFailed        ErrorKind = "read-failed"   // the system's word is in Err
	BadAddress        ErrorKind = "bad-address"   // http:// with nothing behind it
	Unreachable       ErrorKind = "unreachable"   // nobody answers at an address, or not to the end
	NoPage            ErrorKind = "no-page"       // an answer, but no page: the status is the detail
	PageTooLarge      ErrorKind = "page-too-large"
	TooSlow           ErrorKind = "too-slow"
	RedirectLoop      ErrorKind = "redirect-loop" // sent on too often, or to what is no page
)

// Error says why one path could not be read. Detail is what was found, for
// programs: a size in bytes (TooLarge; what was read of a stream), a format
// or encoding (UnsupportedFormat, NotText), a kind of file (NotRegular).
type Error struct {
	Path   string
	Kind   ErrorKind
	Detail string
	Err    error
}

// Error returns one line in Chinese: what, why, and what to do about it.
func (e *Error) Error() string {
	detail := e.Detail
	if name, ok := FormatNames[detail]; ok {
		detail = name
	}
	what := "无法读取 " + e.Path + "："
	if e.Path == "" {
		what = ""
	}
	reason := Reasons[e.Kind]
	if e.Kind == UnsupportedFormat && advice[e.Detail] != "" {
		reason = advice[e.Detail]
	}
	what += strings.ReplaceAll(reason, "{}", detail)
	if e.Kind == ReadFailed && e.Err != nil {
		return what + "（" + e.Err.Error() + "）"
	}
	return what
}

// Unwrap returns what the system said, if it was asked.
func (e *Error) Unwrap() error { return e.Err }

// Reasons must have an entry for every kind; {} stands for the detail.
var Reasons = map[ErrorKind]string{
	NotFound:          "没有这个文件或文件夹，请检查路径",
	Permission:        "没有读取权限，请修改权限或换一个位置",
	NotRegular:        "它是{}，不是普通文件；若要读取管道内容，请用 - 从标准输入读入",
	LinkLoop:          "这个链接绕回了自己，请改用它本来要指的文件",
	TooLarge:          "内容有 {} 字节，一份文件最多 64 MB；请拆分，或只另存其中的正文",
	Empty:             "文件里没有文字，请检查是否下载或保存完整",
	NotText:           "内容不是文字（{}），若本是报告，请另存为 .txt 再打开",
	UnsupportedFormat: "还不能读取{}，请在原来的程序里另存为 .docx 或 .txt 再打开",
	UnknownEncoding:   "不认识编码 {}，可用 utf-8、gb18030、big5、utf-16le、utf-16be",
	NoTextLayer:       "这份文件只有图片没有文字（多为扫描件），请先做文字识别（OCR），或另找文字版",
	NoCharacters:      "这份文件的字体没有文字对照表，取不出文字，请找它的 .docx 或网页版，或做文字识别（OCR）",
	Damaged:           "{}不完整或已损坏，请重新下载；若在原来的程序里还能打开，请另存为 .txt 再读",
	Locked:            "{}有密码保护，请在原来的程序里去掉密码后另存",
	ReadFailed:        "读取中断，请重试",
	BadAddress:        "这不是完整的网址，请连同 http:// 或 https:// 一起重新复制",
	Unreachable:       "连不上 {}，或没有传完，请检查网址和网络，或在浏览器里另存网页再打开",
	NoPage:            "网站没有给出网页（状态 {}），请在浏览器里打开核对网址，或另存网页再打开",
	PageTooLarge:      "网页有 {} 字节，最多 20 MB，请在浏览器里另存其中的正文",
	TooSlow:           "{} 超过 30 秒没有传完，请稍后再试，或在浏览器里另存网页再打开",
	RedirectLoop:      "{} 一再转到别处，取不到网页，请在浏览器里打开后复制最后的网址",
}

// advice is what to do with formats that no program saves as text.
var advice = map[string]string{
	"zip": unpack, "rar": unpack, "7z": unpack, "gzip": unpack, "bzip2": unpack, "xz": unpack, "zstd": unpack, "tar": unpack,
	"png": recognise, "jpeg": recognise, "gif": recognise, "bmp": recognise, "tiff": recognise, "webp": recognise, "djvu": recognise,
	"program": another, "sqlite": another,
}

const (
	unpack    = "{}不能直接读取，请先解压，再打开其中的报告"
	recognise = "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开"
	another   = "{}不是报告，请检查路径"
)

// FormatNames has a name for every detail that is no number.
var FormatNames = map[string]string{
	Compound:  "旧式复合文档（里面不是 Word 或 WPS 的文字）",
	DOC:       "Word 或 WPS 文档（.doc、.wps）",
	"word6":   "Word 6 或 Word 95 的文档",
	"works":   "微软 Works 的文档（.wps）",
	"xls":     "电子表格（.xls、.et）",
	"ppt":     "演示文稿（.ppt、.dps）",
	"vsd":     "Visio 绘图",
	"hwp":     "韩文 HWP 文档",
	"msg":     "Outlook 邮件",
	WordXML:   "Word XML 文档",
	EPUB:      "电子书（.epub）",
	HTML:      "网页（.html）",
	DOCX:      "Word 文档（.docx）",
	PDF:       "PDF 文档",
	MHTML:     "整页存档（.mhtml）",
	RTF:       "RTF 文档",
	"odt":     "OpenDocument 文档（.odt）",
	OFD:       "OFD 版式文档",
	"xlsx":    "电子表格（.xlsx）",
	"pptx":    "演示文稿（.pptx）",
	"zip":     "zip 压缩包",
	"rar":     "rar 压缩包",
	"7z":      "7z 压缩包",
	"gzip":    "gzip 压缩包",
	"bzip2":   "bzip2 压缩包",
	"xz":      "xz 压缩包",
	"zstd":    "zstd 压缩包",
	"tar":     "tar 压缩包",
	"png":     "png 图片",
	"jpeg":    "jpeg 图片",
	"gif":     "gif 图片",
	"bmp":     "bmp 图片",
	"tiff":    "tiff 图片",
	"webp":    "webp 图片",
	"djvu":    "DjVu 扫描件",
	"program": "程序文件",
	"sqlite":  "数据库文件",
	"binary":  "二进制数据",
	"folder":  "文件夹",
	"pipe":    "管道",
	"socket":  "套接字",
	"device":  "设备",
	"special": "特殊文件",
}
