package parser

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"duidu/parser/format"
	"duidu/parser/format/pdf"
	"duidu/parser/parsertest"
)

// pdfFile makes a PDF file of objects numbered from 1; the first is the
// catalogue.
func pdfFile(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func pdfStream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// pdfFonts are the fonts of the test pages: F1 with a table of its characters
// (their Unicode numbers), F2 of a known Chinese encoding without one.
const identityMap = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap`

// pdfOf makes a file of pages, each a drawing program.
func pdfOf(pages ...string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", // pages follow
		"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [5 0 R] >>",
		pdfStream("", identityMap),
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [7 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
		pdfStream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"),
	}
	var kids strings.Builder
	for _, p := range pages {
		n := len(objects) + 1
		fmt.Fprintf(&kids, "%d 0 R ", n)
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 6 0 R /F3 8 0 R >> /XObject << /I1 9 0 R >> >> >>", n+1),
			pdfStream("/Filter /FlateDecode", deflated(p)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(pages))
	return pdfFile(objects...)
}

// written draws text at a place, in points from the lower left corner.
func written(x, y, size float64, text string) string {
	var hex strings.Builder
	for _, u := range utf16Codes(text) {
		fmt.Fprintf(&hex, "%04X", u)
	}
	return fmt.Sprintf("BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n", size, x, y, hex.String())
}

// block draws lines under each other.
func blockOf(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(written(x, y-20*float64(i), 12, l))
	}
	return b.String()
}

func TestThePagesOfAPDFAreJoinedWithoutHeadsAndNumbers(t *testing.T) {
	head := func(n int) string {
		return written(250, 770, 9, "某某县政协文件") + written(290, 30, 9, fmt.Sprintf("— %d —", n))
	}
	first := head(1) + written(200, 720, 20, "县政协工作") + blockOf(60, 660, "　　一年来，县政协围绕全县中心工作开展协商，组织委员深入乡镇", "走访农户，形成报告提交县委，全年召开各类会议一十余次，收到提", "案236件。", "　　新的一年，我们将围绕群众关切的事情继续开展民主监督，邀请委", "员参加视察")
	second := head(2) + blockOf(60, 740, "活动，办好每一件提案。", "　　会议号召全体委员努力工作。")
	third := head(3) + blockOf(60, 740, "　　完。")
	expectLines(t, pdfOf(first, second, third), "T 县政协工作", "一年来，县政协围绕全县中心工作开展协商，组织委员深入乡镇走访农户，形成报告提交县委，全年召开各类会议一十余次，收到提案236件。",
		"新的一年，我们将围绕群众关切的事情继续开展民主监督，邀请委员参加视察", "活动，办好每一件提案。", "会议号召全体委员努力工作。", "完。")
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	left := []string{"左栏第一行文字写得很满一些", "左栏第二行文字写得很满一些", "左栏第三行文字写得很满一些", "左栏第四行文字写得很满一些", "左栏第五行文字写得很满一些"}
	right := []string{"右栏第一行文字写得很满一些", "右栏第二行文字写得很满一些", "右栏第三行文字写得很满一些", "右栏第四行文字写得很满一些", "右栏第五行文字写得很满，完。"}
	expectLines(t, pdfOf(written(120, 740, 12, "这一行横跨两栏，写得比哪一栏都要长一些，占了大半个页面的宽度。")+blockOf(60, 700, left...)+blockOf(240, 700, right...)),
		"这一行横跨两栏，写得比哪一栏都要长一些，占了大半个页面的宽度。", strings.Join(left, "")+strings.Join(right, ""))
}

func TestAKnownChineseEncodingNeedsNoTable(t *testing.T) {
	text := fmt.Sprintf("BT /F2 12 Tf 1 0 0 1 60 700 Tm <%X> Tj ET", encode(t, "县政协召开会议12次。", format.EncGB18030))
	expectLines(t, pdfOf(text), "县政协召开会议12次。")
}

func TestReplacedTextAndArtifactsAreHonoured(t *testing.T) {
	page := "/Artifact BMC " + written(60, 700, 12, "页眉不读") + "EMC " + "/Span << /ActualText <FEFF5C40> >> BDC " + written(60, 660, 12, "屌") + "EMC " + written(72, 660, 12, "长讲话。") +
		"/F9 12 Tf q Q Q BI /W 1 ID xx EI " + written(60, 640, 12, "a wonder-") + written(60, 620, 12, "ful day for everyone here")
	expectLines(t, pdfOf(page), "局长讲话。", "a wonderful day for everyone here")
}

func TestARowOfAPDFTableIsARow(t *testing.T) {
	page := written(60, 720, 12, "单位：件")
	for i, r := range [][]string{{"项目", "本年", "上年"}, {"收到提案", "236", "210"}, {"立案提案", "201", "188"}, {"重点提案", "12", "10"}} {
		for k, c := range r {
			page += written(60+150*float64(k), 690-20*float64(i), 12, c)
		}
	}
	r := parsed(t, New(Options{}), "a.pdf", pdfOf(page))
	var got []string
	for _, f := range r.Figures {
		got = append(got, f.Text+f.Unit+f.Indicator)
	}
	if want := []string{"236件proposals_received", "210件proposals_received", "201件proposals_filed", "188件proposals_filed", "12件key_proposals", "10件key_proposals"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAScanSaysThatItHasNoText(t *testing.T) {
	scan := "q 600 0 0 800 0 0 cm /I1 Do Q"
	wantKind(t, "scan.pdf", pdfOf(scan, scan), format.NoTextLayer)
	wantKind(t, "stamped.pdf", pdfOf(scan+written(500, 20, 9, "第1页"), scan+written(500, 20, 9, "第2页")), format.NoTextLayer)
	lost := "BT /F3 12 Tf 1 0 0 1 60 700 Tm <4E2D4E2D4E2D4E2D> Tj ET"
	wantKind(t, "lost.pdf", pdfOf(lost), format.NoCharacters)
	wantKind(t, "blank.pdf", pdfOf(""), format.Empty)
}

func TestABrokenPDFIsRefused(t *testing.T) {
	whole := pdfOf(blockOf(60, 700, "县政协召开会议12次，收到提案86件。"))
	wantKind(t, "head.pdf", []byte("%PDF-1.7\n"), format.Damaged)
	wantKind(t, "cut.pdf", whole[:len(whole)/3], format.Damaged)
	for cut := 1; cut < len(whole); cut += len(whole) / 40 {
		readable(t, New(Options{}), whole[:cut])
	}
}

func TestPDFsThatNeverEndDoEnd(t *testing.T) {
	loop := pdfFile("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>", "<< /Type /Page /Parent 3 0 R >>")
	prev := bytes.Replace(pdfOf(""), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Prev 9"), 1)
	bomb := pdfOf(strings.Repeat("q ", pdf.MaxPDFDecode/2+1000))
	many := pdfOf(strings.Repeat(written(60, 700, 12, "政"), 200_000))
	for name, data := range map[string][]byte{"loop": loop, "prev": prev, "bomb": bomb, "many": many} {
		start := parsertest.Worked(t)
		_, err := New(Options{}).Parse(name, data)
		took := parsertest.Worked(t) - start
		t.Log(name, took, err)
		if took > 8*time.Second {
			t.Errorf("%s: %v, %v", name, took, err)
		}
	}
	wantKind(t, "loop.pdf", loop, format.Damaged)
	wantKind(t, "bomb.pdf", bomb, format.Damaged)
}

func FuzzPDF(f *testing.F) {
	f.Add([]byte(written(60, 700, 12, "县政协召开会议12次")))
	f.Add([]byte("q 1 0 0 1 0 0 cm /I1 Do Q BT /F2 9 Tf [(a) -9 <B0A1>] TJ T* (x) ' ET"))
	f.Add([]byte("/Span << /ActualText (x) >> BDC BI ID EI EMC EMC"))
	p := New(Options{})
	f.Fuzz(func(t *testing.T, program []byte) {
		readable(t, p, pdfOf(string(program)))
	})
}

func FuzzPDFFile(f *testing.F) {
	f.Add(pdfOf(written(60, 700, 12, "县政协")))
	f.Add(pdfFile("<< /Type /Catalog >>"))
	p := New(Options{})
	f.Fuzz(func(t *testing.T, data []byte) {
		readable(t, p, append([]byte("%PDF-1.5\n"), data...))
	})
}

func BenchmarkPDF(b *testing.B) {
	page := ""
	for i := range 35 {
		page += written(60, 740-20*float64(i), 12, strings.Repeat("县政协围绕中心工作开展协商", 3))
	}
	data := pdfOf(page, page, page)
	b.SetBytes(int64(3 * 35 * 39 * 3))
	for b.Loop() {
		if _, err := pdf.Open(data); err != nil {
			b.Fatal(err)
		}
	}
}
