package parser

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"duidu/parser/format"
	"duidu/parser/layout"
)

const (
	simplifiedText  = "县政协全年召开党组会议11次，收到提案236件，立案201件，办复率百分之百。"
	traditionalText = "縣政協全年召開黨組會議11次，收到提案236件，立案201件，辦復率百分之百。"
)

func encode(t testing.TB, s, enc string) []byte {
	t.Helper()
	b, err := format.Codecs[enc].NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sniffed opens data and returns the text of its lines, a line each.
func sniffed(data []byte) (format, enc, text string, err error) {
	src, err := (&Parser{}).open(data)
	return src.Format, src.Encoding, strings.Join(layout.TextsOf(layout.Lines(src.Lines)), "\n"), err
}

func TestTheEncodingIsToldByTheBytes(t *testing.T) {
	for _, c := range []struct {
		name, enc, text string
		data            []byte
	}{
		{"utf-8", "utf-8", simplifiedText, []byte(simplifiedText)},
		{"utf-8 with a mark", "utf-8", simplifiedText, []byte("\uFEFF" + simplifiedText)},
		{"gb18030", "gb18030", simplifiedText, encode(t, simplifiedText, "gb18030")},
		{"traditional text in gb18030", "gb18030", traditionalText, encode(t, traditionalText, "gb18030")},
		{"big5", "big5", traditionalText, encode(t, traditionalText, "big5")},
		{"utf-16 little endian", "utf-16le", simplifiedText, encode(t, simplifiedText, "utf-16le")},
		{"utf-16 big endian", "utf-16be", simplifiedText, encode(t, simplifiedText, "utf-16be")},
		{"a place name alone", "gb18030", "慈利县政协", encode(t, "慈利县政协", "gb18030")},
		{"plain ASCII", "utf-8", "2023: 12", []byte("2023: 12")},
		{"a long text", "big5", strings.Repeat(traditionalText, 400), encode(t, strings.Repeat(traditionalText, 400), "big5")},
	} {
		kind, enc, text, err := sniffed(c.data)
		if err != nil || kind != format.PlainText || enc != c.enc || text != c.text {
			t.Errorf("%s: %s %s %.60q %v", c.name, kind, enc, text, err)
		}
	}
}

func TestUTF8CutInsideACharacterStaysUTF8(t *testing.T) {
	long := strings.Repeat(simplifiedText, 200)
	for cut := 1; cut < 4; cut++ {
		data := []byte(long)[:len(long)-cut]
		if _, enc, text, err := sniffed(data); enc != "utf-8" || err != nil || !utf8.ValidString(text) {
			t.Errorf("cut by %d: %s %v", cut, enc, err)
		}
	}
	for n := format.SniffBytes - 4; n < format.SniffBytes+5; n++ {
		if enc := format.EncodingOf([]byte(strings.Repeat("x", n%3) + long)[:n], ""); enc != "utf-8" {
			t.Errorf("first %d bytes: %q", n, enc)
		}
	}
}

func TestWhatIsNoTextIsRefusedByName(t *testing.T) {
	for _, c := range []struct {
		data   string
		kind   format.ErrorKind
		detail string
	}{
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00\x00", format.Damaged, "doc"},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", format.Locked, "docx"},
		{"%PDF-1.7\n", format.Damaged, "pdf"},
		{"{\\rtf1\\ansi", format.Damaged, "rtf"},
		{"PK\x03\x04\x14\x00\x00\x00word/document.xml", format.Damaged, "docx"},
		{"PK\x03\x04\x14\x00\x00\x00xl/workbook.xml", format.UnsupportedFormat, "xlsx"},
		{"PK\x03\x04\x14\x00\x00\x00a.txt" + "PK\x05\x06" + strings.Repeat("\x00", 18), format.UnsupportedFormat, "zip"},
		{"PK\x03\x04\x14\x00\x00\x00a.txt", format.Damaged, "zip"},
		{"Rar!\x1A\x07\x00", format.UnsupportedFormat, "rar"},
		{"\x1F\x8B\x08\x00", format.UnsupportedFormat, "gzip"},
		{"\xFF\xD8\xFF\xE0\x00\x10JFIF", format.UnsupportedFormat, "jpeg"},
		{"\x89PNG\r\n\x1A\n\x00", format.UnsupportedFormat, "png"},
		{"\x00\x01\x02\x03\x00\x00\xFE\x80\x90", format.NotText, ""},
		{strings.Repeat("\x01\x02\x05\x9f\xff\x80", 100), format.NotText, ""},
	} {
		_, _, text, err := sniffed([]byte(c.data))
		var e *format.Error
		errors.As(err, &e)
		if e != nil && strings.ContainsAny(e.Error(), "\n{}") {
			t.Errorf("%q", e.Error())
		}
		if e == nil || e.Kind != c.kind || !strings.Contains(e.Detail, c.detail) || text != "" {
			t.Errorf("%.20q: %v", c.data, err)
		}
	}
	if _, enc, _, err := sniffed([]byte("BM 县政协工作")); err != nil || enc != "utf-8" {
		t.Errorf("a text that starts like a bitmap: %v", err)
	}
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte(simplifiedText))
	f.Add([]byte("\xFF\xFE"))
	f.Add(encode(f, traditionalText, "big5"))
	f.Add(encode(f, simplifiedText, "gb18030"))
	f.Fuzz(func(t *testing.T, data []byte) {
		kind, enc, text, err := sniffed(data)
		if !utf8.ValidString(text) {
			t.Fatalf("%s %s: invalid UTF-8", kind, enc)
		}
		if err != nil {
			var e *format.Error
			if !errors.As(err, &e) || text != "" {
				t.Fatalf("%v with text %q", err, text)
			}
			return
		}
		if enc == "" {
			t.Fatalf("no error, but %q %q %q", kind, enc, text)
		}
	})
}

func BenchmarkSniff(b *testing.B) {
	data := []byte(strings.Repeat(simplifiedText, 150))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, _, err := sniffed(data); err != nil {
			b.Fatal(err)
		}
	}
}

// asError is errors.As for *Error.
func asError(err error, e **format.Error) bool { return errors.As(err, e) }

func utf16Codes(s string) []uint16 { return utf16.Encode([]rune(s)) }
