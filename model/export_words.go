package model

// Words are the names that exports need in the reader's language. Every
// field must be set.
type Words struct {
	English bool // which names of themes and indicators to use

	Kinds map[ItemKind]string
	// Columns of tables.
	Number, Kind, Place, City, Province, Year, Section, Indicator, Label, Value, Stated, Unit, Qualifier,
	Text, Original, Sentence, Path, Theme, Each, Plan, Headline, Paragraph, Difference, Ratio, Note, Characters, Times string
	OtherPlace, OtherYear, OtherStated, OtherSection, OtherSentence string
	Qualifiers                                                      map[Qualifier]string
	Reasons                                                         map[Reason]string
	YearOf                                                          string // a year, as in 2023年
	Yes                                                             string
	About                                                           string // before a number that is not exact, with its blank
	Source                                                          string
}

// Pick chooses between the two names that data give things.
func (w Words) Pick(chinese, english string) string {
	if w.English && english != "" {
		return english
	}
	return chinese
}

// ChineseWords returns the names in Chinese.
func ChineseWords() Words {
	return Words{
		Kinds: map[ItemKind]string{
			ItemSection: "章节", ItemParagraph: "段落", ItemPassage: "文字", ItemFigure: "数据",
			ItemRow: "对比", ItemNote: "备注",
		},
		Number: "序号", Kind: "类型", Place: "地区", City: "城市", Province: "省份", Year: "年度", Section: "章节",
		Indicator: "指标", Label: "所指", Value: "数值", Stated: "原文数据", Unit: "单位", Qualifier: "限定",
		Text: "文字", Original: "原件文字", Sentence: "原句", Path: "文件", Theme: "主题", Each: "各", Plan: "计划",
		Headline: "主要", Paragraph: "段", Difference: "差", Ratio: "比", Note: "说明", Characters: "字数", Times: "次数",
		OtherPlace: "对方地区", OtherYear: "对方年度", OtherStated: "对方数据", OtherSection: "对方章节", OtherSentence: "对方原句",
		Qualifiers: map[Qualifier]string{Exact: "", Over: "多于", Under: "少于", Near: "接近", Top: "名次"},
		Reasons: map[Reason]string{
			ReasonOnlyA: "仅前者有", ReasonOnlyB: "仅后者有", ReasonUnit: "单位不同", ReasonSpan: "时段不同",
			ReasonWhole: "比率所指不同", ReasonSatisfied: "满意是否含基本满意不同", ReasonRank: "名次不与数量相比",
			ReasonEach: "一为各数一为总数", ReasonPlan: "一为计划一为结果",
		},
		YearOf: "%d年", Yes: "是", About: "约 ", Source: "来源",
	}
}

// EnglishWords returns the names in English.
func EnglishWords() Words {
	return Words{
		English: true,
		Kinds: map[ItemKind]string{
			ItemSection: "section", ItemParagraph: "paragraph", ItemPassage: "passage", ItemFigure: "figure",
			ItemRow: "comparison", ItemNote: "note",
		},
		Number: "no", Kind: "kind", Place: "place", City: "city", Province: "province", Year: "year", Section: "section",
		Indicator: "indicator", Label: "label", Value: "value", Stated: "as stated", Unit: "unit", Qualifier: "qualifier",
		Text: "text", Original: "original", Sentence: "sentence", Path: "file", Theme: "theme", Each: "each", Plan: "plan",
		Headline: "headline", Paragraph: "paragraph", Difference: "difference", Ratio: "ratio", Note: "remark", Characters: "characters", Times: "times",
		OtherPlace: "other place", OtherYear: "other year", OtherStated: "other as stated",
		OtherSection: "other section", OtherSentence: "other sentence",
		Qualifiers: map[Qualifier]string{Exact: "", Over: "over", Under: "under", Near: "near", Top: "top"},
		Reasons: map[Reason]string{
			ReasonOnlyA: "only the first has it", ReasonOnlyB: "only the second has it", ReasonUnit: "another unit",
			ReasonSpan: "another span of time", ReasonWhole: "rates of different wholes",
			ReasonSatisfied: "satisfied with and without partly satisfied", ReasonRank: "a rank is no count",
			ReasonEach: "so many for each, against a total", ReasonPlan: "an aim, against a result",
		},
		YearOf: "%d", Yes: "yes", About: "~", Source: "from",
	}
}
