package script

import (
	"strings"
	"testing"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/parsertest"
)

func TestNothingLiveGetsThroughTheSink(t *testing.T) {
	for in, want := range map[string]string{
		"提案\x1b[31m86\x1b[0m件":           "提案86件",
		"标题\x1b]0;改名\x07正文":              "标题正文",
		"标题\x1b]8;;http://x\x1b\\链接":     "标题链接",
		"复制\x1b]52;c;5Lit\u009c完":        "复制完",
		"\u009b31m红\u009b0m":             "红",
		"\x1bP1$r\x1b\\设备":               "设备",
		"\x1b(B字集\x1bc复位":                "字集复位",
		"断在行里\x1b]0;没有结尾\n下一行":           "断在行里0;没有结尾\n下一行",
		"末尾\x1b":                         "末尾",
		"末尾\x1b[":                        "末尾",
		"空\x00字\x07节\x7f":                "空字节",
		"反\u202e向\u2066隔\u2069离\u200f":   "反向隔离",
		"零\u200b宽\ufeff字\u2060符\u00ad":   "零宽字符",
		"行\r\n尾\r都\u0085成\u2028换\u2029行": "行\n尾\n都\n成\n换\n行",
		"a\xff協商\xe5\x8d":                "a\ufffd協商\ufffd",
		"ＡＢＣ　全角，１２３％\t“引号”——…①℃×":        "ＡＢＣ　全角，１２３％\t“引号”——…①℃×",
	} {
		if got, _ := Clean(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestOneNoticeCountsWhatWasRemoved(t *testing.T) {
	_, notices := Clean("\x1b[1m一\x00\x00二\u202e三\u200b四\xff\xfe五\r\n")
	if len(notices) != 1 || notices[0].Kind != model.NoticeControl {
		t.Fatalf("%v", notices)
	}
	if got, want := strings.Join(notices[0].Args, " "), "escapes 1 controls 2 directions 1 widthless 1 invalid 2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, s := range []string{"", parsertest.SimplifiedSample, "行\r\n尾"} {
		if _, notices := Clean(s); notices != nil {
			t.Errorf("%q: %v", s, notices)
		}
	}
}

func TestCleanTextIsNotCopied(t *testing.T) {
	text := strings.Repeat(parsertest.SimplifiedSample, 100)
	if n := testing.AllocsPerRun(10, func() { Clean(text) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"\x1b[31m86", "\x1b\x1b]0;x\x07", "\u009b1m", "\xff\xfe", "\r\r\n", "\u202e", "\x1b]0;\x1b[1m\x07", "\u200d\U000e0041"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, notices := Clean(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q became %q, which is not UTF-8", s, got)
		}
		for _, r := range got {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || isDirection(r) || isWidthless(r) {
				t.Errorf("%q left %q in %q", s, r, got)
			}
		}
		if again, more := Clean(got); again != got || more != nil {
			t.Errorf("%q became %q and then %q", s, got, again)
		}
		if len(notices) > 1 {
			t.Errorf("%d notices", len(notices))
		}
	})
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat(parsertest.SimplifiedSample, 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Clean(text)
	}
}
