package lang

// Correct are the texts of setting right by hand what was read.
type Correct struct {
	ReportLabel                string
	FigureLabelF               string // the figure
	Place, Year, Members       string // names of fields
	Label, Indicator, IsFigure string
	Yes, No                    string
	WantF                      string // names of fields
	BadYearF, BadMembersF      string // what was typed
	NoIndicatorF               string // what was typed
	WhichF                     string // names
	WhichPlaceF                string // how many, name
	YesOrNoF                   string // yes, no
	Nothing, NoContent         string
	NoneMade                   string
	DoneF, UndoneF             string // what
	DoneManyF                  string // how many
}

func chineseCorrect() Correct {
	return Correct{
		ReportLabel: "更正：", FigureLabelF: "更正 %s：",
		Place: "地区", Year: "年度", Members: "委员人数", Label: "所指", Indicator: "指标", IsFigure: "是数据", Yes: "是", No: "否",
		WantF: "请写作 %s", BadYearF: "年度“%s”应是四位数字：", BadMembersF: "委员人数“%s”应是正整数：", NoIndicatorF: "没有指标“%s”（duidu catalogue 列出全部）：",
		WhichF: "是哪一个？%s：", WhichPlaceF: "有 %d 处叫“%s”，请在前面写上省市：", YesOrNoF: "是数据=%s 或 %s：",
		Nothing: "没有改动", NoContent: "这份内容不能更正：不知它出自哪个文件", NoneMade: "这份报告没有更正过",
		DoneF: "已更正 %s（U 撤销）", DoneManyF: "已更正 %d 项（U 逐项撤销）", UndoneF: "已撤销更正 %s",
	}
}

func englishCorrect() Correct {
	return Correct{
		ReportLabel: "set right: ", FigureLabelF: "set right %s: ",
		Place: "place", Year: "year", Members: "members", Label: "label", Indicator: "indicator", IsFigure: "figure", Yes: "yes", No: "no",
		WantF: "write it as %s", BadYearF: "the year “%s” should have four digits:", BadMembersF: "members “%s” should be a whole number:", NoIndicatorF: "there is no indicator “%s” (duidu catalogue lists all):",
		WhichF: "which one? %s:", WhichPlaceF: "%d places are called “%s”: write its province and city before it:", YesOrNoF: "figure=%s or %s:",
		Nothing: "nothing was changed", NoContent: "this can't be set right: it is of no known file", NoneMade: "nothing of this report was set right by hand",
		DoneF: "set right: %s (U takes it back)", DoneManyF: "%d things set right (U takes them back one by one)", UndoneF: "taken back: %s",
	}
}
