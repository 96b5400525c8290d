package lang

// Matrix are the texts of the screen that sets many reports side by side.
type Matrix struct {
	HiddenF                      string // rows and columns
	ByYears                      string
	FiguresTitle, CoverageTitle  string
	SizeF                        string // topics, reports
	BuildingF                    string // reports
	PositionF                    string // column, columns
	SortedDownF, SortedUpF       string // column
	ByName                       string
	FilterLabel                  string
	FilterF                      string // filter, rows left
	NoMatchF                     string // filter
	PerMember                    string
	PerMemberF                   string // value
	OthersF                      string // how many
	ShareF                       string // share, characters, figures
	NoteF                        string // report, theme, share and what follows
	Nothing, EmptyCell           string
	NotYet, NoMembers, OnlyCount string
	NoReportHere, NoSentence     string
	FirstColumn, LastColumn      string
	OddUnit, OddSpan             string
}

func chineseMatrix() Matrix {
	return Matrix{
		HiddenF: "已隐藏稀疏行列 %d", ByYears: "按地区、年度",
		FiguresTitle: "多地数据", CoverageTitle: "多地篇幅：占正文、数据数",
		SizeF: "%d 项 × %d 份", BuildingF: "正在汇总 %d 份报告……", PositionF: "第 %d 列，共 %d 列",
		SortedDownF: "按“%s”从大到小", SortedUpF: "按“%s”从小到大", ByName: "名称",
		FilterLabel: "筛选：", FilterF: "筛选“%s”：%d 行", NoMatchF: "没有与“%s”相符的行，Esc 取消筛选",
		PerMember: "委员人均", PerMemberF: "委员人均 %s", OthersF: "同指标另有 %d 项", ShareF: "占正文 %s，%d 字，数据 %d 项",
		NoteF: "%s · %s：%s", Nothing: "这些报告中没有可比较的内容", EmptyCell: "这一格没有内容",
		NotYet: "还在汇总", NoMembers: "没有一份报告写明委员人数", OnlyCount: "人均只用于数据，按 Tab 换到数据",
		NoReportHere: "这一列不是报告", NoSentence: "原句不在报告正文中", FirstColumn: "已是第一列", LastColumn: "已是最后一列",
		OddUnit: "单位与同行多数不同，不作比较",
		OddSpan: "时段与同行多数不同，不作比较",
	}
}

func englishMatrix() Matrix {
	return Matrix{
		HiddenF: "%d sparse rows and columns hidden", ByYears: "by place and year",
		FiguresTitle: "Figures of many places", CoverageTitle: "Coverage: share of the text, figures",
		SizeF: "%d topics, %d reports", BuildingF: "gathering %d reports...", PositionF: "column %d of %d",
		SortedDownF: "by %q, largest first", SortedUpF: "by %q, smallest first", ByName: "name",
		FilterLabel: "filter: ", FilterF: "filter %q: %d rows", NoMatchF: "no row matches %q, Esc clears the filter",
		PerMember: "per member", PerMemberF: "%s per member", OthersF: "%d more of this indicator", ShareF: "%s of the text, %d characters, %d figures",
		NoteF: "%s · %s: %s", Nothing: "these reports have nothing to compare", EmptyCell: "there is nothing in this cell",
		NotYet: "still gathering", NoMembers: "no report states its members", OnlyCount: "per member is for figures: Tab goes there",
		NoReportHere: "this column is no report", NoSentence: "the sentence is not in the text", FirstColumn: "this is the first column", LastColumn: "this is the last column",
		OddUnit: "another unit than most: not compared",
		OddSpan: "another span of time than most: not compared",
	}
}
