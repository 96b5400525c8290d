package lang

func chinese() Texts {
	return Texts{
		Product: "对读",
		Words: Words{
			Place: "地区", Belongs: "所属", Year: "年度", Kind: "种类", Script: "文字",
			Characters: "字数", Sections: "章节", Figures: "数据", Notices: "提示",
			Simplified: "简体", Traditional: "繁体", Mixed: "繁简混用",
			SimplifiedMark: "简", TraditionalMark: "繁", MixedMark: "混",
			Exact: "确数", Over: "多于", Under: "少于", Near: "约数", Top: "名次以内",
			Each: "各", Plan: "计划", Part: "其中",
			NoticePinyin: "注音清除", NoticeJoint: "分段修复", NoticeDuplicate: "重复", NoticeGap: "文字缺失",
			NoticeRepair: "字符修复", NoticeEncoding: "编码存疑", NoticeControl: "控制符清除", NoticeArithmetic: "数字不符",
			NoticeBlank: "空缺未填", NoticeOmission: "未收内容", NoticeOther: "其他",
		},
		Shell: Shell{
			SelectedF: "摘选 %d", TooSmallF: "窗口 %d×%d 太小，请放大到 %d×%d 以上",
			Help: "帮助", HelpScreen: "本屏", HelpAnywhere: "各屏通用", HelpEnd: "↑ ↓ 滚动，其他键返回",
			NotNowF: "%s：%s", NoScreen: "此屏尚未装入本程序",
			AddedF: "已摘选：%s", AlreadyF: "已取消摘选：%s",
			MouseFree: "鼠标已交还终端，可直接选字；再按 M 收回", MouseOurs: "鼠标已收回",
			LoadFailedF: "读取中断：%s", NothingToExport: "还没有摘选内容，先按 a 摘选", Here: "已经在摘选屏",
			AddedManyF: "已摘选：%s，%d 项", RemovedManyF: "已取消摘选：%s，%d 项",
			StateDamagedF: "上次保存的摘选和标记已损坏，原文件移至 %s", StateFailedF: "摘选和标记未能保存到 %s：%s", StateBusy: "另一个对读程序正在写入",
			PanicKeptF: "程序内部错误；摘选、标记和阅读位置已保存在 %s，重新打开即可继续", Panic: "程序内部错误；摘选和标记未能保存",
			BookmarkedF: "已加书签：%s", UnbookmarkedF: "已去掉书签：%s", MouseSign: "鼠标归终端·M",
			Palette: "命令", PaletteLabel: ":", NoActionF: "没有与“%s”相符的命令",
			ChangedF: "%d 个文件有变化，已重新读取", GoneF: "%d 个文件已不在", WatchFailedF: "不能跟踪文件夹的变化：%s", SearchForms: "检索写法",
			NoKeyboard: "这里没有终端可按键；请用 duidu figures、show、compare 等命令，结果写到标准输出",
			NoShell:    "程序不是从命令行启动的，挂起后无处返回",
		},
		Library: Library{
			Title: "报告库", CountsF: "%d 份 · %d 个地区 · %d 项数据", FailedF: "%d 个文件未能读取", LoadingF: "正在读取，已有 %d 个文件",
			SamplesNote: "内置样例", Empty: "没有读到报告。用法：duidu 文件或文件夹…", NoMatchF: "没有与“%s”相符的报告，Esc 取消筛选",
			FilterLabel: "筛选：", FilterF: "筛选“%s”：%d 份", SortedF: "按%s排序", Arrival: "读入先后",
			NeedTwoF: "对读要标记两份报告，现已标记 %d 份（空格标记）", NeedTwoReports: "多地比较至少要两份报告", NeedReport: "光标处没有可读的报告",
			RepeatsF: "%d 份内容重复，已折叠", NoRepeats: "没有内容相同的报告", NotGrouped: "先按 p 按省分组", NoProvince: "省份不明", GroupF: "%d 份", Recent: "最近打开的文件夹", NoRecent: "还没有打开过文件夹",
			CantRead: "未能读取", NoSections: "没有分节",
		},
		Reader: Reader{
			Outline: "目录", Opening: "开篇", FigureF: "数据 %d/%d", HitsF: "“%s” 第 %d 处，共 %d 处", NoHitsF: "没有找到“%s”",
			NoSearch: "还没有检索，按 / 输入", NoFigures: "这份报告没有识别出数据", LastFigure: "后面没有数据了", FirstFigure: "前面没有数据了",
			NoNotices: "这份报告没有提示", NoOriginal: "原文与显示的文字相同", ShowsOriginal: "原文",
			NoticesF: "提示 %d 条", WholeReport: "全文", NoIndicator: "未归入指标", NothingHere: "这里没有可摘选的内容",
			OnlyInOutline: "在目录或提示中才能跳转", NotInOriginal: "原文中不标数据、不摘选，按 o 回到简体", VisualHint: "↓ ↑ 增减语句，a 摘选，Esc 取消", NoFigureNow: "先按 f 选一项数据",
			ShowsBoth: "简体与原文", Filtered: "只看有结果的段落", FilterHint: "只显示有检索结果的段落，& 或 Esc 看全部", HitCountF: "%d处",
			BookmarksF: "书签 %d 个", NoBookmarks: "还没有书签，按 m 添加", BookmarkGone: "书签所在的报告不在报告库中", NothingToFold: "没有可折叠的下级条目", MeasureF: "正文每行 %d 字",
		},
		Search: chineseSearch(),
		Files:  chineseFiles(), Export: chineseExport(), Matrix: chineseMatrix(),
		Compare: chineseCompare(), Lists: chineseLists(),
	}
}
