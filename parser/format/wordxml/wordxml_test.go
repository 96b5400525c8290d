package wordxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"duidu/parser/format"
	"duidu/parser/format/block"
)

const flatFile = `<?xml version="1.0" encoding="%s" standalone="yes"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
<pkg:part pkg:name="/_rels/.rels" pkg:contentType="x"><pkg:xmlData><Relationships><Relationship Id="1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>望溪县 &lt;政协&gt;</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>`

func flatIn(encoding string) string { return strings.Replace(flatFile, "%s", encoding, 1) }

func TestAFlatPackageIsCutIntoItsParts(t *testing.T) {
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(flatIn("UTF-16"))
	if err != nil {
		t.Fatal(err)
	}
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(flatIn("gb2312"))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string]string{"utf-8": flatIn("UTF-8"), "with a mark": "\xEF\xBB\xBF" + flatIn("UTF-8"), "utf-16": wide, "gbk": gbk} {
		if format.Of([]byte(file)) != format.WordXML {
			t.Errorf("%s is not known", name)
		}
		doc, err := Read([]byte(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, want := string(doc.Parts["word/document.xml"]), `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>望溪县 &lt;政协&gt;</w:t></w:r></w:p></w:body></w:document>`; got != want {
			t.Errorf("%s: %s", name, got)
		}
		if len(doc.Parts) != 2 || !strings.Contains(string(doc.Parts["_rels/.rels"]), "Relationship") {
			t.Errorf("%s: parts %v", name, doc.Parts)
		}
	}
}

const (
	flatSpace     = "http://schemas.microsoft.com/office/2006/xmlPackage"
	word2003Space = "http://schemas.microsoft.com/office/word/2003/wordml"
)

const old = `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml">
<w:fonts><w:defaultFonts w:ascii="x"/></w:fonts>
<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><wx:uiName wx:val="标题 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>
<w:body><wx:sect><wx:sub-section>%s</wx:sub-section><w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>望溪县</w:t></w:r></w:p></w:hdr><w:ftr w:type="odd"><w:p><w:r><w:t>第</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>页</w:t></w:r></w:p></w:ftr></w:sectPr></wx:sect></w:body></w:wordDocument>`

func inOld(body string) []byte { return []byte(strings.Replace(old, "%s", body, 1)) }

// wellFormed tells where XML breaks off or closes what it did not open.
func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

func TestWord2003BecomesTheLaterFormat(t *testing.T) {
	for name, c := range map[string]struct{ body, want, notes string }{
		"paragraph":  {`<w:p><w:pPr><w:pStyle w:val="1"/><w:jc w:val="center"/></w:pPr><w:r><w:rPr><wx:font wx:val="宋体"/><w:b/></w:rPr><w:t>一&amp;二</w:t></w:r></w:p>`, `<w:p><w:pPr><w:pStyle w:val="1"></w:pStyle><w:jc w:val="center"></w:jc></w:pPr><w:r><w:rPr><w:b></w:b></w:rPr><w:t>一&amp;二</w:t></w:r></w:p>`, ""},
		"number":     {`<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/><wx:font wx:val="宋体"/></w:listPr></w:pPr><w:r><w:t>学习</w:t></w:r></w:p>`, `<w:p><w:pPr></w:pPr><w:r><w:t>一、</w:t></w:r><w:r><w:t>学习</w:t></w:r></w:p>`, ""},
		"bullet":     {`<w:p><w:pPr><w:listPr><wx:t wx:val="·"/></w:listPr></w:pPr></w:p>`, `<w:p><w:pPr></w:pPr><w:r><w:t>• </w:t></w:r></w:p>`, ""},
		"change":     {`<w:p><aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r></aml:content></aml:annotation></w:p>`, `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>`, ""},
		"note":       {`<w:p><w:r><w:t>件</w:t></w:r><w:r><w:footnote><w:p><w:r><w:t>含集体提案</w:t></w:r></w:p></w:footnote></w:r></w:p>`, `<w:p><w:r><w:t>件</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, `<w:footnote w:id="1"><w:p><w:r><w:t>含集体提案</w:t></w:r></w:p></w:footnote>`},
		"table":      {`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vmerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"></w:gridSpan><w:vMerge w:val="restart"></w:vMerge></w:tcPr><w:p></w:p></w:tc></w:tr></w:tbl>`, ""},
		"line end":   {`<w:r><w:br w:type="text-wrapping"/></w:r>`, `<w:r><w:br w:type="textWrapping"></w:br></w:r>`, ""},
		"picture":    {`<w:pict><w:binData w:name="a">AAAA</w:binData><v:shape id="s"><v:imagedata src="a"/></v:shape></w:pict>`, `<w:pict><w:shape w:id="s"><w:imagedata></w:imagedata></w:shape></w:pict>`, ""},
		"comment":    {`<aml:annotation w:type="Word.Comment"><aml:content><w:p/></aml:content></aml:annotation>`, ``, ""},
		"end of one": {`<w:p><w:pPr><w:rPr><aml:annotation w:type="Word.Deletion"/></w:rPr></w:pPr></w:p>`, `<w:p><w:pPr><w:rPr><w:del></w:del></w:rPr></w:pPr></w:p>`, ""},
	} {
		doc, err := Read(inOld(c.body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := string(doc.Parts["word/document.xml"])
		for part, data := range doc.Parts {
			if err := wellFormed(data); err != nil {
				t.Errorf("%s: %s: %v", name, part, err)
			}
		}
		got = strings.TrimSuffix(got[strings.Index(got, "main\">")+6:], "</w:document>")
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
		if notes := string(doc.Parts["word/footnotes.xml"]); !strings.Contains(notes, c.notes) {
			t.Errorf("%s: notes %s", name, notes)
		}
		if styles := string(doc.Parts["word/styles.xml"]); !strings.Contains(styles, `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1">`) || strings.Contains(styles, "uiName") {
			t.Errorf("%s: styles %s", name, styles)
		}
		if doc.Left[len(doc.Left)-1].Kind != block.Header || doc.Left[len(doc.Left)-1].Count != 1 {
			t.Errorf("%s: left out %+v", name, doc.Left)
		}
	}
	if format.Of(inOld("")) != format.WordXML || format.Of([]byte("见 "+word2003Space)) != format.PlainText {
		t.Error("the format is told wrongly")
	}
}

func TestOtherAndBrokenFilesAreRefused(t *testing.T) {
	sheet := strings.ReplaceAll(flatIn("UTF-8"), "/word/", "/xl/")
	for name, c := range map[string]struct {
		file   string
		kind   format.ErrorKind
		detail string
	}{
		"nothing": {"", format.Damaged, "wordxml"}, "a page": {"<html></html>", format.Damaged, "wordxml"},
		"a sheet": {sheet, format.UnsupportedFormat, "xlsx"}, "no body": {`<w:wordDocument xmlns:w="` + word2003Space + `"></w:wordDocument>`, format.Damaged, "wordxml"},
	} {
		_, err := Read([]byte(c.file))
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Detail != c.detail {
			t.Errorf("%s: %v", name, err)
		}
	}
	file := string(inOld(`<w:p><w:r><w:t>完整</w:t></w:r></w:p><w:p><w:r><w:t>半</w:t></w:r></w:p>`))
	doc, err := Read([]byte(file[:strings.Index(file, "半")+3]))
	if err != nil || !strings.Contains(string(doc.Parts["word/document.xml"]), "完整") || len(doc.Left) == 0 {
		t.Errorf("a file that is cut: %v, %+v", err, doc.Left)
	}
}

func TestDeepFilesTakeNoTime(t *testing.T) {
	for name, file := range map[string][]byte{
		"paragraphs": inOld(strings.Repeat("<w:p>", 200000)), "notes": inOld(strings.Repeat("<w:footnote>", 20000)),
		"parts": []byte(`<pkg:package xmlns:pkg="` + flatSpace + `">` + strings.Repeat(`<pkg:part pkg:name="/word/a"><pkg:xmlData>`, 100000)),
	} {
		start := time.Now()
		Read(file) //nolint:errcheck // whatever comes of it
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// FuzzRead must never panic, hang, fail with an error of another type, or
// give a part of Word 2003 that is no XML.
func FuzzRead(f *testing.F) {
	f.Add([]byte(flatIn("UTF-8")))
	f.Add(inOld(`<w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:r></w:p>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Read(data)
		var known *format.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("an error of another type: %v", err)
		}
		if part := doc.Parts["word/footnotes.xml"]; part != nil {
			var v struct{}
			if err := xml.Unmarshal(part, &v); err != nil && strings.Contains(err.Error(), "unexpected EOF") {
				t.Fatalf("an open part: %v", err)
			}
		}
	})
}
