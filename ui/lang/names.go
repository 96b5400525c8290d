package lang

import (
	"fmt"

	"duidu/model"
	"duidu/model/compare"
	"duidu/model/take"
)

// Names are the names that exports need in the reader's language. Every
// field must be set.
type Names struct {
	English bool // which names of themes and indicators to use

	Kinds map[take.ItemKind]string
	// Columns of tables.
	Number, Kind, Place, City, Province, Year, Section, Indicator, Label, Value, Stated, Unit, Qualifier,
	Text, Original, Sentence, Path, Theme, Each, Plan, Headline, Paragraph, Difference, Ratio, Note, Characters, Times string
	OtherPlace, OtherYear, OtherStated, OtherSection, OtherSentence string
	Qualifiers                                                      map[model.Qualifier]string
	Reasons                                                         map[compare.Reason]string
	Trusts, TrustMarks                                              map[compare.Trust]string
	DerivedF                                                        map[compare.DerivedKind]string // how the name of the indicator goes on
	Left, Right, LeftMinusRight, Change, Growth, Trust, Computed    string
	OtherTrust, Title, OtherTitle, OtherPath, Sources               string
	SpansF                                                          string // reason, two stretches of time
	MeansF                                                          string // two means
	SumF                                                            string // side, sum
	FromToF, YearsF, OneYear, Period                                string
	Digest, DigestF, NothingOnIt, RepeatedF                         string // DigestF: reports, passages, figures; RepeatedF: how many, of what
	Colon, Comma, Semicolon, SelectionTitle, Tag                    string // Tag is the language, as in zh-CN
	TitleF                                                          string // of a report, behind its place
	YearOf                                                          string // a year, as in 2023年
	Yes                                                             string
	Numbers                                                         Numbers
	Source                                                          string
	Corrected, CorrectedMark                                        string
}

// Pick chooses between the two names that data give things.
func (n Names) Pick(chinese, english string) string {
	if n.English && english != "" {
		return english
	}
	return chinese
}

// YearNumber is a year in a sentence; nothing for 0.
func (n Names) YearNumber(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf(n.YearOf, year)
}

// NamesFor returns the names of a language.
func NamesFor(l Lang) Names {
	if l == English {
		return englishNames()
	}
	return chineseNames()
}

// chineseNames returns the names in Chinese.
func chineseNames() Names {
	return Names{
		Kinds: map[take.ItemKind]string{
			take.ItemSection: "章节", take.ItemParagraph: "段落", take.ItemPassage: "文字", take.ItemFigure: "数据",
			take.ItemRow: "对比", take.ItemNote: "备注",
		},
		Number: "序号", Kind: "类型", Place: "地区", City: "城市", Province: "省份", Year: "年度", Section: "章节",
		Indicator: "指标", Label: "所指", Value: "数值", Stated: "原文数据", Unit: "单位", Qualifier: "限定",
		Text: "文字", Original: "原件文字", Sentence: "原句", Path: "文件", Theme: "主题", Each: "各", Plan: "计划",
		Headline: "主要", Paragraph: "段", Difference: "差", Ratio: "比", Note: "说明", Characters: "字数", Times: "次数",
		OtherPlace: "对方地区", OtherYear: "对方年度", OtherStated: "对方数据", OtherSection: "对方章节", OtherSentence: "对方原句",
		Qualifiers: map[model.Qualifier]string{model.Exact: "", model.Over: "多于", model.Under: "少于", model.Near: "接近", model.Top: "名次"},
		Reasons: map[compare.Reason]string{
			compare.ReasonOnlyA: "仅前者有", compare.ReasonOnlyB: "仅后者有", compare.ReasonUnit: "单位不同", compare.ReasonSpan: "时段不同",
			compare.ReasonWhole: "比率所指不同", compare.ReasonSatisfied: "满意是否含基本满意不同", compare.ReasonRank: "名次不与数量相比",
			compare.ReasonEach: "一为各数一为总数", compare.ReasonPlan: "一为计划一为结果",
			compare.ReasonBody: "一为别的单位的数", compare.ReasonPart: "一方只有分项",
		},
		Trusts:     map[compare.Trust]string{"": "", compare.TrustWhole: "总数", compare.TrustPart: "分项或合计", compare.TrustDoubt: "存疑"},
		TrustMarks: map[compare.Trust]string{"": "", compare.TrustWhole: "◆", compare.TrustPart: "◇", compare.TrustDoubt: "?"},
		DerivedF: map[compare.DerivedKind]string{
			compare.DerivedRate: "", compare.DerivedPerMember: "%s，每名委员", compare.DerivedPerYear: "%s，年均", compare.DerivedGrowth: "%s，增长",
		},
		Left: "左", Right: "右", LeftMinusRight: "左−右", Change: "增减", Growth: "增长", Trust: "可信", Computed: "计算",
		OtherTrust: "对方可信", Title: "报告", OtherTitle: "对方报告", OtherPath: "对方文件", Sources: "来源",
		SpansF: "%s：%s ↔ %s", MeansF: "年均 %s ↔ %s（计算）", SumF: "%s合计 %s（计算）", FromToF: "%d–%d年", YearsF: "%d年", OneYear: "一年", Period: "时段",
		Digest: "汇编", DigestF: "%d 份报告，%d 段，%d 项数据", NothingOnIt: "没有谈到", RepeatedF: "另有 %d 段与%s所说相同，略去",
		Colon: "：", Comma: "，", Semicolon: "；", SelectionTitle: "对读摘选", Tag: "zh-CN",
		TitleF: "《%s》", YearOf: "%d年", Yes: "是", Numbers: Numbers{About: "约 ", Large: []Large{{8, "亿"}, {4, "万"}}}, Source: "来源", Corrected: "手工更正", CorrectedMark: "（有手工更正）",
	}
}

// englishNames returns the names in English.
func englishNames() Names {
	return Names{
		English: true,
		Kinds: map[take.ItemKind]string{
			take.ItemSection: "section", take.ItemParagraph: "paragraph", take.ItemPassage: "passage", take.ItemFigure: "figure",
			take.ItemRow: "comparison", take.ItemNote: "note",
		},
		Number: "no", Kind: "kind", Place: "place", City: "city", Province: "province", Year: "year", Section: "section",
		Indicator: "indicator", Label: "label", Value: "value", Stated: "as stated", Unit: "unit", Qualifier: "qualifier",
		Text: "text", Original: "original", Sentence: "sentence", Path: "file", Theme: "theme", Each: "each", Plan: "plan",
		Headline: "headline", Paragraph: "paragraph", Difference: "difference", Ratio: "ratio", Note: "remark", Characters: "characters", Times: "times",
		OtherPlace: "other place", OtherYear: "other year", OtherStated: "other as stated",
		OtherSection: "other section", OtherSentence: "other sentence",
		Qualifiers: map[model.Qualifier]string{model.Exact: "", model.Over: "over", model.Under: "under", model.Near: "near", model.Top: "top"},
		Reasons: map[compare.Reason]string{
			compare.ReasonOnlyA: "only the first has it", compare.ReasonOnlyB: "only the second has it", compare.ReasonUnit: "another unit",
			compare.ReasonSpan: "another span of time", compare.ReasonWhole: "rates of different wholes",
			compare.ReasonSatisfied: "satisfied with and without partly satisfied", compare.ReasonRank: "a rank is no count",
			compare.ReasonEach: "so many for each, against a total", compare.ReasonPlan: "an aim, against a result",
			compare.ReasonBody: "another body's figure, against its own", compare.ReasonPart: "one has parts only",
		},
		Trusts:     map[compare.Trust]string{"": "", compare.TrustWhole: "whole", compare.TrustPart: "part or sum", compare.TrustDoubt: "doubt"},
		TrustMarks: map[compare.Trust]string{"": "", compare.TrustWhole: "◆", compare.TrustPart: "◇", compare.TrustDoubt: "?"},
		DerivedF: map[compare.DerivedKind]string{
			compare.DerivedRate: "", compare.DerivedPerMember: "%s per member", compare.DerivedPerYear: "%s per year", compare.DerivedGrowth: "growth of %s",
		},
		Left: "left", Right: "right", LeftMinusRight: "left−right", Change: "change", Growth: "growth", Trust: "trust", Computed: "computed",
		OtherTrust: "other trust", Title: "report", OtherTitle: "other report", OtherPath: "other file", Sources: "sources",
		SpansF: "%s: %s ↔ %s", MeansF: "yearly means %s ↔ %s (computed)", SumF: "sum of the %s %s (computed)", FromToF: "%d–%d", YearsF: "%d years", OneYear: "one year", Period: "period",
		Digest: "Digest", DigestF: "%d reports, %d passages, %d figures", NothingOnIt: "says nothing on it", RepeatedF: "%d more passages left out: %s says the same",
		Colon: ": ", Comma: ", ", Semicolon: "; ", SelectionTitle: "Selection", Tag: "en",
		TitleF: ", %s", YearOf: "%d", Yes: "yes", Numbers: Numbers{About: "~"}, Source: "from", Corrected: "set right by hand", CorrectedMark: " (with corrections by hand)",
	}
}
