package figure

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"duidu/parser/catalogue"
	"duidu/parser/number"
)

func finder() *quantityFinder {
	return &quantityFinder{units: number.LoadUnits(), words: loadLexicon()}
}

// quantitiesOf prints what is found as value unit/qualifier.
func quantitiesOf(text string) []string {
	var out []string
	for _, q := range finder().find(nil, text) {
		out = append(out, fmt.Sprintf("%s %s/%s", q.value, q.unit, q.qualifier))
	}
	return out
}

func TestTheStopBehindAShareIsNoPoint(t *testing.T) {
	if got := quantitiesOf("占总数的29.5%.61件已经转出"); !slices.Equal(got, []string{"29.5 %/exact", "61 件/exact"}) {
		t.Error(got)
	}
}

func TestQuantitiesKeepTheirUnitAndQualifier(t *testing.T) {
	for text, want := range map[string]string{
		"走访农户1,200余户":         "1200 户/over",
		"签约资金约3.6亿元":          "360000000 元/near",
		"开展活动近百场次":            "100 场次/near",
		"满意率达百分之九十五点五":        "95.5 %/exact",
		"九成以上的委员参加":           "90 %/over",
		"参与率超过９２．７％":          "92.7 %/over",
		"捐款20多万元":             "200000 元/over",
		"排名进入全市前3名":           "3 名/top",
		"举办讲座十余次":             "10 次/over",
		"三分之一的提案":             "33.33 %/exact",
		"培训干部三十六人":            "36 人/exact",
		"下派两名干部":              "2 名/exact",
		"走访不少于5户":             "5 户/over",
		"连续三年结对帮扶":            "3 年/exact",
		"黄金三十两":               "30 两/exact",
		"50家左右":               "50 家/near",
		"比上年提高1.2个百分点":        "1.2 个百分点/exact",
		"种植面积达１．５万亩":          "15000 亩/exact",
		"召开三次会议":              "3 次/exact",
		"修建长约12千米的便道":         "12 千米/near",
		"收到来信上百封":             "100 封/over",
		"下拨经费人民币30万元（含）以上的项目": "300000 元/over",
	} {
		if got := strings.Join(quantitiesOf(text), "; "); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestARangeIsTwoQuantities(t *testing.T) {
	for text, want := range map[string][]string{
		"每月走访20至30户":  {"20 户/exact", "30 户/exact"},
		"投资2—3万元":     {"20000 元/exact", "30000 元/exact"},
		"安排三五名委员":     {"3 名/exact", "5 名/exact"},
		"预算1万到5万元之间":  {"10000 元/exact", "50000 元/exact"},
		"十七八个村（社区）参加": {"17 个/exact", "18 个/exact"},
		"历时一年零三个月":    {"1 年/exact", "3 个月/exact"},
	} {
		if got := quantitiesOf(text); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}

func TestDatesOrdinalsTermsAndNamesAreNoQuantities(t *testing.T) {
	for _, text := range []string{
		"2019年3月12日下午", "二〇二一年", "2021-2023年", "近五年来", "30多年的历程", "第12期", "第1—3期", "第三次会议",
		"六届二次全会", "增强“四个意识”", "做到两个维护", "三大攻坚战", "二十大报告", "深化“3+N”模式", "1+5方案", "省道S210线",
		"《关于促进就业的20条意见》", "新店镇三家村", "一批好提案", "每周一次", "统一部署", "二期工程", "三级联动", "十分重要",
		"发〔2016〕12号文件", "双周五学习", "3号楼", "八项规定", "编号007个", "五台山", "一条心",
	} {
		if got := quantitiesOf(text); len(got) > 0 {
			t.Errorf("%s: got %v, want none", text, got)
		}
	}
}

func TestAQuantityTakesInItsQualifier(t *testing.T) {
	text := "组织委员超过300人次，发放资料近1000份，走访20个以上村组"
	var got []string
	for _, q := range finder().find(nil, text) {
		got = append(got, text[q.start:q.end])
	}
	if want := []string{"超过300人次", "近1000份", "20个以上"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzQuantitiesLieInOrderInsideTheText(f *testing.F) {
	for _, s := range []string{"收到提案86件，立案80件", "20~100个", "三五百块", "近百余次", "百分之负三点八", "《第3次", "“3个", "￥.5"} {
		f.Add(s)
	}
	find := finder()
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, q := range find.find(nil, s) {
			if q.start < 0 || q.end > len(s) || q.start >= q.end || q.end < end {
				t.Fatalf("%q: %d to %d after %d", s, q.start, q.end, end)
			}
			end = q.end
		}
	})
}

func BenchmarkQuantities(b *testing.B) {
	text := strings.Repeat("全年组织委员开展专题调研12次，形成报告9篇，提出意见建议130余条，办复率达到百分之九十八。", 40)
	find := finder()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		find.find(nil, text)
	}
}

func TestFormsThatAreNoPlainNumberWithItsUnit(t *testing.T) {
	for text, want := range map[string]string{
		"增长率由下降-1.5%转为上升。": "-1.5 %/exact",
		"完成率－3%。":          "-3 %/exact",
		"编号A-1.5%。":        "1.5 %/exact", // a dash between
		"已连续3年开展活动。":       "3 年/exact",
		"投资人民币500，用于修路。":   "500 人民币/exact",
		"五百分之2.2":          "",
		"百分之负三":            "-3 %/exact",
		"十分之九的提案":          "90 %/exact",
		"三分之二的委员":          "66.67 %/exact",
		"过半数委员参加":          "50 %/exact",
		"半数以上委员参会":         "50 %/over",
		"半数据点":             "",
		"一半以上的委员参加":        "50 %/over",
		"超过半数的提案":          "50 %/over",
		"半个月内":             "",
		"位列全省第3位":          "3 位/top",
		"列第22名":            "22 名/top",
		"每吨1200元/吨":        "1200 元/吨/exact",
		"解决资金1.5个亿。":       "150000000 /exact",
		"筹资3个多亿。":          "300000000 /over",
		"捐款300多个亿":         "30000000000 /over",
		"建成民生工程突破300亿":     "30000000000 /over",
		"立案二百。":            "",
		"5000余职工":          "5000 /over",
	} {
		if got := strings.Join(quantitiesOf(text), "; "); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestAFormalNumeralAloneThatIsAnotherWordCountsNothing(t *testing.T) {
	r := NewReader(catalogue.Builtin())
	for _, text := range []string{"四是抓队伍强能，用制度管人", "接待大陆人士"} {
		if got := r.Figures(text); len(got) != 0 {
			t.Errorf("%s: %s", text, got[0].Text)
		}
	}
	if got := r.Figures("捐款伍拾元"); len(got) != 1 {
		t.Error("捐款伍拾元 has no figure")
	}
}
