package parser

import (
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"duidu/parser/format"
	"duidu/parser/format/pdf"
)

const (
	fontTitle = "永宁县政协工作报告"
	fontText  = "永宁县政协全年收到提案86件，立案80件。"
)

// pdfWithFont makes a file of one page whose font F1 is the fifth object;
// those that it needs follow it.
func pdfWithFont(program string, font ...string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		pdfStream("", program)}
	return pdfFile(append(objects, font...)...)
}

// composite is a font of many characters under an encoding, of a set; more
// is put into its dictionary.
func composite(encoding, set, more string) []string {
	return []string{
		fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding %s /DescendantFonts [6 0 R] %s >>", encoding, more),
		fmt.Sprintf("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 2 >> /DW 1000 /W [1 95 500] >>", set),
	}
}

// twoLines shows a title and a sentence in the bytes of a font.
func twoLines(code func(string) string) string {
	return fmt.Sprintf("BT /F1 20 Tf 1 0 0 1 200 720 Tm <%s> Tj ET BT /F1 12 Tf 1 0 0 1 60 680 Tm <%s> Tj ET",
		hex.EncodeToString([]byte(code(fontTitle))), hex.EncodeToString([]byte(code(fontText))))
}

func utf16Big(s string) string {
	var b []byte
	for _, u := range utf16Codes(s) {
		b = append(b, byte(u>>8), byte(u))
	}
	return string(b)
}

// glyphNumbers writes a text in the numbers of a set's glyphs, by the table
// that the reader has.
func glyphNumbers(t *testing.T, set string) func(string) string {
	t.Helper()
	table, err := os.ReadFile("format/pdf/data/cid.tsv")
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[rune]int{}
	for row := range strings.Lines(string(table)) {
		parts := strings.SplitN(strings.TrimSuffix(row, "\n"), "\t", 3)
		if parts[0] != set {
			continue
		}
		first, _ := strconv.Atoi(parts[1])
		for i, r := range []rune(parts[2]) {
			if _, ok := numbers[r]; !ok {
				numbers[r] = first + i
			}
		}
	}
	return func(s string) string {
		var out string
		for _, r := range s {
			out += twoBytes(numbers[r])
		}
		return out
	}
}

func twoBytes(n int) string { return string([]byte{byte(n >> 8), byte(n)}) }

func expectFontText(t *testing.T, name string, data []byte, title, text string) {
	t.Helper()
	if got := linesOfFile(t, data); !slices.Equal(got, []string{"T " + title, text}) {
		t.Errorf("%s: %q", name, got)
	}
}

func TestFontsOfAdobesSetsNeedNoTable(t *testing.T) {
	expectFontText(t, "GB1", pdfWithFont(twoLines(glyphNumbers(t, "GB1")), composite("/Identity-H", "GB1", "")...), fontTitle, fontText)
	traditional := strings.NewReplacer("县", "縣", "协", "協", "报", "報", "宁", "寧").Replace
	numbers := glyphNumbers(t, "CNS1")
	data := pdfWithFont(twoLines(func(s string) string { return numbers(traditional(s)) }), composite("/Identity-H", "CNS1", "")...)
	expectFontText(t, "CNS1", data, traditional(fontTitle), strings.ReplaceAll(traditional(fontText), "报", "報"))
}

func TestKnownEncodingsOfFontsAreDecoded(t *testing.T) {
	in := func(enc string) func(string) string {
		return func(s string) string { return string(encode(t, s, enc)) }
	}
	seven := func(s string) string { // GB 2312 in seven bits has wide letters only
		b := encode(t, strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r + 0xFEE0
			}
			return r
		}, s), format.EncGB18030)
		for i := range b {
			b[i] &= 0x7F
		}
		return string(b)
	}
	wide := func(s string) string {
		var b []byte
		for _, r := range s {
			b = append(b, 0, byte(r>>16), byte(r>>8), byte(r))
		}
		return string(b)
	}
	plain := func(s string) string { return s }
	for name, code := range map[string]func(string) string{
		"GBK-EUC-H": in(format.EncGB18030), "GBKp-EUC-H": in(format.EncGB18030), "GBK2K-V": in(format.EncGB18030), "GB-EUC-H": in(format.EncGB18030), "GBpc-EUC-H": in(format.EncGB18030),
		"UniGB-UCS2-H": utf16Big, "UniGB-UTF16-V": utf16Big, "UniGB-UTF8-H": plain, "UniGB-UTF32-H": wide, "GB-H": seven,
	} {
		got := strings.Join(linesOfFile(t, pdfWithFont(twoLines(code), composite("/"+name, "GB1", "")...)), "\n")
		if want := "T " + fontTitle + "\n" + fontText; got != want && strings.Map(narrowed, got) != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range []string{"ETen-B5-H", "ETenms-B5-H", "B5pc-H", "HKscs-B5-H", "ETHK-B5-V"} {
		data := pdfWithFont(twoLines(func(s string) string {
			return string(encode(t, strings.NewReplacer("县", "縣", "协", "協", "报", "報", "宁", "寧").Replace(s), format.EncBig5))
		}), composite("/"+name, "CNS1", "")...)
		expectFontText(t, name, data, "永寧縣政協工作報告", "永寧縣政協全年收到提案86件，立案80件。")
	}
}

func narrowed(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - 0xFEE0
	}
	return r
}

func TestEveryFormOfATableOfCharactersIsRead(t *testing.T) {
	const head = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
	chars, cids, list := "", "", ""
	var codes []rune
	for _, r := range fontTitle + fontText {
		if !slices.Contains(codes, r) {
			codes = append(codes, r)
			chars += fmt.Sprintf("<%04X> <%04X> ", len(codes), r)
			cids += fmt.Sprintf("<%04X> %d ", len(codes), r)
			list += fmt.Sprintf("<%04X> ", r)
		}
	}
	own := func(s string) string {
		out := ""
		for _, r := range s {
			out += twoBytes(slices.Index(codes, r) + 1)
		}
		return out
	}
	for name, c := range map[string]struct {
		table string
		code  func(string) string
	}{
		"bfchar":        {"9 beginbfchar " + chars + "endbfchar", own},
		"cidchar":       {"9 begincidchar " + cids + "endcidchar", own},
		"bfrange array": {fmt.Sprintf("1 beginbfrange <0001> <%04X> [%s] endbfrange", len(codes), list), own},
		"bfrange":       {"2 beginbfrange <0000> <00FF> <0000> <0100> <FFFF> <0100> endbfrange", utf16Big},
		"cidrange":      {"1 begincidrange <0000> <FFFF> 0 endcidrange", utf16Big},
		"both":          {"1 beginbfrange <0000> <00ff> <0000> endbfrange 1 begincidrange <0100> <ffff> 256 endcidrange", utf16Big},
		"overlaps":      {"2 beginbfrange <0000> <FFFF> <4E00> <0000> <FFFF> <0000> endbfrange", utf16Big}, // the last one counts
	} {
		font := append(composite("/Identity-H", "Identity", "/ToUnicode 7 0 R"), pdfStream("", head+c.table+" endcmap"))
		expectFontText(t, name, pdfWithFont(twoLines(c.code), font...), fontTitle, fontText)
	}
}

func TestAnEmbeddedEncodingLeadsToGlyphNumbers(t *testing.T) {
	numbers := glyphNumbers(t, "GB1")
	cmap := "begincmap 2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 95 begincidchar "
	for c := ' '; c <= '~'; c++ {
		cmap += fmt.Sprintf("<%02X> %d ", c, c-' '+1)
	}
	cmap += "endcidchar 1 begincidrange <8000> <FFFF> 0 endcidrange endcmap"
	code := func(s string) string {
		out := ""
		for _, r := range s {
			if r < 0x80 {
				out += string(r)
			} else {
				n := numbers(string(r))
				out += string([]byte{n[0] | 0x80, n[1]})
			}
		}
		return out
	}
	font := append(composite("7 0 R", "GB1", ""), pdfStream("/Type /CMap", cmap))
	expectFontText(t, "mixed", pdfWithFont(twoLines(code), font...), fontTitle, fontText)
}

func TestHanziInWesternFontsAreRecognised(t *testing.T) {
	western := "<< /Type /Font /Subtype /TrueType /BaseFont /SimSun /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [" + strings.Repeat("500 ", 224) + "] >>"
	gbk := func(s string) string { return string(encode(t, s, format.EncGB18030)) }
	data := pdfWithFont(twoLines(gbk), western)
	expectFontText(t, "GBK", data, fontTitle, fontText)
	src, err := pdf.Open(data)
	if err != nil || len(src.Notices) != 1 || src.Notices[0].Reason != "encoding-guessed" || src.Notices[0].Args[0] != "GB18030" {
		t.Errorf("a guess is told: %v %v", src.Notices, err)
	}
	cut := strings.ReplaceAll(twoLines(gbk), "> Tj", "> Tj")
	cut = cut[:strings.LastIndex(cut, "<")+3] + "> Tj <" + cut[strings.LastIndex(cut, "<")+3:] // within a character
	expectFontText(t, "cut", pdfWithFont(cut, western), fontTitle, fontText)
	french := func(string) string {
		return "R\xe9sum\xe9 de l'ann\xe9e pass\xe9e \xe0 l'\xe9cole, \xe9t\xe9 et hiver: o\xf9 \xe7a"
	}
	expectFontText(t, "French", pdfWithFont(strings.ReplaceAll(twoLines(french), "/F1 20", "/F1 24"), western), "Résumé de l'année passée à l'école, été et hiver: où ça", "Résumé de l'année passée à l'école, été et hiver: où ça")
}

func TestBytesBeforeTheHeadOfAPDFAreNoHindrance(t *testing.T) {
	whole := pdfOf(written(60, 700, 12, "县政协召开会议12次。"))
	for _, before := range []string{"\r\n\r\n", "Content-Type: application/pdf\r\n\r\n", "\xEF\xBB\xBF", strings.Repeat("x", 1000) + "\n"} {
		expectLines(t, append([]byte(before), whole...), "县政协召开会议12次。")
	}
	if kind := format.Of([]byte("A text may name %PDF-1.7 and stay a text.")); kind != format.PlainText {
		t.Error(kind)
	}
}

// sfnt is a font's file with one table of characters, of format 4 or 12, that
// gives each of the text's characters the number of its place.
func sfnt(format int, text []rune) string {
	var groups []byte
	u16 := func(n int) { groups = append(groups, byte(n>>8), byte(n)) }
	u32 := func(n int) { u16(n >> 16); u16(n & 0xFFFF) }
	sorted := slices.Clone(text)
	slices.Sort(sorted)
	glyph := func(r rune) int { return slices.Index(text, r) + 1 }
	if format == 12 {
		u16(12)
		u16(0)
		u32(16 + 12*len(text))
		u32(0)
		u32(len(text))
		for _, r := range sorted {
			u32(int(r))
			u32(int(r))
			u32(glyph(r))
		}
	} else {
		n := len(text)
		u16(4)
		u16(16 + 8*n)
		u16(0)
		u16(2 * n)
		u16(0)
		u16(0)
		u16(0)
		for _, r := range sorted {
			u16(int(r))
		}
		u16(0)
		for _, r := range sorted {
			u16(int(r))
		}
		for _, r := range sorted {
			u16((glyph(r) - int(r)) & 0xFFFF)
		}
		for range sorted {
			u16(0)
		}
	}
	head := string([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}) + "cmap" + "\x00\x00\x00\x00" + string([]byte{0, 0, 0, 28, 0, 0, byte((12 + len(groups)) >> 8), byte(12 + len(groups))})
	encoding := map[int]byte{4: 1, 12: 10}[format]
	return head + string([]byte{0, 0, 0, 1, 0, 3, 0, encoding, 0, 0, 0, 12}) + string(groups)
}

func TestTheTableInAFontsOwnFileServesWhereThereIsNoOther(t *testing.T) {
	var text []rune
	for _, r := range fontTitle + fontText {
		if !slices.Contains(text, r) {
			text = append(text, r)
		}
	}
	for _, format := range []int{4, 12} {
		for _, moved := range []int{0, 5} {
			code := func(s string) string {
				out := ""
				for _, r := range s {
					out += twoBytes(slices.Index(text, r) + 1 + moved)
				}
				return out
			}
			font := composite("/Identity-H", "Identity", "")
			font[1] = strings.Replace(font[1], "/DW 1000", "/DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Own /FontFile2 7 0 R >>", 1)
			font = append(font, pdfStream("", sfnt(format, text)))
			if moved > 0 {
				table := strings.Repeat("\x00\x00", moved)
				for g := range len(text) + 1 {
					table += twoBytes(g)
				}
				font[1] = strings.Replace(font[1], "/DW 1000", "/DW 1000 /CIDToGIDMap 8 0 R", 1)
				font = append(font, pdfStream("", table))
			}
			expectFontText(t, fmt.Sprint("format ", format, ", moved ", moved), pdfWithFont(twoLines(code), font...), fontTitle, fontText)
		}
	}
}

func FuzzPDFFont(f *testing.F) {
	f.Add("begincmap 1 beginbfrange <0000> <FFFF> <4E00> endbfrange", "", "/Identity-H", []byte("NN"))
	f.Add("", sfnt(4, []rune("县政协")), "/GBK-EUC-V", []byte("\xd0\xad"))
	f.Add("1 begincodespacerange <00> <80> endcodespacerange /GBK-EUC-H usecmap 1 begincidchar <00> 9 endcidchar", sfnt(12, []rune("县政协")), "7 0 R", []byte("a\x80"))
	p := New(Options{})
	f.Fuzz(func(t *testing.T, cmap, file, encoding string, shown []byte) {
		font := composite(encoding, "GB1", "/ToUnicode 7 0 R")
		if len(shown)%2 == 1 {
			font = composite(encoding, "Identity", "")
		}
		font[1] = strings.Replace(font[1], "/DW 1000", "/DW 1000 /FontDescriptor << /FontFile2 8 0 R >>", 1)
		font = append(font, pdfStream("", cmap), pdfStream("", file))
		readable(t, p, pdfWithFont(fmt.Sprintf("BT /F1 9 Tf 60 700 Td [<%X> -300 <%X>] TJ T* <%X> Tj ET 60 700 m 90 700 l S", shown, shown, shown), font...))
	})
}

func TestUnicodeInAFontThatSaysNothingIsRecognised(t *testing.T) {
	data := pdfWithFont(twoLines(utf16Big), composite("/Identity-H", "Identity", "")...)
	expectFontText(t, "Unicode", data, fontTitle, fontText)
	numbers := func(s string) string { // glyphs of a font of its own stay unknown
		out := ""
		for _, r := range s {
			out += twoBytes(int(r)%2000 + 3)
		}
		return out
	}
	wantKind(t, "numbers.pdf", pdfWithFont(twoLines(numbers), composite("/Identity-H", "Identity", "")...), format.NoCharacters)
}

func TestATitleThatCannotBeReadIsTakenFromTheFilesProperties(t *testing.T) {
	lost := strings.Repeat("0102", len([]rune(fontTitle)))
	body := fmt.Sprintf("BT /F3 20 Tf 1 0 0 1 200 720 Tm <%s> Tj ET", lost) + blockOf(60, 680, fontText, "组织委员开展视察调研，走访农户，形成报告提交县委研究。")
	data := string(pdfOf(body))
	named := strings.Replace(data, "/W [32 126 500]", fmt.Sprintf("/W [32 126 500] /Title <FEFF%X>", utf16Big(fontTitle)), 1)
	named = strings.Replace(named, "/Root 1 0 R", "/Root 1 0 R /Info 5 0 R", 1)
	if lines := linesOfFile(t, []byte(named)); lines[0] != "T "+fontTitle {
		t.Error(lines)
	}
	if lines := linesOfFile(t, []byte(data)); strings.Contains(lines[0], "永宁") {
		t.Error(lines)
	}
}
