package block

import (
	"strings"
	"testing"
)

func words(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Words())
	}
	return strings.Join(out, "|")
}

func TestBuilderKeepsRowsAndCells(t *testing.T) {
	var b Builder
	b.Paragraph(0, Block{Text: "前文"})
	for _, row := range [][]string{{"部门", "件数"}, {"住建局", "10"}} {
		for _, cell := range row {
			b.Paragraph(1, Block{Text: cell})
			b.Cell(1)
		}
		b.Row(1, 0, []Edge{{Right: 1000}, {Right: 2000}})
	}
	b.Paragraph(0, Block{Text: "后文"})
	text := b.Finish()
	if got := words(text.Blocks); got != "前文|部门 件数|住建局 10|后文" {
		t.Fatal(got)
	}
	if r := text.Blocks[1]; r.Table != 1 || len(r.Row) != 2 || r.Row[1].Columns != 1 {
		t.Errorf("%+v", r)
	}
}

func TestBuilderCountsTheColumnsOfWideCells(t *testing.T) {
	var b Builder
	cell := func(text string) { b.Paragraph(1, Block{Text: text}); b.Cell(1) }
	cell("合计")
	cell("满意率")
	b.Row(1, 0, []Edge{{Right: 2010}, {Right: 3000}})
	cell("甲")
	cell("乙")
	cell("丙")
	b.Row(1, 0, []Edge{{Right: 1000}, {Right: 2000}, {Right: 3000}})
	cell("左")
	cell("")
	cell("下")
	b.Row(1, 0, []Edge{{Right: 1000}, {Right: 2000, Left: true}, {Right: 3000, Below: true}})
	rows := b.Finish().Blocks
	if n := rows[0].Row[0].Columns; n != 2 {
		t.Errorf("a cell over two columns covers %d", n)
	}
	if last := rows[2].Row; len(last) != 2 || last[0].Columns != 2 || !last[1].Below {
		t.Errorf("%+v", last)
	}
}

func TestBuilderPutsATableInsideACell(t *testing.T) {
	var b Builder
	b.Paragraph(1, Block{Text: "外"})
	b.Paragraph(2, Block{Text: "内一"})
	b.Cell(2)
	b.Paragraph(2, Block{Text: "内二"})
	b.Cell(2)
	b.Row(2, 0, nil)
	b.Paragraph(1, Block{Text: "再外"})
	b.Cell(1)
	b.Row(1, 0, nil)
	text := b.Finish()
	if len(text.Blocks) != 1 {
		t.Fatalf("%+v", text.Blocks)
	}
	if c := text.Blocks[0].Row[0]; c.Text() != "外\n内一 内二\n再外" {
		t.Errorf("%q", c.Text())
	}
}

func TestBuilderKeepsARowThatNeverEnds(t *testing.T) {
	var b Builder
	b.Paragraph(1, Block{Text: "甲"})
	b.Cell(1)
	b.Paragraph(1, Block{Text: "乙"})
	if got := words(b.Finish().Blocks); got != "甲 乙" {
		t.Error(got)
	}
}

func TestBuilderBoundsTheDepthOfTables(t *testing.T) {
	var b Builder
	b.Paragraph(1<<30, Block{Text: "深"})
	b.Cell(1 << 30)
	b.Row(1<<30, 0, nil)
	if got := words(b.Finish().Blocks); got != "深" {
		t.Error(got)
	}
}

func TestFieldTextIsWhatAnEquationShows(t *testing.T) {
	for code, want := range map[string]string{
		`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(shè),设)`: "设",
		` eq \o\ac(○,三)`:    "三",
		`PAGE`:              "",
		`EQ \f(`:            "",
		`EQ \f(1,2))`:       "",
		`HYPERLINK "(a,b)"`: "",
	} {
		if got := FieldText(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func TestOmissionsOfAKindAreAddedUp(t *testing.T) {
	var text Text
	text.Leave(Hidden, 3, 7)
	text.Leave(Comment, 0, 8)
	text.Leave(Hidden, 2, 9)
	if len(text.Left) != 1 || text.Left[0].Count != 5 || text.Left[0].At != 7 {
		t.Errorf("%+v", text.Left)
	}
}

func TestStylesAreKnownByTheirNames(t *testing.T) {
	for name, want := range map[string]struct {
		role     Role
		level    int
		contents bool
	}{
		"heading 1": {Body, 1, false}, "Heading2": {Body, 2, false}, "标题 3": {Body, 3, false}, "標題 1": {Body, 1, false},
		"Title": {Title, 0, false}, "标题": {Title, 0, false}, "caption": {Caption, 0, false}, "图注": {Caption, 0, false}, "题注": {Caption, 0, false},
		"toc 1": {Body, 0, true}, "目录 2": {Body, 0, true}, "TOC Heading": {Body, 0, true},
		"Normal": {}, "heading": {}, "标题 12": {}, "正文标题": {}, "heading 0": {}, "": {},
	} {
		if role, level, contents := StyleNamed(name); role != want.role || level != want.level || contents != want.contents {
			t.Errorf("%q: %v %d %v", name, role, level, contents)
		}
	}
}

func TestBuilderBoundsHowMuchIsKept(t *testing.T) {
	var b Builder
	for range 100 {
		b.Paragraph(0, Block{})
	}
	for range maxBlocks + 10 {
		b.Paragraph(0, Block{Text: "文"})
	}
	text := b.Finish()
	if n := len(text.Blocks); n > maxBlocks || text.Left[0].Kind != Beyond || text.Left[0].Count < 10 {
		t.Errorf("%d blocks, left out %+v", n, text.Left)
	}
}
