package block

import (
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/format"
)

func cell(texts ...string) Cell {
	c := Cell{Columns: 1}
	for _, t := range texts {
		c.Blocks = append(c.Blocks, Block{Text: t})
	}
	return c
}

func shown(src format.Source) string {
	names := map[format.Hint]string{format.HeadlineHint: "T ", format.HeadingHint: "H ", format.CaptionHint: "C ", format.ItemHint: "I ", format.RowHint: "R "}
	var out []string
	for _, l := range src.Lines {
		out = append(out, names[l.Hint]+l.Text)
	}
	return strings.Join(out, "\n")
}

func TestBlocksBecomeLinesWithTheirHints(t *testing.T) {
	below := cell("")
	below.Below = true
	src := Source(format.DOC, Text{Blocks: []Block{
		{Text: "工作报告", Role: Title}, {Text: "一、回顾", Level: 1}, {Text: ""}, {Text: "　　正文\t一句。"}, {Text: "走访", Role: Item},
		{Picture: true}, {Text: ""}, {Text: "委员视察现场", Centred: true}, {Text: "表一　办理情况", Role: Caption}, {Text: "图一　会场", Role: Caption},
		{Row: []Cell{cell("单位"), cell("件数", "（件）")}, Table: 1}, {Row: []Cell{cell("住建局"), cell("10")}, Table: 1}, {Row: []Cell{below, cell("8")}, Table: 1},
		{Row: []Cell{cell("第二个表只有一行", "是版式"), cell("不是数据")}, Table: 2},
		{Row: []Cell{cell("左"), cell("右")}, Table: 3}, {Row: []Cell{cell("长", strings.Repeat("协商议政，", 40)), cell("短")}, Table: 3},
		{Text: "含集体提案。", Note: 1},
	}})
	want := "T 工作报告\nH 一、回顾\n正文 一句。\nI 走访\nC 委员视察现场\n表一　办理情况\nC 图一　会场\nR 单位 ｜ 件数 （件）\nR 住建局 ｜ 10\nR 住建局 ｜ 8\n第二个表只有一行\n是版式\n不是数据\n左\n右\n长\n" +
		strings.Repeat("协商议政，", 40) + "\n短\nI 注1　含集体提案。"
	if got := shown(src); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestEveryOmissionHasWordsAndAPlace(t *testing.T) {
	text := Text{Blocks: []Block{{Text: "望溪县政协工作报告"}, {}, {Text: "后文"}}}
	for _, kind := range []Left{Header, Comment, Deleted, Hidden, Contents, Picture, Object, Symbol, Watermark, Mark, PageImage, Nested, Damage, Beyond, Unnamed} {
		text.Leave(kind, 2, 2)
	}
	gaps := 0
	for _, n := range Source(format.RTF, text).Notices {
		if !strings.Contains(n.Detail, "2") || strings.Contains(n.Detail, "%!") || !strings.HasSuffix(n.Detail, "（首处在“望溪县政协工作报告”之后）") {
			t.Errorf("%q", n.Detail)
		}
		if n.Kind == model.NoticeGap {
			gaps++
		}
	}
	if gaps != len(weighty) {
		t.Errorf("%d of them say that text is missing", gaps)
	}
	var pages []int
	for i := range 20 {
		pages = append(pages, i+1)
	}
	n := Notices([]Omission{{Kind: PageImage, Count: 20, At: 1, Pages: pages}, {Kind: Watermark, Count: 3, At: 4}}, OnPage)
	if !strings.HasSuffix(n[0].Detail, "11、12 页等）") || !strings.HasSuffix(n[1].Detail, "（首处在第 4 页）") {
		t.Errorf("%q, %q", n[0].Detail, n[1].Detail)
	}
}
