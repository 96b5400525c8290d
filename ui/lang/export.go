package lang

import "duidu/ui/write"

// Export are the texts of the screen that shows the selection and writes it.
type Export struct {
	Title, Empty, Preview          string
	CountF                         string // items
	Number, Content                string
	Text, Markdown, CSV, JSON      string // formats
	DOCX, XLSX, NotText            string
	NameF                          string // date: the name of a new file without its suffix
	WriteF                         string // format
	NoteLabel                      string
	FileHint                       string
	TooLongF                       string // size, limit
	ExistsF                        string // size, file
	WrittenF                       string // items, size, file
	CantWriteF                     string // why, file
	SentF                          string // size
	SentTmux, SentScreen           string
	CantSendF                      string // why
	RemovedF                       string // what
	NothingRemoved, FirstItem      string
	LastItem, NoteThere, NoMatches string
	FormatF                        string // format
	All                            string // everything selected
}

// Format names a format of files.
func (e *Export) Format(f write.Format) string {
	switch f {
	case write.FormatMarkdown:
		return e.Markdown
	case write.FormatCSV:
		return e.CSV
	case write.FormatJSON:
		return e.JSON
	case write.FormatDOCX:
		return e.DOCX
	case write.FormatXLSX:
		return e.XLSX
	}
	return e.Text
}

func chineseExport() Export {
	return Export{
		Title: "摘选", Empty: "摘选是空的：在阅读、对读或多地屏中按 a 或空格摘选", Preview: "预览",
		CountF: "%d 项", Number: "序号", Content: "内容",
		Text: "文本", Markdown: "Markdown", CSV: "CSV 表格", JSON: "JSON", DOCX: "Word 文档", XLSX: "Excel 表格",
		NotText: "这种格式不是文字，剪贴板收不了；按 f 换格式，或按 w 写入文件",
		NameF:   "对读摘选-%s", WriteF: "写入（%s）：", NoteLabel: "备注：",
		FileHint: "格式随后缀 .txt .md .csv .json .docx .xlsx   Tab 补全路径   Enter 写入   Esc 取消",
		TooLongF: "摘选有 %s，超过终端剪贴板的 %s，请存为文件", ExistsF: "文件已存在（%s），要覆盖吗？ y 覆盖  n 改名   %s",
		WrittenF: "已写入 %d 项（%s）：%s", CantWriteF: "未能写入：%s，摘选还在   %s",
		SentF: "已发送到终端剪贴板（%s）", SentTmux: "；在 tmux 里要 set-clipboard on 才收得到", SentScreen: "；在 screen 里要外层终端支持才收得到",
		CantSendF: "未能发送：%s", RemovedF: "已移出：%s，按 u 恢复", NothingRemoved: "没有可恢复的", FirstItem: "已在最前", LastItem: "已在最后",
		NoteThere: "同样的备注已经有了", NoMatches: "没有相符的文件或文件夹", FormatF: "格式：%s", All: "全部",
	}
}

func englishExport() Export {
	return Export{
		Title: "Selection", Empty: "nothing is selected: press a or Space in the reader, the comparison or the matrix", Preview: "preview",
		CountF: "%d items", Number: "no", Content: "content",
		Text: "text", Markdown: "Markdown", CSV: "CSV table", JSON: "JSON", DOCX: "Word document", XLSX: "Excel table",
		NotText: "this format is no text, which the clipboard does not take: f chooses another, w writes a file",
		NameF:   "duidu-selection-%s", WriteF: "write (%s): ", NoteLabel: "note: ",
		FileHint: "the suffix .txt .md .csv .json .docx .xlsx says the format   Tab completes   Enter writes   Esc cancels",
		TooLongF: "the selection has %s, the terminal's clipboard takes %s: write a file", ExistsF: "the file exists (%s), overwrite it? y yes  n another name   %s",
		WrittenF: "wrote %d items (%s): %s", CantWriteF: "could not write: %s; the selection is still here   %s",
		SentF: "sent to the terminal's clipboard (%s)", SentTmux: "; tmux passes it on only with set-clipboard on", SentScreen: "; screen passes it on only if the outer terminal takes it",
		CantSendF: "could not be sent: %s", RemovedF: "taken out: %s, u puts it back", NothingRemoved: "nothing to put back", FirstItem: "it is the first", LastItem: "it is the last",
		NoteThere: "that note is there already", NoMatches: "no such file or folder", FormatF: "format: %s", All: "everything",
	}
}
