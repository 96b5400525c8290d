package lang

// Search are the texts of the search over the library.
type Search struct {
	Title       string
	Label       string // before what is typed
	CountsF     string // hits, reports
	ProgressF   string // reports searched, reports
	StoppedF    string // reports searched, reports
	NoHitsF     string // query
	NoReports   string
	HitsF       string // of one report
	BadPatternF string // why
	LastReport  string
	FirstReport string
	NoSearch    string
	NotRunning  string
	Hint        string
	// The forms of a query and what they find, for the help.
	FormText, FormTextIs           string
	FormCase, FormCaseIs           string
	FormNumber, FormNumberIs       string
	FormCondition, FormConditionIs string
	FormWords, FormWordsIs         string
	FormPattern, FormPatternIs     string
	FormLike, FormLikeIs           string
	TooShort                       string
}

// Forms lists the forms of a query, each with what it finds.
func (s *Search) Forms() [][2]string {
	return [][2]string{
		{s.FormText, s.FormTextIs}, {s.FormCase, s.FormCaseIs}, {s.FormNumber, s.FormNumberIs},
		{s.FormCondition, s.FormConditionIs}, {s.FormWords, s.FormWordsIs}, {s.FormPattern, s.FormPatternIs}, {s.FormLike, s.FormLikeIs},
	}
}

func chineseSearch() Search {
	return Search{
		Title: "检索", Label: "全库检索：", CountsF: "%d 处 · %d 份报告", ProgressF: "已查 %d / %d 份", StoppedF: "已停止，查了 %d / %d 份",
		NoHitsF: "全库没有找到“%s”", NoReports: "报告库里还没有报告", HitsF: "%d 处", BadPatternF: "正则表达式写得不对：%s",
		LastReport: "后面的报告没有结果了", FirstReport: "前面的报告没有结果了", NoSearch: "还没有检索", NotRunning: "没有正在进行的检索",
		Hint:     "输入要找的词，Enter 开始",
		FormText: "提案 議案", FormTextIs: "繁简、全角半角、大小写都算同一个字",
		FormCase: "APP", FormCaseIs: "有大写字母时分大小写",
		FormNumber: "92.7%", FormNumberIs: "同一个数的各种写法：９２．７％、百分之九十二点七",
		FormCondition: "件>300 提案>=100", FormConditionIs: "按单位或指标找数据：> >= < <= =",
		FormWords: "协商|监督", FormWordsIs: "任一个词，各用一种标记",
		FormPattern: "re:满意率.{0,6}%", FormPatternIs: "正则表达式",
		FormLike: "≈一个句子", FormLikeIs: "与它相近的句子，年度最早的在前（也可写 like:）", TooShort: "句子太短，至少要有六个汉字",
	}
}

func englishSearch() Search {
	return Search{
		Title: "Search", Label: "search all: ", CountsF: "%d hits · %d reports", ProgressF: "%d of %d reports", StoppedF: "stopped after %d of %d reports",
		NoHitsF: "%q is in no report", NoReports: "there is no report in the library yet", HitsF: "%d hits", BadPatternF: "not a regular expression: %s",
		LastReport: "no report after this one has a hit", FirstReport: "no report before this one has a hit", NoSearch: "nothing searched yet", NotRunning: "no search is running",
		Hint:     "type what to look for, Enter starts",
		FormText: "words", FormTextIs: "either script, full or half width, capitals or not",
		FormCase: "APP", FormCaseIs: "with a capital, capitals count",
		FormNumber: "92.7%", FormNumberIs: "the same number however it is written",
		FormCondition: "proposals>=100", FormConditionIs: "figures by unit or indicator: > >= < <= =",
		FormWords: "one|other", FormWordsIs: "any of the words, each marked in its own way",
		FormPattern: "re:a.{0,6}%", FormPatternIs: "a regular expression",
		FormLike: "like:a sentence", FormLikeIs: "sentences like it, the earliest year first", TooShort: "the sentence is too short: it needs six Han characters",
	}
}
