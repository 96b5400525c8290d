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
}

func chineseLists() Lists {
	return Lists{
		PositionF: "第 %d / %d 行", MarkedF: "已标记 %d", NothingMarked: "没有标记", AllMarkedF: "已标记 %d 份", NoneMarked: "标记已全部取消",
		ReversedF: "按%s倒序", UnknownKeyF: "此处没有按键 %s，F1 列出全部按键", CountF: "次数 %s",
	}
}

func englishLists() Lists {
	return Lists{
		PositionF: "row %d of %d", MarkedF: "%d marked", NothingMarked: "nothing is marked", AllMarkedF: "%d marked", NoneMarked: "all marks taken off",
		ReversedF: "sorted by %s, reversed", UnknownKeyF: "the key %s does nothing here; F1 lists all keys", CountF: "count %s",
	}
}
