package format

import (
	"strings"
	"testing"
)

func TestTheBeginningOfACutCharacterIsDropped(t *testing.T) {
	for in, want := range map[string]string{
		"提案": "提", "提案\xe6": "提案", "提案\xe6\x8f": "提案", "abc": "abc", "": "", "\x80\x80": "", "é": "", "a": "a", "\x7f": "\x7f", "a\x80": "a",
	} {
		if got := string(WithoutCutRune([]byte(in), true)); got != want {
			t.Errorf("of %q %q is left, not %q", in, got, want)
		}
		if got := string(WithoutCutRune([]byte(in), false)); got != in {
			t.Errorf("%q is whole, and %q is left", in, got)
		}
	}
}

func TestWhatDecidesOnAnEncodingIsTheTextAndNotThePagesHead(t *testing.T) {
	head := strings.Repeat("<meta x>\n", SniffBytes/4)
	text := strings.Repeat("全年收到提案八十六件。", SniffBytes/20)
	got := string(sampleOf([]byte(head + text)))
	if !strings.Contains(got, "全年收到提案") || len(got) > SniffBytes || !strings.HasPrefix(got, "<meta x>") && !strings.HasPrefix(got, "全年") {
		t.Errorf("%d bytes: %.60q", len(got), got)
	}
	one := strings.Repeat("x", 2*SniffBytes) + text // no line end to begin at
	if got := string(sampleOf([]byte(one))); !strings.Contains(got, "全年收到提案") || len(got) != SniffBytes {
		t.Errorf("%d bytes: %.60q", len(got), got)
	}
	if got := string(sampleOf([]byte(text))); !strings.HasPrefix(got, "全年") {
		t.Errorf("%.60q", got)
	}
}

func TestTextReadInTheWrongEncodingAndSavedSoComesBack(t *testing.T) {
	wrong, err := Decode([]byte(strings.Repeat("全年收到提案，出台办法，委员会议。", 4)), EncGB18030) // UTF-8 read as GBK
	if err != nil {
		t.Fatal(err)
	}
	d, err := DecodeText([]byte("县政协工作\n"+wrong+"\n"), "", "", "")
	if err != nil || !strings.Contains(d.Text, "收到提案") || len(d.Doubts) != 1 || d.Doubts[0].Reason != "encoding-misread" || d.Doubts[0].Args[0] != "2" || d.Doubts[0].Args[1] != "1" {
		t.Errorf("%q, %+v, %v", d.Text, d.Doubts, err)
	}
	plain := "县政协工作\n全年收到提案八十六件。\n"
	if d, err := DecodeText([]byte(plain), "", "", ""); err != nil || d.Text != plain || d.Doubts != nil || !d.Clean || d.Encoding != EncUTF8 {
		t.Errorf("%+v, %v", d, err)
	}
	few := "鍗政协，鏀入，鍏里。\n" // characters that somebody may use
	if d, _ := DecodeText([]byte(few), "", "", ""); d.Text != few || d.Doubts != nil {
		t.Errorf("%+v", d)
	}
}

func TestBytesThatAreLostAreToldWithTheirFirstLine(t *testing.T) {
	text := strings.Repeat("全年收到提案八十六件。\n", 30)
	d, err := DecodeText([]byte(text+"立案\xff八十\n办复\xff\n"), "", "", "")
	if err != nil || len(d.Doubts) != 1 || d.Doubts[0].Reason != "bytes-lost" || d.Doubts[0].Args[0] != "2" || d.Doubts[0].Args[1] != "31" {
		t.Errorf("%+v, %v", d.Doubts, err)
	}
}

func TestTextInSevenBitsIsTold(t *testing.T) {
	for text, want := range map[string]bool{"~{WVQ'~}\n": true, "~{WVQ'\n": false, "a ~{ b ~} c": false, "WVQ'": false, "~{WVQ'~}提": false} {
		if got := isHZ([]byte(text)); got != want {
			t.Errorf("%q in seven bits: %v", text, got)
		}
	}
}

func TestAFileThatGoesOverIntoAnotherEncodingIsReadInBoth(t *testing.T) {
	gbk := func(s string) string {
		b, err := Codecs[EncGB18030].NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first, second := strings.Repeat("全年收到提案八十六件，立案八十件。\n", 20), strings.Repeat("组织委员视察调研，召开会议十二次。\n", 20)
	for _, c := range [][2]string{{first, gbk(second)}, {gbk(first), second}} {
		d, err := DecodeText([]byte(c[0]+c[1]), "", "", "")
		if err != nil || d.Text != first+second || len(d.Doubts) != 1 || d.Doubts[0].Reason != "encoding-changed" || d.Doubts[0].Args[0] != "21" {
			t.Errorf("%.80q, %+v, %v", d.Text, d.Doubts, err)
		}
	}
	if d, err := DecodeText([]byte(gbk(first)), "", "", ""); err != nil || d.Text != first || d.Doubts != nil || d.Encoding != EncGB18030 {
		t.Errorf("%+v, %v", d.Doubts, err)
	}
}
