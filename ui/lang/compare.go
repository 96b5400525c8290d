package lang

// Compare are the texts of the screen that compares two reports.
type Compare struct {
	Sections, Figures, Wording string // the views
	Linked, Unlinked           string // in the title
	NowLinked, NowUnlinked     string
	YearOnYear                 string
	BackF                      string // the view that Esc leads back to
	NeedTwo, Working           string

	ShareF               string // theme, percent
	SameF                string // indicator
	NotHere, Paired      string
	NowPaired, NowParted string
	NoSection            string
	LastTheme            string
	FirstTheme           string
	NoFigures, NoPartner string

	Indicator, Difference, Ratio string
	Change, Growth               string // between two years
	RowsF                        string // rows, rows that both have
	FilterF                      string // filter
	NoMatchF                     string // filter
	ByCatalogue, ByDifference    string
	ByRatio, OnlyBoth, PerMember string
	None, NoRows, NoRate         string
	NoOthers, NoMembers, OneOnly string
	NoMembersF                   string // reports
	OtherThemes                  string

	SharedF                  string // passages, name, percent, name, percent
	SectionShareF            string // percent
	CharactersF              string // number
	NoSharedF                string // least number of characters
	NoPassages, NoPassageNow string
	LastPassageF             string // how many there are
	FirstPassage             string
	ByLength, ByCount        string
	OneSided                 string // where the rows of one report alone begin
	Computed                 string // a row that no text states
	PerYearF, GrowthOfF      string // indicator
	ByTrust                  string
	DifferenceHead           string // of the column: what is subtracted from what
	RatioHead                string
	HitsF                    string // query, hit, hits left, hits right
	LastRun, FirstRun        string
	NoOriginal               string
	ShareComputed            string // beside shares that no text states
	NestedF                  string // phrases inside this one
}

func chineseCompare() Compare {
	return Compare{
		Sections: "章节", Figures: "数据", Wording: "用语", Linked: "同步", Unlinked: "各自滚动",
		NowLinked: "两边按主题同步", NowUnlinked: "两边各自滚动，按 L 恢复同步", YearOnYear: "逐年对比", BackF: "Esc 回到%s",
		NeedTwo: "对读要两份报告，请在报告库中标记两份再按 c", Working: "正在比较",
		ShareF: "%s %s", SameF: "同一指标 %s", NotHere: "没有此主题", Paired: "手工配对",
		NowPaired: "已配对两边的章节，再按 = 解除", NowParted: "已解除配对", NoSection: "光标要在两边的章节之内",
		LastTheme: "后面没有这样的主题了", FirstTheme: "前面没有这样的主题了", NoFigures: "此主题没有数据", NoPartner: "对方没有同一指标的数据",
		Indicator: "指标", Difference: "差", Ratio: "比", DifferenceHead: "差 左−右", RatioHead: "比 左÷右", Change: "增减", Growth: "增长",
		RowsF: "%d 项，两边都有 %d 项", FilterF: "筛选“%s”", NoMatchF: "没有与“%s”相符的指标，Esc 取消筛选",
		ByCatalogue: "按主题排列", ByDifference: "按差排序", ByRatio: "按比排序", OnlyBoth: "只看两边都有的", PerMember: "委员人均",
		None: "—", NoRows: "没有可比的数据", NoRate: "不按人均计", NoOthers: "这一指标没有其他数据",
		NoMembers: "按人均要两份报告都写明委员人数", NoMembersF: "%s没有写明委员人数，按 C 填上", OneOnly: "只此一方", OtherThemes: "未归入主题",
		SharedF: "相同用语 %d 处，占%s %s、%s %s", SectionShareF: "本节有 %s 与对方相同", CharactersF: "%d 字", NoSharedF: "没有 %d 字以上的相同用语",
		NoPassages: "两份报告没有较长的相同用语", NoPassageNow: "先按 n 选一处", LastPassageF: "已是最后一处，共 %d 处", FirstPassage: "已是第一处",
		ByLength: "长的在前", ByCount: "重复多的在前", OneSided: "只有一方写到", HitsF: "“%s” 第 %d 处，共 %d | %d 处", LastRun: "此主题后面没有了", FirstRun: "此主题前面没有了", NoOriginal: "对读只显示简体；按 Enter 全屏后再按 o 看原文", NestedF: "内含 %d", ShareComputed: "占比为计算", Computed: "计算", PerYearF: "%s 年均", GrowthOfF: "%s 增长", ByTrust: "可信的在前",
	}
}

func englishCompare() Compare {
	return Compare{
		Sections: "Sections", Figures: "Figures", Wording: "Wording", Linked: "linked", Unlinked: "unlinked",
		NowLinked: "the two texts follow each other by theme", NowUnlinked: "each text scrolls by itself; L links them", YearOnYear: "year on year", BackF: "Esc back to the %s",
		NeedTwo: "comparing takes two reports: mark two in the library and press c", Working: "comparing",
		ShareF: "%s %s", SameF: "same indicator: %s", NotHere: "not dealt with", Paired: "paired by hand",
		NowPaired: "the two sections are paired; = parts them", NowParted: "the two sections are no longer paired", NoSection: "the cursors must be in sections",
		LastTheme: "no such theme after this one", FirstTheme: "no such theme before this one", NoFigures: "no figures on this theme", NoPartner: "the other report has no such figure",
		Indicator: "indicator", Difference: "diff", Ratio: "ratio", DifferenceHead: "left−right", RatioHead: "left÷right", Change: "change", Growth: "growth",
		RowsF: "%d rows, %d in both", FilterF: "filter %q", NoMatchF: "nothing matches %q, Esc clears the filter",
		ByCatalogue: "by theme", ByDifference: "by difference", ByRatio: "by ratio", OnlyBoth: "only what both have", PerMember: "per member",
		None: "-", NoRows: "nothing to compare", NoRate: "not counted per member", NoOthers: "no other figures of this indicator",
		NoMembers: "the two reports do not both state their members", NoMembersF: "%s: members are not stated; C adds them", OneOnly: "only one side", OtherThemes: "no theme",
		SharedF: "%d passages in both: %s %s, %s %s", SectionShareF: "%s of this section is in both", CharactersF: "%d ch", NoSharedF: "no shared wording of %d characters or more",
		NoPassages: "the two reports share no longer wording", NoPassageNow: "press n to choose a passage first", LastPassageF: "the last of %d passages", FirstPassage: "the first passage",
		ByLength: "longest first", ByCount: "most repeated first", OneSided: "in one report only", HitsF: "%q: hit %d of %d | %d", LastRun: "the last stretch of this theme", FirstRun: "the first stretch of this theme", NoOriginal: "side by side the text is shown simplified; Enter opens the reader, o there shows the original", NestedF: "%d inside", ShareComputed: "share computed", Computed: "computed", PerYearF: "%s a year", GrowthOfF: "growth of %s", ByTrust: "most trustworthy first",
	}
}
