package doc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"duidu/parser/format"
	"duidu/parser/format/block"
	. "duidu/parser/format/doc/doctest"
)

// lines reads a document and shows its blocks.
func lines(t *testing.T, d Document) (string, block.Text) {
	t.Helper()
	text, err := Read(d.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range text.Blocks {
		s := b.Words()
		if b.Row != nil {
			var cells []string
			for _, c := range b.Row {
				s := c.Text()
				if c.Columns > 1 {
					s += fmt.Sprintf("{%d}", c.Columns)
				}
				if c.Below {
					s += "^"
				}
				cells = append(cells, strings.ReplaceAll(s, "\n", "/"))
			}
			s = "R " + strings.Join(cells, "|")
		}
		if b.Note > 0 {
			s = fmt.Sprintf("N%d %s", b.Note, s)
		}
		if b.Level > 0 {
			s = fmt.Sprintf("H%d %s", b.Level, s)
		}
		s = map[block.Role]string{block.Title: "T ", block.Caption: "C ", block.Item: "I "}[b.Role] + s
		out = append(out, s)
	}
	return strings.Join(out, "\n"), text
}

func kindOf(err error) (format.ErrorKind, string) {
	var e *format.Error
	if !errors.As(err, &e) {
		return "", ""
	}
	return e.Kind, e.Detail
}

func count(text block.Text, kind block.Left) int {
	for _, o := range text.Left {
		if o.Kind == kind {
			return o.Count
		}
	}
	return 0
}

// runs makes a paragraph of several runs.
func runs(r ...Run) Paragraph { return Paragraph{Runs: r, End: '\r'} }

func TestPiecesOfEveryFormAreOneText(t *testing.T) {
	want := strings.Join([]string{
		"全年提交提案152件，立案率达百分之八十六。", "“CPPCC” — 2024…", "委员朱镕基、𠮷田😀", "协商议政，镕", "résumé déjà vu, DÉJÀ",
	}, "\n")
	for _, backward := range []bool{false, true} {
		got, text := lines(t, Document{Backward: backward, Main: []Paragraph{
			runs(Run{Text: "全年提交提案"}, Run{Text: "152", Form: Latin}, Run{Text: "件，立案率达百分之八十六。", Form: GBK}),
			runs(Run{Text: "“CPPCC” — 2024…", Form: Latin}),
			runs(Run{Text: "委员朱镕基、𠮷田😀"}),
			runs(Run{Text: "协商议政，镕", Form: GBK}),
			runs(Run{Text: "résumé déjà vu, DÉJÀ", Form: Latin}),
		}})
		if got != want {
			t.Errorf("backward %v:\n%s", backward, got)
		}
		if len(text.Left) > 0 {
			t.Errorf("left out %+v", text.Left)
		}
	}
}

func TestStylesMakeHeadingsTitlesAndCaptions(t *testing.T) {
	styled := func(style int, text string, list ...byte) Paragraph {
		return Paragraph{Runs: []Run{{Text: text}}, End: '\r', Style: style, List: list}
	}
	got, text := lines(t, Document{
		Styles: []Style{
			{ID: 0, Base: 0xFFF, Name: "Normal"}, {ID: 1, Base: 0, Name: "heading 1"}, {ID: 62, Base: 0, Name: "Title"}, {ID: 34, Base: 0, Name: "caption"},
			{ID: 0xFFE, Base: 1, Name: "我的一级"}, {ID: 0xFFE, Base: 0, Name: "标题 3"}, {ID: 19, Base: 0, Name: "toc 1"},
			{ID: 0xFFE, Base: 0, Name: "大纲", List: Set(opOutline, 1)},
		},
		Main: []Paragraph{
			styled(2, "工作报告"), styled(6, "一、工作回顾 1"), styled(1, "一、工作回顾"), styled(4, "二、工作安排"), styled(5, "小标题"), styled(7, "（一）学习"),
			styled(0, "由段落自己定的", Set(opOutline, 3)...), styled(1, "不是标题", Set(opOutline, 9)...), styled(3, "委员视察"), styled(0, "正文。"), styled(99, "样式缺失。"), styled(1, ""),
		},
	})
	if want := "T 工作报告\nH1 一、工作回顾\nH1 二、工作安排\nH3 小标题\nH2 （一）学习\nH4 由段落自己定的\n不是标题\nC 委员视察\n正文。\n样式缺失。\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := count(text, block.Contents); n != 1 {
		t.Errorf("%d paragraphs of the table of contents were told", n)
	}
}

// tableDefinition is the property that gives a row's edges, and bits of its
// cells.
func tableDefinition(edges []int16, bits ...uint16) []byte {
	v := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		v = binary.LittleEndian.AppendUint16(v, uint16(e))
	}
	for _, b := range bits {
		v = append(binary.LittleEndian.AppendUint16(v, b), make([]byte, 18)...)
	}
	return append(Set(opTable, byte(len(v)+1), byte((len(v)+1)>>8)), v...)
}

func cellOf(text string) Paragraph {
	return Paragraph{Runs: []Run{{Text: text}}, End: '\a', List: Set(opInTable, 1)}
}

func rowEnd(list []byte) Paragraph {
	return Paragraph{End: '\a', List: append(append(Set(opInTable, 1), Set(opRowEnd, 1)...), list...)}
}

func TestRowsStayRowsAndCellsStayCells(t *testing.T) {
	three := tableDefinition([]int16{0, 1000, 2000, 3000}, 0, 0, 0)
	inCell := Paragraph{Runs: []Run{{Text: "其中"}}, End: '\r', List: Set(opInTable, 1)}
	got, _ := lines(t, Document{Main: []Paragraph{
		Plain("表前。"),
		cellOf("部门"), cellOf("件数"), rowEnd(tableDefinition([]int16{0, 2010, 3000}, 0, 0)),
		cellOf("住建局"), inCell, cellOf("10"), cellOf("90.0%"), rowEnd(three),
		cellOf(""), cellOf("8"), cellOf("100%"), rowEnd(tableDefinition([]int16{0, 1000, 2000, 3000}, mergedDown, mergedFirst|mergedDown, 0)),
		cellOf("合计"), cellOf(""), cellOf("18"), rowEnd(tableDefinition([]int16{0, 1000, 2000, 3000}, 1, mergedLeft, 0)),
		Plain("表后。"),
	}})
	if want := "表前。\nR 部门{2}|件数\nR 住建局|其中/10|90.0%\nR ^|8|100%\nR 合计{2}|18\n表后。"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestATableInATableStaysInItsCell(t *testing.T) {
	in := func(depth byte, list ...byte) []byte {
		return append(append(Set(opInTable, 1), Set(opDepth, depth, 0, 0, 0)...), list...)
	}
	inner := func(text string) Paragraph {
		return Paragraph{Runs: []Run{{Text: text}}, End: '\r', List: in(2, Set(opInnerCell, 1)...)}
	}
	innerEnd := Paragraph{End: '\r', List: in(2, append(Set(opInnerCell, 1), Set(opInnerRow, 1)...)...)}
	got, _ := lines(t, Document{Main: []Paragraph{
		inner("立案"), inner("131"), innerEnd,
		{Runs: []Run{{Text: "外层"}}, End: '\a', List: in(1)}, {Runs: []Run{{Text: "右"}}, End: '\a', List: in(1)}, {End: '\a', List: in(1, Set(opRowEnd, 1)...)},
		Plain("表后。"),
	}})
	if want := "R 立案 131/外层|右\n表后。"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFieldsShowTheirResultsAndNotTheirCodes(t *testing.T) {
	sign := func(r string) Run { return Run{Text: r, Form: Latin, List: Set(opSpecial, 1)} }
	code := func(text string) []Run { return []Run{sign("\x13"), {Text: text}} }
	all := []Run{{Text: "见"}}
	all = append(append(all, code(` HYPERLINK "https://example.org" `)...), sign("\x14"), Run{Text: "公示"}, sign("\x15"))
	all = append(all, code(` IF `)...)
	all = append(append(all, code(` PAGE `)...), sign("\x14"), Run{Text: "3"}, sign("\x15"))
	all = append(all, Run{Text: " = 3 "}, sign("\x14"), Run{Text: "第三页"}, sign("\x15"))
	all = append(append(all, code(` EQ \* jc2 \o\ad(\s\up 9(tán),谭) `)...), sign("\x15"), Run{Text: "委员。"})
	got, _ := lines(t, Document{Main: []Paragraph{runs(all...), runs(append(code(" 没有结尾"), Run{Text: "的域"})...), Plain("下一段。"), runs(sign("\x15"), Run{Text: "多余的结尾"})}})
	if want := "见公示第三页谭委员。\n没有结尾的域\n下一段。\n多余的结尾"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDeletedAndHiddenTextIsLeftOutAndTold(t *testing.T) {
	deleted, hidden := Set(opDeleted, 1), Set(opHidden, 1)
	const prmDeleted, prmHidden = 0x41<<1 | 1<<8, 0x5C<<1 | 1<<8
	got, text := lines(t, Document{Main: []Paragraph{
		runs(Run{Text: "收到"}, Run{Text: "旧文", List: deleted}, Run{Text: "提案"}, Run{Text: "（内部）", List: hidden}, Run{Text: "86件，"}),
		runs(Run{Text: "甲", Prm: prmDeleted}, Run{Text: "立案80件。"}, Run{Text: "乙丙", Prm: prmHidden}),
		{Runs: []Run{{Text: "前半"}, {Text: "\r", Form: Latin, List: deleted}, {Text: "后半"}}, End: '\r'},
	}})
	if want := "收到提案86件，\n立案80件。\n前半后半"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if d, h := count(text, block.Deleted), count(text, block.Hidden); d != 4 || h != 6 {
		t.Errorf("told %d deleted and %d hidden characters", d, h)
	}
}

func TestNotesBoxesAndHeadersStandWhereTheyBelong(t *testing.T) {
	special := Set(opSpecial, 1)
	mark := Run{Text: "\x02", Form: Latin, List: special}
	got, text := lines(t, Document{
		Main: []Paragraph{
			runs(Run{Text: "提案152件"}, mark, Run{Text: "，立案131件"}, mark, Run{Text: "。"}),
			runs(Run{Text: "\x08", Form: Latin, List: special}, Run{Text: "框所在的段。"}),
			runs(Run{Text: "图在这里"}, Run{Text: "\x01", Form: Latin, List: append(Set(opPicture, 0, 0, 0, 0), special...)}, Run{Text: "\x05", Form: Latin, List: special}),
			Plain("结尾。"),
		},
		Notes:  [][]Paragraph{{runs(mark, Run{Text: "含集体提案。"})}, {runs(mark, Run{Text: "截至年底。"}), Plain("第二段。")}},
		Header: []Paragraph{Plain("望溪县政协"), Plain("")},
		Box:    []Paragraph{Plain("框里的话。"), Plain("")},
	})
	if want := "提案152件，立案131件。\n框所在的段。\n框里的话。\n图在这里\n结尾。\nN1 含集体提案。\nN2 截至年底。\nN2 第二段。"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for kind, n := range map[block.Left]int{block.Header: 1, block.Picture: 1, block.Comment: 1} {
		if count(text, kind) != n {
			t.Errorf("told %d of %s, want %d", count(text, kind), kind, n)
		}
	}
	if !text.Blocks[3].Picture {
		t.Error("the paragraph does not say that a picture stands in it")
	}
}

func TestNumbersOfListsAreText(t *testing.T) {
	level := func(format byte, text ...uint16) []byte {
		b := make([]byte, 28)
		b[0], b[4] = 1, format
		b = binary.LittleEndian.AppendUint16(b, uint16(len(text)))
		for _, u := range text {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
		return b
	}
	list := make([]byte, 2+28)
	list[0], list[2] = 1, 77
	size := len(list)
	list = append(append(list, level(37, 0, '、')...), level(37, '（', 1, '）')...)
	for range 7 {
		list = append(list, level(255)...)
	}
	uses := make([]byte, 4+16)
	uses[0], uses[4] = 1, 77
	numbered := func(level byte, text string) Paragraph {
		return Paragraph{Runs: []Run{{Text: text}}, End: '\r', List: append(Set(opList, 1, 0), Set(opListLevel, level)...)}
	}
	got, _ := lines(t, Document{
		Lists: list, ListsSize: size, Uses: append(uses, 0xFF, 0xFF, 0xFF, 0xFF), UsesSize: len(uses),
		Main: []Paragraph{numbered(0, "学习"), numbered(1, "读书"), numbered(1, "讲座"), numbered(0, "视察"), Plain("正文。")},
	})
	if want := "一、学习\n（一）读书\n（二）讲座\n二、视察\n正文。"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatIsNoWordDocumentIsRefusedByName(t *testing.T) {
	text := []Paragraph{Plain("望溪县政协")}
	old := Document{Main: text, Change: func(word, _ []byte) { word[0], word[1], word[2] = 0xDC, 0xA5, 0x68 }}
	for name, c := range map[string]struct {
		data   []byte
		kind   format.ErrorKind
		detail string
	}{
		"password":    {Document{Main: text, Encrypted: true}.Bytes(), format.Locked, "doc"},
		"word 95":     {old.Bytes(), format.UnsupportedFormat, "word6"},
		"early 97":    {Document{Main: text, Change: func(word, _ []byte) { word[2] = 0x69 }}.Bytes(), format.UnsupportedFormat, "word6"},
		"excel":       {OLE(Stream{Name: "Workbook"}), format.UnsupportedFormat, "xls"},
		"powerpoint":  {OLE(Stream{Name: "PowerPoint Document"}), format.UnsupportedFormat, "ppt"},
		"works":       {OLE(Stream{Name: "CONTENTS"}, Stream{Name: "MatOST"}), format.UnsupportedFormat, "works"},
		"other":       {OLE(Stream{Name: "Something"}), format.UnsupportedFormat, "ole"},
		"locked docx": {OLE(Stream{Name: "EncryptionInfo"}, Stream{Name: "EncryptedPackage"}), format.Locked, "docx"},
		"empty":       {Document{Main: []Paragraph{Plain(" ")}}.Bytes(), format.Empty, "doc"},
		"no head":     {OLE(Stream{Name: "WordDocument"}), format.Damaged, "doc"},
		"cut":         {Document{Main: text}.Bytes()[:2000], format.Damaged, "doc"},
		"no ole":      {[]byte("\xD0\xCF\x11\xE0 and nothing"), format.Damaged, "doc"},
		"nothing":     {nil, format.Damaged, "doc"},
	} {
		_, err := Read(c.data)
		if kind, detail := kindOf(err); kind != c.kind || detail != c.detail {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheTextBeforeADamageIsReadAndTheDamageTold(t *testing.T) {
	d := Document{Main: []Paragraph{Plain("完整的一段。"), Plain("指到文件外的一段。")}}
	d.Change = func(word, table []byte) {
		clx := int(binary.LittleEndian.Uint32(word[0x1A2:]))
		pieces := (int(binary.LittleEndian.Uint32(table[clx+1:])) - 4) / 12
		third := clx + 5 + 4*(pieces+1) + 8*2
		binary.LittleEndian.PutUint32(table[third+2:], 1<<28)
	}
	got, text := lines(t, d)
	if got != "完整的一段。" || count(text, block.Damage) == 0 {
		t.Errorf("%q, %+v", got, text.Left)
	}
}
