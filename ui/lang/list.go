package lang

// Lists are texts of what every list can do.
type Lists struct {
	PositionF     string // row, rows
	MarkedF       string // how many
	NothingMarked string
	AllMarkedF    string // how many
	NoneMarked    string
	ReversedF     string // column
	UnknownKeyF   string // the key
	CountF        string // what was typed
	BadKeysF      string // what could not be read
	SaveLabel     string
	ReplaceLabel  string
	SavedF        string // path, size
	TooLongF      string // size, most
	NothingToCopy string
}

func chineseLists() Lists {
	return Lists{
		PositionF: "第 %d / %d 行", MarkedF: "已标记 %d", NothingMarked: "没有标记", AllMarkedF: "已标记 %d 份", NoneMarked: "标记已全部取消",
		ReversedF: "按%s倒序", UnknownKeyF: "此处没有按键 %s，F1 列出全部按键", CountF: "次数 %s",
		BadKeysF: "设置 keys 中这些读不懂，未采用：%s", SaveLabel: "写入文件：", ReplaceLabel: "已有此文件，再按 Enter 替换：", SavedF: "已写入 %s（%s）",
		TooLongF: "内容 %s，超过剪贴板上限 %s；请摘选后按 e 写入文件", NothingToCopy: "光标处没有可复制的内容",
	}
}

func englishLists() Lists {
	return Lists{
		PositionF: "row %d of %d", MarkedF: "%d marked", NothingMarked: "nothing is marked", AllMarkedF: "%d marked", NoneMarked: "all marks taken off",
		ReversedF: "sorted by %s, reversed", UnknownKeyF: "the key %s does nothing here; F1 lists all keys", CountF: "count %s",
		BadKeysF: "these of the setting keys can't be read and were left out: %s", SaveLabel: "write to: ", ReplaceLabel: "the file is there; Enter again replaces it: ", SavedF: "written: %s (%s)",
		TooLongF: "%s are more than the clipboard takes (%s): select it and press e to write a file", NothingToCopy: "there is nothing to copy here",
	}
}
