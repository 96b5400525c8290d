package format_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"duidu/parser/format/block"
	"duidu/parser/format/doc"
	"duidu/parser/format/rtf"
	"duidu/parser/parsertest"
)

// readers are the formats that LibreOffice can make, by their suffixes.
var readers = map[string]struct {
	filter string
	read   func([]byte) (block.Text, error)
}{
	"doc": {"doc:MS Word 97", doc.Read},
	"rtf": {"rtf:Rich Text Format", rtf.Read},
}

var realPrograms = flag.Bool("real-programs", false, "make .doc and .rtf files with LibreOffice and read them")

// office turns the files of a folder into another format, or skips the test
// where there is no LibreOffice.
func office(t *testing.T, folder, infilter, to string, names ...string) {
	t.Helper()
	if !*realPrograms {
		t.Skip("takes half a minute; go test ./parser/format -real-programs")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no LibreOffice here")
	}
	args := []string{"--headless", "-env:UserInstallation=file://" + folder + "/profile"}
	if infilter != "" {
		args = append(args, "--infilter="+infilter)
	}
	c := exec.Command("soffice", append(append(args, "--convert-to", to), names...)...)
	c.Dir = folder
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
}

// sharedTexts copies the texts beside the repository, or our stand-ins, into
// a folder and returns them by name.
func sharedTexts(t *testing.T, folder string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for file, text := range parsertest.CorpusFiles(t, "reports/*.txt") {
		texts[strings.TrimSuffix(file, ".txt")] = text
		if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// paragraphs are the lines of a text that are not empty.
func paragraphs(text string) []string {
	var out []string
	for l := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// shown writes a block the way the tests below state it: the level of a
// heading, its role, or the cells of a row.
func shown(b block.Block) string {
	if b.Row != nil {
		var cells []string
		for _, c := range b.Row {
			text := strings.ReplaceAll(c.Text(), "\n", "/")
			if c.Columns > 1 {
				text += fmt.Sprintf("{%d}", c.Columns)
			}
			if c.Below {
				text += "^"
			}
			cells = append(cells, text)
		}
		return fmt.Sprintf("R%d ", b.Table) + strings.Join(cells, "|")
	}
	head := ""
	switch {
	case b.Note > 0:
		head = fmt.Sprintf("N%d ", b.Note)
	case b.Level > 0:
		head = fmt.Sprintf("H%d ", b.Level)
	case b.Role != block.Body:
		head = map[block.Role]string{block.Title: "T ", block.Caption: "C ", block.Item: "I "}[b.Role]
	}
	return head + strings.TrimSpace(b.Text)
}

func TestReportsReadTheSameParagraphByParagraphFromLibreOffice(t *testing.T) {
	folder := t.TempDir()
	texts := sharedTexts(t, folder)
	var names []string
	for name := range texts {
		names = append(names, name+".txt")
	}
	for suffix, r := range readers {
		office(t, folder, "Text (encoded):UTF8,LF,,,", r.filter, names...)
		for name, text := range texts {
			data, err := os.ReadFile(filepath.Join(folder, name+"."+suffix))
			if err != nil {
				t.Fatal(err)
			}
			got, err := r.read(data)
			if err != nil {
				t.Errorf("%s.%s: %v", name, suffix, err)
				continue
			}
			var read []string
			for _, b := range got.Blocks {
				read = append(read, paragraphs(b.Words())...)
			}
			want := paragraphs(text)
			for i := range max(len(want), len(read)) {
				if i >= len(want) || i >= len(read) || want[i] != read[i] {
					t.Errorf("%s.%s: paragraph %d of %d and %d differs:\n%q\n%q", name, suffix, i+1, len(want), len(read), at(want, i), at(read, i))
					break
				}
			}
			if len(got.Left) > 0 {
				t.Errorf("%s.%s: left out %+v", name, suffix, got.Left)
			}
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(none)"
}

// everything is a document with all that readers must tell apart.
const everything = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
 <style:style style:name="Title" style:display-name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>
 <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:default-outline-level="2"/>
 <style:style style:name="Caption" style:display-name="Caption" style:family="paragraph"/>
 <style:style style:name="Header" style:display-name="Header" style:family="paragraph"/>
</office:styles>
<office:automatic-styles>
 <style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
 <style:style style:name="frame" style:family="graphic"><style:graphic-properties style:wrap="parallel" style:horizontal-pos="left"/></style:style>
 <style:style style:name="c" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>
 <text:list-style style:name="han"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
  <text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>
 <text:list-style style:name="dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
 <style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p>望溪县政协工作报告</text:p></style:header>
 <style:footer><text:p>第<text:page-number text:select-page="current">1</text:page-number>页</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="d1"><text:deletion><office:change-info><dc:creator>甲</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info><text:p>旧的说法</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">望溪县政协常委会工作报告</text:p>
<text:h text:style-name="Heading_20_1" text:outline-level="1">一年来的工作</text:h>
<text:p>全年提交提案152件<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>含集体提案23件。</text:p></text:note-body></text:note>，立案131件<text:note text:id="f2" text:note-class="footnote"><text:note-citation>2</text:note-citation><text:note-body><text:p>截至十二月底。</text:p></text:note-body></text:note>。</text:p>
<text:h text:style-name="Heading_20_2" text:outline-level="2">协商议政</text:h>
<text:p>会上<text:change text:change-id="d1"/>形成建议<text:span text:style-name="hidden">（内部）</text:span>12条，见<text:a xlink:type="simple" xlink:href="https://example.org/">网上公示</text:a>，第<text:page-number text:select-page="current">1</text:page-number>页。<text:line-break/>强制换行后的一句。</text:p>
<text:list text:style-name="han"><text:list-item><text:p>学习培训</text:p><text:list><text:list-item><text:p>举办读书班</text:p></text:list-item><text:list-item><text:p>组织讲座</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>视察调研</text:p></text:list-item></text:list>
<text:list text:style-name="dots"><text:list-item><text:p>走访委员</text:p></text:list-item></text:list>
<text:p text:style-name="c">表一　办理情况</text:p>
<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>
 <table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>单位与件数</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>满意率</text:p></table:table-cell></table:table-row>
 <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>住建局</text:p></table:table-cell><table:table-cell><text:p>10</text:p></table:table-cell><table:table-cell><text:p>90.0%</text:p></table:table-cell></table:table-row>
 <table:table-row><table:covered-table-cell/><table:table-cell><text:p>8</text:p><text:p>其中重点3</text:p></table:table-cell><table:table-cell><text:p>100%</text:p></table:table-cell></table:table-row>
</table:table>
<text:p>表后的一段<office:annotation><dc:creator>乙</dc:creator><dc:date>2024-01-01T00:00:00</dc:date><text:p>请核对</text:p></office:annotation>。</text:p>
<text:p><draw:frame draw:style-name="frame" draw:name="B" text:anchor-type="paragraph" svg:width="6cm" draw:z-index="0"><draw:text-box fo:min-height="1cm"><text:p>文本框里的一句话。</text:p></draw:text-box></draw:frame>框所在的一段。</text:p>
<text:p>结尾😀。</text:p>
</office:text></office:body></office:document>`

func TestWhatLibreOfficeWritesIsToldApart(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "all.fodt"), []byte(everything), 0o644); err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"T 望溪县政协常委会工作报告", "H1 一年来的工作", "全年提交提案152件，立案131件。", "H2 协商议政",
		"会上形成建议12条，见网上公示，第1页。\n强制换行后的一句。",
		"一、学习培训", "（一）举办读书班", "（二）组织讲座", "二、视察调研", "I • 走访委员", "表一　办理情况",
		"R1 单位与件数{2}|满意率", "R1 住建局|10|90.0%", "R1 ^|8/其中重点3|100%",
		"表后的一段。", "框所在的一段。", "文本框里的一句话。", "结尾😀。", "N1 含集体提案23件。", "N2 截至十二月底。",
	}, "\n")
	for suffix, r := range readers {
		office(t, folder, "", r.filter, "all.fodt")
		data, err := os.ReadFile(filepath.Join(folder, "all."+suffix))
		if err != nil {
			t.Fatal(err)
		}
		text, err := r.read(data)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, b := range text.Blocks {
			if s := shown(b); s != "" {
				lines = append(lines, s)
			}
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", suffix, got, want)
		}
		left := map[block.Left]int{}
		for _, o := range text.Left {
			left[o.Kind] = o.Count
		}
		for kind, n := range map[block.Left]int{block.Header: 1, block.Comment: 1, block.Deleted: 4, block.Hidden: 4} {
			if left[kind] != n {
				t.Errorf("%s: left out %d of %s, want %d", suffix, left[kind], kind, n)
			}
		}
	}
}
