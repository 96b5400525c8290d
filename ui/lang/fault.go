package lang

import (
	"errors"
	"fmt"
	"strings"

	"duidu/model"
)

// Faults are the words for why something could not be read.
type Faults struct {
	CantReadF string            // what, why
	Reasons   map[string]string // by kind; {} stands for what it speaks of
	Advice    map[string]string // for formats that can't be read, by format
	Formats   map[string]string
	LineF     string // number, reason
}

// FaultsFor returns the words of a language.
func FaultsFor(l Lang) Faults {
	if l == English {
		return englishFaults()
	}
	return chineseFaults()
}

// Error words an error: what could not be read, why, and what to do about
// it, in one line. Errors that say no kind say what they are themselves.
func (f *Faults) Error(err error) string {
	var faulty model.Faulty
	if !errors.As(err, &faulty) {
		return err.Error()
	}
	fault := faulty.Fault()
	reason := f.Reason(fault)
	switch {
	case reason == "":
		return err.Error()
	case fault.Path == "":
		return reason
	}
	return fmt.Sprintf(f.CantReadF, fault.Path, reason)
}

// Why is why, without the path that Error begins with.
func (f *Faults) Why(err error) string {
	var faulty model.Faulty
	if errors.As(err, &faulty) {
		if reason := f.Reason(faulty.Fault()); reason != "" {
			return reason
		}
	}
	return err.Error()
}

// Reason words why, without the path; empty for a kind without words.
func (f *Faults) Reason(fault model.Fault) string {
	reason := f.Reasons[fault.Kind]
	if reason == "" {
		return ""
	}
	if len(fault.Args) > 0 {
		if advice := f.Advice[fault.Args[0]]; advice != "" && fault.Kind == unsupported {
			reason = advice
		}
	}
	for _, arg := range fault.Args {
		if name, ok := f.Formats[arg]; ok {
			arg = name
		}
		reason = strings.Replace(reason, "{}", arg, 1)
	}
	if fault.Line > 0 {
		reason = fmt.Sprintf(f.LineF, fault.Line, reason)
	}
	if fault.Err != nil && fault.Kind == broken {
		reason += " (" + fault.Err.Error() + ")"
	}
	return reason
}

// Kinds whose words need more than their own.
const (
	unsupported = "unsupported-format"
	broken      = "read-failed"
)

func chineseFaults() Faults {
	return Faults{
		CantReadF: "无法读取 %s：%s", LineF: "第 %d 行：%s",
		Reasons: map[string]string{
			"not-found":               "没有这个文件或文件夹，请检查路径",
			"permission":              "没有读取权限，请修改权限或换一个位置",
			"not-regular":             "它是{}，不是普通文件；若要读取管道内容，请用 - 从标准输入读入",
			"link-loop":               "这个链接绕回了自己，请改用它本来要指的文件",
			"too-large":               "内容有 {} 字节，一份文件最多 256 MB；请拆分，或只另存其中的正文",
			"empty":                   "文件里没有文字，请检查是否下载或保存完整",
			"not-text":                "内容不是文字（{}），若本是报告，请另存为 .txt 再打开",
			"unsupported-format":      "还不能读取{}，请在原来的程序里另存为 .docx 或 .txt 再打开",
			"unknown-encoding":        "不认识编码 {}，可用 utf-8、gb18030、big5、utf-16le、utf-16be",
			"no-text-layer":           "这份文件只有图片没有文字（多为扫描件），请先做文字识别（OCR），或另找文字版",
			"no-characters":           "这份文件的字体没有文字对照表，取不出文字，请找它的 .docx 或网页版，或做文字识别（OCR）",
			"damaged":                 "{}不完整或已损坏，请重新下载；若在原来的程序里还能打开，请另存为 .txt 再读",
			"locked":                  "{}有密码保护，请在原来的程序里去掉密码后另存",
			"read-failed":             "读取中断，请重试",
			"bad-address":             "这不是完整的网址，请连同 http:// 或 https:// 一起重新复制",
			"unreachable":             "连不上 {}，或没有传完，请检查网址和网络，或在浏览器里另存网页再打开",
			"no-page":                 "网站没有给出网页（状态 {}），请在浏览器里打开核对网址，或另存网页再打开",
			"page-too-large":          "网页有 {} 字节，最多 20 MB，请在浏览器里另存其中的正文",
			"too-slow":                "{} 超过 30 秒没有传完，请稍后再试，或在浏览器里另存网页再打开",
			"redirect-loop":           "{} 一再转到别处，取不到网页，请在浏览器里打开后复制最后的网址",
			"catalogue-unread":        "指标目录读不出来，请检查 --catalogue 的路径",
			"catalogue-toml":          "不是有效的 TOML：{}",
			"catalogue-key":           "不认识的项 {}",
			"catalogue-theme":         "这个 [[theme]] 缺 id 或 name，或 id 重复",
			"catalogue-indicator":     "这个 [[indicator]] 缺 id 或 name，或 id 重复",
			"catalogue-no-theme":      "指标 {} 的主题 {} 不在 [[theme]] 中",
			"catalogue-no-words":      "指标 {} 缺 units 或 words",
			"catalogue-missing-theme": "缺 id 为 {} 的 [[theme]]",
			"catalogue-no-indicator":  "{} 中的 {} 不是指标",
			"catalogue-class":         "词 {} 里的 <{}> 不在 [class] 中",
			"catalogue-of-one":        "指标 {} 的 of_one 不认识 {}",
			"catalogue-weight":        "词 {} 的权重不是正整数",
			"internal":                "程序内部错误：{}",
		},
		Advice: map[string]string{
			"zip":     "{}不能直接读取，请先解压，再打开其中的报告",
			"rar":     "{}不能直接读取，请先解压，再打开其中的报告",
			"7z":      "{}不能直接读取，请先解压，再打开其中的报告",
			"gzip":    "{}不能直接读取，请先解压，再打开其中的报告",
			"bzip2":   "{}不能直接读取，请先解压，再打开其中的报告",
			"xz":      "{}不能直接读取，请先解压，再打开其中的报告",
			"zstd":    "{}不能直接读取，请先解压，再打开其中的报告",
			"tar":     "{}不能直接读取，请先解压，再打开其中的报告",
			"png":     "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"jpeg":    "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"gif":     "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"bmp":     "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"tiff":    "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"webp":    "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"djvu":    "{}里没有文字，请先做文字识别（OCR），再存为 .txt 打开",
			"program": "{}不是报告，请检查路径",
			"sqlite":  "{}不是报告，请检查路径",
		},
		Formats: map[string]string{
			"doc":     "Word 或 WPS 文档（.doc、.wps）",
			"wordxml": "Word XML 文档",
			"epub":    "电子书（.epub）",
			"word6":   "Word 6 或 Word 95 的文档",
			"works":   "微软 Works 的文档（.wps）",
			"xls":     "电子表格（.xls、.et）",
			"ppt":     "演示文稿（.ppt、.dps）",
			"vsd":     "Visio 绘图",
			"hwp":     "韩文 HWP 文档",
			"msg":     "Outlook 邮件",
			"ole":     "旧式复合文档（里面不是 Word 或 WPS 的文字）",
			"html":    "网页（.html）",
			"docx":    "Word 文档（.docx）",
			"pdf":     "PDF 文档",
			"mhtml":   "整页存档（.mhtml）",
			"rtf":     "RTF 文档",
			"odt":     "OpenDocument 文档（.odt）",
			"ofd":     "OFD 版式文档",
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
		},
	}
}

func englishFaults() Faults {
	return Faults{
		CantReadF: "can't read %s: %s", LineF: "line %d: %s",
		Reasons: map[string]string{
			"not-found":               "there is no such file or folder: check the path",
			"permission":              "no permission to read it: change its permissions or move it",
			"not-regular":             "it is a {}, not a regular file; to read from a pipe use - for standard input",
			"link-loop":               "the link leads back to itself: name the file it is meant for",
			"too-large":               "it has {} bytes, where a file may have 256 MB: split it, or save the text alone",
			"empty":                   "there is no text in it: check whether it was saved whole",
			"not-text":                "it is no text ({}); if it is a report, save it as .txt and open that",
			"unsupported-format":      "{} can't be read yet: save it as .docx or .txt in its own program and open that",
			"unknown-encoding":        "there is no encoding {}; known are utf-8, gb18030, big5, utf-16le, utf-16be",
			"no-text-layer":           "the file has pictures and no text (a scan, most likely): run OCR on it, or find a version with text",
			"no-characters":           "the fonts of this file do not say what their signs are, so that no text can be had: find its .docx or web page, or run OCR on it",
			"damaged":                 "the {} is cut off or damaged: download it again; if its own program opens it, save it as .txt",
			"locked":                  "the {} has a password: take it off in its own program and save it again",
			"read-failed":             "reading broke off: try again",
			"bad-address":             "this is no whole address: copy it again with its http:// or https://",
			"unreachable":             "{} can't be reached, or not to the end: check the address and the network, or save the page in a browser and open that",
			"no-page":                 "the site gave no page (status {}): check the address in a browser, or save the page and open that",
			"page-too-large":          "the page has {} bytes, where 20 MB are read: save its text in a browser",
			"too-slow":                "{} took more than 30 seconds: try again later, or save the page in a browser and open that",
			"redirect-loop":           "{} sends on and on and no page comes: open it in a browser and copy the last address",
			"catalogue-unread":        "the catalogue can't be read: check the path of --catalogue",
			"catalogue-toml":          "not valid TOML: {}",
			"catalogue-key":           "there is no entry {}",
			"catalogue-theme":         "this [[theme]] has no id or no name, or its id stands twice",
			"catalogue-indicator":     "this [[indicator]] has no id or no name, or its id stands twice",
			"catalogue-no-theme":      "indicator {} names the theme {}, which is in no [[theme]]",
			"catalogue-no-words":      "indicator {} has no units or no words",
			"catalogue-missing-theme": "there is no [[theme]] with the id {}",
			"catalogue-no-indicator":  "{} names {}, which is no indicator",
			"catalogue-class":         "the word {} names the class <{}>, which is not in [class]",
			"catalogue-of-one":        "of_one of the indicator {} does not know {}",
			"catalogue-weight":        "the weight of the word {} is no whole number above 0",
			"internal":                "a fault of the program: {}",
		},
		Advice: map[string]string{
			"zip":     "a {} can't be read as it is: unpack it and open the reports in it",
			"rar":     "a {} can't be read as it is: unpack it and open the reports in it",
			"7z":      "a {} can't be read as it is: unpack it and open the reports in it",
			"gzip":    "a {} can't be read as it is: unpack it and open the reports in it",
			"bzip2":   "a {} can't be read as it is: unpack it and open the reports in it",
			"xz":      "a {} can't be read as it is: unpack it and open the reports in it",
			"zstd":    "a {} can't be read as it is: unpack it and open the reports in it",
			"tar":     "a {} can't be read as it is: unpack it and open the reports in it",
			"png":     "there is no text in a {}: run OCR on it and save that as .txt",
			"jpeg":    "there is no text in a {}: run OCR on it and save that as .txt",
			"gif":     "there is no text in a {}: run OCR on it and save that as .txt",
			"bmp":     "there is no text in a {}: run OCR on it and save that as .txt",
			"tiff":    "there is no text in a {}: run OCR on it and save that as .txt",
			"webp":    "there is no text in a {}: run OCR on it and save that as .txt",
			"djvu":    "there is no text in a {}: run OCR on it and save that as .txt",
			"program": "a {} is no report: check the path",
			"sqlite":  "a {} is no report: check the path",
		},
		Formats: map[string]string{
			"doc":     "Word or WPS document (.doc, .wps)",
			"wordxml": "Word XML document",
			"epub":    "e-book (.epub)",
			"word6":   "Word 6 or Word 95 document",
			"works":   "Works document (.wps)",
			"xls":     "spreadsheet (.xls, .et)",
			"ppt":     "presentation (.ppt, .dps)",
			"vsd":     "Visio drawing",
			"hwp":     "HWP document",
			"msg":     "Outlook message",
			"ole":     "old compound document without text of Word or WPS",
			"html":    "web page (.html)",
			"docx":    "Word document (.docx)",
			"pdf":     "PDF document",
			"mhtml":   "saved web page (.mhtml)",
			"rtf":     "RTF document",
			"odt":     "OpenDocument text (.odt)",
			"ofd":     "OFD document",
			"xlsx":    "spreadsheet (.xlsx)",
			"pptx":    "presentation (.pptx)",
			"zip":     "zip archive",
			"rar":     "rar archive",
			"7z":      "7z archive",
			"gzip":    "gzip archive",
			"bzip2":   "bzip2 archive",
			"xz":      "xz archive",
			"zstd":    "zstd archive",
			"tar":     "tar archive",
			"png":     "png picture",
			"jpeg":    "jpeg picture",
			"gif":     "gif picture",
			"bmp":     "bmp picture",
			"tiff":    "tiff picture",
			"webp":    "webp picture",
			"djvu":    "DjVu scan",
			"program": "program",
			"sqlite":  "database",
			"binary":  "binary data",
			"folder":  "folder",
			"pipe":    "pipe",
			"socket":  "socket",
			"device":  "device",
			"special": "special file",
		},
	}
}
