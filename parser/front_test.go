package parser

import (
	"reflect"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/layout"
	"duidu/parser/meta"
	"duidu/parser/place"
)

// paragraph is running text that says nothing of place or year.
const paragraph = "过去的一年里，委员们走进车间地头，听真话、谋实招，把群众的烦心事写进提案，把议出的办法送到部门案头，一件一件盯着办完。"

// headCase is a made-up head in a style that reports are found in, and what is
// to be read from it. Lines of running text follow after the head.
type headCase struct {
	name  string
	lines string
	front layout.Front
	meta  meta.Meta
}

const (
	roleBody     = model.Body
	roleSlogan   = model.Slogan
	roleHeadline = model.Headline
	roleSubtitle = model.Subtitle
	roleByline   = model.Byline
)

var headCases = []headCase{
	{
		name:  "slogan, headline, subtitle, byline",
		lines: "热烈庆祝政协宁乡市第五届委员会第四次会议隆重召开！\n同舟奋楫 协商为民\n宁乡市政协2024年工作综述\n融媒体记者 何小文 通讯员 李大田\n" + paragraph,
		front: layout.Front{Title: "同舟奋楫 协商为民", Subtitle: "宁乡市政协2024年工作综述", Byline: "融媒体记者 何小文 通讯员 李大田", Roles: []model.Role{roleSlogan, roleHeadline, roleSubtitle, roleByline}, Body: 4},
		meta:  meta.Meta{Place: "宁乡市", City: "长沙市", Province: "湖南省", Kind: "工作综述", Year: 2024, Term: 5, Session: 4},
	},
	{
		name:  "a work report read aloud, with its formal title on three spaced lines",
		lines: "中国人民政治协商会议\n第十一届丹凤县委员会常务委员会\n工 作 报 告\n（2023年2月9日在政协第十一届丹凤县委员会第二次会议上）\n王  远\n各位委员：\n我受政协第十一届丹凤县委员会常务委员会委托，向大会报告工作，请予审议。",
		front: layout.Front{Title: "中国人民政治协商会议第十一届丹凤县委员会常务委员会工作报告", Subtitle: "", Byline: "王  远", Roles: []model.Role{roleHeadline, roleHeadline, roleHeadline, roleSubtitle, roleByline}, Body: 5},
		meta:  meta.Meta{Place: "丹凤县", City: "商洛市", Province: "陕西省", Kind: "工作报告", Year: 2022, Term: 11, Session: 2},
	},
	{
		name:  "a page that repeats its title below the marks it put there",
		lines: "政协耒阳市第十三届委员会常务委员会工作报告\n来源：耒阳市政协办公室　时间：2025-03-11 09:00\n政协耒阳市第十三届委员会\n常务委员会工作报告\n——在3月6日政协耒阳市第十三届委员会第五次会议上\n市政协主席 陈 光\n各位委员、同志们：\n我代表常务委员会报告工作。\n2024年工作回顾\n" + paragraph,
		front: layout.Front{Title: "政协耒阳市第十三届委员会常务委员会工作报告", Subtitle: "", Byline: "市政协主席 陈 光", Roles: []model.Role{roleHeadline, roleByline, roleHeadline, roleHeadline, roleSubtitle, roleByline}, Body: 6},
		meta:  meta.Meta{Place: "耒阳市", City: "衡阳市", Province: "湖南省", Kind: "工作报告", Year: 2024, Term: 13, Session: 5},
	},
	{
		name:  "a proposals report",
		lines: "政协平阳县第十一届委员会常务委员会关于十一届二次会议以来提案工作情况的报告\n（2024年1月20日在政协平阳县第十一届委员会第三次会议上）\n县政协副主席 林一舟\n各位委员：\n我受县政协常务委员会委托，报告提案工作。",
		front: layout.Front{Title: "政协平阳县第十一届委员会常务委员会关于十一届二次会议以来提案工作情况的报告", Subtitle: "", Byline: "县政协副主席 林一舟", Roles: []model.Role{roleHeadline, roleSubtitle, roleByline}, Body: 3},
		meta:  meta.Meta{Place: "平阳县", City: "温州市", Province: "浙江省", Kind: "提案工作报告", Year: 2023, Term: 11, Session: 3},
	},
	{
		name:  "headline and subtitle in one line, the place in the party's name too",
		lines: "同心共绘幸福图——郫都区政协2023年度履职综述\n" + paragraph + "郫都区政协常委会在中共成都市郫都区委领导下开展工作。",
		front: layout.Front{Title: "同心共绘幸福图", Subtitle: "郫都区政协2023年度履职综述", Byline: "", Roles: []model.Role{roleHeadline}, Body: 1},
		meta:  meta.Meta{Place: "郫都区", City: "成都市", Province: "四川省", Kind: "工作综述", Year: 2023, Term: 0, Session: 0},
	},
	{
		name:  "a short first heading under the head is no head",
		lines: "答卷写在田野间\n——2022年凤翔区政协工作回眸\n深化理论学习，把稳政治方向\n" + paragraph,
		front: layout.Front{Title: "答卷写在田野间", Subtitle: "2022年凤翔区政协工作回眸", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "凤翔区", City: "宝鸡市", Province: "陕西省", Kind: "工作回顾", Year: 2022, Term: 0, Session: 0},
	},
	{
		name:  "a title alone above the text",
		lines: "以协商之力助振兴\n2021年，紫阳县政协召开协商会议9次。" + paragraph + "\n紫阳县政协还开展视察3次。",
		front: layout.Front{Title: "以协商之力助振兴", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline}, Body: 1},
		meta:  meta.Meta{Place: "紫阳县", City: "安康市", Province: "陕西省", Kind: "", Year: 2021, Term: 0, Session: 0},
	},
	{
		name:  "no head at all",
		lines: "一、坚持党的领导\n" + paragraph + "西和县政协认真落实县委要求。\n二、服务中心工作\n2020年，县政协提出建议30条。\n2020年，西和县政协接待来访5批次。",
		front: layout.Front{Title: "", Subtitle: "", Byline: "", Roles: []model.Role{}, Body: 0},
		meta:  meta.Meta{Place: "西和县", City: "陇南市", Province: "甘肃省", Kind: "", Year: 2020, Term: 0, Session: 0},
	},
	{
		name:  "headings of one pattern, the first of them no title",
		lines: "聚力学习 强根基\n" + paragraph + "\n聚力协商 出实招\n" + paragraph + "吴起县政协常委会说到做到。",
		front: layout.Front{Title: "", Subtitle: "", Byline: "", Roles: []model.Role{}, Body: 0},
		meta:  meta.Meta{Place: "吴起县", City: "延安市", Province: "陕西省", Kind: "", Year: 0, Term: 0, Session: 0},
	},
	{
		name:  "a district whose name another one shares, told apart by its city",
		lines: "奋进鼓楼 协商有为\n——鼓楼区政协2023年工作综述\n" + paragraph + "鼓楼区政协围绕徐州市委部署，联合云龙区、泉山区委员视察河道3次。",
		front: layout.Front{Title: "奋进鼓楼 协商有为", Subtitle: "鼓楼区政协2023年工作综述", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "鼓楼区", City: "徐州市", Province: "江苏省", Kind: "工作综述", Year: 2023, Term: 0, Session: 0},
	},
	{
		name:  "the same name with nothing to tell it apart",
		lines: "协商为民\n——鼓楼区政协2023年工作综述\n" + paragraph,
		front: layout.Front{Title: "协商为民", Subtitle: "鼓楼区政协2023年工作综述", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "鼓楼区", City: "", Province: "", Kind: "工作综述", Year: 2023, Term: 0, Session: 0},
	},
	{
		name:  "an autonomous county under the name people use, years in Chinese digits",
		lines: "清江潮起\n长阳县政协二〇二三年工作总结\n" + paragraph + "长阳政协把协商桌搬到茶山上。",
		front: layout.Front{Title: "清江潮起", Subtitle: "长阳县政协二〇二三年工作总结", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "长阳土家族自治县", City: "宜昌市", Province: "湖北省", Kind: "工作总结", Year: 2023, Term: 0, Session: 0},
	},
	{
		name:  "a county that is a city today",
		lines: "政协澄城县第九届委员会常务委员会工作报告\n2012年12月26日在政协澄城县第九届委员会第二次会议上\n主席 党 生\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "政协澄城县第九届委员会常务委员会工作报告", Subtitle: "", Byline: "主席 党 生", Roles: []model.Role{roleHeadline, roleSubtitle, roleByline}, Body: 3},
		meta:  meta.Meta{Place: "澄城县", City: "渭南市", Province: "陕西省", Kind: "工作报告", Year: 2012, Term: 9, Session: 2},
	},
	{
		name:  "the county of a time before it became a city",
		lines: "政协宁乡县第三届委员会常务委员会工作报告\n（2016年1月8日在政协宁乡县第三届委员会第四次会议上）\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "政协宁乡县第三届委员会常务委员会工作报告", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "宁乡县", City: "长沙市", Province: "湖南省", Kind: "工作报告", Year: 2015, Term: 3, Session: 4},
	},
	{
		name:  "a session that only began the span, and a party plenum",
		lines: "凝心聚力再出发\n通讯员 赵小山\n区政协十届三次会议以来，阎良区政协常委会学习党的二十届三中全会精神和区委十九届五次全会精神。2024年，阎良区政协收到提案120件。\n" + paragraph,
		front: layout.Front{Title: "凝心聚力再出发", Subtitle: "", Byline: "通讯员 赵小山", Roles: []model.Role{roleHeadline, roleByline}, Body: 2},
		meta:  meta.Meta{Place: "阎良区", City: "西安市", Province: "陕西省", Kind: "", Year: 2024, Term: 10, Session: 0},
	},
	{
		name:  "a newspaper's digest of a report, its year only in what it looks ahead to",
		lines: "一张蓝图绘到底\n——区政协常委会工作报告解读\n2月20日，政协武功县第十一届委员会第四次会议开幕。过去一年干了什么？2025年怎么干？\n" + paragraph,
		front: layout.Front{Title: "一张蓝图绘到底", Subtitle: "区政协常委会工作报告解读", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "武功县", City: "咸阳市", Province: "陕西省", Kind: "报告解读", Year: 2024, Term: 11, Session: 4},
	},
	{
		name:  "a district of a municipality",
		lines: "履职为民\n大渡口区政协2022年工作综述\n" + paragraph,
		front: layout.Front{Title: "履职为民", Subtitle: "大渡口区政协2022年工作综述", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "大渡口区", City: "重庆市", Province: "重庆市", Kind: "工作综述", Year: 2022, Term: 0, Session: 0},
	},
	{
		name:  "a prefecture by its short name",
		lines: "政协恩施州第八届委员会常务委员会工作报告\n（2023年1月4日在政协恩施州第八届委员会第二次会议上）\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "政协恩施州第八届委员会常务委员会工作报告", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "恩施土家族苗族自治州", City: "恩施土家族苗族自治州", Province: "湖北省", Kind: "工作报告", Year: 2022, Term: 8, Session: 2},
	},
	{
		name:  "captions left above the headline, marks of the page below it",
		lines: "委员在圩镇开展义诊\n县政协视察水库除险加固\n政协机关干部清理河道\n山高水长协商路\n——于都县政协2023年履职纪实\n发布时间：2024-01-09　浏览次数：306\n" + paragraph,
		front: layout.Front{Title: "山高水长协商路", Subtitle: "于都县政协2023年履职纪实", Byline: "", Roles: []model.Role{roleBody, roleBody, roleBody, roleHeadline, roleSubtitle, roleByline}, Body: 6},
		meta:  meta.Meta{Place: "于都县", City: "赣州市", Province: "江西省", Kind: "履职纪实", Year: 2023, Term: 0, Session: 0},
	},
	{
		name:  "captions with and without a full stop above the headline",
		lines: "委员走访养老院\n县政协召开主席会议。\n茶香满山委员行\n——2024年英山县政协工作综述\n记者 余 波\n" + paragraph,
		front: layout.Front{Title: "茶香满山委员行", Subtitle: "2024年英山县政协工作综述", Byline: "记者 余 波", Roles: []model.Role{roleBody, roleBody, roleHeadline, roleSubtitle, roleByline}, Body: 5},
		meta:  meta.Meta{Place: "英山县", City: "黄冈市", Province: "湖北省", Kind: "工作综述", Year: 2024, Term: 0, Session: 0},
	},
	{
		name:  "one caption above the headline",
		lines: "英山县政协委员在茶园调研\n茶香满山委员行\n——2024年英山县政协工作综述\n" + paragraph,
		front: layout.Front{Title: "茶香满山委员行", Subtitle: "2024年英山县政协工作综述", Byline: "", Roles: []model.Role{roleBody, roleHeadline, roleSubtitle}, Body: 3},
		meta:  meta.Meta{Place: "英山县", City: "黄冈市", Province: "湖北省", Kind: "工作综述", Year: 2024, Term: 0, Session: 0},
	},
	{
		name:  "a headline on two lines",
		lines: "一山一水一茶园\n一言一行一委员\n——2024年英山县政协工作综述\n" + paragraph,
		front: layout.Front{Title: "一山一水一茶园 一言一行一委员", Subtitle: "2024年英山县政协工作综述", Byline: "", Roles: []model.Role{roleHeadline, roleHeadline, roleSubtitle}, Body: 3},
		meta:  meta.Meta{Place: "英山县", City: "黄冈市", Province: "湖北省", Kind: "工作综述", Year: 2024, Term: 0, Session: 0},
	},
	{
		name:  "five years reviewed in autumn, at the first session of the next term",
		lines: "政协洛川县第九届委员会常务委员会工作报告\n（2021年9月2日在政协洛川县第十届委员会第一次会议上）\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "政协洛川县第九届委员会常务委员会工作报告", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "洛川县", City: "延安市", Province: "陕西省", Kind: "工作报告", Year: 2021, Term: 10, Session: 1},
	},
	{
		name:  "a page's trail of links, and a speaker under a remark",
		lines: "秀水门户\n首页 > 政务 > 两会\n政协大足区第三届委员会常务委员会\n工作报告\n（摘要）\n孙 平\n各位委员：\n一、2023年工作回顾\n" + paragraph + "\n二、2024年工作建议",
		front: layout.Front{Title: "政协大足区第三届委员会常务委员会工作报告", Subtitle: "", Byline: "孙 平", Roles: []model.Role{roleBody, roleByline, roleHeadline, roleHeadline, roleSubtitle, roleByline}, Body: 6},
		meta:  meta.Meta{Place: "大足区", City: "重庆市", Province: "重庆市", Kind: "工作报告", Year: 2023, Term: 3, Session: 0},
	},
	{
		name:  "the review of a session's proposals is about that session's year",
		lines: "政协桐城市第十七届委员会第三次会议提案审查情况的报告\n（2024年1月12日市政协十七届三次会议通过）\n" + paragraph,
		front: layout.Front{Title: "政协桐城市第十七届委员会第三次会议提案审查情况的报告", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle}, Body: 2},
		meta:  meta.Meta{Place: "桐城市", City: "安庆市", Province: "安徽省", Kind: "提案审查报告", Year: 2024, Term: 17, Session: 3},
	},
	{
		name:  "a page's section and dateline above the document",
		lines: "两会专栏\n政协岳西县委员会常务委员会工作报告\n发布日期：2024-01-15\n本报岳西1月14日电\n政协岳西县第十一届委员会常务委员会工作报告\n——在政协岳西县第十一届委员会第三次会议上\n（2024年1月10日）\n李 桂\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "政协岳西县第十一届委员会常务委员会工作报告", Subtitle: "", Byline: "本报岳西1月14日电", Roles: []model.Role{roleBody, roleBody, roleByline, roleByline, roleHeadline, roleSubtitle, roleSubtitle, roleByline}, Body: 8},
		meta:  meta.Meta{Place: "岳西县", City: "安庆市", Province: "安徽省", Kind: "工作报告", Year: 2023, Term: 11, Session: 3},
	},
	{
		name:  "the title lost, the speaker's name glued to the salutation",
		lines: "——2022年12月20日在政协津市市第七届委员会第二次会议上的报告\n丁一各位委员：\n我代表常务委员会报告工作。",
		front: layout.Front{Title: "", Subtitle: "", Byline: "", Roles: []model.Role{roleSubtitle}, Body: 1},
		meta:  meta.Meta{Place: "津市市", City: "常德市", Province: "湖南省", Kind: "工作报告", Year: 2022, Term: 7, Session: 2},
	},
	{
		name:  "a review of several years, which its title names",
		lines: "清河县政协五年工作回顾（2017年至2021年）\n五年来，县政协围绕中心、服务大局，收到提案1023件。\n" + paragraph,
		front: layout.Front{Title: "清河县政协五年工作回顾（2017年至2021年）", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline}, Body: 1},
		meta:  meta.Meta{Place: "清河县", City: "邢台市", Province: "河北省", Kind: "工作回顾", Year: 2021, Term: 0, Session: 0},
	},
	{
		name:  "a national report",
		lines: "中国人民政治协商会议全国委员会常务委员会工作报告\n——在政协第十四届全国委员会第二次会议上\n（2024年3月4日）\n各位委员：\n" + paragraph,
		front: layout.Front{Title: "中国人民政治协商会议全国委员会常务委员会工作报告", Subtitle: "", Byline: "", Roles: []model.Role{roleHeadline, roleSubtitle, roleSubtitle}, Body: 3},
		meta:  meta.Meta{Place: "全国", City: "", Province: "", Kind: "工作报告", Year: 2023, Term: 14, Session: 2},
	},
}

func TestHeadsOfManyStylesAreRead(t *testing.T) {
	for _, c := range headCases {
		t.Run(c.name, func(t *testing.T) {
			lines := strings.Split(c.lines, "\n")
			f := layout.ReadFront(lines)
			if f.Title != c.front.Title || f.Byline != c.front.Byline || f.Body != c.front.Body || !reflect.DeepEqual(f.Roles, c.front.Roles) {
				t.Errorf("front %+v\n want %+v", f, c.front)
			}
			if c.front.Subtitle != "" && f.Subtitle != c.front.Subtitle {
				t.Errorf("subtitle %q, want %q", f.Subtitle, c.front.Subtitle)
			}
			if m := meta.Read(stdinPath, f, lines, place.Places()); m != c.meta {
				t.Errorf("meta %+v\nwant %+v", m, c.meta)
			}
		})
	}
}

func TestThePathCountsOnlyWhereTheTextIsSilent(t *testing.T) {
	silent := []string{paragraph}
	m := meta.Read("/报告/陕西省/汉滨区2021年工作综述.txt", layout.ReadFront(silent), silent, place.Places())
	if m.Place != "汉滨区" || m.City != "安康市" || m.Year != 2021 {
		t.Errorf("silent text: %+v", m)
	}
	spoken := []string{"协商为民", "——鼓楼区政协2023年工作综述", paragraph}
	m = meta.Read("福州市/鼓楼区2020.txt", layout.ReadFront(spoken), spoken, place.Places())
	if m.Place != "鼓楼区" || m.City != "福州市" || m.Year != 2023 {
		t.Errorf("shared name: %+v", m)
	}
}

func FuzzReadFront(f *testing.F) {
	for _, c := range headCases {
		f.Add(c.lines)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var lines []string
		for _, l := range strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n") {
			if strings.TrimSpace(l) != "" {
				lines = append(lines, l)
			}
		}
		fr := layout.ReadFront(lines)
		if fr.Body > len(lines) || len(fr.Roles) != fr.Body {
			t.Fatalf("%d roles for %d of %d lines", len(fr.Roles), fr.Body, len(lines))
		}
		if fr.Title != "" {
			found := false
			for _, r := range fr.Roles {
				found = found || r == roleHeadline
			}
			if !found {
				t.Fatalf("a title %q but no headline", fr.Title)
			}
		}
		meta.Read("-", fr, lines, place.Places())
	})
}

func BenchmarkReadMeta(b *testing.B) {
	lines := strings.Split(headCases[0].lines, "\n")
	for range 60 {
		lines = append(lines, paragraph+"宁乡市政协开展调研12次，与望城区、浏阳市委员一道走访企业30家。")
	}
	size := 0
	for _, l := range lines {
		size += len(l)
	}
	f := layout.ReadFront(lines)
	place.Places()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		meta.Read(stdinPath, f, lines, place.Places())
	}
}

func BenchmarkReadFront(b *testing.B) {
	lines := strings.Split(headCases[0].lines+strings.Repeat("\n"+paragraph, 60), "\n")
	b.ReportAllocs()
	for b.Loop() {
		layout.ReadFront(lines)
	}
}
