package parser

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/format/doc/doctest"
	"duidu/parser/format/ofd/ofdtest"
	"duidu/parser/parsertest"
)

// paragraphsOf are the lines of a text, empty ones among them.
func paragraphsOf(text string) []string {
	return strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
}

// Writers of a text in each office format, a paragraph a line.
var officeForms = map[string]func([]string) []byte{
	"doc": func(paragraphs []string) []byte {
		d := doctest.Document{Backward: true}
		for _, p := range paragraphs {
			d.Main = append(d.Main, doctest.Plain(p))
		}
		return d.Bytes()
	},
	"rtf": func(paragraphs []string) []byte {
		var b strings.Builder
		b.WriteString(`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun;}}` + "\r\n")
		for _, p := range paragraphs {
			for _, c := range p {
				if gbk, err := simplifiedchinese.GBK.NewEncoder().String(string(c)); err == nil && c > 0x7F {
					fmt.Fprintf(&b, `\'%02x\'%02x`, gbk[0], gbk[1])
				} else if c > 0x7F {
					fmt.Fprintf(&b, `\u%d?`, int16(c))
				} else {
					b.WriteRune(c)
				}
			}
			b.WriteString("\\par\r\n")
		}
		return []byte(b.String() + "}")
	},
	"wordxml": func(paragraphs []string) []byte {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>`)
		for _, p := range paragraphs {
			b.WriteString(`<w:p><w:r><w:t>` + ofdtest.Escape(p) + `</w:t></w:r></w:p>`)
		}
		return []byte(b.String() + `</w:body></w:wordDocument>`)
	},
	"ofd": func(paragraphs []string) []byte {
		return ofdtest.Make(ofdtest.Document{Pages: ofdtest.Set(paragraphs, 5.6, 28)})
	},
	"epub": func(paragraphs []string) []byte {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>`)
		for _, p := range paragraphs {
			b.WriteString(`<p>` + ofdtest.Escape(p) + `</p>`)
		}
		return bookOf(b.String() + `</body></html>`)
	},
}

// bookOf is an EPUB file of one page.
func bookOf(page string) []byte {
	return parsertest.Zip([][2]string{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		{"book.opf", `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		{"a.xhtml", page},
	})
}

func TestReportsReadTheSameFromEveryOfficeFormat(t *testing.T) {
	p := New(Options{})
	texts := parsertest.CorpusFiles(t, "reports/*.txt")
	for name, text := range parsertest.CorpusFiles(t, "whole/*.txt") {
		texts[name] = text
	}
	for form, write := range officeForms {
		var sum agreement
		for name, text := range texts {
			body := parsed(t, p, name, []byte(text))
			other := parsed(t, p, name+"."+form, write(paragraphsOf(text)))
			if other.Format != form {
				t.Errorf("%s is read as %s", form, other.Format)
			}
			a := compareReadings(body, other)
			least := 0.99
			if form == "ofd" {
				least = 0.9 // captions and headings must be told by their shape; the mean is below
			}
			if a.figures < least {
				t.Errorf("%s as %s: %+v", name, form, a)
			}
			sum.figures, sum.headings, sum.captions = sum.figures+a.figures, sum.headings+a.headings, sum.captions+a.captions
		}
		n := float64(len(texts))
		t.Logf("%-8s figures %.4f headings %.4f captions %.4f", form, sum.figures/n, sum.headings/n, sum.captions/n)
		if sum.figures/n < 0.99 || sum.headings/n < 0.97 {
			t.Errorf("%s: figures %.4f headings %.4f", form, sum.figures/n, sum.headings/n)
		}
	}
}

// numbers is a table of twenty of them.
var numbers = func() [][]string {
	rows := [][]string{{"承办单位", "提案（件）", "满意率"}}
	for i, name := range []string{"住建局", "教育局", "水利局", "民政局", "财政局", "卫健局", "林业局", "文旅局", "司法局", "应急局"} {
		rows = append(rows, []string{name, fmt.Sprint(10 + i), fmt.Sprintf("%d.5%%", 89+i)})
	}
	return rows
}()

var tableForms = map[string]func(t testing.TB) []byte{
	"docx": func(t testing.TB) []byte {
		b := wordParagraph("提案办理情况")
		b += `<w:tbl>`
		for _, row := range numbers {
			b += `<w:tr>`
			for _, cell := range row {
				b += `<w:tc>` + wordParagraph(cell) + `</w:tc>`
			}
			b += `</w:tr>`
		}
		return wordFile(t, b+`</w:tbl>`, nil)
	},
	"doc": func(t testing.TB) []byte {
		d := doctest.Document{Main: []doctest.Paragraph{doctest.Plain("提案办理情况")}}
		const inTable, rowEnd, definition = 0x2416, 0x2417, 0xD608
		v := []byte{3}
		for _, edge := range []int{0, 3000, 6000, 9000} {
			v = binary.LittleEndian.AppendUint16(v, uint16(edge))
		}
		v = append(v, make([]byte, 3*20)...)
		end := append(append(doctest.Set(inTable, 1), doctest.Set(rowEnd, 1)...), append(doctest.Set(definition, byte(len(v)+1), 0), v...)...)
		for _, row := range numbers {
			for _, cell := range row {
				d.Main = append(d.Main, doctest.Paragraph{Runs: []doctest.Run{{Text: cell}}, End: '\a', List: doctest.Set(inTable, 1)})
			}
			d.Main = append(d.Main, doctest.Paragraph{End: '\a', List: end})
		}
		return d.Bytes()
	},
	"rtf": func(t testing.TB) []byte {
		gbk := func(s string) string {
			b, err := simplifiedchinese.GBK.NewEncoder().String(s)
			if err != nil {
				panic(err)
			}
			return b
		}
		b := `{\rtf1\ansi\ansicpg936 ` + gbk("提案办理情况") + `\par`
		for _, row := range numbers {
			b += `\trowd\cellx3000\cellx6000\cellx9000\pard\intbl `
			for _, cell := range row {
				b += gbk(cell) + `\cell `
			}
			b += `\row`
		}
		return []byte(b + `}`)
	},
	"wordxml": func(t testing.TB) []byte {
		b := `<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>` + wordParagraph("提案办理情况") + `<w:tbl>`
		for _, row := range numbers {
			b += `<w:tr>`
			for _, cell := range row {
				b += `<w:tc>` + wordParagraph(cell) + `</w:tc>`
			}
			b += `</w:tr>`
		}
		return []byte(b + `</w:tbl></w:body></w:wordDocument>`)
	},
	"ofd": func(t testing.TB) []byte {
		b := ofdtest.Text(28, 30, 5.6, "提案办理情况", "")
		for i, row := range numbers {
			for k, cell := range row {
				b += ofdtest.Text(30+55*float64(k), 45+8*float64(i), 4, cell, "")
			}
		}
		return ofdtest.Make(ofdtest.Document{Pages: []ofdtest.Sheet{{Content: b}}})
	},
	"epub": func(t testing.TB) []byte {
		b := `<html><body><p>提案办理情况</p><table>`
		for _, row := range numbers {
			b += `<tr><td>` + strings.Join(row, `</td><td>`) + `</td></tr>`
		}
		return bookOf(b + `</table></body></html>`)
	},
	"html": func(t testing.TB) []byte {
		b := `<html><head><title>望溪县政协</title></head><body><div id="nav"><a href="/">首页</a></div><div class="article"><p>提案办理情况</p><table border="1">`
		for i, row := range numbers {
			tag := "td"
			if i == 0 {
				tag = "th"
			}
			b += `<tr><` + tag + `>` + strings.Join(row, `</`+tag+`><`+tag+`>`) + `</` + tag + `></tr>`
		}
		return []byte(b + `</table></div></body></html>`)
	},
	"markdown": func(t testing.TB) []byte {
		b := "# 提案办理情况\n\n"
		for i, row := range numbers {
			b += "| " + strings.Join(row, " | ") + " |\n"
			if i == 0 {
				b += "|---|---:|---:|\n"
			}
		}
		return []byte(b)
	},
	"pasted": func(t testing.TB) []byte {
		b := "提案办理情况\n"
		for _, row := range numbers {
			b += strings.Join(row, "\t") + "\n"
		}
		return []byte(b)
	},
	"pasted as cells": func(t testing.TB) []byte {
		b := "提案办理情况\n"
		for _, row := range numbers {
			b += strings.Join(row, "\n") + "\n"
		}
		return []byte(b)
	},
	"pdf": func(t testing.TB) []byte {
		return pdfOf(written(60, 740, 16, "提案办理情况") + tableAtPlaces([]float64{60, 220, 380}, 698, 24, 11, false, numbers))
	},
	"pdf with rules": func(t testing.TB) []byte {
		ys := []float64{715}
		for range numbers {
			ys = append(ys, ys[len(ys)-1]-24)
		}
		return pdfOf(written(60, 740, 16, "提案办理情况") + ruled([]float64{55, 215, 375, 500}, ys) + tableAtPlaces([]float64{60, 220, 380}, 698, 24, 11, false, numbers))
	},
}

func TestATableGivesTheSameFiguresInEveryFormat(t *testing.T) {
	p := New(Options{})
	figures := func(r *model.Report) (out []string) {
		for _, f := range r.Figures {
			out = append(out, fmt.Sprint(f.Value, f.Unit, f.Label))
		}
		return out
	}
	want := figures(parsed(t, p, "docx", tableForms["docx"](t)))
	if len(want) != 20 {
		t.Fatalf("%d figures: %q", len(want), want)
	}
	for form, write := range tableForms {
		if got := figures(parsed(t, p, form, write(t))); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: %q\nwant %q", form, got, want)
		}
	}
}

func TestAFileIsReadByItsContentWhateverItsName(t *testing.T) {
	p := New(Options{})
	for form, write := range officeForms {
		for _, name := range []string{"a.wps", "a.doc", "a.txt", "a"} {
			r, err := p.Parse(name, write([]string{"望溪县政协工作报告", "", "全年收到提案152件，立案131件。"}))
			if err != nil || r.Format != form || len(r.Figures) != 2 {
				t.Errorf("%s as %s: %v", form, name, err)
			}
		}
	}
}

func TestOldAndLockedOfficeFilesAreRefusedByName(t *testing.T) {
	p := New(Options{})
	text := []doctest.Paragraph{doctest.Plain("望溪县政协")}
	for name, c := range map[string]struct {
		data   []byte
		kind   format.ErrorKind
		detail string
	}{
		"password": {doctest.Document{Main: text, Encrypted: true}.Bytes(), format.Locked, "doc"},
		"word 95":  {doctest.Document{Main: text, Change: func(word, _ []byte) { word[0] = 0xDC }}.Bytes(), format.UnsupportedFormat, "word6"},
		"excel":    {doctest.OLE(doctest.Stream{Name: "Workbook"}), format.UnsupportedFormat, "xls"},
		"other":    {doctest.OLE(doctest.Stream{Name: "Other"}), format.UnsupportedFormat, "ole"},
		"scanned":  {ofdtest.Make(ofdtest.Document{Pages: []ofdtest.Sheet{{Content: `<ofd:ImageObject ID="3" Boundary="0 0 210 297"/>`}}}), format.NoTextLayer, "ofd"},
	} {
		_, err := p.Parse("报告.doc", c.data)
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Detail != c.detail {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatAnOfficeFileKeepsBesideItsTextIsTold(t *testing.T) {
	p := New(Options{})
	doc := doctest.Document{
		Main:   []doctest.Paragraph{doctest.Plain("望溪县政协工作报告"), {Runs: []doctest.Run{{Text: "收到提案152件"}, {Text: "（内部口径）", List: doctest.Set(0x083C, 1)}, {Text: "。"}}, End: '\r'}},
		Header: []doctest.Paragraph{doctest.Plain("内部资料"), doctest.Plain("")},
	}
	page := `<ofd:ImageObject ID="3" Boundary="0 0 210 297"/>`
	ofd := ofdtest.Document{Pages: []ofdtest.Sheet{{Content: ofdtest.Text(28, 30, 5.6, "望溪县政协收到提案152件", "") + ofdtest.Text(60, 60, 20, "样稿", `CTM="0.7 0.7 -0.7 0.7 0 0"`)}, {Content: page}, {Content: page}}}
	for name, c := range map[string]struct {
		data []byte
		want []string
	}{
		"doc": {doc.Bytes(), []string{"隐藏的文字 6 字未收入正文（首处在“望溪县政协工作报告”之后）", "页眉页脚 1 处"}},
		"ofd": {ofdtest.Make(ofd), []string{"2 页只有图片没有文字（多为扫描件），其中的文字没有读到（第 2、3 页）", "斜排的文字（多为水印）2 字未收入正文（首处在第 1 页）"}},
		"docx": {wordFile(t, `<w:p><w:r><w:t>望溪县</w:t></w:r><w:del><w:r><w:delText>旧话</w:delText></w:r></w:del><w:r><w:drawing><wp:docPr descr="委员视察现场"/></w:drawing></w:r></w:p><w:altChunk r:id="rId9"/><w:altChunk r:id="rId8"/>`, map[string]string{
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId9" Type="x/aFChunk" Target="chunk.html"/><Relationship Id="rId8" Type="x/aFChunk" Target="gone.html"/><Relationship Id="h" Type="x/header" Target="header1.xml"/></Relationships>`,
			"word/header1.xml":             `<w:hdr><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>`, "word/chunk.html": `<html><body><p>全年收到提案152件，立案131件，办复率100%。</p></body></html>`}),
			[]string{"修订中删除的文字 2 字", "页眉页脚 1 处", "图片的说明文字 1 处", "gone.html"}},
	} {
		r := parsed(t, p, name, c.data)
		var all []string
		for _, n := range r.Notices {
			all = append(all, n.Detail)
		}
		for _, want := range c.want {
			if !strings.Contains(strings.Join(all, "\n"), want) {
				t.Errorf("%s: %q is not among %q", name, want, all)
			}
		}
		if len(r.Figures) == 0 {
			t.Errorf("%s: no figures", name)
		}
	}
}
