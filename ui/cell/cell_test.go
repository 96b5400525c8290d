package cell

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var policies = []Policy{{Narrow}, {Wide}}

func TestWidthsAgreeWithTerminals(t *testing.T) {
	cases := []struct {
		text         string
		narrow, wide int
	}{
		{"", 0, 0},
		{"duidu", 5, 5},
		{"对读", 4, 4},
		{"“提案”", 6, 8},
		{"——", 2, 4},
		{"……", 2, 4},
		{"①·", 2, 4},
		{"９２．７％", 10, 10},
		{"𠀋𪚥", 4, 4}, // plane 2
		{"e\u0301", 1, 1},
		{"汉\u0301", 2, 2},
		{"👨\u200d👩\u200d👧", 2, 2},
		{"🇨🇳", 2, 2},
		{"❤\ufe0f", 2, 2},
		{"각", 2, 2},
		{"각", 2, 2},
		{"กำ", 2, 2},
		{"\u200b", 0, 0},
		{"a\x1bb", 2, 2},
		{"⚠", 1, 1},
		{"│─▇●", 4, 8},
	}
	for _, c := range cases {
		if n := (Policy{Narrow}).Width(c.text); n != c.narrow {
			t.Errorf("narrow %q: %d cells, want %d", c.text, n, c.narrow)
		}
		if n := (Policy{Wide}).Width(c.text); n != c.wide {
			t.Errorf("wide %q: %d cells, want %d", c.text, n, c.wide)
		}
	}
}

func TestFitIsExactAndNeverSplitsAWideCell(t *testing.T) {
	texts := []string{"", "abc", "政协委员", "a政b协c", "“引号”与……", "e\u0301e\u0301", "👨\u200d👩\u200d👧家", "a\x1b[31mb\nc"}
	for _, p := range policies {
		for _, s := range texts {
			for w := 0; w < 14; w++ {
				for name, got := range map[string]string{"Fit": p.Fit(s, w), "FitEllipsis": p.FitEllipsis(s, w), "FitRight": p.FitRight(s, w)} {
					if p.Width(got) != w {
						t.Errorf("%s(%q, %d) under %v = %q: %d cells", name, s, w, p, got, p.Width(got))
					}
					if strings.IndexFunc(got, Control) >= 0 {
						t.Errorf("%s(%q, %d) lets a control character through: %q", name, s, w, got)
					}
				}
			}
		}
	}
	if got := (Policy{}).Fit("政协", 3); got != "政 " {
		t.Errorf("half a character at the edge: %q", got)
	}
	if got := (Policy{}).FitEllipsis("政协委员", 6); got != "政协… " {
		t.Errorf("ellipsis: %q", got)
	}
	if got := (Policy{}).Tail("提案委员会", 5); got != "员会" {
		t.Errorf("tail: %q", got)
	}
	if got := (Policy{Wide}).Repeat("─", 5); got != "── " {
		t.Errorf("repeat: %q", got)
	}
}

func drawn(p Policy, text string, width int, o Options) []string {
	var rows []string
	for _, l := range p.Wrap(text, width, o) {
		rows = append(rows, strings.TrimRight(p.Paint(text, l, width, "", nil), " "))
	}
	return rows
}

func TestChineseLinesBreakAsAPrinterWould(t *testing.T) {
	cases := []struct {
		name  string
		text  string
		width int
		o     Options
		want  []string
	}{
		{"no stop at a line start", "全会听取报告，审议决议。", 12, Options{}, []string{"全会听取报", "告，审议决", "议。"}},
		{"no opening mark at a line end", "委员提出《建议》", 10, Options{}, []string{"委员提出", "《建议》"}},
		{"curly quotes are brackets", "开展“有事来商量”活动", 8, Options{}, []string{"开展“有", "事来商", "量”活动"}},
		{"a break may stand before a quote", "聚焦中心“画龙”", 9, Options{}, []string{"聚焦中心", "“画龙”"}},
		{"a dash stays whole", "他们的回答——很好", 11, Options{}, []string{"他们的回答", "——很好"}},
		{"dots stay whole", "他们的回答很好……", 14, Options{}, []string{"他们的回答很", "好……"}},
		{"a number keeps its unit", "举办协商活动28次", 14, Options{}, []string{"举办协商活动", "28次"}},
		{"and the words between", "举办协商180余次", 10, Options{}, []string{"举办协商", "180余次"}},
		{"and the last of them", "协商180余次", 10, Options{}, []string{"协商", "180余次"}},
		{"brackets hold what is not Chinese", "通过“3+N”机制（G353）", 7, Options{}, []string{"通过", "“3+N”机", "制", "（G353", "）"}},
		{"Latin words stay whole", "使用 OpenCC 转换", 10, Options{}, []string{"使用", "OpenCC 转", "换"}},
		{"first line stands in", "一年来工作扎实有力推进", 14, Paragraph, []string{"    一年来工作", "扎实有力推进"}},
		{"bullets hang", "·一年来工作扎实推进", 9, Options{Rest: 1}, []string{"·一年来工", " 作扎实推", " 进"}},
		{"line ends are kept", "甲\n\n乙", 8, Options{}, []string{"甲", "", "乙"}},
		{"no unit alone after percent", "办复率达到100%。", 10, Options{}, []string{"办复率达到", "100%。"}},
	}
	for _, c := range cases {
		got := drawn(Policy{}, c.text, c.width, c.o)
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// checkWrap states the contract of Wrap.
func checkWrap(t *testing.T, p Policy, text string, width int, o Options) {
	t.Helper()
	at := 0
	for i, l := range p.Wrap(text, width, o) {
		if l.Start != at || l.End < l.Start {
			t.Fatalf("line %d of %q at width %d starts at %d, not at %d", i, text, width, l.Start, at)
		}
		at = l.End
		if !utf8.ValidString(text[l.Start:l.End]) && utf8.ValidString(text) {
			t.Fatalf("line %d of %q cuts a rune", i, text)
		}
		if width >= 2 && l.Indent+l.Width > width {
			t.Fatalf("line %d of %q: %d+%d cells at width %d", i, text, l.Indent, l.Width, width)
		}
		body := strings.TrimRight(text[l.Start:l.End], " \t\r\n")
		if n := p.Width(body); n > l.Width {
			t.Fatalf("line %d of %q is %d cells, says %d", i, text, n, l.Width)
		}
		if n := p.Width(p.Paint(text, l, width, "", nil)); n != width {
			t.Fatalf("line %d of %q paints %d cells, not %d", i, text, n, width)
		}
	}
	if at != len(text) {
		t.Fatalf("%q at width %d: %d of %d bytes", text, width, at, len(text))
	}
}

var fixtures = []string{
	"",
	"　　一年来，县政协常委会围绕“两山”理念（见附件）开展协商议政18次，提出意见建议１２６条，办复率100%。",
	"——聚焦中心，服务大局……“有事好商量”平台【示范点】达45个；",
	"𠀋𪚥字与e\u0301、👨\u200d👩\u200d👧‍👦、🇨🇳、각 mixed with Latin words and https://example.org/a/very/long/address?with=query",
	"甲 乙\t丙\n\n丁\r\n戊　己",
	"（（（（（《《《“““‘‘‘’’’”””》》》）））））",
	"3+N、1+7、G353、2.5万亿元、-3.2%、№5、½",
	"。。。。。。。。，，，，，，",
}

func TestWrapKeepsItsContractAtEveryWidth(t *testing.T) {
	for _, p := range policies {
		for _, text := range fixtures {
			for width := 1; width <= 90; width++ {
				for _, o := range []Options{{}, Paragraph, {First: 0, Rest: 3}} {
					checkWrap(t, p, text, width, o)
				}
			}
		}
	}
}

func TestNoLineStartsWithAClosingMarkOrEndsWithAnOpeningOne(t *testing.T) {
	text := strings.Repeat(fixtures[1]+fixtures[2], 3)
	for _, p := range policies {
		for width := 14; width <= 88; width++ {
			lines := p.Wrap(text, width, Paragraph)
			for i, l := range lines {
				first, _ := utf8.DecodeRuneInString(text[l.Start:])
				last, _ := utf8.DecodeLastRuneInString(text[:l.End])
				if classOf(first) == closer {
					t.Errorf("width %d: line %d starts with %c", width, i, first)
				}
				if classOf(last) == opener {
					t.Errorf("width %d: line %d ends with %c", width, i, last)
				}
				if i > 0 && first == '—' && strings.HasSuffix(text[:l.Start], "—") {
					t.Errorf("width %d: a dash is broken", width)
				}
			}
		}
	}
}

func TestOffsetsAndCellsAreTwoWaysToSayOnePlace(t *testing.T) {
	for _, p := range policies {
		for _, text := range fixtures {
			for _, l := range p.Wrap(text, 24, Paragraph) {
				for x := l.Indent; x < l.Indent+l.Width; x++ {
					o := p.OffsetAt(text, l, x)
					c := p.CellOf(text, l, o)
					if c > x || x-c > 1 {
						t.Errorf("cell %d of %q is offset %d, which is cell %d", x, text[l.Start:l.End], o, c)
					}
				}
			}
		}
	}
}

func TestInksAddUpAndChangeNoText(t *testing.T) {
	p := Policy{}
	text := "收到提案426件，立案368件。"
	l := p.Wrap(text, 40, Options{})[0]
	at := strings.Index(text, "426件")
	got := p.Paint(text, l, 30, "", []Span{{at, at + len("426件"), "<u>"}, {at, at + 3, "<b>"}})
	want := "收到提案" + "<u><b>426" + resetInk + "<u>件" + resetInk + "，立案368件。    "
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func FuzzWrap(f *testing.F) {
	for _, s := range fixtures {
		f.Add(s, 20, 4)
	}
	f.Fuzz(func(t *testing.T, text string, width, first int) {
		width = 1 + (width&0x7fffffff)%120
		first = (first & 0x7fffffff) % 9
		for _, p := range policies {
			checkWrap(t, p, text, width, Options{First: first, Rest: first / 2})
			fit := p.Fit(text, width)
			if p.Width(fit) != width || strings.IndexFunc(fit, Control) >= 0 {
				t.Fatalf("Fit(%q, %d) = %q", text, width, fit)
			}
		}
	})
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat(fixtures[1], 400)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		(Policy{}).Wrap(text, 88, Paragraph)
	}
}

func BenchmarkWidth(b *testing.B) {
	b.SetBytes(int64(len(fixtures[1])))
	for b.Loop() {
		(Policy{}).Width(fixtures[1])
	}
}

func TestHalfWidthMarksBetweenIdeographsAreDrawnWideAndTheTextStays(t *testing.T) {
	p := Policy{}
	for text, want := range map[string]string{
		"时节如流,足音铿锵;不负韶华.":                "时节如流，足音铿锵；不负韶华。",
		"共3,000件,其中(含结转)20件:办复率98.5%,满意": "共3,000件，其中（含结转）20件：办复率98.5%，满意",
		"见http://a.cn/b,c与A,B两组":         "见http://a.cn/b,c与A,B两组",
		"好吗?好!":                          "好吗？好！",
		"(A类)":                           "(A类)",
	} {
		wide := Widened(text)
		if len(wide) != len(text) {
			t.Errorf("%q: the offsets move", text)
		}
		lines := p.Wrap(wide, 200, Options{})
		if got := strings.TrimRight(p.Paint(wide, lines[0], 200, "", nil), " "); got != want || p.Width(want) != lines[0].Width {
			t.Errorf("%q is drawn as %q in %d cells", text, got, lines[0].Width)
		}
		for _, l := range p.Wrap(wide, 10, Options{}) {
			if r, _ := utf8.DecodeRuneInString(wide[l.Start:]); classOf(r) == closer {
				t.Errorf("%q: a line begins with a mark that closes", text)
			}
			if got := p.Paint(wide, l, 10, "", nil); p.Width(got) != 10 {
				t.Errorf("%q is drawn in %d cells, not 10", got, p.Width(got))
			}
		}
	}
}
