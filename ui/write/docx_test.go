package write

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// parts writes a document and reads every part of it back.
func parts(t *testing.T, d Document) map[string][]byte {
	t.Helper()
	var b bytes.Buffer
	if err := DOCX(&b, d); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// node is an element read back.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

func read(t *testing.T, data []byte) node {
	t.Helper()
	var n node
	if err := xml.Unmarshal(data, &n); err != nil {
		t.Fatalf("%v in %.300s", err, data)
	}
	return n
}

// all finds the elements of that name, in order.
func (n node) all(name string) []node {
	var found []node
	if n.XMLName.Local == name {
		found = append(found, n)
	}
	for _, c := range n.Children {
		found = append(found, c.all(name)...)
	}
	return found
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// words is the text of an element, a tab for a tab and \n for a line break.
func (n node) words() string {
	var b strings.Builder
	for _, c := range n.Children {
		switch c.XMLName.Local {
		case "t":
			b.WriteString(c.Text)
		case "tab":
			b.WriteString("\t")
		case "br":
			b.WriteString("\n")
		default:
			b.WriteString(c.words())
		}
	}
	return b.String()
}

func (n node) style() string {
	if s := n.all("pStyle"); len(s) > 0 {
		return s[0].attr("val")
	}
	return ""
}

// outline is the paragraphs outside of tables with their styles.
func outline(body node) []string {
	var list []string
	for _, c := range body.Children {
		if c.XMLName.Local == "p" {
			list = append(list, c.style()+" "+c.words())
		}
	}
	return list
}

func TestADocumentReadsBackWithItsStyles(t *testing.T) {
	body := read(t, parts(t, comparison())["word/document.xml"]).Children[0]
	want := []string{
		"Title 青禾县 2023 与 白石县 2023 对读",
		"Subtitle 数据对照",
		"Heading1 一、数据",
		"BodyText 下表按指标对照两地报告中的数据，差为青禾县减白石县。",
		"BodyText 原文带余、近、约的，以约数计。",
		"Caption 表1  主要指标对照",
		"TableNote 注：差为前者减后者。",
		"Heading2 （一）原句",
		"Quote 全年收到提案426件，立案368件，办复率100%。",
		"Source ——青禾县 2023年 › 三、提案工作",
		"Quote 全年开展专题协商14次，",
		"Quote 形成建议案9份。",
		"Heading1 二、来源",
		"ListNumber 青禾县 2023年，《青禾政协这一年》，qinghe.txt",
		"ListNumber 白石县 2023年，《白石县政协工作综述》，baishi.html",
		"ListBullet 其他说明",
		"ListNumber 另起一列",
		"Remark 数据由程序读出，用前请核对原文。",
	}
	if got := outline(body); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

func TestATableRepeatsItsHeadAndHasItsGroupsAsLines(t *testing.T) {
	body := read(t, parts(t, comparison())["word/document.xml"])
	rows := body.all("tr")
	var got []string
	for _, r := range rows {
		var cells []string
		for _, c := range r.all("tc") {
			cells = append(cells, c.words())
		}
		got = append(got, strings.Join(cells, "|"))
	}
	want := []string{
		"指标|青禾县|白石县|差|说明",
		"提案", "收到提案|426件|152件|+274|", "办复率|100%|||仅前者有",
		"协商议政", "专题协商|14次|5次|+9|",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("%s", strings.Join(got, "\n"))
	}
	for i, r := range rows {
		if head := len(r.all("tblHeader")) == 1; head != (i == 0) {
			t.Errorf("row %d is a head: %v", i, head)
		}
		for _, c := range r.all("tc") {
			if len(c.all("p")) == 0 {
				t.Errorf("row %d has a cell without a paragraph", i)
			}
		}
	}
	if span := rows[1].all("gridSpan"); len(span) != 1 || span[0].attr("val") != "5" {
		t.Errorf("a group's line spans %v", span)
	}
	if style := rows[2].all("tc")[1].style(); style != "TableNumber" {
		t.Errorf("a number is set as %s", style)
	}
}

func TestARowBreaksOverThePageOnlyWhenItIsLong(t *testing.T) {
	d := Document{Blocks: []Block{Table{Columns: []Column{{Name: "指标"}, {Name: "原句"}}, Rows: [][]Cell{
		{Text("收到提案"), Text("收到提案426件。")}, {Text("建言"), Text(strings.Repeat("开展调研形成建议，", 300))},
	}}}}
	rows := read(t, parts(t, d)["word/document.xml"]).all("tr")
	if short, tall := rows[1].all("cantSplit"), rows[2].all("cantSplit"); len(short) != 1 || len(tall) != 0 {
		t.Errorf("kept whole: %d and %d", len(short), len(tall))
	}
}

func TestFootnotesStandInTheirPartAndAreReferredTo(t *testing.T) {
	all := parts(t, comparison())
	reference := read(t, all["word/document.xml"]).all("footnoteReference")
	if len(reference) != 1 || reference[0].attr("id") != "1" {
		t.Fatalf("references %v", reference)
	}
	notes := read(t, all["word/footnotes.xml"]).all("footnote")
	if len(notes) != 3 || notes[2].attr("id") != "1" || notes[2].words() != " 青禾县 2023年 › 二、协商议政，《青禾政协这一年》" {
		t.Errorf("notes %v", notes)
	}
}

func TestEveryNumberedListBeginsAnew(t *testing.T) {
	all := parts(t, comparison())
	var used []string
	for _, n := range read(t, all["word/document.xml"]).all("numId") {
		used = append(used, n.attr("val"))
	}
	if strings.Join(used, " ") != "3 3 4" {
		t.Errorf("lists %v", used)
	}
	known := map[string]bool{}
	for _, n := range read(t, all["word/numbering.xml"]).all("num") {
		known[n.attr("numId")] = true
	}
	for _, u := range append(used, "1", "2") { // 1 and 2 are the styles' own
		if !known[u] {
			t.Errorf("no list %s", u)
		}
	}
}

func TestEveryPartIsWellFormedDeclaredAndThere(t *testing.T) {
	all := parts(t, comparison())
	types := map[string]bool{}
	for _, o := range read(t, all["[Content_Types].xml"]).all("Override") {
		name := strings.TrimPrefix(o.attr("PartName"), "/")
		types[name] = true
		if all[name] == nil {
			t.Errorf("%s is declared and not there", name)
		}
	}
	styles := map[string]bool{}
	for _, s := range read(t, all["word/styles.xml"]).all("style") {
		styles[s.attr("styleId")] = true
	}
	for name, data := range all {
		root := read(t, data)
		if !types[name] && name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") {
			t.Errorf("%s is not declared", name)
		}
		for _, ref := range append(root.all("pStyle"), append(root.all("rStyle"), root.all("basedOn")...)...) {
			if !styles[ref.attr("val")] {
				t.Errorf("%s asks for the style %s, which is not there", name, ref.attr("val"))
			}
		}
	}
	for _, rel := range read(t, all["word/_rels/document.xml.rels"]).all("Relationship") {
		if all["word/"+rel.attr("Target")] == nil {
			t.Errorf("no part %s", rel.attr("Target"))
		}
	}
	core := read(t, all["docProps/core.xml"])
	for name, want := range map[string]string{"title": comparison().Title, "creator": "对读", "language": "zh-CN", "created": "2026-11-20T08:30:00Z"} {
		if got := core.all(name); len(got) != 1 || got[0].Text != want {
			t.Errorf("%s is %v", name, got)
		}
	}
}

func TestNothingInATextBreaksADocument(t *testing.T) {
	d := Document{Properties: Properties{Title: nasty, Creator: nasty}, Blocks: []Block{
		Heading{9, nasty}, Heading{0, "零级"}, Paragraph{Text: nasty}, Paragraph{}, Item{Text: nasty}, Quote{nasty, nasty, nasty}, Quote{},
		Table{}, Table{Columns: []Column{{Name: nasty, Kind: KindGroup}}, Rows: [][]Cell{{Text("x")}}},
		Table{Columns: []Column{{Name: nasty}, {Name: "二"}}, Rows: [][]Cell{{Text(nasty)}, {}, {Text("一"), Text("二"), Text("三")}}},
	}}
	all := parts(t, d)
	for _, data := range all {
		read(t, data)
	}
	body := read(t, all["word/document.xml"]).Children[0]
	list := outline(body)
	for i, want := range []string{
		"Title 收到提案[31m<b>&\"426\"</b>件\ufffd逆 次行 尾",
		"Heading3 收到提案[31m<b>&\"426\"</b>件\ufffd逆 次行 尾", "Heading1 零级",
		"BodyText 收到提案[31m<b>&\"426\"</b>件\ufffd逆", "BodyText 次行 尾", "ListBullet " + mended,
	} {
		if list[i] != want {
			t.Errorf("%q, want %q", list[i], want)
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	if err := errors.Join(DOCX(&a, comparison()), DOCX(&b, comparison())); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("%d and %d bytes, %v", a.Len(), b.Len(), err)
	}
}

func TestATableTooWideForWordIsRefused(t *testing.T) {
	err := DOCX(io.Discard, Document{Blocks: []Block{Table{Columns: make([]Column, 64)}}})
	if !errors.Is(err, ErrTooWide) {
		t.Error(err)
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsToldByEveryWriter(t *testing.T) {
	if err := DOCX(full{}, Document{Blocks: []Block{long(3000)}}); !errors.Is(err, errFull) {
		t.Errorf("docx: %v", err)
	}
	b := NewBook(full{}, Properties{})
	if err := errors.Join(b.Table("数据", long(300)), b.Close()); !errors.Is(err, errFull) {
		t.Errorf("xlsx: %v", err)
	}
	p := NewParquet(full{}, "duidu", "test")
	if err := errors.Join(p.Add(records(300)), p.Close()); !errors.Is(err, errFull) {
		t.Errorf("parquet: %v", err)
	}
}

func TestTenThousandRowsAreWrittenInSeconds(t *testing.T) {
	table := long(10_000)
	for name, f := range map[string]func() error{
		"docx": func() error { return DOCX(io.Discard, Document{Blocks: []Block{table}}) },
		"xlsx": func() error {
			b := NewBook(io.Discard, Properties{})
			return errors.Join(b.Table("数据", table), b.Close())
		},
		"parquet": func() error {
			p := NewParquet(io.Discard, "duidu", "test")
			return errors.Join(p.Add(records(10_000)), p.Close())
		},
	} {
		start := time.Now()
		if err := f(); err != nil {
			t.Error(err)
		}
		took := time.Since(start)
		t.Logf("%s: %v", name, took)
		if took > 10*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
	}
}
