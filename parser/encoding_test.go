package parser

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"duidu/model"
	"duidu/parser/format"
	"duidu/parser/parsertest"
)

// encodedForms are what texts are turned into to measure the detector.
var encodedForms = []struct {
	name, want  string
	traditional bool
	encode      func(string) ([]byte, bool)
}{
	{"utf-8", format.EncUTF8, false, func(s string) ([]byte, bool) { return []byte(s), true }},
	{"utf-8 with a mark", format.EncUTF8, false, func(s string) ([]byte, bool) { return []byte("\uFEFF" + s), true }},
	{"gb18030", format.EncGB18030, false, encoderOf(format.EncGB18030)},
	{"gb18030, traditional", format.EncGB18030, true, encoderOf(format.EncGB18030)},
	{"big5", format.EncBig5, true, encoderOf(format.EncBig5)},
	{"utf-16le", format.EncUTF16LE, false, utf16Of(false, "")},
	{"utf-16be", format.EncUTF16BE, false, utf16Of(true, "")},
	{"utf-16le with a mark", format.EncUTF16LE, false, utf16Of(false, "\uFEFF")},
	{"utf-16be with a mark", format.EncUTF16BE, true, utf16Of(true, "\uFEFF")},
	{"utf-16le, traditional", format.EncUTF16LE, true, utf16Of(false, "")},
}

func encoderOf(name string) func(string) ([]byte, bool) {
	return func(s string) ([]byte, bool) {
		b, err := format.Codecs[name].NewEncoder().Bytes([]byte(s))
		return b, err == nil
	}
}

func utf16Of(big bool, mark string) func(string) ([]byte, bool) {
	return func(s string) ([]byte, bool) {
		var out []byte
		for _, u := range utf16Codes(mark + s) {
			if big {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return out, true
	}
}

// bigFiveText turns text into traditional characters that Big5 has.
func bigFiveText(table map[rune]rune, text string) string {
	out := []rune(text)
	parsertest.TurnTraditional(table, out)
	can := format.Codecs[format.EncBig5].NewEncoder()
	known := map[rune]bool{}
	return string(slices.DeleteFunc(out, func(r rune) bool {
		if _, seen := known[r]; !seen {
			_, err := can.String(string(r))
			known[r] = err == nil
		}
		return !known[r]
	}))
}

func sharedTexts(t testing.TB) map[string]string {
	all := parsertest.CorpusFiles(t, "corpus/national/*.txt")
	maps.Copy(all, parsertest.CorpusFiles(t, "reports/*.txt"))
	for name, data := range parsertest.CorpusFiles(t, "corpus/provinces-2025/*.docx") {
		all[name] = parsertest.DocxText(t, data)
	}
	return all
}

// snippet cuts at least so many bytes of UTF-8 out of text, anywhere.
func snippet(rnd *rand.Rand, text string, bytes int) string {
	from := rnd.Intn(max(1, len(text)-bytes))
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	to := min(len(text), from+bytes)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return text[from:to]
}

func TestTheEncodingOfSnippetsIsToldAtLeast995TimesIn1000(t *testing.T) {
	texts, big := sharedTexts(t), map[string]string{}
	names := slices.Sorted(maps.Keys(texts))
	table := parsertest.CharacterTable(t)
	for n, text := range texts {
		big[n] = bigFiveText(table, text)
	}
	const count = 2000
	rnd := rand.New(rand.NewSource(1))
	var report strings.Builder
	for _, form := range encodedForms {
		right, wrong := 0, map[string]int{}
		example := ""
		for i := range count {
			name := names[i%len(names)]
			text := texts[name]
			if form.traditional {
				text = big[name]
			}
			data, ok := form.encode(snippet(rnd, text, 300+rnd.Intn(200)))
			if !ok || len(data) < 200 {
				t.Fatalf("%s: %d bytes, %v", form.name, len(data), ok)
			}
			if got := format.EncodingOf(data, ""); got == form.want {
				right++
			} else {
				wrong[got]++
				example = fmt.Sprintf("%s %q", got, data[:60])
			}
		}
		share := float64(right) / count
		fmt.Fprintf(&report, "%-24s %.4f %v\n", form.name, share, wrong)
		if share < 0.995 {
			t.Errorf("%s: %.4f right, %v, e.g. %s", form.name, share, wrong, example)
		}
	}
	t.Log("share of 2,000 snippets of 200 to 500 bytes told right\n" + report.String())
}

func TestTheEncodingOfWholeFilesIsAlwaysTold(t *testing.T) {
	table := parsertest.CharacterTable(t)
	for name, text := range sharedTexts(t) {
		traditional := bigFiveText(table, text)
		for _, form := range encodedForms {
			in := text
			if form.traditional {
				in = traditional
			}
			data, ok := form.encode(in)
			if !ok {
				t.Errorf("%s: not in %s", name, form.name)
				continue
			}
			d, err := format.DecodeText(data, "", "", "")
			if err != nil || d.Encoding != form.want || d.Text != in || len(d.Doubts) > 0 {
				t.Errorf("%s as %s: %s %v %v", name, form.name, d.Encoding, err, d.Doubts)
			}
		}
	}
}

func TestReportsReadTheSameInEveryEncoding(t *testing.T) {
	p := New(Options{})
	for name, text := range parsertest.CorpusFiles(t, "reports/*.txt") {
		want := parsed(t, p, name, []byte(text))
		for _, form := range encodedForms {
			if form.want == format.EncBig5 && want.Script == model.Simplified {
				continue // it can't be written so
			}
			data, ok := form.encode(text)
			if !ok && form.want == format.EncBig5 {
				// Pinyin letters that Big5 lacks are not in a page of Big5.
				data, ok = form.encode(bigFiveText(parsertest.CharacterTable(t), text))
			}
			if !ok {
				t.Fatalf("%s: not in %s", name, form.name)
			}
			got := parsed(t, p, name, data)
			if a := compareReadings(want, got); a.figures < 1 || a.headings < 1 || a.captions < 1 || got.Encoding != form.want {
				t.Errorf("%s as %s: %+v %s", name, form.name, a, got.Encoding)
			}
		}
	}
}

func TestHongKongsCharactersAreReadFromBigFive(t *testing.T) {
	const text = "區議會全年接獲個案二百餘宗，跟進深水埗、鰂魚涌、大埔滘等處舊樓維修，衞生、裏面、綫路各項均有回覆。"
	data := encode(t, text, format.EncBig5)
	if d, err := format.DecodeText(data, "", "", ""); err != nil || d.Encoding != format.EncBig5 || d.Text != text {
		t.Errorf("%+v %v", d, err)
	}
}

func TestFourByteCharactersOfGB18030AreRead(t *testing.T) {
	const text = "县政协走访㙘塘、㵲阳河沿线和𠅤村，收集意见建议18条，提交提案6件，办理答复率百分之百，群众普遍表示满意。"
	data := encode(t, text, format.EncGB18030)
	if d, err := format.DecodeText(data, "", "", ""); err != nil || d.Encoding != format.EncGB18030 || d.Text != text {
		t.Errorf("%+v %v", d, err)
	}
}

func TestAPageThatMisstatesItsEncodingIsReadByItsBytes(t *testing.T) {
	page := func(charset, text string) string {
		return `<html><head><meta charset="` + charset + `"><title>工作</title></head><body><p>` + strings.Repeat(text, 3) + "</p></body></html>"
	}
	p := New(Options{})
	for _, c := range []struct {
		name, want string
		data       []byte
		notices    int
	}{
		{"says gb2312, is utf-8", format.EncUTF8, []byte(page("gb2312", simplifiedText)), 1},
		{"says utf-8, is gbk", format.EncGB18030, encode(t, page("utf-8", simplifiedText), format.EncGB18030), 1},
		{"says gb2312, is big5", format.EncBig5, encode(t, page("gb2312", traditionalText), format.EncBig5), 1},
		{"says gbk, is gbk", format.EncGB18030, encode(t, page("gbk", simplifiedText), format.EncGB18030), 0},
		{"says what nobody knows", format.EncGB18030, encode(t, page("iso-8859-1", simplifiedText), format.EncGB18030), 0},
	} {
		r, err := p.Parse("a.html", c.data)
		if err != nil || r.Encoding != c.want || len(r.Figures) == 0 {
			t.Errorf("%s: %v %+v", c.name, err, r)
			continue
		}
		n := 0
		for _, notice := range r.Notices {
			if notice.Kind == model.NoticeEncoding {
				n++
			}
		}
		if n != c.notices {
			t.Errorf("%s: %v", c.name, r.Notices)
		}
	}
}

func TestAForcedEncodingOverridesTheBytes(t *testing.T) {
	data := []byte(strings.Repeat(simplifiedText, 3))
	r, err := New(Options{Encoding: "GBK"}).Parse("a.txt", data)
	if err != nil || r.Encoding != format.EncGB18030 || strings.Contains(r.Blocks()[0].Text, "政协") {
		t.Errorf("%+v %v", r, err)
	}
	var e *format.Error
	if _, err := New(Options{Encoding: "klingon"}).Parse("a.txt", data); !asError(err, &e) || e.Kind != format.UnknownEncoding {
		t.Errorf("%v", err)
	}
}

func TestAFileThatChangesItsEncodingMidwayIsReadPieceByPiece(t *testing.T) {
	first := strings.Repeat(simplifiedText+"\n", 12)
	second := strings.Repeat("新的一年，县政协将继续开展民主监督，组织委员视察重点项目。\n", 12)
	for _, c := range []struct {
		name string
		data []byte
	}{
		{"utf-8 then gbk", append([]byte(first), encode(t, second, format.EncGB18030)...)},
		{"gbk then utf-8", append(encode(t, first, format.EncGB18030), second...)},
	} {
		d, err := format.DecodeText(c.data, "", "", "")
		if err != nil || d.Text != first+second || len(d.Doubts) != 1 || d.Doubts[0].Args[0] != "13" {
			t.Errorf("%s: %v %v", c.name, d.Doubts, err)
		}
	}
	mixed := append(encode(t, first, format.EncGB18030), encode(t, strings.Repeat(traditionalText+"\n", 12), format.EncBig5)...)
	if d, err := format.DecodeText(mixed, "", "", ""); err != nil || len(d.Doubts) != 1 || !strings.Contains(d.Text, "黨組會議") || !strings.Contains(d.Text, "党组会议") {
		t.Errorf("gbk then big5: %v %v", d.Doubts, err)
	}
}

func TestConvertReadsTextInAnyEncoding(t *testing.T) {
	gb, ok := encoderOf(format.EncGB18030)("縣政協召開協商會議12次\n委員走訪羣眾三百餘戶\n")
	if !ok {
		t.Fatal("the sample does not fit the encoding")
	}
	var out strings.Builder
	if err := New(Options{}).Simplify(&out, bytes.NewReader(gb), "t"); err != nil || out.String() != "县政协召开协商会议12次\n委员走访群众三百余户\n" {
		t.Errorf("got %q, %v", out.String(), err)
	}
	if err := New(Options{}).Simplify(&out, strings.NewReader("\x7fELF\x00\x01\x02\xff\xfe"), "t"); err == nil {
		t.Error("a program was converted")
	}
}
