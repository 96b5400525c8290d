package lang

// CommandStore is what is said of the store.
type CommandStore struct {
	Short, Example, ClearShort, Flag  string
	Name, File, Bytes, Reports        string
	None, Off, Locked, Cleared, Empty string
	FailedF, ClearFailedF             string
}

func chineseCommandStore() CommandStore {
	return CommandStore{
		Short: "显示读取结果存在哪里、多大", ClearShort: "清空读取结果", Flag: "不用也不存读取结果",
		Example: storeExample,
		Name:    "读取结果", File: "位置", Bytes: "大小", Reports: "报告",
		None: "（还没有）", Off: "（不用）", Cleared: "已清空，释放 %s", Empty: "本来就是空的",
		Locked:       "读取结果正被另一个程序使用，这次不用它",
		FailedF:      "读取结果存不下来（%v），这次不用它；--no-store 可不再提示",
		ClearFailedF: "读取结果清不掉：%v",
	}
}

func englishCommandStore() CommandStore {
	return CommandStore{
		Short: "say where what was read is kept, and how much", ClearShort: "remove what was kept", Flag: "neither use nor keep what was read",
		Example: storeExample,
		Name:    "store", File: "file", Bytes: "size", Reports: "reports",
		None: "(none yet)", Off: "(not used)", Cleared: "cleared, %s freed", Empty: "nothing was kept",
		Locked:       "the store is in use by another program; going without it",
		FailedF:      "what was read can't be kept (%v); going without it. --no-store says no more",
		ClearFailedF: "the store can't be cleared: %v",
	}
}

const storeExample = `  duidu store
  duidu store clear
  duidu --no-store find 民主监督 ~/reports`
