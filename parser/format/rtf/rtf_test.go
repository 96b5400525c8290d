package rtf

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"duidu/parser/format"
	"duidu/parser/format/block"
	"duidu/parser/parsertest"
)

// hex writes text as RTF does in an encoding; plain characters stay.
func hex(e encoding.Encoding, text string) string {
	b, _ := e.NewEncoder().Bytes([]byte(text))
	var out strings.Builder
	for _, c := range b {
		if c < 0x80 && c != '\\' && c != '{' && c != '}' {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, `\'%02x`, c)
		}
	}
	return out.String()
}

func gbk(text string) string { return hex(simplifiedchinese.GBK, text) }

// lines reads a document and shows its blocks.
func lines(t *testing.T, rtf string) (string, block.Text) {
	t.Helper()
	text, err := Read([]byte(rtf))
	if err != nil {
		t.Fatalf("%v: %s", err, rtf)
	}
	var out []string
	for _, b := range text.Blocks {
		s := b.Words()
		if b.Row != nil {
			var cells []string
			for _, c := range b.Row {
				s := strings.ReplaceAll(c.Text(), "\n", "/")
				if c.Columns > 1 {
					s += fmt.Sprintf("{%d}", c.Columns)
				}
				if c.Below {
					s += "^"
				}
				cells = append(cells, s)
			}
			s = "R " + strings.Join(cells, "|")
		}
		if b.Note > 0 {
			s = fmt.Sprintf("N%d %s", b.Note, s)
		}
		if b.Level > 0 {
			s = fmt.Sprintf("H%d %s", b.Level, s)
		}
		out = append(out, map[block.Role]string{block.Title: "T ", block.Caption: "C ", block.Item: "I "}[b.Role]+s)
	}
	return strings.Join(out, "\n"), text
}

func count(text block.Text, kind block.Left) int {
	for _, o := range text.Left {
		if o.Kind == kind {
			return o.Count
		}
	}
	return 0
}

const fonts = `{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\froman\fcharset0 Times;}{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset136 MingLiU;}}`

func TestBytesAreReadByTheirFontAndTheDocument(t *testing.T) {
	for name, c := range map[string]struct{ rtf, want string }{
		"charset of the font":          {`{\rtf1\ansi\ansicpg1252\deff1` + fonts + `\f0 ` + gbk("全年提交提案152件。") + `\f1 r\'e9sum\'e9\par}`, "全年提交提案152件。résumé"},
		"page of the document":         {`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}` + gbk("立案131件。") + `}`, "立案131件。"},
		"western font, chinese page":   {`{\rtf1\ansi\ansicpg936` + fonts + `\f1 ` + gbk("立案131件。") + `}`, "立案131件。"},
		"western font, western bytes":  {`{\rtf1\ansi\ansicpg936` + fonts + `\f1 caf\'e9.}`, "café."},
		"a font beside":                {`{\rtf1\ansi\ansicpg1252` + fonts + `\loch\af1\hich\af1\dbch\f0 ` + gbk("政协") + `\loch\f1 caf\'e9}`, "政协café"},
		"traditional":                  {`{\rtf1\ansi\ansicpg1252` + fonts + `\f3 ` + hex(traditionalchinese.Big5, "協商議政功許") + `}`, "協商議政功許"},
		"second half in the clear":     {`{\rtf1\ansi\ansicpg936 \'95@\'e9F}`, "旲镕"},
		"nothing says so":              {`{\rtf1\ansi ` + gbk("协商议政") + `}`, "协商议政"},
		"bytes in the clear":           {"{\\rtf1\\ansi\\ansicpg936 \xd0\xad\xc9\xcc\\par}", "协商"},
		"utf-8":                        {`{\rtf1\ansi\ansicpg65001 协商}`, "协商"},
		"group in mid-word":            {`{\rtf1\ansi\ansicpg936 {\b ` + gbk("协") + `}` + gbk("商") + `}`, "协商"},
		"unicode":                      {`{\rtf1\ansi\ansicpg936\uc1 \u25919?\u21327 ?\u-28585\'3f}`, "政协遗"},
		"two bytes stand for one":      {`{\rtf1\ansi\ansicpg936\uc2 \u25919\'d5\'fe\u21327\'d0\'adX}`, "政协X"},
		"none stands for one":          {`{\rtf1\ansi\uc0 \u25919\u21327 1}`, "政协1"},
		"of its group alone":           {`{\rtf1\ansi{\uc0 \u25919}\u21327 ?1}`, "政协1"},
		"a word ends what stands":      {`{\rtf1\ansi\uc1 \u25919\par \u21327 ?}`, "政\n协"},
		"halves of a character":        {`{\rtf1\ansi\uc1 \u-10179?\u-8704?}`, "😀"},
		"signs":                        {`{\rtf1\ansi\ldblquote a\rdblquote\emdash b\~c\_d\-e\line f\{\}\\}`, "“a”—b\u00A0c-de\nf{}\\"},
		"binary data":                  {"{\\rtf1\\ansi a{\\*\\blob\\bin5 }}}}}}b}", "ab"},
		"unknown group with a star":    {`{\rtf1\ansi a{\*\unheardof b{c}}d{\unheard e}f}`, "adef"},
		"both forms":                   {`{\rtf1\ansi a{\upr{old}{\*\ud{new}}}b}`, "anewb"},
		"a mark at its head":           {"\xEF\xBB\xBF {\\rtf1\\ansi a}", "a"},
		"line ends of the file itself": {"{\\rtf1\\ansi a\r\nb\\par\r\nc}", "ab\nc"},
	} {
		if got, _ := lines(t, c.rtf); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestStylesAndLevelsMakeHeadings(t *testing.T) {
	got, text := lines(t, `{\rtf1\ansi\ansicpg936{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\sbasedon0 heading 1;}{\s2\sbasedon1 `+gbk("我的一级")+`;}{\s3\qc Title;}{\s4 caption;}{\s5 toc 1;}{\*\cs6 heading 2;}{\s7 `+gbk("标题 2")+`;}}
\pard\s3 `+gbk("工作报告")+`\par\pard\s5 a 1\par\pard\s1 a\par\pard\s2 b\par\pard\s7 c\par\pard\outlinelevel2 d\par\pard\s1\outlinelevel9 e\par\pard\s4 f\par\pard\s99 g\par}`)
	if want := "T 工作报告\nH1 a\nH1 b\nH2 c\nH3 d\ne\nC f\ng"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !text.Blocks[0].Centred || count(text, block.Contents) != 1 {
		t.Errorf("%+v, %+v", text.Blocks[0], text.Left)
	}
}

func TestRowsStayRowsAndCellsStayCells(t *testing.T) {
	got, _ := lines(t, `{\rtf1\ansi before\par
\trowd\trleft0\cellx2010\cellx3000\pard\intbl head\cell rate\cell\row
\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl a\par b\cell 10\cell 90%\cell\row
\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl\cell 8\cell\cell\row
\pard after\par}`)
	if want := "before\nR head{2}|rate\nR a/b|10|90%\nR ^|8{2}\nafter"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestATableInATableStaysInItsCell(t *testing.T) {
	got, _ := lines(t, `{\rtf1\ansi\trowd\cellx1000\cellx2000\pard\intbl\itap2 in\nestcell 5\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}
\pard\intbl\itap1 out\cell right\cell\row\pard end\par}`)
	if want := "R in 5/out|right\nend"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatStandsBesideTheTextIsReadOrTold(t *testing.T) {
	got, text := lines(t, `{\rtf1\ansi\ansicpg936`+fonts+`{\header `+gbk("望溪县政协")+`\par}{\footer `+gbk("第")+`{\field{\*\fldinst PAGE}{\fldrslt 1}}`+gbk("页")+`\par}
a{\footnote\pard\plain {\super\chftn} first}b{\footnote{\super\chftn} second\par more\par}\par
c{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt link}}{\field{\*\fldinst EQ \\o\\ad(\\s\\up 9(t),`+gbk("谭")+`)}{\fldrslt}}d{\field{\*\fldinst PAGE}}\par
e{\deleted gone\par}f{\v secret}g{\*\annotation note}\par
{\shp{\*\shpinst\shpleft0{\sp{\sn pib}{\sv {\pict\pngblip 00ff}}}{\shptxt\pard box\par}}{\shprslt{\*\do\dptxbx{\dptxbxtext again\par}}}}h\par
i{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 0000}}\par
{\object\objemb{\*\objdata 00ff}{\result{\pict 00}}}j\f2\'a8\par}`)
	if want := "ab\nclink谭d\nefg\nh\nbox\ni\nj\nN1 first\nN2 second\nN2 more"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for kind, n := range map[block.Left]int{block.Header: 1, block.Deleted: 5, block.Hidden: 6, block.Comment: 1, block.Picture: 3, block.Object: 1, block.Symbol: 1} {
		if count(text, kind) != n {
			t.Errorf("told %d of %s, want %d", count(text, kind), kind, n)
		}
	}
}

func TestTheNumbersOfListsAreText(t *testing.T) {
	got, _ := lines(t, `{\rtf1\ansi\ansicpg936`+fonts+`{\listtext\pard\plain `+gbk("一、")+`\tab}\pard\ls1 a\par{\listtext 1.\tab}\pard b\par{\pntext\f2\'b7\tab}c\par{\listtext\tab}d\par e\par}`)
	if want := "一、a\n1. b\nI • c\nd\ne"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDamagedAndEmptyFilesAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		rtf  string
		kind format.ErrorKind
	}{
		"no rtf": {`hello`, format.Damaged}, "nothing": {``, format.Damaged}, "empty": {`{\rtf1\ansi\par\par}`, format.Empty},
		"cut before the text": {`{\rtf1\ansi{\fonttbl{\f0`, format.Damaged}, "pictures": {`{\rtf1{\pict 00}}`, format.Empty},
	} {
		_, err := Read([]byte(c.rtf))
		var e *format.Error
		if !errors.As(err, &e) || e.Kind != c.kind || e.Detail != "rtf" {
			t.Errorf("%s: %v", name, err)
		}
	}
	got, text := lines(t, `{\rtf1\ansi a\par b{\footnote c`)
	if got != "a\nb\nN1 c" || count(text, block.Damage) != 1 {
		t.Errorf("a file that is cut: %q, %+v", got, text.Left)
	}
}

func TestBombsTakeNeitherTimeNorMemory(t *testing.T) {
	const n = 200000
	for name, rtf := range map[string]string{
		"groups":       `{\rtf1 a` + strings.Repeat(`{`, n) + "b" + strings.Repeat(`}`, n) + "c}",
		"open groups":  `{\rtf1 a` + strings.Repeat(`{\b x`, n),
		"notes":        `{\rtf1 a` + strings.Repeat(`{\footnote x`, n),
		"fields":       `{\rtf1 a` + strings.Repeat(`{\field{\*\fldinst EQ (`, n),
		"tables":       `{\rtf1 a` + strings.Repeat(`\itap9999999 b\nestcell\pard c\par`, n/10) + "}",
		"cells":        `{\rtf1\trowd` + strings.Repeat(`\cellx1`, n) + `a\cell\row}`,
		"fonts":        `{\rtf1{\fonttbl` + strings.Repeat(`{\f1\fcharset134 x;}`, n/4) + `}a}`,
		"styles":       `{\rtf1{\stylesheet` + strings.Repeat(`{\s1\sbasedon1 x;}`, n/4) + `}\s1 a}`,
		"binary":       `{\rtf1 a\bin999999999999 b}`,
		"skipped":      `{\rtf1\uc99999999 a\u25919` + strings.Repeat("x", n) + `}`,
		"long word":    `{\rtf1 a\` + strings.Repeat("x", n) + strings.Repeat("9", n) + `}`,
		"half escapes": `{\rtf1 a` + strings.Repeat(`\'`, n) + `\`,
	} {
		start := parsertest.Worked(t)
		text, _ := Read([]byte(rtf))
		if took := parsertest.Worked(t) - start; took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		size := 0
		for _, b := range text.Blocks {
			size += len(b.Words())
		}
		if size > len(rtf) {
			t.Errorf("%s: %d bytes of text from %d", name, size, len(rtf))
		}
	}
	_, text := lines(t, `{\rtf1 a`+strings.Repeat(`{`, 2000)+"b"+strings.Repeat(`}`, 2000)+"c}")
	if count(text, block.Nested) == 0 {
		t.Error("groups beyond the depth are not told")
	}
}

// FuzzRead must never panic, hang, or fail with an error of another type.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{\rtf1\ansi\ansicpg936` + fonts + `\f0 ` + gbk("提案") + `\u25919?\par\trowd\cellx1\intbl a\cell\row{\footnote b}{\field{\*\fldinst EQ (a)}}}`,
		`{\rtf1{\stylesheet{\s1\outlinelevel0 x;}}\s1 a{\listtext 1.}\par{\shp{\*\shpinst{\shptxt b}}}{\*\ud c}\bin3 abc}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(data)
		var known *format.Error
		if err != nil && !errors.As(err, &known) {
			t.Fatalf("an error of another type: %v", err)
		}
		if err == nil && text.Empty() {
			t.Fatal("an empty text without an error")
		}
	})
}
