package pdf

import (
	"slices"
	"strings"
	"testing"

	pdf "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func TestADrawingProgramIsCutIntoItsTokens(t *testing.T) {
	for program, want := range map[string][]token{
		`(a\(b\)\\(in)c) Tj`:      {{kind: tokenString, text: `a(b)\(in)c`}, {kind: tokenWord, text: "Tj"}},
		`(\101\60\0678\8\n\r\q)`:  {{kind: tokenString, text: "A0788\n\rq"}},
		"(one\\\ntwo\\\r\nthree)": {{kind: tokenString, text: "onetwothree"}},
		`(\377\200)`:              {{kind: tokenString, text: "\xff\x80"}},
		`(\07)(\1018)`:            {{kind: tokenString, text: "\a"}, {kind: tokenString, text: "A8"}},
		`(never closed`:           {{kind: tokenString, text: "never closed"}},
		`(cut\`:                   {{kind: tokenString, text: "cut\x00"}},
		`<4e2D5>`:                 {{kind: tokenString, text: "N-P"}},
		`<< /A#1 [-1.5 +2 .5] >>`: {{kind: tokenDict}, {kind: tokenName, text: "A#1"}, {kind: tokenOpen}, {kind: tokenNumber, number: -1.5}, {kind: tokenNumber, number: 2}, {kind: tokenNumber, number: 0.5}, {kind: tokenClose}, {kind: tokenEndDict}},
		"q % a remark\r Q":        {{kind: tokenWord, text: "q"}, {kind: tokenWord, text: "Q"}},
		"infinity nan 7":          {{kind: tokenWord, text: "infinity"}, {kind: tokenWord, text: "nan"}, {kind: tokenNumber, number: 7}},
	} {
		lex := pdfLexer{data: []byte(program)}
		var got []token
		for t := lex.next(); t.kind != tokenEnd; t = lex.next() {
			got = append(got, t)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is cut into %+v", program, got)
		}
	}
}

func TestATableOfCharactersGivesTextsGlyphsAndLengths(t *testing.T) {
	left := 1000
	m := readCharMap([]byte(`1 begincodespacerange <00> <7F> <8140> <FEFE> endcodespacerange
		3 beginbfchar <01> <63D0> <02> /uni6848 <03> <D840DC0B> endbfchar
		2 beginbfrange <8140> <8142> <4E00> <8150> <8151> [<7532> <4E59>] endbfrange
		1 begincidrange <20> <7e> 100 endcidrange
		1 beginbfchar <04> endbfchar`), &left)
	for code, want := range map[string]string{"\x01": "提", "\x02": "案", "\x03": "𠀋", "\x81\x40": "一", "\x81\x42": "丂", "\x81\x50": "甲", "\x81\x51": "乙", "\x20": "d"} {
		if got, ok := m.lookup(code); !ok || got != want {
			t.Errorf("% x is %q", code, got)
		}
	}
	for _, code := range []string{"\x04", "\x81\x43", "\x81\x52", "\x7f", "\x00\x01"} {
		if got, ok := m.lookup(code); ok {
			t.Errorf("% x is %q, and was never told", code, got)
		}
	}
	if g, ok := m.glyph("\x7e"); !ok || g != 100+0x7e-0x20 {
		t.Errorf("glyph %d", g)
	}
	for s, want := range map[string]int{"\x01\x02": 1, "\x81\x40x": 2, "\x81": 0, "\x80\x40": 0, "\xfe\xfe": 2, "\xff\xfe": 0, "\x7f": 1, "": 0} {
		if got := m.length(s); got != want {
			t.Errorf("the first code of % x has %d bytes", s, got)
		}
	}
	if left != 1000-3-1-3-1 {
		t.Errorf("%d codes may still be told", left)
	}
}

func TestTheNameOfAGlyphSaysItsCharacter(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "a.sc": "a", "uni63D0": "提", "uni63D0.vert": "提", "u2000B": "𠀋", "percent": "%", "four": "4",
		"uni63D": "", "uniXXXX": "", "u1234567": "", "g17": "", "": "",
	} {
		if got := glyphText(name); got != want {
			t.Errorf("%q is %q, not %q", name, got, want)
		}
	}
}

func TestAFontsGlyphsAreItsCharactersUpToTheLast(t *testing.T) {
	f := &pdfFont{wide: true, cids: []rune{0, '提', '案'}}
	if got := f.decode("\x00\x01\x00\x02\x00\x03\x00"); len(got) != 4 || got[0].text+got[1].text != "提案" || got[2].text != "�" || got[3].text != "�" {
		t.Errorf("read as %+v", got)
	}
}

func TestPagesAreListedInRuns(t *testing.T) {
	for want, pages := range map[string][]int{
		"3": {3}, "3、5": {3, 5}, "3-4": {3, 4}, "1-3、7": {1, 2, 3, 7}, "1、4-6": {1, 4, 5, 6},
	} {
		if got := pageList(pages); got != want {
			t.Errorf("%v is listed as %s", pages, got)
		}
	}
	var odd []int
	for i := range 12 {
		odd = append(odd, 2*i+1)
	}
	if got := pageList(odd); strings.HasSuffix(got, "…") {
		t.Errorf("twelve are listed as %s", got)
	}
	if got := pageList(append(odd, 99)); !strings.HasSuffix(got, "、23 …") {
		t.Errorf("thirteen are listed as %s", got)
	}
}

func TestLinesOfPrintCloseUpUnlessTheyAreLatin(t *testing.T) {
	for _, c := range [][3]string{
		{"全年收到提", "案86件", "全年收到提案86件"},
		{"work", "report", "work report"},
		{"consulta-", "tive", "consultative"},
		{"2023-", "x", "2023-x"},
		{"ABC-", "Def", "ABC-Def"},
		{"提案", "work", "提案work"},
		{"work", "提案", "work提案"},
		{"", "开头", "开头"},
		{"é", "x", "éx"},
	} {
		if got := string(appendPrint([]byte(c[0]), c[1])); got != c[2] {
			t.Errorf("%q and %q make %q", c[0], c[1], got)
		}
	}
}

func TestAFileWithoutItsEndIsCut(t *testing.T) {
	whole := "%PDF-1.4\n" + strings.Repeat("x", 4000) + "\n%%EOF\n"
	for data, want := range map[string]bool{whole: false, whole[:3000]: true, "%%EOF" + strings.Repeat("\n", 2043): false, "%%EOF" + strings.Repeat("\n", 2044): true} {
		if got := isCutPDF([]byte(data)); got != want {
			t.Errorf("%d bytes, cut %v", len(data), got)
		}
	}
}

// runAt is a text of type 10 on a baseline, ten points a character.
func runAt(x, y float64, text string) pdfRun {
	return pdfRun{text: text, x0: x, x1: x + 10*float64(len([]rune(text))), y: y, size: 10}
}

func textsOf(row pdfRow) []string {
	var all []string
	for _, r := range row {
		all = append(all, r.text)
	}
	return all
}

func TestRunsOfARowAreJoinedByTheGapsBetweenThem(t *testing.T) {
	for _, c := range []struct {
		row  []pdfRun
		want []string
	}{
		{[]pdfRun{runAt(0, 0, "收到"), runAt(20, 0, "提案")}, []string{"收到提案"}},
		{[]pdfRun{runAt(0, 0, "收到"), runAt(40, 0, "提案")}, []string{"收到", "提案"}},
		{[]pdfRun{runAt(0, 0, "收到"), runAt(0.5, 0, "收到")}, []string{"收到"}}, // drawn twice to look bold
		{[]pdfRun{runAt(0, 0, "86"), runAt(23, 0, "80")}, []string{"86", "80"}},
		{[]pdfRun{runAt(0, 0, "86"), runAt(12, 0, "80")}, []string{"86", "80"}}, // laid over each other
		{[]pdfRun{runAt(0, 0, "收到"), runAt(12, 0, "提案")}, []string{"收到提案"}},
	} {
		if got := textsOf(joinedRuns(c.row)); !slices.Equal(got, c.want) {
			t.Errorf("%v are joined to %q", c.row, got)
		}
	}
}

func TestTwoColumnsOfTextAreToldFromOne(t *testing.T) {
	columns := func(left, right int) (rows []pdfRow) {
		for i := range max(left, right) {
			var row pdfRow
			if i < left {
				row = append(row, runAt(0, float64(i*20), "县政协组织委员视察"))
			}
			if i < right {
				row = append(row, runAt(120, float64(i*20), "收到提案并且立案办理"))
			}
			rows = append(rows, row)
		}
		return rows
	}
	for _, c := range []struct {
		left, right int
		want        bool
	}{{4, 4, true}, {8, 6, true}, {6, 8, true}, {3, 3, false}, {3, 9, false}, {9, 3, false}, {12, 4, true}, {9, 0, false}} {
		gutter, ok := gutterOf(columns(c.left, c.right))
		if ok != c.want || ok && (gutter <= 90 || gutter >= 120) {
			t.Errorf("%d and %d rows: gutter at %g, %v", c.left, c.right, gutter, ok)
		}
	}
	left, right := parted([]pdfRow{{runAt(0, 0, "左"), runAt(100, 0, "右")}, {runAt(100, 20, "独")}, {runAt(0, 40, "孤")}}, 50)
	if len(left) != 2 || len(right) != 2 || left[1][0].text != "孤" || right[1][0].text != "独" {
		t.Errorf("parted into %v and %v", left, right)
	}
}

func TestNumbersThatStandUnderEachOtherAreATable(t *testing.T) {
	table := func(rows, columns int) *looseTable {
		var loose looseTable
		for y := range rows {
			row := pdfRow{runAt(0, float64(20*y), "提案")}
			for x := range columns {
				row = append(row, runAt(float64(100*(x+1)), float64(20*y), "86"))
			}
			if !loose.add(row) {
				return nil
			}
		}
		return &loose
	}
	for _, c := range []struct {
		rows, columns int
		want          bool
	}{{3, 1, true}, {2, 1, false}, {2, 2, true}, {1, 5, false}, {6, 4, true}} {
		if got := table(c.rows, c.columns).isTable(); got != c.want {
			t.Errorf("%d rows of %d numbers are a table: %v", c.rows, c.columns, got)
		}
	}
	if table(1, 63) == nil || table(1, 64) != nil {
		t.Error("a row of a table has at most 64 fields")
	}
	var one looseTable
	if !one.add(pdfRow{runAt(0, 0, "提案")}) || one.add(pdfRow{runAt(0, 20, "立案")}) || len(one.columns) != 1 {
		t.Errorf("one column is no table: %+v", one.columns)
	}
}

func TestRulesMakeATableWhoseSidesMayBeOpen(t *testing.T) {
	level := func(y float64) pdfRule { return pdfRule{0, y, 300, y} }
	upright := func(x float64) pdfRule { return pdfRule{x, 0, x, 60} }
	text := []pdfRun{runAt(10, 10, "提案"), runAt(110, 10, "86"), runAt(210, 10, "件"), runAt(10, 40, "信息"), runAt(110, 40, "12"), runAt(210, 40, "条")}
	for name, c := range map[string]struct {
		rules []pdfRule
		want  int // columns
	}{
		"closed":        {[]pdfRule{level(0), level(30), level(60), upright(0), upright(100), upright(200), upright(300)}, 3},
		"open at sides": {[]pdfRule{level(0), level(30), level(60), upright(100), upright(200)}, 3},
		"one upright":   {[]pdfRule{level(0), level(30), level(60), upright(100)}, 0},
		"one level":     {[]pdfRule{level(0), upright(0), upright(100), upright(200)}, 0},
		"no rules":      {nil, 0},
	} {
		s := pdfSheet{rules: c.rules, runs: slices.Clone(text)}
		columns := 0
		for _, t := range s.takeGrids() {
			columns = len(t.cells[0])
		}
		if columns != c.want {
			t.Errorf("%s: %d columns, %d runs left", name, columns, len(s.runs))
		}
		if c.want > 0 && len(s.runs) > 0 {
			t.Errorf("%s: %q stand outside", name, textsOf(s.runs))
		}
	}
}

func TestTheUsualStepBetweenLinesIsThatInsideParagraphs(t *testing.T) {
	var lines []pdfLine
	y := 0.0
	for _, step := range []float64{0, 40, 15, 15, 40, 15, 15, 16, 15} {
		y += step
		lines = append(lines, pdfLine{pdfRun: runAt(20, y, "全年收到提案八十六件"), left: 20, right: 200, flow: 1})
	}
	if got := typeOf(lines); got.leading != 15 || got.size != 10 {
		t.Errorf("%+v", got)
	}
}

// spaced is a text whose characters stand at places of their own.
func spaced(text string, at ...float32) pdfRun {
	r := pdfRun{text: text, size: 10, x0: float64(at[0]), x1: float64(at[len(at)-1]) + 10}
	n := 0
	for i := range text {
		r.places = append(r.places, pdfCut{at: int32(i), x0: at[n], x1: at[n] + 10})
		n++
	}
	return r
}

func TestWhatIsDrawnIntoTheGapsOfATextStandsThere(t *testing.T) {
	for want, row := range map[string][]pdfRun{
		"甲乙丙":   {spaced("甲丙", 0, 20), spaced("乙", 10)},
		"甲乙丙丁戊": {spaced("甲丙戊", 0, 20, 40), spaced("乙", 10), spaced("丁", 30)},
		"一乙丙丁戊": {spaced("一戊", 0, 80), spaced("乙丁", 10, 60), spaced("丙", 30)}, // a gap in what fills a gap
		"甲丙乙":   {spaced("甲丙", 0, 10), spaced("乙", 20)},
	} {
		if got := strings.Join(textsOf(inOrder(row)), ""); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestWhatWasGuessedOfFontsIsTold(t *testing.T) {
	reasons := func(fonts map[string]*pdfFont, unknown bool) []string {
		r := pdfReader{fonts: fonts, doc: &pdf.Context{XRefTable: new(pdf.XRefTable)}}
		var all []string
		for _, n := range r.notices(nil, false, unknown) {
			all = append(all, n.Reason+" "+strings.Join(n.Args, " "))
		}
		return all
	}
	if got := reasons(map[string]*pdfFont{"F1": {multibyte: "gb18030"}}, false); got != nil {
		t.Errorf("nothing is amiss, and told: %q", got)
	}
	fonts := map[string]*pdfFont{"F1": {multibyte: "gb18030", guessed: true}, "F2": {multibyte: "big5", guessed: true}, "F3": {multibyte: "big5", guessed: true}}
	if got := reasons(fonts, true); !slices.Equal(got, []string{"signs-unknown ", "encoding-guessed BIG5、GB18030"}) {
		t.Errorf("%q", got)
	}
}
