package parser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/format/docx"
	"duidu/parser/format/parts"
	"duidu/parser/script"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// wordFile makes a DOCX file of the body's XML and other parts by name.
func wordFile(t testing.TB, body string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("word/document.xml", `<?xml version="1.0"?><w:document `+wordSpace+`><w:body>`+body+`</w:body></w:document>`)
	for name, text := range parts {
		add(name, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wordParagraph(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func wordStyled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

const wordStyles = `<w:styles ` + wordSpace + `>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="正文标题"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="我的二级"/><w:basedOn w:val="a2"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style></w:styles>`

const wordNumbers = `<w:numbering ` + wordSpace + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

func wordNumbered(id, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// linesOfFile opens data and returns its lines, hints before them.
func linesOfFile(t testing.TB, data []byte) []string {
	t.Helper()
	src, err := New(Options{}).open(data)
	if err != nil {
		t.Fatal(err)
	}
	names := map[format.Hint]string{format.HeadlineHint: "T ", format.HeadingHint: "H", format.CaptionHint: "C ", format.ItemHint: "I ", format.RowHint: "R "}
	var out []string
	for _, l := range src.Lines {
		name := names[l.Hint]
		if l.Hint == format.HeadingHint {
			name += fmt.Sprint(l.Level, " ")
		}
		out = append(out, name+l.Text)
	}
	return out
}

func expectLines(t *testing.T, data []byte, want ...string) {
	t.Helper()
	if got := linesOfFile(t, data); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAWordDocumentGivesWhatItsStylesSay(t *testing.T) {
	body := wordStyled("t", "某县政协全年工作") + wordStyled("toc", "一、回顾……1") + wordStyled("a1", "回顾") + wordParagraph("县政协召开会议12次。") +
		wordStyled("a3", "提案") + wordParagraph("收到提案86件。") + `<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>` + wordStyled("c", "委员在田间") +
		`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>展望</w:t></w:r></w:p>` + wordParagraph("继续努力。")
	expectLines(t, wordFile(t, body, map[string]string{"word/styles.xml": wordStyles}),
		"T 某县政协全年工作", "H1 回顾", "县政协召开会议12次。", "H2 提案", "收到提案86件。", "C 委员在田间", "H1 展望", "继续努力。")
}

func TestNumbersThatWordCountsStandInTheText(t *testing.T) {
	body := wordNumbered("7", "0", "过去一年") + wordNumbered("7", "1", "学习") + wordNumbered("7", "1", "调研") + wordNumbered("7", "0", "新的一年") + wordNumbered("7", "1", "打算") + wordNumbered("8", "0", "走访乡镇12个")
	expectLines(t, wordFile(t, body, map[string]string{"word/numbering.xml": wordNumbers}),
		"一、过去一年", "（一）学习", "（二）调研", "二、新的一年", "（一）打算", "I • 走访乡镇12个")
}

func TestTrackedChangesAreReadAsAccepted(t *testing.T) {
	body := `<w:p><w:r><w:t xml:space="preserve">全年收到提案</w:t></w:r><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:ins><w:r><w:t>86</w:t></w:r></w:ins><w:r><w:t>件。</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>立案</w:t></w:r></w:p><w:p><w:r><w:t>79件。</w:t></w:r></w:p>` +
		`<w:moveFrom><w:p><w:r><w:t>走开的话。</w:t></w:r></w:p></w:moveFrom>`
	expectLines(t, wordFile(t, body, nil), "全年收到提案86件。", "立案79件。")
}

func TestBoxesNotesAndFieldsAreReadOnce(t *testing.T) {
	box := `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>正文</w:t></w:r>` +
		`<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>一段。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的</w:t></w:r></w:p>`
	field := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>链接文字</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:t>其后</w:t><w:br/><w:t>另起一行</w:t></w:r></w:p>`
	notes := `<w:footnotes ` + wordSpace + `><w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">` + wordParagraph("数字截至年底。") + `</w:footnote></w:footnotes>`
	expectLines(t, wordFile(t, box+field, map[string]string{"word/footnotes.xml": notes}),
		"正文一段。", "框里的话。", "链接文字 其后", "另起一行", "I 注1　数字截至年底。")
}

func wordRow(cells ...string) string {
	var b strings.Builder
	b.WriteString("<w:tr>")
	for _, c := range cells {
		b.WriteString("<w:tc>" + wordParagraph(c) + "</w:tc>")
	}
	return b.String() + "</w:tr>"
}

func TestTheCellsOfATableAreFiguresWithHeadAndUnit(t *testing.T) {
	body := wordParagraph("县政协工作") + wordParagraph("单位：件") + "<w:tbl>" + wordRow("项目", "本年", "上年") + wordRow("收到提案", "236", "210") + wordRow("立案提案", "201", "188") + "</w:tbl>" +
		"<w:tbl>" + wordRow("活动", "次数（次）", "捐资（万元）", "备注") + wordRow("公益活动", "38", "12.5", "含捐书3次") + "</w:tbl>"
	r := parsed(t, New(Options{}), "a.docx", wordFile(t, body, nil))
	var got []string
	for _, f := range r.Figures {
		p := r.Section(f.Section).Paragraphs[f.Paragraph].Text
		if p[f.Start:f.End] != f.Text {
			t.Errorf("%q is not at %d of %q", f.Text, f.Start, p)
		}
		got = append(got, fmt.Sprint(f.Text, " ", f.Value, f.Unit, " ", f.Indicator))
	}
	want := []string{"236 236件 proposals_received", "210 210件 proposals_received", "201 201件 proposals_filed", "188 188件 proposals_filed", "38 38次 volunteer_events", "12.5 125000元 funds_raised", "3次 3次 "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if text := r.Section(r.Figures[0].Section).Paragraphs[r.Figures[0].Paragraph].Text; text != "收到提案 ｜ 236 ｜ 210" {
		t.Errorf("a row reads %q", text)
	}
}

func TestATableThatOnlyPlacesTextIsReadAsText(t *testing.T) {
	long := strings.Repeat("委员们深入乡镇调研，", 15)
	expectLines(t, wordFile(t, "<w:tbl>"+wordRow(long+"左。", "右边的话。")+wordRow("下。", "末。")+"</w:tbl>", nil), long+"左。", "右边的话。", "下。", "末。")
}

func wantKind(t *testing.T, name string, data []byte, kind format.ErrorKind) {
	t.Helper()
	_, err := New(Options{}).Parse(name, data)
	var e *format.Error
	if !asError(err, &e) || e.Kind != kind || e.Path != name {
		t.Errorf("%s: %v, want %s", name, err, kind)
		return
	}
	if line := e.Error(); strings.ContainsAny(line, "\n{}") {
		t.Errorf("%s: %q is not one line", name, line)
	}
}

func TestABrokenWordFileIsRefusedAndACutOneReadToTheCut(t *testing.T) {
	whole := wordFile(t, strings.Repeat(wordParagraph(simplifiedText), 50), nil)
	wantKind(t, "cut.docx", whole[:len(whole)/2], format.Damaged)
	wantKind(t, "head.docx", []byte("PK\x03\x04\x14\x00\x00\x00\x08\x00word/document.xml"), format.Damaged)
	wantKind(t, "blank.docx", wordFile(t, wordParagraph(" "), nil), format.Empty)
	text := `<w:document ` + wordSpace + `><w:body>` + wordParagraph(simplifiedText) + `<w:p><w:r><w:t>半句`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("word/document.xml")
	fmt.Fprint(w, text)
	z.Close()
	r := parsed(t, New(Options{}), "half.docx", b.Bytes())
	if len(r.Figures) != 4 || !slices.ContainsFunc(r.Notices, func(n model.Notice) bool { return n.Reason == "cut-off" }) {
		t.Errorf("%d figures, %v", len(r.Figures), r.Notices)
	}
}

func TestBombsOfZipAndXMLAreBounded(t *testing.T) {
	wantKind(t, "zip.docx", wordFile(t, strings.Repeat("<w:p/>"+strings.Repeat(" ", 1000), parts.MaxPart/1000+1), nil), format.TooLarge)
	wantKind(t, "deep.docx", wordFile(t, strings.Repeat("<w:tbl><w:tr><w:tc>", 200_000), nil), format.Damaged)
	laughs := `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("word/document.xml")
	fmt.Fprint(w, laughs+`<w:document `+wordSpace+`><w:body>`+wordParagraph(strings.Repeat("&b;", 1000)+simplifiedText)+`</w:body></w:document>`)
	z.Close()
	if r := parsed(t, New(Options{}), "laughs.docx", b.Bytes()); len(r.Blocks()[0].Text) > 10_000 {
		t.Errorf("%d bytes of text", len(r.Blocks()[0].Text))
	}
}

func FuzzDOCX(f *testing.F) {
	for _, body := range []string{
		wordParagraph("县政协召开会议12次。"), "<w:tbl>" + wordRow("项目", "次（次）") + wordRow("会议", "3") + "</w:tbl>", "<w:p><w:r><w:txbxContent>" + wordParagraph("框") + "</w:txbxContent></w:r></w:p>",
		wordNumbered("7", "0", "甲") + wordStyled("a1", "乙"), "<w:tbl><w:tr><w:tc><w:tbl>", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>",
	} {
		f.Add(body, wordStyles, wordNumbers)
	}
	p := New(Options{})
	f.Fuzz(func(t *testing.T, body, styles, numbers string) {
		readable(t, p, wordFile(t, body, map[string]string{"word/styles.xml": styles, "word/numbering.xml": numbers}))
	})
}

// readable parses data and checks what holds for every file.
func readable(t *testing.T, p *Parser, data []byte) {
	t.Helper()
	r, err := p.Parse("x", data)
	if err != nil {
		var e *format.Error
		if !asError(err, &e) || strings.Contains(e.Error(), "\n") {
			t.Fatalf("%v", err)
		}
		return
	}
	for _, b := range r.Blocks() {
		if text, _ := script.Clean(b.Text); text != b.Text || strings.Contains(text, "\n") {
			t.Fatalf("unclean %q", b.Text)
		}
	}
	keepsPromises(t, r)
}

func BenchmarkDOCX(b *testing.B) {
	data := wordFile(b, strings.Repeat(wordParagraph(simplifiedText), 100), nil)
	b.SetBytes(int64(100 * len(simplifiedText)))
	for b.Loop() {
		if _, err := docx.Open(data, nil); err != nil {
			b.Fatal(err)
		}
	}
}
